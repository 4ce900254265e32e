/// A column of codes in blocks, each in the narrowest whole numbers that hold its largest code.
///
/// One, two or four bytes a row. Loops over many rows go block by block; a single row is found in constant time where
/// the blocks before it are full.
public struct CodeColumn: Sendable, Hashable {
    package private(set) var blocks: [CodeBlock] = []
    /// The smallest and the largest code of each block, by which a question passes over blocks.
    package private(set) var bounds: [ClosedRange<Int>] = []
    /// How the rows are divided into blocks.
    package private(set) var layout = BlockLayout()

    /// An empty column.
    public init() {}

    /// A column of the same code in every row.
    public init(repeating code: Int, count: Int) {
        self.init(repeating: code, like: BlockLayout(rowCount: count))
    }

    /// A column of the same code in every row, in blocks of these lengths.
    package init(repeating code: Int, like layout: BlockLayout) {
        blocks = layout.lengths.map { CodeBlock(repeating: code, count: $0) }
        bounds = blocks.map { _ in code...code }
        self.layout = layout
    }

    /// A column of finished blocks, none of them empty or longer than a block may be; reads them once.
    package init(blocks: [CodeBlock]) {
        layout = BlockLayout(lengths: blocks.map(\.count))
        self.blocks = blocks
        bounds = blocks.compactMap(\.bounds)
    }

    /// The number of rows.
    public var count: Int { layout.rowCount }

    /// The code of a row.
    public subscript(row: Int) -> Int {
        let (block, offset) = layout.place(of: row)
        return blocks[block][offset]
    }

    /// Adds a row; its block becomes wider where the code, 0 to 2^32 - 1, does not fit it.
    ///
    /// Amortised constant time; at most twice in its life a block is copied to wider numbers.
    public mutating func append(_ code: Int) {
        if layout.appendRow() {
            blocks.append(CodeBlock(repeating: code, count: 1))
            bounds.append(code...code)
        } else {
            let last = blocks.count - 1
            blocks[last].append(code)
            let (smallest, largest) = (bounds[last].lowerBound, bounds[last].upperBound)
            if code < smallest || code > largest { bounds[last] = min(smallest, code)...max(largest, code) }
        }
    }

    /// Adds the rows of another column, whose codes `map` leads to those of this one.
    ///
    /// Linear in the rows added.
    package mutating func append(contentsOf other: CodeColumn, map: [Int]) {
        let merged = layout.rowsMerged(whenJoining: other.layout)
        for row in 0..<merged { append(map[other.blocks[0][row]]) }
        let isIdentity = map.enumerated().allSatisfy { $0 == $1 }
        for position in other.blocks.indices.dropFirst(merged > 0 ? 1 : 0) {
            var block = other.blocks[position]
            var range = other.bounds[position]
            if !isIdentity {
                block.remap(map)
                range = block.bounds ?? range
            }
            blocks.append(block)
            bounds.append(range)
            layout.append(block.count)
        }
    }

    /// The rows at these places, in this order, in full blocks.
    package func gathering(_ rows: [Int]) -> CodeColumn {
        let layout = BlockLayout(rowCount: rows.count)
        return CodeColumn(
            blocks: (0..<layout.blockCount).map { block in CodeBlock(rows[layout.rows(of: block)].map { self[$0] }) }
        )
    }
}
