import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 4.4: many indicators at once")
struct MultipleTestingTests {
    private let values = [0.001, 0.012, 0.03, 0.04, 0.2]

    @Test("Holm .005 .048 .09 .09 .2, Benjamini-Hochberg .005 .03 .05 .05 .2")
    func printed() {
        for (value, printed) in zip(MultipleTesting.holm(values), [0.005, 0.048, 0.09, 0.09, 0.2]) {
            #expect(isPrinted(value, printed, decimals: 3))
        }
        for (value, printed) in zip(MultipleTesting.benjaminiHochberg(values), [0.005, 0.03, 0.05, 0.05, 0.2]) {
            #expect(isPrinted(value, printed, decimals: 3))
        }
    }

    @Test("order is kept, nothing exceeds 1, nothing becomes smaller, Holm is the stricter, 1,000 cases")
    func properties() {
        var generator = SeededGenerator(seed: 71)
        for _ in 0..<1000 {
            let n = Int.random(in: 0...25, using: &generator)
            let values = (0..<n).map { _ in Double(Int.random(in: 0...50, using: &generator)) / 50 }
            let (holm, hochberg) = (MultipleTesting.holm(values), MultipleTesting.benjaminiHochberg(values))
            for place in values.indices {
                #expect(values[place] <= hochberg[place] + 1e-15 && hochberg[place] <= holm[place] + 1e-15)
                #expect(holm[place] <= 1)
                for other in values.indices where values[other] <= values[place] {
                    #expect(holm[other] <= holm[place] && hochberg[other] <= hochberg[place])
                }
            }
        }
        #expect(MultipleTesting.holm([0.04]) == [0.04])
    }
}

@Suite("methods 4.6: equivalence")
struct EquivalenceVerdictTests {
    @Test("standard error 0.25, change −0.2: 90 % interval −0.61 to 0.21, undetermined and not stable")
    func printed() {
        #expect(EquivalenceVerdict(change: -0.2, standardError: 0.25, margin: 0.5) == .undetermined)
        let reach = NormalDistribution.criticalValue(confidence: 0.9) * 0.25
        #expect(isPrinted(-0.2 - reach, -0.61, decimals: 2) && isPrinted(-0.2 + reach, 0.21, decimals: 2))
    }

    @Test(
        "the four verdicts",
        arguments: [
            (0.1, 0.1, EquivalenceVerdict.stable), (0.9, 0.1, .changed), (0.3, 0.1, .changedImmaterially),
            (-0.3, 0.1, .changedImmaterially), (-0.9, 0.1, .changed), (0.4, 0.3, .undetermined), (0, 0, .stable),
            (0.2, 0, .changedImmaterially), (0.5, 0, .changed),
        ]
    )
    func verdicts(_ change: Double, _ error: Double, _ verdict: EquivalenceVerdict) {
        #expect(EquivalenceVerdict(change: change, standardError: error, margin: 0.5) == verdict)
    }

    @Test("an end on the margin or on zero does not count, for all that rounding does to it")
    func ends() {
        let atMargin = Interval(lower: -0.1, upper: 0.1 + 0.2 + 0.2)
        #expect(EquivalenceVerdict(of: atMargin, Interval(lower: -0.2, upper: 0.6), margin: 0.5) == .undetermined)
        let atZero = Interval(lower: 0.1 + 0.2 - 0.3, upper: 0.9)
        #expect(EquivalenceVerdict(of: Interval(lower: 0.1, upper: 0.8), atZero, margin: 0.5) == .undetermined)
        #expect(EquivalenceVerdict(change: 0, standardError: 0.1, margin: 0) == .undetermined)
    }

    @Test("the verdict knows no direction, 1,000 cases")
    func direction() {
        var generator = SeededGenerator(seed: 72)
        for _ in 0..<1000 {
            let change = Double.random(in: -2...2, using: &generator)
            let error = Double.random(in: 0...1, using: &generator)
            let plain = EquivalenceVerdict(change: change, standardError: error, margin: 0.5)
            #expect(EquivalenceVerdict(change: -change, standardError: error, margin: 0.5) == plain)
        }
    }
}
