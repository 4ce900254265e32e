import BarometerCore

extension Table {
    /// The most groups that are kept as plain arrays; beyond it the question is refused with its size.
    static let mostGroups = 1 << 24

    /// Answers a question with one pass over the rows.
    ///
    /// Dimensions that the question neither selects nor groups by are added up without their totals, which a note
    /// tells. Whether the unit allows figures to be added is not asked. Linear in the rows, and in the number of groups
    /// times periods.
    ///
    /// - Throws: `StoreError` where a roll-up is needed and not said, or the periods asked for are finer than those of
    ///   the table (both D404), the groups are too many (D402), or a sum leaves 64 bits (D401).
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
                guard var line = line ?? (absentIsZero ? .zero : nil) else { continue }
                line.entries = space.entries(of: group)
                line.period = period
                lines.append(line)
            }
        }
        notes += remarks(on: lines, measure: measures[query.measure])
        return QueryResult(lines: lines, notes: notes)
    }

    /// The lookups that keep rows out: selections, and totals of dimensions that nobody mentioned.
    private func filters(of query: TableQuery, notes: inout [Diagnostic]) -> [GroupLookup] {
        let byAxis = { (axis: Selection.Axis) in
            query.selections.filter { $0.axis == axis }
                .reduce(nil as Selection?) { $0?.intersected(with: $1) ?? $1 }
        }
        var lookups: [GroupLookup] = []
        for position in dimensions.indices {
            var selection = byAxis(.dimension(position))
            if selection == nil, !query.by.contains(position), let kept = withoutTotals(position) {
                selection = kept
                notes.append(totalsLeftOut(position, kept))
            }
            if selection == nil, dimensions[position].isOfHeadings, !query.by.contains(position),
                dimensions[position].entries.count > 1
            {
                notes.append(headingsAddedUp(dimensions[position].name))
            }
            if let selection { lookups.append(GroupLookup(column: dimensions[position].codes, keeping: selection)) }
        }
        if let time, let selection = byAxis(.time) {
            lookups.append(GroupLookup(column: time.codes, keeping: selection))
        }
        return lookups
    }

    /// What a reader of sums must know: cells without a value, and figures that do not add up.
    private func remarks(on lines: [QueryResult.Line], measure: MeasureColumn) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        let missing = lines.reduce(0) { $0 + $1.missing }
        if missing > 0 {
            notes.append(
                Diagnostic(
                    .missingLeftOut,
                    LocalizedText(
                        en: "\(missing) cells without a value are in no sum",
                        da: "\(missing) celler uden værdi er ikke med i nogen sum"
                    ),
                    severity: .note,
                    hint: LocalizedText(
                        en: "see where with --aggregate sum,missing",
                        da: "se hvor med --aggregate sum,missing"
                    )
                )
            )
        }
        if !measure.unit.isAdditive, lines.contains(where: { $0.count > 1 }) {
            notes.append(
                Diagnostic(
                    .notAdditive,
                    LocalizedText(
                        en: "figures in \(measure.unit.symbol) were taken together, and their sum means nothing",
                        da: "tal i \(measure.unit.symbol) er taget sammen, og deres sum betyder intet"
                    ),
                    severity: .warning,
                    hint: LocalizedText(
                        en: "select one code in each dimension, or ask for mean, min or max",
                        da: "vælg én kode i hver dimension, eller spørg om mean, min eller max"
                    )
                )
            )
        }
        return notes
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
