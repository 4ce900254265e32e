import BarometerIndicators
import BarometerTestSupport
import Testing

/// Expected values were computed with 40 to 60 digits by an arbitrary-precision library from the doubles given.
@Suite("methods 9.2: the normal distribution")
struct NormalDistributionTests {
    @Test("the quantile of the specification")
    func specification() {
        #expect(agrees(NormalDistribution.quantile(0.975), 1.959963984540054, within: 1e-15))
        #expect(agrees(NormalDistribution.criticalValue(confidence: 0.95), 1.959963984540054, within: 1e-15))
    }

    @Test(
        "quantiles of the upper tail",
        arguments: [
            (0.025, 1.95996398454005421), (0.001, 3.09023230616781354), (1e-5, 4.26489079392282461),
            (1e-10, 6.3613409024040562), (1e-16, 8.22208221613043562), (1e-100, 21.2734535609653243),
            (1e-300, 37.0470962993611992), (0.3, 0.524400512708040816), (0.4999999999, 2.5066284820303539e-10),
        ]
    )
    func upperTail(_ p: Double, _ z: Double) {
        #expect(agrees(NormalDistribution.upperQuantile(p), z, within: 2e-15))
        if p > 1e-10 { #expect(agrees(NormalDistribution.quantile(p), -z, within: 2e-15)) }
    }

    @Test("table values that every textbook prints")
    func tables() {
        #expect(isPrinted(NormalDistribution.cumulative(1), 0.841344746069, decimals: 12))
        #expect(isPrinted(NormalDistribution.cumulative(-2), 0.022750131948, decimals: 12))
        #expect(isPrinted(NormalDistribution.twoSided(1.96), 0.049996, decimals: 6))
        #expect(isPrinted(NormalDistribution.density(0), 0.398942280401, decimals: 12))
    }

    @Test("the quantile inverts the distribution from 1e-300 to 1 - 1e-16")
    func inversion() {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<2000 {
            let z = Double.random(in: -37...37, using: &generator)
            #expect(agrees(NormalDistribution.upperQuantile(NormalDistribution.upperTail(z.magnitude)), z.magnitude))
            if z < 5 { #expect((NormalDistribution.quantile(NormalDistribution.cumulative(z)) - z).magnitude < 1e-9) }
            let p = Double.random(in: 0...1, using: &generator)
            #expect(agrees(NormalDistribution.cumulative(NormalDistribution.quantile(p)), p, within: 1e-14))
        }
        #expect(agrees(NormalDistribution.quantile(1 - 0x1p-53), 8.209536151601387))
    }

    @Test("the ends")
    func ends() {
        #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(0.5) == 0 && NormalDistribution.upperQuantile(1) == -.infinity)
        #expect(NormalDistribution.cumulative(-.infinity) == 0 && NormalDistribution.twoSided(0) == 1)
        #expect(NormalDistribution.upperQuantile(.leastNonzeroMagnitude) > 38)
    }
}

@Suite("methods 9.2: Student's distribution")
struct StudentDistributionTests {
    @Test("the quantile of the specification")
    func specification() {
        let student = StudentDistribution(degreesOfFreedom: 5)
        #expect(agrees(student.quantile(0.975), 2.570581835636315))
        #expect(agrees(student.criticalValue(confidence: 0.95), 2.570581835636315))
    }

    @Test(
        "quantiles of the upper tail",
        arguments: [
            (1, 0.025, 12.706204736174704), (2, 0.025, 4.3026527297494637), (5, 0.025, 2.5705818356363155),
            (5, 0.1, 1.475884048824481), (0.5, 0.025, 164.55767348048851), (3.7, 0.001, 7.7951838750291662),
            (30, 0.005, 2.7499956535672253), (49.5, 1e-12, 9.2879993204440747), (50, 0.025, 2.0085591121007611),
            (50, 1e-30, 25.636212564108293), (120, 0.05, 1.6576508993552356), (1000, 1e-300, 54.291388553051743),
            (1e6, 0.025, 1.959966356814107), (1e6, 1e-100, 21.275865985490619), (7, 1e-300, 1.4457941326481904e+43),
            (5, 0.4999999, 2.6343055242160602e-7), (200, 0.4999, 0.00025097635325019841),
        ]
    )
    func quantiles(_ freedom: Double, _ p: Double, _ t: Double) {
        let student = StudentDistribution(degreesOfFreedom: freedom)
        #expect(agrees(student.upperQuantile(p), t))
        if p > 1e-3, p < 0.4 { #expect(agrees(student.upperQuantile(1 - p), -t)) }
        #expect(agrees(student.upperTail(t), p, within: 1e-11))
    }

    @Test(
        "tails",
        arguments: [
            (5, 2.0, 0.050969739414929178), (1, 1e10, 3.1830988618379067e-11), (0.1, 3, 0.37384707698634222),
            (10, 40, 1.1404288715428773e-12), (60, 1, 0.16066325164662307), (60, 9, 4.9352480178300533e-13),
            (1e5, 3, 0.0013502304420323596), (1e5, 37, 5.98731412171233e-298), (4, 0.001, 0.49962500007812498),
        ]
    )
    func tails(_ freedom: Double, _ t: Double, _ p: Double) {
        let student = StudentDistribution(degreesOfFreedom: freedom)
        #expect(agrees(student.upperTail(t), p))
        #expect(agrees(student.cumulative(-t), p) && agrees(student.twoSided(-t), 2 * p))
        #expect(agrees(student.cumulative(t), 1 - p))
    }

    @Test("the closed forms of one and two degrees of freedom")
    func closedForms() {
        let (one, two) = (StudentDistribution(degreesOfFreedom: 1), StudentDistribution(degreesOfFreedom: 2))
        #expect(agrees(one.upperTail(1), 0.25) && agrees(one.quantile(0.75), 1))
        for t in stride(from: 0.25, through: 20, by: 0.25) {
            #expect(agrees(two.cumulative(t), 0.5 + t / (2 * (2 + t * t).squareRoot())))
        }
    }

    @Test("the quantile inverts the tail, from 1e-300 to one half, for any degrees of freedom")
    func inversion() {
        var generator = SeededGenerator(seed: 32)
        for _ in 0..<3000 {
            let freedom = NormalDistribution.density(0) * Double.random(in: 1...1e3, using: &generator)
            let exponent = Int.random(in: 1...299, using: &generator)
            var p = Double.random(in: 1...10, using: &generator)
            for _ in 0...exponent { p /= 10 }
            let student = StudentDistribution(degreesOfFreedom: freedom)
            // What one unit in the last place of t moves the tail by is up to freedom times as much.
            let outer = student.upperQuantile(p)
            #expect(outer == .infinity || agrees(student.upperTail(outer), p, within: 1e-12 * max(1, freedom / 10)))
            #expect(outer < .infinity || freedom < 1)
            let middle = Double.random(in: 1e-6...0.5, using: &generator)
            #expect(agrees(student.upperTail(student.upperQuantile(middle)), middle))
        }
    }

    @Test("where the two ways of computing meet, nothing jumps")
    func seam() {
        for t in [0.01, 0.5, 1, 2, 4, 6, 9, 9.2, 9.27, 9.28, 12, 30] {
            let below = StudentDistribution(degreesOfFreedom: 50.0.nextDown).upperTail(t)
            #expect(agrees(StudentDistribution(degreesOfFreedom: 50).upperTail(t), below))
        }
        let student = StudentDistribution(degreesOfFreedom: 64)
        let meeting = 8 * (1.718281828459045).squareRoot()
        #expect(agrees(student.upperTail(meeting.nextDown), student.upperTail(meeting + 1e-14)))
    }

    @Test("the ends")
    func ends() {
        let student = StudentDistribution(degreesOfFreedom: 3)
        #expect(student.quantile(0) == -.infinity && student.quantile(1) == .infinity && student.quantile(0.5) == 0)
        #expect(student.upperTail(.infinity) == 0 && student.cumulative(0) == 0.5 && student.twoSided(0) == 1)
        #expect(agrees(student.upperTail(1e90), student.upperTail(1e80) * 1e-30))
        #expect(StudentDistribution(degreesOfFreedom: 0.001).quantile(0.9999) == .infinity)
        #expect(agrees(StudentDistribution(degreesOfFreedom: 1e300).quantile(0.975), 1.959963984540054, within: 1e-15))
    }
}

@Suite("F, chi-square and gamma")
struct RelatedDistributionTests {
    @Test(
        "the upper tail of F",
        arguments: [
            (4.0, 2, 10, 0.052922149401344646), (3.3258345, 5, 10, 0.050000001234349734), (1, 1, 1, 0.5),
            (0.2, 3, 50, 0.89589700399988144), (9.9, 200, 300, 1.7472909018830587e-67),
            (1.01, 20_000, 30_000, 0.2200997636467538), (1.5, 400, 1e4, 9.0452779742897829e-10),
        ]
    )
    func ratio(_ ratio: Double, _ numerator: Double, _ denominator: Double, _ p: Double) {
        #expect(agrees(FDistribution(numerator, denominator).upperTail(ratio), p))
    }

    @Test("F with one degree of freedom above the line is t squared")
    func squared() {
        for freedom in [1.0, 4, 17, 80] {
            for t in [0.1, 0.7, 1.3, 2.5, 6] {
                let student = StudentDistribution(degreesOfFreedom: freedom)
                #expect(agrees(FDistribution(1, freedom).upperTail(t * t), student.twoSided(t)))
            }
        }
        #expect(FDistribution(3, 4).upperTail(-1) == 1 && FDistribution(3, 4).upperTail(.infinity) == 0)
    }

    @Test(
        "both tails of the gamma distribution",
        arguments: [
            (0.5, 1.92, 0.050043521248705103, 0.9499564787512949), (1, 3, 0.049787068367863943, 0.95021293163213606),
            (32.5, 20, 0.9937939997837915, 0.0062060002162085023),
            (65, 50.166, 0.97499678775184633, 0.025003212248153668),
            (66, 82.848, 0.024998983959005855, 0.97500101604099415),
            (100, 100, 0.48670120172085134, 0.51329879827914866), (100, 300, 1.4110215102111521e-41, 1),
            (100, 20, 1, 3.4888786696896532e-37), (0.001, 1e-9, 0.019945280096068911, 0.98005471990393109),
            (2.5, 1e-12, 1, 3.0090111122525508e-31), (50, 50.1, 0.47556499617332612, 0.52443500382667388),
            (49.9, 50, 0.47554055109511839, 0.52445944890488161),
            (1e6, 1_003_000, 0.0013617406462175915, 0.99863825935378241),
            (1e6, 995_000, 0.99999972504196407, 2.7495803592700708e-7),
            (1e9, 1e9, 0.49999579477912994, 0.50000420522087006),
        ]
    )
    func gamma(_ shape: Double, _ x: Double, _ above: Double, _ below: Double) {
        let gamma = GammaDistribution(shape: shape)
        #expect(agrees(gamma.upperTail(x), above) && agrees(gamma.cumulative(x), below))
    }

    @Test(
        "upper quantiles of chi-square",
        arguments: [
            (1.0, 0.05, 3.8414588206941259), (2, 0.05, 5.9914645471079819), (10, 0.01, 23.20925115895436),
            (10, 0.99, 2.5582121601872066), (130, 0.025, 163.45314241777), (0.2, 0.3, 0.034855552778564015),
            (3, 1e-300, 1388.3367738546858), (0.01, 0.2, 4.6787241929313668e-20),
            (1e6, 0.025, 1_002_773.701467926), (2_000_001, 1e-100, 2_042_849.4827087380912),
        ]
    )
    func chiSquare(_ freedom: Double, _ p: Double, _ x: Double) {
        let chiSquare = ChiSquareDistribution(degreesOfFreedom: freedom)
        #expect(agrees(chiSquare.upperQuantile(p), x))
        #expect(agrees(chiSquare.upperTail(x), p, within: 1e-10))
        if p > 0.001 { #expect(agrees(chiSquare.quantile(1 - p), x, within: 1e-10)) }
    }

    @Test("the quantiles invert both tails")
    func inversion() {
        var generator = SeededGenerator(seed: 33)
        for _ in 0..<2000 {
            var shape = Double.random(in: 0.02...10, using: &generator)
            for _ in 0..<Int.random(in: 0...6, using: &generator) { shape *= 5 }
            var p = Double.random(in: 0.0001...1, using: &generator)
            for _ in 0..<Int.random(in: 0...120, using: &generator) { p /= 10 }
            let gamma = GammaDistribution(shape: shape)
            // One unit in the last place of x moves the tail by up to shape times as much.
            let share = 1e-12 * max(1, shape / 100)
            let (low, high) = (gamma.quantile(p), gamma.upperQuantile(p))
            #expect(low < 1e-290 || agrees(gamma.cumulative(low), p, within: share))
            #expect(agrees(gamma.upperTail(high), p, within: share))
        }
        #expect(GammaDistribution(shape: 2).quantile(0) == 0 && GammaDistribution(shape: 2).quantile(1) == .infinity)
        #expect(
            GammaDistribution(shape: 2).cumulative(-1) == 0 && GammaDistribution(shape: 2).upperTail(.infinity) == 0
        )
    }

    @Test("the beta shares are those of the binomial distribution and add up to 1")
    func beta() {
        // P(X >= 3) of 10 throws with 0.3, summed by hand: 1 - 0.7^10 - 10*0.3*0.7^9 - 45*0.09*0.7^8.
        let shares = IncompleteBeta.shares(3, 8, at: 0.3, complement: 0.7)
        #expect(agrees(shares.below, 0.6172172136) && agrees(shares.above, 0.3827827864))
        #expect(IncompleteBeta.shares(2, 3, at: 0, complement: 1).below == 0)
        #expect(IncompleteBeta.shares(2, 3, at: 1, complement: 0).above == 0)
    }

    @Test("probabilities outside 0 to 1 are a fault of the program")
    func preconditions() async {
        await #expect(processExitsWith: .failure) { _ = NormalDistribution.quantile(1.5) }
        await #expect(processExitsWith: .failure) { _ = StudentDistribution(degreesOfFreedom: 0) }
        await #expect(processExitsWith: .failure) { _ = GammaDistribution(shape: -1) }
    }
}
