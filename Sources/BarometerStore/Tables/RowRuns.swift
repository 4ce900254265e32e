/// Where in a block the dimensions other than time change: between two such rows only the period turns.
///
/// Statistics banks deliver the last dimension turning fastest, so that a run is as long as the table has periods.
package struct RowRuns: Sendable, Hashable {
    /// The first row of each run within the block, ascending from 0.
    ///
    /// A row may start a run although nothing changes there; a row where something changes must.
    package var starts: [UInt32]

    /// The fewest rows that a run has on average where runs are worth keeping.
    package static let leastMeanLength = 4

    /// The runs of a block that start in these rows.
    package init(starts: [UInt32]) {
        self.starts = starts
    }

    /// Finds the runs of a block in its code columns, all but the one of time; nil where they are too short on average.
    ///
    /// Linear in the rows times the columns.
    package init?(of blocks: [CodeBlock], count: Int) {
        var changes = [Bool](repeating: false, count: count)
        for block in blocks {
            switch block {
            case .narrow(let codes): RowRuns.mark(codes, in: &changes)
            case .medium(let codes): RowRuns.mark(codes, in: &changes)
            case .wide(let codes): RowRuns.mark(codes, in: &changes)
            }
        }
        starts = [0]
        for row in 1..<max(1, count) where changes[row] {
            starts.append(UInt32(row))
            if starts.count * RowRuns.leastMeanLength > count { return nil }
        }
    }

    @inline(__always)
    private static func mark<Width: FixedWidthInteger>(_ codes: [Width], in changes: inout [Bool]) {
        precondition(codes.count == changes.count, "the blocks of a table's columns have the same length")
        for row in 1..<max(1, codes.count) where codes[row] != codes[row - 1] { changes[row] = true }
    }
}

extension Table {
    /// Finds the runs of all blocks, for a table that is asked more than once; linear in the rows.
    package mutating func findRuns() {
        let found = (0..<layout.blockCount).map { block in
            RowRuns(of: dimensions.map { $0.codes.blocks[block] }, count: layout.rows(of: block).count)
        }
        runs = time == nil || found.allSatisfy { $0 == nil } ? [] : found
    }
}
