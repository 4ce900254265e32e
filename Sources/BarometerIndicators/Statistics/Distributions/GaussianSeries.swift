import BarometerCore

/// The tail of a curve that is nearly normal: `exp(-t²/2)` times a power series, integrated from s upwards.
///
/// A Student or a gamma variable of large shape becomes such a curve by a change of variable, and its tail then costs
/// the same however large the shape is, with full relative accuracy. The derivation is the project's own; the change
/// of variable is that of D. L. Wallace (1959) for Student's and of N. M. Temme (1979) for the gamma distribution.
struct GaussianSeries {
    /// The coefficients of the powers of the scaled variable.
    let coefficients: [Double]
    /// How many powers of t lie from one coefficient to the next: 1 or 2.
    let stride: Int

    /// The integral from s to infinity of `exp(-t²/2) * sum c[k] * (sign * t^stride * scale)^k`, s not negative.
    func tail(from s: Double, scale: Double, sign: Double = 1) -> Double {
        let bell = Elementary.exponential(-0.5 * s * s)
        let even = Elementary.errorComplement(s * NormalDistribution.halfRoot) * GaussianSeries.halfRootOfTwoPi
        // The integrals of t^k follow from those of t^(k-2).
        var (earlier, latest) = (even, bell)
        var (power, weight) = (1.0, 1.0)
        var sum = coefficients[0] * even
        var order = 1
        for coefficient in coefficients.dropFirst() {
            weight *= sign * scale
            for _ in 0..<stride - 1 { advance() }
            let moment = latest
            sum += weight * coefficient * moment
            // No coefficient behind the first is as large as 1.
            if weight.magnitude * moment < 1e-17 * sum { break }
            advance()
        }
        return sum

        func advance() {
            order += 1
            power *= s
            (earlier, latest) = (latest, power * bell + Double(order - 1) * earlier)
        }
    }

    static let halfRootOfTwoPi = 1.25331413731550025120788264240552

    /// `sqrt(u / (1 - exp(-u)))` in powers of u, for Student's distribution.
    static let student = GaussianSeries(
        coefficients: [
            1.0, 0.25, 0.0104166666666666667, -0.00260416666666666667, -0.00009765625, 0.0000515407986111111111,
            1.27560247189153439e-6, -1.11009708788029101e-6, -1.96705840041818232e-8, 2.48363198847156774e-8,
            3.39666199603867451e-10, -5.69007183394218764e-10, -6.33723015566713024e-12, 1.32513151558789036e-11,
            1.24683589609968034e-13, -3.12299937806318879e-13, -2.54698862635689702e-15, 7.42670235091815854e-15,
            5.34888589003273663e-17, -1.77857926108892199e-16, -1.14739895422704755e-18, 4.28347665472612811e-18,
        ],
        stride: 2
    )

    /// `eta / (lambda - 1)` in powers of eta, where `eta² / 2 = lambda - 1 - ln(lambda)`, for the gamma distribution.
    static let gamma = GaussianSeries(
        coefficients: [
            1.0, -0.333333333333333333, 0.0833333333333333333, -0.0148148148148148148, 0.00115740740740740741,
            0.0003527336860670194, -0.000178755144032921811, 0.0000391926317852243778, -2.18544851067999216e-6,
            -1.85406221071515996e-6, 8.29671134095308601e-7, -1.76659527368260793e-7, 6.70785354340149858e-9,
            1.0261809784240308e-8, -4.38203601845335319e-9, 9.14769958223679023e-10, -2.55141939949462498e-11,
            -5.83077213255042507e-11, 2.43619480206674162e-11, -5.02766928011417559e-12, 1.10043920319561348e-13,
            3.37176326240098538e-13, -1.39238872241816207e-13, 2.85348938070474432e-14, -5.13911183424257262e-16,
            -1.97522882943494428e-15, 8.09952115670456133e-16, -1.65225312163981618e-16, 2.53054300974788842e-18,
            1.16869397385595766e-17, -4.77003704982048476e-18,
        ],
        stride: 1
    )
}
