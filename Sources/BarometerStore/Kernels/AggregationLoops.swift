import BarometerCore

/// The loops over rows: concrete for each width of codes and values, on pointers, without allocation or counting of
/// references.
///
/// They prove nothing themselves. Who calls them has checked, once for each block, that the pointers have as many rows
/// as the loop takes, that every code of the block has a partial, and that every index they may lead to exists.
enum AggregationLoops {
    typealias Code = FixedWidthInteger & UnsignedInteger

    /// Calls the body for each row, four to a turn: the compiler does not unroll loops that look things up.
    @inline(__always)
    static func forEachRow(_ count: Int, _ body: (Int) -> Void) {
        var row = 0
        while row &+ 4 <= count {
            body(row)
            body(row &+ 1)
            body(row &+ 2)
            body(row &+ 3)
            row &+= 4
        }
        while row < count {
            body(row)
            row &+= 1
        }
    }

    /// Adds the partial numbers of some rows to `numbers`, or sets these to them and a base where there is one.
    @inline(__always)
    static func addPartials(
        _ codes: UnsafePointer<some Code>,
        _ partials: UnsafePointer<UInt32>,
        count: Int,
        base: UInt32?,
        to numbers: UnsafeMutablePointer<UInt32>
    ) {
        if let base {
            forEachRow(count) { numbers[$0] = base &+ partials[Int(truncatingIfNeeded: codes[$0])] }
        } else {
            forEachRow(count) { numbers[$0] &+= partials[Int(truncatingIfNeeded: codes[$0])] }
        }
    }

    /// Adds the partial numbers of two lookups likewise, which takes one turn through `numbers` less.
    @inline(__always)
    static func addPartials(
        _ codes: UnsafePointer<some Code>,
        _ partials: UnsafePointer<UInt32>,
        _ otherCodes: UnsafePointer<some Code>,
        _ otherPartials: UnsafePointer<UInt32>,
        count: Int,
        base: UInt32?,
        to numbers: UnsafeMutablePointer<UInt32>
    ) {
        let both = { (row: Int) in
            partials[Int(truncatingIfNeeded: codes[row])]
                &+ otherPartials[Int(truncatingIfNeeded: otherCodes[row])]
        }
        if let base {
            forEachRow(count) { numbers[$0] = base &+ both($0) }
        } else {
            forEachRow(count) { numbers[$0] &+= both($0) }
        }
    }

    /// The same for numbers of 64 bits, whose highest bit says that a row has no group.
    @inline(__always)
    static func addPartials(
        _ codes: UnsafePointer<some Code>,
        _ partials: UnsafePointer<UInt64>,
        count: Int,
        to numbers: UnsafeMutablePointer<UInt64>
    ) {
        for row in 0..<count {
            let partial = partials[Int(truncatingIfNeeded: codes[row])]
            // Below the highest bit the sum never overflows; the bit itself must not vanish when it is added twice.
            numbers[row] = (numbers[row] &+ partial) | ((numbers[row] | partial) & GroupLookup.wideNone)
        }
    }

    /// Adds the partial numbers of the first rows of some runs to `numbers`.
    @inline(__always)
    static func addPartials(
        _ codes: UnsafePointer<some Code>,
        _ partials: UnsafePointer<UInt32>,
        at starts: UnsafePointer<UInt32>,
        count: Int,
        to numbers: UnsafeMutablePointer<UInt32>
    ) {
        for run in 0..<count {
            numbers[run] &+= partials[Int(truncatingIfNeeded: codes[Int(starts[run])])]
        }
    }

    /// Sends the rows without a group to the indices that are kept for them, turn by turn.
    static func discard(from limit: UInt32, count: Int, in numbers: UnsafeMutablePointer<UInt32>) {
        let mask = UInt32(GroupSums.discards - 1)
        for row in 0..<count {
            let number = numbers[row]
            numbers[row] = number < limit ? number : UInt32(truncatingIfNeeded: row) & mask
        }
    }

    /// Adds short values to the sums of their groups, and counts them or the missing ones.
    static func add(
        _ values: UnsafePointer<Int32>,
        groups: UnsafePointer<UInt32>,
        count: Int,
        to cells: UnsafeMutablePointer<GroupSums.Cell>
    ) {
        forEachRow(count) { row in
            let value = values[row]
            let isValue = value > ValueBlock.lastShortMark
            let cell = cells + Int(groups[row])
            cell.pointee.sum &+= isValue ? Int64(value) : 0
            cell.pointee.tally &+= isValue ? 1 : GroupSums.Cell.missingRow
        }
    }

    /// Adds long values likewise; a sum that leaves 64 bits is noted as a carry.
    static func add(_ values: UnsafePointer<Int64>, groups: UnsafePointer<UInt32>, count: Int, to sums: GroupSums) {
        let cells = sums.cells
        for row in 0..<count {
            let value = values[row]
            let index = Int(groups[row])
            let isValue = value > ValueBlock.lastLongMark
            let (sum, overflow) = cells[index].sum.addingReportingOverflow(isValue ? value : 0)
            cells[index].sum = sum
            cells[index].tally &+= isValue ? 1 : GroupSums.Cell.missingRow
            if overflow, index >= GroupSums.discards { sums.carry(at: index, isNegative: value < 0) }
        }
    }

    /// Adds doubles likewise, in the order of the rows.
    static func add(
        _ values: UnsafePointer<Double>,
        groups: UnsafePointer<UInt32>,
        count: Int,
        to doubles: UnsafeMutablePointer<GroupSums.Compensated>,
        _ cells: UnsafeMutablePointer<GroupSums.Cell>
    ) {
        for row in 0..<count {
            let value = values[row]
            let index = Int(groups[row])
            if value.isNaN {
                cells[index].tally &+= GroupSums.Cell.missingRow
            } else {
                cells[index].tally &+= 1
                doubles[index].add(value)
            }
        }
    }
}
