import BarometerExtracts
import FuzzSupport

/// Reads PC-Axis: what begins with no keyword gets one in front, and what has no cells gets some behind.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = bytes(start, count)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let first = input.starts(with: mark) ? input.dropFirst(3).first : input.first
    if !(first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false) {
        input = Array("CHARSET=\"ANSI\";\n".utf8) + input
    }
    let data = Array("DATA".utf8)
    if !input.indices.contains(where: { input[$0...].starts(with: data) }) {
        input += Array("\nDATA=\n1 2 \"..\" 4;\n".utf8)
    }
    if let extract = read(input) { readDeclared(input, as: extract) }
    return 0
}
