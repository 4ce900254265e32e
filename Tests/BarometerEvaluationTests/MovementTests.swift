import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

private func rate(_ numerator: Double, of denominator: Double, _ step: Int) -> Series.Observation {
    Series.Observation(
        period: Period.halfYear(2013, 1).advanced(by: step),
        value: 100 * numerator / denominator,
        basis: .rate(Series.Counts(numerator: numerator, denominator: denominator))
    )
}

private func gap(_ group: (Double, Double), _ reference: (Double, Double), _ step: Int) -> Series.Observation {
    let (first, second) = (100 * group.0 / group.1, 100 * reference.0 / reference.1)
    return Series.Observation(
        period: Period.halfYear(2013, 1).advanced(by: step),
        value: first - second,
        basis: .gap(
            group: Series.Counts(numerator: group.0, denominator: group.1),
            reference: Series.Counts(numerator: reference.0, denominator: reference.1)
        )
    )
}

private func movement(
    _ observations: [Series.Observation],
    unit: BarometerCore.Unit = .percent,
    margin: Double? = nil,
    target: Target? = nil,
    revisions: RevisionStatistics? = nil
) -> Movement? {
    Assessment(
        of: Series(unit: unit, decimals: 1, observations: observations),
        target: target,
        direction: .decrease,
        edition: Period.halfYear(2013, 1).advanced(by: observations.count - 1),
        background: Assessment.Background(margin: margin, revisions: revisions)
    ).movement
}

@Suite("Movement")
struct MovementTests {
    @Test("methods 4.3: the change of a gap from four rates, as the record tells it")
    func gapChange() throws {
        let observations = [gap((4_800, 30_000), (13_500, 250_000), 0), gap((4_620, 31_000), (13_000, 255_000), 1)]
        let change = try #require(movement(observations, unit: .percentagePoints)?.sinceLastEdition)
        let interval = try #require(change.interval95)
        #expect(isPrinted(change.change, -0.795, decimals: 3))
        #expect(isPrinted(interval.lower, -1.382, decimals: 3) && isPrinted(interval.upper, -0.208, decimals: 3))
        #expect(change.verdict == .better && change.noiseFloor.setBy == .process)
        #expect(isPrinted(change.noiseFloor.value, 0.587, decimals: 3))
    }

    @Test("methods 4.6: what cannot be shown is undetermined and not stable, until a margin says what matters")
    func equivalence() {
        // 30.0 to 29.8 % of 40 000: an interval of about -0.83 to 0.43 points.
        let observations = [rate(12_000, of: 40_000, 0), rate(11_920, of: 40_000, 1)]
        #expect(movement(observations)?.sinceLastEdition?.verdict == .undetermined)
        #expect(movement(observations, margin: 0.5)?.sinceLastEdition?.verdict == .undetermined)
        #expect(movement(observations, margin: 1)?.sinceLastEdition?.verdict == .stable)
    }

    @Test("a change that is shown and smaller than the margin is stable and marked")
    func immaterial() {
        let observations = [rate(1_200_000, of: 4_000_000, 0), rate(1_192_000, of: 4_000_000, 1)]
        let plain = movement(observations)?.sinceLastEdition
        #expect(plain?.verdict == .better && plain?.isImmaterial == false)
        let small = movement(observations, margin: 0.5)?.sinceLastEdition
        #expect(small?.verdict == .stable && small?.isImmaterial == true)
    }

    @Test("figures without counts move by a step of their last decimal, and stand still by none")
    func rounding() {
        let steps = CaseK.series([10.6, 10.5, 10.5])
        let record = Assessment(of: steps, target: nil, direction: .decrease, edition: .halfYear(2011, 2))
        #expect(record.movement?.sinceLastEdition?.verdict == .stable)
        #expect(record.movement?.sinceBaseline?.verdict == .better)
        #expect(record.movement?.noiseFloor?.setBy == .rounding)
        #expect(isPrinted(record.movement?.noiseFloor?.value, 0.1, decimals: 10))
    }

    @Test("a change below what revisions usually come to is undetermined")
    func revisions() throws {
        let usual = try #require(RevisionStatistics(earlier: [1, 1, 1, 1, 1], later: [1.4, 0.6, 1.4, 0.6, 1.4]))
        let steps = [10.6, 10.3].enumerated().map {
            Series.Observation(period: Period.halfYear(2013, 1).advanced(by: $0.offset), value: $0.element)
        }
        let change = try #require(movement(steps, revisions: usual)?.sinceLastEdition)
        #expect(change.verdict == .undetermined && change.noiseFloor.setBy == .revisions)
        #expect(isPrinted(change.noiseFloor.value, 0.4, decimals: 6))
        #expect(movement(steps)?.sinceLastEdition?.verdict == .better)
    }

    @Test("towards a range nearer is better from either side, and within it nothing moves")
    func range() {
        let target = Target(
            .between(45...55),
            baseline: Target.Baseline(period: .halfYear(2013, 1)),
            deadline: .halfYear(2016, 2)
        )
        func verdict(_ values: [Double]) -> Movement.Verdict? {
            let observations = values.enumerated().map {
                Series.Observation(period: Period.halfYear(2013, 1).advanced(by: $0.offset), value: $0.element)
            }
            return movement(observations, target: target)?.sinceLastEdition?.verdict
        }
        #expect(verdict([40, 43]) == .better && verdict([60, 57]) == .better)
        #expect(verdict([60, 63]) == .worse && verdict([40, 37]) == .worse)
        #expect(verdict([46, 54]) == .stable && verdict([40, 62]) == .worse)
    }

    @Test("with counts a verdict is never surer than the interval, and turning the groups round turns it")
    func properties() {
        var generator = SeededGenerator(seed: 46)
        for _ in 0..<1_000 {
            func counts() -> (Double, Double) {
                let whole = Int.random(in: 20...20_000, using: &generator)
                return (Double(Int.random(in: 0...whole, using: &generator)), Double(whole))
            }
            let (first, second) = ((counts(), counts()), (counts(), counts()))
            let there = movement([gap(first.0, first.1, 0), gap(second.0, second.1, 1)], unit: .percentagePoints)?
                .sinceLastEdition
            let back = movement([gap(first.1, first.0, 0), gap(second.1, second.0, 1)], unit: .percentagePoints)?
                .sinceLastEdition
            let interval = there?.interval95
            #expect((interval?.contains(0) ?? false) == (there?.verdict == .undetermined))
            let turned: [Movement.Verdict: Movement.Verdict] = [.better: .worse, .worse: .better]
            #expect(back?.verdict == there.map { turned[$0.verdict] ?? $0.verdict })
        }
    }
}
