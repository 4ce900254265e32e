import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

private func signals(_ chart: ProcessChart?, _ rule: ProcessChart.Signal.Rule) -> [[Int]] {
    chart?.signals.filter { $0.rule == rule }.map(\.places) ?? []
}

@Suite("methods 3.8: process chart")
struct ProcessChartTests {
    @Test("case K: mean 10.0857, range 0.38333, limits 9.066 to 11.105; 2013H2 is an improvement, 5.8 out of reach")
    func caseK() throws {
        let chart = try #require(ProcessChart(CaseK.values, direction: .decrease))
        #expect(isPrinted(chart.present.mean, 10.0857, decimals: 4))
        #expect(isPrinted(chart.present.meanRange, 0.38333, decimals: 5))
        let limits = try #require(chart.present.limits)
        #expect(isPrinted(limits.lower, 9.066, decimals: 3) && isPrinted(limits.upper, 11.105, decimals: 3))
        #expect(chart.present.isProvisional && chart.present.screenedRanges == 0)
        let outside = chart.signals.filter { $0.rule == .outsideLimits }
        #expect(outside.map(\.places) == [[6]] && outside.map(\.meaning) == [.improvement])
        #expect(chart.signals(at: 6).allSatisfy { $0.meaning == .improvement && !$0.isUpward })
        #expect(chart.assurance(of: 5.8, direction: .decrease) == .consistentlyFailed)
        // The warning lines are 9.406 and 10.766: 9.4 and 8.9 below, 10.8 and 10.9 above.
        #expect(signals(chart, .twoOfThreeBeyondWarning) == [[1, 2], [5, 6]])
    }

    @Test("a target beyond the worse limit is always met, beyond the better one never, between them by chance")
    func assurance() throws {
        let chart = try #require(ProcessChart([10, 11, 10, 11, 10, 11], direction: .decrease))
        let limits = try #require(chart.present.limits)
        #expect(agrees(limits.lower, 7.84) && agrees(limits.upper, 13.16))
        for (target, lower, higher) in [
            (14.0, ProcessChart.Assurance.consistentlyMet, ProcessChart.Assurance.consistentlyFailed),
            (7, .consistentlyFailed, .consistentlyMet), (10, .hitAndMiss, .hitAndMiss),
            (limits.upper, .hitAndMiss, .hitAndMiss), (limits.lower, .hitAndMiss, .hitAndMiss),
        ] {
            #expect(chart.assurance(of: target, direction: .decrease) == lower)
            #expect(chart.assurance(of: target, direction: .increase) == higher)
        }
    }

    @Test("seven on one side of the mean count, six do not, and a figure on the mean ends the run")
    func runs() {
        let seven = [1.0, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3]
        #expect(signals(ProcessChart(seven, direction: .increase), .runOnOneSide) == [Array(0..<7), Array(7..<14)])
        let six = [1.0, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3]
        #expect(signals(ProcessChart(six, direction: .increase), .runOnOneSide) == [])
        let onMean = [1.0, 1, 1, 1, 2, 1, 1, 1, 3, 3, 3, 2, 3, 3, 3, 3]
        #expect(signals(ProcessChart(onMean, direction: .increase), .runOnOneSide) == [])
        let chart = ProcessChart(seven, direction: .increase)
        #expect(chart?.signals.filter { $0.rule == .runOnOneSide }.map(\.meaning) == [.concern, .improvement])
    }

    @Test("seven rising or falling figures count, six do not, equal neighbours end the trend")
    func trends() {
        let rising = [2.0, 1, 2, 3, 4, 5, 6, 7, 3]
        #expect(signals(ProcessChart(rising, direction: .increase), .trend) == [Array(1...7)])
        #expect(signals(ProcessChart([2, 1, 2, 3, 4, 5, 6, 3], direction: .increase), .trend) == [])
        #expect(signals(ProcessChart([1, 2, 3, 3, 4, 5, 6], direction: .increase), .trend) == [])
        let falling = ProcessChart([7, 6, 5, 4, 3, 2, 1], direction: .increase)
        #expect(falling?.signals.filter { $0.rule == .trend }.map(\.meaning) == [.concern])
    }

    @Test(
        "two of three beyond one warning line, not three apart, and not one on either side",
        arguments: [
            ([3.0, 3], [[20, 21]]), ([3, 0.5, 3], [[20, 22]]), ([3, 0.5, 0.5, 3], []), ([3, -2], []),
            ([3, 0.5, 3, 0.5, 3], [[20, 22, 24]]), ([3, 3, 0.5, 0.5, 3, 3], [[20, 21], [24, 25]]),
        ]
    )
    func warnings(_ middle: [Double], _ places: [[Int]]) {
        let calm = (0..<20).map { Double($0 % 2) }
        let chart = ProcessChart(calm + middle + calm, direction: .increase)
        #expect(signals(chart, .twoOfThreeBeyondWarning) == places && signals(chart, .outsideLimits) == [])
    }

    @Test("a leap above 3.267 mean ranges is screened, once, unless that is declined")
    func screening() throws {
        let values = [1.0, 2, 1, 2, 1, 2, 1, 2, 12, 11, 12, 11, 12]
        let screened = try #require(ProcessChart(values, direction: .increase))
        #expect(screened.present.screenedRanges == 1 && screened.present.meanRange == 1)
        let plain = try #require(ProcessChart(values, direction: .increase, screensRanges: false))
        #expect(plain.present.screenedRanges == 0 && agrees(plain.present.meanRange, 21.0 / 12))
    }

    @Test("a rebasing starts limits and rules anew, and the present process is the last")
    func rebasing() throws {
        let values = [10.0, 11, 10, 11, 10, 11, 5, 6, 5, 6, 5, 6]
        let chart = try #require(ProcessChart(values, direction: .decrease, rebasedAt: [6]))
        #expect(chart.segments.map(\.places) == [0..<6, 6..<12] && chart.segments.map(\.mean) == [10.5, 5.5])
        #expect(chart.signals.isEmpty && chart.present.mean == 5.5)
        #expect(chart.assurance(of: 9, direction: .decrease) == .consistentlyMet)
        let whole = try #require(ProcessChart(values, direction: .decrease))
        #expect(!whole.signals.isEmpty && !whole.present.isProvisional && chart.present.isProvisional)
    }

    @Test("no figures, one figure, equal figures")
    func edges() throws {
        #expect(ProcessChart([], direction: .decrease) == nil)
        let one = try #require(ProcessChart([5], direction: .decrease))
        #expect(one.present.limits == nil && one.assurance(of: 4, direction: .decrease) == nil && one.signals.isEmpty)
        let level = try #require(ProcessChart(Array(repeating: 0.1 + 0.2, count: 12), direction: .decrease))
        #expect(level.signals.isEmpty && level.assurance(of: 0.3, direction: .decrease) == .hitAndMiss)
        let alone = try #require(ProcessChart([1, 2, 3], direction: .decrease, rebasedAt: [0, 2, 2]))
        #expect(alone.segments.map(\.places) == [0..<2, 2..<3] && alone.present.limits == nil)
    }

    @Test("another scale changes nothing, and turning everything round turns the sides, 1,000 cases")
    func properties() throws {
        var generator = SeededGenerator(seed: 81)
        for _ in 0..<1000 {
            let n = Int.random(in: 1...30, using: &generator)
            let values = (0..<n).map { _ in Double(Int.random(in: -40...40, using: &generator)) / 4 }
            let plain = try #require(ProcessChart(values, direction: .increase))
            let scaled = try #require(ProcessChart(values.map { 100 + 2.5 * $0 }, direction: .increase))
            #expect(plain.signals == scaled.signals)
            let turned = try #require(ProcessChart(values.map { -$0 }, direction: .decrease))
            #expect(Set(plain.signals.map(\.places)) == Set(turned.signals.map(\.places)))
            #expect(
                Set(plain.signals.map { [$0.places[0], $0.meaning == .concern ? 1 : 0] })
                    == Set(turned.signals.map { [$0.places[0], $0.meaning == .concern ? 1 : 0] })
            )
        }
    }

    private func agrees(_ value: Double?, _ expected: Double) -> Bool {
        value.map { ($0 - expected).magnitude < 1e-12 } ?? false
    }
}
