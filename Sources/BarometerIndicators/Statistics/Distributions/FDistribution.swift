/// The F distribution: the ratio of two mean squares, each over its own degrees of freedom.
package struct FDistribution: Sendable {
    /// The degrees of freedom of the mean square above the line, above 0.
    package let numerator: Double
    /// The degrees of freedom of the mean square below the line, above 0.
    package let denominator: Double

    /// The distribution for degrees of freedom above 0, whole or not.
    package init(_ numerator: Double, _ denominator: Double) {
        precondition(numerator > 0 && denominator > 0, "degrees of freedom are above 0")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The probability of more than a ratio, which is 1 for ratios of 0 and below: the p value of an F test.
    package func upperTail(_ ratio: Double) -> Double {
        guard ratio > 0 else { return 1 }
        guard ratio < .infinity else { return 0 }
        let (above, below) = (numerator * ratio, denominator)
        return IncompleteBeta.shares(
            denominator / 2,
            numerator / 2,
            at: below / (above + below),
            complement: above / (above + below)
        ).below
    }
}
