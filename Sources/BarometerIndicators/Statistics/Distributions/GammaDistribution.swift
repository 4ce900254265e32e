import BarometerCore

/// The gamma distribution of a shape and the scale 1, which is the regularised incomplete gamma function.
///
/// Series and continued fraction (DLMF 8.7.1, 8.9.2) for small shapes and far tails, else a series around the mean whose
/// cost does not depend on the shape (N. M. Temme, SIAM Journal on Mathematical Analysis 10, 1979).
package struct GammaDistribution: Sendable {
    /// The shape, above 0 and finite, which is also the mean.
    package let shape: Double

    /// The distribution for a shape above 0.
    package init(shape: Double) {
        precondition(shape > 0 && shape < .infinity, "a shape is above 0 and finite")
        self.shape = shape
    }

    /// The probability of at most x: the regularised lower incomplete gamma function; 0 for x of 0 and below.
    package func cumulative(_ x: Double) -> Double { shares(at: x).below }

    /// The probability of more than x: the regularised upper incomplete gamma function.
    package func upperTail(_ x: Double) -> Double { shares(at: x).above }

    /// The x that the share p lies below, to a relative 1e-12; 0 at 0 and infinite at 1.
    package func quantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a probability lies between 0 and 1")
        return p <= 0.5 ? solve(below: p) : solve(above: 1 - p)
    }

    /// The x that the share p lies above, for tails too small to be written as one minus a probability.
    package func upperQuantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a probability lies between 0 and 1")
        return p <= 0.5 ? solve(above: p) : solve(below: 1 - p)
    }

    private func shares(at x: Double) -> (below: Double, above: Double) {
        guard x > 0 else { return (0, 1) }
        guard x < .infinity else { return (1, 0) }
        let a = shape
        let deviance = StirlingForm.deviance(a, x, difference: x - a)
        if a >= 50, deviance <= 0.5 * a {
            let factor =
                NormalDistribution.inverseRootOfTwoPi * Elementary.exponential(-StirlingForm.error(a))
            let tail =
                factor
                * GaussianSeries.gamma.tail(
                    from: (2 * deviance).squareRoot(),
                    scale: 1 / a.squareRoot(),
                    sign: x < a ? -1 : 1
                )
            return x < a ? (tail, 1 - tail) : (1 - tail, tail)
        }
        let front = StirlingForm.gammaFront(shape: a, x)
        if x < a + 1 {
            let below = front / a * series(x)
            return (below, 1 - below)
        }
        let above = front * fraction(x)
        return (1 - above, above)
    }

    private func series(_ x: Double) -> Double {
        var (term, sum, place) = (1.0, 1.0, shape)
        while term > 1e-17 * sum {
            place += 1
            term *= x / place
            sum += term
        }
        return sum
    }

    private func fraction(_ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - shape
        var c = 1 / tiny
        var d = 1 / b
        var result = d
        for step in 1...10_000 {
            let i = Double(step)
            let numerator = -i * (i - shape)
            b += 2
            d = numerator * d + b
            d = 1 / (d.magnitude < tiny ? tiny : d)
            c = b + numerator / c
            if c.magnitude < tiny { c = tiny }
            result *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return result
    }

    private func solve(below p: Double) -> Double {
        guard p > 0 else { return 0 }
        // What the first term of the series gives never lies above the answer.
        let least = Elementary.exponential((Elementary.naturalLog(p) + Elementary.logGamma(shape + 1)) / shape)
        guard least > 0 else { return 0 }
        return solve(from: shape < 1 ? least : max(least, wilsonHilferty(-NormalDistribution.upperQuantile(p)))) {
            let below = shares(at: $0).below
            return (Elementary.naturalLog(below / p), below)
        }
    }

    private func solve(above p: Double) -> Double {
        guard p > 0 else { return .infinity }
        return solve(from: max(wilsonHilferty(NormalDistribution.upperQuantile(p)), 0.1 * shape)) {
            let above = shares(at: $0).above
            return (Elementary.naturalLog(p / above), above)
        }
    }

    /// Newton's method for the logarithm of x; both tails are concave in it, so it cannot circle.
    private func solve(from start: Double, _ excess: (Double) -> (logarithm: Double, share: Double)) -> Double {
        var x = start
        for _ in 0..<200 {
            let (logarithm, share) = excess(x)
            guard share > 0 else {
                x *= logarithm > 0 ? 0.5 : 2
                continue
            }
            let step = -logarithm * share / StirlingForm.gammaFront(shape: shape, x)
            x *= Elementary.exponential(min(max(step, -2), 2))
            if step.magnitude <= 1e-9 { break }
        }
        return x
    }

    /// A first guess from a normal quantile (Wilson and Hilferty 1931).
    private func wilsonHilferty(_ z: Double) -> Double {
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        return root > 0 ? shape * root * root * root : 0
    }
}
