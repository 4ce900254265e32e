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
    /// What the kernels did for the answer.
    package var work = AggregationWork()
}

extension Table {
    /// Answers a comparison with one pass over the rows, whatever sums it needs.
    ///
    /// - Throws: `StoreError` as `answer(to:)` does.
    public func answer(to comparison: Comparison) throws(StoreError) -> ComparisonResult {
        let question = try Question(self, comparison.queries, limits: AggregationLimits())
        return try comparison.result(of: question, from: GroupedAggregation.run(question.plan))
    }

    /// The same answer, to the last digit, with up to so many threads at work.
    ///
    /// - Throws: `StoreError` as `answer(to:)` does.
    public func answer(to comparison: Comparison, threads: Int) async throws(StoreError) -> ComparisonResult {
        let question = try Question(self, comparison.queries, limits: AggregationLimits())
        return try comparison.result(
            of: question,
            from: await GroupedAggregation.run(question.plan, threads: threads)
        )
    }
}

extension Comparison {
    /// The questions for the sums that the comparison needs: numerator and denominator, of each side of the gap.
    var queries: [TableQuery] {
        let sides = gap.map { [[$0.group], [$0.reference]] } ?? [[]]
        let parts = rate.map { [$0.numerator, $0.denominator] } ?? [[]]
        return sides.flatMap { side in
            parts.map { part in
                var query = query
                query.selections += side + part
                return query
            }
        }
    }

    /// The comparison from what a pass over the rows has added up; a group that only one side has stays, without a
    /// figure.
    func result(
        of question: Question,
        from sums: AggregationWorker,
        isByQuestion: Bool = false
    ) throws(StoreError) -> ComparisonResult {
        var lines: [ComparisonResult.Line] = []
        lines.reserveCapacity(question.likelyLines)
        let notes = try question.walk(sums, isByQuestion: isByQuestion) { entries, period, found in
            lines.append(ComparisonResult.Line(entries: entries, period: period, figure: figure(of: found)))
        }
        var told: [Diagnostic] = []
        for answer in notes {
            let known = told
            for var note in answer {
                // A rate or gap of incomplete sums is off by nobody knows how much.
                if note.code == .missingLeftOut { note.severity = .warning }
                if !known.contains(note) { told.append(note) }
            }
        }
        return ComparisonResult(lines: lines, notes: told, work: sums.work)
    }

    /// The figure of one group from its lines, in the order of the questions.
    private func figure(of lines: [QueryResult.Line?]) -> Double? {
        guard gap != nil else { return side(lines[...]) }
        let half = lines.count / 2
        guard let group = side(lines[..<half]), let reference = side(lines[half...]) else { return nil }
        return group - reference
    }

    private func side(_ lines: ArraySlice<QueryResult.Line?>) -> Double? {
        guard let first = lines.first.flatMap({ $0 }).flatMap(figure) else { return nil }
        guard rate != nil else { return first }
        guard let whole = lines.last.flatMap({ $0 }).flatMap(figure), whole != 0 else { return nil }
        return 100 * first / whole
    }
}
