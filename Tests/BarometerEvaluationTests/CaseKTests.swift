import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import Testing

/// Case K, the worked example of the method: excess unemployment in percentage points, 10.6 in 2010H2, at most 5.8 by
/// 2014H2.
enum CaseK {
    static let values = [10.6, 10.8, 10.9, 10.3, 9.7, 9.4, 8.9]
    static let target = Target(
        comparator: .atMost,
        value: 5.8,
        baseline: Target.Baseline(period: .halfYear(2010, 2), value: 10.6),
        deadline: .halfYear(2014, 2)
    )

    static func assessment(at edition: Period) -> Assessment {
        Assessment(of: series(values), target: target, direction: .decrease, edition: edition)
    }

    static func series(_ values: [Double?], from start: Period = .halfYear(2010, 2), decimals: Int = 1) -> Series {
        Series(
            unit: .percentagePoints,
            decimals: decimals,
            observations: values.enumerated().map { step, value in
                Series.Observation(
                    period: start.advanced(by: step),
                    value: value,
                    status: value == nil ? .notAvailable : .normal
                )
            }
        )
    }
}

/// Whether a number is the printed one, to the digits shown.
func isPrinted(_ value: Double?, _ printed: Double, decimals: Int) -> Bool {
    value.map { rounded($0, decimals: decimals) == printed } ?? false
}

@Suite("Case K")
struct CaseKTests {
    @Test("the record at 2013H2 to the printed digits")
    func secondHalf2013() throws {
        let record = CaseK.assessment(at: .halfYear(2013, 2))
        let (schedule, pace) = (try #require(record.schedule), try #require(record.pace))
        let (level, movement) = (try #require(record.level), try #require(record.movement))
        #expect(record.latest?.value == 8.9 && record.latest?.isCarried == false)
        #expect(!level.met && !level.metAsPublished && isPrinted(level.distance, 3.1, decimals: 1))
        #expect(isPrinted(schedule.expected, 7.0, decimals: 1) && isPrinted(schedule.variance, -1.9, decimals: 1))
        #expect(isPrinted(schedule.achievedShare, 0.3542, decimals: 4) && schedule.timeShare == 0.75)
        #expect(isPrinted(schedule.delayHalfYears, 3.1667, decimals: 4))
        #expect(isPrinted(pace.index, 0.4722, decimals: 4) && isPrinted(pace.required, -1.55, decimals: 2))
        #expect(isPrinted(pace.observed, -0.2833, decimals: 4) && isPrinted(pace.acceleration, 5.4706, decimals: 4))
        #expect(isPrinted(pace.bestRecord, -0.6, decimals: 2))
        #expect(isPrinted(movement.sinceLastEdition?.change, -0.5, decimals: 1))
        #expect(isPrinted(movement.sinceSameHalfLastYear?.change, -0.8, decimals: 1))
        #expect(isPrinted(movement.sinceBaseline?.change, -1.7, decimals: 1))
        #expect(movement.sinceLastEdition?.verdict == .better)
        #expect(record.schemes.copenhagen == .green)
        #expect(record.headline.code == .behindUnprecedented)
        #expect(record.headline.code.word.da == "bagud, uden fortilfælde")
        #expect(record.headline.isLeaning == false)
    }

    @Test(
        "the schedule table of 2012H2 and 2013H2",
        arguments: [
            (Period.halfYear(2012, 2), 9.7, 8.2, -1.5, 0.1875, 0.5, 0.375, 2.5, -0.975, -0.225, 4.33),
            (.halfYear(2013, 2), 8.9, 7.0, -1.9, 0.3542, 0.75, 0.4722, 3.1667, -1.55, -0.2833, 5.47),
        ]
    )
    func table(
        _ edition: Period,
        _ value: Double,
        _ expected: Double,
        _ variance: Double,
        _ achieved: Double,
        _ time: Double,
        _ index: Double,
        _ delay: Double,
        _ required: Double,
        _ observed: Double,
        _ factor: Double
    ) throws {
        let record = CaseK.assessment(at: edition)
        let (schedule, pace) = (try #require(record.schedule), try #require(record.pace))
        #expect(record.latest?.value == value)
        #expect(
            isPrinted(schedule.expected, expected, decimals: 1) && isPrinted(schedule.variance, variance, decimals: 1)
        )
        #expect(isPrinted(schedule.achievedShare, achieved, decimals: 4) && schedule.timeShare == time)
        #expect(isPrinted(pace.index, index, decimals: 4) && isPrinted(schedule.delayHalfYears, delay, decimals: 4))
        #expect(isPrinted(pace.required, required, decimals: 3) && isPrinted(pace.observed, observed, decimals: 4))
        #expect(isPrinted(pace.acceleration, factor, decimals: 2))
    }

    @Test("the required path is 10.6 10.0 9.4 8.8 8.2 7.6 7.0 6.4 5.8, and the target after it")
    func path() throws {
        let path = try #require(CaseK.assessment(at: .halfYear(2013, 2)).trajectory)
        let values = (4021...4031).map { rounded(path.value(at: $0), decimals: 6) }
        #expect(values == [10.6, 10.0, 9.4, 8.8, 8.2, 7.6, 7.0, 6.4, 5.8, 5.8, 5.8])
    }

    @Test(
        "the words of all editions",
        arguments: [
            (Period.halfYear(2010, 2), Headline.Code.notAssessable), (.halfYear(2011, 1), .wrongWay),
            (.halfYear(2011, 2), .wrongWay),
            (.halfYear(2012, 1), .behindUnprecedented), (.halfYear(2012, 2), .behindUnprecedented),
            (.halfYear(2013, 1), .behindUnprecedented), (.halfYear(2014, 2), .behindUnprecedented),
            (.halfYear(2015, 1), .notAssessable),
        ]
    )
    func words(_ edition: Period, _ word: Headline.Code) {
        #expect(CaseK.assessment(at: edition).headline.code == word)
    }

    @Test("an edition without a new figure carries the old one with its age, and nothing moved")
    func carried() throws {
        let record = CaseK.assessment(at: .halfYear(2014, 1))
        #expect(record.latest?.ageHalfYears == 1 && record.latest?.isCarried == true)
        #expect(record.movement?.sinceLastEdition == nil && record.movement?.sinceSameHalfLastYear == nil)
        #expect(isPrinted(record.schedule?.expected, 7.0, decimals: 1))
        #expect(record.movement?.sincePreviousFigure?.from == .halfYear(2013, 1))
    }
}
