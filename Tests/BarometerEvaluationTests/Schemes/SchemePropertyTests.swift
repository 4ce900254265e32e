import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

/// A series with a goal, made at random; values may be negative and cross zero.
private struct RandomCase {
    var values: [Double]
    var target: Double
    var isAtMost: Bool
    var deadline: Int
    var limit: Double

    init(using generator: inout SeededGenerator, allowed range: ClosedRange<Int> = -400...800) {
        values = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
            Double(Int.random(in: range, using: &generator)) / 8
        }
        target = Double(Int.random(in: range, using: &generator)) / 8 + 0.0625
        isAtMost = Bool.random(using: &generator)
        deadline = 4021 + Int.random(in: 0...24, using: &generator)
        limit = Double(Int.random(in: 0...800, using: &generator)) / 8
    }

    /// The facts with a map of all values; flipped, the better way is the other one.
    func facts(flipped: Bool = false, hasGoal: Bool = true, _ map: (Double) -> Double = { $0 }) -> SchemeCase {
        let aim: SchemeCase.Aim = isAtMost != flipped ? .atMost(map(target)) : .atLeast(map(target))
        return SchemeCase(
            figures: values.enumerated().map { .init(halfYear: 4021 + $0, value: map($1)) },
            baseline: values.first.map { .init(halfYear: 4021, value: map($0)) },
            goal: hasGoal ? .init(aim, deadline: deadline) : nil,
            direction: isAtMost != flipped ? .decrease : .increase,
            limit: map(limit),
            reference: OECDScheme.ReferenceSpread(of: [1, 4, 9, 16].map(map)),
            goalposts: .init(worst: map(100), best: map(-20))
        )
    }
}

private func isClose(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return (left - right).magnitude <= 1e-7 * max(1, left.magnitude, right.magnitude)
}

@Suite("methods 9.1: properties of the schemes")
struct SchemePropertyTests {
    private func forAllCases(
        _ seed: UInt64,
        allowed range: ClosedRange<Int> = -400...800,
        _ check: (RandomCase, inout SeededGenerator) -> Void
    ) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1500 { check(RandomCase(using: &generator, allowed: range), &generator) }
    }

    @Test(
        "direction: negating values, target and what is better leaves every class and reason",
        arguments: [true, false]
    )
    func direction(_ hasGoal: Bool) {
        forAllCases(21) { original, _ in
            guard original.values.first != 0 else { return }
            let plain = SchemeVerdicts(original.facts(hasGoal: hasGoal), sinceBaseline: nil)
            let other = SchemeVerdicts(original.facts(flipped: true, hasGoal: hasGoal) { -$0 }, sinceBaseline: nil)
            #expect(plain.nationalBarometer.verdict?.development == other.nationalBarometer.verdict?.development)
            #expect(plain.eurostatTrend == other.eurostatTrend)
            #expect(
                plain.eurostatLongTerm == other.eurostatLongTerm && plain.eurostatShortTerm == other.eurostatShortTerm
            )
            #expect(plain.eurostatTarget == other.eurostatTarget)
            #expect(plain.openSDG == other.openSDG)
            #expect(plain.unsd2023 == other.unsd2023)
            #expect(plain.escapCurrentStatus == other.escapCurrentStatus)
            #expect(
                plain.escapAnticipatedProgress.map { $0.verdict?.category }
                    == other.escapAnticipatedProgress.map { $0.verdict?.category }
            )
            #expect(plain.oecdTrend.verdict?.direction == other.oecdTrend.verdict?.direction)
            #expect(isClose(plain.oecdDistance.verdict?.deviations, other.oecdDistance.verdict?.deviations))
            #expect(plain.sdsnScore == other.sdsnScore)
            #expect(plain.sdsnArrow == other.sdsnArrow && plain.sdsnArrowSinceBaseline == other.sdsnArrowSinceBaseline)
            #expect(plain.destatis.verdict?.symbol == other.destatis.verdict?.symbol)
            #expect(plain.destatis.reason == other.destatis.reason)
            #expect(plain.istat == other.istat)
        }
    }

    @Test("complement and shift: linear schemes keep their numbers under 100 - y and under y + 50")
    func linear() {
        forAllCases(22, allowed: 1...792) { original, _ in
            let plain = original.facts()
            for other in [original.facts(flipped: true, { 100 - $0 }), original.facts { $0 + 50 }] {
                #expect(
                    isClose(ESCAPCurrentStatus.index(of: plain).verdict, ESCAPCurrentStatus.index(of: other).verdict)
                )
                for decay in ESCAPAnticipatedProgress.decays {
                    let one = ESCAPAnticipatedProgress.verdict(of: plain, decay: decay).verdict
                    let two = ESCAPAnticipatedProgress.verdict(of: other, decay: decay).verdict
                    #expect(isClose(one?.gap, two?.gap))
                }
                #expect(isClose(SDSNScheme.arrow(of: plain).verdict?.ratio, SDSNScheme.arrow(of: other).verdict?.ratio))
                #expect(
                    isClose(
                        SDSNScheme.arrowSinceBaseline(of: plain).verdict?.ratio,
                        SDSNScheme.arrowSinceBaseline(of: other).verdict?.ratio
                    )
                )
                let (sky, otherSky) = (DestatisScheme.verdict(of: plain), DestatisScheme.verdict(of: other))
                #expect(isClose(sky.verdict?.missedShare, otherSky.verdict?.missedShare))
                #expect(
                    OECDScheme.trend(of: plain).verdict?.direction == OECDScheme.trend(of: other).verdict?.direction
                )
            }
        }
    }

    @Test("complement guard: growth rates change under 100 - y wherever anything moved")
    func guarded() {
        var compared = 0
        forAllCases(23, allowed: 1...792) { original, _ in
            guard let first = original.values.first, let last = original.values.last, first != last,
                first + last != 100, first + original.target != 100
            else { return }
            let plain = EurostatTrendScheme.verdict(of: original.facts()).verdict?.growth
            let other = EurostatTrendScheme.verdict(of: original.facts(flipped: true) { 100 - $0 }).verdict?.growth
            #expect(plain != nil && !isClose(plain, other))
            compared += 1
        }
        #expect(compared > 1000)
    }

    @Test("scale: every class is the same in another unit")
    func scale() {
        forAllCases(24) { original, generator in
            let factor = Double([2, 4, 8, 16].randomElement(using: &generator) ?? 2)
            guard original.values.first != 0 else { return }
            let (plain, other) = (original.facts(), original.facts { factor * $0 })
            #expect(EurostatTrendScheme.verdict(of: plain) == EurostatTrendScheme.verdict(of: other))
            #expect(EurostatTargetScheme.verdict(of: plain) == EurostatTargetScheme.verdict(of: other))
            #expect(OpenSDGScheme.verdict(of: plain) == OpenSDGScheme.verdict(of: other))
            #expect(UNStatisticsScheme.verdict(of: plain) == UNStatisticsScheme.verdict(of: other))
            #expect(ISTATScheme.verdict(of: plain) == ISTATScheme.verdict(of: other))
            #expect(ESCAPCurrentStatus.index(of: plain) == ESCAPCurrentStatus.index(of: other))
            #expect(SDSNScheme.arrow(of: plain) == SDSNScheme.arrow(of: other))
            #expect(
                DestatisScheme.verdict(of: plain).verdict?.symbol == DestatisScheme.verdict(of: other).verdict?.symbol
            )
        }
    }

    @Test("monotone: a better latest value never gives a worse class")
    func monotone() {
        forAllCases(25, allowed: 1...792) { original, generator in
            guard original.values.count > 1 else { return }
            var better = original
            let step = Double(Int.random(in: 1...80, using: &generator)) / 8
            better.values[better.values.count - 1] += original.isAtMost ? -step : step
            guard better.values.last.map({ $0 > 0 }) == true else { return }
            let (before, after) = (original.facts(), better.facts())
            func holds<Value: Comparable>(_ one: Value?, _ two: Value?) -> Bool {
                guard let one, let two else { return true }
                return two >= one
            }
            #expect(
                holds(
                    EurostatTargetScheme.verdict(of: before).verdict?.ratio,
                    EurostatTargetScheme.verdict(of: after).verdict?.ratio
                )
            )
            #expect(holds(OpenSDGScheme.verdict(of: before).score, OpenSDGScheme.verdict(of: after).score))
            #expect(
                holds(
                    UNStatisticsScheme.verdict(of: before).verdict?.category.rawValue,
                    UNStatisticsScheme.verdict(of: after).verdict?.category.rawValue
                )
            )
            #expect(holds(ESCAPCurrentStatus.index(of: before).verdict, ESCAPCurrentStatus.index(of: after).verdict))
            #expect(
                holds(ISTATScheme.verdict(of: before).verdict?.growth, ISTATScheme.verdict(of: after).verdict?.growth)
            )
            #expect(
                holds(
                    SDSNScheme.arrow(of: before).verdict?.arrow.points,
                    SDSNScheme.arrow(of: after).verdict?.arrow.points
                )
            )
            let symbols = DestatisScheme.Symbol.allCases
            func rank(_ facts: SchemeCase) -> Int? {
                DestatisScheme.verdict(of: facts).verdict.flatMap { symbols.firstIndex(of: $0.symbol) }.map { -$0 }
            }
            #expect(holds(rank(before), rank(after)))
        }
    }

    @Test("no number is ever infinite or none")
    func finite() {
        forAllCases(26) { original, _ in
            let all = SchemeVerdicts(original.facts(), sinceBaseline: nil)
            let numbers = [
                all.eurostatTrend.verdict?.growth, all.eurostatTarget.verdict?.ratio, all.openSDG.value,
                all.openSDG.score,
                all.unsd2023.verdict?.share, all.escapCurrentStatus.verdict, all.sdsnArrow.verdict?.ratio,
                all.destatis.verdict?.missedShare, all.istat.verdict?.growth, all.oecdTrend.verdict?.p,
                all.escapAnticipatedProgress.last?.verdict?.gap,
            ]
            #expect(numbers.allSatisfy { $0?.isFinite ?? true })
        }
    }
}
