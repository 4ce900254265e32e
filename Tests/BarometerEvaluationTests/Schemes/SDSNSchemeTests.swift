import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.9: Sustainable Development Report")
struct SDSNSchemeTests {
    @Test("case K between best 0 and worst 20 scores 55.5")
    func score() {
        #expect(isPrinted(SDSNScheme.score(of: SchemeFixture.caseK).verdict, 55.5, decimals: 9))
    }

    @Test("case K since the baseline 0.472, stagnating; the last four half-years 0.833, moderately improving")
    func arrows() throws {
        let since = try #require(SDSNScheme.arrowSinceBaseline(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(since.ratio, 0.472, decimals: 3) && since.arrow == .stagnating)
        let recent = try #require(SDSNScheme.arrow(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(recent.ratio, 0.833, decimals: 3) && recent.arrow == .moderatelyImproving)
    }

    @Test("moving the baseline of case K to 2011H2 moves the linear ratio from 0.472 to 0.588")
    func movedBaseline() {
        let moved = SchemeCase(
            figures: SchemeFixture.caseK.figures,
            baseline: SchemeCase.Figure(halfYear: 4023, value: 10.9),
            goal: SchemeFixture.caseK.goal,
            direction: .decrease
        )
        #expect(isPrinted(SDSNScheme.arrowSinceBaseline(of: moved).verdict?.ratio, 0.588, decimals: 3))
    }

    @Test(
        "the thresholds of the arrow",
        arguments: [
            (1, .onTrack), (noiseBelow(1), .onTrack), (hairBelow(1), .moderatelyImproving),
            (0.5, .moderatelyImproving), (noiseBelow(0.5), .moderatelyImproving), (hairBelow(0.5), .stagnating),
            (0, .stagnating), (noiseBelow(0), .stagnating), (hairBelow(0), .decreasing),
        ] as [(Double, SDSNScheme.Arrow)]
    )
    func thresholds(_ ratio: Double, _ arrow: SDSNScheme.Arrow) {
        #expect(SDSNScheme.arrow(ratio: ratio) == arrow)
    }

    @Test("a target that is met is on track, also where there is no way to measure; a lost one has no arrow")
    func met() {
        func arrow(_ values: [Double], _ aim: SchemeCase.Aim) -> SchemeOutcome<SDSNScheme.Verdict> {
            SDSNScheme.arrowSinceBaseline(of: SchemeFixture.halfYears(values, goal: .init(aim, deadline: 4040)))
        }
        #expect(arrow([10, 4], .atMost(5)).verdict?.arrow == .onTrack)
        let holding = arrow([3, 4], .atMost(5)).verdict
        #expect(holding?.arrow == .onTrack && holding?.ratio == nil)
        let slipping = SchemeFixture.halfYears([10, 4, 4.5], goal: .init(.atMost(5), deadline: 4040))
        #expect(SDSNScheme.arrow(of: slipping, ofLast: 1).verdict?.arrow == .onTrack)
        #expect(arrow([3, 6], .atMost(5)).reason == .baselineMeetsTarget)
        #expect(arrow([10, 9], .between(4, 5)).reason == .bandTarget)
    }

    @Test("the recent window starts at the earliest figure in it")
    func window() {
        let sparse = SchemeFixture.years([2015: 20, 2019: 12, 2020: 10], aim: .atMost(0), by: 2025)
        // Required one a half-year; since 2019 one a half-year.
        #expect(SDSNScheme.arrow(of: sparse).verdict?.arrow == .onTrack)
        let alone = SchemeFixture.years([2015: 20, 2020: 10], aim: .atMost(0), by: 2025)
        #expect(SDSNScheme.arrow(of: alone).reason == .spanTooShort)
        #expect(SDSNScheme.arrow(of: alone, ofLast: 10).verdict?.arrow == .onTrack)
    }

    @Test("the score stays between 0 and 100, works with worst below best, and needs two goalposts that differ")
    func scores() {
        func score(_ value: Double, worst: Double, best: Double) -> SchemeOutcome<Double> {
            SDSNScheme.score(of: SchemeFixture.halfYears([value], goalposts: .init(worst: worst, best: best)))
        }
        #expect(score(25, worst: 20, best: 0).verdict == 0 && score(-1, worst: 20, best: 0).verdict == 100)
        #expect(score(60, worst: 40, best: 80).verdict == 50)
        #expect(score(5, worst: 3, best: 3).reason == .noGoalposts)
        #expect(SDSNScheme.score(of: SchemeFixture.halfYears([5])).reason == .noGoalposts)
    }

    @Test("the arrow of a goal is the mean of 0 to 3")
    func goal() {
        #expect(SDSNScheme.goalMean(of: SDSNScheme.Arrow.allCases) == 1.5 && SDSNScheme.goalMean(of: []) == nil)
    }
}
