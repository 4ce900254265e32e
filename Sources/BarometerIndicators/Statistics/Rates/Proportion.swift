import BarometerStore

/// A part of a whole by its two counts, with the interval of the process that gave them.
///
/// The counts may be fractions, such as full-time equivalents; the share runs from 0 to 1, not to 100.
public struct Proportion: Sendable, Hashable {
    /// Why two counts are no part of a whole.
    public enum Fault: String, Error, Sendable {
        /// A count is infinite or no number.
        case notFinite
        /// There is nothing to be a part of: the whole is 0 or below.
        case emptyWhole
        /// The part is below 0.
        case negativePart
        /// The part is larger than the whole.
        case partAboveWhole
    }

    /// The count of those that have the property.
    public let part: Double
    /// The count of all, above 0.
    public let whole: Double

    /// A part of a whole, or the reason why it is none.
    public init(_ part: Double, of whole: Double) throws(Fault) {
        guard part.isFinite, whole.isFinite else { throw .notFinite }
        guard whole > 0 else { throw .emptyWhole }
        guard part >= 0 else { throw .negativePart }
        guard part <= whole else { throw .partAboveWhole }
        self.part = part
        self.whole = whole
    }

    /// The counts behind a computed rate, or the reason why they are no part of a whole.
    public init(_ counts: Series.Counts) throws(Fault) {
        try self.init(counts.numerator, of: counts.denominator)
    }

    /// The share, from 0 to 1.
    public var share: Double { part / whole }

    /// The variance of the share of independent cases; 0 at shares of 0 and 1.
    public var variance: Double { share * (1 - share) / whole }

    /// Where the share of the process lies by Wilson's score interval with the confidence given, inside 0 to 1.
    ///
    /// It is never empty of width, not even at shares of 0 and 1. Source: E. B. Wilson (1927); R. G. Newcombe,
    /// Statistics in Medicine 17 (1998) 857, method 3.
    public func interval(confidence: Double = 0.95) -> Interval {
        let z = NormalDistribution.criticalValue(confidence: confidence)
        let square = z * z
        let scale = whole + square
        let reach = z * (square / 4 + part * (1 - share)).squareRoot()
        // The ends at shares of 0 and 1 are exact, which the root is only to its last digit.
        let lower = part == 0 ? 0 : (part + square / 2 - reach) / scale
        let upper = part == whole ? 1 : (part + square / 2 + reach) / scale
        return Interval(lower: min(max(0, lower), share), upper: max(min(1, upper), share))
    }
}
