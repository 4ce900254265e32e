import BarometerCore

extension Table {
    /// The figures of a table that has periods and no dimensions, such as a bare series; nil for any other table.
    public var series: Series? {
        guard dimensions.isEmpty, let time, Set(time.periods).count == rowCount else { return nil }
        let measure = measures[0]
        return Series(
            unit: measure.unit,
            decimals: measure.printedDecimals,
            observations: (0..<rowCount).map { row in
                Series.Observation(period: time.period(of: row), value: measure[row], status: measure.status(of: row))
            }
        )
    }
}
