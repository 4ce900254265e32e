import BarometerCore

/// One or several questions to a table, alike but for their selections, made ready for one pass over the rows.
struct Question: Sendable {
    let table: Table
    let queries: [TableQuery]
    let space: GroupSpace
    let classes: SumClasses
    /// What the reader of each answer must know of its selections.
    let notes: [[Diagnostic]]
    let plan: AggregationPlan
    /// Whether each question has sums of its own, in place of each class of rows.
    var isByQuestion = false

    /// - Throws: `StoreError` where a roll-up is needed and not said, or the periods asked for are finer than those of
    ///   the table (both D404), or there are more groups than numbers (D402).
    init(_ table: Table, _ queries: [TableQuery], limits: AggregationLimits) throws(StoreError) {
        let query = queries[0]
        let space = try table.groupSpace(of: query)
        var axes: [(axis: Selection.Axis, column: CodeColumn, count: Int)] = table.dimensions.enumerated().map {
            (.dimension($0), $1.codes, $1.entries.count)
        }
        if let time = table.time { axes.append((.time, time.codes, time.labels.count)) }
        var notes: [[Diagnostic]] = []
        let selections = queries.map { query in
            var told: [Diagnostic] = []
            defer { notes.append(told) }
            return table.filters(of: query, notes: &told)
        }
        let classes = SumClasses(selections, cardinalities: axes.map { ($0.axis, $0.count) })
        let (groupCount, overflow) = space.groupCount.multipliedReportingOverflow(by: classes.count)
        guard !overflow, groupCount <= GroupSpace.mostNumbers,
            !table.absentIsZero || space.groupCount <= limits.found
        else { throw StoreError.tooManyGroups(overflow ? nil : space.groupCount - 1) }
        plan = AggregationPlan(
            measure: table.measures[query.measure],
            runs: table.runs,
            axes: axes.compactMap { axis, column, count in
                let (group, kind) = (space.partials[axis], classes.classes[axis])
                guard group != nil || kind != nil else { return nil }
                let partials = (0..<count).map { code in
                    guard let kind else { return (group?[code] ?? 0) * classes.count }
                    return kind[code].map { $0 + (group?[code] ?? 0) * classes.count } ?? GroupLookup.none
                }
                return (column, axis == .time, partials)
            },
            groupCount: groupCount,
            figures: query.figures,
            limits: limits
        )
        self.table = table
        self.queries = queries
        self.space = space
        self.classes = classes
        self.notes = notes
    }

    /// Calls the body for each group of the answers in order, with its line in every answer that has one.
    ///
    /// - Throws: `StoreError` where a sum leaves 64 bits (D401), or too many groups were found (D402).
    /// - Returns: for each question what the reader of its answer must know.
    func walk(
        _ sums: AggregationWorker,
        _ body: (_ entries: [Int], _ period: Period?, _ lines: inout [QueryResult.Line?]) -> Void
    ) throws(StoreError) -> [[Diagnostic]] {
        let readers = try readers(of: sums)
        let rollUp = space.rollsUpAfterwards ? queries[0].rollUp : nil
        var remarks = queries.map { _ in Remarks() }
        var lines: [QueryResult.Line?] = queries.map { _ in nil }
        var isTooLarge = false
        for key in readers[0].keys(space, all: table.absentIsZero) {
            // All periods of a key share one list of entries.
            var entries: [Int]?
            for target in space.targets {
                var isThere = false
                for position in readers.indices {
                    lines[position] =
                        readers[position].line(
                            key * space.slotCount,
                            target.slots,
                            by: rollUp,
                            isTooLarge: &isTooLarge,
                            &remarks[position]
                        ) ?? (table.absentIsZero ? .zero : nil)
                    if lines[position] != nil { isThere = true }
                }
                guard isThere else { continue }
                let own = entries ?? space.entries(of: key)
                entries = own
                body(own, target.period, &lines)
            }
        }
        guard !isTooLarge else { throw StoreError.sumOverflow(measure: plan.measure.name) }
        return told(remarks)
    }

    /// A reader of the sums for each question.
    ///
    /// - Throws: `StoreError` where too many groups were found (D402).
    func readers(of sums: AggregationWorker) throws(StoreError) -> [GroupReader] {
        guard !sums.hasTooMany else { throw StoreError.tooManyGroups(plan.limits.found) }
        return queries.indices.map { position in
            isByQuestion
                ? GroupReader(sums, classCount: queries.count, classes: [position])
                : GroupReader(sums, classCount: classes.count, classes: classes.classes(of: position))
        }
    }

    /// For each question what the reader of its answer must know.
    func told(_ remarks: [Remarks]) -> [[Diagnostic]] {
        queries.indices.map { position in
            notes[position] + (space.incomplete.map { [$0] } ?? []) + remarks[position].notes(on: plan.measure)
        }
    }

    /// The periods of the answers with the one slot of each, where every group is a few cells and no more.
    ///
    /// Nearly all questions are like that, and some have a great many groups: what is read of each should not cost
    /// more than the rows did.
    func plainTargets(_ readers: [GroupReader]) -> [(period: Period?, slot: Int)]? {
        guard !space.rollsUpAfterwards, !table.absentIsZero, readers.allSatisfy(\.isPlain) else { return nil }
        return space.targets.map { ($0.period, $0.slots[0]) }
    }

    /// The most groups with a line that are worth making room for at once.
    var likelyLines: Int {
        table.absentIsZero
            ? space.keyCount * space.targets.count : min(space.keyCount * space.targets.count, plan.measure.count)
    }
}
