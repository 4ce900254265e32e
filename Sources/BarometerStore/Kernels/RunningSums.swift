import BarometerCore

/// The sums of a question to a table that comes in parts and never stands in memory as a whole.
///
/// Every part has the codes and labels of those before it under the same numbers, and its own behind them, and a scale
/// that is as fine as theirs or finer. Only sums of whole numbers are the same however a table is divided, so nothing else is added up here.
package struct RunningSums {
    /// The sums of each question and group; those of one group stand together.
    private var total: GroupSums?
    private var space: GroupSpace?
    /// For each label of the periods its slot in `space`.
    private var slots: [Int] = []
    private var decimals = 0
    /// The dimensions of which a part had nothing but totals.
    private var onlyTotals: Set<Int> = []

    /// The most sums that are kept; more are quicker in a table.
    private static let most = 1 << 20

    /// Nothing added up yet.
    package init() {}

    /// Adds the rows of a part; false where the question cannot be answered in parts.
    ///
    /// - Parameter question: the question with the selections of this part.
    /// - Throws: `StoreError` where the question cannot be asked.
    package mutating func add(_ part: Table, _ question: TableQuestion) throws(StoreError) -> Bool {
        let question = try Question(part, question.queries, limits: RunningSums.limits)
        let plan = question.plan
        let count = question.space.groupCount * question.queries.count
        guard plan.isDense, plan.measure.isExact, plan.figures.isSubset(of: .extremes), count <= RunningSums.most else {
            return false
        }
        let worker = GroupedAggregation.run(plan)
        guard worker.sums.carries == nil, plan.measure.decimals >= decimals else { return false }
        if plan.measure.decimals > decimals {
            guard total?.scale(by: powerOfTen(plan.measure.decimals - decimals)) ?? true else { return false }
            decimals = plan.measure.decimals
        }
        let total = renumbered(question, part)
        for (position, _) in question.queries.enumerated() {
            for kind in question.classes.classes(of: position) {
                for group in 0..<question.space.groupCount {
                    total.add(
                        worker.sums,
                        at: group * question.classes.count + kind + GroupSums.discards,
                        to: group * question.queries.count + position + GroupSums.discards
                    )
                }
            }
        }
        for position in part.dimensions.indices {
            let entries = part.dimensions[position].entries
            if !entries.isEmpty, entries.allSatisfy(\.isTotal) { onlyTotals.insert(position) }
        }
        return total.carries == nil
    }

    /// The answer from all parts; nil where a part took totals for all there is and later ones had their parts.
    ///
    /// - Parameter table: the last part, which knows all codes and labels.
    /// - Throws: `StoreError` where the question cannot be asked.
    package func answer(to question: TableQuestion, of table: Table) throws(StoreError) -> TableAnswer? {
        var prepared = try Question(table, question.queries, limits: RunningSums.limits)
        guard let total, !onlyTotals.contains(where: { table.withoutTotals($0) != nil }),
            prepared.plan.measure.decimals == decimals
        else { return nil }
        prepared.isByQuestion = true
        let sums = AggregationWorker(prepared.plan, sums: total)
        switch question {
        case .figures: return .figures(try prepared.answer(from: sums))
        case .comparison(let comparison):
            return .comparison(try comparison.result(of: prepared, from: sums))
        }
    }

    private static var limits: AggregationLimits {
        var limits = AggregationLimits()
        (limits.dense, limits.densePerRow) = (most, most)
        return limits
    }

    /// The sums so far, in the numbers that the groups have now that more codes and periods are known.
    private mutating func renumbered(_ question: Question, _ part: Table) -> GroupSums {
        let (new, count) = (question.space, question.queries.count)
        let newSlots = new.partials[.time] ?? part.time?.labels.map { _ in 0 } ?? []
        defer { (space, slots) = (new, newSlots) }
        guard let total, let old = space else {
            let sums = GroupSums(groups: new.groupCount * count, isExact: true, figures: question.plan.figures)
            self.total = sums
            return sums
        }
        // More codes of the outermost dimension leave all numbers as they are.
        if old.slotCount == new.slotCount, slots[...] == newSlots.prefix(slots.count),
            old.cardinalities.dropFirst() == new.cardinalities.dropFirst()
        {
            total.grow(toGroups: new.groupCount * count)
            return total
        }
        let sums = GroupSums(groups: new.groupCount * count, isExact: true, figures: question.plan.figures)
        var newSlot = Array(repeating: 0, count: old.slotCount)
        for (label, slot) in slots.enumerated() { newSlot[slot] = newSlots[label] }
        for key in 0..<old.keyCount {
            let newKey = new.key(of: old.entries(of: key))
            for slot in 0..<old.slotCount {
                let (source, target) = (key * old.slotCount + slot, newKey * new.slotCount + newSlot[slot])
                for position in 0..<count {
                    sums.add(
                        total,
                        at: source * count + position + GroupSums.discards,
                        to: target * count + position + GroupSums.discards
                    )
                }
            }
        }
        self.total = sums
        return sums
    }
}
