import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.6: ESCAP's current status index")
struct ESCAPCurrentStatusTests {
    private func index(_ figures: KeyValuePairs<Int, Double>, _ aim: SchemeCase.Aim?) -> SchemeOutcome<Double> {
        ESCAPCurrentStatus.index(of: SchemeFixture.years(figures, aim: aim, by: 2030))
    }

    @Test("case K: 3.54")
    func caseK() {
        #expect(isPrinted(ESCAPCurrentStatus.index(of: SchemeFixture.caseK).verdict, 3.54, decimals: 2))
    }

    @Test("half of the way is 5, a regression negative, a target of zero is a target, and beyond it is 10")
    func index() {
        #expect(index([2015: 10, 2018: 5], .atMost(0)).verdict == 5)
        #expect(index([2015: 10, 2018: 12], .atMost(0)).verdict == -2)
        #expect(index([2015: 10, 2018: -3], .atMost(0)).verdict == 10)
        #expect(index([2015: -2, 2018: 2], .atLeast(6)).verdict == 5)
    }

    @Test("parity is judged by the distance from either side")
    func parity() {
        let parity = SchemeCase.Aim.between(1, 1)
        for (value, expected) in [(0.9, 5), (1.1, 5), (0.6, -10), (1, 10), (1.4, -10)] as [(Double, Double)] {
            #expect((index([2015: 0.8, 2018: value], parity).verdict.map { $0 - expected } ?? 99).magnitude < 1e-9)
        }
        #expect(index([2015: 40, 2018: 43], .between(45, 55)).verdict == 6)
        #expect(index([2015: 40, 2018: 56], .between(45, 55)).verdict == 8)
        #expect(index([2015: 50, 2018: 56], .between(45, 55)).reason == .baselineMeetsTarget)
    }

    @Test("a baseline at the target is 10 while it holds, and no index once it is lost")
    func atTarget() {
        #expect(index([2015: 5, 2018: 5], .atMost(5)).verdict == 10)
        #expect(index([2015: 3, 2018: 4], .atMost(5)).verdict == 10)
        #expect(index([2015: 5, 2018: 6], .atMost(5)).reason == .targetIsBaseline)
        #expect(index([2015: 4, 2018: 6], .atMost(5)).reason == .baselineMeetsTarget)
    }

    @Test("without a target or a later figure there is no index")
    func reasons() {
        #expect(index([2015: 5, 2018: 5], nil).reason == .noTarget)
        #expect(index([2015: 9], .atMost(5)).reason == .noLaterFigure)
    }

    @Test("a goal is the plain mean of the indices there are")
    func mean() {
        #expect(ESCAPCurrentStatus.mean(of: [10, nil, -4]) == 3 && ESCAPCurrentStatus.mean(of: []) == nil)
    }
}

@Suite("methods 1.7: ESCAP's anticipated progress index")
struct ESCAPAnticipatedProgressTests {
    @Test(
        "case K: 8.461 and 55.4, 8.367 and 53.5, 8.281 and 51.7: accelerate",
        arguments: [
            (1, 8.461, 55.4), (0.9, 8.367, 53.5), (0.8, 8.281, 51.7),
        ] as [(Double, Double, Double)]
    )
    func caseK(_ decay: Double, _ expected: Double, _ gap: Double) throws {
        let verdict = try #require(ESCAPAnticipatedProgress.verdict(of: SchemeFixture.caseK, decay: decay).verdict)
        #expect(isPrinted(verdict.expected, expected, decimals: 3) && isPrinted(verdict.gap, gap, decimals: 1))
        #expect(verdict.category == .accelerate)
    }

    @Test(
        "the thresholds of the gap",
        arguments: [
            (0, .reached), (noiseAbove(0), .reached), (-3, .reached), (1e-6, .minorEffort),
            (10, .minorEffort), (noiseAbove(10), .minorEffort), (10.000001, .accelerate),
            (100, .accelerate), (noiseAbove(100), .accelerate), (100.000001, .reverse),
        ] as [(Double, ESCAPAnticipatedProgress.Category)]
    )
    func thresholds(_ gap: Double, _ category: ESCAPAnticipatedProgress.Category) {
        #expect(ESCAPAnticipatedProgress.category(gap: gap) == category)
    }

    @Test("figures on the way to the target reach it with any decay")
    func onTheWay() throws {
        let straight = SchemeFixture.halfYears([10, 9, 8, 7], goal: .init(.atMost(4), deadline: 4027))
        for decay in ESCAPAnticipatedProgress.decays {
            let verdict = try #require(ESCAPAnticipatedProgress.verdict(of: straight, decay: decay).verdict)
            #expect(verdict.category == .reached && verdict.gap.magnitude < 1e-9)
        }
    }

    @Test("figures before the baseline do not count")
    func beforeBaseline() {
        let facts = SchemeCase(
            figures: ([99] + CaseK.values).enumerated().map { SchemeCase.Figure(halfYear: 4020 + $0, value: $1) },
            baseline: .init(halfYear: 4021, value: 10.6),
            goal: SchemeFixture.caseK.goal,
            direction: .decrease
        )
        let verdict = ESCAPAnticipatedProgress.verdict(of: facts, decay: 1).verdict
        #expect(isPrinted(verdict?.gap, 55.4, decimals: 1))
    }

    @Test("what the rule leaves out")
    func reasons() {
        func reason(_ values: [Double], _ aim: SchemeCase.Aim?, by deadline: Int? = 4040) -> SchemeReason? {
            let goal = aim.map { SchemeCase.Goal($0, deadline: deadline) }
            return ESCAPAnticipatedProgress.verdict(of: SchemeFixture.halfYears(values, goal: goal), decay: 1).reason
        }
        #expect(reason([10, 9], .atMost(5)) == .tooFewFigures)
        #expect(reason([10, 9, 8], nil) == .noTarget)
        #expect(reason([10, 9, 8], .atMost(5), by: nil) == .noDeadline)
        #expect(reason([10, 9, 8], .atMost(5), by: 4022) == .deadlinePassed)
        #expect(reason([10, 9, 8], .atMost(12)) == .baselineMeetsTarget)
        #expect(reason([10, 9, 8], .atMost(10)) == .targetIsBaseline)
        #expect(reason([10, 9, 8], .between(4, 5)) == .bandTarget)
    }
}
