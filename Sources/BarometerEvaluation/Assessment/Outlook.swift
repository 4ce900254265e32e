import BarometerCore
import BarometerIndicators

/// Where the figures are heading: the projection for the deadline, how likely the target is, and when it is reached.
///
/// The projection is made by the method that would have been least wrong in the past, and what every other method says
/// stands beside it. The pace and the classes are counted from the baseline, the projections from all figures given.
/// Figures are in the unit of the indicator, half-years are counted as `2 * year + half - 1`.
public struct Outlook: Sendable {
    /// What the chosen method expects of the deadline.
    ///
    /// nil where the deadline is not after the latest figure, and for fewer than three figures.
    public var projection: Forecast?
    /// The 95 % prediction interval of the projection; nil for fewer than five figures.
    public var interval95: Interval?
    /// The probability that the figure of the deadline meets the target; nil where there is no interval.
    public var probabilityMet: Double?
    /// What each method that the figures allow expects of the deadline, from the plainest on; the chosen one included.
    public var projections: [Forecast]
    /// When the pace since the baseline reaches the target; nil without a figure after the baseline.
    public var attainment: Attainment?
    /// The half-years in which the target may be reached, by the 95 % intervals of the chosen method.
    ///
    /// nil where the target is met now and where there is no interval.
    public var attainmentRange: AttainmentRange?
    /// How likely each class of the pace is; nil for fewer than six figures since the baseline.
    public var paceProbabilities: PaceProbabilities?
    /// How wrong each candidate would have been in the past; nil for fewer than four figures.
    public var backtest: Backtest?
    /// How alike neighbouring figures stray from the straight line, -1 to 1; nil for fewer than six figures.
    public var residualAutocorrelation: Double?
    /// The two-sided p value of Kendall's test for a trend of any shape; nil for fewer than six figures.
    public var kendallP: Double?
    /// By how much first halves of years differ from second ones; nil for fewer than three years with both.
    public var seasonalTerm: SeasonalTerm?
    /// What a reader should know before relying on the projection, in a fixed order.
    public var warnings: [Warning]

    /// The method of the projection.
    public var method: ForecastMethod? { projection?.method }

    /// The value projected for the deadline, in the unit of the indicator.
    public var projected: Double? { projection?.value }

    /// The mean absolute error of the chosen method one figure ahead; nil where nothing could be tried.
    public var backtestError: Double? {
        method.flatMap { backtest?.meanAbsoluteError(of: $0) }
    }

    /// Whether one class of the pace has a probability of at least 80 %; nil where there are no probabilities.
    public var isRobust: Bool? { paceProbabilities?.isRobust }

    /// The least and the greatest value that any method expects of the deadline; nil without a projection.
    public var spread: Interval? {
        guard let first = projections.first else { return nil }
        let (least, greatest) = projections.reduce((first.value, first.value)) {
            (min($0.0, $1.value), max($0.1, $1.value))
        }
        return Interval(lower: least, upper: greatest)
    }

    /// Something that makes a projection weaker than it looks.
    public enum Warning: String, Sendable, CaseIterable {
        /// Two figures: a pace, and no projection.
        case onlyPace
        /// Three or four figures: a projection without an interval.
        case noInterval
        /// The deadline is further ahead than the figures reach back.
        case longHorizon
        /// The figures stand at unequal distances.
        case unevenSpacing
        /// Neighbouring figures stray to the same side, so that intervals are too narrow.
        case autocorrelatedResiduals
        /// First and second halves of years differ by more than chance.
        case seasonal
        /// The methods differ on whether the target is met.
        case methodsDisagree
        /// A share stood at 0 or 100 %, so that it is continued as it is and cut off there.
        case shareAtLimit

        /// The warning as a clause.
        public var text: LocalizedText {
            switch self {
            case .onlyPace:
                LocalizedText(
                    en: "two figures give a pace and no projection",
                    da: "to tal giver et tempo og ingen fremskrivning"
                )
            case .noInterval:
                LocalizedText(
                    en: "fewer than five figures give no interval",
                    da: "færre end fem tal giver intet interval"
                )
            case .longHorizon:
                LocalizedText(
                    en: "the deadline is further ahead than the figures reach back",
                    da: "fristen ligger længere fremme, end tallene rækker tilbage"
                )
            case .unevenSpacing:
                LocalizedText(
                    en: "the figures stand at unequal distances in time",
                    da: "tallene ligger med ulige afstand i tid"
                )
            case .autocorrelatedResiduals:
                LocalizedText(
                    en: "neighbouring figures stray to the same side of the line, so the intervals are too narrow",
                    da: "nabotal afviger til samme side af linjen, så intervallerne er for smalle"
                )
            case .seasonal:
                LocalizedText(
                    en: "first and second halves of years differ by more than chance",
                    da: "første og andet halvår adskiller sig mere, end tilfældet kan forklare"
                )
            case .methodsDisagree:
                LocalizedText(
                    en: "the methods differ on whether the target is met",
                    da: "metoderne er uenige om, hvorvidt målet nås"
                )
            case .shareAtLimit:
                LocalizedText(
                    en: "a share stood at 0 or 100 percent, so it is not continued on the logit",
                    da: "en andel har været 0 eller 100 procent, så den fremskrives ikke på logit-skalaen"
                )
            }
        }
    }
}
