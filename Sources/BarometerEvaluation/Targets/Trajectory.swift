import BarometerCore

/// The required value at each half-year from baseline to deadline, in even steps; afterwards the target itself.
///
/// Source: earned-schedule practice in project control; the formulas are those of the project's method notes.
public struct Trajectory: Sendable {
    /// The half-year of the baseline, `2 * year + half - 1`.
    public let start: Int
    /// The half-year of the deadline by the same count, always after the start.
    public let end: Int
    /// The required value at the start: the baseline, or the target where the baseline met it.
    public let startValue: Double
    /// The required value at the deadline and after it, in the unit of the indicator.
    public let target: Double

    /// The path from a baseline to a target, or nil where there is none: the deadline is not after the baseline.
    ///
    /// A baseline that meets the target already gives the level line at the target, not a line that lets the value
    /// worsen to it.
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

    /// How much of the way from baseline to target a value has covered, 1 being the target.
    ///
    /// Negative is worse than the start, and more than 1 is beyond the target; nil where the path is level.
    public func achievedShare(of value: Double) -> Double? {
        isLevel ? nil : (value - startValue) / (target - startValue)
    }
}
