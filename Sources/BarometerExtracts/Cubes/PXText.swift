import BarometerCore

/// The text of a PX file as UTF-8, and the place of each of its bytes for messages.
struct PXText {
    let bytes: [UInt8]
    let path: String

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The line, the character and the marked line of a stretch of the text.
    ///
    /// Linear in the size, so places are made only for faults that are listed.
    func place(of range: Range<Int>) -> (SourceLocation, SourceExcerpt) {
        let start = min(range.lowerBound, bytes.count)
        var (line, lineStart) = (1, 0)
        for position in 0..<start where endsLine(at: position) {
            line += 1
            lineStart = position + 1
        }
        let lineEnd = bytes[start...].firstIndex(where: PXByte.isNewline) ?? bytes.count
        let column = string(lineStart..<start).count + 1
        let marked = string(start..<max(start, min(range.upperBound, lineEnd))).count
        return (
            SourceLocation(path: path, line: line, column: column),
            SourceExcerpt(text: string(lineStart..<lineEnd), marked: column..<column + max(1, marked))
        )
    }

    /// The last byte that is no blank or line end; empty and at the start where there is none.
    var lastInk: Range<Int> {
        bytes.lastIndex { !PXByte.isBlank($0) }.map { $0..<$0 + 1 } ?? 0..<0
    }

    private func endsLine(at position: Int) -> Bool {
        switch bytes[position] {
        case PXByte.lineFeed: true
        case PXByte.carriageReturn: position + 1 == bytes.count || bytes[position + 1] != PXByte.lineFeed
        default: false
        }
    }
}

extension PXText {
    /// A diagnostic with its place.
    func fault(
        _ code: DiagnosticCode,
        en: String,
        da: String,
        severity: Diagnostic.Severity = .error,
        at range: Range<Int>,
        hint: LocalizedText
    ) -> Diagnostic {
        let (location, excerpt) = place(of: range)
        let message = LocalizedText(en: en, da: da)
        return Diagnostic(code, message, severity: severity, at: location, excerpt: excerpt, hint: hint)
    }
}

/// The bytes that mean something in a PX file.
enum PXByte {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")

    static func isNewline(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        // 1A is the sign with which DOS programs end a text.
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isNewline(byte) || byte == 0x1A
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    static func isKeyword(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}

/// "Did you mean" in a hint, for names of a reasonable length.
///
/// The comparison takes all pairs of letters, which a hostile file would turn against us with long names.
func pxNearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= 100 else { return nil }
    return nearestName(to: name, among: candidates.prefix(5000).filter { $0.utf8.count <= 100 })
}
