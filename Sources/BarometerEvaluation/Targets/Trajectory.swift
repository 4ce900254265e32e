import BarometerCore

/// The required value at each half-year between baseline and deadline, in even steps; after the deadline the target itself.
///
/// Source: earned-schedule practice in project control; the formulas are those of the project's method notes.
public struct Trajectory: Sendable {
    /// The half-years of baseline and deadline, `2 * year + half - 1`.
    public let start: Int
    public let end: Int
    public let startValue: Double
    public let target: Double

    /// The path from a baseline to a target, or nil where there is none: the deadline is not after the baseline.
    ///
    /// A baseline that meets the target already gives the level line at the target, not a line that lets the value worsen to it.
    init?(from baseline: Double, at start: Int, to target: Target) {
        let end = target.deadline.halfYear
        guard end > start else { return nil }
        self.start = start
        self.end = end
        startValue = target.isMet(by: baseline) ? target.value : baseline
        self.target = target.value
    }

    /// Whether the path is level because the baseline met the target.
    public var isLevel: Bool { startValue == target }

    /// The number of half-years from baseline to deadline.
    public var steps: Int { end - start }

    /// The required value at a half-year; before the baseline its value, after the deadline the target.
    public func value(at halfYear: Int) -> Double {
        let share = Double(min(max(halfYear, start), end) - start) / Double(steps)
        return startValue + (target - startValue) * share
    }

    /// How much of the way from baseline to target a value has covered; nil where the path is level. Negative is worse than the start.
    public func achievedShare(of value: Double) -> Double? {
        isLevel ? nil : (value - startValue) / (target - startValue)
    }
}
