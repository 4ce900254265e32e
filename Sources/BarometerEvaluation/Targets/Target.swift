import BarometerCore
import BarometerIndicators

/// What was promised: a value that the indicator shall be at most or at least, by the end of a period.
public struct Target: Sendable {
    /// On which side of the value the target is met; the value itself meets it.
    public enum Comparator: String, Sendable {
        case atMost, atLeast

        /// Which way is better under this target.
        public var direction: Indicator.Direction { self == .atMost ? .decrease : .increase }
    }

    /// Where the way to the target starts.
    public struct Baseline: Sendable {
        /// The period whose figure the way starts from; the half-year in which it ends counts.
        public var period: Period
        /// The value as adopted; nil takes the figure of the period, or of the first one after it.
        public var value: Double?

        /// A baseline, with its value where one was adopted.
        public init(period: Period, value: Double? = nil) {
            self.period = period
            self.value = value
        }
    }

    /// The shape of the way from baseline to target.
    public enum Path: String, Sendable {
        /// The same step in every half-year.
        case linear
    }

    /// Whether figures shall be at most or at least the value.
    public var comparator: Comparator
    /// The value that meets the target exactly, in the unit of the indicator.
    public var value: Double
    /// Where the way starts; schedule, pace and movement are counted from there.
    public var baseline: Baseline
    /// The period whose figure shall meet the target.
    public var deadline: Period
    /// How the required values lie between baseline and deadline.
    public var path: Path
    /// The decimals that the value was adopted with.
    public var decimals: Int
    /// When and by whom the target was adopted, in words.
    public var adopted: LocalizedText?

    /// A target of an indicator.
    public init(
        comparator: Comparator,
        value: Double,
        baseline: Baseline,
        deadline: Period,
        path: Path = .linear,
        decimals: Int = 0,
        adopted: LocalizedText? = nil
    ) {
        self.comparator = comparator
        self.value = value
        self.baseline = baseline
        self.deadline = deadline
        self.path = path
        self.decimals = decimals
        self.adopted = adopted
    }

    /// The tolerance of every comparison, in favour of the better class.
    static let tolerance = 1e-9

    /// Whether a value meets the target.
    public func isMet(by value: Double) -> Bool {
        comparator.direction.sign * (value - self.value) >= -Target.tolerance
    }
}

extension Period {
    /// The half-year in which a period ends, as a running number: the time axis of all evaluation.
    ///
    /// Annual figures stand at the second half of their year, elections at the half-year of their day.
    var halfYear: Int { ending(in: .halfYearly).ordinal }
}
