import BarometerCore

/// One dataset in memory: dimensions, period, vintage and measures, column by column.
///
/// A row is an observation for each measure. All columns have the same number of rows, and the rows stand in the order
/// of the extract. A table is a value: reading never changes it.
public struct Table: Sendable {
    /// The dataset's name.
    public var name: String
    /// The dimensions in the order of the extract, without period and vintage.
    public package(set) var dimensions: [DimensionColumn]
    /// The periods, or nil where the table has none.
    public package(set) var time: PeriodColumn?
    /// When each row became known, or nil where that is not said.
    package var vintages: VintageColumn?
    /// The measures, at least one.
    public package(set) var measures: [MeasureColumn]
    /// The number of rows.
    public package(set) var rowCount: Int

    /// Whether a combination without a row is zero; else nothing is known of it.
    package var absentIsZero = false

    /// For each block where its dimensions other than time change, or nil where runs are too short; empty where that is
    /// not known.
    package var runs: [RowRuns?] = []

    /// How the rows of all columns are divided into blocks.
    package var layout: BlockLayout { measures[0].layout }

    /// A table of finished columns, which must be of the same length and divided into the same blocks.
    package init(
        name: String,
        dimensions: [DimensionColumn],
        time: PeriodColumn?,
        vintages: VintageColumn?,
        measures: [MeasureColumn]
    ) {
        precondition(!measures.isEmpty, "a table has a measure")
        let layout = measures[0].layout
        precondition(
            dimensions.allSatisfy { $0.codes.layout == layout } && measures.allSatisfy { $0.layout == layout }
                && time?.codes.layout ?? layout == layout && vintages?.codes.layout ?? layout == layout,
            "the columns of a table have the same length and the same blocks"
        )
        self.name = name
        self.dimensions = dimensions
        self.time = time
        self.vintages = vintages
        self.measures = measures
        rowCount = layout.rowCount
    }

    /// The position of the dimension with this name, or nil.
    public func dimension(named name: String) -> Int? {
        dimensions.firstIndex { $0.name == name }
    }

    /// The position of the measure with this name, or nil.
    public func measure(named name: String) -> Int? {
        measures.firstIndex { $0.name == name }
    }

    /// A table of some of the rows, in the given order.
    package func gathering(_ rows: [Int]) -> Table {
        var result = Table(
            name: name,
            dimensions: dimensions.map { column in
                var column = column
                column.codes = column.codes.gathering(rows)
                return column
            },
            time: time.map { $0.gathering(rows) },
            vintages: vintages.map { VintageColumn(codes: $0.codes.gathering(rows), vintages: $0.vintages) },
            measures: measures.map { $0.gathering(rows) }
        )
        result.absentIsZero = absentIsZero
        if !runs.isEmpty { result.findRuns() }
        return result
    }
}
