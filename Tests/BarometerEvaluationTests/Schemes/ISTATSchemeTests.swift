import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.11: ISTAT's five classes")
struct ISTATSchemeTests {
    @Test("case K: 5.66 per cent, clear improvement")
    func caseK() throws {
        let verdict = try #require(ISTATScheme.verdict(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(verdict.growth, 0.0566, decimals: 4))
        #expect(verdict.category == .clearImprovement && verdict.category.rawValue == "clearImprovement")
    }

    @Test(
        "each class holds its upper end",
        arguments: [
            (0.0500001, .clearImprovement), (0.05, .slightImprovement), (noiseAbove(0.05), .slightImprovement),
            (0.0100001, .slightImprovement), (0.01, .stable), (noiseAbove(0.01), .stable), (0, .stable),
            (-0.0099999, .stable), (-0.01, .slightWorsening), (noiseAbove(-0.01), .slightWorsening),
            (-0.0499999, .slightWorsening), (-0.05, .clearWorsening), (noiseAbove(-0.05), .clearWorsening),
            (-1, .clearWorsening),
        ] as [(Double, ISTATScheme.Category)]
    )
    func thresholds(_ growth: Double, _ category: ISTATScheme.Category) {
        #expect(ISTATScheme.category(of: growth) == category)
    }

    @Test("exactly 5 per cent in figures is slight, though 105 / 100 - 1 is a hair more in binary")
    func exactlyFive() {
        let verdict = ISTATScheme.verdict(of: SchemeFixture.growing(0.05)).verdict
        #expect((verdict?.growth ?? 0) > 0.05 && verdict?.category == .slightImprovement)
    }

    @Test("from the first figure, not from the baseline")
    func firstFigure() {
        let facts = SchemeFixture.years([2010: 50, 2015: 100, 2020: 100], baseYear: 2015)
        #expect(ISTATScheme.verdict(of: facts).verdict?.category == .clearImprovement)
    }

    @Test("what the rule leaves out")
    func reasons() {
        #expect(ISTATScheme.verdict(of: SchemeFixture.years([2015: 0, 2018: 5])).reason == .zeroBaseline)
        #expect(ISTATScheme.verdict(of: SchemeFixture.years([2015: -1, 2018: 5])).reason == .signChange)
        #expect(ISTATScheme.verdict(of: SchemeFixture.years([2015: 1])).reason == .noLaterFigure)
        #expect(ISTATScheme.verdict(of: SchemeFixture.years([:])).reason == .noFigure)
    }
}
