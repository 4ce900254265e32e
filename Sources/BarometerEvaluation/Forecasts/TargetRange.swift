/// The values that meet a target, for the methods that ask how likely and how soon.
public enum TargetRange: Sendable, Hashable {
    case atMost(Double)
    case atLeast(Double)
    /// From the first to the second value, both meeting the target.
    case between(Double, Double)

    /// The least value that meets the target; minus infinity without one.
    public var lower: Double {
        switch self {
        case .atMost: -.infinity
        case .atLeast(let value): value
        case .between(let low, let high): min(low, high)
        }
    }

    /// The greatest value that meets the target; infinity without one.
    public var upper: Double {
        switch self {
        case .atMost(let value): value
        case .atLeast: .infinity
        case .between(let low, let high): max(low, high)
        }
    }

    /// Whether a value meets the target; the ends do, with the tolerance of every comparison.
    public func isMet(by value: Double) -> Bool {
        value >= lower - Target.tolerance && value <= upper + Target.tolerance
    }

    /// The end that is reached first by a value that does not meet the target.
    func nearestEnd(to value: Double) -> Double {
        value > upper ? upper : lower
    }
}
