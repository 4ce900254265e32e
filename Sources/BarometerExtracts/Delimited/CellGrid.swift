import BarometerCore
import BarometerStore

/// The cells of a delimited file as text, column by column, with the place of each.
///
/// Each column holds every distinct text once. Types are decided later over these texts, which are all the file has, so
/// a decision never rests on the first rows.
package struct CellGrid {
    /// One column of the file.
    package struct Column {
        package var name: String
        package var codes = CodeColumn()
        private var dictionary = CodeDictionary()
        /// The row in which each text occurs first.
        var firstRows: [Int] = []
        /// How often each text occurs.
        var counts: [Int] = []

        init(name: String) {
            self.name = name
        }

        /// The distinct texts in the order of their first appearance; the position of a text is its code.
        package var texts: [String] { dictionary.texts }

        mutating func append(_ text: String) {
            let code = dictionary.encode(text)
            if code == counts.count {
                firstRows.append(codes.count)
                counts.append(0)
            }
            counts[code] += 1
            codes.append(code)
        }
    }

    package var columns: [Column] = []
    /// The offset and physical line of each row's record, and its number among the records, from 0 for the header.
    private(set) var records: [(offset: Int, line: Int, number: Int)] = []
    private(set) var recordsRead = 0
    let path: String
    let dialect: Dialect
    private let text: [UInt8]

    package var rowCount: Int { records.count }

    /// Reads the records of a text, the first of which is the header.
    ///
    /// Records with a fault in their quotes or another number of fields than the header are left out and told of.
    /// Linear in the size.
    package init(_ text: [UInt8], dialect: Dialect, path: String, bag: inout DiagnosticBag) {
        self.text = text
        self.dialect = dialect
        self.path = path
        var scanner = RecordScanner(text, dialect: dialect)
        var fields: [RecordScanner.Field] = []
        var number = 0
        while let record = scanner.next(into: &fields) {
            for fault in record.faults {
                bag.add(fault.code, path: path, group: "") {
                    diagnostic(of: fault, record: record.offset, line: record.line)
                }
            }
            if number == 0 {
                columns = fields.map { Column(name: string(of: $0)) }
                addRepeatedNames(to: &bag, fields: fields, record: record.offset, line: record.line)
            } else {
                recordsRead += 1
                if fields.count != columns.count {
                    bag.add(.fieldCount, path: path, group: "") {
                        fieldCountFault(fields.count, at: record.offset, line: record.line)
                    }
                } else if record.faults.isEmpty {
                    records.append((record.offset, record.line, number))
                    for (position, field) in fields.enumerated() { columns[position].append(string(of: field)) }
                }
            }
            number += 1
        }
    }

    private func string(of field: RecordScanner.Field) -> String {
        let raw = String(decoding: text[field.range], as: UTF8.self)
        guard field.hasDoubledQuotes, let quote = dialect.quote else { return raw }
        let sign = Character(UnicodeScalar(quote))
        var result = ""
        var previousWasQuote = false
        for character in raw {
            let isSecond = character == sign && previousWasQuote
            if !isSecond { result.append(character) }
            previousWasQuote = character == sign && !isSecond
        }
        return result
    }
}

extension CellGrid {
    /// The cells of a file whose encoding and dialect are detected, such as a codelist.
    package init(bytes: [UInt8], path: String, bag: inout DiagnosticBag) {
        let text = Encoding.detected(in: bytes).decode(bytes)
        self.init(text, dialect: .detected(in: text, delimiter: nil, quote: nil), path: path, bag: &bag)
    }

    /// The text of a cell; nil where the file has no such column.
    package func text(row: Int, column name: String) -> String? {
        guard let column = columns.first(where: { $0.name == name }) else { return nil }
        return column.texts[column.codes[row]]
    }
}

// MARK: - Places

extension CellGrid {
    /// The place and the marked line of a cell.
    package func place(row: Int, column: Int) -> (SourceLocation, SourceExcerpt) {
        let record = records[row]
        var scanner = RecordScanner(text, dialect: dialect, offset: record.offset, line: record.line)
        var fields: [RecordScanner.Field] = []
        _ = scanner.next(into: &fields)
        let cell = spreadsheetCell(column: column + 1, row: record.number + 1)
        return place(of: fields[column].range, record: record.offset, line: record.line, cell: cell)
    }

    private func place(
        of range: Range<Int>,
        record: Int,
        line recordLine: Int,
        cell: String? = nil
    ) -> (SourceLocation, SourceExcerpt) {
        let lineStart = text[..<range.lowerBound].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
        let lineEnd = text[range.lowerBound...].firstIndex(where: isLineEnd) ?? text.count
        let before = String(decoding: text[lineStart..<range.lowerBound], as: UTF8.self).count
        let marked = String(decoding: text[range.lowerBound..<min(range.upperBound, lineEnd)], as: UTF8.self).count
        let line = String(decoding: text[lineStart..<lineEnd], as: UTF8.self)
        let number = recordLine + lineEnds(in: record..<range.lowerBound)
        let location = SourceLocation(path: path, line: number, column: before + 1, cell: cell)
        return (location, SourceExcerpt(text: line, marked: before + 1..<before + 1 + max(1, marked)))
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

// MARK: - Faults

extension CellGrid {
    private func addRepeatedNames(
        to bag: inout DiagnosticBag,
        fields: [RecordScanner.Field],
        record: Int,
        line: Int
    ) {
        var seen: Set<String> = []
        for (position, column) in columns.enumerated() where !seen.insert(column.name).inserted {
            let (location, excerpt) = place(of: fields[position].range, record: record, line: line)
            let fault = Diagnostic(
                .duplicateColumn,
                LocalizedText(
                    en: "two columns are called \"\(column.name)\"",
                    da: "to kolonner hedder \"\(column.name)\""
                ),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(en: "rename one of them in the file", da: "omdøb den ene i filen")
            )
            bag.add(fault)
        }
    }

    private func fieldCountFault(_ count: Int, at offset: Int, line: Int) -> Diagnostic {
        let end = text[offset...].firstIndex(where: isLineEnd) ?? text.count
        let (location, excerpt) = place(of: offset..<end, record: offset, line: line)
        return Diagnostic(
            .fieldCount,
            LocalizedText(
                en: "the record has \(count) fields, the header has \(columns.count)",
                da: "posten har \(count) felter, overskriften har \(columns.count)"
            ),
            at: location,
            excerpt: excerpt,
            hint: count < columns.count
                ? LocalizedText(
                    en: "add the missing field, or an empty one, where it belongs",
                    da: "tilføj det manglende felt, eller et tomt, hvor det hører til"
                )
                : LocalizedText(
                    en: "put quotes around a field that holds the separator",
                    da: "sæt anførselstegn om et felt der indeholder skilletegnet"
                )
        )
    }

    private func diagnostic(of fault: RecordScanner.QuoteFault, record: Int, line: Int) -> Diagnostic {
        switch fault {
        case .stray(let offset):
            let (location, excerpt) = place(of: offset..<offset + 1, record: record, line: line)
            return Diagnostic(
                .strayQuote,
                LocalizedText(
                    en: "a quotation mark stands where a field can neither begin nor end",
                    da: "et anførselstegn står hvor et felt hverken kan begynde eller slutte"
                ),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(
                    en: "double the mark inside a quoted field, or say --quote none",
                    da: "fordobl tegnet inde i et felt med anførselstegn, eller skriv --quote none"
                )
            )
        case .unclosed(let offset):
            let (location, excerpt) = place(of: offset..<offset + 1, record: record, line: line)
            return Diagnostic(
                .unclosedQuote,
                LocalizedText(
                    en: "the quotation mark that opens here is never closed",
                    da: "anførselstegnet der åbner her, bliver aldrig lukket"
                ),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(
                    en: "close the field, or say --quote none",
                    da: "luk feltet, eller skriv --quote none"
                )
            )
        }
    }
}
