import BarometerIndicators

/// How far a forecast may be off, on the scale on which the figures are continued.
public enum ErrorDistribution: Sendable, Hashable {
    /// Not told: too few figures, or a method without error theory.
    case unknown
    /// A normal distribution, where the spread is taken as known.
    case normal(standardError: Double)
    /// Student's t, where the spread was estimated with so many degrees of freedom.
    case studentT(standardError: Double, degreesOfFreedom: Int)

    /// The standard error; 0 where the figures left no doubt, nil where it is not told.
    public var standardError: Double? {
        switch self {
        case .unknown: nil
        case .normal(let standardError), .studentT(let standardError, _): standardError
        }
    }

    /// The degrees of freedom of Student's t; nil for the normal distribution and where nothing is told.
    public var degreesOfFreedom: Int? {
        if case .studentT(_, let degreesOfFreedom) = self { degreesOfFreedom } else { nil }
    }

    /// How many standard errors an interval reaches to either side; nil where nothing is told.
    func criticalValue(confidence: Double) -> Double? {
        switch self {
        case .unknown: nil
        case .normal: NormalDistribution.criticalValue(confidence: confidence)
        case .studentT(_, let degreesOfFreedom):
            StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)).criticalValue(confidence: confidence)
        }
    }

    /// The probability of an error from a lower to an upper end, for a standard error above 0.
    func probability(from lower: Double, to upper: Double) -> Double? {
        guard let standardError, standardError > 0 else { return nil }
        guard lower < upper else { return 0 }
        // In the upper half the two tails are told apart better than the two shares below.
        let (low, high) = lower > 0 ? (-upper, -lower) : (lower, upper)
        let share = cumulative(high / standardError) - cumulative(low / standardError)
        return min(max(share, 0), 1)
    }

    private func cumulative(_ score: Double) -> Double {
        guard score > -.infinity else { return 0 }
        guard score < .infinity else { return 1 }
        return switch self {
        case .unknown, .normal: NormalDistribution.cumulative(score)
        case .studentT(_, let degreesOfFreedom):
            StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)).cumulative(score)
        }
    }
}
