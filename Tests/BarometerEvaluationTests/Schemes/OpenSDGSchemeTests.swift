import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.4: Open SDG")
struct OpenSDGSchemeTests {
    private func verdict(
        _ figures: KeyValuePairs<Int, Double>,
        _ aim: SchemeCase.Aim? = nil,
        by year: Int? = nil,
        base: Int? = nil,
        direction: Indicator.Direction = .increase,
        limit: Double? = nil
    ) -> OpenSDGScheme.Verdict {
        OpenSDGScheme.verdict(
            of: SchemeFixture.years(figures, baseYear: base, aim: aim, by: year, direction: direction, limit: limit)
        )
    }

    @Test("case K in half-years: the record's value and score, while Open SDG itself refuses the labels")
    func caseK() {
        let verdict = OpenSDGScheme.verdict(of: SchemeFixture.caseK)
        #expect(verdict.status == .limitedProgress && verdict.status.rawValue == "limited_progress")
        #expect(isPrinted(verdict.value, 0.4045, decimals: 4) && isPrinted(verdict.score, -0.8146, decimals: 4))
        #expect(verdict.reason == nil && verdict.upstreamRefusal == .twoFiguresInOneYear)
    }

    @Test("case K in whole years 2010, 2013, 2014 gives the same numbers, and nobody refuses")
    func caseKYears() {
        let years = verdict([2010: 10.6, 2013: 8.9], .atMost(5.8), by: 2014, base: 2010)
        let halves = OpenSDGScheme.verdict(of: SchemeFixture.caseK)
        #expect(years.value == halves.value && years.score == halves.score && years.status == halves.status)
        #expect(years.upstreamRefusal == nil)
    }

    @Test("one figure a year is read by its year, whichever half it stands in")
    func oneHalfAYear() {
        let mixed = SchemeCase(
            figures: [(4021, 10.6), (4024, 10.3), (4026, 8.9)].map { SchemeCase.Figure(halfYear: $0, value: $1) },
            baseline: SchemeCase.Figure(halfYear: 4021, value: 10.6),
            goal: SchemeCase.Goal(.atMost(5.8), deadline: 4029),
            direction: .decrease
        )
        let verdict = OpenSDGScheme.verdict(of: mixed)
        // 2010, 2012 and 2013: three years, though the half-years are only two and a half apart.
        #expect(verdict.value == OpenSDGScheme.verdict(of: SchemeFixture.caseK).value)
        #expect(verdict.upstreamRefusal == nil)
    }

    @Test("two figures anywhere in one year are enough for a refusal")
    func refusal() {
        let figures = [(4031, 10.0), (4041, 9), (4042, 8.5), (4043, 8)].map {
            SchemeCase.Figure(halfYear: $0, value: $1)
        }
        let facts = SchemeCase(figures: figures, direction: .decrease)
        #expect(OpenSDGScheme.verdict(of: facts).upstreamRefusal == .twoFiguresInOneYear)
    }

    @Test("without a configured baseline the base year is 2015, or the first later one with data")
    func defaultBase() {
        let with2015 = verdict([2012: 1, 2015: 100, 2017: 110])
        let without = verdict([2012: 1, 2016: 100, 2018: 110])
        #expect(isPrinted(with2015.value, 0.0488, decimals: 4) && with2015.value == without.value)
        let before = verdict([2012: 1, 2014: 2])
        #expect(before.status == .notAvailable && before.reason == .noLaterFigure)
        #expect(before.upstreamRefusal == .noLaterFigure)
    }

    @Test("in half-years the default base is the end of 2015")
    func defaultBaseHalfYears() {
        let facts = SchemeFixture.halfYears([90, 100, 100, 100, 110, 110], from: 4030, direction: .increase)
        // From 2015H2 (100) to 2017H2 (110).
        #expect(isPrinted(OpenSDGScheme.verdict(of: facts).value, 0.0488, decimals: 4))
    }

    @Test("the deadline is 2030 where none is given")
    func defaultDeadline() {
        #expect(
            verdict([2015: 20, 2022: 15], .atMost(5)).value
                == verdict([2015: 20, 2022: 15], .atMost(5), by: 2030).value
        )
    }

    @Test("at least two different years")
    func twoYears() {
        let one = verdict([2020: 12], .atMost(5))
        #expect(one.status == .notAvailable && one.score == nil && one.reason == .spanTooShort)
        let half = OpenSDGScheme.verdict(of: SchemeFixture.halfYears([10, 9], from: 4030))
        #expect(half.status == .notAvailable && half.reason == .spanTooShort)
        #expect(verdict([:]).reason == .noFigure && verdict([:]).upstreamRefusal == nil)
    }

    @Test("a target that is met is achieved with 5, whatever the trend: 7.05 to 12.58 against 70, R = -0.40")
    func achieved() {
        let mortality = verdict([2015: 7.05, 2024: 12.58], .atMost(70))
        #expect(mortality.status == .targetAchieved && mortality.score == 5)
        #expect(isPrinted(mortality.value, -0.40, decimals: 2))
        // Also without any value to show for it: one year alone, the target itself as baseline, other sides of zero.
        let alone = verdict([2020: 3], .atMost(5))
        #expect(alone.status == .targetAchieved && alone.score == 5 && alone.value == nil)
        let same = verdict([2015: 100, 2022: 100], .atLeast(100))
        #expect(same.status == .targetAchieved && same.value == nil && same.reason == .targetIsBaseline)
        let crossed = verdict([2015: 3, 2022: -1], .atMost(1))
        #expect(crossed.status == .targetAchieved && crossed.reason == .signChange)
    }

    @Test("met is exactly met: a hair above a target of at most is not")
    func exactlyMet() {
        #expect(verdict([2015: 10, 2020: 5], .atMost(5)).status == .targetAchieved)
        #expect(verdict([2015: 10, 2020: 5.000000000001], .atMost(5)).status == .substantialProgress)
        #expect(verdict([2015: 1, 2020: 5], .atLeast(5)).status == .targetAchieved)
    }

    @Test("the sign of a negative base: -10 to -8 is progress upwards")
    func negativeBase() {
        let up = verdict([2015: -10, 2018: -8], direction: .increase)
        #expect(isPrinted(up.value, 0.0717, decimals: 4) && up.status == .substantialProgress)
        let down = verdict([2015: -10, 2018: -8], direction: .decrease)
        #expect(down.status == .deterioration && down.score == -5)
        let target = verdict([2015: -10, 2018: -8], .atLeast(-5), by: 2025)
        #expect(target.value == verdict([2015: 10, 2018: 8], .atMost(5), by: 2025).value)
    }

    @Test("figures on different sides of zero are not assessed; zero itself is on both")
    func signChange() {
        #expect(verdict([2015: 10, 2018: -8]).reason == .signChange)
        #expect(verdict([2015: -10, 2018: 8]).status == .notAvailable)
        #expect(verdict([2015: 10, 2018: 0], direction: .decrease).value == 1)
        // As Python has it: (8 / 10) ** (1 / 3) - 1 over abs((-2 / 10) ** (1 / 15) - 1), which is complex.
        #expect(verdict([2015: 10, 2018: 8], .atMost(-2)).reason == nil)
        #expect(verdict([2015: 10, 2018: 8], .between(4, 6)).reason == .bandTarget)
    }

    @Test("a target of zero is 0.001: halving in half the time is R = 0.325, with 0.1 0.428, with 1 0.669")
    func zeroTarget() {
        func ratio(_ target: Double) -> Double? {
            verdict([2015: 10, 2017: 5], .atMost(target), by: 2019).value
        }
        #expect(isPrinted(ratio(0), 0.325, decimals: 3) && ratio(0) == ratio(0.001))
        #expect(isPrinted(ratio(0.1), 0.428, decimals: 3) && isPrinted(ratio(1), 0.669, decimals: 3))
        #expect(verdict([2015: 10, 2017: 5], .atMost(0)).replacements == [.target])
        // A latest value below the stand-in meets it.
        #expect(verdict([2015: 10, 2017: 0.0005], .atMost(0)).status == .targetAchieved)
    }

    @Test("a baseline of zero is 0.001: 0 to 0.5 in two years is 2136 per cent a year")
    func zeroBase() {
        let verdict = verdict([2015: 0, 2017: 0.5])
        #expect(isPrinted(verdict.value, 21.36, decimals: 2) && verdict.replacements == [.baseline])
        #expect(self.verdict([2015: 0, 2017: -1]).reason == .signChange)
    }

    @Test("a deadline before the baseline is not rejected, one at the baseline has no rate")
    func earlyDeadline() {
        #expect(verdict([2015: 10, 2018: 8], .atMost(5), by: 2012).value != nil)
        let same = verdict([2015: 10, 2018: 8], .atMost(5), by: 2015)
        #expect(same.status == .notAvailable && same.reason == .deadlineNotAfterBaseline)
    }

    @Test("the limit: 93 of 100 leaves 0.27546 of the thresholds, and 93 to 94 in 5 years is moderate, 0.6935")
    func limit() {
        let factor = OpenSDGScheme.limitFactor(baseline: 93, limit: 100)
        #expect(isPrinted(factor, 0.27546, decimals: 5))
        #expect(isPrinted(100 * 0.015 * factor, 0.413, decimals: 3))
        #expect(isPrinted(100 * 0.005 * factor, 0.138, decimals: 3))
        let verdict = verdict([2015: 93, 2020: 94], limit: 100)
        #expect(isPrinted(verdict.value.map { 100 * $0 }, 0.2141, decimals: 4))
        #expect(verdict.status == .moderateProgress && isPrinted(verdict.score, 0.6935, decimals: 4))
        // With a target the limit is not used.
        #expect(
            self.verdict([2015: 93, 2020: 94], .atLeast(100), limit: 100).value
                == self.verdict([2015: 93, 2020: 94], .atLeast(100)).value
        )
    }

    @Test("the three ranges of the limit, by magnitude, and the same factor at the same distance from a floor")
    func limitRanges() {
        let factor = OpenSDGScheme.limitFactor
        #expect(factor(10, 10) == 0 && factor(20, 10) == 1 && factor(35, 10) == 1 && factor(0, 10) == 1)
        #expect(factor(0, 0) == 1 && factor(5, 0) == 1)
        #expect((factor(11, 10) - factor(9, 10)).magnitude < 1e-12 && factor(11, 10) > 0)
        #expect(factor(-9, -10) == factor(9, 10))
    }

    @Test("a baseline at the limit that is held is substantial with 5, one that is lost deteriorates as usual")
    func atTheLimit() {
        let held = verdict([2015: 100, 2020: 100], limit: 100)
        #expect(held.status == .substantialProgress && held.score == 5 && held.value == 0)
        let lost = verdict([2015: 100, 2020: 99], limit: 100)
        #expect(lost.status == .deterioration && isPrinted(lost.score, -2.751, decimals: 3))
    }

    @Test("the scores without a target: through (-2 %, -5) (0, -2.5) (0.5 %, 0) (1.5 %, 2.5) (2 %, 5)")
    func scoresWithoutTarget() {
        func score(_ rate: Double) -> Double? { OpenSDGScheme.verdict(of: SchemeFixture.growing(rate)).score }
        for (rate, expected) in [
            (-0.02, -5), (0, -2.5), (0.005, 0), (0.01, 1.25), (0.015, 2.5), (0.02, 5), (0.05, 5), (-0.05, -5),
        ] as [(Double, Double)] {
            #expect((score(rate).map { $0 - expected } ?? 9).magnitude < 1e-9)
        }
    }

    @Test("the scores with a target end at 5 and -5")
    func scoresWithTarget() {
        let fast = verdict([2015: 1, 2020: 50], .atLeast(100))
        #expect(fast.score == 5 && fast.status == .substantialProgress)
        let away = verdict([2015: 50, 2020: 1], .atLeast(100))
        #expect(away.score == -5 && away.status == .deterioration)
    }

    @Test("thresholds are compared as upstream does, without tolerance: 100 to 101.5 is a hair below 1.5 per cent")
    func noTolerance() {
        let verdict = verdict([2015: 100, 2016: 101.5])
        #expect((verdict.value ?? 1) < 0.015 && verdict.status == .moderateProgress)
    }

    @Test("an indicator is the mean of its scores, achieved only where all series with a score are")
    func indicator() {
        func part(_ score: Double?, _ status: OpenSDGScheme.Status) -> OpenSDGScheme.Part {
            .series(OpenSDGScheme.Verdict.made(status: status, score: score))
        }
        let achieved = part(5, .targetAchieved)
        let mixed = OpenSDGScheme.indicator(of: [achieved, part(-1, .limitedProgress), part(nil, .notAvailable)])
        #expect(mixed.score == 2 && mixed.status == .moderateProgress)
        let all = OpenSDGScheme.indicator(of: [achieved, achieved, part(nil, .notAvailable)])
        #expect(all.score == 5 && all.status == .targetAchieved)
        #expect(OpenSDGScheme.indicator(of: [part(nil, .notAvailable)]).status == .notAvailable)
        #expect(OpenSDGScheme.indicator(of: []).score == nil)
        #expect(
            OpenSDGScheme.indicator(of: [part(5, .substantialProgress), part(-5, .deterioration)]).status
                == .moderateProgress
        )
    }

    @Test(
        "the label of a score",
        arguments: [
            (2.5, .substantialProgress), (2.4999, .moderateProgress), (0, .moderateProgress),
            (-0.0001, .limitedProgress),
            (-2.5, .limitedProgress), (-2.5001, .deterioration),
        ] as [(Double, OpenSDGScheme.Status)]
    )
    func labels(_ score: Double, _ status: OpenSDGScheme.Status) {
        #expect(OpenSDGScheme.status(ofScore: score) == status)
    }

    @Test("near a knot the label of a series and that of its score differ: R just under 0.95")
    func knot() throws {
        // 0.949995 of the required growth over the same four years, so that R is known.
        let required = 0.05
        let target = 100 * (1 + required) * (1 + required)
        let growth = 1 + 0.949995 * required
        let verdict = verdict([2015: 100, 2016: 100 * growth], .atLeast(target), by: 2017)
        #expect(verdict.status == .moderateProgress)
        #expect(try #require(verdict.score) > 2.5)
        #expect(OpenSDGScheme.indicator(of: [.series(verdict)]).status == .substantialProgress)
    }
}

extension OpenSDGScheme.Verdict {
    /// A verdict as a part of an indicator sees it.
    static func made(status: OpenSDGScheme.Status, score: Double?) -> OpenSDGScheme.Verdict {
        var verdict = OpenSDGScheme.verdict(of: SchemeFixture.years([:]))
        (verdict.status, verdict.score) = (status, score)
        return verdict
    }
}
