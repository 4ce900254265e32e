import BarometerCore

/// All groups of a question as numbers: each key (a code in every dimension grouped by) has a slot for each period.
///
/// The number of a group is `key * slotCount + slot`, so one small array for each column leads from its codes to its
/// part of the number.
struct GroupSpace {
    var lookups: [GroupLookup]
    var keyCount: Int
    var slotCount: Int
    /// How many codes each dimension grouped by has.
    var cardinalities: [Int]
    /// The periods of the answer with the slots that make up each.
    var resampling: [(period: Period?, slots: [Int])]
    /// Whether slots are finer than the periods of the answer and become one after the sums are known.
    var rollsUpAfterwards: Bool
    /// A warning where a period of the answer rests on fewer finer periods than it has.
    var incomplete: Diagnostic?

    var groupCount: Int { keyCount * slotCount }

    /// The code in each dimension grouped by, of a key.
    func entries(of key: Int) -> [Int] {
        var rest = key
        var entries: [Int] = []
        for cardinality in cardinalities.reversed() {
            entries.append(rest % cardinality)
            rest /= cardinality
        }
        return entries.reversed()
    }
}

extension Table {
    func groupSpace(of query: TableQuery) throws(StoreError) -> GroupSpace {
        let resampling = try Resampling(of: time, to: query.periods, by: query.rollUp)
        let cardinalities = query.by.map { dimensions[$0].entries.count }
        var stride = resampling.slotCount
        var lookups: [GroupLookup] = []
        for (position, cardinality) in zip(query.by, cardinalities).reversed() {
            lookups.append(
                GroupLookup(column: dimensions[position].codes, partials: (0..<cardinality).map { $0 * stride })
            )
            let (next, overflow) = stride.multipliedReportingOverflow(by: max(1, cardinality))
            guard !overflow, next <= Table.mostGroups else { throw StoreError.tooManyGroups(overflow ? nil : next) }
            stride = next
        }
        if let time, resampling.slotCount > 1 || query.periods != .together {
            lookups.append(GroupLookup(column: time.codes, partials: resampling.slotOfLabel))
        }
        return GroupSpace(
            lookups: lookups,
            keyCount: stride / max(1, resampling.slotCount),
            slotCount: resampling.slotCount,
            cardinalities: cardinalities,
            resampling: resampling.targets,
            rollsUpAfterwards: resampling.rollsUpAfterwards,
            incomplete: resampling.incomplete
        )
    }
}

extension StoreError {
    static func tooManyGroups(_ count: Int?) -> StoreError {
        let number = count.map { "\($0)" } ?? "2^63"
        return StoreError([
            Diagnostic(
                .tooManyGroups,
                LocalizedText(
                    en: "the question has \(number) groups, more than \(Table.mostGroups)",
                    da: "spørgsmålet har \(number) grupper, flere end \(Table.mostGroups)"
                ),
                hint: LocalizedText(en: "group by fewer dimensions", da: "gruppér efter færre dimensioner")
            )
        ])
    }
}
