import BarometerCore

/// All groups of a question as numbers: each key (a code in every dimension grouped by) has a slot for each period.
///
/// The number of a group is `key * slotCount + slot`, so one small array for each column leads from its codes to its
/// part of the number.
struct GroupSpace: Sendable {
    /// For each column that divides the answer the part that each of its codes has in the number.
    var partials: [Selection.Axis: [Int]] = [:]
    var keyCount: Int
    var slotCount: Int
    /// How many codes each dimension grouped by has.
    var cardinalities: [Int]
    /// The periods of the answer with the slots that make up each.
    var targets: [(period: Period?, slots: [Int])]
    /// Whether slots are finer than the periods of the answer and become one after the sums are known.
    var rollsUpAfterwards: Bool
    /// A warning where a period of the answer rests on fewer finer periods than it has.
    var incomplete: Diagnostic?

    var groupCount: Int { keyCount * slotCount }

    /// The most groups that there may be, found or not: their numbers need one bit of 64 for themselves.
    static let mostNumbers = 1 << 62

    /// The code in each dimension grouped by, of a key.
    func entries(of key: Int) -> [Int] {
        var rest = key
        var entries = cardinalities
        for position in cardinalities.indices.reversed() {
            let cardinality = max(1, cardinalities[position])
            entries[position] = rest % cardinality
            rest /= cardinality
        }
        return entries
    }

    /// The key of a code in each dimension grouped by.
    func key(of entries: [Int]) -> Int {
        zip(entries, cardinalities).reduce(0) { $0 * $1.1 + $1.0 }
    }
}

extension Table {
    /// The groups of a question.
    ///
    /// - Throws: `StoreError` for roll-ups that are not said (D404), and for more groups than there are numbers (D402).
    func groupSpace(of query: TableQuery) throws(StoreError) -> GroupSpace {
        let resampling = try Resampling(of: time, to: query.periods, by: query.rollUp)
        let cardinalities = query.by.map { dimensions[$0].entries.count }
        var stride = resampling.slotCount
        var partials: [Selection.Axis: [Int]] = [:]
        for (position, cardinality) in zip(query.by, cardinalities).reversed() {
            let (next, overflow) = stride.multipliedReportingOverflow(by: max(1, cardinality))
            guard !overflow, next <= GroupSpace.mostNumbers else {
                throw StoreError.tooManyGroups(nil)
            }
            let known = partials[.dimension(position)] ?? Array(repeating: 0, count: cardinality)
            partials[.dimension(position)] = known.enumerated().map { $1 + $0 * stride }
            stride = next
        }
        if time != nil, resampling.slotCount > 1 { partials[.time] = resampling.slotOfLabel }
        return GroupSpace(
            partials: partials,
            keyCount: stride / max(1, resampling.slotCount),
            slotCount: resampling.slotCount,
            cardinalities: cardinalities,
            targets: resampling.targets,
            rollsUpAfterwards: resampling.rollsUpAfterwards,
            incomplete: resampling.incomplete
        )
    }
}

extension StoreError {
    static func tooManyGroups(_ count: Int?) -> StoreError {
        let number = count.map { ("more than \($0)", "flere end \($0)") } ?? ("more than 2^62", "flere end 2^62")
        return StoreError([
            Diagnostic(
                .tooManyGroups,
                LocalizedText(
                    en: "the question has \(number.0) groups",
                    da: "spørgsmålet har \(number.1) grupper"
                ),
                hint: LocalizedText(en: "group by fewer dimensions", da: "gruppér efter færre dimensioner")
            )
        ])
    }
}
