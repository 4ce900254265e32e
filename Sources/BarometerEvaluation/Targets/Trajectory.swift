import BarometerCore
import BarometerIndicators

/// The required value at each half-year from baseline to deadline; afterwards the target itself, a standing limit.
///
/// Source: earned-schedule practice in project control; the formulas are those of section 2.1 of the project's method
/// notes.
public struct Trajectory: Sendable {
    /// The half-year of the baseline, `2 * year + half - 1`.
    public let start: Int
    /// The half-year of the deadline by the same count, always after the start.
    public let end: Int
    /// The required value at the start: the baseline, or the target where the baseline met it.
    public let startValue: Double
    /// The required value at the deadline and after it, in the unit of the indicator; of a range the bound on the
    /// baseline's side.
    public let target: Double
    /// The last half-year that anything is required in; nil where the target holds on.
    public let lastBinding: Int?
    /// What the figures are assessed on.
    let yardstick: Yardstick
    private let curve: PathCurve

    /// The path from a baseline to a target, or nil where there is none.
    ///
    /// There is none to a deadline that is not after the baseline, for yes or no, and where a number lies outside the
    /// scale of the path, as `faults(from:)` of the target tells. A baseline that meets the target already gives the
    /// level line at the target, not a line that lets the value worsen to it. Milestones up to the baseline are behind.
    package init?(from baseline: Double, at start: Int, to target: Target) {
        let end = target.deadline.halfYear
        guard end > start, target.aim != .yes else { return nil }
        yardstick = Yardstick(target.aim, from: baseline)
        let goal = yardstick.goal
        let isMet = target.isMet(by: baseline)
        let first = PathCurve.Corner(step: 0, quantity: isMet ? goal : yardstick.quantity(of: baseline))
        let last = PathCurve.Corner(step: end - start, quantity: goal)
        let between = isMet ? [] : Trajectory.corners(of: target.path, from: start, yardstick)
        let (scale, isStepped) = isMet ? (.plain, false) : target.path.form
        guard let curve = PathCurve(corners: [first] + between + [last], scale: scale, isStepped: isStepped) else {
            return nil
        }
        self.curve = curve
        self.start = start
        self.end = end
        startValue = isMet ? yardstick.value(of: goal) : baseline
        self.target = yardstick.value(of: goal)
        lastBinding = target.ends?.halfYear
    }

    private static func corners(
        of path: Target.Path,
        from start: Int,
        _ yardstick: Yardstick
    ) -> [PathCurve.Corner] {
        path.milestones.compactMap { milestone in
            let step = milestone.period.halfYear - start
            guard step > 0 else { return nil }
            return PathCurve.Corner(step: step, quantity: yardstick.quantity(of: milestone.value))
        }
    }

    /// Whether the path is level because the baseline met the target.
    public var isLevel: Bool { startValue == target }

    /// The number of half-years from baseline to deadline.
    public var steps: Int { end - start }

    /// The required value at a half-year; before the baseline its value, after the deadline the target.
    public func value(at halfYear: Int) -> Double {
        yardstick.value(of: curve.quantity(at: halfYear - start))
    }

    /// The required value at a half-year; nil before the baseline and where the target no longer holds.
    public func required(at halfYear: Int) -> Double? {
        isBinding(at: halfYear) ? value(at: halfYear) : nil
    }

    /// Whether anything is required in a half-year: from the baseline on, until the target ends.
    func isBinding(at halfYear: Int) -> Bool {
        halfYear >= start && (lastBinding.map { halfYear <= $0 } ?? true)
    }

    /// How far a value is ahead of the path at a half-year; negative is behind.
    ///
    /// In the unit of the indicator, for parity by ratios in units of the ratio; a value on the other side of a range or
    /// of parity is behind by as much as it is too far.
    public func variance(of value: Double, at halfYear: Int) -> Double {
        yardstick.sign * (yardstick.quantity(of: value) - curve.quantity(at: halfYear - start))
    }

    /// How much of the way from baseline to target a value has covered, 1 being the target.
    ///
    /// Always on the straight way, whatever the path. Negative is worse than the start, and more than 1 is beyond the
    /// target; nil where the path is level.
    public func achievedShare(of value: Double) -> Double? {
        guard !isLevel else { return nil }
        let first = curve.corners[0].quantity
        return (yardstick.quantity(of: value) - first) / (yardstick.goal - first)
    }

    /// How many half-years before a half-year the path stood where a value stands; negative is ahead.
    ///
    /// A value that is worse than all of the path is as late as can be, the whole time from the baseline; one that
    /// meets the target is ahead by the time to the deadline and never late. Where the path goes back and forth the
    /// last time counts that it asked for the value, on a stepped path the last half-year at which the value was
    /// enough. nil where the path is level.
    public func delay(of value: Double, at halfYear: Int) -> Double? {
        guard !isLevel else { return nil }
        let quantity = yardstick.quantity(of: value)
        let step = Double(halfYear - start)
        if yardstick.sign * (quantity - yardstick.goal) >= -Target.tolerance { return min(step - Double(steps), 0) }
        return step - (curve.lastStep(at: quantity, sign: yardstick.sign) ?? 0)
    }

    /// The path as points to draw straight lines between, from baseline to deadline.
    ///
    /// Curves have a point in every half-year; a step is drawn upright, with two points in the half-year it falls due.
    public var points: [(halfYear: Int, value: Double)] {
        let isCurved = curve.scale != .plain || yardstick.aim.isRatio && !curve.isStepped && !isLevel
        if isCurved { return (start...end).map { ($0, value(at: $0)) } }
        let corners = curve.corners.map { (halfYear: start + $0.step, value: yardstick.value(of: $0.quantity)) }
        guard curve.isStepped else { return corners }
        return zip(corners, corners.dropFirst()).reduce(into: [corners[0]]) { points, pair in
            points += [(pair.1.halfYear, pair.0.value), pair.1]
        }
    }
}

extension Target.Path {
    /// On what the lines of the path are straight, and whether it goes in steps.
    fileprivate var form: (scale: PathCurve.Scale, isStepped: Bool) {
        switch self {
        case .linear, .milestones: (.plain, false)
        case .geometric: (.logarithm, false)
        case .logit: (.logit, false)
        case .steps: (.plain, true)
        }
    }
}
