import BarometerCore
import BarometerIndicators

/// Whether the target is met, and how far it is.
public struct Level: Sendable {
    /// Whether the unrounded value meets the target, its tolerance included.
    public var met: Bool
    /// Whether the value meets it as printed, rounded to the decimals of the indicator.
    public var metAsPublished: Bool
    /// How far the value is from the target itself; positive is still to go, negative is beyond it or inside its range.
    ///
    /// In the unit of the indicator, for parity by ratios in units of the ratio. It is positive and the target met
    /// where the value is within the tolerance; infinite for a ratio of a value that is not above zero.
    public var distance: Double
    /// Half-years from the deadline to the end of the period that the value describes; nil for values up to the
    /// deadline.
    public var halfYearsPastDeadline: Int?

    init(of value: Double, decimals: Int, target: Target, period: Period) {
        met = target.isMet(by: value)
        metAsPublished = target.isMet(by: rounded(value, decimals: decimals))
        distance = target.aim.distance(of: value)
        let past = period.halfYear - target.deadline.halfYear
        halfYearsPastDeadline = past > 0 ? past : nil
    }
}
