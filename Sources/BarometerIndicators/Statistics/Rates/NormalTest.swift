/// A test statistic that is standard normal where nothing is going on.
public struct NormalTest: Sendable, Hashable {
    /// The statistic, signed.
    public let z: Double

    /// The two-sided p value.
    public var p: Double { NormalDistribution.twoSided(z) }

    /// A test with its statistic.
    public init(z: Double) {
        self.z = z
    }

    /// The Cochran-Armitage test of a trend in rates over editions, positive where the rates rise.
    ///
    /// The times are those of the rates, by default 0, 1, 2 and on. nil where nothing can be told: fewer than two
    /// different times, or all or none of the cases have the property. Source: W. G. Cochran (1954), P. Armitage (1955).
    public static func trend(in rates: [Proportion], at times: [Double]? = nil) -> NormalTest? {
        precondition(times?.count ?? rates.count == rates.count, "every rate has a time")
        let times = times ?? rates.indices.map(Double.init)
        let whole = rates.reduce(0) { $0 + $1.whole }
        guard whole > 0 else { return nil }
        let share = rates.reduce(0) { $0 + $1.part } / whole
        // Times from their mean, which changes nothing but the rounding.
        let mean = zip(times, rates).reduce(0) { $0 + $1.0 * $1.1.whole } / whole
        var (excess, spread) = (0.0, 0.0)
        for (time, rate) in zip(times, rates) {
            excess += (time - mean) * (rate.part - rate.whole * share)
            spread += (time - mean) * (time - mean) * rate.whole
        }
        let variance = share * (1 - share) * spread
        return variance > 0 ? NormalTest(z: excess / variance.squareRoot()) : nil
    }
}
