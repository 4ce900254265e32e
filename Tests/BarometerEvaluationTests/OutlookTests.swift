import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import Testing

private func outlook(
    _ values: [Double],
    _ target: TargetRange = .atMost(5.8),
    baseline: Double? = nil,
    steps: Int = 8,
    range: NaturalRange = .unbounded
) throws -> Outlook {
    try #require(
        Outlook(
            of: halfYearly(values),
            target: target,
            baseline: (4021, baseline ?? values[0]),
            deadline: 4021 + steps,
            range: range
        )
    )
}

@Suite("methods 9: the outlook of case K, and 3.6")
struct OutlookTests {
    @Test("case K at 2013H2 to the printed digits")
    func caseK() throws {
        let record = try outlook(CaseK.values)
        #expect(record.method == .drift && isPrinted(record.projected, 8.3333, decimals: 4))
        let interval = try #require(record.interval95)
        #expect(isPrinted(interval.lower, 6.845, decimals: 3) && isPrinted(interval.upper, 9.821, decimals: 3))
        #expect(isPrinted(record.probabilityMet, 0.0036, decimals: 4))
        #expect(record.attainment == .at(halfYear: Period.halfYear(2019, 1).ordinal))
        #expect(isPrinted(record.backtestError, 0.396, decimals: 3))
        #expect(isPrinted(record.backtest?.meanAbsoluteStep, 0.3833, decimals: 4))
        #expect(isPrinted(record.kendallP, 0.0302, decimals: 4))
        #expect(isPrinted(record.residualAutocorrelation, 0.188, decimals: 3))
        #expect(isPrinted(record.seasonalTerm?.t, 0.52, decimals: 2))
        #expect(record.warnings.isEmpty)
    }

    @Test("case K: the slope is 0.542 of the required one, and what that says of the classes")
    func classes() throws {
        let record = try outlook(CaseK.values)
        let classes = try #require(record.paceProbabilities)
        #expect(isPrinted(classes.index, 0.542, decimals: 3) && classes.degreesOfFreedom == 5)
        for (paceClass, percent) in [
            (ScheduleClass.onSchedule, 0.6), (.slightlyBehind, 29.5), (.farBehind, 69.8),
            (.wrongWay, 0.2),
        ] {
            #expect(isPrinted(100 * classes.probability(of: paceClass), percent, decimals: 1))
        }
        #expect(classes.likeliest == .farBehind && record.isRobust == false)
    }

    @Test("case K: the other methods stand beside the chosen one, and agree")
    func beside() throws {
        let record = try outlook(CaseK.values)
        #expect(record.projections.map(\.method) == [.naive, .drift, .linearTrend, .theilSen])
        let values = record.projections.map(\.value)
        for (value, printed) in zip(values, [8.9, 8.333, 8.461, 8.467]) {
            #expect(isPrinted(value, printed, decimals: 3))
        }
        #expect(isPrinted(record.spread?.lower, 8.333, decimals: 3) && record.spread?.upper == 8.9)
    }

    @Test("case K: the interval reaches the target from 2015H2 on, and has no end")
    func range() throws {
        #expect(try outlook(CaseK.values).attainmentRange == .from(Period.halfYear(2015, 2).ordinal))
        // Steps of nearly one size leave little doubt: 13 half-years, more or less.
        let steady = try outlook([10.0, 9.7, 9.4, 9.0, 8.7, 8.4, 8.1, 7.8])
        #expect(steady.attainment == .at(halfYear: 4035) && steady.attainmentRange == .within(4034...4036))
        let away = try outlook([10.0, 10.3, 10.6, 11.0, 11.3, 11.6, 11.9, 12.2])
        #expect(away.attainment == .never && away.attainmentRange == .beyondHorizon)
        #expect(try outlook([10, 9, 8, 7, 6, 5, 5.5]).attainmentRange == nil)
    }

    @Test("2.4 in the record: 2012H2 is reached 17.33 half-years later, so at the eighteenth")
    func earlier() throws {
        #expect(try outlook(Array(CaseK.values.prefix(5))).attainment == .at(halfYear: 4025 + 18))
    }

    @Test(
        "when the target is reached",
        arguments: [
            ([10.6, 5.8], TargetRange.atMost(5.8), Attainment.met), ([10.6, 9.4], .atMost(5.8), .at(halfYear: 4025)),
            ([10.6, 10.6], .atMost(5.8), .never), ([10.6, 11], .atMost(5.8), .never),
            ([10.6, 10.576], .atMost(5.8), .at(halfYear: 4221)), ([10.6, 10.5764], .atMost(5.8), .beyondHorizon),
            ([50, 52], .atLeast(60), .at(halfYear: 4026)), ([50, 49], .atLeast(60), .never),
            ([38, 40], .between(45, 55), .at(halfYear: 4025)), ([60, 58], .between(45, 55), .at(halfYear: 4024)),
            ([60, 62], .between(45, 55), .never), ([60, 50], .between(45, 55), .met),
        ]
    )
    func attainment(_ values: [Double], _ target: TargetRange, _ expected: Attainment) throws {
        #expect(try outlook(values, target).attainment == expected)
    }

    @Test("a baseline without a later figure gives no pace; the deadline reached gives no projection")
    func edges() throws {
        let start = try outlook([10.6])
        #expect(start.attainment == nil && start.projection == nil && start.projections.isEmpty)
        #expect(start.warnings.isEmpty && start.spread == nil)
        let none = Outlook(of: [], target: .atMost(5.8), baseline: nil, deadline: 4029)
        #expect(none == nil)
        for steps in [5, 6] {
            let record = try outlook(CaseK.values, steps: steps)
            #expect(record.projection == nil && record.probabilityMet == nil && record.backtest != nil)
            #expect(record.attainment == .at(halfYear: 4038))
        }
        #expect(try outlook(CaseK.values, steps: 7).projection?.halfYear == 4028)
        let unknown = try #require(
            Outlook(of: halfYearly(CaseK.values), target: .atMost(5.8), baseline: nil, deadline: 4029)
        )
        #expect(unknown.attainment == nil && unknown.paceProbabilities == nil && unknown.method == .drift)
    }

    @Test("figures on a line: the class is certain and the projection has no doubt, right on the target too")
    func certain() throws {
        let onTarget = try outlook((0..<7).map { 10.6 - 0.6 * Double($0) })
        #expect(onTarget.probabilityMet == 1 && onTarget.projection?.standardError == 0)
        #expect(onTarget.paceProbabilities?.probability(of: .onSchedule) == 1 && onTarget.isRobust == true)
        #expect(onTarget.attainment == .at(halfYear: 4029) && onTarget.attainmentRange == .within(4029...4029))
        let short = try outlook((0..<7).map { 10.6 - 0.59 * Double($0) })
        #expect(short.probabilityMet == 0 && short.paceProbabilities?.likeliest == .onSchedule)
        let slow = try outlook((0..<7).map { 10.6 - 0.57 * Double($0) })
        #expect(slow.paceProbabilities?.likeliest == .onSchedule)
        let behind = try outlook((0..<7).map { 10.6 - 0.36 * Double($0) })
        #expect(behind.paceProbabilities?.probability(of: .slightlyBehind) == 1)
        let still = try outlook([Double](repeating: 9, count: 7))
        #expect(still.paceProbabilities?.likeliest == .farBehind && still.kendallP == nil)
        #expect(still.method == .naive && still.attainment == .never && still.attainmentRange == .beyondHorizon)
    }

    @Test("classes are counted from the baseline on, projections from all figures")
    func sinceBaseline() throws {
        let before = (0..<10).map { (halfYear: 4011 + $0, value: 5.0 + Double($0 % 3)) }
        let figures = before + halfYearly(CaseK.values)
        let record = try #require(
            Outlook(of: figures, target: .atMost(5.8), baseline: (4021, 10.6), deadline: 4029)
        )
        #expect(isPrinted(record.paceProbabilities?.index, 0.542, decimals: 3))
        #expect(record.projections.map(\.method) == ForecastMethod.allCases)
        #expect(record.attainment == .at(halfYear: 4038))
        let late = Outlook(of: figures, target: .atMost(5.8), baseline: (4023, 10.9), deadline: 4029)
        #expect(late?.paceProbabilities == nil)
    }

    @Test("classes from six figures on, and none where no pace is required")
    func noClasses() throws {
        #expect(try outlook(Array(CaseK.values.prefix(5))).paceProbabilities == nil)
        #expect(try outlook(Array(CaseK.values.prefix(6))).paceProbabilities?.degreesOfFreedom == 4)
        #expect(try outlook(CaseK.values, .atMost(12)).paceProbabilities == nil)
        #expect(try outlook(CaseK.values, steps: 0).paceProbabilities == nil)
        #expect(try outlook(CaseK.values, .between(4, 5.8)).paceProbabilities?.likeliest == .farBehind)
    }

    @Test("the probability of a band is what lies between its ends")
    func band() throws {
        let all = try outlook(CaseK.values, .between(-100, 100))
        #expect(isPrinted(all.probabilityMet, 1, decimals: 6))
        let upper = try #require(try outlook(CaseK.values, .atMost(9)).probabilityMet)
        let lower = try #require(try outlook(CaseK.values, .atMost(8)).probabilityMet)
        let between = try #require(try outlook(CaseK.values, .between(8, 9)).probabilityMet)
        #expect((between - (upper - lower)).magnitude < 1e-12)
        let above = try #require(try outlook(CaseK.values, .atLeast(9)).probabilityMet)
        #expect((above + upper - 1).magnitude < 1e-12)
        #expect(TargetRange.between(9, 8).isMet(by: 8.5) && !TargetRange.between(8, 9).isMet(by: 9.1))
    }

    @Test(
        "what a reader is warned of",
        arguments: [
            ([10.0, 9.5], 8, [Outlook.Warning.onlyPace]), ([10.0, 9.5, 9.2], 8, [.noInterval, .longHorizon]),
            ([10.0, 9.5, 9.2, 9.0, 8.4], 8, []), ([10.0, 9.5, 9.2, 9.0, 8.4], 9, [.longHorizon]),
            ([10.0, 9.2, 8.6, 8.2, 8.0, 8.0, 8.2, 8.6, 9.2], 16, [.autocorrelatedResiduals]),
            ([10.0, 11.0, 9.8, 10.9, 9.6, 10.4, 9.3, 10.3], 12, [.seasonal]),
        ]
    )
    func warnings(_ values: [Double], _ steps: Int, _ expected: [Outlook.Warning]) throws {
        #expect(try outlook(values, .atMost(1), steps: steps).warnings == expected)
    }

    @Test("methods that disagree and figures at unequal distances are told")
    func disagreement() throws {
        let record = try outlook(CaseK.values, .atMost(8.4))
        #expect(record.warnings == [.methodsDisagree])
        let uneven = (0..<7).map { (halfYear: 4021 + $0 + ($0 > 3 ? 1 : 0), value: CaseK.values[$0]) }
        let gap = Outlook(of: uneven, target: .atMost(5.8), baseline: (4021, 10.6), deadline: 4031)
        #expect(gap?.warnings == [.unevenSpacing])
        for warning in Outlook.Warning.allCases { #expect(warning.text.en != warning.text.da) }
    }

    @Test("elections every four years keep their distance, and the turnout of the city is told by its pace")
    func elections() throws {
        let figures = [(halfYear: 4027, value: 61.2), (4035, 61.8), (4043, 60.0)]
        let record = try #require(
            Outlook(of: figures, target: .atLeast(65), baseline: figures[0], deadline: 4051, range: .share)
        )
        #expect(record.method == .drift && record.attainment == .never && record.interval95 == nil)
        #expect(record.warnings == [.noInterval])
        // The log odds fell from 0.4557 to 0.4055 in sixteen half-years, and fall half as much again in eight.
        #expect(isPrinted(record.projected, 59.395, decimals: 3))
    }
}
