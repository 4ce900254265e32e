import BarometerCore

extension MeasureColumn {
    /// All values of a column in a few figures.
    public struct Summary: Sendable, Hashable {
        /// How many rows have a value.
        public var count = 0
        /// How many rows have none.
        public var missing = 0
        /// The sum of the values, 0 where there is none; whole numbers and short decimals are summed exactly.
        ///
        /// A sum that leaves 64 bits is the nearest one of doubles.
        public var total = 0.0
        /// The smallest value, nil where there is none.
        public var minimum: Double?
        /// The largest value, nil where there is none.
        public var maximum: Double?
    }

    /// The count, sum, smallest and largest of all values; one pass over the rows.
    public var summary: Summary {
        var parts = SummaryParts()
        for block in blocks {
            switch block {
            case .short(let values): parts.add(values)
            case .long(let values): parts.add(values)
            case .doubles(let values): parts.add(values)
            }
        }
        let divisor = Double(powerOfTen(decimals))
        var summary = Summary(count: parts.count, missing: count - parts.count)
        if holdsDoubles {
            summary.total = parts.doubles + parts.error
            (summary.minimum, summary.maximum) = (parts.minimum, parts.maximum)
        } else {
            // A total beyond 64 bits cannot be exact any more; the double is then the best there is.
            summary.total = (parts.isBeyond64Bits ? parts.doubles : Double(parts.exact)) / divisor
            summary.minimum = Double(parts.smallest) / divisor
            summary.maximum = Double(parts.largest) / divisor
        }
        if parts.count == 0 { (summary.minimum, summary.maximum) = (nil, nil) }
        return summary
    }

    /// The number of rows without a value; reads the column once.
    public var missingCount: Int { summary.missing }

    /// The sum of all values, as the summary has it; reads the column once.
    public var total: Double { summary.total }
}

/// What a summary is made of while it is added up, block by block.
private struct SummaryParts {
    var count = 0
    var exact: Int64 = 0
    var isBeyond64Bits = false
    var smallest = Int64.max
    var largest = Int64.min
    /// The sum of doubles with its running error (Neumaier), or of whole numbers where they may leave 64 bits.
    var doubles = 0.0
    var error = 0.0
    var minimum = Double.infinity
    var maximum = -Double.infinity

    mutating func add(_ values: [Int32]) {
        var (found, sum) = (0, Int64(0))
        var (low, high) = (Int32.max, Int32.min)
        for value in values {
            let isValue = value > ValueBlock.lastShortMark
            found &+= isValue ? 1 : 0
            sum &+= isValue ? Int64(value) : 0
            low = min(low, isValue ? value : Int32.max)
            high = max(high, value)
        }
        guard found > 0 else { return }
        // 65,536 numbers of 32 bits never leave 64 bits; the sum of the blocks might.
        include(found, sum: sum, overflow: false, asDouble: Double(sum), Int64(low), Int64(high))
    }

    mutating func add(_ values: [Int64]) {
        var (found, sum, overflow, asDouble) = (0, Int64(0), false, 0.0)
        var (low, high) = (Int64.max, Int64.min)
        for value in values where value > ValueBlock.lastLongMark {
            found += 1
            let (next, wrapped) = sum.addingReportingOverflow(value)
            (sum, overflow) = (next, overflow || wrapped)
            asDouble += Double(value)
            low = min(low, value)
            high = max(high, value)
        }
        include(found, sum: sum, overflow: overflow, asDouble: asDouble, low, high)
    }

    mutating func add(_ values: [Double]) {
        for value in values where !value.isNaN {
            count += 1
            let sum = doubles + value
            error += doubles.magnitude >= value.magnitude ? (doubles - sum) + value : (value - sum) + doubles
            doubles = sum
            minimum = min(minimum, value)
            maximum = max(maximum, value)
        }
    }

    private mutating func include(
        _ found: Int,
        sum: Int64,
        overflow: Bool,
        asDouble: Double,
        _ low: Int64,
        _ high: Int64
    ) {
        count += found
        let (next, wrapped) = exact.addingReportingOverflow(sum)
        (exact, isBeyond64Bits) = (next, isBeyond64Bits || overflow || wrapped)
        doubles += asDouble
        smallest = min(smallest, low)
        largest = max(largest, high)
    }
}
