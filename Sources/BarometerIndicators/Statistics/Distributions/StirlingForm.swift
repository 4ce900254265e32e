import BarometerCore

/// Powers divided by gamma and beta functions without the cancellation of large logarithms.
///
/// Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
enum StirlingForm {
    /// `x^a * exp(-x) / Gamma(a)`, the density of a gamma variable times its value; 0 at x = 0.
    static func gammaFront(shape a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return (a / twoPi).squareRoot() * Elementary.exponential(-deviance(a, x, difference: x - a) - error(a))
    }

    /// `x^a * y^b / B(a, b)` with y = 1 - x, the density of a beta variable times x and y; 0 at either end.
    static func betaFront(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
        guard x > 0, y > 0 else { return 0 }
        let n = a + b
        let difference = b * x - a * y
        let exponent =
            error(n) - error(a) - error(b) - deviance(a, n * x, difference: difference)
            - deviance(b, n * y, difference: -difference)
        return (a / n * b / twoPi).squareRoot() * Elementary.exponential(exponent)
    }

    /// `a * ln(a / m) + m - a`, never negative; the difference m - a is given, for the caller has it exactly.
    static func deviance(_ a: Double, _ m: Double, difference: Double) -> Double {
        let u = difference / a
        guard u.magnitude < 0.3 else { return a * Elementary.naturalLog(a / m) + difference }
        // a * (u - ln(1 + u)) by the series of the inverse hyperbolic tangent.
        let r = u / (2 + u)
        let square = r * r
        var (power, sum, odd) = (1.0, 0.0, 3.0)
        while power > 1e-18 {
            sum += power / odd
            power *= square
            odd += 2
        }
        return a * (u * r - 2 * r * square * sum)
    }

    /// What Stirling's formula leaves of the logarithm of the gamma function: 1/(12 a) for large a.
    static func error(_ a: Double) -> Double {
        guard a >= 16 else {
            return Elementary.logGamma(a) - (a - 0.5) * Elementary.naturalLog(a) + a - halfLogOfTwoPi
        }
        let square = 1 / (a * a)
        var sum = 0.0
        for coefficient in series { sum = sum * square + coefficient }
        return sum / a
    }

    private static let twoPi = 2 * Double.pi
    private static let halfLogOfTwoPi = 0.918938533204672741780329736405618
    private static let series: [Double] = [1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12]
}
