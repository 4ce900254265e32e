import BarometerCore
import BarometerStore

/// The three questions that every contender is asked, prepared for a table.
///
/// `agg` is the sum, mean and count by area, origin and half-year; `rate` the share of the numerator's ages by the same;
/// `gap` the rate of one origin minus that of another, by area and half-year.
public struct Kernels: Sendable {
    /// The table that is asked.
    public let table: Table
    private let aggQuery: TableQuery
    private let rateComparison: Comparison
    private let gapComparison: Comparison

    /// The questions with the labels of a file.
    public init(_ table: Table, numeratorAges: [String], group: String, reference: String) throws {
        self.table = table
        let rate = (
            numerator: [try table.selection(of: "ALDER", values: numeratorAges)],
            denominator: [try table.selection(of: "ALDER", values: ["*"])]
        )
        let gap = (
            group: try table.selection(of: "HERKOMST", values: [group]),
            reference: try table.selection(of: "HERKOMST", values: [reference])
        )
        let both = try Kernels.positions(["OMRÅDE", "HERKOMST"], in: table)
        aggQuery = Kernels.halfYears(by: both)
        rateComparison = Comparison(Kernels.halfYears(by: both), rate: rate)
        gapComparison = Comparison(Kernels.halfYears(by: [both[0]]), rate: rate, gap: gap)
    }

    /// The questions to the table of an invented file.
    public init(_ table: Table, of file: StatisticsFile) throws {
        try self.init(
            table,
            numeratorAges: file.numeratorAges,
            group: StatisticsFile.origins[0],
            reference: StatisticsFile.origins[4]
        )
    }

    /// Sum, mean and count by area, origin and half-year.
    public func agg() throws -> QueryResult {
        try Engine.answer(aggQuery, table)
    }

    /// The rate of the numerator's ages by area, origin and half-year.
    public func rate() throws -> ComparisonResult {
        try Engine.answer(rateComparison, table)
    }

    /// The gap of the rates of two origins by area and half-year.
    public func gap() throws -> ComparisonResult {
        try Engine.answer(gapComparison, table)
    }

    /// The same as `agg()` on several threads.
    public func agg(threads: Int) async throws -> QueryResult {
        try await table.answer(to: aggQuery, threads: threads)
    }

    /// The same as `rate()` on several threads.
    public func rate(threads: Int) async throws -> ComparisonResult {
        try await table.answer(to: rateComparison, threads: threads)
    }

    /// The same as `gap()` on several threads.
    public func gap(threads: Int) async throws -> ComparisonResult {
        try await table.answer(to: gapComparison, threads: threads)
    }

    private static func halfYears(by positions: [Int]) -> TableQuery {
        TableQuery(by: positions, periods: .every(.halfYearly), rollUp: .sum, figures: [])
    }

    /// The positions of dimensions, which must be there.
    public static func positions(_ names: [String], in table: Table) throws -> [Int] {
        try names.map { name in
            guard let position = table.dimension(named: name) else { throw AbsentDimension(name: name) }
            return position
        }
    }
}

/// A file without a dimension that the questions are about.
public struct AbsentDimension: Error {
    /// The dimension.
    public var name: String
}
