/// The correlation of ranks: whether one quantity rises with another, along a straight line or not.
///
/// Equal values share the mean of their ranks. Source: C. Spearman (1904); the p value is the t approximation.
public struct SpearmanCorrelation: Sendable, Hashable {
    /// The number of points.
    public let count: Int
    /// From −1, every step the opposite way, to 1, every step the same way.
    public let coefficient: Double
    /// The two-sided p value by Student's t with count − 2 degrees of freedom; 0 at ±1, nil for two points.
    public let p: Double?

    /// The correlation of values with their order in time; nil for fewer than two, or where all are equal.
    public init?(_ values: [Double]) {
        self.init(values.indices.map(Double.init), values)
    }

    /// The correlation of two quantities of the same points; nil for fewer than two, or where one does not vary.
    public init?(_ first: [Double], _ second: [Double]) {
        precondition(first.count == second.count, "a point has two values")
        let (one, two) = (OrderStatistics.ranks(first), OrderStatistics.ranks(second))
        // Ranks are whole or half and their mean is, so these sums are exact.
        let mean = Double(first.count + 1) / 2
        var (squaresOne, squaresTwo, products) = (0.0, 0.0, 0.0)
        for (a, b) in zip(one, two) {
            squaresOne += (a - mean) * (a - mean)
            squaresTwo += (b - mean) * (b - mean)
            products += (a - mean) * (b - mean)
        }
        guard squaresOne > 0, squaresTwo > 0 else { return nil }
        count = first.count
        coefficient = products / (squaresOne * squaresTwo).squareRoot()
        guard count > 2 else {
            p = nil
            return
        }
        let rest = 1 - coefficient * coefficient
        let freedom = Double(count - 2)
        p =
            rest > 0
            ? StudentDistribution(degreesOfFreedom: freedom).twoSided(coefficient * (freedom / rest).squareRoot()) : 0
    }
}
