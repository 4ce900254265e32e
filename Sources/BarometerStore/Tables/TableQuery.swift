import BarometerCore

/// A question to a table: which rows, grouped how, over which periods.
public struct TableQuery: Sendable {
    /// Into which periods the answer is divided.
    public enum Periods: Sendable, Hashable {
        /// As the table has them.
        case native
        /// Not at all: all periods together.
        case together
        /// Into periods of a coarser frequency.
        case every(Frequency)
    }

    /// The rows that take part; dimensions that are neither selected nor grouped by take part without their totals.
    public var selections: [Selection]
    /// The dimensions by which the answer is divided, as positions in the table.
    public var by: [Int]
    /// The periods of the answer.
    public var periods: Periods
    /// How finer periods become one; needed where `periods` is coarser than the table.
    public var rollUp: RollUp?
    /// The position of the measure.
    public var measure: Int
    /// What is asked of each group besides its sum, mean and counts; the less, the faster.
    public var figures: Figures

    /// What can be asked of a group besides what every answer has.
    public struct Figures: OptionSet, Sendable, Hashable {
        /// The bits of the set.
        public let rawValue: UInt8

        /// A set by its bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The smallest and the largest value.
        public static let extremes = Figures(rawValue: 1)
        /// Why values are missing.
        public static let reasons = Figures(rawValue: 2)
        /// What is to be known of the values.
        public static let flags = Figures(rawValue: 4)
        /// All there is.
        public static let all: Figures = [.extremes, .reasons, .flags]
    }

    /// A question; without further words all rows by the table's own periods.
    public init(
        selections: [Selection] = [],
        by: [Int] = [],
        periods: Periods = .native,
        rollUp: RollUp? = nil,
        measure: Int = 0,
        figures: Figures = .all
    ) {
        self.selections = selections
        self.by = by
        self.periods = periods
        self.rollUp = rollUp
        self.measure = measure
        self.figures = figures
    }
}

/// The answer to a question: one line for each group that any row belongs to.
public struct QueryResult: Sendable {
    /// One group of the answer.
    public struct Line: Sendable {
        /// The entry of each dimension grouped by, in the order of the question.
        public var entries: [Int]
        /// The period of the group; nil where all were taken together or the table has none.
        public var period: Period?
        /// The sum of the values, nil where no row has one.
        public var sum: Double?
        /// How many values there are; after a roll-up by last, only those of the last period.
        public var count: Int
        /// The mean of the single values, nil where there is none.
        public var mean: Double?
        /// How many rows had no value.
        public var missing: Int
        /// Why a row had no value; nil where all have one, or where it was not asked.
        public var reason: ObservationStatus?
        /// What is to be known of the values, such as `provisional`; nil where all are ordinary, or
        /// where it was not asked.
        public var flag: ObservationStatus?
        /// The smallest single value, not the smallest sum; nil where no row has a value or it was not asked.
        public var minimum: Double?
        /// The largest single value, not the largest sum; nil where no row has a value or it was not asked.
        public var maximum: Double?
    }

    /// The groups in the order in which their codes first appear in the table, periods from early to late.
    public var lines: [Line]
    /// What the reader of the answer must know.
    public var notes: [Diagnostic]
    /// What the kernels did for the answer.
    package var work = AggregationWork()
}

extension QueryResult.Line {
    /// A group that no row belongs to, in a table where that means zero.
    static let zero = QueryResult.Line(entries: [], period: nil, sum: 0, count: 0, mean: nil, missing: 0)
}
