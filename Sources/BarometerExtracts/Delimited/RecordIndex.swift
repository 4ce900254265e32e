import BarometerCore

/// Where every record and field of a text stands, before anything is taken for a header or a value.
package struct RecordIndex {
    package let text: [UInt8]
    package let dialect: Dialect
    package let path: String
    private var fields: [RecordScanner.Field] = []
    /// For each record the number of its first field; one more at the end.
    private var firstFields: [Int] = [0]
    package private(set) var offsets: [Int] = []
    /// The physical line on which each record starts.
    package private(set) var lines: [Int] = []
    package private(set) var faults: [Int: [RecordScanner.QuoteFault]] = [:]

    /// Scans a whole text.
    ///
    /// Linear in the size.
    package init(_ text: [UInt8], dialect: Dialect, path: String) {
        self.text = text
        self.dialect = dialect
        self.path = path
        var scanner = RecordScanner(text, dialect: dialect)
        var record: [RecordScanner.Field] = []
        while let found = scanner.next(into: &record) {
            if !found.faults.isEmpty { faults[offsets.count] = found.faults }
            fields += record
            firstFields.append(fields.count)
            offsets.append(found.offset)
            lines.append(found.line)
        }
    }

    /// The number of records.
    package var count: Int { offsets.count }

    /// The number of fields of a record.
    package func width(of record: Int) -> Int {
        firstFields[record + 1] - firstFields[record]
    }

    /// The bytes of a field, without quotes.
    package func range(_ record: Int, _ column: Int) -> Range<Int> {
        fields[firstFields[record] + column].range
    }

    /// The text of a field, with doubled quotes and escaped signs as what they stand for.
    package func string(_ record: Int, _ column: Int) -> String {
        let field = fields[firstFields[record] + column]
        guard field.isWritten else { return String(decoding: text[field.range], as: UTF8.self) }
        var bytes: [UInt8] = []
        var position = field.range.lowerBound
        while position < field.range.upperBound {
            let isLead = text[position] == dialect.escape || text[position] == dialect.quote
            if isLead, position + 1 < field.range.upperBound { position += 1 }
            bytes.append(text[position])
            position += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a field holds nothing but blanks.
    package func isBlank(_ record: Int, _ column: Int) -> Bool {
        text[range(record, column)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// The only field of a record that is not blank; nil where there are none or several.
    package func onlyFilledField(of record: Int) -> Int? {
        var found: Int?
        for column in 0..<width(of: record) where !isBlank(record, column) {
            if found != nil { return nil }
            found = column
        }
        return found
    }

    /// Whether all fields of a record are blank.
    package func isBlank(_ record: Int) -> Bool {
        (0..<width(of: record)).allSatisfy { isBlank(record, $0) }
    }
}

// MARK: - Places

extension RecordIndex {
    /// The place of a field and the marked line that it stands on.
    package func place(_ record: Int, _ column: Int) -> (SourceLocation, SourceExcerpt) {
        place(
            of: range(record, column),
            record: record,
            cell: spreadsheetCell(column: column + 1, row: record + 1)
        )
    }

    /// The place of a whole record's first line.
    package func place(_ record: Int) -> (SourceLocation, SourceExcerpt) {
        let start = offsets[record]
        let end = text[start...].firstIndex(where: isLineEnd) ?? text.count
        return place(of: start..<end, record: record)
    }

    /// How many bytes of a line are shown before and behind a mark; a line may be the whole file.
    private static let shown = 400

    /// The place of a stretch within a record, and as much of its line as is near it.
    ///
    /// Linear in the line.
    func place(of range: Range<Int>, record: Int, cell: String? = nil) -> (SourceLocation, SourceExcerpt) {
        let lineStart = text[..<range.lowerBound].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
        let lineEnd = text[range.lowerBound...].firstIndex(where: isLineEnd) ?? text.count
        let before = String(decoding: text[lineStart..<range.lowerBound], as: UTF8.self).count
        let start = max(lineStart, boundary(before: range.lowerBound - RecordIndex.shown))
        let end = min(lineEnd, boundary(before: range.lowerBound + RecordIndex.shown))
        let lead =
            (start > lineStart ? "…" : "") + String(decoding: text[start..<range.lowerBound], as: UTF8.self)
        let marked = String(decoding: text[range.lowerBound..<min(range.upperBound, end)], as: UTF8.self).count
        let rest = String(decoding: text[range.lowerBound..<end], as: UTF8.self) + (end < lineEnd ? "…" : "")
        let mark = lead.count + 1
        let number = lines[record] + lineEnds(in: offsets[record]..<range.lowerBound)
        return (
            SourceLocation(path: path, line: number, column: before + 1, cell: cell),
            SourceExcerpt(text: lead + rest, marked: mark..<mark + max(1, marked))
        )
    }

    /// The start of the character that an offset lies in.
    private func boundary(before offset: Int) -> Int {
        var offset = max(0, min(offset, text.count))
        while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// How many physical lines end in a stretch of the text.
    private func lineEnds(in range: Range<Int>) -> Int {
        range.count { position in
            isLineEnd(text[position])
                && !(text[position] == UInt8(ascii: "\n") && position > 0 && text[position - 1] == UInt8(ascii: "\r"))
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
