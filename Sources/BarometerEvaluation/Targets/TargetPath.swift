import BarometerCore

extension Target {
    /// A value that is due on the way.
    public struct Milestone: Sendable, Hashable {
        /// The period whose figure shall have the value; the half-year in which it ends counts.
        public var period: Period
        /// In the unit of the indicator.
        public var value: Double

        /// A milestone.
        public init(period: Period, value: Double) {
            self.period = period
            self.value = value
        }
    }

    /// The shape of the way from baseline to target, `u` being the share of the time that has gone.
    ///
    /// Source: earned-schedule practice in project control and climate-target path tests (OECD, EEA); the formulas are
    /// those of section 2.1 of the project's method notes.
    public enum Path: Sendable, Hashable {
        /// The same step in every half-year: for rates and gaps.
        case linear
        /// The same factor in every half-year, `y0·(T/y0)^u`: for positive quantities that grow in proportion.
        case geometric
        /// A straight line of `ln(p/(100−p))`: for shares near 0 or 100 per cent, which they never leave.
        case logit
        /// Straight lines from the baseline over the milestones, in the order of time, to the target.
        case milestones([Milestone])
        /// The last value that fell due holds until the next does, before the first milestone that of the baseline.
        case steps([Milestone])

        /// The word of machine files: `linear`, `geometric`, `logit`, `milestones` or `steps`.
        public var name: String {
            switch self {
            case .linear: "linear"
            case .geometric: "geometric"
            case .logit: "logit"
            case .milestones: "milestones"
            case .steps: "steps"
            }
        }

        /// The values that are due on the way; none for the paths that a formula draws.
        public var milestones: [Milestone] {
            switch self {
            case .linear, .geometric, .logit: []
            case .milestones(let milestones), .steps(let milestones): milestones
            }
        }

        /// The same path with its milestones changed.
        func mapMilestones(_ change: (Milestone) -> Milestone) -> Path {
            switch self {
            case .linear, .geometric, .logit: self
            case .milestones(let milestones): .milestones(milestones.map(change))
            case .steps(let milestones): .steps(milestones.map(change))
            }
        }
    }
}
