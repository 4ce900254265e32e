import BarometerExtracts
import FuzzSupport

/// Reads JSON-stat and JSON lines; what begins with no brace is left to the entry for delimited text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = bytes(start, count)
    let first = input.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    guard first == UInt8(ascii: "{") else { return -1 }
    if let extract = read(input) { readDeclared(input, as: extract) }
    return 0
}
