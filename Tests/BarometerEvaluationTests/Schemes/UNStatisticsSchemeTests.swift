import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.5: United Nations Statistics Division, 2023")
struct UNStatisticsSchemeTests {
    private func verdict(
        _ figures: KeyValuePairs<Int, Double>,
        _ aim: SchemeCase.Aim? = nil,
        by year: Int? = nil,
        direction: Indicator.Direction = .increase,
        quantity: SchemeCase.Quantity = .other
    ) -> SchemeOutcome<UNStatisticsScheme.Verdict> {
        UNStatisticsScheme.verdict(
            of: SchemeFixture.years(figures, aim: aim, by: year, direction: direction, quantity: quantity)
        )
    }

    @Test("case K: extrapolated to 8.396, a share of 0.459, class 2")
    func caseK() throws {
        let verdict = try #require(UNStatisticsScheme.verdict(of: SchemeFixture.caseK).verdict)
        let share = try #require(verdict.share)
        #expect(isPrinted(share, 0.459, decimals: 3))
        #expect(isPrinted(10.6 + share * (5.8 - 10.6), 8.396, decimals: 3))
        #expect(verdict.category == .needsAcceleration && verdict.category.rawValue == 2 && verdict.growth == nil)
    }

    @Test(
        "the thresholds of the share",
        arguments: [
            (0.95, .onTrack), (noiseBelow(0.95), .onTrack), (hairBelow(0.95), .needsAcceleration),
            (0.1, .needsAcceleration), (noiseBelow(0.1), .needsAcceleration), (hairBelow(0.1), .stagnationOrRegression),
        ] as [(Double, UNStatisticsScheme.Category)]
    )
    func shares(_ share: Double, _ category: UNStatisticsScheme.Category) {
        #expect(UNStatisticsScheme.category(share: share) == category)
    }

    @Test(
        "the thresholds of growth without a target",
        arguments: [
            (0.02, .onTrack), (noiseBelow(0.02), .onTrack), (hairBelow(0.02), .needsAcceleration),
            (0.005, .needsAcceleration), (noiseBelow(0.005), .needsAcceleration),
            (hairBelow(0.005), .stagnationOrRegression), (-0.1, .stagnationOrRegression),
        ] as [(Double, UNStatisticsScheme.Category)]
    )
    func growth(_ growth: Double, _ category: UNStatisticsScheme.Category) {
        #expect(UNStatisticsScheme.category(growth: growth) == category)
    }

    @Test("without a target the growth counts, in figures exactly 2 per cent")
    func withoutTarget() {
        let verdict = UNStatisticsScheme.verdict(of: SchemeFixture.growing(0.02)).verdict
        #expect(verdict?.category == .onTrack && verdict?.share == nil)
        #expect(isPrinted(verdict?.growth, 0.02, decimals: 6))
    }

    @Test("a latest value that meets the target is 3 whatever the trend, also where no share can be computed")
    func met() {
        let slipping = verdict([2015: 2, 2018: 4], .atMost(5), by: 2030).verdict
        #expect(slipping?.category == .onTrack && slipping?.share == nil)
        #expect(verdict([2015: 0, 2018: 6], .atLeast(5), by: 2030).verdict?.category == .onTrack)
        #expect(verdict([2018: 6], .atLeast(5)).verdict?.category == .onTrack)
        #expect(verdict([2015: 2, 2018: 5], .between(4, 6), by: 2030).verdict?.category == .onTrack)
    }

    @Test("a target that was met at the start and is lost has no share: the sign of the way is turned")
    func lost() {
        #expect(verdict([2015: 4, 2018: 6], .atMost(5), by: 2030).reason == .baselineMeetsTarget)
        #expect(verdict([2015: 5, 2018: 6], .atMost(5), by: 2030).reason == .targetIsBaseline)
    }

    @Test("within one point of 0 or 100 per cent counts as met, for shares of a whole alone")
    func onePoint() {
        func category(_ value: Double, _ aim: SchemeCase.Aim, _ quantity: SchemeCase.Quantity) -> Int? {
            verdict([2015: 50, 2018: value], aim, by: 2019, quantity: quantity).verdict?.category.rawValue
        }
        #expect(category(99, .atLeast(100), .percentage) == 3)
        let far = verdict([2015: 50, 2028: 98.9], .atLeast(100), by: 2029, quantity: .percentage).verdict
        let near = verdict([2015: 50, 2028: 99], .atLeast(100), by: 2029, quantity: .percentage).verdict
        #expect(far?.category == .onTrack && near?.category == .onTrack)
        // From 98 to 98.9 in ten of eleven years the share is 0.495, and a tenth of a point more is met.
        #expect(
            verdict([2015: 98, 2025: 98.9], .atLeast(100), by: 2026, quantity: .percentage).verdict?.category
                == .needsAcceleration
        )
        #expect(
            verdict([2015: 98, 2025: 99], .atLeast(100), by: 2026, quantity: .percentage).verdict?.category == .onTrack
        )
        #expect(
            verdict([2015: 98, 2025: 99], .atLeast(100), by: 2026, quantity: .other).verdict?.category
                == .needsAcceleration
        )
        #expect(
            verdict([2015: 1.5, 2025: 1], .atMost(0), by: 2026, quantity: .percentage).verdict?.category == .onTrack
        )
        #expect(
            verdict([2015: 98, 2025: 98.5], .atLeast(99), by: 2026, quantity: .percentage).verdict?.category
                == .needsAcceleration
        )
    }

    @Test("a deadline that has passed is judged on the figures up to it")
    func passed() {
        let late = verdict([2015: 10, 2020: 8, 2025: 4], .atMost(5), by: 2020)
        #expect(late.verdict?.category == .needsAcceleration && isPrinted(late.verdict?.share, 0.4, decimals: 9))
        let inTime = verdict([2015: 10, 2020: 5, 2025: 9], .atMost(5), by: 2020)
        #expect(inTime.verdict?.category == .onTrack)
        let gap = verdict([2015: 10, 2019: 8, 2025: 4], .atMost(5), by: 2020).verdict
        #expect(gap?.share.map { $0 > 0.4 && $0 < 0.6 } == true)
        #expect(verdict([2015: 10, 2025: 4], .atMost(5), by: 2014).reason == .noFigure)
    }

    @Test("yes is 3 and no is 1, by the goal or by the direction")
    func yesNo() {
        func category(_ value: Double, _ aim: SchemeCase.Aim? = nil, _ direction: Indicator.Direction = .increase)
            -> Int?
        {
            verdict([2015: 0, 2018: value], aim, by: 2020, direction: direction, quantity: .yesNo).verdict?.category
                .rawValue
        }
        #expect(category(1) == 3 && category(0) == 1)
        #expect(category(1, nil, .decrease) == 1 && category(0, nil, .decrease) == 3)
        #expect(category(1, .atLeast(1)) == 3 && category(0, .atLeast(1)) == 1)
    }

    @Test("what the rule leaves out")
    func reasons() {
        #expect(verdict([2015: 2, 2018: 3], quantity: .growthRate).reason == .growthRate)
        #expect(verdict([2015: 9, 2018: 8], .atMost(5)).reason == .noDeadline)
        #expect(verdict([2015: 9, 2018: 8], .atMost(5), by: 2015).reason == .noLaterFigure)
        #expect(verdict([2015: 9, 2018: 8], .between(4, 5), by: 2020).reason == .bandTarget)
        #expect(verdict([2015: 0, 2018: 3], .atLeast(5), by: 2020).reason == .zeroBaseline)
        #expect(verdict([2015: -3, 2018: 3], .atLeast(5), by: 2020).reason == .signChange)
        #expect(verdict([:], .atLeast(5), by: 2020).reason == .noFigure)
    }

    @Test("a target of zero has a share")
    func zeroTarget() {
        #expect(verdict([2015: 10, 2020: 5], .atMost(0), by: 2025).verdict?.share == 0.75)
    }
}
