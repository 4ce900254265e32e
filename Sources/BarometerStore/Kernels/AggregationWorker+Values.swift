import BarometerCore

extension AggregationWorker {
    /// Adds the values of some rows to the groups in `numbers`, all of which are indices by now.
    func addValues(_ block: Int, _ start: Int, _ rows: Int) {
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
        guard !plan.figures.isEmpty else { return }
        switch values {
        case .short(let values):
            values.withUnsafeBufferPointer {
                addDetails($0, block, start, rows, missing: ValueBlock.missingStatus) { Double($0) }
            }
        case .long(let values):
            values.withUnsafeBufferPointer {
                addDetails($0, block, start, rows, missing: ValueBlock.missingStatus) { Double($0) }
            }
        case .doubles(let values):
            values.withUnsafeBufferPointer {
                addDetails($0, block, start, rows, missing: ValueBlock.missingStatus) { $0 }
            }
        }
    }

    /// Adds what is not asked of every question: the smallest and largest value, and why values are missing or flagged.
    @inline(__always)
    private func addDetails<Value>(
        _ values: UnsafeBufferPointer<Value>,
        _ block: Int,
        _ start: Int,
        _ rows: Int,
        missing: (Value) -> ObservationStatus?,
        double: (Value) -> Double
    ) {
        let (numbers, extremes, reasons, flags) = (numbers, sums.extremes, sums.reasons, sums.flags)
        let statuses = flags == nil ? nil : plan.measure.statuses[block]
        // Rows come in any order of chunks, so the last one is the one with the largest number.
        let first = UInt64(plan.measure.layout.rows(of: block).lowerBound + start + 1)
        for row in 0..<rows {
            let index = Int(numbers[row])
            if let status = missing(values[start + row]) {
                if let reasons {
                    reasons[index] = max(reasons[index], (first + UInt64(row)) << 8 | UInt64(status.rawValue))
                }
            } else if let extremes {
                let value = double(values[start + row])
                extremes[index].minimum = min(extremes[index].minimum, value)
                extremes[index].maximum = max(extremes[index].maximum, value)
            }
        }
        guard let flags, let statuses else { return }
        for row in 0..<rows where statuses[start + row] != .normal && missing(values[start + row]) == nil {
            let mark = (first + UInt64(row)) << 8 | UInt64(statuses[start + row].rawValue)
            flags[Int(numbers[row])] = max(flags[Int(numbers[row])], mark)
        }
    }
}
