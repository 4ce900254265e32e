import BarometerCore
import BarometerStore

/// Turns the cells of a file into the columns of a table, as its schema says.
///
/// Long and wide files become the same long table.
struct ObservationBuilder {
    let grid: CellGrid
    let schema: ExtractSchema
    /// For each column of the schema its position in the grid.
    let positions: [Int]
    let decoder: FieldDecoder
    /// When the rows became known, where no column says it.
    let vintage: Vintage?
    /// Which of day and month stands first in written days, where it was said.
    let dates: DayOrder?

    /// The periods of the time column by text code; empty where there is none.
    private var periods: [Period] = []
    /// Which part is the day where the periods are days as people write them.
    private(set) var dayOrder: DayOrder?
    private var timePosition: Int?
    /// The codes of the time column that are no periods.
    private var unreadPeriods: Set<Int> = []

    /// The rows whose period could not be read.
    var unreadRows: Set<Int> {
        guard let timePosition, !unreadPeriods.isEmpty else { return [] }
        let codes = grid.columns[timePosition].codes
        return Set((0..<grid.rowCount).filter { unreadPeriods.contains(codes[$0]) })
    }

    init(
        grid: CellGrid,
        schema: ExtractSchema,
        positions: [Int],
        decoder: FieldDecoder,
        vintage: Vintage?,
        dates: DayOrder?,
        bag: inout DiagnosticBag
    ) {
        self.grid = grid
        self.schema = schema
        self.positions = positions
        self.decoder = decoder
        self.vintage = vintage
        self.dates = dates
        guard let index = schema.columns.firstIndex(where: { $0.role == .time }) else { return }
        timePosition = positions[index]
        let read = readPeriods(of: schema.columns[index], at: positions[index], bag: &bag)
        (periods, unreadPeriods, dayOrder) = (read.periods, read.unread, read.order)
    }

    /// The columns of a role with their positions in the grid.
    func columns(_ role: ExtractSchema.Role) -> [(column: ExtractSchema.Column, position: Int)] {
        zip(schema.columns, positions).filter { $0.0.role == role }.map { ($0.0, $0.1) }
    }

    /// The table of a file of so many bytes, or nil where faults were found.
    func table(name: String, bytes: Int, bag: inout DiagnosticBag) -> Table? {
        tellLostFlags(&bag)
        var dimensions = columns(.dimension).map { dimension($0.column, at: $0.position, bag: &bag) }
        var vintages = vintageColumn(bag: &bag)
        guard !bag.hasErrors else { return nil }
        var time = timePosition.map { position in
            PeriodColumn(
                name: columns(.time).first?.column.dimension ?? grid.columns[position].name,
                codes: grid.columns[position].codes,
                labels: Array(grid.columns[position].texts),
                periods: periods
            )
        }
        let valueColumns = columns(.measure)
        guard !valueColumns.isEmpty else { return nil }
        guard case .wide(let dimensionName, let measureName) = schema.layout else {
            return Table(
                name: name,
                dimensions: dimensions,
                time: time,
                vintages: vintages,
                measures: valueColumns.map { measure($0.column.name, $0.column.unit, positions: [$0.position]) }
            )
        }
        if let fault = tooWide(dimensions: dimensions.count, values: valueColumns.count, bytes: bytes) {
            bag.add(fault)
            return nil
        }
        let cellRows = (0..<grid.rowCount).flatMap { row in valueColumns.map { _ in row } }
        for index in dimensions.indices { dimensions[index].codes = dimensions[index].codes.gathering(cellRows) }
        time = time?.gathering(cellRows)
        vintages = vintages.map { VintageColumn(codes: $0.codes.gathering(cellRows), vintages: $0.vintages) }
        var headings = CodeColumn()
        for _ in 0..<grid.rowCount {
            for code in valueColumns.indices { headings.append(code) }
        }
        let names = valueColumns.map(\.column.name)
        let headingPeriods = names.compactMap { Period(parsing: ObservationBuilder.withoutMark($0)) }
        if time == nil, headingPeriods.count == names.count, Set(headingPeriods.map(\.frequency)).count == 1 {
            time = PeriodColumn(name: "period", codes: headings, labels: names, periods: headingPeriods)
        } else {
            let entries = names.map { DimensionColumn.Entry(code: $0) }
            var headingDimension = DimensionColumn(name: dimensionName, codes: headings, entries: entries)
            headingDimension.isOfHeadings = true
            dimensions.append(headingDimension)
        }
        let unit = valueColumns.first?.column.unit ?? .count
        return Table(
            name: name,
            dimensions: dimensions,
            time: time,
            vintages: vintages,
            measures: [measure(measureName, unit, positions: valueColumns.map(\.position))]
        )
    }

    /// The values of some columns of the grid, row by row, with what flags and marks for provisional periods say of
    /// them.
    private func measure(_ name: String, _ unit: Unit, positions: [Int]) -> MeasureColumn {
        var result = MeasureColumn(name: name, unit: unit)
        let sources = positions.map { position in
            (
                values: decoder.values[position] ?? [], codes: grid.columns[position].codes,
                isProvisional: ObservationBuilder.isMarked(grid.columns[position].name)
            )
        }
        let flags = columns(.flag).first.map { $0.position }
        let flagStatuses =
            flags.map { grid.columns[$0].texts.map { ObservationBuilder.flagStatuses[$0.lowercased()] } } ?? []
        let markedPeriods = timePosition.map { grid.columns[$0].texts.map(ObservationBuilder.isMarked) } ?? []
        for row in 0..<grid.rowCount {
            let flag = flags.flatMap { flagStatuses[grid.columns[$0].codes[row]] }
            let isProvisional = timePosition.map { markedPeriods[grid.columns[$0].codes[row]] } ?? false
            for source in sources {
                let mark: ObservationStatus? = isProvisional || source.isProvisional ? .provisional : flag
                let own = { (status: ObservationStatus) in
                    status == .normal ? mark.flatMap { $0.isMissing ? nil : $0 } ?? .normal : status
                }
                switch source.values[source.codes[row]] {
                case .number(let number, let status): result.append(number, status: own(status))
                case .double(let number, let status): result.append(double: number, status: own(status))
                case .missing(let status):
                    result.append(nil, status: flag.flatMap { $0.isMissing ? $0 : nil } ?? status)
                case nil: preconditionFailure("a table is built only where all cells were read")
                }
            }
        }
        return result
    }

    /// Tells of the letters in a flag column that no status keeps.
    private func tellLostFlags(_ bag: inout DiagnosticBag) {
        guard let position = columns(.flag).first?.position else { return }
        let column = grid.columns[position]
        for (code, text) in column.texts.enumerated() {
            let flag = text.lowercased()
            guard !flag.isEmpty, flag != "a", ObservationBuilder.flagStatuses[flag] == nil else { continue }
            grid.tellLostFlag(text, row: column.firstRows[code], column: position, count: column.counts[code], &bag)
        }
    }

    /// What the letters of Eurostat and SDMX say of a value, or why there is none.
    private static let flagStatuses: [String: ObservationStatus] = [
        "p": .provisional, "e": .estimated, "i": .estimated, "f": .forecast, "s": .estimated, "c": .confidential,
        "m": .notAvailable, "o": .notAvailable, "l": .notAvailable, "z": .cannotOccur,
    ]

    /// Whether a period carries the mark of provisional figures.
    static func isMarked(_ text: String) -> Bool {
        text.last == "*"
    }

    /// A period code without the mark of provisional figures.
    static func withoutMark(_ text: String) -> String {
        isMarked(text) ? String(text.dropLast()) : text
    }
}

// MARK: - Dimensions

extension ObservationBuilder {
    private func dimension(
        _ column: ExtractSchema.Column,
        at position: Int,
        bag: inout DiagnosticBag
    ) -> DimensionColumn {
        let cells = grid.columns[position]
        guard let codelist = column.codelist else {
            let entries = cells.texts.map { DimensionColumn.Entry(code: $0) }
            return DimensionColumn(name: column.dimension, codes: cells.codes, entries: entries)
        }
        // A code means what its codelist says for the period of the row; most codes mean the same in all periods.
        var entryOf: [Meaning: Int] = [:]
        var entryOfItem: [Int: Int] = [:]
        var entries: [DimensionColumn.Entry] = []
        var codes = CodeColumn()
        var unknown: Set<String> = []
        for row in 0..<grid.rowCount {
            let meaning = Meaning(text: cells.codes[row], period: timePosition.map { grid.columns[$0].codes[row] })
            if let entry = entryOf[meaning] {
                codes.append(entry)
                continue
            }
            let text = cells.texts[meaning.text]
            let day = meaning.period.map { periods[$0].lastDay }
            guard let item = codelist.position(of: text, on: day) else {
                // The first few unknown codes are told one by one, the others only counted.
                let known = unknown.count < 5 || unknown.contains(text)
                if known { unknown.insert(text) }
                bag.add(.unknownCode, path: grid.path, group: known ? "\(column.name)=\(text)" : column.name) {
                    unknownCode(text, in: codelist, on: day, row: row, position: position)
                }
                codes.append(0)
                continue
            }
            let entry = entryOfItem[item] ?? entries.count
            if entry == entries.count {
                entries.append(DimensionColumn.Entry(code: text, item: codelist.items[item]))
                entryOfItem[item] = entry
            }
            entryOf[meaning] = entry
            codes.append(entry)
        }
        return DimensionColumn(name: column.dimension, codes: codes, entries: entries)
    }

    private struct Meaning: Hashable {
        var text: Int
        var period: Int?
    }

    private func unknownCode(
        _ text: String,
        in codelist: Codelist,
        on day: CalendarDay?,
        row: Int,
        position: Int
    ) -> Diagnostic {
        let (location, excerpt) = grid.place(row: row, column: position)
        let name = grid.columns[position].name
        if let day, codelist.contains(text) {
            return Diagnostic(
                .unknownCode,
                LocalizedText(
                    en: "code \"\(text)\" of \(name) is not valid on \(day) by codelist \(codelist.id)",
                    da: "koden \"\(text)\" i \(name) gælder ikke den \(day) ifølge kodelisten \(codelist.id)"
                ),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(
                    en: "correct the validity in the codelist or the period of the row",
                    da: "ret gyldigheden i kodelisten eller rækkens periode"
                )
            )
        }
        return Diagnostic(
            .unknownCode,
            LocalizedText(
                en: "code \"\(text)\" of \(name) is not in codelist \(codelist.id)",
                da: "koden \"\(text)\" i \(name) står ikke i kodelisten \(codelist.id)"
            ),
            at: location,
            excerpt: excerpt,
            hint: didYouMean(text, among: codelist.items.map(\.code))
                ?? LocalizedText(en: "add the code to the codelist", da: "tilføj koden i kodelisten")
        )
    }
}
