import BarometerCore

/// What kernels did for an answer; exact on any machine, so that tests can hold them to it.
package struct AggregationWork: Sendable, Hashable {
    /// Blocks that nothing was read of, because no row of theirs can take part.
    package var blocksSkipped = 0
    /// Blocks that were read.
    package var blocksRead = 0
    /// Runs that were added up as a whole, without a group number for each row.
    package var runsUsed = 0

    static func + (left: AggregationWork, right: AggregationWork) -> AggregationWork {
        AggregationWork(
            blocksSkipped: left.blocksSkipped + right.blocksSkipped,
            blocksRead: left.blocksRead + right.blocksRead,
            runsUsed: left.runsUsed + right.runsUsed
        )
    }
}

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
    private var active: [Int] = []
    let numbers: UnsafeMutablePointer<UInt32>
    private let wideNumbers: UnsafeMutablePointer<UInt64>
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

    private func addBatches(_ block: Int, base: UInt32) {
        let count = plan.measure.blocks[block].count
        let limit = UInt32(truncatingIfNeeded: sums.count)
        let filters = active.contains { plan.lookups[$0].filters }
        var start = 0
        while start < count {
            let rows = min(AggregationWorker.batch, count - start)
            switch active.count {
            case 0: numbers.update(repeating: base, count: rows)
            case 1: addPartials(of: plan.lookups[active[0]], block, start, rows, base: base)
            default:
                setPartials(of: plan.lookups[active[0]], plan.lookups[active[1]], block, start, rows, base: base)
                for position in active.dropFirst(2) {
                    addPartials(of: plan.lookups[position], block, start, rows, base: nil)
                }
            }
            if filters { AggregationLoops.discard(from: limit, count: rows, in: numbers) }
            addValues(block, start, rows)
            start += rows
        }
    }

    /// Like `addBatches`, for group numbers that need a place before they are an index.
    private func addHashed(_ block: Int, base: UInt64) {
        let count = plan.measure.blocks[block].count
        var start = 0
        while start < count, !hasTooMany {
            let rows = min(AggregationWorker.batch, count - start)
            wideNumbers.update(repeating: base, count: rows)
            for position in active { addWidePartials(of: plan.lookups[position], block, start, rows) }
            for row in 0..<rows {
                let number = wideNumbers[row]
                if number & GroupLookup.wideNone != 0 {
                    numbers[row] = UInt32(truncatingIfNeeded: row & (GroupSums.discards - 1))
                } else {
                    let place = hashed.place(of: number) + GroupSums.discards
                    if place >= sums.count { sums.grow(toGroups: 2 * sums.count) }
                    numbers[row] = UInt32(truncatingIfNeeded: place)
                }
            }
            addValues(block, start, rows)
            start += rows
        }
    }

    // The pointers of these functions are those of arrays for the time of a call. `start + rows` is at most the number
    // of rows of the block, which all columns of a plan share, and `constant(in:)` has checked that every code of the
    // block has a partial.

    private func addPartials(of lookup: GroupLookup, _ block: Int, _ start: Int, _ rows: Int, base: UInt32?) {
        let numbers = numbers
        lookup.narrow.withUnsafeBufferPointer { partials in
            guard let partials = partials.baseAddress else { return }
            lookup.column.blocks[block].withCodes(
                narrow: { AggregationLoops.addPartials($0 + start, partials, count: rows, base: base, to: numbers) },
                medium: { AggregationLoops.addPartials($0 + start, partials, count: rows, base: base, to: numbers) },
                wide: { AggregationLoops.addPartials($0 + start, partials, count: rows, base: base, to: numbers) }
            )
        }
    }

    private func setPartials(
        of lookup: GroupLookup,
        _ other: GroupLookup,
        _ block: Int,
        _ start: Int,
        _ rows: Int,
        base: UInt32
    ) {
        lookup.narrow.withUnsafeBufferPointer { partials in
            guard let partials = partials.baseAddress else { return }
            lookup.column.blocks[block].withCodes(
                narrow: { setPartials($0 + start, partials, other, block, start, rows, base) },
                medium: { setPartials($0 + start, partials, other, block, start, rows, base) },
                wide: { setPartials($0 + start, partials, other, block, start, rows, base) }
            )
        }
    }

    @inline(__always)
    private func setPartials(
        _ codes: UnsafePointer<some AggregationLoops.Code>,
        _ partials: UnsafePointer<UInt32>,
        _ other: GroupLookup,
        _ block: Int,
        _ start: Int,
        _ rows: Int,
        _ base: UInt32
    ) {
        let numbers = numbers
        other.narrow.withUnsafeBufferPointer { others in
            guard let others = others.baseAddress else { return }
            other.column.blocks[block].withCodes(
                narrow: {
                    AggregationLoops.setPartials(
                        codes,
                        partials,
                        $0 + start,
                        others,
                        count: rows,
                        base: base,
                        to: numbers
                    )
                },
                medium: {
                    AggregationLoops.setPartials(
                        codes,
                        partials,
                        $0 + start,
                        others,
                        count: rows,
                        base: base,
                        to: numbers
                    )
                },
                wide: {
                    AggregationLoops.setPartials(
                        codes,
                        partials,
                        $0 + start,
                        others,
                        count: rows,
                        base: base,
                        to: numbers
                    )
                }
            )
        }
    }

    private func addWidePartials(of lookup: GroupLookup, _ block: Int, _ start: Int, _ rows: Int) {
        let numbers = wideNumbers
        lookup.wide.withUnsafeBufferPointer { partials in
            guard let partials = partials.baseAddress else { return }
            lookup.column.blocks[block].withCodes(
                narrow: { AggregationLoops.addPartials($0 + start, partials, count: rows, to: numbers) },
                medium: { AggregationLoops.addPartials($0 + start, partials, count: rows, to: numbers) },
                wide: { AggregationLoops.addPartials($0 + start, partials, count: rows, to: numbers) }
            )
        }
    }

    /// Adds the values of some rows to the groups in `numbers`, all of which are indices by now.
    private func addValues(_ block: Int, _ start: Int, _ rows: Int) {
        let values = plan.measure.blocks[block]
        switch values {
        case .short(let values):
            values.withUnsafeBufferPointer { values in
                guard let values = values.baseAddress else { return }
                AggregationLoops.add(values + start, groups: numbers, count: rows, to: sums.cells)
            }
        case .long(let values):
            values.withUnsafeBufferPointer { values in
                guard let values = values.baseAddress else { return }
                AggregationLoops.add(values + start, groups: numbers, count: rows, to: sums)
            }
        case .doubles(let values):
            values.withUnsafeBufferPointer { values in
                guard let values = values.baseAddress, let doubles = sums.doubles else { return }
                AggregationLoops.add(values + start, groups: numbers, count: rows, to: doubles, sums.cells)
            }
        }
        if !plan.figures.isEmpty { addDetails(values, plan.measure.statuses[block], block, start, rows) }
    }

    /// Adds what is not asked of every question: the smallest and largest value, and why values are missing or flagged.
    private func addDetails(
        _ values: ValueBlock,
        _ statuses: [ObservationStatus]?,
        _ block: Int,
        _ start: Int,
        _ rows: Int
    ) {
        let first = UInt64(plan.measure.layout.rows(of: block).lowerBound + start + 1)
        for row in 0..<rows {
            let index = Int(numbers[row])
            let mark = { (status: ObservationStatus) in (first + UInt64(row)) << 8 | UInt64(status.rawValue) }
            if let status = values.missingStatus(of: start + row) {
                // Rows come in any order of chunks, so the last one is the one with the largest number.
                if let reasons = sums.reasons { reasons[index] = max(reasons[index], mark(status)) }
                continue
            }
            if let extremes = sums.extremes {
                let value = values.unscaled(of: start + row)
                extremes[index].minimum = min(extremes[index].minimum, value)
                extremes[index].maximum = max(extremes[index].maximum, value)
            }
            if let flags = sums.flags, let status = statuses?[start + row], status != .normal {
                flags[index] = max(flags[index], mark(status))
            }
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
