import BarometerCore
import FuzzSupport

/// Reads a period, checks it, and moves it to the other frequencies and back in time.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: bytes(start, count), as: UTF8.self)
    guard let period = Period(parsing: text) else { return 0 }
    check(period)
    require(Period(parsing: " \(text)\t") == period, "blanks around it change it")
    require(Period(parsing: text.uppercased()) == period, "capitals change it")
    require(period.advanced(by: 1) > period && period.advanced(by: -1) < period, "the next is not later")
    require(period.advanced(by: 1).advanced(by: -1) == period, "there and back again is elsewhere")
    return 0
}
