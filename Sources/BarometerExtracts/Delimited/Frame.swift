import BarometerCore

/// What the records of a file are: titles before the table, its header, its data, and notes behind it.
///
/// Decided over the whole file: most records have as many fields as the table has columns. Titles and notes are
/// records of a single field; a record that has several fields, but not as many as the others, is a fault and no note.
struct Frame {
    /// The names of the columns; several header records are joined cell by cell with one blank.
    var names: [String]
    /// The records of titles before the header.
    var preamble: Range<Int>
    /// The records of the header; empty where the file has none.
    var header: Range<Int>
    /// The records of data.
    var body: Range<Int>
    /// The records of notes behind the data.
    var footnotes: Range<Int>
    /// How many physical lines stand before the header.
    var preambleLines: Int
    /// Where the first column of data lies in a record: 1 where rows carry a name of their own and the header none.
    var hasRowNames = false
    /// Whether every record ends in one empty field more.
    var hasTrailingSeparator = false

    /// How many fields a record of data has.
    var width: Int { names.count + (hasTrailingSeparator ? 1 : 0) }

    init(_ records: RecordIndex, options: ExtractOptions) {
        let start = (0..<records.count).first { records.line(of: $0) > options.skip ?? 0 } ?? records.count
        let width = Frame.commonWidth(of: records, from: start)
        var first = start
        if options.skip == nil, width > 1 {
            first = Frame.endOfTitles(in: records, from: start, width: width)
        }
        let end = width > 1 ? Frame.startOfNotes(in: records, from: first, width: width) : records.count
        let kinds = ColumnKinds(records, first..<end, width: width)
        var count = options.header ?? Frame.headerCount(in: records, first..<end, width: width, kinds: kinds)
        var broken = 0
        if options.header == nil, first < end, records.width(of: first) < width {
            // A header that was broken over several lines has its first cell alone and the others behind separators.
            broken = Frame.brokenHeader(in: records, first..<end, width: width)
            if broken > 0 { count = broken }
        }
        header = first..<min(end, first + count)
        preamble = start..<first
        body = header.upperBound..<end
        footnotes = end..<records.count
        preambleLines = first < records.count ? max(0, records.line(of: first) - 1) : 0
        names =
            broken > 0
            ? Frame.brokenNames(of: records, header)
            : Frame.names(of: records, header, width: width)
        settleWidth(records, width: width)
        if let columns = options.columns { names = columns }
    }

    /// Rows with a name of their own, and records that end in a separator, have one field more than the header.
    private mutating func settleWidth(_ records: RecordIndex, width: Int) {
        let lastIsBlank = { (record: Int) in
            records.width(of: record) != width || records.isBlank(record, width - 1)
        }
        if names.count == width, width > 1, names.last?.isEmpty == true, body.allSatisfy(lastIsBlank) {
            names.removeLast()
            hasTrailingSeparator = true
        } else if names.count == width - 1, !header.isEmpty {
            if body.allSatisfy(lastIsBlank) {
                hasTrailingSeparator = true
            } else if Frame.areRowNames(in: records, body, width: width) {
                names.insert("", at: 0)
                hasRowNames = true
            }
        }
    }
}

// MARK: - Titles and notes

extension Frame {
    /// How many fields most records have; of two numbers equally common the larger.
    private static func commonWidth(of records: RecordIndex, from start: Int) -> Int {
        var counts: [Int: Int] = [:]
        for record in start..<records.count { counts[records.width(of: record), default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// The first record behind the titles: single fields, or padded ones that an empty record parts from the table.
    private static func endOfTitles(in records: RecordIndex, from start: Int, width: Int) -> Int {
        var first = start
        while first < records.count, records.width(of: first) == 1,
            !(width == 2 && records.count - first < 3)
        {
            if first + 1 < records.count, brokenHeader(in: records, first..<records.count, width: width) > 0 { break }
            first += 1
        }
        var padded = first
        while padded < min(records.count, first + 12), records.width(of: padded) == width,
            records.onlyFilledField(of: padded) == 0
        {
            padded += 1
        }
        if padded > first, padded < records.count, records.isBlank(padded) { return padded + 1 }
        return first
    }

    /// The first record of the notes at the end.
    private static func startOfNotes(in records: RecordIndex, from first: Int, width: Int) -> Int {
        var end = records.count
        while end > first + 1, isNote(end - 1, in: records, width: width) { end -= 1 }
        return end
    }

    /// The words with which notes begin in the files of Nordic offices and of Eurostat.
    private static let noteWords = [
        "Kilde", "Source", "Källa", "Note", "Anm", "Footnote", "Fodnote", "*", "Last update", "Senest opdateret", "©",
    ]

    private static func isNote(_ record: Int, in records: RecordIndex, width: Int) -> Bool {
        guard !isCutOff(record, in: records) else { return false }
        let text = records.string(record, 0)
        let isSingle = records.width(of: record) == 1
        let beginsLikeOne = noteWords.contains { text.hasPrefix($0) }
        if isSingle { return !text.contains { $0.isNumber } || beginsLikeOne || text.count > 12 }
        if records.width(of: record) != width { return beginsLikeOne }
        return beginsLikeOne && width > 2 && records.onlyFilledField(of: record) == 0
    }

    /// Whether the file ends within this record: in a quoted field, or in a label that an earlier record has in full.
    private static func isCutOff(_ record: Int, in records: RecordIndex) -> Bool {
        let faults = records.faults[record] ?? []
        if faults.contains(where: { $0.code == .unclosedQuote }) { return true }
        guard record == records.count - 1, records.width(of: record) == 1 else { return false }
        let text = records.string(record, 0)
        return (0..<record).contains { records.width(of: $0) > 1 && records.string($0, 0).hasPrefix(text) }
    }
}

// MARK: - Header

extension Frame {
    /// How many records the header takes: none where the first record has numbers that are no periods where all others
    /// have numbers; more than one where the following ones have text there and nothing in the first column.
    private static func headerCount(
        in records: RecordIndex,
        _ range: Range<Int>,
        width: Int,
        kinds: ColumnKinds
    ) -> Int {
        guard let first = range.first else { return 0 }
        guard !kinds.numeric.isEmpty else { return 1 }
        if records.width(of: first) != width {
            // A record of mostly numbers is data with a fault and no heading.
            let cells = (0..<records.width(of: first)).map { records.string(first, $0) }
            let numbers = cells.count { ColumnKinds.isNumber($0) && !isPeriod($0) }
            return numbers * 2 > cells.count ? 0 : 1
        }
        let cells = kinds.numeric.map { records.string(first, $0) }
        if cells.contains(where: { ColumnKinds.isNumber($0) && !isPeriod($0) }) { return 0 }
        // Only a page's heading leaves the stub blank on its first line already; names above a blank cell are one line.
        guard records.isBlank(first, 0) else { return 1 }
        var count = 1
        while count < 6, first + count < range.upperBound - 1,
            isHeading(first + count, in: records, width: width, kinds: kinds)
        {
            count += 1
        }
        return count
    }

    private static func isHeading(_ record: Int, in records: RecordIndex, width: Int, kinds: ColumnKinds) -> Bool {
        guard records.width(of: record) == width, records.isBlank(record, 0) else { return false }
        let cells = kinds.numeric.map { records.string(record, $0) }
        return cells.allSatisfy { cell in
            !cell.isEmpty && ExtractSchema.commonMarkers[cell] == nil
                && (!ColumnKinds.isNumber(cell) || isPeriod(cell))
        }
    }

    /// Whether a cell of a heading is a period, also one marked as provisional.
    private static func isPeriod(_ cell: String) -> Bool {
        Period(parsing: ObservationBuilder.withoutMark(cell)) != nil
    }

    private static func names(of records: RecordIndex, _ header: Range<Int>, width: Int) -> [String] {
        guard let first = header.first else { return (0..<width).map { "column\($0 + 1)" } }
        if header.count == 1 { return (0..<records.width(of: first)).map { records.string(first, $0) } }
        return (0..<width).map { column in
            let parts = header.filter { column < records.width(of: $0) && !records.isBlank($0, column) }
                .map { records.string($0, column) }
            return parts.joined(separator: " ")
        }
    }

    /// How many records a header takes that was broken before its separators; 0 where it was not.
    private static func brokenHeader(in records: RecordIndex, _ range: Range<Int>, width: Int) -> Int {
        guard let first = range.first, width > 2, records.width(of: first) == 1 else { return 0 }
        var cells = 1
        for record in range.dropFirst() {
            guard records.width(of: record) > 1, records.range(record, 0).isEmpty else { return 0 }
            cells += records.width(of: record) - 1
            if cells >= width { return cells == width ? record - first + 1 : 0 }
        }
        return 0
    }

    private static func brokenNames(of records: RecordIndex, _ header: Range<Int>) -> [String] {
        header.flatMap { record in
            let first = record == header.lowerBound ? 0 : 1
            return (first..<records.width(of: record)).map { records.string(record, $0) }
        }
    }

    /// Whether the first fields name the rows, as R writes them: running numbers, or texts that all differ.
    private static func areRowNames(in records: RecordIndex, _ body: Range<Int>, width: Int) -> Bool {
        let names = body.filter { records.width(of: $0) == width }.map { records.string($0, 0) }
        return !names.isEmpty && Set(names).count == names.count
            && names.enumerated().allSatisfy { Int($0.element) == nil || Int($0.element) == $0.offset + 1 }
    }
}

/// Which columns hold numbers, over all records of a range but the first few, which may be headings.
struct ColumnKinds {
    let numeric: [Int]

    init(_ records: RecordIndex, _ range: Range<Int>, width: Int) {
        // Every record counts in small files; in large ones two hundred spread over the whole file tell the same.
        let rows = range.dropFirst(min(5, range.count / 2))
        let step = max(1, rows.count / 200)
        let sample = stride(from: rows.startIndex, to: rows.endIndex, by: step).filter {
            records.width(of: $0) == width
        }
        numeric = (0..<width).filter { column in
            let cells = sample.map { records.string($0, column) }
                .filter { !$0.isEmpty && ExtractSchema.commonMarkers[$0] == nil }
            let numbers = cells.count { ColumnKinds.isNumber($0) }
            return numbers > 0 && numbers * 10 >= cells.count * 8
        }
    }

    /// Whether a text is a number in any of the usual forms.
    static func isNumber(_ text: String) -> Bool {
        // No form of number has a letter or does without digits, which nearly all other texts give away.
        var hasDigit = false
        for byte in text.utf8 {
            if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") { return false }
            hasDigit = hasDigit || (byte >= 0x30 && byte <= 0x39)
        }
        guard hasDigit else { return false }
        let numeral = FieldDecoder.numeral(text)
        return NumberFormatDecision.candidates.contains { DecimalNumber(parsing: numeral, format: $0) != nil }
    }
}
