/// A count of events that could have come out otherwise, with its limits.
public struct EventCount: Sendable, Hashable {
    /// Why a number is no count of events.
    public enum Fault: String, Error, Sendable {
        /// It is infinite or no number.
        case notFinite
        /// It is below 0.
        case negative
    }

    /// The number of events, 0 or more.
    public let count: Double

    /// A count of events, or the reason why it is none.
    public init(_ count: Double) throws(Fault) {
        guard count.isFinite else { throw .notFinite }
        guard count >= 0 else { throw .negative }
        self.count = count
    }

    /// Where the mean of the process lies by Byar's approximation, with the confidence given.
    ///
    /// Within 0.2 % of the exact limits from 10 events on; the lower limit of no events is 0.
    /// Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), 2.3.
    public func interval(confidence: Double = 0.95) -> Interval {
        let z = NormalDistribution.criticalValue(confidence: confidence)
        func limit(_ x: Double, _ z: Double) -> Double {
            let root = max(0, 1 - 1 / (9 * x) + z / (3 * x.squareRoot()))
            return x * root * root * root
        }
        return Interval(lower: count > 0 ? limit(count, -z) : 0, upper: limit(count + 1, z))
    }

    /// Where the mean of the process lies by the exact limits of a Poisson count, with the confidence given.
    ///
    /// Source: the chi-square form of F. Garwood, Biometrika 28 (1936).
    public func exactInterval(confidence: Double = 0.95) -> Interval {
        precondition(0 < confidence && confidence < 1, "a confidence lies between 0 and 1")
        let tail = (1 - confidence) / 2
        return Interval(
            lower: count > 0 ? GammaDistribution(shape: count).quantile(tail) : 0,
            upper: GammaDistribution(shape: count + 1).upperQuantile(tail)
        )
    }

    /// The fewest events that a standardised rate is published for (practice of public health in England).
    public static let fewestForRate = 10.0

    /// Where a standardised rate of these events lies by Dobson's method on Byar's limits, in the unit of the rate.
    ///
    /// The rate is a weighted sum of the events, and the variance that of the sum: `sum w² x / n²` for weights w that
    /// add up to 1, events x and persons n of each stratum. nil for fewer than 10 events. Source: A. J. Dobson and
    /// others, Statistics in Medicine 10 (1991).
    public func interval(ofRate rate: Double, variance: Double, confidence: Double = 0.95) -> Interval? {
        precondition(variance >= 0, "a variance is not negative")
        guard count >= EventCount.fewestForRate else { return nil }
        let scale = (variance / count).squareRoot()
        let limits = interval(confidence: confidence)
        return Interval(lower: rate + scale * (limits.lower - count), upper: rate + scale * (limits.upper - count))
    }
}
