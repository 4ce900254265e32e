import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.1: Eurostat without a target")
struct EurostatTrendTests {
    @Test("case K over 3 years: 5.66 per cent a year the right way, significant progress")
    func caseK() throws {
        let verdict = try #require(EurostatTrendScheme.verdict(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(verdict.growth, 0.0566, decimals: 4))
        #expect(verdict.category == .significant && verdict.category.rawValue == "significant")
        #expect(verdict.category.arrow == "↑")
    }

    @Test(
        "each threshold: at it, a hair below, and within the noise of a computation",
        arguments: [
            (0.01, .significant), (noiseBelow(0.01), .significant), (hairBelow(0.01), .moderate),
            (0, .moderate), (noiseBelow(0), .moderate), (hairBelow(0), .moderateAway),
            (-0.0099, .moderateAway), (-0.01, .significantAway), (noiseAbove(-0.01), .significantAway),
        ] as [(Double, EurostatTrendScheme.Category)]
    )
    func thresholds(_ growth: Double, _ category: EurostatTrendScheme.Category) {
        #expect(EurostatTrendScheme.category(of: growth) == category)
    }

    @Test("exactly one per cent in figures is significant, one per cent the wrong way significantly away")
    func exactlyOnePerCent() {
        #expect(EurostatTrendScheme.verdict(of: SchemeFixture.growing(0.01)).verdict?.category == .significant)
        let away = SchemeFixture.growing(0.01, direction: .decrease)
        #expect(EurostatTrendScheme.verdict(of: away).verdict?.category == .significantAway)
    }

    @Test("the four arrows")
    func arrows() {
        #expect(EurostatTrendScheme.Category.allCases.map(\.arrow) == ["↑", "↗", "↘", "↓"])
    }

    @Test("the long window reaches 15 years back and needs 10, the short one 5 and needs 3")
    func windows() {
        func case_(_ first: Int) -> SchemeCase {
            SchemeFixture.years([first: 50, 2020: 100], direction: .increase)
        }
        func years(_ first: Int, _ window: EurostatTrendScheme.Window) -> Bool {
            EurostatTrendScheme.verdict(of: case_(first), over: window).verdict != nil
        }
        #expect([2004, 2005, 2010, 2011].map { years($0, .longTerm) } == [false, true, true, false])
        #expect([2014, 2015, 2017, 2018].map { years($0, .shortTerm) } == [false, true, true, false])
        #expect(EurostatTrendScheme.verdict(of: case_(2018), over: .shortTerm).reason == .spanTooShort)
    }

    @Test("a window starts at the earliest figure in it, whatever the baseline")
    func windowStart() throws {
        let figures = SchemeFixture.years([2000: 1, 2007: 80, 2015: 90, 2020: 100], baseYear: 2000)
        let long = try #require(EurostatTrendScheme.verdict(of: figures, over: .longTerm).verdict)
        let short = try #require(EurostatTrendScheme.verdict(of: figures, over: .shortTerm).verdict)
        // (100/80)^(1/13) - 1 and (100/90)^(1/5) - 1.
        #expect(isPrinted(long.growth, 0.0173, decimals: 4) && isPrinted(short.growth, 0.0213, decimals: 4))
    }

    @Test("case K spans 3 years: enough for the short term, not for the long one")
    func caseKWindows() {
        #expect(EurostatTrendScheme.verdict(of: SchemeFixture.caseK, over: .longTerm).reason == .spanTooShort)
        let short = EurostatTrendScheme.verdict(of: SchemeFixture.caseK, over: .shortTerm).verdict
        #expect(isPrinted(short?.growth, 0.0566, decimals: 4))
    }

    @Test("a start at zero, a change of sign, and figures that are not there have a reason and no rate")
    func noRate() {
        let cases: [(SchemeCase, SchemeReason)] = [
            (SchemeFixture.years([2015: 0, 2018: 5]), .zeroBaseline),
            (SchemeFixture.years([2015: -3, 2018: 5]), .signChange),
            (SchemeFixture.years([2015: 3, 2018: -5]), .signChange),
            (SchemeFixture.years([2015: 3]), .noLaterFigure),
            (SchemeFixture.years([:]), .noFigure),
            (SchemeFixture.years([2015: 3, 2018: 4], aim: .between(1, 2), by: 2020), .bandTarget),
            (SchemeFixture.years([2015: 1e-300, 2016: 1e300]), .outOfRange),
        ]
        for (facts, reason) in cases { #expect(EurostatTrendScheme.verdict(of: facts).reason == reason) }
    }

    @Test("two negative values: the right way stays the right way, and a fall to zero is minus 100 per cent")
    func negativeAndZero() {
        let gap = SchemeFixture.years([2015: -10, 2018: -8], direction: .increase)
        #expect(isPrinted(EurostatTrendScheme.verdict(of: gap).verdict?.growth, 0.0717, decimals: 4))
        let gone = SchemeFixture.years([2015: 10, 2018: 0], direction: .decrease)
        #expect(EurostatTrendScheme.verdict(of: gone).verdict?.growth == 1)
    }

    @Test("no change is a plain zero, whatever the direction")
    func noChange() {
        let still = SchemeFixture.years([2015: 10, 2018: 10], direction: .decrease)
        #expect(EurostatTrendScheme.verdict(of: still).verdict?.growth.sign == .plus)
    }
}

@Suite("methods 1.2: Eurostat with a target")
struct EurostatTargetTests {
    @Test("case K: -5.66 over -13.99 per cent is 0.4045, insufficient progress")
    func caseK() throws {
        let verdict = try #require(EurostatTargetScheme.verdict(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(verdict.ratio, 0.4045, decimals: 4))
        #expect(verdict.category == .insufficient && verdict.category.rawValue == "insufficient")
        let required = SchemeFixture.years([2010: 10.6, 2014: 5.8], direction: .decrease)
        #expect(isPrinted(EurostatTrendScheme.verdict(of: required).verdict?.growth, 0.1399, decimals: 4))
    }

    @Test("moving the baseline of case K from 2010H2 to 2011H2 moves the ratio from 0.404 to 0.508")
    func movedBaseline() {
        let moved = SchemeCase(
            figures: SchemeFixture.caseK.figures,
            baseline: SchemeCase.Figure(halfYear: 4023, value: 10.9),
            goal: SchemeFixture.caseK.goal,
            direction: .decrease
        )
        #expect(isPrinted(EurostatTargetScheme.verdict(of: SchemeFixture.caseK).verdict?.ratio, 0.404, decimals: 3))
        #expect(isPrinted(EurostatTargetScheme.verdict(of: moved).verdict?.ratio, 0.508, decimals: 3))
    }

    @Test(
        "each threshold: at it, a hair below, and within the noise of a computation",
        arguments: [
            (0.95, .significant), (noiseBelow(0.95), .significant), (hairBelow(0.95), .moderate),
            (0.6, .moderate), (noiseBelow(0.6), .moderate), (hairBelow(0.6), .insufficient),
            (0, .insufficient), (noiseBelow(0), .insufficient), (hairBelow(0), .away),
        ] as [(Double, EurostatTargetScheme.Category)]
    )
    func thresholds(_ ratio: Double, _ category: EurostatTargetScheme.Category) {
        #expect(EurostatTargetScheme.category(of: ratio) == category)
    }

    @Test("where the rule gives nothing it says why")
    func reasons() {
        func reason(_ figures: KeyValuePairs<Int, Double>, _ aim: SchemeCase.Aim?, by year: Int? = 2030)
            -> SchemeReason?
        {
            EurostatTargetScheme.verdict(of: SchemeFixture.years(figures, aim: aim, by: year)).reason
        }
        let way: KeyValuePairs = [2015: 10.0, 2018: 8.0]
        #expect(reason(way, nil) == .noTarget)
        #expect(reason(way, .between(4, 6)) == .bandTarget)
        #expect(reason(way, .atMost(5), by: nil) == .noDeadline)
        #expect(reason(way, .atMost(5), by: 2015) == .deadlineNotAfterBaseline)
        #expect(reason(way, .atMost(10)) == .targetIsBaseline)
        // The base satisfied the target: the required rate points the wrong way and the ratio would say the opposite.
        #expect(reason(way, .atMost(12)) == .baselineMeetsTarget)
        #expect(reason(way, .atMost(0)) == .zeroTarget)
        #expect(reason(way, .atMost(-2)) == .targetAcrossZero)
        #expect(reason([2015: 0, 2018: 3], .atLeast(5)) == .zeroBaseline)
        #expect(reason([2015: -4, 2018: 3], .atLeast(5)) == .signChange)
        #expect(reason([2015: 10], .atMost(5)) == .noLaterFigure)
    }

    @Test("the ratio does not care for the sign of the values")
    func negative() {
        let plain = SchemeFixture.years([2015: 10, 2018: 8], aim: .atMost(5), by: 2025)
        let mirrored = SchemeFixture.years([2015: -10, 2018: -8], aim: .atLeast(-5), by: 2025)
        let ratio = EurostatTargetScheme.verdict(of: plain).verdict?.ratio
        #expect(ratio != nil && ratio == EurostatTargetScheme.verdict(of: mirrored).verdict?.ratio)
    }
}

@Suite("methods 1.3: Eurostat's goal score")
struct EurostatGoalScoreTests {
    @Test("case K scores -0.815 with the target, and 5 without")
    func caseK() {
        #expect(isPrinted(EurostatTargetScheme.verdict(of: SchemeFixture.caseK).verdict?.score, -0.815, decimals: 3))
        #expect(EurostatTrendScheme.verdict(of: SchemeFixture.caseK).verdict?.score == 5)
    }

    @Test(
        "the knots with a target, and level outside",
        arguments: [
            (-0.6, -5), (0, -2.5), (0.6, 0), (0.95, 2.5), (1.3, 5), (-0.7, -5), (1.5, 5), (0.3, -1.25), (1.125, 3.75),
        ] as [(Double, Double)]
    )
    func ratio(_ ratio: Double, _ score: Double) {
        #expect((EurostatGoalScore.score(ratio: ratio) - score).magnitude < 1e-12)
    }

    @Test(
        "the straight line without a target, and level outside",
        arguments: [(-0.02, -5), (0, 0), (0.02, 5), (0.01, 2.5), (0.03, 5), (-0.03, -5)] as [(Double, Double)]
    )
    func growth(_ growth: Double, _ score: Double) {
        #expect((EurostatGoalScore.score(growth: growth) - score).magnitude < 1e-12)
    }

    @Test("a goal is the plain mean of the scores there are")
    func mean() {
        #expect(EurostatGoalScore.mean(of: [5, nil, -2, 0]) == 1)
        #expect(EurostatGoalScore.mean(of: [nil]) == nil && EurostatGoalScore.mean(of: []) == nil)
    }
}
