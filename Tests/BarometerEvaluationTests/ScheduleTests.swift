import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import Testing

@Suite("methods 2.2: schedule measures")
struct ScheduleTests {
    @Test(
        "classes of the index, their bounds included",
        arguments: [
            (1.2, ScheduleClass.onSchedule), (0.95, .onSchedule), (0.95 - 1e-10, .onSchedule),
            (0.95 - 1e-8, .slightlyBehind), (0.6, .slightlyBehind), (0.6 - 1e-8, .farBehind), (0.472, .farBehind),
            (0, .farBehind), (-1e-10, .farBehind), (-1e-8, .wrongWay), (-3, .wrongWay),
        ]
    )
    func classes(_ index: Double, _ expected: ScheduleClass) {
        #expect(ScheduleClass(index: index) == expected)
    }

    @Test(
        "case K by editions: far behind, and the start has no index",
        arguments: [
            (Period.halfYear(2010, 2), nil), (.halfYear(2011, 1), .wrongWay), (.halfYear(2011, 2), .wrongWay),
            (.halfYear(2012, 1), .farBehind), (.halfYear(2013, 2), .farBehind),
        ] as [(Period, ScheduleClass?)]
    )
    func caseKClasses(_ edition: Period, _ expected: ScheduleClass?) {
        #expect(CaseK.assessment(at: edition).pace?.scheduleClass == expected)
    }

    @Test("a covered way before the deadline is met early, at the deadline it is on schedule")
    func early() {
        func schedule(_ values: [Double]) -> ScheduleClass? {
            var target = CaseK.target
            target.baseline.value = nil
            let edition = Period.halfYear(2010, 2).advanced(by: values.count - 1)
            return Assessment(of: CaseK.series(values), target: target, direction: .decrease, edition: edition)
                .pace?.scheduleClass
        }
        #expect(schedule([10.6, 5.8]) == .metEarly && schedule([10.6, 4.0]) == .metEarly)
        #expect(schedule([10.6, 10, 9, 8, 8, 7, 7, 6, 5.8]) == .onSchedule)
        #expect(schedule([5.0, 5.5]) == .metEarly && schedule([5.0, 6.0]) == nil)
    }

    @Test("the class is that of the straight way, whatever the path")
    func otherPath() throws {
        for path in [Target.Path.geometric, .logit, .milestones([.init(period: .halfYear(2012, 2), value: 9)])] {
            let record = Assessment(
                of: CaseK.series(CaseK.values),
                target: caseK(path),
                direction: .decrease,
                edition: .halfYear(2013, 2)
            )
            #expect(isPrinted(record.pace?.index, 0.4722, decimals: 4) && record.pace?.scheduleClass == .farBehind)
            #expect(isPrinted(record.pace?.required, -1.55, decimals: 2))
        }
        let record = Assessment(
            of: CaseK.series(CaseK.values),
            target: caseK(.milestones([.init(period: .halfYear(2012, 2), value: 9)])),
            direction: .decrease,
            edition: .halfYear(2013, 2)
        )
        #expect(isPrinted(record.schedule?.expected, 7.4, decimals: 1))
        #expect(isPrinted(record.schedule?.variance, -1.5, decimals: 1))
        #expect(isPrinted(record.schedule?.delayHalfYears, 1.875, decimals: 3))
    }

    @Test("moving the baseline to 2011H2 moves the index from 0.472 to 0.588 with no change in the city (methods 0)")
    func movedBaseline() {
        var target = CaseK.target
        target.baseline = Target.Baseline(period: .halfYear(2011, 2))
        let record = Assessment(
            of: CaseK.series(CaseK.values),
            target: target,
            direction: .decrease,
            edition: .halfYear(2013, 2)
        )
        #expect(isPrinted(CaseK.assessment(at: .halfYear(2013, 2)).pace?.index, 0.472, decimals: 3))
        #expect(isPrinted(record.pace?.index, 0.588, decimals: 3))
    }

    @Test("52 to 60 towards 70 and 48 to 40 towards 30 are both 1.111 (methods 1.13)")
    func complement() {
        func index(_ values: [Double], _ aim: Target.Aim) -> Double? {
            let series = CaseK.series([values[0]] + Array(repeating: nil, count: 7) + [values[1]])
            let target = Target(aim, baseline: .init(period: .halfYear(2010, 2)), deadline: .halfYear(2020, 2))
            return Assessment(of: series, target: target, direction: .decrease, edition: .halfYear(2014, 2)).pace?.index
        }
        #expect(isPrinted(index([52, 60], .atLeast(70)), 1.111, decimals: 3))
        #expect(isPrinted(index([48, 40], .atMost(30)), 1.111, decimals: 3))
    }

    @Test("nothing moved has no factor, the wrong way would have to turn, else it is a number of times")
    func factor() {
        func factor(_ value: Double) -> Pace.Factor? {
            Assessment(
                of: CaseK.series([10.6, value]),
                target: CaseK.target,
                direction: .decrease,
                edition: .halfYear(2011, 1)
            ).pace?.factor
        }
        #expect(factor(10.6) == .noMovement && factor(10.8) == .turn && factor(5) == nil)
        if case .times(let times) = factor(10.5) {
            #expect(isPrinted(times, 6.7143, decimals: 4))
        } else {
            Issue.record("a value that moves the right way has a factor")
        }
    }
}

@Suite("methods 2.3: feasibility of the required pace")
struct FeasibilityTests {
    @Test("case K at 2013H2: the best of five paces is -0.60, 2.6 times too slow, and none was fast enough")
    func caseK() throws {
        let feasibility = try #require(CaseK.assessment(at: .halfYear(2013, 2)).pace?.feasibility)
        let own = try #require(feasibility.own)
        #expect(feasibility.halfYears == 2 && own.count == 5 && isPrinted(own.best, -0.60, decimals: 2))
        #expect(isPrinted(own.factor, 2.6, decimals: 1) && own.percentile == 100)
        #expect(feasibility.peers == nil)
        #expect(CaseK.assessment(at: .halfYear(2013, 2)).pace?.isWithinRecord == false)
    }

    @Test("the percentile is the share of paces that fall short; one that reaches it exactly does not")
    func percentile() throws {
        // Two half-years remain and 1 a half-year is needed; the own paces over two are 0, -0.5, -1, -1.
        let values = [10.0, 10, 10, 9, 8, 7]
        var target = CaseK.target
        target.aim = .atMost(5)
        target.baseline = Target.Baseline(period: .halfYear(2010, 2))
        target.deadline = .halfYear(2014, 1)
        let record = Assessment(
            of: CaseK.series(values),
            target: target,
            direction: .decrease,
            edition: .halfYear(2013, 1)
        )
        let own = try #require(record.pace?.feasibility?.own)
        #expect(record.pace?.required == -1 && own.count == 4 && own.percentile == 50 && own.factor == 1)
        #expect(record.pace?.isWithinRecord == true)
    }

    @Test("peers count together, in any order, and their record makes a pace reachable")
    func peers() throws {
        func record(_ peers: [[(halfYear: Int, value: Double)]]) -> Assessment {
            Assessment(
                of: CaseK.series(CaseK.values),
                target: CaseK.target,
                direction: .decrease,
                edition: .halfYear(2013, 2),
                background: .init(peers: peers.enumerated().map { peer($0.element, id: "\($0.offset)") })
            )
        }
        func peer(_ figures: [(halfYear: Int, value: Double)], id: String) -> PeerBenchmark.Peer {
            let observations = figures.map {
                Series.Observation(period: Period(.halfYearly, ordinal: $0.halfYear), value: $0.value)
            }
            return .init(
                id: id,
                weight: 1,
                series: Series(unit: .percentagePoints, decimals: 1, observations: observations)
            )
        }
        let slow = [(halfYear: 4000, value: 9.0), (halfYear: 4002, value: 8.0), (halfYear: 4003, value: 7.0)]
        let fast = [(halfYear: 4004, value: 5.0), (halfYear: 4000, value: 12.0), (halfYear: 4002, value: 8.0)]
        let peers = try #require(record([slow, fast]).pace?.feasibility?.peers)
        #expect(peers.count == 3 && peers.best == -2 && isPrinted(peers.percentile, 66.6667, decimals: 4))
        #expect(isPrinted(peers.factor, 0.775, decimals: 3))
        #expect(record([slow, fast]).headline.code == .behindReachable)
        #expect(record([slow]).headline.code == .behindUnprecedented)
        #expect(record([[]]).pace?.feasibility?.peers == nil)
    }

    @Test("a series that only ever went the wrong way has a best pace and no factor")
    func wrongWay() throws {
        let record = Assessment(
            of: CaseK.series([10.6, 10.8, 11.0, 11.4]),
            target: CaseK.target,
            direction: .decrease,
            edition: .halfYear(2012, 1)
        )
        let own = record.pace?.feasibility?.own
        #expect(own == nil, "five half-years remain, and no two figures stand so far apart")
        var target = CaseK.target
        target.deadline = .halfYear(2013, 1)
        let short = Assessment(
            of: CaseK.series([10.6, 10.8, 11.0, 11.4]),
            target: target,
            direction: .decrease,
            edition: .halfYear(2012, 1)
        )
        let best = try #require(short.pace?.feasibility?.own)
        #expect(isPrinted(best.best, 0.2, decimals: 2) && best.factor == nil && best.percentile == 100)
    }

    @Test("once the target is met no pace is required, and the record has no percentile")
    func met() throws {
        let record = Assessment(
            of: CaseK.series([10.6, 8, 5.5]),
            target: CaseK.target,
            direction: .decrease,
            edition: .halfYear(2011, 2)
        )
        #expect(record.pace?.required == nil && record.pace?.feasibility?.own == nil)
        #expect(record.pace?.feasibility?.halfYears == 6 && record.pace?.isWithinRecord == false)
    }
}
