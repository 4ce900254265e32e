import BarometerCore

/// A JSON text and the place of everything in it; the engine's only JSON reader.
///
/// RFC 8259, strict: no comments, no comma behind the last value, no NaN. A byte order mark in front is skipped.
/// Offsets count the bytes that were given.
package struct JSONText: Sendable {
    package let bytes: [UInt8]
    package let path: String

    /// A text that is read with `parse`.
    package init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// The value that a whole text holds; nil where it is no JSON, which is told (D140).
    ///
    /// Repeated keys (D141) and lost letters (D114) are warnings. At most 200 levels deep; linear in the size.
    package static func parse(_ bytes: [UInt8], path: String, bag: inout DiagnosticBag) -> JSONNode? {
        JSONText(bytes, path: path).parse(bag: &bag)
    }

    /// The value that the text holds, or that a stretch of it holds, such as one line.
    package func parse(in range: Range<Int>? = nil, bag: inout DiagnosticBag) -> JSONNode? {
        var parser = JSONParser(bytes, range: range ?? bytes.indices)
        let result = Result { () throws(JSONFault) in try parser.text() }
        for remark in parser.remarks { add(remark.first, severity: .warning, count: remark.count, to: &bag) }
        switch result {
        case .success(let node):
            return node
        case .failure(let fault):
            add(fault, severity: .error, count: 1, to: &bag)
            return nil
        }
    }

    private func add(_ fault: JSONFault, severity: Diagnostic.Severity, count: Int, to bag: inout DiagnosticBag) {
        let code = fault.kind.code
        bag.add(code, severity: severity, path: path, group: "", count: count) {
            let told = fault.kind.text(of: String(decoding: bytes[fault.range.prefix(300)], as: UTF8.self))
            return diagnostic(code, told.message, at: fault.range, hint: told.hint)
        }
    }
}

// MARK: - Places

extension JSONText {
    /// So many characters of a line are shown on each side of the first marked one.
    private static let shown = 120

    /// A diagnostic at a stretch of the text, with its line.
    func diagnostic(
        _ code: DiagnosticCode,
        _ message: LocalizedText,
        severity: Diagnostic.Severity = .error,
        at range: Range<Int>,
        hint: LocalizedText? = nil
    ) -> Diagnostic {
        let (location, excerpt) = place(of: range)
        return Diagnostic(code, message, severity: severity, at: location, excerpt: excerpt, hint: hint)
    }

    /// The line and character of a stretch of the text, and the line with the stretch marked.
    ///
    /// A line may be the whole file, so only its characters near the mark are given. Linear in the offset.
    package func place(of range: Range<Int>) -> (SourceLocation, SourceExcerpt) {
        let mark = JSONText.byteOrderMark(of: bytes)
        let start = max(mark, range.lowerBound)
        let lineStart = bytes[mark..<start].lastIndex(where: JSONText.isLineEnd).map { $0 + 1 } ?? mark
        let lineEnd = bytes[start...].firstIndex(where: JSONText.isLineEnd) ?? bytes.count
        let windowEnd = max(start, min(lineEnd, boundary(before: start + 4 * JSONText.shown)))
        let markEnd = max(start, min(range.upperBound, windowEnd))
        let column = characters(lineStart..<start).count + 1

        var before = characters(max(lineStart, boundary(before: start - 4 * JSONText.shown))..<start)
        if before.count > JSONText.shown || column > before.count + 1 {
            before = "…" + before.suffix(JSONText.shown)
        }
        let marked = characters(start..<markEnd)
        var after = characters(start..<windowEnd)
        if after.count > JSONText.shown || windowEnd < lineEnd { after = after.prefix(JSONText.shown) + "…" }
        let end = before.count + 1 + min(max(1, marked.count), JSONText.shown)
        return (
            SourceLocation(path: path, line: line(of: start), column: column),
            SourceExcerpt(text: before + after, marked: before.count + 1..<end)
        )
    }

    /// The physical line of an offset, from 1; CR LF is one line end.
    package func line(of offset: Int) -> Int {
        1
            + bytes[..<offset].indices.count { position in
                JSONText.isLineEnd(bytes[position])
                    && !(bytes[position] == UInt8(ascii: "\n") && position > 0
                        && bytes[position - 1] == UInt8(ascii: "\r"))
            }
    }

    private func characters(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The start of the character that an offset lies in.
    private func boundary(before offset: Int) -> Int {
        var offset = max(0, min(offset, bytes.count))
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// How many bytes a mark in front takes: 3 or none.
    static func byteOrderMark(of bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}
