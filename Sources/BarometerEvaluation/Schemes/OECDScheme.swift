import BarometerIndicators

/// OECD's distance to target in units of how far cities lie apart, and a trend that is named only where it is significant.
///
/// The distance is `max(0, d * (T - y)) / s`; 0 is reached. The standard deviation s is that of a fixed group in a fixed
/// year, kept from then on, or else the distance would move because others do. The trend is the rank correlation of the
/// figures since the baseline with time (Spearman), named at 10 %; four figures are the fewest that can be significant.
///
/// Source: OECD, Measuring distance to the SDG targets, methods. The numeric bands and simulations of newer editions are
/// not published in full and not here.
public enum OECDScheme {
    /// How far a group of cities lies apart in the year that was chosen for it.
    public struct ReferenceSpread: Sendable, Hashable {
        /// The standard deviation, in the unit of the figures; above 0.
        public let deviation: Double
        /// How many cities it is taken from.
        public let count: Int

        /// The spread of a group's values (n − 1); nil for fewer than two, or where all are equal.
        public init?(of values: [Double]) {
            guard values.count > 1 else { return nil }
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            guard squares > 0, squares < .infinity else { return nil }
            deviation = (squares / Double(values.count - 1)).squareRoot()
            count = values.count
        }

        /// Whether the group is too small for a steady deviation: fewer than ten.
        public var isUnstable: Bool { count < 10 }
    }

    /// The distance to the target.
    public struct Distance: Sendable, Hashable {
        /// The distance in standard deviations of the reference group; 0 is reached.
        public var deviations: Double
        /// Whether the reference group is small enough to make that number unsteady.
        public var isUnstable: Bool
    }

    /// What the figures do, as far as it is significant.
    public enum Direction: String, Sendable {
        case improving, worsening, notSignificant
    }

    /// The trend since the baseline.
    public struct Trend: Sendable, Hashable {
        /// The rank correlation of value with time, −1 to 1; its sign is that of the values, not of what is better.
        public var correlation: Double
        /// The two-sided p value, by Student's t.
        public var p: Double
        /// What is called.
        public var direction: Direction
    }

    /// How sure a trend must be to be named.
    static let significance = 0.1
    static let leastFigures = 4

    /// The distance of the latest value.
    public static func distance(of schemeCase: SchemeCase) -> SchemeOutcome<Distance> {
        SchemeOutcome { () throws(SchemeReason) in
            let (target, sign, latest) = (try schemeCase.target(), try schemeCase.sign(), try schemeCase.latest())
            guard let reference = schemeCase.reference else { throw .noReferenceGroup }
            let distance = schemeCase.isMet(by: latest.value) ? 0 : sign * (target - latest.value)
            return Distance(deviations: distance / reference.deviation, isUnstable: reference.isUnstable)
        }
    }

    /// The trend of the figures since the baseline.
    public static func trend(of schemeCase: SchemeCase) -> SchemeOutcome<Trend> {
        SchemeOutcome { () throws(SchemeReason) in
            let (base, sign) = (try schemeCase.base(), try schemeCase.sign())
            let values = schemeCase.halfYearly.drop { $0.halfYear < base.halfYear }.map(\.value)
            guard values.count >= leastFigures else { throw .tooFewFigures }
            guard let ranks = SpearmanCorrelation(values), let p = ranks.p else {
                // All values are equal: there is no trend to be sure of.
                return Trend(correlation: 0, p: 1, direction: .notSignificant)
            }
            let direction: Direction =
                p.exceeds(significance) ? .notSignificant : sign * ranks.coefficient > 0 ? .improving : .worsening
            return Trend(correlation: ranks.coefficient, p: p, direction: direction)
        }
    }
}
