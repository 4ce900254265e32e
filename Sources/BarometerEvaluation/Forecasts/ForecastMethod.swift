import BarometerCore

/// The ways to continue a short series of figures, from the plainest to the one that needs most figures.
///
/// The numbers of figures that each needs are those of the project's method notes, section 3.7. With two figures there
/// is a pace and no forecast at all.
public enum ForecastMethod: String, Sendable, CaseIterable {
    /// The latest figure stays.
    case naive
    /// The mean change a half-year goes on: a random walk with drift.
    case drift
    /// The line of least squares goes on.
    case linearTrend
    /// The line with the median of all pairwise slopes goes on.
    case theilSen
    /// The smoothed level stays.
    case simpleSmoothing
    /// The smoothed level and its smoothed trend go on.
    case holt
    /// The smoothed level goes on by a trend that fades out.
    case dampedTrend

    /// The method as people read it.
    public var name: LocalizedText {
        switch self {
        case .naive: LocalizedText(en: "the latest figure", da: "det seneste tal")
        case .drift: LocalizedText(en: "the mean change", da: "den gennemsnitlige ændring")
        case .linearTrend: LocalizedText(en: "the straight line", da: "den rette linje")
        case .theilSen: LocalizedText(en: "the robust line (Theil-Sen)", da: "den robuste linje (Theil-Sen)")
        case .simpleSmoothing: LocalizedText(en: "exponential smoothing", da: "eksponentiel udjævning")
        case .holt: LocalizedText(en: "exponential smoothing with trend", da: "eksponentiel udjævning med trend")
        case .dampedTrend:
            LocalizedText(en: "exponential smoothing with damped trend", da: "eksponentiel udjævning med dæmpet trend")
        }
    }

    /// The fewest figures that a forecast by the method may rest on.
    public var minimumFigures: Int {
        switch self {
        case .naive, .drift: 3
        case .linearTrend, .theilSen: 6
        case .simpleSmoothing, .holt, .dampedTrend: 12
        }
    }

    /// The fewest figures for which the forecast comes with an interval; nil where the method has none.
    public var minimumFiguresForInterval: Int? {
        switch self {
        case .naive, .drift: 5
        case .linearTrend: 6
        case .theilSen: nil
        case .simpleSmoothing, .holt, .dampedTrend: 12
        }
    }

    /// Whether the backtest may choose the method; the others are printed beside the chosen one.
    public var isCandidate: Bool {
        switch self {
        case .naive, .drift, .linearTrend, .dampedTrend: true
        case .theilSen, .simpleSmoothing, .holt: false
        }
    }
}
