/// The chi-square distribution, of a sum of squared standard normal values.
package struct ChiSquareDistribution: Sendable {
    private let gamma: GammaDistribution

    /// The distribution for degrees of freedom above 0, whole or not.
    package init(degreesOfFreedom: Double) {
        gamma = GammaDistribution(shape: degreesOfFreedom / 2)
    }

    /// The probability of at most x; 0 for x of 0 and below.
    package func cumulative(_ x: Double) -> Double { gamma.cumulative(x / 2) }

    /// The probability of more than x: the p value of a chi-square test.
    package func upperTail(_ x: Double) -> Double { gamma.upperTail(x / 2) }

    /// The x that the share p lies below; 0 at 0 and infinite at 1.
    package func quantile(_ p: Double) -> Double { 2 * gamma.quantile(p) }

    /// The x that the share p lies above; infinite at 0 and 0 at 1.
    package func upperQuantile(_ p: Double) -> Double { 2 * gamma.upperQuantile(p) }
}
