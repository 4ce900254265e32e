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
    public var figure: @Sendable (QueryResult.Line) -> Double? {
        didSet { comparesSums = false }
    }
    /// Whether the figure is the sum, for which no lines are needed.
    private(set) var comparesSums: Bool

    /// A comparison of sums, unless said otherwise.
    public init(
        _ query: TableQuery,
        rate: (numerator: [Selection], denominator: [Selection])? = nil,
        gap: (group: Selection, reference: Selection)? = nil,
        figure: (@Sendable (QueryResult.Line) -> Double?)? = nil
    ) {
        self.query = query
        self.rate = rate
        self.gap = gap
        self.figure = figure ?? { $0.sum }
        comparesSums = figure == nil
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
        from sums: AggregationWorker
    ) throws(StoreError) -> ComparisonResult {
        var lines: [ComparisonResult.Line] = []
        lines.reserveCapacity(question.likelyLines)
        let readers = try question.readers(of: sums)
        let notes: [[Diagnostic]]
        if comparesSums, let targets = question.plainTargets(readers) {
            notes = try plainLines(of: question, readers, targets, into: &lines)
        } else {
            notes = try question.walk(sums) { entries, period, found in
                let figures = found.map { $0.flatMap(figure) }
                lines.append(ComparisonResult.Line(entries: entries, period: period, figure: compared(figures)))
            }
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

    private func plainLines(
        of question: Question,
        _ readers: [GroupReader],
        _ targets: [(period: Period?, slot: Int)],
        into lines: inout [ComparisonResult.Line]
    ) throws(StoreError) -> [[Diagnostic]] {
        var remarks = readers.map { _ in Remarks() }
        var figures: [Double?] = readers.map { _ in nil }
        var isTooLarge = false
        for key in 0..<question.space.keyCount {
            var entries: [Int]?
            for target in targets {
                let group = key &* question.space.slotCount &+ target.slot
                var isThere = false
                for position in readers.indices {
                    let found = readers[position].plainFigures(
                        of: group,
                        isTooLarge: &isTooLarge,
                        &remarks[position]
                    )
                    figures[position] = found.flatMap { $0.count == 0 ? nil : $0.sum }
                    if found != nil { isThere = true }
                }
                guard isThere else { continue }
                let own = entries ?? question.space.entries(of: key)
                entries = own
                lines.append(ComparisonResult.Line(entries: own, period: target.period, figure: compared(figures)))
            }
        }
        guard !isTooLarge else { throw StoreError.sumOverflow(measure: question.plan.measure.name) }
        return question.told(remarks)
    }

    /// The comparison of one group's figures, in the order of the questions.
    private func compared(_ figures: [Double?]) -> Double? {
        guard gap != nil else { return side(figures, from: 0) }
        guard let group = side(figures, from: 0), let reference = side(figures, from: figures.count / 2) else {
            return nil
        }
        return group - reference
    }

    private func side(_ figures: [Double?], from first: Int) -> Double? {
        guard rate != nil else { return figures[first] }
        guard let part = figures[first], let whole = figures[first + 1], whole != 0 else { return nil }
        return 100 * part / whole
    }
}
