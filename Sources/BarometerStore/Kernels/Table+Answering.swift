import BarometerCore

extension Table {
    /// The most groups that are kept as plain arrays; beyond it the question is refused with its size.
    static let mostGroups = 1 << 24

    /// Answers a question with one pass over the rows.
    ///
    /// Dimensions that the question neither selects nor groups by are added up without their totals, which a note tells.
    /// Linear in the rows, and in the number of groups times periods.
    ///
    /// - Throws: `StoreError` where a roll-up is needed and not said, the groups are too many, or a sum leaves 64 bits.
    public func answer(to query: TableQuery) throws(StoreError) -> QueryResult {
        var notes: [Diagnostic] = []
        let space = try groupSpace(of: query)
        let lookups = space.lookups + filters(of: query, notes: &notes)
        let accumulators = try GroupedAggregation.run(
            measures[query.measure],
            lookups: lookups,
            groupCount: space.groupCount
        )
        if let target = space.incomplete { notes.append(target) }
        var lines: [QueryResult.Line] = []
        for group in 0..<space.keyCount {
            let slots = (0..<space.slotCount).map { group * space.slotCount + $0 }
            for (period, members) in space.resampling {
                let line = GroupedAggregation.rolledUp(
                    accumulators,
                    slots: members.map { slots[$0] },
                    by: space.rollsUpAfterwards ? query.rollUp : nil
                )
                guard var line else { continue }
                line.entries = space.entries(of: group)
                line.period = period
                lines.append(line)
            }
        }
        return QueryResult(lines: lines, notes: notes)
    }

    /// The lookups that keep rows out: selections, and totals of dimensions that nobody mentioned.
    private func filters(of query: TableQuery, notes: inout [Diagnostic]) -> [GroupLookup] {
        dimensions.indices.compactMap { position in
            var selection = query.selections.filter { $0.dimension == position }
                .reduce(nil as Selection?) { $0?.intersected(with: $1) ?? $1 }
            if selection == nil, !query.by.contains(position), let kept = withoutTotals(position) {
                selection = kept
                notes.append(totalsLeftOut(position, kept))
            }
            return selection.map { selection in
                GroupLookup(
                    column: dimensions[position].codes,
                    partials: selection.included.map { $0 ? 0 : GroupLookup.none }
                )
            }
        }
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
