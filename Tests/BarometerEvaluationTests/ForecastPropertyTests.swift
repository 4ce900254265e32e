import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

/// Figures with gaps, made at random: values of one decimal at rising half-years.
private struct RandomFigures {
    var figures: [(halfYear: Int, value: Double)]

    init(using generator: inout SeededGenerator, count range: ClosedRange<Int> = 1...18) {
        var halfYear = 4000
        figures = (0..<Int.random(in: range, using: &generator)).map { _ in
            halfYear += Int.random(in: 1...10, using: &generator) > 8 ? 3 : 1
            return (halfYear, Double(Int.random(in: 1...999, using: &generator)) / 10)
        }
    }

    func mapped(_ map: (Double) -> Double) -> [(halfYear: Int, value: Double)] {
        figures.map { ($0.halfYear, map($0.value)) }
    }
}

private func isClose(_ left: Double?, _ right: Double?, relative: Double = 1e-7) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return (left - right).magnitude <= relative * max(1, right.magnitude)
}

/// Every model that some figures allow by its formula alone, whatever the number it should rest on.
private func models(_ history: FigureHistory) -> [any ForecastModel] {
    let all: [(any ForecastModel)?] = [
        RandomWalk(history, drifting: false), RandomWalk(history), LinearTrend(history), TheilSenTrend(history),
        ExponentialSmoothing(history, trend: .none), ExponentialSmoothing(history, trend: .linear),
        ExponentialSmoothing(history, trend: .damped),
    ]
    return all.compactMap { $0 }
}

/// A candidate of the backtest, fitted to as few figures as its formula allows.
private func fitted(_ method: ForecastMethod, _ history: FigureHistory) -> (any ForecastModel)? {
    switch method {
    case .naive: RandomWalk(history, drifting: false)
    case .drift: RandomWalk(history)
    case .linearTrend: LinearTrend(history)
    case .dampedTrend: ExponentialSmoothing(history, trend: .damped)
    case .theilSen, .simpleSmoothing, .holt: nil
    }
}

@Suite("methods 9.1: properties of the forecasts")
struct ForecastPropertyTests {
    private func forAllCases(
        _ seed: UInt64,
        count: ClosedRange<Int> = 1...18,
        _ check: (RandomFigures, inout SeededGenerator) throws -> Void
    ) rethrows {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1200 { try check(RandomFigures(using: &generator, count: count), &generator) }
    }

    @Test("affine: another scale and origin go through every forecast, its error and the backtest")
    func affine() throws {
        try forAllCases(31) { original, generator in
            let (shift, factor) = (250.0, Double(Int.random(in: 1...50, using: &generator)) / 10)
            let plain = try #require(FigureHistory(original.figures))
            let other = try #require(FigureHistory(original.mapped { shift + factor * $0 }))
            for (left, right) in zip(models(plain), models(other)) {
                for ahead in [1, 2, 7] {
                    #expect(isClose(shift + factor * left.value(after: ahead), right.value(after: ahead)))
                    let (error, scaled) = (left.error(after: ahead), right.error(after: ahead))
                    #expect(isClose(error.standardError.map { $0 * factor }, scaled.standardError))
                    #expect(error.degreesOfFreedom == scaled.degreesOfFreedom)
                }
            }
            let (before, after) = (Backtest(plain), Backtest(other))
            #expect(before?.chosen == after?.chosen && before?.trials == after?.trials)
            #expect(isClose(before?.scaledError(of: .drift), after?.scaledError(of: .drift)))
        }
    }

    @Test("time: other units and another origin of time change no forecast of walks and lines")
    func time() throws {
        try forAllCases(32, count: 3...18) { original, generator in
            let (shift, factor) = (17, Int.random(in: 2...8, using: &generator))
            let plain = try #require(FigureHistory(original.figures))
            let stretched = original.figures.map { (halfYear: shift + factor * $0.halfYear, value: $0.value) }
            let other = try #require(FigureHistory(stretched))
            for (left, right) in zip(models(plain), models(other)).prefix(4) {
                for ahead in [1, 3] {
                    #expect(isClose(left.value(after: ahead), right.value(after: factor * ahead)))
                    let (error, same) = (left.error(after: ahead), right.error(after: factor * ahead))
                    #expect(isClose(error.standardError, same.standardError))
                }
            }
            let slopes = (LinearTrend(plain)?.slope, LinearTrend(other)?.slope)
            #expect(isClose(slopes.0.map { $0 / Double(factor) }, slopes.1, relative: 1e-10))
            let robust = (TheilSenTrend(plain)?.line.slope, TheilSenTrend(other)?.line.slope)
            #expect(isClose(robust.0.map { $0 / Double(factor) }, robust.1, relative: 1e-10))
        }
    }

    @Test("the error never shrinks with the horizon, and the interval holds the value and grows with confidence")
    func width() throws {
        try forAllCases(33) { original, _ in
            for range in [NaturalRange.unbounded, .share] {
                let history = try #require(FigureHistory(original.figures, in: range))
                for model in models(history) {
                    var before = 0.0
                    for ahead in 1...40 {
                        guard let error = model.error(after: ahead).standardError else { continue }
                        #expect(error >= before, "\(model.method) \(ahead) half-years ahead of \(original.figures)")
                        before = error
                    }
                }
                for forecast in ForecastMethod.allCases.compactMap({
                    history.forecast(by: $0, for: history.latest.halfYear + 5)
                }) {
                    guard let narrow = forecast.interval(confidence: 0.8),
                        let wide = forecast.interval(confidence: 0.95)
                    else { continue }
                    #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper && narrow.contains(forecast.value))
                }
            }
        }
    }

    @Test("without error the probability is 0 or 1, and says what the test of the target says")
    func certain() throws {
        var generator = SeededGenerator(seed: 34)
        var hits = 0
        for _ in 0..<2000 {
            let slope = Double(Int.random(in: -30...30, using: &generator)) / 10
            let start = Double(Int.random(in: 0...999, using: &generator)) / 10
            let count = Int.random(in: 6...14, using: &generator)
            let ahead = Int.random(in: 1...9, using: &generator)
            let history = try #require(FigureHistory((0..<count).map { (4000 + $0, start + slope * Double($0)) }))
            // Half of the targets lie where the line gets to, give or take a tenth.
            let end = start + slope * Double(count - 1 + ahead)
            let value = end + Double(Int.random(in: -1...1, using: &generator)) / 10
            let target: TargetRange = Bool.random(using: &generator) ? .atMost(value) : .atLeast(value)
            for method in [ForecastMethod.drift, .linearTrend] {
                let forecast = try #require(history.forecast(by: method, for: 3999 + count + ahead))
                #expect(forecast.standardError == 0)
                let probability = try #require(forecast.probability(of: target))
                #expect(probability == 0 || probability == 1)
                #expect((probability == 1) == target.isMet(by: forecast.value))
                #expect(target.isMet(by: forecast.value) == target.isMet(by: end))
                hits += probability == 1 ? 1 : 0
            }
            if slope == 0 {
                let naive = try #require(history.forecast(by: .naive, for: 4050))
                #expect(naive.standardError == 0)
            }
        }
        #expect(1000 < hits && hits < 3000)
    }

    @Test("shares: no forecast and no interval leaves 0 to 100, and the complement tells the same")
    func complement() throws {
        try forAllCases(35, count: 3...18) { original, generator in
            let target = Double(Int.random(in: 1...999, using: &generator)) / 10
            let plain = try #require(FigureHistory(original.figures, in: .share))
            let other = try #require(FigureHistory(original.mapped { 100 - $0 }, in: .share))
            let deadline = plain.latest.halfYear + Int.random(in: 1...30, using: &generator)
            for method in ForecastMethod.allCases {
                guard let one = plain.forecast(by: method, for: deadline) else { continue }
                let two = try #require(other.forecast(by: method, for: deadline))
                #expect(0...100 ~= one.value && isClose(one.value, 100 - two.value))
                let interval = one.interval(confidence: 0.999)
                #expect(interval.map { $0.lower >= 0 && $0.upper <= 100 } ?? true)
                #expect(isClose(one.probability(of: .atMost(target)), two.probability(of: .atLeast(100 - target))))
            }
        }
    }

    @Test("direction: all signs turned leave probabilities, dates and classes")
    func direction() throws {
        try forAllCases(36) { original, generator in
            let target = Double(Int.random(in: 1...999, using: &generator)) / 10
            let first = original.figures[0]
            let deadline = original.figures[original.figures.count - 1].halfYear + 5
            let plain = try #require(
                Outlook(of: original.figures, target: .atMost(target), baseline: first, deadline: deadline)
            )
            let other = try #require(
                Outlook(
                    of: original.mapped { -$0 },
                    target: .atLeast(-target),
                    baseline: (first.halfYear, -first.value),
                    deadline: deadline
                )
            )
            #expect(plain.attainment == other.attainment && plain.attainmentRange == other.attainmentRange)
            #expect(isClose(plain.probabilityMet, other.probabilityMet) && plain.method == other.method)
            #expect(isClose(plain.projected.map { -$0 }, other.projected) && plain.warnings == other.warnings)
            for paceClass in PaceProbabilities.classes {
                let share = plain.paceProbabilities?.probability(of: paceClass)
                #expect(isClose(share, other.paceProbabilities?.probability(of: paceClass)))
            }
        }
    }

    @Test("the classes share the whole probability, and the likeliest holds the median")
    func classes() throws {
        var told = 0
        try forAllCases(37, count: 6...18) { original, generator in
            let target = Double(Int.random(in: 1...999, using: &generator)) / 10
            let first = original.figures[0]
            let outlook = try #require(
                Outlook(of: original.figures, target: .atLeast(target), baseline: first, deadline: first.halfYear + 30)
            )
            guard let classes = outlook.paceProbabilities else { return }
            told += 1
            let shares = PaceProbabilities.classes.map(classes.probability)
            #expect(isClose(shares.reduce(0, +), 1, relative: 1e-12) && shares.allSatisfy { 0...1 ~= $0 })
            #expect(classes.isRobust == (shares.max().map { $0 >= 0.8 - 1e-9 } ?? false))
            #expect(classes.probability(of: classes.likeliest) == shares.max())
            // The index itself is the median, so its class and those above it hold at least half.
            let reached = ScheduleClass(index: classes.index)
            let atLeast = zip(PaceProbabilities.classes, shares).filter {
                $0.0.leastIndex >= reached.leastIndex
            }
            #expect(atLeast.reduce(0) { $0 + $1.1 } >= 0.5 - 1e-9)
        }
        #expect(told > 300)
    }

    @Test("the backtest is what each method says when fitted anew at every point")
    func backtest() throws {
        try forAllCases(38, count: 4...18) { original, _ in
            for range in [NaturalRange.unbounded, .share] {
                let history = try #require(FigureHistory(original.figures, in: range))
                let backtest = try #require(Backtest(history))
                for entry in backtest.entries {
                    var sum = 0.0
                    for known in 3..<history.count {
                        let past = try #require(FigureHistory(Array(original.figures.prefix(known)), in: range))
                        let model = try #require(fitted(entry.method, past))
                        let forecast = try #require(past.forecast(by: model, for: history.halfYears[known]))
                        sum += (history.values[known] - forecast.value).magnitude
                    }
                    #expect(isClose(entry.meanAbsoluteError, sum / Double(history.count - 3), relative: 1e-9))
                }
            }
        }
    }

    @Test("figures on a line: the drift wins over the line, whatever rounding does, and a level over both")
    func plainest() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<1200 {
            let slope = Double(Int.random(in: -30...30, using: &generator)) / 10
            let start = Double(Int.random(in: 0...999, using: &generator)) / 10
            let count = Int.random(in: 4...30, using: &generator)
            let history = try #require(FigureHistory((0..<count).map { (4000 + $0, start + slope * Double($0)) }))
            #expect(Backtest(history)?.chosen == (slope == 0 ? .naive : .drift))
        }
    }

    @Test("the pace so far, continued, covers as much of the way as share over time says")
    func continued() throws {
        forAllCases(39, count: 2...18) { original, generator in
            let (first, last) = (original.figures[0], original.figures[original.figures.count - 1])
            let target = first.value + Double(Int.random(in: 1...500, using: &generator)) / 10
            let deadline = last.halfYear + Int.random(in: 1...20, using: &generator)
            guard let pace = SteadyPace(from: first, to: last) else { return }
            let achieved = (last.value - first.value) / (target - first.value)
            let time = Double(last.halfYear - first.halfYear) / Double(deadline - first.halfYear)
            let atDeadline = (pace.value(at: deadline) - first.value) / (target - first.value)
            #expect(isClose(atDeadline, achieved / time))
            if let ahead = pace.halfYears(to: target) {
                #expect(isClose(last.value + ahead * pace.rate, target))
            }
        }
    }

    @Test("the range of attainment by the line is its inverse prediction")
    func inverse() throws {
        var bounded = 0
        try forAllCases(40, count: 6...18) { original, generator in
            // A clear trend, so that some ranges have two ends.
            let noise = Double(Int.random(in: 1...20, using: &generator))
            let figures = original.figures.map { figure in
                (
                    halfYear: figure.halfYear,
                    value: 200 - 2 * Double(figure.halfYear - 4000) + figure.value / 100 * noise
                )
            }
            let history = try #require(FigureHistory(figures))
            let line = try #require(LinearTrend(history))
            let target = TargetRange.atMost(history.latest.value - 10)
            let range = try #require(
                AttainmentRange(of: target, from: history, by: line, confidence: 0.95)
            )
            let span = Double(history.span)
            let places = try #require(line.placesCovering(target.upper, confidence: 0.95)?.onwards(from: span))
            let first = history.halfYears[0]
            switch range {
            case .within(let halfYears):
                bounded += 1
                let last = try #require(places.last)
                #expect(halfYears.lowerBound == first + max(Int(places.first.rounded(.up)), Int(span) + 1))
                #expect(halfYears.upperBound == first + Int(last.rounded(.up)))
            case .from(let halfYear):
                #expect(halfYear == first + max(Int(places.first.rounded(.up)), Int(span) + 1))
                #expect(places.last.map { Int($0) > Int(span) + Attainment.horizon } ?? true)
            case .beyondHorizon:
                #expect(Int(places.first) > Int(span) + Attainment.horizon)
            }
        }
        #expect(bounded > 300)
    }
}
