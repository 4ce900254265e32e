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
}
