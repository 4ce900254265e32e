import BarometerCore
import BarometerStore

extension Extract {
    /// The answer to a question to a file that never stood in memory as a whole.
    public struct FileAnswer: Sendable {
        /// The figures.
        public var answer: TableAnswer
        /// A table that knows all codes and labels of the file, and has the rows of its last part.
        public var table: Table
        /// How many observations the file has.
        public var rowCount: Int
    }

    /// Answers a question while the file is read, range by range, in memory that hardly depends on its size.
    ///
    /// The answer is that of the table of the file to the last digit. nil where it takes the table to answer: the file is
    /// no plain one (as `table(of:path:…)` says) or smaller than two ranges, its values are no whole numbers or short
    /// decimals, there are more than a million groups, a question was asked wrongly, or totals stand in parts of their own.
    ///
    /// - Parameters:
    ///   - memoryLimit: the most bytes of memory that reading may take by an estimate made before; nil for no bound.
    ///   - question: makes the question for a part of the table, in which a name may not be known yet, and for the whole.
    /// - Throws: `ExtractError` (D410) where it would take too much memory, and what the source and, for the whole table,
    ///   the question throws.
    public static func answer(
        of source: some ByteSource,
        path: String,
        options: ExtractOptions = ExtractOptions(),
        threads: Int,
        memoryLimit: Int? = nil,
        question: (_ table: Table, _ isWhole: Bool) throws -> TableQuestion
    ) async throws -> FileAnswer? {
        var plan = RangePlan()
        plan.memoryLimit = memoryLimit
        return try await answer(
            of: source,
            path: path,
            options: options,
            threads: threads,
            plan: plan,
            question: question
        )
    }

    package static func answer(
        of source: some ByteSource,
        path: String,
        options: ExtractOptions,
        threads: Int,
        plan: RangePlan,
        question: (_ table: Table, _ isWhole: Bool) throws -> TableQuestion
    ) async throws -> FileAnswer? {
        guard source.size > 2 * plan.rangeSize,
            let sample = try FileSample(of: source, path: path, options: options, plan: plan)
        else { return nil }
        try plan.estimate(path).checkRanges(sample, plan, threads: threads)
        let (shape, ranges) = (sample.shape, plan.ranges(of: sample.shape.body))
        var assembly = RangeAssembly(sample)
        var sums = RunningSums()
        var last: Table?
        var rowCount = 0
        let isRead = try await withThrowingTaskGroup(of: (Int, RangeColumns?).self) { group in
            var (next, joined) = (0, 0)
            var early: [Int: RangeColumns] = [:]
            while joined < ranges.count {
                // A range that is read before its turn waits, so no more are begun than threads have work.
                while next < ranges.count, next - joined < (threads == 1 ? 1 : threads + 1) {
                    let position = next
                    group.addTask { (position, try plan.reader(of: shape).read(ranges[position], of: source)) }
                    next += 1
                }
                guard let (position, found) = try await group.next(), let found else { return false }
                early[position] = found
                while var range = early.removeValue(forKey: joined) {
                    guard let part = assembly.part(of: &range, name: path) else { return false }
                    do {
                        guard try sums.add(part, question(part, false)) else { return false }
                    } catch is StoreError {
                        // The whole table tells best what is wrong with the question.
                        return false
                    }
                    rowCount += part.rowCount
                    last = part
                    joined += 1
                }
            }
            return true
        }
        guard isRead, assembly.isConfirmed, let last,
            let answer = try sums.answer(to: question(last, true), of: last)
        else { return nil }
        return FileAnswer(answer: answer, table: last, rowCount: rowCount)
    }
}
