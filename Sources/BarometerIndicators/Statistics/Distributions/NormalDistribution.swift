import BarometerCore

/// The standard normal distribution: mean 0, standard deviation 1.
///
/// Source of the quantile: M. J. Wichura, algorithm AS 241, Applied Statistics 37 (1988), polished in the tails.
package enum NormalDistribution {
    /// The probability of at most z, with full relative accuracy in the lower tail.
    package static func cumulative(_ z: Double) -> Double {
        0.5 * Elementary.errorComplement(-z * halfRoot)
    }

    /// The probability of more than z, with full relative accuracy however small it is.
    package static func upperTail(_ z: Double) -> Double { cumulative(-z) }

    /// The probability of a value at least as far from 0 as z: the p value of a two-sided test.
    package static func twoSided(_ z: Double) -> Double {
        Elementary.errorComplement(z.magnitude * halfRoot)
    }

    /// The height of the bell curve at z.
    package static func density(_ z: Double) -> Double {
        inverseRootOfTwoPi * Elementary.exponential(-0.5 * z * z)
    }

    /// The z that at most the share p lies below, to a relative 1e-14; infinite at 0 and 1.
    package static func quantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a probability lies between 0 and 1")
        // Near one half the probability from the middle is exact and the formula needs no polish.
        let fromMiddle = p - 0.5
        if fromMiddle.magnitude <= 0.425 {
            let r = 0.180625 - fromMiddle * fromMiddle
            return fromMiddle * ratio(r, centre.numerator, centre.denominator)
        }
        return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
    }

    /// The z that the share p lies above, for tails too small to be written as one minus a probability.
    package static func upperQuantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a probability lies between 0 and 1")
        guard p < 0.075 else { return -quantile(p) }
        guard p > 0 else { return .infinity }
        let r = (-Elementary.naturalLog(p)).squareRoot()
        let start =
            r <= 5
            ? ratio(r - 1.6, middle.numerator, middle.denominator) : ratio(r - 5, far.numerator, far.denominator)
        // Halley on the tail; the second derivative of the tail is z times its slope.
        let slope = density(start)
        guard slope > 0 else { return start }
        let step = (upperTail(start) - p) / slope
        return start + step / (1 + 0.5 * start * step)
    }

    /// How many standard errors an interval reaches to either side so that it covers with the confidence given.
    package static func criticalValue(confidence: Double) -> Double {
        precondition(0 < confidence && confidence < 1, "a confidence lies between 0 and 1")
        return upperQuantile((1 - confidence) / 2)
    }

    static let halfRoot = 0.707106781186547524400844362104849
    static let inverseRootOfTwoPi = 0.398942280401432677939946059934382

    /// A ratio of two polynomials, their coefficients from the constant on.
    private static func ratio(_ x: Double, _ numerator: [Double], _ denominator: [Double]) -> Double {
        var (top, bottom) = (0.0, 0.0)
        for place in numerator.indices.reversed() {
            top = top * x + numerator[place]
            bottom = bottom * x + denominator[place]
        }
        return top / bottom
    }

    private typealias Coefficients = (numerator: [Double], denominator: [Double])

    private static let centre: Coefficients = (
        [
            3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
            45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
        ],
        [
            1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867,
            39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
        ]
    )
    private static let middle: Coefficients = (
        [
            1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
            1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
        ],
        [
            1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590,
            0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
        ]
    )
    private static let far: Coefficients = (
        [
            6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
            0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
        ],
        [
            1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4,
            1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
        ]
    )
}
