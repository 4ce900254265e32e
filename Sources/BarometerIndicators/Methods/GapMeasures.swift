/// Two rates compared in all the ways in which a gap between groups is told: points, ratio and odds ratio.
///
/// A gap in points moves with the business cycle although nothing changed between the groups: where both rates halve,
/// the gap halves. Ratio and odds ratio do not, so they stand beside it, and so does the gap that today's odds ratio
/// would give at the reference rate of the baseline.
///
/// Rates are in per cent, gaps in percentage points. All measures are turned the same way round: a gap above zero, a
/// ratio above 1 and an odds ratio above 1 say that the group is worse off.
///
/// Source: derived in the project's method notes, 5.1; odds ratios are standard in epidemiology.
public struct GapMeasures: Sendable, Hashable {
    /// Which rate is taken from which, so that a gap above zero is bad.
    public enum Orientation: String, Sendable {
        /// For rates that should be low, such as unemployment.
        case groupMinusReference
        /// For rates that should be high, such as employment.
        case referenceMinusGroup

        /// Which way is better for the rates themselves; gaps are always better when they are low.
        public var rateDirection: Indicator.Direction { self == .groupMinusReference ? .decrease : .increase }
    }

    /// The rate of the group in question, in per cent.
    public let group: Double
    /// The rate of the group that it is compared with, in per cent.
    public let reference: Double
    /// Which rate is taken from which.
    public let orientation: Orientation

    /// The measures of two rates; nil where one is not between 0 and 100 per cent.
    public init?(group: Double, reference: Double, orientation: Orientation) {
        // Not-a-number is in no range.
        guard (0...100).contains(group), (0...100).contains(reference) else { return nil }
        self.group = group
        self.reference = reference
        self.orientation = orientation
    }

    /// The difference of the rates, in percentage points.
    public var gap: Double { larger - smaller }

    /// How many times as high the one rate is; nil where the other is zero.
    public var ratio: Double? { smaller > 0 ? larger / smaller : nil }

    /// The ratio of the odds; nil where a rate is 0 or 100 per cent.
    public var oddsRatio: Double? {
        guard let upper = GapMeasures.odds(larger), let lower = GapMeasures.odds(smaller) else { return nil }
        return upper / lower
    }

    /// The gap that the same odds ratio gives at another reference rate, such as that of the baseline.
    ///
    /// nil where the odds ratio or the odds of that rate are not defined.
    public func gap(atReferenceRate rate: Double) -> Double? {
        guard let oddsRatio, let odds = GapMeasures.odds(rate) else { return nil }
        let other = orientation == .groupMinusReference ? odds * oddsRatio : odds / oddsRatio
        return orientation.rateDirection.sign * (rate - 100 * other / (1 + other))
    }

    /// The gap that the same ratio gives at another reference rate: what the cycle alone would do to the gap.
    ///
    /// nil where the ratio is not defined, or zero where the group is divided by it.
    public func gapKeepingRatio(atReferenceRate rate: Double) -> Double? {
        guard let share = groupShare else { return nil }
        return orientation.rateDirection.sign * (rate - share * rate)
    }

    /// The reference rate at which the same ratio gives a gap: where a target in points is met by the cycle alone.
    ///
    /// nil where the ratio is not defined or is 1, and where the rate would not be between 0 and 100 per cent.
    public func referenceRate(atGap gap: Double) -> Double? {
        guard let share = groupShare, share != 1 else { return nil }
        let rate = orientation.rateDirection.sign * gap / (1 - share)
        return (0...100).contains(rate) ? rate : nil
    }

    /// The rate that counts as the higher one in a gap above zero.
    private var larger: Double { orientation == .groupMinusReference ? group : reference }
    private var smaller: Double { orientation == .groupMinusReference ? reference : group }
    /// The group's rate as a multiple of the reference's.
    private var groupShare: Double? { reference > 0 ? group / reference : nil }

    private static func odds(_ rate: Double) -> Double? {
        rate > 0 && rate < 100 ? rate / (100 - rate) : nil
    }
}
