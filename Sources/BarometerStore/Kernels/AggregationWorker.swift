import BarometerCore

/// Adds blocks of rows to groups of its own, one block after the other.
///
/// Sound as `@unchecked Sendable` because a task that has a worker is the only one that does: workers are made in a
/// task, handed to the one that waits for it, and handed on.
final class AggregationWorker: @unchecked Sendable {
    /// Rows whose group numbers stand in a small buffer that stays in the cache.
    static let batch = 4096

    let plan: AggregationPlan
    let sums: GroupSums
    var hashed = HashedGroups()
    var work = AggregationWork()
    /// The lookups that say something new in the block at hand.
    private(set) var active: [Int] = []
    let numbers: UnsafeMutablePointer<UInt32>
    let wideNumbers: UnsafeMutablePointer<UInt64>
    let local: RunSums

    /// A worker without a row, or one that has added up these sums.
    init(_ plan: AggregationPlan, sums known: GroupSums? = nil) {
        self.plan = plan
        sums =
            known
            ?? GroupSums(
                groups: plan.isDense ? plan.groupCount : 1 << 10,
                isExact: plan.measure.isExact,
                figures: plan.figures
            )
        numbers = .allocate(capacity: AggregationWorker.batch)
        numbers.initialize(repeating: 0, count: AggregationWorker.batch)
        wideNumbers = .allocate(capacity: plan.isDense ? 1 : AggregationWorker.batch)
        wideNumbers.initialize(repeating: 0, count: plan.isDense ? 1 : AggregationWorker.batch)
        local = RunSums()
    }

    deinit {
        numbers.deallocate()
        wideNumbers.deallocate()
    }

    /// Whether more groups were found than a question may have.
    var hasTooMany: Bool { hashed.numbers.count > plan.limits.found }

    /// Adds the rows of some blocks.
    func add(_ blocks: Range<Int>) {
        for block in blocks where !hasTooMany { add(block) }
    }

    private func add(_ block: Int) {
        active.removeAll(keepingCapacity: true)
        var base: UInt64 = 0
        for (position, lookup) in plan.lookups.enumerated() {
            if let constant = lookup.constant(in: block) {
                guard constant != GroupLookup.wideNone else {
                    work.blocksSkipped += 1
                    return
                }
                base += constant
            } else {
                active.append(position)
            }
        }
        work.blocksRead += 1
        guard plan.isDense else { return addHashed(block, base: base) }
        // Below 2^22 and so 32 bits; the indices of groups follow those for rows without one.
        let first = UInt32(truncatingIfNeeded: base) + UInt32(GroupSums.discards)
        if !plan.runs.isEmpty, let runs = plan.runs[block], plan.figures.isEmpty,
            case .short(let values) = plan.measure.blocks[block]
        {
            addRuns(runs, values, block: block, base: first, active: active)
        } else {
            addBatches(block, base: first)
        }
    }

    /// Adds what another worker has added up, and so leaves it nothing that is not here.
    func merge(_ other: AggregationWorker) {
        work = work + other.work
        if plan.isDense {
            for index in GroupSums.discards..<sums.count { sums.add(other.sums, at: index, to: index) }
            return
        }
        for (source, number) in other.hashed.numbers.enumerated() {
            let index = hashed.place(of: number) + GroupSums.discards
            guard !hasTooMany else { return }
            if index >= sums.count { sums.grow(toGroups: 2 * sums.count) }
            sums.add(other.sums, at: source + GroupSums.discards, to: index)
        }
    }
}
