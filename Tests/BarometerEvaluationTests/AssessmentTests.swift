import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import Testing

private func assess(
    _ values: [Double?],
    _ comparator: Target.Comparator = .atMost,
    _ target: Double = 5.8,
    baseline: Double? = nil,
    steps: Int = 8,
    edition: Int? = nil,
    decimals: Int = 1,
    breaks: [Indicator.Break] = []
) -> Assessment {
    let start = Period.halfYear(2010, 2)
    return Assessment(
        of: CaseK.series(values, decimals: decimals),
        target: Target(
            comparator: comparator,
            value: target,
            baseline: Target.Baseline(period: start, value: baseline),
            deadline: start.advanced(by: steps)
        ),
        direction: .decrease,
        edition: start.advanced(by: edition ?? values.count - 1),
        background: .init(breaks: breaks)
    )
}

@Suite("Assessment")
struct AssessmentTests {
    @Test(
        "the words, rule by rule",
        arguments: [
            ([10.6, 10.0], Headline.Code.onSchedule), ([10.6, 9.9], .onSchedule), ([10.6, 10.03], .onSchedule),
            ([10.6, 10.2], .behindReachable), ([10.6, 10.6], .behindUnprecedented), ([10.6, 10.7], .wrongWay),
            ([10.6, 10.9, 10.7], .behindUnprecedented), ([10.6, 5.8], .met), ([10.6, 5.0, 5.5], .metSlipping),
            ([10.6, 5.5, 5.5], .met), ([10.6, 10, 9, 8, 8, 8, 7, 6, 5.8], .met),
            ([10.6, 10, 9, 8, 8, 8, 7, 6, 5.9], .missed),
            ([10.6], .notAssessable), ([nil, 10.0], .notAssessable),
            ([10.6, 13.0, 12.0, 11.0, 9.4], .behindUnprecedented),
        ]
    )
    func words(_ values: [Double?], _ word: Headline.Code) {
        #expect(assess(values, baseline: values == [nil, 10.0] ? nil : 10.6).headline.code == word)
    }

    @Test("less than 60 % of the way but within the own record is reachable")
    func withinRecord() {
        // Five half-years remain; from 2008H2 to 2011H1 the series fell by 1.2 a half-year, and 0.92 is needed now.
        let values = [16.6, 15.4, 14.2, 13.0, 10.6, 10.6, 10.5, 10.4]
        let series = CaseK.series(values, from: .halfYear(2008, 2))
        let record = Assessment(of: series, target: CaseK.target, direction: .decrease, edition: .halfYear(2012, 1))
        #expect(record.headline.code == .behindReachable)
        #expect(isPrinted(record.pace?.bestRecord, -1.2, decimals: 2))
        #expect(isPrinted(record.pace?.required, -0.92, decimals: 2))
        #expect(isPrinted(record.pace?.index, 0.1111, decimals: 4))
        let slower = CaseK.series([10.6, 10.6, 10.5, 10.4], from: .halfYear(2010, 2))
        let unseen = Assessment(of: slower, target: CaseK.target, direction: .decrease, edition: .halfYear(2012, 1))
        #expect(unseen.headline.code == .behindUnprecedented)
    }

    @Test("met is decided on the exact value, and the printed one is told too")
    func metAsPublished() {
        let record = assess([10.6, 5.84999], baseline: 10.6)
        #expect(record.level?.met == false && record.level?.metAsPublished == true)
        let rounding = assess([10.6, 5.85], baseline: 10.6)
        #expect(rounding.level?.met == false && rounding.level?.metAsPublished == false)
        #expect(assess([10.6, 5.8 + 1e-10], baseline: 10.6).level?.met == true)
        #expect(assess([40, 60], .atLeast, 60).level?.met == true)
        #expect(assess([40, 59.99], .atLeast, 60).level?.met == false)
    }

    @Test("a deadline that passed without its figure cannot be judged, one that is met later is met")
    func deadline() {
        #expect(assess([10.6, 10.0], baseline: 10.6, edition: 9).headline.reason == .noFigureForDeadline)
        #expect(assess([10.6, 10.0], baseline: 10.6, edition: 8).headline.code == .onSchedule)
        let late = assess([10.6, nil, nil, nil, nil, nil, nil, nil, nil, nil, 5.5], baseline: 10.6)
        #expect(late.headline.code == .met && late.level?.halfYearsPastDeadline == 2)
        #expect(late.schedule?.delayHalfYears == 0)
    }

    @Test("the figure of the deadline decides, what became of it since is told")
    func afterDeadline() {
        let start = Period.halfYear(2010, 2)
        func word(_ atDeadline: Double, _ later: Double) -> Headline {
            let figures = [(0, 10.6), (8, atDeadline), (14, later)].map { step, value in
                Series.Observation(period: start.advanced(by: step), value: value)
            }
            let series = Series(unit: .percentagePoints, decimals: 1, observations: figures)
            return Assessment(of: series, target: CaseK.target, direction: .decrease, edition: .halfYear(2017, 2))
                .headline
        }
        #expect(word(5.5, 5.0).code == .met)
        #expect(word(6.3, 6.0).code == .missed)
        #expect(word(6.3, 5.5).code == .missed && word(6.3, 5.5).rule.en.contains("reached since"))
        #expect(word(5.5, 6.3).code == .metSlipping && word(5.5, 6.3).rule.en.contains("lost since"))
    }

    @Test("quarters: the deadline is its own quarter, the record is kept between last figures, a break is no record")
    func quarters() throws {
        let start = try #require(Period(.quarterly, year: 2010, part: 1))
        let values = (0..<12).map { 12 - 0.25 * Double($0) }
        let series = Series(
            unit: .percentagePoints,
            decimals: 2,
            observations: values.enumerated().map { Series.Observation(period: start.advanced(by: $0), value: $1) }
        )
        func record(_ baseline: Period, _ deadline: Period, breaks: [Indicator.Break] = []) -> Assessment {
            let target = Target(
                comparator: .atMost,
                value: 5,
                baseline: Target.Baseline(period: baseline),
                deadline: deadline
            )
            return Assessment(
                of: series,
                target: target,
                direction: .decrease,
                edition: .halfYear(2012, 2),
                background: .init(breaks: breaks)
            )
        }
        let second = start.advanced(by: 1)
        #expect(record(second, .halfYear(2013, 2)).baseline?.value == 11.75)
        #expect(record(second, .halfYear(2013, 2)).pace?.bestRecord == -0.5)
        let broken = [Indicator.Break(period: start.advanced(by: 6), reason: LocalizedText("new count"))]
        #expect(record(second, .halfYear(2014, 2), breaks: broken).pace?.bestRecord == nil)
        #expect(record(second, start.advanced(by: 12)).headline.code != .missed)
    }

    @Test("an annual baseline of the same half-year is no figure after it")
    func annualBaseline() {
        var target = CaseK.target
        target.baseline = Target.Baseline(period: .year(2010), value: 10.6)
        let record = Assessment(
            of: CaseK.series([10.6]),
            target: target,
            direction: .decrease,
            edition: .halfYear(2010, 2)
        )
        #expect(record.headline.reason == .onlyBaseline)
    }

    @Test("a baseline without a value takes the figure of its period or the next one, and says so")
    func baseline() {
        #expect(assess([10.6, 10.0]).baseline?.value == 10.6)
        let moved = assess([nil, 10.4, 10.0])
        #expect(moved.baseline?.value == 10.4 && moved.baseline?.movedFrom == .halfYear(2010, 2))
        #expect(moved.trajectory?.steps == 7)
    }

    @Test("a baseline that meets the target gives a level path, not one that lets the value worsen")
    func levelPath() {
        let record = assess([5.0, 6.0], baseline: 5.0)
        #expect(record.trajectory?.isLevel == true && record.schedule?.expected == 5.8)
        #expect(record.pace?.index == nil && record.schedule?.achievedShare == nil)
        #expect(record.headline.code == .wrongWay)
        #expect(assess([5.0, 5.5], baseline: 5.0).headline.code == .metSlipping)
    }

    @Test("no movement gives no acceleration factor, the start gives no index")
    func edges() {
        let still = assess([10.6, 10.6], baseline: 10.6)
        #expect(still.pace?.observed == 0 && still.pace?.acceleration == nil && still.pace?.index == 0)
        #expect(still.movement?.sinceLastEdition?.verdict == .stable)
        #expect(still.schemes.copenhagen == .yellow)
        let start = assess([10.6], baseline: 10.6)
        #expect(start.pace?.index == nil && start.pace?.observed == nil && start.headline.reason == .onlyBaseline)
        #expect(start.schemes.copenhagen == .white)
        #expect(assess([10.6, 12.0], baseline: 10.6).schedule?.delayHalfYears == 1)
        #expect(assess([10.6, 5.0], baseline: 10.6).schedule?.delayHalfYears == -7)
    }

    @Test("a break makes figures incomparable")
    func breaks() {
        let broken = [Indicator.Break(period: .halfYear(2011, 1), reason: LocalizedText("another area"))]
        let record = assess([10.6, 10.0], baseline: 10.6, breaks: broken)
        #expect(record.movement?.sinceLastEdition?.verdict == .undetermined)
        #expect(record.headline.reason == .broken)
        #expect(record.schemes.copenhagen == .white)
        #expect(
            assess([10.6, 10.0, 9.4], baseline: 10.6, breaks: broken).movement?.sinceLastEdition?.verdict == .better
        )
    }

    @Test("a goal without a value has movement and no verdict")
    func directionOnly() {
        let record = Assessment(
            of: CaseK.series([33, 39]),
            target: nil,
            direction: .increase,
            edition: .halfYear(2011, 1)
        )
        #expect(record.headline.reason == .noTarget && record.level == nil && record.trajectory == nil)
        #expect(record.movement?.sinceBaseline?.verdict == .better && record.schemes.copenhagen == .green)
        let empty = Assessment(of: CaseK.series([nil]), target: nil, direction: .increase, edition: .halfYear(2011, 1))
        #expect(empty.headline.reason == .noFigure && empty.movement == nil)
    }

    @Test("a missing latest figure carries the one before")
    func missingLatest() {
        let record = assess([10.6, 10.0, nil], baseline: 10.6)
        #expect(record.latest?.ageHalfYears == 1 && record.latest?.value == 10.0)
        #expect(record.series.observations.last?.status == .notAvailable)
    }
}
