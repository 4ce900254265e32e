/// Where the value stands against the required path at the half-year that it describes.
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

    init(of value: Double, at halfYear: Int, on path: Trajectory, sign: Double) {
        expected = path.value(at: halfYear)
        variance = sign * (value - expected)
        achievedShare = path.achievedShare(of: value)
        let (step, steps) = (Double(halfYear - path.start), Double(path.steps))
        timeShare = min(step / steps, 1)
        // Worse than the start is as late as can be, the target before its deadline as early as can be.
        delayHalfYears = achievedShare.map { share in
            share >= 1 ? min(step - steps, 0) : step - steps * max(share, 0)
        }
    }
}
