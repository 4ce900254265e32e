import BarometerCore
import BarometerStore

/// The columns of a plain file as the table that its schema says, long or wide.
struct RangeTable {
    /// The values of one measure.
    struct Values {
        var blocks: [ValueBlock]
        /// nil for doubles.
        var decimals: Int?
        var printedDecimals: Int

        func column(_ name: String, _ unit: Unit) -> MeasureColumn {
            MeasureColumn(
                name: name,
                unit: unit,
                decimals: decimals ?? 0,
                printedDecimals: printedDecimals,
                blocks: blocks,
                statuses: blocks.map { _ in nil }
            )
        }
    }

    private let schema: ExtractSchema
    private let texts: [[String]]
    private let codes: [CodeColumn]
    private let headings: CodeColumn
    private let measures: [Values]
    private let runs: [RowRuns?]

    init(
        _ schema: ExtractSchema,
        texts: [[String]],
        codes: [CodeColumn],
        headings: CodeColumn,
        measures: [Values],
        runs: [RowRuns?]
    ) {
        self.schema = schema
        self.texts = texts
        self.codes = codes
        self.headings = headings
        self.measures = measures
        self.runs = runs
    }

    /// nil where the periods are not all plain ones of one frequency, or a flag says something of a value.
    func table(name: String) -> Table? {
        guard let time = time(), flagsAreSilent else { return nil }
        var dimensions = schema.columns.indices.filter { schema.columns[$0].role == .dimension }.map { position in
            DimensionColumn(
                name: schema.columns[position].dimension,
                codes: codes[position],
                entries: texts[position].map { DimensionColumn.Entry(code: $0) }
            )
        }
        let valueColumns = schema.columns.filter { $0.role == .measure }
        var columns = zip(valueColumns, measures).map { $1.column($0.name, $0.unit) }
        var period = time.first
        if case .wide(let dimensionName, let measureName) = schema.layout {
            let names = valueColumns.map(\.name)
            guard !names.contains(where: ObservationBuilder.isMarked) else { return nil }
            let periods = names.compactMap { Period(parsing: $0) }
            if period == nil, periods.count == names.count, Set(periods.map(\.frequency)).count == 1 {
                period = PeriodColumn(name: "period", codes: headings, labels: names, periods: periods)
            } else {
                let entries = names.map { DimensionColumn.Entry(code: $0) }
                var column = DimensionColumn(name: dimensionName, codes: headings, entries: entries)
                column.isOfHeadings = true
                dimensions.append(column)
            }
            columns = measures.prefix(1).map { $0.column(measureName, valueColumns.first?.unit ?? .count) }
        }
        var table = Table(name: name, dimensions: dimensions, time: period, vintages: nil, measures: columns)
        table.absentIsZero = schema.absentIsZero
        table.runs = runs
        return table
    }

    /// The column of periods, or none where the file has none; nil where a label is no plain period.
    private func time() -> [PeriodColumn]? {
        guard let position = schema.columns.firstIndex(where: { $0.role == .time }) else { return [] }
        let labels = texts[position]
        let periods = labels.compactMap { Period(parsing: $0) }
        guard periods.count == labels.count, Set(periods.map(\.frequency)).count == 1 else { return nil }
        let name = schema.columns[position].dimension
        return [PeriodColumn(name: name, codes: codes[position], labels: labels, periods: periods)]
    }

    /// Whether all cells of flag columns are empty or say that the value is an ordinary one.
    private var flagsAreSilent: Bool {
        schema.columns.indices.allSatisfy { position in
            schema.columns[position].role != .flag || texts[position].allSatisfy { ["", "A", "a"].contains($0) }
        }
    }
}
