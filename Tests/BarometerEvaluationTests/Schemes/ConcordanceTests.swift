import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.13: concordance")
struct ConcordanceTests {
    @Test("what all schemes say of case K at 2013H2")
    func caseK() throws {
        let sinceBaseline = CaseK.assessment(at: .halfYear(2013, 2)).movement?.sinceBaseline
        let all = SchemeVerdicts(SchemeFixture.caseK, sinceBaseline: sinceBaseline)
        #expect(all.copenhagen == .green)
        #expect(all.istat.verdict?.category == .clearImprovement)
        #expect(all.eurostatTrend.verdict?.category == .significant)
        let untargeted = SchemeCase(
            figures: SchemeFixture.caseK.figures,
            baseline: SchemeFixture.caseK.figures.first,
            direction: .decrease
        )
        #expect(OpenSDGScheme.verdict(of: untargeted).status == .substantialProgress)
        #expect(all.sdsnArrow.verdict?.arrow == .moderatelyImproving)
        #expect(all.unsd2023.verdict?.category == .needsAcceleration)
        #expect(all.escapAnticipatedProgress.map { $0.verdict?.category } == [.accelerate, .accelerate, .accelerate])
        #expect(isPrinted(all.escapAnticipatedProgress.first?.verdict?.gap, 55, decimals: 0))
        #expect(all.eurostatTarget.verdict?.category == .insufficient)
        #expect(isPrinted(all.eurostatTarget.verdict?.ratio, 0.404, decimals: 3))
        #expect(all.openSDG.status == .limitedProgress && isPrinted(all.openSDG.value, 0.404, decimals: 3))
        #expect(all.sdsnArrowSinceBaseline.verdict?.arrow == .stagnating)
        #expect(isPrinted(all.sdsnArrowSinceBaseline.verdict?.ratio, 0.472, decimals: 3))
        #expect(all.destatis.verdict?.symbol == .cloud)
        #expect(isPrinted(all.destatis.verdict?.missedShare, 0.75, decimals: 2))
        // The others that are asked, outside the table.
        #expect(all.nationalBarometer.verdict?.development == .positive)
        #expect(isPrinted(all.escapCurrentStatus.verdict, 3.54, decimals: 2))
        #expect(isPrinted(all.oecdDistance.verdict?.deviations, 2.27, decimals: 2))
        #expect(all.oecdTrend.verdict?.direction == .improving && all.sdsnScore.verdict != nil)
        #expect(all.eurostatLongTerm.reason == .spanTooShort && all.eurostatShortTerm.verdict != nil)
        // Linear drift: 8.33 at the deadline against 5.8.
        let pace = try #require(CaseK.assessment(at: .halfYear(2013, 2)).pace?.observed)
        #expect(isPrinted(8.9 + 2 * pace, 8.33, decimals: 2))
    }

    @Test(
        "complement guard: 52 to 60 towards 70 is R = 1.207, the same as its complement 0.970; linear 1.111 both ways"
    )
    func complement() {
        let employed = SchemeFixture.years([2010: 52, 2014: 60], aim: .atLeast(70), by: 2020)
        let others = SchemeFixture.years([2010: 48, 2014: 40], aim: .atMost(30), by: 2020)
        #expect(isPrinted(EurostatTargetScheme.verdict(of: employed).verdict?.ratio, 1.207, decimals: 3))
        #expect(isPrinted(EurostatTargetScheme.verdict(of: others).verdict?.ratio, 0.970, decimals: 3))
        for facts in [employed, others] {
            #expect(isPrinted(SDSNScheme.arrowSinceBaseline(of: facts).verdict?.ratio, 1.111, decimals: 3))
        }
    }

    @Test("a goal without figures gives a reason everywhere, and never a class")
    func nothing() {
        let all = SchemeVerdicts(SchemeFixture.halfYears([]), sinceBaseline: nil)
        #expect(all.copenhagen == .white && all.openSDG.status == .notAvailable)
        #expect(all.nationalBarometer.reason == .noFigure && all.eurostatTrend.reason == .noFigure)
        #expect(all.eurostatLongTerm.reason == .noFigure && all.eurostatShortTerm.reason == .noFigure)
        #expect(all.eurostatTarget.reason == .noFigure && all.unsd2023.reason == .noFigure)
        #expect(all.escapCurrentStatus.reason == .noTarget && all.istat.reason == .noFigure)
        #expect(all.escapAnticipatedProgress.allSatisfy { $0.reason == .noFigure })
        #expect(all.oecdDistance.reason == .noTarget && all.oecdTrend.reason == .noFigure)
        #expect(all.sdsnScore.reason == .noGoalposts && all.sdsnArrow.reason == .noFigure)
        #expect(all.destatis.reason == .noTarget && all.sdsnArrowSinceBaseline.reason == .noFigure)
    }

    @Test("every reason has words in both languages")
    func words() {
        #expect(SchemeReason.allCases.allSatisfy { !$0.text.en.isEmpty && !$0.text.da.isEmpty })
        #expect(Set(SchemeReason.allCases.map(\.text)).count == SchemeReason.allCases.count)
    }
}
