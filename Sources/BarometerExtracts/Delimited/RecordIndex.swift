import BarometerCore

/// Where every record and field of a text stands, before anything is taken for a header or a value.
package struct RecordIndex {
    package let text: [UInt8]
    package let dialect: Dialect
    package let path: String
    /// Where each field begins, with its quote; where it ends is looked up in the text.
    private var starts = OffsetList()
    /// For each record the number of its first field; one more at the end.
    private var firstFields = OffsetList()
    /// The physical line on which every `lineStep`th record starts.
    private var lines: [Int] = []
    private static let lineStep = 256
    package private(set) var faults: [Int: [RecordScanner.QuoteFault]] = [:]
    /// What is larger than a file may have it; the records from there on are not in the index.
    private(set) var excess: RecordScanner.Excess?

    /// Scans a whole text.
    ///
    /// Linear in the size.
    package init(_ text: [UInt8], dialect: Dialect, path: String) {
        self.text = text
        self.dialect = dialect
        self.path = path
        firstFields.append(0)
        var scanner = RecordScanner(text, dialect: dialect)
        var record: [RecordScanner.Field] = []
        while let found = scanner.next(into: &record) {
            if !found.faults.isEmpty { faults[count] = found.faults }
            if count % RecordIndex.lineStep == 0 { lines.append(found.line) }
            for field in record { starts.append(field.start) }
            firstFields.append(starts.count)
        }
        excess = scanner.excess
    }

    /// The number of records.
    package var count: Int { firstFields.count - 1 }

    /// The number of fields of a record.
    package func width(of record: Int) -> Int {
        firstFields[record + 1] - firstFields[record]
    }

    /// The physical line on which a record starts.
    ///
    /// Counts the line ends of at most 255 records.
    package func line(of record: Int) -> Int {
        let mark = record / RecordIndex.lineStep
        let start = starts[firstFields[mark * RecordIndex.lineStep]]
        return lines[mark] + lineEnds(in: start..<starts[firstFields[record]])
    }

    /// The bytes of a field, without quotes.
    package func range(_ record: Int, _ column: Int) -> Range<Int> {
        field(record, column).range
    }

    private func field(_ record: Int, _ column: Int) -> RecordScanner.Field {
        let position = firstFields[record] + column
        let start = starts[position]
        if dialect.escape == nil, dialect.delimiter != UInt8(ascii: " "), position + 1 < firstFields[record + 1] {
            let end = starts[position + 1] - 1
            if text[start] != dialect.quote { return RecordScanner.Field(range: start..<end, start: start) }
            if end - start >= 2, text[end - 1] == dialect.quote {
                let inside = start + 1..<end - 1
                if !text[inside].contains(text[start]) { return RecordScanner.Field(range: inside, start: start) }
            }
        }
        var scanner = RecordScanner(text, dialect: dialect, offset: start)
        var faults: [RecordScanner.QuoteFault] = []
        return scanner.nextField(&faults)
    }

    /// Gives the bytes of a field to a function, with doubled quotes and escaped signs as what they stand for.
    func withBytes<Result>(
        _ record: Int,
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let field = field(record, column)
        guard field.isWritten else {
            // Sound: the range of a field lies within the text.
            return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[field.range])) }
        }
        return meant(by: field).withUnsafeBufferPointer(body)
    }

    /// The text of a field, with doubled quotes and escaped signs as what they stand for.
    package func string(_ record: Int, _ column: Int) -> String {
        withBytes(record, column) { String(decoding: $0, as: UTF8.self) }
    }

    private func meant(by field: RecordScanner.Field) -> [UInt8] {
        var bytes: [UInt8] = []
        var position = field.range.lowerBound
        while position < field.range.upperBound {
            let isLead = text[position] == dialect.escape || text[position] == dialect.quote
            if isLead, position + 1 < field.range.upperBound { position += 1 }
            bytes.append(text[position])
            position += 1
        }
        return bytes
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
        let start = offset(of: record)
        let end = text[start...].firstIndex(where: isLineEnd) ?? text.count
        return place(of: start..<end, record: record)
    }

    /// Where a record starts, with the blanks before its first field.
    func offset(of record: Int) -> Int {
        var start = starts[firstFields[record]]
        guard dialect.delimiter == UInt8(ascii: " ") else { return start }
        while start > 0, text[start - 1] == UInt8(ascii: " ") { start -= 1 }
        return start
    }

    /// How many bytes of a line are shown before and behind a mark; a line may be the whole file.
    private static let shown = 400

    /// The place of a stretch within a record, and as much of its line as is near it.
    ///
    /// Linear in the line.
    func place(of range: Range<Int>, record: Int, cell: String? = nil) -> (SourceLocation, SourceExcerpt) {
        let start = starts[firstFields[record]]
        let further = range.lowerBound > start ? lineEnds(in: start..<range.lowerBound) : 0
        return place(of: range, line: line(of: record) + further, cell: cell)
    }

    /// The place of a stretch of the text whatever it belongs to.
    ///
    /// Linear in the text before it.
    func place(of range: Range<Int>) -> (SourceLocation, SourceExcerpt) {
        place(of: range, line: 1 + lineEnds(in: 0..<range.lowerBound))
    }

    private func place(of range: Range<Int>, line number: Int, cell: String? = nil) -> (SourceLocation, SourceExcerpt) {
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
