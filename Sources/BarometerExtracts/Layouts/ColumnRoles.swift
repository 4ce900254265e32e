import BarometerCore
import BarometerStore

/// Tells what the columns of a bare file are for, by the names that offices use and by what all their cells hold.
///
/// A column under a known name of measures makes the file long; so does a single numeric column. Columns headed by
/// periods, or several numeric columns behind the last code-like one, make it wide.
struct ColumnRoles {
    private static let timeNames: Set<String> = [
        "tid", "time", "time_period", "periode", "period", "year", "år", "aar", "kvartal", "quarter", "måned", "month",
        "dato", "date", "ar",
    ]
    private static let measureNames: Set<String> = ["indhold", "obs_value", "value", "værdi", "vaerdi", "antal"]
    private static let flagNames: Set<String> = [
        "obs_status", "obs_flag", "flag codes", "flag and footnotes", "flags", "conf_status",
    ]
    /// Columns of SDMX-CSV that say how to load a row and are no part of its key.
    private static let transportNames: Set<String> = [
        "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION",
    ]

    private let grid: CellGrid
    private let options: ExtractOptions
    private let markers: [String: ObservationStatus]
    private let marks: MarkTable

    /// The schema of a file, with overrides by name.
    static func schema(of grid: CellGrid, options: ExtractOptions, bag: inout DiagnosticBag) -> ExtractSchema {
        var markers = ExtractSchema.commonMarkers
        for text in options.missing { markers[text] = .notAvailable }
        let names = Set(grid.columns.map(\.name))
        for name in [options.time].compactMap({ $0 }) + (options.measures ?? []) where !names.contains(name) {
            bag.add(unknownColumn(name, in: grid))
        }
        return ColumnRoles(grid: grid, options: options, markers: markers, marks: MarkTable(markers)).schema(bag: &bag)
    }

    private func schema(bag: inout DiagnosticBag) -> ExtractSchema {
        let isSDMX = PackedColumns.isSDMX(grid)
        let time = timeColumn()
        let measures = measureColumns(time: time)
        if measures.isEmpty { bag.add(noMeasure) }
        let value = measures.max()
        let columns = grid.columns.enumerated().map { position, column -> ExtractSchema.Column in
            let lowered = column.name.lowercased()
            let isAttribute = isSDMX && (value.map { position > $0 } ?? false) || column.name.hasSuffix("[]")
            let role: ExtractSchema.Role =
                position == time
                ? .time
                : measures.contains(position)
                    ? .measure
                    : ColumnRoles.flagNames.contains(lowered)
                        ? .flag
                        : isAttribute || (isSDMX && isTransport(column.name)) || isRowNumber(column)
                            ? .ignored : .dimension
            return ExtractSchema.Column(name: column.name, role: role)
        }
        if isSDMX { refuseDeletions(bag: &bag) }
        let isWide =
            (measures.count > 1 && options.measures == nil) || measures.contains { isPeriod(grid.columns[$0].name) }
        return ExtractSchema(
            columns: columns,
            layout: isWide ? .wide(dimension: "variable", measure: "value") : .long,
            markers: markers,
            absentIsZero: options.absentIsZero ?? false
        )
    }

    // MARK: Time

    private func timeColumn() -> Int? {
        if let name = options.time { return grid.columns.firstIndex { $0.name == name } }
        let arePeriods = grid.columns.map { column in
            column.texts.count > 0 && (column.texts.allSatisfy(isPeriod) || holdsOnlyDays(column))
        }
        // A name decides for a column that is meant to hold periods even where one of them is misspelt.
        let named = grid.columns.indices.filter { ColumnRoles.timeNames.contains(grid.columns[$0].name.lowercased()) }
        if let position = named.first(where: { arePeriods[$0] }) { return position }
        if let position = named.first(where: { isMeantAsTime(grid.columns[$0]) }) { return position }
        return grid.columns.indices.first { position in
            arePeriods[position] && !grid.columns[position].texts.allSatisfy { $0.utf8.count == 4 }
        }
    }

    /// The names under which statistics banks put periods and nothing else.
    private func isAlwaysTime(_ name: String) -> Bool {
        ["tid", "time_period", "periode", "period"].contains(name.lowercased())
    }

    /// Whether a column under a name of periods is meant to hold them, so that its other texts are faults.
    ///
    /// At least half must be periods where something else may stand under this name. Days whose order nobody knows are no
    /// periods.
    private func isMeantAsTime(_ column: CellGrid.Column) -> Bool {
        let days = WrittenDays(column.texts.filter { markers[$0] == nil }, said: options.dates)
        if let days, days.order == nil, days.count * 2 >= column.texts.count { return false }
        let periods = column.texts.count { Period(parsing: $0) != nil || days?.day(of: $0) != nil }
        return isAlwaysTime(column.name) || periods * 2 >= column.texts.count
    }

    /// Whether all texts are days as people write them, in an order that is known.
    private func holdsOnlyDays(_ column: CellGrid.Column) -> Bool {
        guard let days = WrittenDays.only(column.texts, said: options.dates) else { return false }
        return column.texts.allSatisfy { days.day(of: $0) != nil }
    }

    /// Tells of the columns of a bare file that stay text because nobody knows which part of their days is the month.
    static func tellUndecidableDays(
        of grid: CellGrid,
        schema: ExtractSchema,
        options: ExtractOptions,
        bag: inout DiagnosticBag
    ) {
        for (position, column) in grid.columns.enumerated() where schema.columns[position].role == .dimension {
            let texts = column.texts.lazy.filter { schema.markers[$0] == nil }
            guard let first = texts.first, WrittenDay(ObservationBuilder.withoutMark(first)) != nil else { continue }
            guard let days = WrittenDays.only(texts, said: options.dates), days.order == nil else { continue }
            grid.tellUndecidable(days, column: position, severity: .note, &bag)
        }
    }

    private func isPeriod(_ name: String) -> Bool {
        Period(parsing: ObservationBuilder.withoutMark(name)) != nil
    }

    // MARK: Measures

    private func measureColumns(time: Int?) -> Set<Int> {
        if let names = options.measures {
            return Set(grid.columns.indices.filter { names.contains(grid.columns[$0].name) })
        }
        let known = grid.columns.indices.filter {
            ColumnRoles.measureNames.contains(grid.columns[$0].name.lowercased())
        }
        if let last = known.last { return [last] }
        let headedByPeriods = grid.columns.indices.filter {
            isPeriod(grid.columns[$0].name) && isNumeric(grid.columns[$0])
        }
        if time == nil, !headedByPeriods.isEmpty { return Set(headedByPeriods) }
        let lastCode = grid.columns.indices.last { isCodeName(grid.columns[$0].name) }
        if let lastCode {
            let behind = grid.columns.indices.filter { $0 > lastCode && $0 != time && isMeasure(grid.columns[$0]) }
            return Set(behind)
        }
        var trailing: Set<Int> = []
        for position in grid.columns.indices.reversed() {
            if ColumnRoles.flagNames.contains(grid.columns[position].name.lowercased()) { continue }
            guard position != time, isMeasure(grid.columns[position]) else { break }
            trailing.insert(position)
        }
        return trailing
    }

    private func isMeasure(_ column: CellGrid.Column) -> Bool {
        isNumeric(column) && !isDate(column) && !isRowNumber(column)
    }

    /// Ids and numbers of places are codes, whatever they look like.
    private func isCodeName(_ name: String) -> Bool {
        let lowered = name.lowercased()
        if ["nr", "kode", "code", "nummer", "_id", " id"].contains(where: { lowered.hasSuffix($0) }) || lowered == "id"
        {
            return true
        }
        // `ValgId` and `valgstedid` are ids; `antal individ` ends so by chance and counts something.
        return name.hasSuffix("Id") || name.hasSuffix("ID") || (lowered.hasSuffix("id") && !lowered.contains(" "))
    }

    /// Whether nearly all texts of a column are numbers or markers; the rest are then faults of their cells.
    private func isNumeric(_ column: CellGrid.Column) -> Bool {
        let texts = column.texts.indices.filter { code in
            if marks.isSurelyNumber(code, in: column.texts) { return true }
            let text = column.texts[code]
            return marks[text] == nil && !(text.first == ":" && text.count <= 6)
        }
        guard !texts.isEmpty else { return column.texts.contains { !$0.isEmpty } }
        let step = max(1, texts.count / 400)
        let sample = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
        let numbers = sample.count { code in
            if marks.wholeNumber(code, in: column.texts) != nil { return true }
            let text = column.texts[code]
            return FieldDecoder.isNumberWithFlags(text) || ColumnKinds.isNumber(text)
        }
        return numbers * 10 >= sample.count * 8
    }

    /// Days written as eight digits.
    private func isDate(_ column: CellGrid.Column) -> Bool {
        let texts = column.texts.lazy.filter { marks[$0] == nil }
        return !texts.isEmpty
            && texts.allSatisfy { text in
                guard text.utf8.count == 8, let number = Int(text) else { return false }
                let year = number / 10_000
                return (1800...2200).contains(year) || year == 9999
                    ? CalendarDay(year: year, month: number / 100 % 100, day: number % 100) != nil : false
            }
    }

    /// The running numbers that R and pandas write in front of each row, under no name.
    private func isRowNumber(_ column: CellGrid.Column) -> Bool {
        guard column.name.isEmpty, column.texts.count == grid.rowCount, let first = Int(column.texts.first ?? "") else {
            return false
        }
        return column.texts.enumerated().allSatisfy { Int($0.element) == first + $0.offset }
    }

    // MARK: SDMX

    private func isTransport(_ name: String) -> Bool {
        ColumnRoles.transportNames.contains(name) || name.hasPrefix("STRUCTURE[")
    }

    private func refuseDeletions(bag: inout DiagnosticBag) {
        guard let position = grid.columns.firstIndex(where: { $0.name == "ACTION" }),
            let code = grid.columns[position].texts.firstIndex(of: "D")
        else { return }
        let column = grid.columns[position]
        let (location, excerpt) = grid.place(row: column.firstRows[code], column: position)
        bag.add(.deletionRefused, path: grid.path, group: "", count: column.counts[code]) {
            Diagnostic(
                .deletionRefused,
                LocalizedText(
                    en: "the row asks for figures to be deleted (ACTION D), which an extract cannot do",
                    da: "rækken beder om at slette tal (ACTION D), og det kan et udtræk ikke"
                ),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(
                    en: "fetch the whole dataset instead of its changes",
                    da: "hent hele datasættet i stedet for ændringerne"
                )
            )
        }
    }

    // MARK: Faults

    private static func unknownColumn(_ name: String, in grid: CellGrid) -> Diagnostic {
        let names = grid.columns.map(\.name)
        let list = names.joined(separator: ", ")
        return Diagnostic(
            .missingColumn,
            LocalizedText(en: "the file has no column \"\(name)\"", da: "filen har ingen kolonne \"\(name)\""),
            at: SourceLocation(path: grid.path, line: 1),
            hint: didYouMean(name, among: names)
                ?? LocalizedText(en: "its columns are \(list)", da: "dens kolonner er \(list)")
        )
    }

    private var noMeasure: Diagnostic {
        Diagnostic(
            .noMeasure,
            LocalizedText(
                en: "no column holds values: none is called INDHOLD or the like, and no column at the end is numeric",
                da:
                    "ingen kolonne rummer værdier: ingen hedder INDHOLD eller lignende, og ingen kolonne til sidst er tal"
            ),
            severity: .warning,
            at: SourceLocation(path: grid.path, line: 1),
            hint: LocalizedText(en: "name the column with --measure", da: "nævn kolonnen med --measure")
        )
    }
}
