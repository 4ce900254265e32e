/// The regularised incomplete beta function, behind Student's, the F and the binomial distribution.
///
/// Source: continued fraction DLMF 8.17.22, evaluated by the modified Lentz method.
package enum IncompleteBeta {
    /// The share of the beta density below x and the share above it, each with its own relative accuracy.
    ///
    /// The parameters are above 0. The complement of x is given apart, for near 1 it is known better than 1 - x.
    /// The fraction takes some tens of steps, and about the root of the larger parameter near the mean.
    package static func shares(
        _ a: Double,
        _ b: Double,
        at x: Double,
        complement: Double
    ) -> (below: Double, above: Double) {
        precondition(a > 0 && b > 0 && x >= 0 && complement >= 0, "the beta function is asked outside its domain")
        let front = StirlingForm.betaFront(a, b, x, complement)
        if x < (a + 1) / (a + b + 2) {
            let below = front == 0 ? 0 : front / a * fraction(a, b, x)
            return (below, 1 - below)
        }
        let above = front == 0 ? 0 : front / b * fraction(b, a, complement)
        return (1 - above, above)
    }

    /// The continued fraction that remains of the function at x once its front factor is taken out.
    static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (d.magnitude < tiny ? tiny : d)
        var (c, result) = (1.0, d)
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 + even * d
            c = 1 + even / c
            d = 1 / (d.magnitude < tiny ? tiny : d)
            if c.magnitude < tiny { c = tiny }
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 + odd * d
            c = 1 + odd / c
            d = 1 / (d.magnitude < tiny ? tiny : d)
            if c.magnitude < tiny { c = tiny }
            result *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return result
    }
}
