import BarometerCore

/// What is measured: a formula with its name, its place in the policy and all that a reader must know.
public struct Indicator: Sendable {
    /// Whether an indicator is judged or only shown.
    public enum Role: String, Sendable {
        /// A goal of the policy.
        case goal
        /// A figure beside the goals, such as a national benchmark; never judged.
        case context
    }

    /// Which way is better.
    public enum Direction: String, Sendable, CaseIterable {
        case decrease, increase

        /// +1 where a higher value is better, −1 where a lower one is.
        public var sign: Double { self == .increase ? 1 : -1 }
    }

    /// From which period on the figures are no longer comparable with those before, and why.
    public struct Break: Sendable, Hashable {
        /// The first period of the new figures, which is itself no longer comparable with those before.
        public var period: Period
        /// What changed, for the readers of the figures.
        public var reason: LocalizedText

        /// A break in the series.
        public init(period: Period, reason: LocalizedText) {
            self.period = period
            self.reason = reason
        }
    }

    /// The key in the catalogue, by which the command line and machine files name the indicator.
    public var id: String
    /// The short name, as a heading.
    public var title: LocalizedText
    /// What is measured, of whom and where, as a statistician would write it.
    public var definition: LocalizedText
    /// The field of policy that the indicator belongs to; nil where the catalogue names none.
    public var theme: LocalizedText?
    /// Whether the figures are judged or only shown beside those that are.
    public var role: Role
    /// Which way is better where no target says it.
    public var direction: Direction
    /// What is computed from which datasets; the unit of the figures is that of the formula.
    public var formula: CheckedFormula
    /// The decimals that figures are printed with.
    public var decimals: Int
    /// Where the series is broken; a change across a break is told and never judged.
    public var breaks: [Break]
    /// Reservations to be told with every figure.
    public var caveats: [LocalizedText]

    /// An indicator of a catalogue.
    public init(
        id: String,
        title: LocalizedText,
        definition: LocalizedText,
        theme: LocalizedText? = nil,
        role: Role,
        direction: Direction,
        formula: CheckedFormula,
        decimals: Int,
        breaks: [Break] = [],
        caveats: [LocalizedText] = []
    ) {
        self.id = id
        self.title = title
        self.definition = definition
        self.theme = theme
        self.role = role
        self.direction = direction
        self.formula = formula
        self.decimals = decimals
        self.breaks = breaks
        self.caveats = caveats
    }
}
