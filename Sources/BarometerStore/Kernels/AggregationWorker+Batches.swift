import BarometerCore

extension AggregationWorker {
    /// Adds the rows of a block batch by batch, after the group number of each.
    func addBatches(_ block: Int, base: UInt32) {
        let count = plan.measure.blocks[block].count
        let limit = UInt32(truncatingIfNeeded: sums.count)
        let filters = active.contains { plan.lookups[$0].filters }
        var start = 0
        while start < count {
            let rows = min(AggregationWorker.batch, count - start)
            if active.isEmpty { numbers.update(repeating: base, count: rows) }
            for order in stride(from: 0, to: active.count, by: 2) {
                let first = plan.lookups[active[order]]
                let base = order == 0 ? base : nil
                if order + 1 < active.count {
                    addPartials(of: first, plan.lookups[active[order + 1]], block, start, rows, base: base)
                } else {
                    addPartials(of: first, block, start, rows, base: base)
                }
            }
            if filters { AggregationLoops.discard(from: limit, count: rows, in: numbers) }
            addValues(block, start, rows)
            start += rows
        }
    }

    /// Like `addBatches`, for group numbers that need a place before they are an index.
    func addHashed(_ block: Int, base: UInt64) {
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

    private func addPartials(
        of lookup: GroupLookup,
        _ other: GroupLookup,
        _ block: Int,
        _ start: Int,
        _ rows: Int,
        base: UInt32?
    ) {
        lookup.narrow.withUnsafeBufferPointer { partials in
            guard let partials = partials.baseAddress else { return }
            lookup.column.blocks[block].withCodes(
                narrow: { addPartials($0 + start, partials, other, block, start, rows, base) },
                medium: { addPartials($0 + start, partials, other, block, start, rows, base) },
                wide: { addPartials($0 + start, partials, other, block, start, rows, base) }
            )
        }
    }

    @inline(__always)
    private func addPartials(
        _ codes: UnsafePointer<some AggregationLoops.Code>,
        _ partials: UnsafePointer<UInt32>,
        _ other: GroupLookup,
        _ block: Int,
        _ start: Int,
        _ rows: Int,
        _ base: UInt32?
    ) {
        let numbers = numbers
        other.narrow.withUnsafeBufferPointer { others in
            guard let others = others.baseAddress else { return }
            other.column.blocks[block].withCodes(
                narrow: {
                    AggregationLoops.addPartials(
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
                    AggregationLoops.addPartials(
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
                    AggregationLoops.addPartials(
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
}
