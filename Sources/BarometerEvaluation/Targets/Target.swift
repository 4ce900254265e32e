import BarometerCore
import BarometerIndicators

/// What was promised: what figures shall come to, from which baseline, by which period, and on which path.
///
/// A goal that only has a direction has no target at all. Numbers are in the unit of the indicator.
public struct Target: Sendable, Hashable {
    /// Where the way to the target starts.
    public struct Baseline: Sendable, Hashable {
        /// The period whose figure the way starts from; the half-year in which it ends counts.
        public var period: Period
        /// The value as adopted; nil takes the figure of the period, or of the first one after it.
        public var value: Double?
        /// The decimals that the value was adopted with; nil where it is exact.
        public var decimals: Int?

        /// A baseline, with its value where one was adopted.
        public init(period: Period, value: Double? = nil, decimals: Int? = nil) {
            self.period = period
            self.value = value
            self.decimals = decimals
        }
    }

    /// When, by whom and in which paper a target was adopted; what is not known is nil.
    public struct Adoption: Sendable, Hashable {
        /// The day of the decision; before it nobody can know the target.
        public var on: CalendarDay?
        /// The committee or council that decided.
        public var by: LocalizedText?
        /// The paper, or the whole story in words.
        public var text: LocalizedText?

        /// An adoption, as far as it is known.
        public init(on day: CalendarDay? = nil, by body: LocalizedText? = nil, text: LocalizedText? = nil) {
            on = day
            by = body
            self.text = text
        }
    }

    /// What the figures shall come to.
    public var aim: Aim
    /// How far from the value a figure may be and still meet the target, at least 0.
    ///
    /// It is in the unit of the indicator, for parity by ratios in units of the ratio. The path still leads to the
    /// value itself.
    public var tolerance: Double
    /// Where the way starts; schedule, pace and movement are counted from there.
    public var baseline: Baseline
    /// The period whose figure shall meet the target.
    public var deadline: Period
    /// How the required values lie between baseline and deadline.
    public var path: Path
    /// The last period that the target holds for; nil is a standing limit that holds on after the deadline.
    public var ends: Period?
    /// The decimals that the target was adopted with.
    public var decimals: Int
    /// When and by whom the target was adopted.
    public var adopted: Adoption?

    /// A target of an indicator.
    public init(
        _ aim: Aim,
        tolerance: Double = 0,
        baseline: Baseline,
        deadline: Period,
        path: Path = .linear,
        ends: Period? = nil,
        decimals: Int = 0,
        adopted: Adoption? = nil
    ) {
        self.aim = aim
        self.tolerance = tolerance
        self.baseline = baseline
        self.deadline = deadline
        self.path = path
        self.ends = ends
        self.decimals = decimals
        self.adopted = adopted
    }

    /// A target on one side of a value.
    public init(
        comparator: Comparator,
        value: Double,
        baseline: Baseline,
        deadline: Period,
        path: Path = .linear,
        decimals: Int = 0
    ) {
        self.init(Aim(comparator, value), baseline: baseline, deadline: deadline, path: path, decimals: decimals)
    }

    /// The tolerance of every comparison, in favour of the better class.
    static let tolerance = 1e-9

    /// The single value that meets the target exactly; nil for a range and for yes or no.
    public var value: Double? {
        switch aim {
        case .atMost(let value), .atLeast(let value), .parity(let value, _): value
        case .between, .yes: nil
        }
    }

    /// Whether a value meets the target, its tolerance included.
    public func isMet(by value: Double) -> Bool {
        aim.distance(of: value) <= tolerance + Target.tolerance
    }

    /// How much nearer to the target the later of two values is; negative is farther away.
    ///
    /// In the unit of the distance. Beyond a one-sided target "nearer" goes on; within a range nothing is nearer than
    /// anything else.
    public func improvement(from earlier: Double, to later: Double) -> Double {
        let distances = (aim.distance(of: earlier), aim.distance(of: later))
        guard aim.isTwoSided else { return distances.0 - distances.1 }
        return max(distances.0, 0) - max(distances.1, 0)
    }
}

extension Period {
    /// The half-year in which a period ends, as a running number: the time axis of all evaluation.
    ///
    /// Annual figures stand at the second half of their year, elections at the half-year of their day.
    package var halfYear: Int { ending(in: .halfYearly).ordinal }
}
