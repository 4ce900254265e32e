/// What each method would have got wrong one figure ahead, at every point in the past: the test that chooses one.
///
/// Rolling origin: from the third figure on, each candidate sees the figures so far and forecasts the next one, at its
/// own distance. The mean absolute errors are in the unit of the figures, for shares too. The least one wins; of equal
/// ones (to 1e-9 of the mean step) the plainer method.
///
/// Source: rolling-origin evaluation and the mean absolute scaled error of Hyndman and Koehler, 2006.
public struct Backtest: Sendable {
    /// A method with its mean absolute error.
    public struct Entry: Sendable {
        /// The method that was tried.
        public let method: ForecastMethod
        /// Its mean absolute error one figure ahead, in the unit of the figures.
        public let meanAbsoluteError: Double
    }

    /// The candidates that so many figures allow, from the plainest on.
    public let entries: [Entry]
    /// The method with the least error.
    public let chosen: ForecastMethod
    /// How many figures were forecast.
    public let trials: Int
    /// The mean absolute step from one figure to the next, over the whole history: the unit of scaled errors.
    public let meanAbsoluteStep: Double

    /// Tries the candidates on a history; nil for fewer than four figures, where nothing can be tried.
    public init?(_ history: FigureHistory) {
        let firstForecast = 3
        guard history.count > firstForecast, var smoothing = SmoothingState(history, trend: .damped) else { return nil }
        let (values, scale) = (history.modelled, history.scale)
        let usesLine = history.count >= ForecastMethod.linearTrend.minimumFigures
        let usesSmoothing = history.count >= ForecastMethod.dampedTrend.minimumFigures
        var line = RunningLine()
        var naive = 0.0
        var drift = 0.0
        var linear = 0.0
        var damped = 0.0
        var steps = 0.0
        line.add(0, values[0])
        for index in 1..<history.count {
            let elapsed = history.elapsed(before: index)
            let place = Double(history.halfYears[index] - history.halfYears[0])
            let actual = history.values[index]
            steps += (actual - history.values[index - 1]).magnitude
            if index >= firstForecast {
                let rise = (values[index - 1] - values[0]) / (place - Double(elapsed))
                naive += (actual - history.values[index - 1]).magnitude
                drift += (actual - scale.figure(values[index - 1] + Double(elapsed) * rise)).magnitude
                if usesLine { linear += (actual - scale.figure(line.value(at: place))).magnitude }
                if usesSmoothing { damped += (actual - scale.figure(smoothing.value(after: elapsed))).magnitude }
            }
            line.add(place, values[index])
            if usesSmoothing { smoothing.follow(values[index], after: elapsed) }
        }
        let trials = history.count - firstForecast
        let sums: [(method: ForecastMethod, sum: Double)] = [
            (.naive, naive), (.drift, drift), (.linearTrend, linear), (.dampedTrend, damped),
        ]
        entries = sums.filter { $0.method.minimumFigures <= history.count }.map {
            Entry(method: $0.method, meanAbsoluteError: $0.sum / Double(trials))
        }
        self.trials = trials
        let meanAbsoluteStep = steps / Double(history.count - 1)
        self.meanAbsoluteStep = meanAbsoluteStep
        var best = entries[0]
        for entry in entries where entry.meanAbsoluteError < best.meanAbsoluteError - 1e-9 * meanAbsoluteStep {
            best = entry
        }
        chosen = best.method
    }

    /// The mean absolute error of a method; nil where it was not tried.
    public func meanAbsoluteError(of method: ForecastMethod) -> Double? {
        entries.first { $0.method == method }?.meanAbsoluteError
    }

    /// The error in mean steps (MASE), below 1 being better than the naive forecast usually is.
    ///
    /// nil where the method was not tried, and where the figures never moved.
    public func scaledError(of method: ForecastMethod) -> Double? {
        guard meanAbsoluteStep > 0 else { return nil }
        return meanAbsoluteError(of: method).map { $0 / meanAbsoluteStep }
    }
}
