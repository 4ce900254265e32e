import BarometerIndicators

/// The plain facts that the published schemes judge: figures, baseline, goal, and what kind of number it is.
///
/// Time is counted in half-years, `2 * year + half - 1`; an annual figure stands at the second half of its year, and
/// years are half of a difference. Figures are in the unit of the indicator, percentages as 0 to 100. Of several
/// figures of one half-year the last stands for it, except where a scheme's own rule is about such figures.
public struct SchemeCase: Sendable {
    /// A value and the half-year in which its period ends.
    public struct Figure: Sendable, Hashable {
        /// The half-year, `2 * year + half - 1`.
        public let halfYear: Int
        /// The value, in the unit of the indicator.
        public let value: Double
        /// The year that the label of the period begins with: 2015 of the season 2015-2016.
        public let labelYear: Int

        /// A figure of a half-year; its label begins with the year of the half-year unless another is said.
        public init(halfYear: Int, value: Double, labelYear: Int? = nil) {
            self.halfYear = halfYear
            self.value = value
            self.labelYear = labelYear ?? halfYear >> 1
        }
    }

    /// On which side of a value the goal lies, or between which two; the values themselves meet it.
    public enum Aim: Sendable, Hashable {
        case atMost(Double)
        case atLeast(Double)
        /// A band from a lower to an upper end; both ends equal is parity, one value approached from either side.
        case between(Double, Double)
    }

    /// What was promised, and by when.
    public struct Goal: Sendable, Hashable {
        /// The value or band.
        public let aim: Aim
        /// The half-year whose figure shall meet the goal; nil where no date was given.
        public let deadline: Int?

        /// A goal, with its deadline where it has one.
        public init(_ aim: Aim, deadline: Int?) {
            self.aim = aim
            self.deadline = deadline
        }
    }

    /// What the figures are, as far as a scheme treats it differently.
    public enum Quantity: Sendable {
        /// Shares of a whole, 0 to 100.
        case percentage
        /// 1 for yes and 0 for no.
        case yesNo
        /// Figures that are themselves rates of growth.
        case growthRate
        /// Gaps in percentage points, counts, money and everything else.
        case other
    }

    /// The two fixed values that a score of 0 and one of 100 stand for.
    public struct Goalposts: Sendable, Hashable {
        /// The value that scores 0.
        public let worst: Double
        /// The value that scores 100.
        public let best: Double

        /// Goalposts, chosen once and kept.
        public init(worst: Double, best: Double) {
            self.worst = worst
            self.best = best
        }
    }

    /// All figures known, in order of time; several may stand in one half-year.
    public let figures: [Figure]
    /// The figure that the way to the goal starts from, as it was adopted; nil where none was.
    public let baseline: Figure?
    /// What was promised; nil for an indicator without a target.
    public let goal: Goal?
    /// Which way is better where there is no goal; a goal decides otherwise.
    public let direction: Indicator.Direction
    /// What kind of number the figures are.
    public let quantity: Quantity
    /// A natural floor or ceiling of the figures; nil where there is none.
    public let limit: Double?
    /// How far a fixed group of cities lies apart in a fixed year; nil where there is no such group.
    public let reference: OECDScheme.ReferenceSpread?
    /// The fixed ends of a score from 0 to 100; nil where none were chosen.
    public let goalposts: Goalposts?

    /// Why nothing can be counted from the baseline: it has no figure, or the series is broken since.
    public let obstacle: SchemeReason?

    /// One figure for each half-year that has any.
    let halfYearly: [Figure]

    /// The facts of one indicator; the figures must be in order of time.
    ///
    /// - Parameter baseline: nil takes the first figure, except in a scheme whose rule has a year of its own.
    public init(
        figures: [Figure],
        baseline: Figure? = nil,
        goal: Goal? = nil,
        direction: Indicator.Direction,
        quantity: Quantity = .other,
        limit: Double? = nil,
        reference: OECDScheme.ReferenceSpread? = nil,
        goalposts: Goalposts? = nil,
        obstacle: SchemeReason? = nil
    ) {
        var halfYearly: [Figure] = []
        halfYearly.reserveCapacity(figures.count)
        for figure in figures {
            if let last = halfYearly.last, last.halfYear >= figure.halfYear {
                precondition(last.halfYear == figure.halfYear, "figures stand in order of time")
                halfYearly.removeLast()
            }
            halfYearly.append(figure)
        }
        self.figures = figures
        self.baseline = baseline
        self.goal = goal
        self.direction = direction
        self.quantity = quantity
        self.limit = limit
        self.reference = reference
        self.goalposts = goalposts
        self.obstacle = obstacle
        self.halfYearly = halfYearly
    }
}
