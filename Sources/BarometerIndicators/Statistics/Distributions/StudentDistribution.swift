import BarometerCore

/// Student's t distribution, of an estimate over its standard error, for any degrees of freedom above 0.
///
/// Everything is computed in the variable `w = sqrt(v * ln(1 + t²/v))`, in which the curve is nearly normal; the tail
/// is the continued fraction of the beta function or, for large v, a series whose cost does not depend on v.
/// Source of the variable: D. L. Wallace, Annals of Mathematical Statistics 30 (1959).
package struct StudentDistribution: Sendable {
    /// The degrees of freedom v, above 0 and finite, whole or not.
    package let degreesOfFreedom: Double
    /// The density at 0 in the variable w, times the root of 2 pi; 1 for the normal curve.
    private let height: Double

    /// The distribution for degrees of freedom above 0.
    package init(degreesOfFreedom v: Double) {
        precondition(v > 0 && v < .infinity, "degrees of freedom are above 0 and finite")
        degreesOfFreedom = v
        height =
            v >= StudentDistribution.large
            ? GaussianSeries.halfRootOfTwoPi / GaussianSeries.student.tail(from: 0, scale: 1 / v)
            : Elementary.exponential(Elementary.logGamma((v + 1) / 2) - Elementary.logGamma(v / 2))
                / (v / 2).squareRoot()
    }

    /// The probability of at most t, with full relative accuracy in the lower tail.
    package func cumulative(_ t: Double) -> Double {
        t < 0 ? tail(squared: square(t)) : 1 - tail(squared: square(t))
    }

    /// The probability of more than t, with full relative accuracy however small it is.
    package func upperTail(_ t: Double) -> Double { cumulative(-t) }

    /// The probability of a value at least as far from 0 as t: the p value of a two-sided test.
    package func twoSided(_ t: Double) -> Double { 2 * tail(squared: square(t)) }

    /// The t that the share p lies below, to a relative 1e-12; infinite at 0 and 1 and where no double holds it.
    package func quantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a probability lies between 0 and 1")
        return p < 0.5 ? -outer(p) : outer(1 - p)
    }

    /// The t that the share p lies above, for tails too small to be written as one minus a probability.
    package func upperQuantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a probability lies between 0 and 1")
        return p <= 0.5 ? outer(p) : -outer(1 - p)
    }

    /// How many standard errors an interval reaches to either side so that it covers with the confidence given.
    package func criticalValue(confidence: Double) -> Double {
        precondition(0 < confidence && confidence < 1, "a confidence lies between 0 and 1")
        return outer((1 - confidence) / 2)
    }

    private static let large = 50.0

    /// The square of w for a t.
    private func square(_ t: Double) -> Double {
        let v = degreesOfFreedom
        let ratio = t.magnitude / v.squareRoot()
        if ratio > 1e150 { return 2 * v * Elementary.naturalLog(ratio) }
        if ratio < 1e-8 { return t * t }
        return v * Elementary.naturalLog(onePlus: ratio * ratio)
    }

    /// The upper tail beyond the w of a given square.
    private func tail(squared: Double) -> Double {
        let (v, a) = (degreesOfFreedom, degreesOfFreedom / 2)
        let u = squared / v
        if v >= StudentDistribution.large, u <= 1 {
            return height * NormalDistribution.inverseRootOfTwoPi
                * GaussianSeries.student.tail(from: squared.squareRoot(), scale: 1 / v)
        }
        guard squared < .infinity else { return 0 }
        let x = Elementary.exponential(-u)
        guard x < (a + 1) / (a + 2.5) else { return 0.5 - 0.5 * centre(squared: squared) }
        let y = -Elementary.exponentialMinusOne(-u)
        return 0.5 * front(squared, y) / a * IncompleteBeta.fraction(a, 0.5, x)
    }

    /// The probability between minus and plus the w of a given square, accurate where it is small.
    private func centre(squared: Double) -> Double {
        let y = -Elementary.exponentialMinusOne(-squared / degreesOfFreedom)
        return 2 * front(squared, y) * IncompleteBeta.fraction(0.5, degreesOfFreedom / 2, y)
    }

    /// The front factor of the beta function at `x = exp(-w²/v)`, `y = 1 - x`, with the parameters v/2 and 1/2.
    private func front(_ squared: Double, _ y: Double) -> Double {
        Elementary.exponential(-0.5 * squared) * height * (y * degreesOfFreedom / (2 * Double.pi)).squareRoot()
    }

    /// The density in the variable w.
    private func density(_ w: Double) -> Double {
        let u = w * w / degreesOfFreedom
        let shape = u < 1e-8 ? 1 + u / 4 : (u / -Elementary.exponentialMinusOne(-u)).squareRoot()
        return height * shape * NormalDistribution.density(w)
    }

    /// The t above which the share p of at most one half lies.
    private func outer(_ p: Double) -> Double {
        guard p > 0 else { return .infinity }
        guard p < 0.5 else { return 0 }
        var w = NormalDistribution.upperQuantile(p)
        let logarithm = Elementary.naturalLog(p)
        for _ in 0..<20 {
            let step: Double
            if p > 0.25 {
                step = (1 - 2 * p - centre(squared: w * w)) / (2 * density(w))
            } else {
                // Halley on the logarithm of the tail, which is nearly a parabola.
                let tail = tail(squared: w * w)
                let hazard = density(w) / tail
                let newton = (Elementary.naturalLog(tail) - logarithm) / hazard
                step = newton / (1 + 0.5 * (hazard - w) * newton)
            }
            w += step
            if step.magnitude <= 3e-8 * w { break }
        }
        let (v, u) = (degreesOfFreedom, w * w / degreesOfFreedom)
        if u < 1e-16 { return w }
        return u > 700
            ? v.squareRoot() * Elementary.exponential(u / 2)
            : (v * Elementary.exponentialMinusOne(u)).squareRoot()
    }
}
