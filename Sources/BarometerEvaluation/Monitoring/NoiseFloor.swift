import BarometerIndicators

/// How large a change has to be before it is more than the usual fluctuation of a figure, and what set that size.
///
/// A full register has no sampling error, but its figures still come from a process, are revised and rounded. The
/// largest of the three sizes is the floor; a change below it is told as "within usual fluctuation".
public struct NoiseFloor: Sendable, Hashable {
    /// What a floor can be set by.
    public enum Source: String, Sendable {
        /// The interval of the change as the outcome of a process: half its width.
        case process
        /// The revisions of earlier figures at the same age: their 90th percentile, without the sign.
        case revisions
        /// The decimals of the figures: two figures rounded to one decimal may differ by 0.1 by rounding alone.
        case rounding
    }

    /// The floor, in the unit of the figures, not negative.
    public let value: Double
    /// Which of the three was largest; of equal ones the first in the order of the list.
    public let setBy: Source

    /// The floor of a change: what is not known is nil and does not count, rounding always does.
    ///
    /// - Parameters:
    ///   - processInterval: The 95 % interval of the change, in the unit of the figures.
    ///   - revisions: The revisions known so far, from the age of the latest figure on.
    ///   - decimals: The decimals of the published figures.
    public init(processInterval: Interval?, revisions: RevisionStatistics?, decimals: Int) {
        let sizes: [(Double, Source)] = [
            (processInterval.map { $0.width / 2 } ?? 0, .process),
            (revisions?.absolutePercentile(0.9) ?? 0, .revisions),
            (NoiseFloor.rounding(decimals), .rounding),
        ]
        let largest = sizes.reduce(sizes[0]) { $1.0 > $0.0 ? $1 : $0 }
        (value, setBy) = largest
    }

    /// The standard deviation that rounding alone gives a change of two published figures: 0.041 at one decimal.
    public static func roundingDeviation(decimals: Int) -> Double { rounding(decimals) / 6.0.squareRoot() }

    /// The most that rounding alone can change the difference of two figures by: half a last digit each.
    private static func rounding(_ decimals: Int) -> Double {
        precondition((0...12).contains(decimals), "figures have 0 to 12 decimals")
        return (0..<decimals).reduce(1) { size, _ in size / 10 }
    }

    /// Whether a change of either sign is below the floor; a change as large as the floor, to 1e-9, is not.
    public func covers(_ change: Double) -> Bool { change.magnitude < value - Target.tolerance }
}
