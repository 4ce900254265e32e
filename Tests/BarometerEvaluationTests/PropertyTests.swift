import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

/// A goal with its figures, made at random.
private struct Case {
    var values: [Double]
    var target: Double
    var comparator: Target.Comparator
    var steps: Int

    init(using generator: inout SeededGenerator) {
        steps = Int.random(in: 2...12, using: &generator)
        let count = Int.random(in: 1...steps + 2, using: &generator)
        values = (0..<count).map { _ in Double(Int.random(in: 1...990, using: &generator)) / 10 }
        target = Double(Int.random(in: 1...990, using: &generator)) / 10 + 0.05
        comparator = Bool.random(using: &generator) ? .atMost : .atLeast
    }

    func mapped(flipped: Bool = false, _ map: (Double) -> Double) -> Case {
        var copy = self
        copy.values = values.map(map)
        copy.target = map(target)
        if flipped { copy.comparator = comparator == .atMost ? .atLeast : .atMost }
        return copy
    }

    var assessment: Assessment {
        let start = Period.halfYear(2010, 1)
        return Assessment(
            of: CaseK.series(values, from: start, decimals: 6),
            target: Target(
                comparator: comparator,
                value: target,
                baseline: Target.Baseline(period: start),
                deadline: start.advanced(by: steps)
            ),
            direction: .decrease,
            edition: start.advanced(by: values.count - 1)
        )
    }
}

private func isClose(_ left: Double?, _ right: Double?, scale: Double = 1) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return (left * scale - right).magnitude <= 1e-7 * max(1, right.magnitude)
}

@Suite("Properties of the assessment")
struct PropertyTests {
    private func forAllCases(_ seed: UInt64, _ check: (Case, inout SeededGenerator) -> Void) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1500 { check(Case(using: &generator), &generator) }
    }

    @Test("affine: another scale and origin leave shares and words, and scale the points")
    func affine() {
        forAllCases(11) { original, generator in
            let factor = Double(Int.random(in: 1...50, using: &generator)) / 10
            let other = original.mapped { 100 + factor * $0 }.assessment
            let plain = original.assessment
            #expect(isClose(plain.pace?.index, other.pace?.index))
            #expect(isClose(plain.schedule?.delayHalfYears, other.schedule?.delayHalfYears))
            #expect(isClose(plain.pace?.acceleration, other.pace?.acceleration))
            #expect(isClose(plain.schedule?.variance, other.schedule?.variance, scale: factor))
            #expect(isClose(plain.pace?.bestRecord, other.pace?.bestRecord, scale: factor))
            #expect(plain.headline.code == other.headline.code)
        }
    }

    @Test("complement: 100 - y the other way round leaves every linear answer")
    func complement() {
        forAllCases(12) { original, _ in
            let (plain, other) = (original.assessment, original.mapped(flipped: true) { 100 - $0 }.assessment)
            #expect(isClose(plain.pace?.index, other.pace?.index))
            #expect(isClose(plain.schedule?.variance, other.schedule?.variance))
            #expect(isClose(plain.level?.distance, other.level?.distance))
            #expect(plain.headline.code == other.headline.code)
            #expect(plain.schemes.copenhagen == other.schemes.copenhagen)
        }
    }

    @Test("direction: negating everything leaves every word")
    func direction() {
        forAllCases(13) { original, _ in
            let (plain, other) = (original.assessment, original.mapped(flipped: true) { -$0 }.assessment)
            #expect(plain.headline.code == other.headline.code)
            #expect(plain.movement?.sinceBaseline?.verdict == other.movement?.sinceBaseline?.verdict)
        }
    }

    @Test("path: it starts at the baseline, ends at the target, and a figure on it is on schedule")
    func path() {
        forAllCases(14) { original, _ in
            guard let path = original.assessment.trajectory, !path.isLevel else { return }
            #expect(path.value(at: path.start) == path.startValue)
            #expect(isClose(path.value(at: path.end), path.target))
            for step in 1..<original.steps {
                var onPath = original
                onPath.values = (0...step).map { path.value(at: path.start + $0) }
                let record = onPath.assessment
                #expect(isClose(record.pace?.index, 1))
                #expect((record.schedule?.delayHalfYears ?? 1).magnitude < 1e-6)
                #expect(record.headline.code == .onSchedule)
            }
        }
    }

    @Test("the required pace followed to the end lands on the target")
    func requiredPace() {
        forAllCases(15) { original, _ in
            let record = original.assessment
            guard let required = record.pace?.required, let latest = record.latest else { return }
            let remaining = Double(original.steps - (original.values.count - 1))
            #expect(isClose(latest.value + required * remaining, original.target))
        }
    }

    @Test("monotone: a better last figure never gives a worse word")
    func monotone() {
        let rank: [Headline.Code: Int] = [
            .met: 6, .metSlipping: 5, .onSchedule: 4, .behindReachable: 3, .behindUnprecedented: 2, .wrongWay: 1,
            .missed: 0,
        ]
        forAllCases(16) { original, generator in
            guard original.values.count > 1 else { return }
            let sign = original.comparator == .atMost ? -1.0 : 1.0
            var better = original
            better.values[better.values.count - 1] += sign * Double(Int.random(in: 1...300, using: &generator)) / 10
            guard let before = rank[original.assessment.headline.code],
                let after = rank[better.assessment.headline.code]
            else { return }
            #expect(
                after >= before,
                "\(original) gives \(original.assessment.headline.code), better \(better.assessment.headline.code)"
            )
        }
    }

    @Test("figures after the edition change nothing")
    func laterFigures() {
        forAllCases(17) { original, _ in
            let start = Period.halfYear(2010, 1)
            let target = Target(
                comparator: original.comparator,
                value: original.target,
                baseline: Target.Baseline(period: start),
                deadline: start.advanced(by: original.steps)
            )
            let edition = start.advanced(by: original.values.count / 2)
            let all = Assessment(
                of: CaseK.series(original.values, from: start),
                target: target,
                direction: .decrease,
                edition: edition
            )
            let known = Array(original.values.prefix(original.values.count / 2 + 1))
            let part = Assessment(
                of: CaseK.series(known, from: start),
                target: target,
                direction: .decrease,
                edition: edition
            )
            #expect(all.headline.code == part.headline.code && all.pace?.bestRecord == part.pace?.bestRecord)
        }
    }
}
