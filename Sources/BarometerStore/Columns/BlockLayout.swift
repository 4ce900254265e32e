/// How the rows of a column, and so of all columns beside it in a table, are divided into blocks.
///
/// A block has from one row up to `rowLimit`. Blocks may be shorter anywhere: a range of a file ends in a short one, and
/// joined tables keep theirs.
package struct BlockLayout: Sendable, Hashable {
    /// The most rows of a block.
    package static let rowLimit = 65_536

    /// For each block the number of rows up to its end.
    package private(set) var ends: [Int] = []

    /// The layout of a column without rows.
    package init() {}

    /// The layout of a column that was appended row by row: full blocks and the rest.
    package init(rowCount: Int) {
        ends = stride(from: 0, to: rowCount, by: BlockLayout.rowLimit).map { min($0 + BlockLayout.rowLimit, rowCount) }
    }

    /// The layout of blocks of these lengths.
    package init(lengths: some Sequence<Int>) {
        for length in lengths { append(length) }
    }

    /// The number of rows of all blocks.
    package var rowCount: Int { ends.last ?? 0 }

    /// The number of blocks.
    package var blockCount: Int { ends.count }

    /// The rows of a block, counted from the start of the column.
    package func rows(of block: Int) -> Range<Int> {
        (block == 0 ? 0 : ends[block - 1])..<ends[block]
    }

    /// The length of each block.
    package var lengths: [Int] { ends.indices.map { rows(of: $0).count } }

    /// The block of a row and the row's place in it.
    ///
    /// Constant time where all blocks before the row are full, else logarithmic in the number of blocks.
    package func place(of row: Int) -> (block: Int, offset: Int) {
        // No block is longer than the limit, so the row lies in this block or in a later one.
        var low = row / BlockLayout.rowLimit
        if row >= ends[low] {
            var high = ends.count - 1
            precondition(row < ends[high], "a row of the column")
            while low < high {
                let middle = (low + high) / 2
                if row < ends[middle] { high = middle } else { low = middle + 1 }
            }
        }
        return (low, low == 0 ? row : row - ends[low - 1])
    }

    /// Adds a block.
    package mutating func append(_ length: Int) {
        precondition((1...BlockLayout.rowLimit).contains(length), "a block has 1 to \(BlockLayout.rowLimit) rows")
        ends.append(rowCount + length)
    }

    /// Adds a row to the last block, or to a new one where it is full, and tells whether it was.
    mutating func appendRow() -> Bool {
        let last = ends.count - 1
        guard last >= 0, rows(of: last).count < BlockLayout.rowLimit else {
            ends.append(rowCount + 1)
            return true
        }
        ends[last] += 1
        return false
    }

    /// How many rows of a column that is joined to this one go into its last block.
    ///
    /// All of its first block where that and the last one are small: many small extracts then do not become as many
    /// small blocks. It depends on the layouts alone, so that all columns of two tables are joined alike.
    func rowsMerged(whenJoining other: BlockLayout) -> Int {
        guard let last = lengths.last, let first = other.ends.first else { return 0 }
        return last + first <= BlockLayout.rowLimit / 8 ? first : 0
    }
}
