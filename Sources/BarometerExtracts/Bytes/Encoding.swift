/// How the letters of a file are written as bytes.
public enum Encoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8-BOM"
    /// Windows-1252, which covers the printable letters of ISO-8859-1.
    case windows1252 = "windows-1252"
    /// UTF-16 with a mark in front, as Excel's "Unicode text" has it.
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The encoding of a file, decided over all its bytes and not only the first.
    ///
    /// A mark in front says UTF-8, valid UTF-8 is taken for it (so an empty file is), and everything else is
    /// Windows-1252. Linear in the size.
    public static func detected(in bytes: [UInt8]) -> Encoding {
        if bytes.starts(with: mark) { return .utf8WithMark }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if isUTF8(bytes) { return .utf8 }
        return isDamagedUTF8(bytes) ? .utf8 : .windows1252
    }

    /// Whether most letters beyond ASCII are whole in UTF-8, so that the others are damage and not another encoding.
    private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        let (whole, broken) = letters(in: bytes)
        return whole > 3 * broken
    }

    /// How many letters beyond ASCII are whole in UTF-8, and how many bytes beyond ASCII belong to none.
    static func letters(in bytes: [UInt8]) -> (whole: Int, broken: Int) {
        var (whole, broken, position) = (0, 0, 0)
        while position < bytes.count {
            let byte = bytes[position]
            let length =
                byte < 0x80
                ? 1
                : byte >= 0xC2 && byte < 0xE0
                    ? 2 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xF0 && byte < 0xF5 ? 4 : 0
            let following = bytes[min(position + 1, bytes.count)..<min(position + max(1, length), bytes.count)]
            if length > 1, following.count == length - 1, following.allSatisfy({ $0 & 0xC0 == 0x80 }) {
                whole += 1
                position += length
            } else {
                broken += length == 1 ? 0 : 1
                position += 1
            }
        }
        return (whole, broken)
    }

    /// The encoding with a name as people write it, in any case: `utf-8`, `ISO-8859-1`, `latin1`, `windows-1252`.
    ///
    /// nil for any name that is not known. A mark in front of UTF-8 is skipped under each of its names.
    public init?(named name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8", "utf-8-bom": self = .utf8
        case "utf-16", "utf-16le", "unicode": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "ansi": self = .windows1252
        default: return nil
        }
    }

    /// The text as UTF-8 without a mark.
    ///
    /// Bytes that are UTF-8 already are not copied. Bytes that are no UTF-8 although they should be become U+FFFD, which is reported where it is met. Linear in the
    /// size.
    package func decode(_ bytes: consuming [UInt8]) -> [UInt8] {
        switch self {
        case .utf8, .utf8WithMark:
            if bytes.starts(with: Encoding.mark) { bytes.removeFirst(Encoding.mark.count) }
            return Encoding.isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
        case .utf16LittleEndian, .utf16BigEndian:
            let low = self == .utf16LittleEndian ? 0 : 1
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { position in
                UInt16(bytes[position + low]) | UInt16(bytes[position + 1 - low]) << 8
            }
            return Array(String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self).utf8)
        case .windows1252:
            guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + bytes.count / 8)
            for byte in bytes {
                if byte < 0x80 {
                    result.append(byte)
                } else {
                    result.append(contentsOf: Encoding.scalar(windows1252: byte).utf8)
                }
            }
            return result
        }
    }

    private static func scalar(windows1252 byte: UInt8) -> String {
        let scalar = (0x80...0x9F).contains(byte) ? highScalars[Int(byte - 0x80)] : UInt16(byte)
        return String(UnicodeScalar(scalar).map(Character.init) ?? "\u{FFFD}")
    }

    /// What Windows-1252 puts where ISO-8859-1 has control characters; the five unused places keep them.
    private static let highScalars: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
