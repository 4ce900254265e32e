import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.10: Destatis weather")
struct DestatisSchemeTests {
    private func verdict(
        _ values: [Double],
        _ aim: SchemeCase.Aim? = .atMost(0),
        by deadline: Int? = 4031
    ) -> SchemeOutcome<DestatisScheme.Verdict> {
        DestatisScheme.verdict(of: SchemeFixture.halfYears(values, goal: aim.map { .init($0, deadline: deadline) }))
    }

    @Test("case K: -0.38 a half-year, 8.14 expected, 75.5 per cent missed, cloud")
    func caseK() throws {
        let verdict = try #require(DestatisScheme.verdict(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(verdict.expected, 8.14, decimals: 2) && isPrinted(verdict.missedShare, 0.755, decimals: 3))
        #expect(verdict.symbol == .cloud && verdict.symbol.rawValue == "cloud" && verdict.figures == 6)
    }

    @Test(
        "the thresholds of the miss",
        arguments: [
            (0.05, .sunWithCloud), (noiseBelow(0.05), .sunWithCloud), (hairBelow(0.05), .sun), (0, .sun), (-1, .sun),
            (0.2, .sunWithCloud), (noiseAbove(0.2), .sunWithCloud), (0.2000001, .cloud), (2, .cloud),
        ] as [(Double, DestatisScheme.Symbol)]
    )
    func thresholds(_ missed: Double, _ symbol: DestatisScheme.Symbol) {
        #expect(DestatisScheme.symbol(missedShare: missed) == symbol)
    }

    @Test("a distance that stays or grows is a thunderstorm, a target that is met is sun")
    func ends() {
        #expect(verdict([9, 8, 8, 8, 8, 8, 8]).verdict?.symbol == .thunderstorm)
        #expect(verdict([4, 5, 6, 7, 8, 9]).verdict?.symbol == .thunderstorm)
        #expect(verdict([9, 0], .atMost(0)).verdict?.symbol == .sun)
        #expect(verdict([1, 2], .atMost(5), by: nil).verdict?.symbol == .sun)
        #expect(verdict([10, 9, 8, 7, 6, 5]).verdict?.symbol == .sun)
    }

    @Test("only the last six figures count, and fewer are told")
    func figures() {
        #expect(verdict([99, 10, 10, 10, 10, 10, 10]).verdict?.symbol == .thunderstorm)
        #expect(verdict([10, 9]).verdict?.figures == 2 && verdict([10, 9.5, 9, 8.5, 8]).verdict?.figures == 5)
        #expect(verdict([10]).reason == .tooFewFigures)
    }

    @Test("figures at uneven steps: the mean a half-year")
    func uneven() {
        let sparse = SchemeFixture.years([2010: 10, 2013: 7, 2014: 6], aim: .atMost(2), by: 2018)
        #expect(DestatisScheme.verdict(of: sparse).verdict?.expected.map { ($0 - 2).magnitude < 1e-12 } == true)
    }

    @Test("at the deadline all of the distance is missed; after it there is nothing to forecast")
    func deadline() {
        #expect(verdict([10, 9, 8], by: 4023).verdict?.symbol == .cloud)
        #expect(verdict([10, 9, 8], by: 4022).reason == .deadlinePassed)
        #expect(verdict([10, 9, 0], by: 4022).verdict?.symbol == .sun)
        #expect(verdict([10, 9, 8], by: nil).reason == .noDeadline)
        #expect(verdict([10, 9, 8], nil).reason == .noTarget)
        #expect(verdict([10, 9, 8], .between(1, 2)).reason == .bandTarget)
    }

    @Test("a target of zero and one across zero are targets like any other")
    func zero() {
        #expect(verdict([6, 5, 4, 3, 2, 1], .atMost(-3), by: 4030).verdict?.symbol == .sun)
    }
}
