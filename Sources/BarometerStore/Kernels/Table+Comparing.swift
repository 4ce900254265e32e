import BarometerCore

/// A question whose answer is a rate, a gap between two groups, or both.
public struct Comparison: Sendable {
    /// The rows, groups and periods.
    public var query: TableQuery
    /// The sum over the first selections divided by the sum over the second, in percent; nil takes the query's sums.
    public var rate: (numerator: [Selection], denominator: [Selection])?
    /// The figure of the first selection minus that of the second, both of one dimension.
    public var gap: (group: Selection, reference: Selection)?
    /// The figure that is compared where there is no rate.
    public var figure: @Sendable (QueryResult.Line) -> Double?

    /// A comparison of sums, unless said otherwise.
    public init(
        _ query: TableQuery,
        rate: (numerator: [Selection], denominator: [Selection])? = nil,
        gap: (group: Selection, reference: Selection)? = nil,
        figure: @escaping @Sendable (QueryResult.Line) -> Double? = { $0.sum }
    ) {
        self.query = query
        self.rate = rate
        self.gap = gap
        self.figure = figure
    }
}

/// The answer to a comparison: one figure for each group.
public struct ComparisonResult: Sendable {
    /// One group with its rate, gap or other figure.
    public struct Line: Sendable {
        /// The entry of each dimension grouped by, in the order of the question.
        public var entries: [Int]
        /// The period of the group; nil where all were taken together or the table has none.
        public var period: Period?
        /// A rate in percent, a gap of rates in percentage points, else what `Comparison.figure` gives.
        ///
        /// nil where a side of the comparison has no figure for the group, or a denominator is zero.
        public var figure: Double?
    }

    /// The groups in the order in which their codes first appear in the table, periods from early to late.
    public var lines: [Line]
    /// What the reader of the answer must know.
    public var notes: [Diagnostic]
}

extension Table {
    /// Answers a comparison, with one pass over the rows for each sum that it needs.
    ///
    /// - Throws: `StoreError` as `answer(to:)` does.
    public func answer(to comparison: Comparison) throws(StoreError) -> ComparisonResult {
        guard let gap = comparison.gap else { return try figures(of: comparison, and: []) }
        let group = try figures(of: comparison, and: [gap.group])
        let reference = try figures(of: comparison, and: [gap.reference])
        return Table.joined(group, reference) { $0 - $1 }
    }

    private func figures(of comparison: Comparison, and more: [Selection]) throws(StoreError) -> ComparisonResult {
        guard let rate = comparison.rate else { return try sums(of: comparison, and: more) }
        let numerator = try sums(of: comparison, and: more + rate.numerator)
        let denominator = try sums(of: comparison, and: more + rate.denominator)
        return Table.joined(numerator, denominator) { $1 == 0 ? nil : 100 * $0 / $1 }
    }

    private func sums(of comparison: Comparison, and more: [Selection]) throws(StoreError) -> ComparisonResult {
        var query = comparison.query
        query.selections += more
        let result = try answer(to: query)
        return ComparisonResult(
            lines: result.lines.map { line in
                ComparisonResult.Line(entries: line.entries, period: line.period, figure: comparison.figure(line))
            },
            notes: result.notes.map { note in
                // A rate or gap of incomplete sums is off by nobody knows how much.
                var note = note
                if note.code == .missingLeftOut { note.severity = .warning }
                return note
            }
        )
    }

    /// The figures of two answers side by side; a group that only one of them has stays, without a figure.
    private static func joined(
        _ left: ComparisonResult,
        _ right: ComparisonResult,
        _ operation: (Double, Double) -> Double?
    ) -> ComparisonResult {
        var lines: [ComparisonResult.Line] = []
        var (first, second) = (left.lines[...], right.lines[...])
        while let line = first.first ?? second.first {
            let other = first.isEmpty ? nil : second.first
            if let other, line.isSameGroup(as: other) {
                let figure = line.figure.flatMap { left in other.figure.flatMap { operation(left, $0) } }
                lines.append(ComparisonResult.Line(entries: line.entries, period: line.period, figure: figure))
                (first, second) = (first.dropFirst(), second.dropFirst())
            } else if first.isEmpty || other.map({ $0.precedes(line) }) == true {
                let alone = second.removeFirst()
                lines.append(ComparisonResult.Line(entries: alone.entries, period: alone.period, figure: nil))
            } else {
                first.removeFirst()
                lines.append(ComparisonResult.Line(entries: line.entries, period: line.period, figure: nil))
            }
        }
        let notes = left.notes + right.notes.filter { !left.notes.contains($0) }
        return ComparisonResult(lines: lines, notes: notes)
    }
}

extension ComparisonResult.Line {
    fileprivate func isSameGroup(as other: ComparisonResult.Line) -> Bool {
        entries == other.entries && period == other.period
    }

    /// Both answers number their groups alike, so that they can be walked side by side.
    fileprivate func precedes(_ other: ComparisonResult.Line) -> Bool {
        guard entries == other.entries else { return entries.lexicographicallyPrecedes(other.entries) }
        guard let period, let later = other.period else { return false }
        return period < later
    }
}
