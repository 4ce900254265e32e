/// Where the value stands against the required path at the half-year that it describes.
///
/// Source: section 2.2 of the project's method notes.
public struct Schedule: Sendable {
    /// The required value, on the declared path.
    public var expected: Double
    /// How far the value is ahead of the path; negative is behind.
    public var variance: Double
    /// The share of the way from baseline to target that is covered; nil where the baseline met the target already.
    public var achievedShare: Double?
    /// The share of the time from baseline to deadline that has gone, at most 1.
    public var timeShare: Double
    /// How many half-years ago the path stood where the value stands; negative is ahead.
    public var delayHalfYears: Double?

    init(of value: Double, at halfYear: Int, on path: Trajectory) {
        expected = path.value(at: halfYear)
        variance = path.variance(of: value, at: halfYear)
        achievedShare = path.achievedShare(of: value)
        timeShare = path.timeShare(at: halfYear)
        delayHalfYears = path.delay(of: value, at: halfYear)
    }
}

extension Trajectory {
    /// The share of the time from baseline to deadline that has gone, at most 1.
    func timeShare(at halfYear: Int) -> Double {
        min(Double(halfYear - start) / Double(steps), 1)
    }

    /// The achieved share over the time share; nil at the baseline and where the path is level.
    func index(of value: Double, at halfYear: Int) -> Double? {
        guard halfYear > start else { return nil }
        return achievedShare(of: value).map { $0 / timeShare(at: halfYear) }
    }
}
