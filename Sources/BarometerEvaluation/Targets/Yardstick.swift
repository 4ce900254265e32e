import BarometerIndicators

/// The quantity that figures are assessed on, so that one-sided and two-sided targets take the same measures.
///
/// For a one-sided target it is the figure itself. For a range and for parity it is the figure as seen from the side of
/// the baseline: one on the other side is mirrored, so that it is as far away as it really is. For parity by ratios it
/// is `max(y/T, T/y)`.
struct Yardstick: Sendable {
    let aim: Target.Aim
    /// Which way is better on the side of the baseline.
    let direction: Indicator.Direction
    /// The quantity that meets the target exactly.
    let goal: Double
    /// +1 where more of the quantity is better, −1 where less is.
    let sign: Double

    /// The yardstick of an aim for a way that starts at a value; a start within a range takes the nearer bound.
    init(_ aim: Target.Aim, from start: Double) {
        self.aim = aim
        switch aim {
        case .atMost(let value):
            (direction, goal) = (.decrease, value)
        case .atLeast(let value):
            (direction, goal) = (.increase, value)
        case .between(let range):
            let isBelow = start - range.lowerBound <= range.upperBound - start
            (direction, goal) = isBelow ? (.increase, range.lowerBound) : (.decrease, range.upperBound)
        case .parity(let value, let scale):
            (direction, goal) = (start <= value ? .increase : .decrease, scale == .ratio ? 1 : value)
        case .yes:
            (direction, goal) = (.increase, 1)
        }
        sign = aim.isRatio ? -1 : direction.sign
    }

    /// The quantity behind a figure; infinite where a ratio has none.
    func quantity(of value: Double) -> Double {
        if aim.isRatio { return 1 + aim.distance(of: value) }
        guard aim.isTwoSided, direction.sign * (value - goal) > 0 else { return value }
        // Within a range nothing is nearer than anything else.
        return goal - direction.sign * max(0, aim.distance(of: value))
    }

    /// Whether a figure has passed a target that has two sides, and lies beyond it.
    func isBeyond(_ value: Double) -> Bool {
        guard aim.isTwoSided, aim.distance(of: value) > Target.tolerance else { return false }
        return switch aim {
        case .between(let range): direction == .increase ? value > range.upperBound : value < range.lowerBound
        case .parity(let middle, _): direction == .increase ? value > middle : value < middle
        case .atMost, .atLeast, .yes: false
        }
    }

    /// The figure on the baseline's side that has a quantity.
    func value(of quantity: Double) -> Double {
        guard case .parity(let aim, .ratio) = aim else { return quantity }
        return direction == .increase ? aim / quantity : aim * quantity
    }
}

extension Target.Aim {
    /// Whether distances are ratios, and quantities no figures.
    var isRatio: Bool {
        if case .parity(_, .ratio) = self { true } else { false }
    }
}
