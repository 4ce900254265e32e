/// The loops within runs; what `AggregationLoops` says of proofs holds here too.
enum RunLoops {
    /// The sum of some values and how many they are.
    @inline(__always)
    static func sum(_ values: UnsafePointer<Int32>, count: Int) -> (sum: Int64, found: Int) {
        var (sum, found) = (Int64(0), 0)
        for row in 0..<count {
            let value = values[row]
            let isValue = value > ValueBlock.lastShortMark
            sum &+= isValue ? Int64(value) : 0
            found &+= isValue ? 1 : 0
        }
        return (sum, found)
    }

    /// Adds up some runs of one length that follow one another, place by place.
    ///
    /// Four places at a time stay in registers while the runs pass by. The sums are exact: a value plus 2^31 is a whole
    /// number of 32 bits without a sign, which is widened by zeros, and what was too much is taken off at the end.
    @inline(__always)
    static func add(
        _ values: UnsafePointer<Int32>,
        length: Int,
        runs: Int,
        to sums: UnsafeMutablePointer<Int64>,
        _ counts: UnsafeMutablePointer<Int32>
    ) {
        let mark = SIMD4(repeating: ValueBlock.lastShortMark)
        let (zero, all) = (SIMD4<Int32>(repeating: 0), SIMD4<Int32>(repeating: -1))
        var place = 0
        while place + 4 <= length {
            var (low, high) = (SIMD2<Int64>(repeating: 0), SIMD2<Int64>(repeating: 0))
            var found = zero
            var row = UnsafeRawPointer(values + place)
            for _ in 0..<runs {
                let four = row.loadUnaligned(as: SIMD4<Int32>.self)
                let isValue = zero.replacing(with: all, where: four .> mark)
                let raised = (four ^ SIMD4(repeating: Int32.min)) & isValue
                found &-= isValue
                low &+= unsafeBitCast(SIMD4(raised[0], 0, raised[1], 0), to: SIMD2<Int64>.self)
                high &+= unsafeBitCast(SIMD4(raised[2], 0, raised[3], 0), to: SIMD2<Int64>.self)
                row += length * MemoryLayout<Int32>.stride
            }
            for offset in 0..<4 {
                let raised = offset < 2 ? low[offset] : high[offset - 2]
                sums[place + offset] = raised &- Int64(found[offset]) << 31
                counts[place + offset] = found[offset]
            }
            place += 4
        }
        while place < length {
            var (sum, found) = (Int64(0), Int32(0))
            for run in 0..<runs {
                let value = values[run * length + place]
                let isValue = value > ValueBlock.lastShortMark
                sum &+= isValue ? Int64(value) : 0
                found &+= isValue ? 1 : 0
            }
            sums[place] = sum
            counts[place] = found
            place += 1
        }
    }

    /// Adds the values of one run to its groups; neighbours of one group are added to it together.
    @inline(__always)
    static func add(
        _ values: UnsafePointer<Int32>,
        _ periods: UnsafePointer<some AggregationLoops.Code>,
        _ partials: UnsafePointer<UInt32>,
        count: Int,
        _ base: UInt32,
        below limit: UInt32,
        to cells: UnsafeMutablePointer<GroupSums.Cell>
    ) {
        var row = 0
        while row < count {
            let partial = partials[Int(truncatingIfNeeded: periods[row])]
            var (sum, tally) = (Int64(0), UInt64(0))
            repeat {
                let value = values[row]
                let isValue = value > ValueBlock.lastShortMark
                sum &+= isValue ? Int64(value) : 0
                tally &+= isValue ? 1 : GroupSums.Cell.missingRow
                row += 1
            } while row < count && partials[Int(truncatingIfNeeded: periods[row])] == partial
            let index = base &+ partial
            if index < limit {
                cells[Int(index)].sum &+= sum
                cells[Int(index)].tally &+= tally
            }
        }
    }

    /// Adds the sums of some runs by place to their groups.
    @inline(__always)
    static func settle(
        _ sums: UnsafeMutablePointer<Int64>,
        _ counts: UnsafeMutablePointer<Int32>,
        runs: Int,
        _ periods: UnsafePointer<some AggregationLoops.Code>,
        _ partials: UnsafePointer<UInt32>,
        count: Int,
        _ base: UInt32,
        below limit: UInt32,
        to cells: UnsafeMutablePointer<GroupSums.Cell>
    ) {
        var place = 0
        while place < count {
            let partial = partials[Int(truncatingIfNeeded: periods[place])]
            var (sum, tally) = (Int64(0), UInt64(0))
            repeat {
                let found = UInt64(truncatingIfNeeded: counts[place])
                sum &+= sums[place]
                tally &+= found | (UInt64(truncatingIfNeeded: runs) &- found) << 32
                place += 1
            } while place < count && partials[Int(truncatingIfNeeded: periods[place])] == partial
            let index = base &+ partial
            if index < limit {
                cells[Int(index)].sum &+= sum
                cells[Int(index)].tally &+= tally
            }
        }
    }

    /// Whether some runs of one length that follow one another have the same periods in the same order.
    @inline(__always)
    static func repeatsPeriods<Code: AggregationLoops.Code>(
        _ periods: UnsafePointer<Code>,
        length: Int,
        runs: Int
    ) -> Bool {
        var difference: Code = 0
        let later = periods + length
        for row in 0..<length * (runs - 1) { difference |= periods[row] ^ later[row] }
        return difference == 0
    }
}
