import BarometerCore
import BarometerStore

/// The cells of a file as text, column by column, with the place of each.
///
/// Each column holds every distinct text once. Types are decided later over these texts, which are all the file has,
/// so a decision never rests on the first rows.
package struct CellGrid {
    /// One column of the file.
    package struct Column {
        package var name: String
        package var codes = CodeColumn()
        private var dictionary = TextDictionary()
        /// The row in which each text occurs first.
        private(set) var firstRows = OffsetList()
        /// How often each text occurs.
        private(set) var counts: [Int] = []

        package init(name: String) {
            self.name = name
        }

        /// A column that has these distinct texts, in rows that nobody asks for.
        init(name: String, texts: [String]) {
            self.name = name
            for text in texts { append(text) }
        }

        /// The distinct texts in the order of their first appearance; the position of a text is its code.
        package var texts: Texts { dictionary.texts }

        package mutating func append(_ text: String) {
            var text = text
            text.withUTF8 { append($0) }
        }

        /// To be called when no more rows are expected: gives back what only they need.
        fileprivate mutating func settle() {
            dictionary.settle()
        }

        /// Adds a row with a text in UTF-8.
        mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
            let code = dictionary.encode(text)
            if code == counts.count {
                firstRows.append(codes.count)
                counts.append(0)
            }
            counts[code] += 1
            codes.append(code)
        }
    }

    /// Where a cell stands: the record and field that it was read from.
    private struct Origin {
        var records: RecordIndex
        /// The record of the heading, where the file has one.
        var header: Int?
        /// The record of each row.
        var rows: OffsetList
        /// The field of each column; columns that were made from a part of a field share it.
        var fields: [Int]
    }

    package var columns: [Column] = []
    /// How many records of data the file has, read or not.
    package private(set) var recordsRead = 0
    package private(set) var rowCount = 0
    package let path: String
    private var origin: Origin

    /// Reads the records of data that a frame found.
    ///
    /// Records with a fault in their quotes or another number of fields than the header are left out and told of, or
    /// read as best they can be with a warning each, unless that made far more cells than the text has bytes. Linear.
    init(_ records: RecordIndex, frame: Frame, isLenient: Bool, bag: inout DiagnosticBag) {
        path = records.path
        columns = frame.names.map { Column(name: $0) }
        origin = Origin(
            records: records,
            header: frame.header.first,
            rows: OffsetList(),
            fields: Array(frame.names.indices)
        )
        let isLenient = isLenient && CellGrid.isBearable(columns.count * frame.body.count, bytes: records.text.count)
        for record in frame.header { CellGrid.tell(of: records.faults[record], record, records, isLenient, &bag) }
        for record in frame.body {
            recordsRead += 1
            let faults = records.faults[record]
            CellGrid.tell(of: faults, record, records, isLenient, &bag)
            let width = records.width(of: record)
            let hasWidth = width == frame.width || (frame.hasTrailingSeparator && width == frame.width - 1)
            if !hasWidth { tellWidth(of: record, expected: frame.width, records, isLenient, &bag) }
            guard isLenient || (hasWidth && faults == nil) else { continue }
            for column in columns.indices {
                if column < width {
                    records.withBytes(record, column) { columns[column].append($0) }
                } else {
                    columns[column].append("")
                }
            }
            origin.rows.append(record)
            rowCount += 1
            if tellEndlessCodes(&bag) { break }
        }
        for column in columns.indices { columns[column].settle() }
        tellRepeatedNames(frame, records, &bag)
    }

    /// Whether so many cells, of which most may be blank, are not out of proportion to the file.
    static func isBearable(_ cells: Int, bytes: Int) -> Bool {
        cells <= max(1_000_000, 16 * bytes)
    }

    /// A grid of texts that were taken out of another form, such as JSON lines, with the line of each row.
    package init(columns names: [String], rows: [[String]], lines: [Int], path: String) {
        self.path = path
        columns = names.map { Column(name: $0) }
        for row in rows {
            for (column, text) in row.enumerated() { columns[column].append(text) }
        }
        rowCount = rows.count
        recordsRead = rows.count
        self.lines = lines
        let empty = RecordIndex([], dialect: Dialect(delimiter: UInt8(ascii: ",")), path: path)
        origin = Origin(records: empty, rows: OffsetList(), fields: Array(names.indices))
    }

    /// A grid of columns that are only looked at as a whole, without places.
    init(columns: [Column], path: String) {
        self.init(columns: [], rows: [], lines: [], path: path)
        self.columns = columns
    }

    /// The line of each row where rows were not read from records; empty otherwise.
    private var lines: [Int] = []

    /// The place and the marked line of a cell.
    package func place(row: Int, column: Int) -> (SourceLocation, SourceExcerpt) {
        guard origin.records.count > 0 else {
            let text = columns[column].texts[columns[column].codes[row]]
            let location = SourceLocation(path: path, line: lines.isEmpty ? nil : lines[row])
            return (location, SourceExcerpt(text: text, marked: 1..<max(2, text.count + 1)))
        }
        let field = origin.fields[column]
        let record = origin.rows[row]
        return origin.records.place(record, min(field, origin.records.width(of: record) - 1))
    }

    /// The place of a column's name and the marked line that it stands on; the file alone where it has no heading.
    func headingPlace(column: Int) -> (SourceLocation, SourceExcerpt?) {
        guard let header = origin.header else { return (SourceLocation(path: path), nil) }
        return origin.records.place(header, min(origin.fields[column], origin.records.width(of: header) - 1))
    }

    /// Puts other columns in place of a field's, or other rows in place of all; `fields` and `rows` name where they
    /// came from.
    mutating func replace(columns: [Column], fields: [Int], rows: [Int]? = nil) {
        self.columns = columns
        origin.fields = fields.map { origin.fields[$0] }
        if let rows {
            if origin.rows.count > 0 { origin.rows = rows.reduce(into: OffsetList()) { $0.append(origin.rows[$1]) } }
            if !lines.isEmpty { lines = rows.map { lines[$0] } }
            rowCount = rows.count
        }
    }
}

extension CellGrid {
    /// The cells of a file whose encoding and dialect are detected, such as a codelist.
    package init(bytes: [UInt8], path: String, bag: inout DiagnosticBag) {
        let text = Encoding.detected(in: bytes).decode(bytes)
        let records = RecordIndex(text, dialect: .detected(in: text), path: path)
        if let fault = records.tooLarge { bag.add(fault) }
        let frame = Frame(records, options: ExtractOptions(header: 1))
        self.init(records, frame: frame, isLenient: false, bag: &bag)
    }

    /// The text of a cell; nil where the file has no such column.
    package func text(row: Int, column name: String) -> String? {
        guard let column = columns.first(where: { $0.name == name }) else { return nil }
        return column.texts[column.codes[row]]
    }
}

// MARK: - Faults

extension CellGrid {
    private func tellRepeatedNames(_ frame: Frame, _ records: RecordIndex, _ bag: inout DiagnosticBag) {
        var seen: Set<String> = []
        guard let header = frame.header.first else { return }
        for (position, column) in columns.enumerated()
        where !column.name.allSatisfy({ $0 == " " }) && !seen.insert(column.name).inserted {
            bag.add(.duplicateColumn, severity: .warning, path: path, group: "") {
                let (location, excerpt) = records.place(header, min(position, records.width(of: header) - 1))
                return Diagnostic(
                    .duplicateColumn,
                    LocalizedText(
                        en: "two columns are called \"\(column.name)\"",
                        da: "to kolonner hedder \"\(column.name)\""
                    ),
                    at: location,
                    excerpt: excerpt,
                    hint: LocalizedText(
                        en: "rename one of them in the file, or name all with --columns",
                        da: "omdøb den ene i filen, eller nævn alle med --columns"
                    )
                )
            }
        }
    }

    private func tellWidth(
        of record: Int,
        expected: Int,
        _ records: RecordIndex,
        _ isLenient: Bool,
        _ bag: inout DiagnosticBag
    ) {
        bag.add(.fieldCount, severity: isLenient ? .warning : .error, path: path, group: "") {
            let (location, excerpt) = records.place(record)
            let width = records.width(of: record)
            let way =
                width < expected
                ? LocalizedText(
                    en: "add the missing field, or an empty one, where it belongs",
                    da: "tilføj det manglende felt, eller et tomt, hvor det hører til"
                )
                : LocalizedText(
                    en: "put quotes around a field that holds the separator",
                    da: "sæt anførselstegn om et felt der indeholder skilletegnet"
                )
            let done = LocalizedText(
                en: width < expected
                    ? "read with empty fields at its end" : "the fields beyond the header were left out",
                da: width < expected ? "læst med tomme felter til sidst" : "felterne ud over overskriften er udeladt"
            )
            return Diagnostic(
                .fieldCount,
                LocalizedText(
                    en: "the record has \(width) fields, the header has \(expected)"
                        + (isLenient ? ": \(done.en)" : ""),
                    da: "posten har \(width) felter, overskriften har \(expected)" + (isLenient ? ": \(done.da)" : "")
                ),
                at: location,
                excerpt: excerpt,
                hint: way
            )
        }
    }

    private static func tell(
        of faults: [RecordScanner.QuoteFault]?,
        _ record: Int,
        _ records: RecordIndex,
        _ isLenient: Bool,
        _ bag: inout DiagnosticBag
    ) {
        for fault in faults ?? [] {
            bag.add(fault.code, severity: isLenient ? .warning : .error, path: records.path, group: "") {
                let (location, excerpt) = records.place(of: fault.offset..<fault.offset + 1, record: record)
                var diagnostic = fault.diagnostic
                diagnostic.location = location
                diagnostic.excerpt = excerpt
                return diagnostic
            }
        }
    }
}

extension RecordScanner.QuoteFault {
    fileprivate var diagnostic: Diagnostic {
        switch self {
        case .stray:
            Diagnostic(
                .strayQuote,
                LocalizedText(
                    en: "a quotation mark stands where a field can neither begin nor end",
                    da: "et anførselstegn står hvor et felt hverken kan begynde eller slutte"
                ),
                hint: LocalizedText(
                    en: "double the mark inside a quoted field, or say --quote none or --lenient",
                    da: "fordobl tegnet inde i et felt med anførselstegn, eller skriv --quote none eller --lenient"
                )
            )
        case .unclosed:
            Diagnostic(
                .unclosedQuote,
                LocalizedText(
                    en: "the quotation mark that opens here is never closed",
                    da: "anførselstegnet der åbner her, bliver aldrig lukket"
                ),
                hint: LocalizedText(
                    en: "close the field, or say --quote none",
                    da: "luk feltet, eller skriv --quote none"
                )
            )
        }
    }
}
