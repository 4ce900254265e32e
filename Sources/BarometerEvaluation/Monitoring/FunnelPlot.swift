import BarometerIndicators

/// Rates of many places around one rate, with limits that narrow as places grow: which of them differ at all.
///
/// Real places differ by more than chance, so the limits are widened by how much these do. A ranking of the places
/// inside the limits is a ranking of noise. Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185, and Quality
/// and Safety in Health Care 14 (2005) 347.
public struct FunnelPlot: Sendable {
    /// A place with its distance from the common rate.
    public struct Place: Sendable, Hashable {
        /// The counts of the place.
        public let rate: Proportion
        /// How many standard errors it lies from the common rate, by chance alone.
        public let z: Double
        /// The same once the places are allowed to differ as they usually do.
        public let adjustedZ: Double
    }

    /// The rate that the places are held against, between 0 and 1.
    public let centre: Double
    /// The mean of the squared z values after winsorising, 1 where chance alone is at work.
    public let dispersion: Double
    /// The places in the order given.
    public let places: [Place]

    /// The places around a rate, by default that of all of them together.
    ///
    /// nil without places and where the rate is 0 or 1, for then there is no chance to measure against.
    public init?(_ rates: [Proportion], around centre: Double? = nil) {
        let whole = rates.reduce(0) { $0 + $1.whole }
        guard whole > 0 else { return nil }
        let centre = centre ?? rates.reduce(0) { $0 + $1.part } / whole
        guard centre > 0, centre < 1 else { return nil }
        let scores = rates.map { ($0.share - centre) / (centre * (1 - centre) / $0.whole).squareRoot() }
        let dispersion = FunnelPlot.dispersion(of: scores)
        let widening = FunnelPlot.widening(dispersion)
        self.centre = centre
        self.dispersion = dispersion
        places = zip(rates, scores).map { Place(rate: $0, z: $1, adjustedZ: $1 / widening) }
    }

    /// Whether there are fewer than ten places, of which winsorising leaves no whole one out.
    public var isProvisional: Bool { places.count < 10 }

    /// The limits for a place of a size, widened by the dispersion, as shares inside 0 to 1.
    ///
    /// The two usual lines are those of 95 % and 99.8 %.
    public func limits(size: Double, confidence: Double) -> Interval {
        FunnelPlot.limits(around: centre, size: size, confidence: confidence, dispersion: dispersion)
    }

    /// The places outside the widened limits, by their number in the order given.
    public func outside(confidence: Double) -> [Int] {
        let critical = NormalDistribution.criticalValue(confidence: confidence)
        return places.indices.filter { places[$0].adjustedZ.magnitude > critical }
    }

    /// The limits around a rate for a place of a size; a dispersion of 1 is chance alone, and less counts as 1.
    public static func limits(
        around centre: Double,
        size: Double,
        confidence: Double,
        dispersion: Double = 1
    ) -> Interval {
        precondition(0 <= centre && centre <= 1 && size > 0, "a rate lies between 0 and 1, and a place has people")
        let reach =
            NormalDistribution.criticalValue(confidence: confidence) * widening(dispersion)
            * (centre * (1 - centre) / size).squareRoot()
        return Interval(lower: max(0, centre - reach), upper: min(1, centre + reach))
    }

    /// The mean of squared z values, those beyond the 10th and the 90th percentile drawn in to it.
    static func dispersion(of scores: [Double]) -> Double {
        guard let low = OrderStatistics.percentile(scores, 0.1), let high = OrderStatistics.percentile(scores, 0.9)
        else { return 1 }
        return scores.reduce(0) { sum, z in
            let drawn = min(max(z, low), high)
            return sum + drawn * drawn
        } / Double(scores.count)
    }

    /// Places that differ by less than chance do not narrow the limits.
    private static func widening(_ dispersion: Double) -> Double { max(1, dispersion).squareRoot() }
}
