import BarometerExtracts
import FuzzSupport

/// Reads delimited text: with nothing said, then once more leniently or, where it has no faults, as declared, and its lines
/// over and over as a long file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = bytes(start, count)
    // JSON has an entry of its own.
    if let first = input.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return -1 }
    guard let extract = read(input) else { return 0 }
    if extract.table == nil { read(input, options: ExtractOptions(isLenient: true)) }
    readDeclared(input, as: extract)
    readLong(input)
    return 0
}
