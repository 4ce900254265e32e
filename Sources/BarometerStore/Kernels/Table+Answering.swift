import BarometerCore

extension Table {
    /// Answers a question with one pass over the rows.
    ///
    /// Dimensions that the question neither selects nor groups by are added up without their totals, which a note
    /// tells. Whether the unit allows figures to be added is not asked. Linear in the rows, less where blocks have
    /// nothing of what is selected, and in the number of groups times periods.
    ///
    /// - Throws: `StoreError` where a roll-up is needed and not said, or the periods asked for are finer than those of
    ///   the table (both D404), the groups are too many (D402), or a sum leaves 64 bits (D401).
    public func answer(to query: TableQuery) throws(StoreError) -> QueryResult {
        try answer(to: query, limits: AggregationLimits())
    }

    /// The same answer, to the last digit, with up to so many threads at work.
    ///
    /// - Throws: `StoreError` as the answer on one thread does.
    public func answer(to query: TableQuery, threads: Int) async throws(StoreError) -> QueryResult {
        try await answer(to: query, threads: threads, limits: AggregationLimits())
    }

    /// The same answer with other bounds on the number of groups.
    package func answer(to query: TableQuery, limits: AggregationLimits) throws(StoreError) -> QueryResult {
        let question = try Question(self, [query], limits: limits)
        return try question.answer(from: GroupedAggregation.run(question.plan))
    }

    /// The same answer with up to so many threads at work, and other bounds on the number of groups.
    package func answer(
        to query: TableQuery,
        threads: Int,
        limits: AggregationLimits
    ) async throws(StoreError) -> QueryResult {
        let question = try Question(self, [query], limits: limits)
        return try question.answer(from: await GroupedAggregation.run(question.plan, threads: threads))
    }

    /// What keeps rows out: selections, and totals of dimensions that nobody mentioned.
    func filters(of query: TableQuery, notes: inout [Diagnostic]) -> [Selection.Axis: Selection] {
        var filters: [Selection.Axis: Selection] = [:]
        for selection in query.selections {
            filters[selection.axis] = filters[selection.axis]?.intersected(with: selection) ?? selection
        }
        for position in dimensions.indices where !query.by.contains(position) {
            guard filters[.dimension(position)] == nil else { continue }
            if let kept = withoutTotals(position) {
                filters[.dimension(position)] = kept
                notes.append(totalsLeftOut(position, kept))
            } else if dimensions[position].isOfHeadings, dimensions[position].entries.count > 1 {
                notes.append(headingsAddedUp(dimensions[position].name))
            }
        }
        return filters
    }

    private func headingsAddedUp(_ name: String) -> Diagnostic {
        Diagnostic(
            .notAdditive,
            LocalizedText(
                en: "all columns of the file were added up, and they may count different things",
                da: "alle filens kolonner er lagt sammen, og de tæller måske forskellige ting"
            ),
            severity: .warning,
            hint: LocalizedText(
                en: "select one with --where \(name)=…, or divide by it with --by \(name)",
                da: "vælg én med --where \(name)=…, eller del op med --by \(name)"
            )
        )
    }

    private func totalsLeftOut(_ position: Int, _ kept: Selection) -> Diagnostic {
        let column = dimensions[position]
        let totals = column.entries.indices.filter { !kept.included[$0] }.map { column.entries[$0].code }
        let list = totals.joined(separator: ", ")
        return Diagnostic(
            .totalsLeftOut,
            LocalizedText(
                en: "\(column.name) was added up without its totals (\(list))",
                da: "\(column.name) er lagt sammen uden sine totaler (\(list))"
            ),
            severity: .note,
            hint: LocalizedText(
                en: "select \(column.name) to count otherwise",
                da: "vælg i \(column.name) for at tælle anderledes"
            )
        )
    }
}

extension Question {
    /// The answer to the only question, from what a pass over the rows has added up.
    func answer(from sums: AggregationWorker) throws(StoreError) -> QueryResult {
        var lines: [QueryResult.Line] = []
        lines.reserveCapacity(likelyLines)
        let readers = try readers(of: sums)
        if let targets = plainTargets(readers) {
            let notes = try plainLines(of: readers[0], targets, into: &lines)
            return QueryResult(lines: lines, notes: notes, work: sums.work)
        }
        let notes = try walk(sums) { entries, period, found in
            guard var line = found[0].take() else { return }
            line.entries = entries
            line.period = period
            lines.append(line)
        }
        return QueryResult(lines: lines, notes: notes[0], work: sums.work)
    }

    private func plainLines(
        of reader: GroupReader,
        _ targets: [(period: Period?, slot: Int)],
        into lines: inout [QueryResult.Line]
    ) throws(StoreError) -> [Diagnostic] {
        var remarks = Remarks()
        var isTooLarge = false
        for key in 0..<space.keyCount {
            var entries: [Int]?
            for target in targets {
                let group = key &* space.slotCount &+ target.slot
                guard let found = reader.plainFigures(of: group, isTooLarge: &isTooLarge, &remarks) else { continue }
                let own = entries ?? space.entries(of: key)
                entries = own
                lines.append(
                    QueryResult.Line(
                        entries: own,
                        period: target.period,
                        sum: found.count == 0 ? nil : found.sum,
                        count: found.count,
                        mean: found.count == 0 ? nil : found.sum / Double(found.count),
                        missing: found.missing
                    )
                )
            }
        }
        guard !isTooLarge else { throw StoreError.sumOverflow(measure: plan.measure.name) }
        return told([remarks])[0]
    }
}
