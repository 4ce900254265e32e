import BarometerCore
import BarometerStore

/// The numbers behind the texts of the measure columns: each distinct text is read once.
struct FieldDecoder {
    /// What a text of a measure column stands for.
    enum Value {
        case number(DecimalNumber, ObservationStatus)
        /// A number with more digits than are kept exactly, or with a power of ten.
        case double(Double, ObservationStatus)
        case missing(ObservationStatus)
    }

    /// The value of each text of a column, by code; nil where the text could not be read, which was told.
    private(set) var values: [Int: [Value?]] = [:]
    /// The number format of each column that has decimals or groups.
    private(set) var formats: [Int: NumberFormat] = [:]

    /// Decides the number format of each column, then reads all texts.
    ///
    /// Unreadable numbers are counted by column, markers by their text. The usual decimal sign is that of columns without
    /// any, in a file without any.
    init(
        _ grid: CellGrid,
        columns: [Int],
        markers: [String: ObservationStatus],
        forced: NumberFormat?,
        usual: Unicode.Scalar,
        bag: inout DiagnosticBag
    ) {
        let marks = MarkTable(markers)
        let decisions = columns.map { position -> NumberFormatDecision in
            let texts = grid.columns[position].texts
            // A column of nothing but digits and marks needs no decision.
            if texts.indices.allSatisfy({ marks.wholeNumber($0, in: texts) != nil || marks[texts[$0]] != nil }) {
                return .wholeNumbers
            }
            let numerals = texts.lazy.filter { marks[$0] == nil }.map(FieldDecoder.numeralBeforeFlags)
            // Making them once is faster, making them for each look at them takes no memory.
            return texts.count < 50_000
                ? NumberFormatDecision.over(Array(numerals)) : NumberFormatDecision.over(numerals)
        }
        // Where a column cannot tell, the file's other columns can, if they agree.
        let decided = decisions.compactMap { if case .decided(let format) = $0 { format.decimal } else { nil } }
        let others = Set(decided)
        for (position, decision) in zip(columns, decisions) {
            let format: NumberFormat
            switch decision {
            case _ where forced != nil: format = forced ?? .danish
            case .decided(let decided): format = decided
            case .wholeNumbers: format = NumberFormat(decimal: decided.first ?? usual)
            case .undecided(let candidates):
                if others.count == 1, let fitting = candidates.first(where: { others.contains($0.decimal) }) {
                    format = fitting
                } else {
                    bag.add(.undecidableNumbers, path: grid.path, group: "\(position)") {
                        FieldDecoder.undecided(grid, column: position, candidates: candidates, marks)
                    }
                    continue
                }
            }
            if decision != .wholeNumbers { formats[position] = format }
            decode(grid, column: position, format: format, marks, bag: &bag)
        }
        addMarkerNotes(grid, columns: columns, marks, bag: &bag)
    }

    /// The rows with a cell that could not be read.
    func unreadRows(in grid: CellGrid) -> Set<Int> {
        var rows: Set<Int> = []
        for (column, values) in values where values.contains(where: { $0 == nil }) {
            let codes = grid.columns[column].codes
            for row in 0..<grid.rowCount where values[codes[row]] == nil { rows.insert(row) }
        }
        return rows
    }

    private mutating func decode(
        _ grid: CellGrid,
        column: Int,
        format: NumberFormat,
        _ marks: MarkTable,
        bag: inout DiagnosticBag
    ) {
        let cells = grid.columns[column]
        values[column] = cells.texts.indices.map { code -> Value? in
            if let number = marks.wholeNumber(code, in: cells.texts) {
                return .number(DecimalNumber(digits: number, decimals: 0), .normal)
            }
            let text = cells.texts[code]
            if let value = FieldDecoder.value(of: text, format: format, marks) { return value }
            bag.add(.unreadableNumber, path: grid.path, group: cells.name, count: cells.counts[code]) {
                FieldDecoder.unreadable(text, grid, row: cells.firstRows[code], column: column, format: format)
            }
            return nil
        }
    }

    /// What a text stands for: a marker, or a number that may carry a per cent sign, a mark for provisional figures
    /// (`*`), a trailing minus, or Eurostat's flags behind a blank.
    private static func value(
        of text: String,
        format: NumberFormat,
        _ marks: MarkTable
    ) -> Value? {
        if text.isPlainNumber, marks[text] == nil, let number = DecimalNumber(parsing: text, format: format) {
            return .number(number, .normal)
        }
        let parts = text.split(separator: " ")
        if let status = marks[text] ?? (parts.count == 1 ? marks[String(parts[0])] : nil) {
            return status == .nilValue ? .number(DecimalNumber(digits: 0, decimals: 0), status) : .missing(status)
        }
        if parts.count == 2, let status = flagStatus(parts[1]) {
            if parts[0] == ":" {
                return .missing(parts[1] == "c" ? .confidential : parts[1] == "z" ? .cannotOccur : .notAvailable)
            }
            if let number = DecimalNumber(parsing: parts[0], format: format) { return .number(number, status) }
        }
        let numeral = numeral(text)
        let status: ObservationStatus = text.last == "*" ? .provisional : .normal
        if let number = DecimalNumber(parsing: numeral, format: format) { return .number(number, status) }
        let isLong = numeral.utf8.count > 18 || numeral.contains { $0 == "e" || $0 == "E" }
        let pointed = numeral.map { $0 == "," && format.decimal == "," ? "." : $0 }
        if isLong, format.grouping == nil, numeral.allSatisfy({ "0123456789.,-+eE".contains($0) }),
            let double = Double(String(pointed)), double.isFinite
        {
            return .double(double, status)
        }
        return nil
    }

    /// Whether a text is a number with Eurostat's flags behind a blank, such as `76.4 b`.
    static func isNumberWithFlags(_ text: String) -> Bool {
        let parts = text.split(separator: " ")
        return parts.count == 2 && flagStatus(parts[1]) != nil && ColumnKinds.isNumber(String(parts[0]))
    }

    /// A number without Eurostat's flags and without what else may stand around it.
    private static func numeralBeforeFlags(_ text: String) -> String {
        let last = text.utf8.last { $0 != UInt8(ascii: " ") } ?? 0
        guard last >= UInt8(ascii: "a"), last <= UInt8(ascii: "z") else { return numeral(text) }
        let parts = text.split(separator: " ")
        return parts.count == 2 && flagStatus(parts[1]) != nil ? String(parts[0]) : numeral(text)
    }

    /// The status that Eurostat's flags say of a number; nil where the text is no flags.
    private static func flagStatus(_ flags: Substring) -> ObservationStatus? {
        guard flags.count <= 4, flags.allSatisfy({ "bcdefinprsuz".contains($0) }) else { return nil }
        return flags.contains("f")
            ? .forecast
            : flags.contains("p")
                ? .provisional : flags.contains("e") || flags.contains("s") ? .estimated : .normal
    }

    /// A number without what may stand around it: blanks, a per cent sign, a `*`; a trailing minus is put in front.
    static func numeral(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        if isDigit(last), isDigit(first) || first == UInt8(ascii: "-") { return text }
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiNumeral(text) }
        var core = text[...]
        let trim = { (core: inout Substring) in
            while core.first == " " || core.first == "\u{A0}" { core.removeFirst() }
            while core.last == " " || core.last == "\u{A0}" { core.removeLast() }
        }
        trim(&core)
        if core.last == "%" || core.last == "*" { core.removeLast() }
        trim(&core)
        if core.last == "-", core.count > 1 { core = "-" + core.dropLast() }
        return String(core)
    }

    private static func asciiNumeral(_ text: String) -> String {
        var core = text.utf8[...]
        let trim = { (core: inout Substring.UTF8View) in
            while core.first == UInt8(ascii: " ") { core.removeFirst() }
            while core.last == UInt8(ascii: " ") { core.removeLast() }
        }
        trim(&core)
        if core.last == UInt8(ascii: "%") || core.last == UInt8(ascii: "*") { core.removeLast() }
        trim(&core)
        let numeral = Substring(core)
        return core.last == UInt8(ascii: "-") && core.count > 1 ? "-" + numeral.dropLast() : String(numeral)
    }

    private static func unreadable(
        _ text: String,
        _ grid: CellGrid,
        row: Int,
        column: Int,
        format: NumberFormat
    ) -> Diagnostic {
        let (location, excerpt) = grid.place(row: row, column: column)
        let comma = format.decimal == ","
        return Diagnostic(
            .unreadableNumber,
            LocalizedText(
                en:
                    "\"\(text)\" in column \"\(grid.columns[column].name)\" is no number with decimal \(comma ? "comma" : "point")",
                da:
                    "\"\(text)\" i kolonnen \"\(grid.columns[column].name)\" er ikke et tal med decimal\(comma ? "komma" : "punktum")"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(
                en: "correct the cell, or name a mark for missing values with --missing or under markers",
                da: "ret cellen, eller nævn et tegn for manglende værdier med --missing eller under markers"
            )
        )
    }

    private static func undecided(
        _ grid: CellGrid,
        column: Int,
        candidates: [NumberFormat],
        _ marks: MarkTable
    ) -> Diagnostic {
        let cells = grid.columns[column]
        let code = cells.texts.firstIndex { text in
            marks[text] == nil && text.contains { $0 == "." || $0 == "," }
        }
        let (location, excerpt) = grid.place(row: code.map { cells.firstRows[$0] } ?? 0, column: column)
        return Diagnostic(
            .undecidableNumbers,
            LocalizedText(
                en: "the numbers of column \"\(cells.name)\" can be read in two ways, with groups or with decimals",
                da: "tallene i kolonnen \"\(cells.name)\" kan læses på to måder, med tusindtal eller med decimaler"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(en: "say --decimal , or --decimal .", da: "skriv --decimal , eller --decimal .")
        )
    }

    private func addMarkerNotes(
        _ grid: CellGrid,
        columns: [Int],
        _ marks: MarkTable,
        bag: inout DiagnosticBag
    ) {
        for position in columns {
            let cells = grid.columns[position]
            for code in cells.texts.indices where !marks.isSurelyNumber(code, in: cells.texts) {
                let text = cells.texts[code]
                guard let status = marks[text] else {
                    let parts = text.split(separator: " ")
                    if parts.count == 2, FieldDecoder.flagStatus(parts[1]) == .normal {
                        grid.tellLostFlag(
                            String(parts[1]),
                            row: cells.firstRows[code],
                            column: position,
                            count: cells.counts[code],
                            &bag
                        )
                    }
                    continue
                }
                // Marks of our own stand for what a cube said; nobody wrote them.
                guard CubeMarks.markers[text] == nil else { continue }
                bag.add(.markersRead, severity: .note, path: grid.path, group: text, count: cells.counts[code]) {
                    let (location, _) = grid.place(row: cells.firstRows[code], column: position)
                    return Diagnostic(
                        .markersRead,
                        LocalizedText(
                            en: "\"\(text)\" is read as \(status.name)",
                            da: "\"\(text)\" læses som \(status.name)"
                        ),
                        at: location
                    )
                }
            }
        }
    }
}

extension CellGrid {
    /// Tells of a flag that no status keeps, such as a break or a differing definition.
    func tellLostFlag(_ flag: String, row: Int, column: Int, count: Int, _ bag: inout DiagnosticBag) {
        bag.add(.statusFlag, severity: .note, path: path, group: flag, count: count) {
            let (location, _) = place(row: row, column: column)
            return Diagnostic(
                .statusFlag,
                LocalizedText(
                    en: "the flag \"\(flag)\" is not kept: figures count as ordinary, missing ones as not available",
                    da: "flaget \"\(flag)\" bevares ikke: tal regnes for almindelige, manglende for ikke oplyst"
                ),
                at: location,
                hint: LocalizedText(
                    en: "look the flag up at the source before the figures are used",
                    da: "slå flaget op hos kilden, før tallene bruges"
                )
            )
        }
    }
}
