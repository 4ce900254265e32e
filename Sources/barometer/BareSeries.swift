import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerStore
import BarometerWorkspace

/// The bare series of a file: a column of periods, and figures or the counts that they are computed from.
struct BareSeries {
    private static let period = "period"
    private static let value = "value"
    private static let counts = ["numerator", "denominator"]

    /// The name of the file for messages.
    let path: String
    /// The figures; in percent where they come from counts, and else in whatever the file counts.
    let series: Series
    /// Whether any figure comes from counts.
    let hasCounts: Bool
    let diagnostics: [Diagnostic]

    /// Reads `period,value`, `period,value,numerator,denominator` or `period,numerator,denominator`.
    ///
    /// Where there are counts, the figure is 100 times one over the other, unrounded, and `value` is what was printed.
    ///
    /// - Throws: what reading throws; faults of the file are among the diagnostics, and the series is then empty.
    init(of path: String) throws {
        let bytes = try FileBytes(path: path)
        let seen = try Extract.read(bytes, path: path)
        let names = seen.summary.columns.map(\.name)
        let hasCounts = names.contains { BareSeries.counts.contains($0) }
        let hasValue = names.contains(BareSeries.value) || !hasCounts
        let unit: Unit = hasCounts ? .percent : .percentagePoints
        let measures =
            (hasValue ? [ExtractSchema.Column(name: BareSeries.value, role: .measure, unit: unit)] : [])
            + (hasCounts ? BareSeries.counts : []).map { ExtractSchema.Column(name: $0, role: .measure, unit: .count) }
        let extract = try Extract.read(
            bytes,
            path: path,
            schema: ExtractSchema(
                columns: [ExtractSchema.Column(name: BareSeries.period, role: .time)] + measures
            ),
            options: BareSeries.numberSigns(in: seen)
        )
        self.path = path
        self.hasCounts = hasCounts
        var diagnostics = BareSeries.inWordsOfAssess(extract.diagnostics) + BareSeries.groupedCounts(in: seen)
        if diagnostics.contains(where: { $0.code == .missingColumn }) {
            diagnostics.append(BareSeries.columnsExpected(path))
        }
        guard let table = extract.table, let time = table.time else {
            series = Series(unit: unit, decimals: 0, observations: [])
            self.diagnostics = diagnostics
            return
        }
        let rows = Rows(table: table, cells: extract.cells)
        let observations = (0..<table.rowCount).map { row in
            rows.observation(of: row, in: time.period(of: row), &diagnostics)
        }
        let isRepeated = Set(observations.map(\.period)).count < observations.count
        series = Series(
            unit: unit,
            decimals: rows.printed.map(\.printedDecimals) ?? 1,
            observations: isRepeated ? [] : observations
        )
        self.diagnostics = diagnostics
    }

    private init(_ series: Series, of whole: BareSeries, minus other: BareSeries, _ diagnostics: [Diagnostic]) {
        path = whole.path
        self.series = series
        hasCounts = whole.hasCounts || other.hasCounts
        self.diagnostics = whole.diagnostics + other.diagnostics + diagnostics
    }

    /// The periods with a figure, from early to late.
    private var periods: [Period] { series.observations.filter { $0.value != nil }.map(\.period) }

    /// The gap: this series minus the other, in the periods that both have; with counts on both sides its interval too.
    ///
    /// Periods in which one of them has no figure are told.
    func minus(_ other: BareSeries) -> BareSeries {
        BareSeries(series.minus(other.series), of: self, minus: other, unmatched(other))
    }

    /// What of the two series has nothing to be held against in the other; nothing where either has faults anyway.
    private func unmatched(_ other: BareSeries) -> [Diagnostic] {
        guard !(diagnostics + other.diagnostics).contains(where: { $0.severity == .error }) else { return [] }
        let empty = [self, other].filter(\.periods.isEmpty)
        guard empty.isEmpty else { return empty.map { BareSeries.noFigure(in: $0.path) } }
        let (own, others) = (Set(periods), Set(other.periods))
        if own.isDisjoint(with: others) { return [BareSeries.nothingInCommon(path, other.path)] }
        return [(self, others, other), (other, own, self)].compactMap { series, periods, opposite in
            let alone = series.periods.filter { !periods.contains($0) }
            return alone.first.map {
                BareSeries.noGap($0, count: alone.count, of: series.path, lackedBy: opposite.path)
            }
        }
    }

    // MARK: Signs of numbers

    /// How the numbers of a file are written; signs between thousands are never taken.
    ///
    /// Where commas part the fields, they are no decimal sign. In other files a comma in any number makes it the decimal
    /// sign of all.
    private static func numberSigns(in seen: Extract) -> ExtractOptions {
        let takesCommas = seen.summary.dialect.map { $0.delimiter != UInt8(ascii: ",") } ?? false
        let hasCommas = seen.cells.columns.contains { column in
            ([value] + counts).contains(column.name) && column.texts.contains { $0.contains(",") }
        }
        return ExtractOptions(decimal: takesCommas && hasCommas ? "," : ".", grouping: .some(nil))
    }

    /// Counts that may as well be thousands: each with a sign before its last three digits, where commas do not part
    /// the fields.
    private static func groupedCounts(in seen: Extract) -> [Diagnostic] {
        guard let dialect = seen.summary.dialect, dialect.delimiter != UInt8(ascii: ",") else { return [] }
        let cells = seen.cells
        return cells.columns.indices.compactMap { position -> Diagnostic? in
            let column = cells.columns[position]
            guard counts.contains(column.name) else { return nil }
            let signed = column.texts.indices.filter { column.texts[$0].contains { $0 == "." || $0 == "," } }
            let isGrouped = signed.allSatisfy { code in
                let parts = column.texts[code].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
                return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count == 3
            }
            guard isGrouped, let first = signed.first,
                let row = (0..<cells.rowCount).first(where: { column.codes[$0] == first })
            else { return nil }
            return groupedCounts(column.name, at: cells.place(row: row, column: position))
        }
    }
}

extension BareSeries {
    /// The rows of a file, each with a figure or the counts that it is computed from.
    private struct Rows {
        /// Numbers of so many digits are no statistics, and are not exact.
        static let limit = 1e15

        let printed: MeasureColumn?
        private let part: MeasureColumn?
        private let whole: MeasureColumn?
        private let cells: CellGrid

        init(table: Table, cells: CellGrid) {
            let measure = { (name: String) in table.measures.first { $0.name == name } }
            printed = measure(BareSeries.value)
            (part, whole) = (measure(BareSeries.counts[0]), measure(BareSeries.counts[1]))
            self.cells = cells
        }

        /// The figure of a row; what is wrong with it is added to the diagnostics.
        func observation(of row: Int, in period: Period, _ diagnostics: inout [Diagnostic]) -> Series.Observation {
            for measure in [printed, part, whole] {
                guard let measure, let number = measure[row], number.magnitude >= Rows.limit else { continue }
                let position = cells.columns.firstIndex { $0.name == measure.name } ?? 0
                diagnostics.append(
                    BareSeries.tooLarge(measure.name, in: period, at: cells.place(row: row, column: position))
                )
                return Series.Observation(period: period, value: nil, status: .notAvailable)
            }
            let value = printed?[row]
            // A provisional count makes a provisional rate.
            let status =
                [printed, part, whole].compactMap { $0?.status(of: row) }.first {
                    ![.normal, .nilValue].contains($0) && !$0.isMissing
                }
                ?? .normal
            guard let part, let whole else {
                return Series.Observation(
                    period: period,
                    value: value,
                    status: printed?.status(of: row) ?? .notAvailable
                )
            }
            guard let numerator = part[row], let denominator = whole[row] else {
                let missing = part[row] == nil ? part.status(of: row) : whole.status(of: row)
                return Series.Observation(period: period, value: value, status: value == nil ? missing : status)
            }
            let place = cells.place(row: row, column: 0)
            guard denominator > 0 else {
                diagnostics.append(BareSeries.noWhole(period, denominator, isPrinted: value != nil, at: place))
                return Series.Observation(
                    period: period,
                    value: value,
                    status: value == nil ? .cannotOccur : status
                )
            }
            var rate = rate(numerator, of: denominator, in: period, printed: value, at: place, &diagnostics)
            if rate.value != nil { rate.status = status }
            return rate
        }

        private func rate(
            _ numerator: Double,
            of denominator: Double,
            in period: Period,
            printed said: Double?,
            at place: (SourceLocation, SourceExcerpt),
            _ diagnostics: inout [Diagnostic]
        ) -> Series.Observation {
            let counts = Series.Counts(numerator: numerator, denominator: denominator)
            let value = counts.rate
            guard value.magnitude < Rows.limit else {
                diagnostics.append(BareSeries.tooLarge("100 × numerator / denominator", in: period, at: place))
                return Series.Observation(period: period, value: nil, status: .notAvailable)
            }
            guard (0...denominator).contains(numerator) else {
                diagnostics.append(BareSeries.notAPart(period, at: place))
                return Series.Observation(period: period, value: nil, status: .cannotOccur)
            }
            if let said, let decimals = printed?.printedDecimals,
                (value - said).magnitude > 0.5 / Double(powerOfTen(decimals)) + 1e-9
            {
                diagnostics.append(
                    BareSeries.differs(period, said: said, computed: value, decimals: decimals, at: place)
                )
            }
            return Series.Observation(period: period, value: value, basis: .rate(counts))
        }
    }
}
