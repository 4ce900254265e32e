import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import Testing

/// Case K's target over figures at steps from 2010H2, in an edition at a step.
private func standing(
    _ figures: [(step: Int, value: Double)],
    edition: Int,
    target: Target = CaseK.target,
    breaks: [Int] = []
) -> Standing {
    let start = Period.halfYear(2010, 2)
    let series = Series(
        unit: .percentagePoints,
        decimals: 1,
        observations: figures.map { .init(period: start.advanced(by: $0.step), value: $0.value) }
    )
    return Assessment(
        of: series,
        target: target,
        direction: .decrease,
        edition: start.advanced(by: edition),
        background: .init(
            breaks: breaks.map {
                Indicator.Break(period: start.advanced(by: $0), reason: LocalizedText("another count"))
            }
        )
    ).standing
}

private func period(_ step: Int) -> Period { .halfYear(2010, 2).advanced(by: step) }

@Suite("methods 2.5: terminal and special states")
struct StandingTests {
    @Test("up to the baseline, behind it without a figure, and on the way")
    func beginnings() {
        #expect(standing([(0, 10.6)], edition: 0) == .baselineOnly)
        #expect(standing([], edition: 0) == .baselineOnly && standing([], edition: 3) == .noDataAfterBaseline)
        #expect(standing([(-2, 11), (0, 10.6)], edition: 1) == .noDataAfterBaseline)
        #expect(standing([(0, 10.6), (1, 10.8)], edition: 1) == .onTheWay)
        #expect(CaseK.assessment(at: .halfYear(2013, 2)).standing == .onTheWay)
    }

    @Test("met early and holding, with the first period of the unbroken run")
    func early() {
        #expect(standing([(0, 10.6), (1, 5.8), (2, 5.5)], edition: 2) == .metEarly(since: period(1)))
        #expect(standing([(0, 10.6), (1, 5.8), (2, 6), (3, 5.5)], edition: 3) == .metEarly(since: period(3)))
        #expect(
            standing([(0, 5.0), (1, 5.1)], edition: 1, target: CaseK.target.from(5.0)) == .metEarly(since: period(1))
        )
    }

    @Test("met then lost: the first period that met it and the current value, also where the baseline met it")
    func lost() {
        #expect(
            standing([(0, 10.6), (1, 5.8), (2, 5.5), (3, 6)], edition: 3)
                == .metThenLost(firstMet: period(1), current: 6)
        )
        #expect(
            standing([(0, 5.0), (1, 6.1)], edition: 1, target: CaseK.target.from(5.0))
                == .metThenLost(firstMet: period(0), current: 6.1)
        )
        #expect(
            standing([(0, 10.6), (8, 5.7), (9, 6)], edition: 9) == .metThenLost(firstMet: period(8), current: 6)
        )
        #expect(
            standing([(0, 10.6), (6, 5.8), (8, 5.7), (9, 6)], edition: 9)
                == .metThenLost(firstMet: period(6), current: 6)
        )
    }

    @Test("the deadline passed and met")
    func met() {
        #expect(standing([(0, 10.6), (8, 5.8)], edition: 8) == .deadlinePassedMet(period(8)))
        #expect(standing([(0, 10.6), (8, 5.8), (10, 5)], edition: 12) == .deadlinePassedMet(period(8)))
        #expect(standing([(0, 10.6), (10, 5.8)], edition: 10) == .deadlinePassedMet(period(10)))
    }

    @Test("Copenhagen: 6.3 in 2017 is 0.5 short and six half-years late so far")
    func missed() throws {
        let standing = standing([(0, 10.6), (2, 10.9), (14, 6.3)], edition: 14)
        guard case .deadlinePassedUnmet(let miss) = standing else { Issue.record("\(standing)"); return }
        #expect(miss.period == .halfYear(2017, 2) && miss.value == 6.3 && isPrinted(miss.shortfall, 0.5, decimals: 9))
        #expect(miss.halfYearsLate == 6 && miss.reached == nil && miss.firstMet == nil)
    }

    @Test("a missed target that is reached later was late until then, and one that was met before says when")
    func reached() throws {
        let standing = standing([(0, 10.6), (5, 5.7), (8, 6.3), (11, 5.8), (12, 5.9)], edition: 12)
        guard case .deadlinePassedUnmet(let miss) = standing else { Issue.record("\(standing)"); return }
        #expect(miss.period == period(8) && miss.halfYearsLate == 3 && miss.reached == period(11))
        #expect(miss.firstMet == period(5))
        let waiting = BarometerEvaluationTests.standing([(0, 10.6), (8, 6.3), (9, 6.2)], edition: 9)
        guard case .deadlinePassedUnmet(let late) = waiting else { Issue.record("\(waiting)"); return }
        #expect(late.value == 6.3 && late.halfYearsLate == 1 && late.reached == nil)
    }

    @Test("the deadline has gone and its figure is not out")
    func awaiting() {
        #expect(standing([(0, 10.6), (5, 8), (7, 7)], edition: 9) == .awaitingDeadlineFigure)
        #expect(standing([(0, 10.6), (7, 7)], edition: 8) == .onTheWay)
    }

    @Test("a series has ended when it is silent for longer than ever before and a year")
    func ended() {
        let figures = [(0, 10.6), (1, 10), (2, 9.0)]
        #expect(standing(figures, edition: 5) == .onTheWay)
        #expect(standing(figures, edition: 6) == .seriesEnded(last: period(2)))
        #expect(standing(figures, edition: 12) == .seriesEnded(last: period(2)))
        #expect(standing([(0, 10.6), (4, 9)], edition: 7) == .onTheWay, "a figure every second year")
        #expect(standing([(1, 10)], edition: 7) == .onTheWay, "one figure says nothing of how often they come")
    }

    @Test("a break behind the baseline makes figures incomparable; one after the deadline's figure does not")
    func broken() {
        #expect(standing([(0, 10.6), (2, 9), (3, 8)], edition: 3, breaks: [3]) == .seriesBroken(at: period(3)))
        #expect(standing([(0, 10.6), (2, 9), (3, 8)], edition: 3, breaks: [0]) == .onTheWay)
        #expect(standing([(0, 10.6), (2, 9)], edition: 3, breaks: [3]) == .onTheWay)
        #expect(standing([(0, 10.6), (8, 6), (9, 5)], edition: 9, breaks: [7]) == .seriesBroken(at: period(7)))
        #expect(standing([(0, 10.6), (8, 5), (9, 7)], edition: 9, breaks: [9]) == .deadlinePassedMet(period(8)))
    }

    @Test("a policy that has ended, and whether its last figure met the target")
    func policy() {
        var target = CaseK.target
        target.ends = .halfYear(2015, 2)
        let figures = [(0, 10.6), (8, 6.0), (10, 5.7), (11, 6.0)]
        #expect(standing(figures, edition: 11, target: target) == .policyEnded(wasMet: true))
        #expect(standing([(0, 10.6), (12, 5.0)], edition: 12, target: target) == .policyEnded(wasMet: nil))
        if case .deadlinePassedUnmet = standing(figures, edition: 10, target: target) {
        } else {
            Issue.record("in its last half-year the target still holds")
        }
        let start = Period.halfYear(2010, 2)
        let after = Assessment(
            of: CaseK.series([10.6] + Array(repeating: nil, count: 10) + [5]),
            target: target,
            direction: .decrease,
            edition: start.advanced(by: 11)
        )
        #expect(after.schedule == nil && after.pace == nil && after.trajectory?.required(at: 4032) == nil)
    }

    @Test("no target")
    func none() {
        let record = Assessment(of: CaseK.series([33, 39]), target: nil, direction: .increase, edition: period(1))
        #expect(record.standing == .noTarget)
    }
}

extension Target {
    /// The target with another adopted baseline.
    fileprivate func from(_ baseline: Double) -> Target {
        var copy = self
        copy.baseline.value = baseline
        return copy
    }
}
