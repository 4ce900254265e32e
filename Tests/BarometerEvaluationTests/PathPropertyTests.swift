import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

private let start = 4020

/// A target from a baseline, made at random: a share between 1 and 99 to another, over 2 to 12 half-years.
private struct RandomPath {
    var baseline: Double
    var aim: Target.Aim
    var path: Target.Path
    var steps: Int

    enum Shape: CaseIterable {
        case linear, geometric, logit, milestones, steps
    }

    init(_ shape: Shape, using generator: inout SeededGenerator) {
        steps = Int.random(in: 2...12, using: &generator)
        baseline = Double(Int.random(in: 10...989, using: &generator)) / 10
        let goal = Double(Int.random(in: 10...989, using: &generator)) / 10 + 0.05
        aim = goal < baseline ? .atMost(goal) : .atLeast(goal)
        switch shape {
        case .linear: path = .linear
        case .geometric: path = .geometric
        case .logit: path = .logit
        case .milestones: path = .milestones([])
        case .steps: path = .steps([])
        }
        guard shape == .milestones || shape == .steps else { return }
        // Values in order between baseline and target, so that the path never turns.
        let dates = (1..<steps).filter { _ in Bool.random(using: &generator) }
        let shares = dates.map { _ in Double.random(in: 0.01...0.99, using: &generator) }.sorted()
        let milestones = zip(dates, shares).map { step, share in
            Target.Milestone(
                period: Period(.halfYearly, ordinal: start + step),
                value: baseline + share * (goal - baseline)
            )
        }
        path = shape == .steps ? .steps(milestones) : .milestones(milestones)
    }

    func mapped(flipped: Bool = false, _ map: (Double) -> Double) -> RandomPath {
        var copy = self
        copy.baseline = map(baseline)
        let goal = map(aim.bounds[0])
        copy.aim = (aim.direction == .decrease) != flipped ? .atMost(goal) : .atLeast(goal)
        let milestones = path.milestones.map { Target.Milestone(period: $0.period, value: map($0.value)) }
        if case .milestones = path { copy.path = .milestones(milestones) }
        if case .steps = path { copy.path = .steps(milestones) }
        return copy
    }

    var target: Target {
        Target(
            aim,
            baseline: Target.Baseline(period: Period(.halfYearly, ordinal: start), value: baseline),
            deadline: Period(.halfYearly, ordinal: start + steps),
            path: path
        )
    }

    var trajectory: Trajectory? { Trajectory(from: baseline, at: start, to: target) }
    var sign: Double { aim.direction == .decrease ? -1 : 1 }
}

private func isClose(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-6) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return (left - right).magnitude <= tolerance * max(1, right.magnitude)
}

@Suite("methods 9.1: properties of paths")
struct PathPropertyTests {
    private func forAll(
        _ seed: UInt64,
        _ shapes: [RandomPath.Shape],
        _ check: (RandomPath, inout SeededGenerator) throws -> Void
    )
        rethrows
    {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1200 {
            for shape in shapes { try check(RandomPath(shape, using: &generator), &generator) }
        }
    }

    @Test("e(0) is the baseline, e(N) the target, and the path never turns", arguments: RandomPath.Shape.allCases)
    fileprivate func ends(_ shape: RandomPath.Shape) throws {
        try forAll(31, [shape]) { random, _ in
            let path = try #require(random.trajectory)
            #expect(path.value(at: start) == random.baseline && path.value(at: path.end) == random.aim.bounds[0])
            for halfYear in start..<path.end {
                #expect(random.sign * (path.value(at: halfYear + 1) - path.value(at: halfYear)) >= -1e-9)
            }
        }
    }

    @Test("s*(e(s)) = s on continuous paths, and the last half-year of the step on stepped ones")
    func inverse() throws {
        try forAll(32, [.linear, .geometric, .logit, .milestones]) { random, _ in
            let path = try #require(random.trajectory)
            for halfYear in start...path.end {
                #expect((path.delay(of: path.value(at: halfYear), at: halfYear) ?? 9).magnitude < 1e-6, "\(random)")
            }
        }
        try forAll(33, [.steps]) { random, _ in
            let path = try #require(random.trajectory)
            for halfYear in start..<path.end {
                let value = path.value(at: halfYear)
                let last = (halfYear..<path.end).last { path.value(at: $0) == value } ?? halfYear
                #expect(path.delay(of: value, at: halfYear) == Double(halfYear - last))
            }
        }
    }

    @Test("affine: another scale and origin leave delay and share on straight and stepped paths, and scale the points")
    func affine() throws {
        try forAll(34, [.linear, .milestones, .steps]) { random, generator in
            let factor = Double(Int.random(in: 1...50, using: &generator)) / 10
            let value = Double(Int.random(in: 0...1000, using: &generator)) / 10
            let plain = try #require(random.trajectory)
            let other = try #require(random.mapped { 100 + factor * $0 }.trajectory)
            for halfYear in start...plain.end + 2 {
                #expect(
                    isClose(plain.delay(of: value, at: halfYear), other.delay(of: 100 + factor * value, at: halfYear))
                )
                let variance = other.variance(of: 100 + factor * value, at: halfYear)
                #expect(isClose(factor * plain.variance(of: value, at: halfYear), variance))
            }
            #expect(isClose(plain.achievedShare(of: value), other.achievedShare(of: 100 + factor * value)))
        }
    }

    @Test(
        "complement: 100 - y the other way round leaves all on straight, stepped and logit paths, and not geometric ones"
    )
    func complement() throws {
        var differs = false
        try forAll(35, [.linear, .milestones, .steps, .logit, .geometric]) { random, generator in
            let value = Double(Int.random(in: 1...999, using: &generator)) / 10
            let plain = try #require(random.trajectory)
            let other = try #require(random.mapped(flipped: true) { 100 - $0 }.trajectory)
            for halfYear in start...plain.end {
                let delays = (plain.delay(of: value, at: halfYear), other.delay(of: 100 - value, at: halfYear))
                let variances = (plain.variance(of: value, at: halfYear), other.variance(of: 100 - value, at: halfYear))
                if random.path == .geometric {
                    differs = differs || !isClose(variances.0, variances.1)
                } else {
                    #expect(isClose(delays.0, delays.1) && isClose(variances.0, variances.1), "\(random) \(value)")
                }
            }
        }
        #expect(differs, "the geometric path must notice the complement")
    }

    @Test("direction: negating everything leaves delay, share and variance")
    func direction() throws {
        try forAll(36, [.linear, .milestones, .steps]) { random, generator in
            let value = Double(Int.random(in: 0...1000, using: &generator)) / 10
            let plain = try #require(random.trajectory)
            let other = try #require(random.mapped(flipped: true) { -$0 }.trajectory)
            for halfYear in start...plain.end {
                #expect(plain.delay(of: value, at: halfYear) == other.delay(of: -value, at: halfYear))
                #expect(plain.variance(of: value, at: halfYear) == other.variance(of: -value, at: halfYear))
            }
            #expect(plain.achievedShare(of: value) == other.achievedShare(of: -value))
        }
    }

    @Test("monotone: a better value is never later, never less ahead and never a smaller share")
    func monotone() throws {
        try forAll(37, RandomPath.Shape.allCases) { random, generator in
            let value = Double(Int.random(in: 0...1000, using: &generator)) / 10
            let better = value + random.sign * Double(Int.random(in: 1...300, using: &generator)) / 10
            let path = try #require(random.trajectory)
            for halfYear in start...path.end + 2 {
                let delays = (path.delay(of: value, at: halfYear), path.delay(of: better, at: halfYear))
                #expect((delays.1 ?? 0) <= (delays.0 ?? 0) + 1e-9, "\(random) \(value) \(better)")
                #expect(path.variance(of: better, at: halfYear) > path.variance(of: value, at: halfYear))
            }
            #expect((path.achievedShare(of: better) ?? 1) > (path.achievedShare(of: value) ?? 0))
        }
    }

    @Test("the observed pace continued to the deadline covers A(N) = A/u of the way, and the required one lands on it")
    func paces() throws {
        try forAll(38, [.linear]) { random, generator in
            let step = Int.random(in: 1..<random.steps, using: &generator)
            let value = Double(Int.random(in: 0...1000, using: &generator)) / 10
            var values: [Double?] = Array(repeating: nil, count: step + 1)
            (values[0], values[step]) = (random.baseline, value)
            let record = Assessment(
                of: CaseK.series(values, from: Period(.halfYearly, ordinal: start)),
                target: random.target,
                direction: .decrease,
                edition: Period(.halfYearly, ordinal: start + step)
            )
            let path = try #require(record.trajectory)
            let pace = try #require(SteadyPace(from: (start, random.baseline), to: (start + step, value)))
            let projected = pace.value(at: start + random.steps)
            #expect(isClose(path.achievedShare(of: projected), record.pace?.index))
            guard let required = record.pace?.required else { return }
            #expect(isClose(value + required * Double(random.steps - step), random.aim.bounds[0]))
        }
    }

    @Test("two-sided: a value on the other side of parity is judged as the one as far away on this side")
    func mirrored() throws {
        try forAll(39, [.linear, .milestones, .steps]) { random, generator in
            var target = random.target
            let goal = random.aim.bounds[0]
            target.aim = .parity(goal)
            let parity = try #require(Trajectory(from: random.baseline, at: start, to: target))
            let plain = try #require(random.trajectory)
            let away = Double(Int.random(in: 1...400, using: &generator)) / 10
            for halfYear in start...parity.end {
                let (near, far) = (goal - random.sign * away, goal + random.sign * away)
                #expect(isClose(parity.variance(of: near, at: halfYear), plain.variance(of: near, at: halfYear)))
                #expect(isClose(parity.variance(of: far, at: halfYear), plain.variance(of: near, at: halfYear)))
                #expect(isClose(parity.delay(of: far, at: halfYear), plain.delay(of: near, at: halfYear)))
            }
        }
    }
}
