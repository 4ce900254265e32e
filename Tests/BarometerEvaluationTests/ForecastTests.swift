import BarometerEvaluation
import BarometerIndicators
import Testing

/// Figures of successive half-years from 2010H2 on, the start of case K.
func halfYearly(_ values: [Double]) -> [(halfYear: Int, value: Double)] {
    values.enumerated().map { (4021 + $0.offset, $0.element) }
}

private func history(_ values: [Double], in range: NaturalRange = .unbounded) -> FigureHistory {
    guard let history = FigureHistory(halfYearly(values), in: range) else { preconditionFailure("there are figures") }
    return history
}

/// Figures at half-years of their own.
private func history(_ figures: [(halfYear: Int, value: Double)]) -> FigureHistory {
    guard let history = FigureHistory(figures) else { preconditionFailure("there are figures") }
    return history
}

/// A forecast of a model two half-years after case K ends, whatever the number of figures it should rest on.
private func forecast(_ model: some ForecastModel, error: ErrorDistribution? = nil) throws -> Forecast {
    try #require(
        Forecast(
            method: model.method,
            halfYear: 4029,
            expected: model.value(after: 2),
            error: error ?? model.error(after: 2),
            scale: .plain(within: -.infinity ... .infinity)
        )
    )
}

private func isPrinted(_ interval: Interval?, _ lower: Double, _ upper: Double, decimals: Int) -> Bool {
    isPrinted(interval?.lower, lower, decimals: decimals) && isPrinted(interval?.upper, upper, decimals: decimals)
}

@Suite("methods 2.4: projection and date of attainment")
struct SteadyPaceTests {
    @Test(
        "case K in 2012H2 and 2013H2",
        arguments: [(4025, 9.7, 8.8, 3.0, 17.33), (4027, 8.9, 8.333, 2.533, 10.94)]
    )
    func caseK(_ halfYear: Int, _ value: Double, _ projected: Double, _ shortfall: Double, _ ahead: Double) throws {
        let pace = try #require(SteadyPace(from: (4021, 10.6), to: (halfYear, value)))
        #expect(isPrinted(pace.value(at: 4029), projected, decimals: 3))
        #expect(isPrinted(pace.value(at: 4029) - 5.8, shortfall, decimals: 3))
        #expect(isPrinted(pace.halfYears(to: 5.8), ahead, decimals: 2))
    }

    @Test("case K at a geometric pace: 8.396, and 10.35 years after the base")
    func geometric() throws {
        let pace = try #require(SteadyPace(from: (4021, 10.6), to: (4027, 8.9), growth: .geometric))
        #expect(isPrinted(pace.value(at: 4029), 8.396, decimals: 3))
        let ahead = try #require(pace.halfYears(to: 5.8))
        #expect(isPrinted((6 + ahead) / 2, 10.35, decimals: 2))
        #expect(SteadyPace(from: (4021, 10.6), to: (4027, 0), growth: .geometric) == nil)
        #expect(SteadyPace(from: (4021, -1), to: (4027, 2), growth: .geometric) == nil)
        #expect(pace.halfYears(to: 0) == nil && pace.halfYears(to: 11) == nil)
    }

    @Test("real figures: 10.9 in 2011 and 6.3 in 2017 reach 5.8 about 2017.65, three years after the deadline")
    func copenhagen() throws {
        let (first, last) = ((halfYear: 4023, value: 10.9), (halfYear: 4035, value: 6.3))
        let pace = try #require(SteadyPace(from: first, to: last))
        #expect(isPrinted(2 * pace.rate, -0.767, decimals: 3))
        let ahead = try #require(pace.halfYears(to: 5.8))
        #expect(isPrinted(2017 + ahead / 2, 2017.65, decimals: 2))
        let outlook = try #require(
            Outlook(of: [first, last], target: .atMost(5.8), baseline: first, deadline: 4029)
        )
        // The annual figure of 2017 stands at its second half; 1.3 half-years later is within 2018H2.
        #expect(outlook.attainment == .at(halfYear: 4037))
        #expect(outlook.projection == nil && outlook.interval95 == nil && outlook.probabilityMet == nil)
    }

    @Test("no pace before the baseline, no date where nothing moves or all moves away")
    func edges() throws {
        #expect(
            SteadyPace(from: (4021, 10), to: (4021, 9)) == nil && SteadyPace(from: (4022, 10), to: (4021, 9)) == nil
        )
        let (still, away) = (SteadyPace(from: (0, 10), to: (4, 10)), SteadyPace(from: (0, 10), to: (4, 11)))
        #expect(still?.halfYears(to: 9) == nil && away?.halfYears(to: 9) == nil)
        #expect(still?.halfYears(to: 10) == 0 && away?.halfYears(to: 12) == 4)
    }
}

@Suite("methods 3.1: seasonal term")
struct SeasonalTermTests {
    @Test("case K: the first half adds 0.142, standard error 0.274, t 0.52")
    func caseK() throws {
        let term = try #require(SeasonalTerm(history(CaseK.values)))
        #expect(isPrinted(term.effect, 0.142, decimals: 3) && isPrinted(term.standardError, 0.274, decimals: 3))
        #expect(isPrinted(term.t, 0.52, decimals: 2) && term.degreesOfFreedom == 4 && term.pairs == 3)
        #expect(!term.isSignificant)
    }

    @Test("it is tested from three years with both halves on")
    func pairs() throws {
        // From 2010H2 on, six figures hold two whole years, and six from 2011H1 on hold three.
        #expect(SeasonalTerm(history(Array(CaseK.values.prefix(6)))) == nil)
        let whole = (0..<6).map { (halfYear: 4022 + $0, value: Double($0 % 2)) }
        let term = try #require(SeasonalTerm(history(whole)))
        #expect(term.pairs == 3 && term.standardError == 0 && term.t == nil && term.isSignificant)
        #expect((term.effect + 1).magnitude < 1e-12)
        let annual = (0..<12).map { (halfYear: 4021 + 2 * $0, value: Double($0 * $0)) }
        #expect(SeasonalTerm(history(annual)) == nil)
        // Second and first half of different years stand side by side and are no pair.
        let apart = (0..<12).map { step -> (halfYear: Int, value: Double) in
            (4021 + 4 * (step / 2) + step % 2, Double(step * step))
        }
        #expect(SeasonalTerm(history(apart)) == nil)
    }

    @Test("a jump between halves is found, beside a trend")
    func found() throws {
        let noise = [0.1, -0.1, 0]
        let values = (0..<12).map { step -> Double in
            let season = step % 2 == 0 ? 0.0 : 2.0
            return 20 - 0.3 * Double(step) + season + noise[step % 3]
        }
        let term = try #require(SeasonalTerm(history(values)))
        #expect(isPrinted(term.effect, 2, decimals: 0) && term.isSignificant)
    }
}

@Suite("methods 3.2: random walk with drift")
struct RandomWalkTests {
    @Test("case K: drift, spread, forecast, and intervals by the normal and by Student's distribution")
    func caseK() throws {
        let walk = try #require(RandomWalk(history(CaseK.values)))
        #expect(isPrinted(walk.drift, -0.28333, decimals: 5) && isPrinted(walk.deviation, 0.35449, decimals: 5))
        let drift = try forecast(walk)
        #expect(isPrinted(drift.value, 8.3333, decimals: 4) && isPrinted(drift.standardError, 0.57889, decimals: 5))
        #expect(drift.degreesOfFreedom == 5)
        #expect(isPrinted(drift.interval(confidence: 0.95), 6.845, 9.821, decimals: 3))
        let normal = try forecast(walk, error: .normal(standardError: drift.standardError ?? 0))
        #expect(isPrinted(normal.interval(confidence: 0.95), 7.199, 9.468, decimals: 3))
        #expect(isPrinted(drift.probability(of: .atMost(5.8)), 0.0036, decimals: 4))
        #expect(isPrinted(normal.probability(of: .atMost(5.8)), 6e-6, decimals: 6))
    }

    @Test("gaps: the drift is the whole change over the whole time, and a longer step may stray further")
    func gaps() throws {
        let figures: [(halfYear: Int, value: Double)] = [(0, 10), (1, 11), (3, 10), (4, 12), (6, 13)]
        let walk = try #require(RandomWalk(history(figures)))
        // Surprises 0.5, -2, 1.5 and 0 over 1, 2, 1 and 2 half-years: (0.25 + 2 + 2.25 + 0) / 3.
        #expect(walk.drift == 0.5 && isPrinted(walk.deviation, 1.224745, decimals: 6))
        #expect(isPrinted(walk.error(after: 2).standardError, 2, decimals: 6) && walk.value(after: 2) == 14)
    }

    @Test("the naive forecast stays, and its error grows with the root of time")
    func naive() throws {
        let walk = try #require(RandomWalk(history([1, 3, 3, 5]), drifting: false))
        #expect(walk.value(after: 9) == 5 && walk.degreesOfFreedom == 3 && walk.drift == 0)
        #expect(isPrinted(walk.error(after: 1).standardError, 1.632993, decimals: 6))
        #expect(isPrinted(walk.error(after: 4).standardError, 3.265986, decimals: 6))
    }
}

@Suite("methods 3.3: line of least squares")
struct LinearTrendTests {
    @Test("case K: the line, its slope's error, and the prediction for step 8")
    func caseK() throws {
        let line = try #require(LinearTrend(history(CaseK.values)))
        #expect(isPrinted(line.intercept, 11.06071, decimals: 5) && isPrinted(line.slope, -0.325, decimals: 5))
        #expect(isPrinted(line.slopeStandardError, 0.06274, decimals: 5))
        #expect(isPrinted(line.slopeStandardError.map { line.slope / $0 }, -5.18, decimals: 2))
        #expect(isPrinted(line.slopeP, 0.0035, decimals: 4) && isPrinted(line.residualDeviation, 0.33199, decimals: 5))
        #expect(isPrinted(line.spreadOfHalfYears, 28, decimals: 9) && line.degreesOfFreedom == 5)
        let ahead = try forecast(line)
        #expect(isPrinted(ahead.value, 8.4607, decimals: 4) && isPrinted(ahead.standardError, 0.47367, decimals: 5))
        #expect(isPrinted(ahead.interval(confidence: 0.95), 7.243, 9.678, decimals: 3))
        #expect(isPrinted(ahead.interval(confidence: 0.80), 7.762, 9.160, decimals: 3))
        #expect(isPrinted(ahead.probability(of: .atMost(5.8)), 0.0012, decimals: 4))
        #expect(isPrinted(line.residualAutocorrelation, 0.188, decimals: 3))
    }

    @Test("inverse prediction: the interval at the ends of the range ends at the target")
    func inverse() throws {
        let line = try #require(LinearTrend(history(CaseK.values)))
        guard case .between(let range) = line.placesCovering(5.8, confidence: 0.95) else {
            Issue.record("the slope of case K is proven, so the range has two ends")
            return
        }
        #expect(isPrinted(range, 11.23, 29.76, decimals: 2))
        // Without a proven slope there is room for never.
        let flat = try #require(LinearTrend(history([10, 11, 9, 10, 11, 9, 10])))
        let ends = try #require(flat.placesCovering(5.8, confidence: 0.95)?.onwards(from: 6))
        #expect(ends.last == nil)
    }

    @Test("fewer than four figures give no interval, two no spread")
    func few() throws {
        let three = try #require(LinearTrend(history([1, 2, 4])))
        #expect(three.error(after: 1) == .unknown && three.residualDeviation != nil)
        #expect(three.placesCovering(9, confidence: 0.95) == nil)
        #expect(LinearTrend(history([1, 2]))?.residualDeviation == nil)
        #expect(LinearTrend(history([1])) == nil)
        #expect(LinearTrend(history([1, 2, 4, 4]))?.error(after: 1).degreesOfFreedom == 2)
    }
}

@Suite("methods 3.4: Theil-Sen line with Kendall's test, as a forecast")
struct TheilSenTrendTests {
    @Test("case K: slope, its interval, both intercepts with their values at step 8, and the exact p")
    func caseK() throws {
        let trend = try #require(TheilSenTrend(history(CaseK.values)))
        #expect(isPrinted(trend.line.slope, -0.36667, decimals: 5))
        #expect(isPrinted(trend.line.slopeInterval, -0.5, -0.1, decimals: 2))
        #expect(
            isPrinted(trend.line.intercept, 11.4, decimals: 2) && isPrinted(trend.value(after: 2), 8.467, decimals: 3)
        )
        #expect(isPrinted(trend.line.residualIntercept, 11.1667, decimals: 4))
        #expect(isPrinted(trend.line.residualIntercept + 8 * trend.line.slope, 8.233, decimals: 3))
        #expect(trend.kendall.score == -15 && isPrinted(trend.kendall.p, 0.0302, decimals: 4))
        #expect(trend.error(after: 2) == .unknown)
    }
}

@Suite("methods 3.5: exponential smoothing")
struct ExponentialSmoothingTests {
    @Test("case K: level, trend, forecasts, error and interval of the damped trend, and the undamped forecast")
    func caseK() throws {
        let smoothing = try #require(ExponentialSmoothing(history(CaseK.values), trend: .damped))
        #expect(isPrinted(smoothing.level, 8.94791, decimals: 5) && isPrinted(smoothing.slope, -0.36844, decimals: 5))
        #expect(isPrinted(smoothing.errorVariance, 0.178233, decimals: 6))
        let ahead = try forecast(smoothing)
        #expect(isPrinted(ahead.value, 8.31788, decimals: 5) && isPrinted(ahead.standardError, 0.62387, decimals: 5))
        #expect(isPrinted(ahead.interval(confidence: 0.95), 7.095, 9.541, decimals: 3))
        #expect(isPrinted(ahead.probability(of: .atMost(5.8)), 3e-5, decimals: 5) && ahead.degreesOfFreedom == nil)
        let undamped = try #require(ExponentialSmoothing(history(CaseK.values), trend: .linear))
        #expect(isPrinted(undamped.value(after: 2), 8.1332, decimals: 4))
    }

    @Test(
        "variance factors of Holt and of the damped trend",
        arguments: [
            (ExponentialSmoothing.Trend.linear, 2, 2.2544, 4), (.linear, 3, 4.3280, 4), (.linear, 5, 11.752, 3),
            (.damped, 2, 2.183744, 6), (.damped, 3, 3.998692, 6), (.damped, 5, 9.702256, 6),
            (.none, 1, 1, 6), (.none, 2, 1.64, 6), (.none, 5, 3.56, 6),
        ]
    )
    func factors(_ trend: ExponentialSmoothing.Trend, _ ahead: Int, _ factor: Double, _ decimals: Int) {
        #expect(isPrinted(ExponentialSmoothing.varianceFactor(trend, after: ahead), factor, decimals: decimals))
    }

    @Test("the closed form of the damped factor is the sum")
    func sum() {
        var (sum, reach, power) = (1.0, 0.0, 1.0)
        for ahead in 1...200 {
            let factor = ExponentialSmoothing.varianceFactor(.damped, after: ahead)
            #expect((factor - sum).magnitude <= 1e-9 * sum, "\(ahead) half-years: \(factor), sum \(sum)")
            power *= ExponentialSmoothing.damping
            reach += power
            let (alpha, weight) = (ExponentialSmoothing.levelWeight, ExponentialSmoothing.trendWeight)
            sum += (alpha + alpha * weight * reach) * (alpha + alpha * weight * reach)
        }
    }

    @Test("annual figures: Holt's level is that of yearly steps, its trend half of the yearly one")
    func annual() throws {
        let yearly = try #require(ExponentialSmoothing(history(CaseK.values), trend: .linear))
        let figures = CaseK.values.enumerated().map { (halfYear: 4021 + 2 * $0.offset, value: $0.element) }
        let annual = try #require(ExponentialSmoothing(history(figures), trend: .linear))
        #expect((annual.level - yearly.level).magnitude < 1e-12 && (2 * annual.slope - yearly.slope).magnitude < 1e-12)
        #expect((annual.value(after: 6) - yearly.value(after: 3)).magnitude < 1e-12)
        // At the distance of the figures the error is the one that was seen.
        let factor = ExponentialSmoothing.varianceFactor(.linear, after: 2)
        #expect((annual.errorVariance * factor - yearly.errorVariance).magnitude < 1e-12)
    }

    @Test("a level that never moves leaves no doubt, without trend the forecast stays")
    func still() throws {
        for trend in ExponentialSmoothing.Trend.allCases {
            let smoothing = try #require(ExponentialSmoothing(history([7, 7, 7, 7]), trend: trend))
            #expect(smoothing.value(after: 9) == 7 && smoothing.error(after: 9).standardError == 0)
            #expect(ExponentialSmoothing(history([7]), trend: trend) == nil)
        }
        let simple = try #require(ExponentialSmoothing(history([1, 2, 3]), trend: .none))
        #expect(simple.value(after: 1) == simple.value(after: 20) && simple.slope == 0)
        #expect(isPrinted(simple.level, 2.76, decimals: 9))
    }
}

@Suite("methods 3.7: bounds, minimum data, choice")
struct ForecastChoiceTests {
    @Test("case K: naive 0.500, drift 0.396, line 0.570, so drift; mean step 0.3833")
    func caseK() throws {
        let backtest = try #require(Backtest(history(CaseK.values)))
        #expect(isPrinted(backtest.meanAbsoluteError(of: .naive), 0.500, decimals: 3))
        #expect(isPrinted(backtest.meanAbsoluteError(of: .drift), 0.396, decimals: 3))
        #expect(isPrinted(backtest.meanAbsoluteError(of: .linearTrend), 0.570, decimals: 3))
        #expect(backtest.meanAbsoluteError(of: .dampedTrend) == nil && backtest.trials == 4)
        #expect(backtest.chosen == .drift && isPrinted(backtest.meanAbsoluteStep, 0.3833, decimals: 4))
        #expect(isPrinted(backtest.scaledError(of: .drift), 1.0337, decimals: 4))
    }

    @Test(
        "how many figures a method may rest on, and with how many it has an interval",
        arguments: [
            (ForecastMethod.naive, 3, 5), (.drift, 3, 5), (.linearTrend, 6, 6), (.theilSen, 6, nil),
            (.simpleSmoothing, 12, 12), (.holt, 12, 12), (.dampedTrend, 12, 12),
        ] as [(ForecastMethod, Int, Int?)]
    )
    func minimum(_ method: ForecastMethod, _ figures: Int, _ forInterval: Int?) throws {
        for count in 1...14 {
            let short = history((0..<count).map { Double(($0 * 7) % 5) })
            let forecast = short.forecast(by: method, for: short.latest.halfYear + 2)
            #expect((forecast != nil) == (count >= figures))
            #expect((forecast?.standardError != nil) == (forInterval.map { count >= $0 } ?? false))
            #expect((forecast?.interval(confidence: 0.95) == nil) == (forecast?.probability(of: .atMost(3)) == nil))
        }
    }

    @Test("the plainer of two equally good methods wins, and three figures leave nothing to try")
    func ties() throws {
        #expect(Backtest(history([7, 7, 7, 7, 7, 7]))?.chosen == .naive)
        #expect(Backtest(history([7, 7, 7, 7]))?.scaledError(of: .naive) == nil)
        #expect(Backtest(history((0..<14).map { 12.3 - 0.7 * Double($0) }))?.chosen == .drift)
        #expect(Backtest(history([1, 2, 3])) == nil)
        let outlook = try #require(
            Outlook(of: halfYearly([9, 8.9, 8.7]), target: .atMost(5), baseline: (4021, 9), deadline: 4029)
        )
        #expect(outlook.method == .drift && outlook.backtestError == nil && outlook.interval95 == nil)
    }

    @Test("from twelve figures on the damped trend takes part, and may win")
    func damped() throws {
        // It falls quickly, then ever more slowly, as a damped trend does.
        var (value, step) = (50.0, -4.0)
        let values = (0..<14).map { _ in
            defer { (value, step) = (value + step, step * 0.9) }
            return value
        }
        let backtest = try #require(Backtest(history(values)))
        #expect(backtest.entries.map(\.method) == [.naive, .drift, .linearTrend, .dampedTrend])
        #expect(backtest.chosen == .dampedTrend)
        #expect(Backtest(history(Array(values.prefix(11))))?.meanAbsoluteError(of: .dampedTrend) == nil)
    }

    @Test("a share never leaves 0 to 100, a gap may pass 0")
    func bounds() throws {
        let values = [12.0, 9, 7, 5, 3, 1.5, 0.8]
        let (share, gap) = (history(values, in: .share), history(values))
        let far = try #require(share.forecast(by: .drift, for: 4060))
        let interval = try #require(far.interval(confidence: 0.99))
        #expect(0 < interval.lower && interval.lower < far.value && far.value < interval.upper && interval.upper < 100)
        #expect(try #require(gap.forecast(by: .drift, for: 4060)).value < 0)
        // On the logit the drift of 12 to 0.8 percent goes on: 0.8 is -4.820 there, and each half-year adds -0.471.
        let next = try #require(share.forecast(by: .drift, for: 4028))
        #expect(isPrinted(next.value, 0.501, decimals: 3))
    }

    @Test("a share of exactly 0 or 100 has no logit and is cut off instead; percentages beyond are no shares")
    func atLimit() throws {
        #expect(history([0, 3, 4], in: .share).scale == .plain(within: 0...100))
        #expect(history([97, 98, 100], in: .share).scale == .plain(within: 0...100))
        #expect(history([97, 98, 101], in: .share).scale == .plain(within: -.infinity ... .infinity))
        #expect(history([97, 98, 99], in: .share).scale == .logit)
        let figures = halfYearly([8, 7, 5, 4, 2, 0])
        let outlook = try #require(
            Outlook(of: figures, target: .atMost(0), baseline: (4021, 9), deadline: 4036, range: .share)
        )
        #expect(outlook.projected == 0 && outlook.interval95?.lower == 0)
        #expect(outlook.warnings.contains(.shareAtLimit))
        #expect(try #require(outlook.probabilityMet) > 0.5)
    }

    @Test("a natural limit holds on the side of the figures, and a target beyond it cannot be met")
    func limit() throws {
        let falling = history([5, 4, 3.5, 2, 1], in: .limit(0))
        let forecast = try #require(falling.forecast(by: .drift, for: 4035))
        #expect(forecast.value == 0 && forecast.interval(confidence: 0.95)?.lower == 0)
        #expect(forecast.probability(of: .atMost(-1)) == 0 && forecast.probability(of: .atLeast(0)) == 1)
        let atZero = try #require(forecast.probability(of: .atMost(0)))
        #expect(0.5 < atZero && atZero < 1)
        #expect(forecast.probability(of: .between(0, 0)) == atZero)
        let rising = history([5, 6, 7, 8.5, 9], in: .limit(10))
        let below = try #require(rising.forecast(by: .drift, for: 4027))
        #expect(below.probability(of: .atMost(10)) == 1 && below.probability(of: .atLeast(10.1)) == 0)
        #expect(below.value == 10 && below.interval(confidence: 0.95)?.upper == 10)
        #expect(history([5, 6, 7], in: .limit(10)).scale == .plain(within: -.infinity...10))
        #expect(history([5, 6, 12], in: .limit(10)).scale == .plain(within: -.infinity ... .infinity))
    }

    @Test("a half-year counts once, with its last figure; what is no number is missing")
    func figures() throws {
        let history = try #require(FigureHistory([(1, 5), (1, 6), (2, .nan), (4, 7), (5, .infinity)]))
        #expect(history.halfYears == [1, 4] && history.values == [6, 7] && history.span == 3)
        #expect(FigureHistory([(1, .nan)]) == nil && FigureHistory([]) == nil)
        #expect(history.isEvenlySpaced)
    }

    @Test("figures out of order and forecasts of the past are refused")
    func refused() async {
        await #expect(processExitsWith: .failure) { _ = FigureHistory([(2, 1), (1, 1)]) }
        await #expect(processExitsWith: .failure) {
            _ = FigureHistory([(1, 1), (2, 1), (3, 1)])?.forecast(by: .drift, for: 3)
        }
    }

    @Test("figures too large for a spread give no forecast rather than an infinite one")
    func overflow() throws {
        let huge = history([1e308, -1e308, 1e308, -1e308, 1e308, -1e308])
        for method in ForecastMethod.allCases {
            let forecast = huge.forecast(by: method, for: 4040)
            #expect(forecast?.value.isFinite ?? true)
        }
    }
}
