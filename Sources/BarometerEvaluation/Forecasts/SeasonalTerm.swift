import BarometerIndicators

/// By how much the first half of a year differs from the second, with the trend taken out.
///
/// It is the coefficient of a first-half indicator in a least-squares regression of the figures on it and on time. It
/// is tested before jumps from one half to the other are trusted, and nothing is adjusted by it.
public struct SeasonalTerm: Sendable {
    /// First half minus second half, in the unit of the figures.
    public let effect: Double
    /// Its standard error; 0 where line and season explain the figures fully.
    public let standardError: Double
    /// The figures, less three.
    public let degreesOfFreedom: Int
    /// The years that have a figure for both halves.
    public let pairs: Int

    /// The term for a history; nil for fewer than three years with figures for both halves.
    public init?(_ history: FigureHistory) {
        // First halves have even numbers; the figure before is of the same year where it stands one half-year back.
        let pairs = (1..<max(history.count, 1)).count {
            history.halfYears[$0] % 2 != 0 && history.elapsed(before: $0) == 1
        }
        guard pairs >= 3 else { return nil }
        let firstHalves = history.halfYears.map { $0 % 2 == 0 ? 1.0 : 0 }
        guard let fit = MultipleRegression([history.places, firstHalves], response: history.values),
            let standardError = fit.slopes[1].standardError
        else { return nil }
        effect = fit.slopes[1].value
        self.standardError = standardError
        degreesOfFreedom = fit.degreesOfFreedom
        self.pairs = pairs
    }

    /// The effect in standard errors; nil where the standard error is 0.
    public var t: Double? { standardError > 0 ? effect / standardError : nil }

    /// Whether the effect is more than chance, two-sided at 5 %.
    public var isSignificant: Bool {
        guard let t else { return effect.magnitude > Target.tolerance }
        return StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)).twoSided(t) <= 0.05
    }
}
