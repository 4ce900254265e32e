import BarometerCore

/// The bounds of what a question may cost; tests set them low.
package struct AggregationLimits: Sendable {
    /// The most groups that are kept as plain arrays; beyond it group numbers are hashed.
    package var dense = 1 << 22
    /// The most groups that may be found where they are hashed.
    package var found = 1 << 26
    /// The most groups for each row that are kept as plain arrays; many more would mostly be empty memory, which is
    /// dear to touch.
    package var densePerRow = 4

    /// The ordinary bounds.
    package init() {}
}

/// A question made ready for the kernels: the columns with their lookups, how many groups there may be, what is asked.
struct AggregationPlan: Sendable {
    let measure: MeasureColumn
    /// For each block where its dimensions change, or nil; empty where that is not known.
    let runs: [RowRuns?]
    /// The lookups of the columns that the question depends on.
    let lookups: [GroupLookup]
    /// The groups are numbered from 0 to less than this.
    let groupCount: Int
    /// Whether groups are plain arrays by their number; else their numbers are hashed.
    let isDense: Bool
    let figures: TableQuery.Figures
    let limits: AggregationLimits

    /// A plan over columns of one table.
    ///
    /// - Parameter axes: for each column that matters, the partial group number of every code.
    init(
        measure: MeasureColumn,
        runs: [RowRuns?],
        axes: [(column: CodeColumn, isTime: Bool, partials: [Int])],
        groupCount: Int,
        figures: TableQuery.Figures,
        limits: AggregationLimits
    ) {
        precondition(axes.allSatisfy { $0.column.layout == measure.layout }, "columns of a table have the same blocks")
        precondition(runs.isEmpty || runs.count == measure.layout.blockCount, "runs are known for every block or none")
        // The sums of 32-bit values cannot leave 64 bits below this, and counts have 32 bits.
        precondition(measure.count < 1 << 32, "a table has fewer than 2^32 rows")
        isDense =
            groupCount <= min(limits.dense, Int(GroupLookup.narrowNone) / 2)
            && groupCount / limits.densePerRow <= max(1 << 14, measure.count) && axes.count <= 64
        self.measure = measure
        self.runs = runs
        self.groupCount = groupCount
        self.figures = figures
        self.limits = limits
        lookups = axes.map { [isDense] in
            GroupLookup(column: $0.column, isTime: $0.isTime, partials: $0.partials, isDense: isDense)
        }
    }

    /// The blocks in chunks that are taken one at a time, whatever the number of threads.
    ///
    /// Their size depends on the table and the question alone: sums of doubles are joined chunk by chunk, and their
    /// last digits must not depend on the machine. A chunk has more rows than there are groups to join.
    var chunks: [Range<Int>] {
        let blocks = measure.layout.blockCount
        let share = measure.isExact ? 0 : (isDense ? groupCount : measure.count) / (BlockLayout.rowLimit / 4)
        let size = max(AggregationPlan.blocksPerChunk, share)
        return stride(from: 0, to: blocks, by: size).map { $0..<min($0 + size, blocks) }
    }

    /// How many workers a question is worth: one more has its own arrays of groups, to be made and joined.
    func workers(atMost threads: Int) -> Int {
        max(1, min(threads, chunks.count, isDense ? measure.count / max(1, groupCount) + 1 : threads))
    }

    static let blocksPerChunk = 4
}
