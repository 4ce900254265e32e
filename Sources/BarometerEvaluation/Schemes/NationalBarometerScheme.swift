import BarometerCore

/// The movements of the national integrationsbarometer: the change since the base year in whole points, and its label.
///
/// Known: a value, its change since the base year in whole points and the label "positive" or "negative development";
/// the direction is judged on rounded numbers, so that value and change can differ by a point; a goal has one or three
/// indicators of equal weight and follows their majority. Taken: the change is rounded from the unrounded figures, half
/// away from zero; a change of 0 is "unchanged"; three indicators that all differ are "unchanged" together. No required
/// pace, no deadline.
///
/// Source: integrationsbarometer.dk, since November 2012.
public enum NationalBarometerScheme {
    /// The label of a movement.
    public enum Development: String, Sendable {
        case positive, negative, unchanged

        /// The label as people read it.
        public var text: LocalizedText {
            switch self {
            case .positive: LocalizedText(en: "positive development", da: "positiv udvikling")
            case .negative: LocalizedText(en: "negative development", da: "negativ udvikling")
            case .unchanged: LocalizedText(en: "unchanged", da: "uændret")
            }
        }
    }

    /// A value with its movement.
    public struct Verdict: Sendable, Hashable {
        /// The latest value in whole points.
        public var value: Double
        /// Latest minus baseline, in whole points.
        public var change: Double
        /// Whether that is the right way.
        public var development: Development
    }

    /// The movement since the baseline; none without a later figure, or where a goal has two sides.
    public static func verdict(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            let (span, sign) = (try schemeCase.span(), try schemeCase.sign())
            let change = rounded(span.change, decimals: 0)
            return Verdict(
                value: rounded(span.latest.value, decimals: 0),
                change: change,
                development: change == 0 ? .unchanged : sign * change > 0 ? .positive : .negative
            )
        }
    }

    /// The movement of a goal with one or three indicators; nil for any other number of them.
    public static func development(of indicators: [Development]) -> Development? {
        guard indicators.count == 1 || indicators.count == 3 else { return nil }
        let majority = indicators.count / 2 + 1
        return [Development.positive, .negative].first { label in
            indicators.count { $0 == label } >= majority
        } ?? .unchanged
    }
}
