import BarometerCore
import BarometerStore

extension Extract {
    /// The table of a bare file with what must be told of it, read as fast as the file allows.
    public struct Reading: Sendable {
        /// The observations; nil where the file has faults or no values.
        public var table: Table?
        /// Faults and warnings, and notes where the file was read the careful way.
        public var diagnostics: [Diagnostic]
        /// How a plain file was read; nil where it was read the careful way.
        package var counts: ReadingCounts?
        fileprivate var sample: FileSample?
    }

    /// Reads the table of a file without telling how the file is understood, on so many threads.
    ///
    /// A plain delimited file is read in ranges, in memory of about 12 bytes an observation: records of one shape,
    /// numbers without groups, marks of up to eight bytes, quotes without line feeds or quotes inside. Any other file is
    /// read by `read(_:path:…)`. Both give the same table, and the table does not depend on the number of threads.
    /// Linear in the size.
    ///
    /// - Parameter previous: what a file was read as that may be of the same shape; saves looking at a sample.
    /// - Parameter memoryLimit: the most bytes of memory that reading may take by an estimate made before; nil for no bound.
    /// - Throws: `ExtractError` where the file is no statistics at all or would take too much memory (D410), and what
    ///   the source throws.
    public static func table(
        of source: some ByteSource,
        path: String,
        options: ExtractOptions = ExtractOptions(),
        like previous: Reading? = nil,
        threads: Int,
        memoryLimit: Int? = nil
    ) async throws -> Reading {
        var plan = RangePlan()
        plan.memoryLimit = memoryLimit
        return try await table(of: source, path: path, options: options, like: previous, threads: threads, plan: plan)
    }

    /// The same on the calling thread alone.
    public static func table(
        of source: some ByteSource,
        path: String,
        options: ExtractOptions = ExtractOptions(),
        like previous: Reading? = nil,
        memoryLimit: Int? = nil
    ) throws -> Reading {
        var plan = RangePlan()
        plan.memoryLimit = memoryLimit
        return try table(of: source, path: path, options: options, like: previous, plan: plan)
    }

    package static func table(
        of source: some ByteSource,
        path: String,
        options: ExtractOptions,
        like previous: Reading? = nil,
        plan: RangePlan
    ) throws -> Reading {
        for guess in Guess.allCases {
            guard let sample = try guess.sample(of: source, path: path, options: options, like: previous, plan) else {
                continue
            }
            try plan.estimate(path).checkTable(sample, threads: 1)
            var columns: [RangeColumns?] = []
            for range in plan.ranges(of: sample.shape.body) {
                let found = try plan.reader(of: sample.shape).read(range, of: source)
                columns.append(found)
                if found == nil { break }
            }
            if let reading = assembled(sample, columns, path) { return reading }
        }
        return try carefully(source, path, options, plan)
    }

    package static func table(
        of source: some ByteSource,
        path: String,
        options: ExtractOptions,
        like previous: Reading? = nil,
        threads: Int,
        plan: RangePlan
    ) async throws -> Reading {
        guard threads > 1, source.size > plan.rangeSize else {
            return try table(of: source, path: path, options: options, like: previous, plan: plan)
        }
        for guess in Guess.allCases {
            guard let sample = try guess.sample(of: source, path: path, options: options, like: previous, plan) else {
                continue
            }
            try plan.estimate(path).checkTable(sample, threads: threads)
            let shape = sample.shape
            let ranges = plan.ranges(of: shape.body)
            let columns = try await withThrowingTaskGroup(of: (Int, RangeColumns?).self) { group in
                var columns: [RangeColumns?] = ranges.map { _ in nil }
                var waiting = Array(ranges.enumerated().reversed())
                func begin() {
                    guard let (position, range) = waiting.popLast() else { return }
                    group.addTask { (position, try plan.reader(of: shape).read(range, of: source)) }
                }
                for _ in 0..<threads { begin() }
                while let (position, found) = try await group.next() {
                    // One range that is not plain is enough to give up.
                    guard let found else { break }
                    columns[position] = found
                    begin()
                }
                return columns
            }
            if let reading = assembled(sample, columns, path) { return reading }
        }
        return try carefully(source, path, options, plan)
    }

    /// Where a first idea of a file's shape comes from, the cheapest first.
    enum Guess: CaseIterable {
        case fileBefore, ownSample

        func sample(
            of source: some ByteSource,
            path: String,
            options: ExtractOptions,
            like previous: Reading?,
            _ plan: RangePlan
        ) throws -> FileSample? {
            switch self {
            case .fileBefore: try previous?.sample.flatMap { try FileSample(of: source, like: $0) }
            case .ownSample: try FileSample(of: source, path: path, options: options, plan: plan)
            }
        }
    }

    /// Tables of bare files with more rows are not searched for repeats.
    static let largestCheckedTable = 300_000

    private static func assembled(_ sample: FileSample, _ columns: [RangeColumns?], _ path: String) -> Reading? {
        let ranges = columns.compactMap(\.self)
        guard ranges.count == columns.count else { return nil }
        let counts = ranges.reduce(ReadingCounts()) { $0 + $1.counts }
        var assembly = RangeAssembly(sample)
        guard let table = assembly.table(of: ranges, name: path) else { return nil }
        // Only the careful way can tell repeats with their places. In a bare file they are a warning, and looking for them
        // in millions of rows would cost more than reading them.
        guard table.rowCount >= largestCheckedTable || !table.hasRepeats else { return nil }
        return Reading(table: table, diagnostics: [], counts: counts, sample: sample)
    }

    private static func carefully(
        _ source: some ByteSource,
        _ path: String,
        _ options: ExtractOptions,
        _ plan: RangePlan
    ) throws -> Reading {
        try plan.estimate(path).checkCareful(size: source.size)
        let extract = try read(source, path: path, options: options)
        return Reading(table: extract.table, diagnostics: extract.diagnostics)
    }
}
