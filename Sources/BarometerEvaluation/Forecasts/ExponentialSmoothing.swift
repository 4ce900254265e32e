import BarometerCore

/// A level, and a trend where asked for, that follow each new figure by a fixed share of the surprise it brings.
///
/// The weights are fixed and never estimated: 0.8 for the level, 0.4 of that for the trend, damping 0.9 a half-year.
/// Some dozens of half-years cannot tell three parameters. The level starts at the first figure and the trend at the
/// first difference. Over a step of several half-years the trend goes on, damped in each of them; the surprise counts
/// for the trend per half-year, and for the error variance divided by the variance factor of so long a step.
///
/// Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008, class 1 models.
public struct ExponentialSmoothing: ForecastModel {
    /// What becomes of the trend.
    public enum Trend: Sendable, CaseIterable {
        /// There is none: simple exponential smoothing.
        case none
        /// It goes on for ever: Holt's method.
        case linear
        /// It fades out: the damped trend of Gardner and McKenzie.
        case damped
    }

    /// The share of a surprise that the level follows, `alpha`.
    public static let levelWeight = 0.8
    /// The share of the level's own correction that the trend follows, `beta*`; `beta` is the product with the first.
    public static let trendWeight = 0.4
    /// What is left of a damped trend after a half-year, `phi`.
    public static let damping = 0.9

    /// What becomes of the trend.
    public let trend: Trend
    /// The level at the latest figure, on the scale of the history.
    public let level: Double
    /// The trend a half-year at the latest figure; 0 without one.
    public let slope: Double
    /// The mean squared error of the forecasts one half-year ahead.
    public let errorVariance: Double
    private let deviation: Double

    /// The state after all figures of a history; nil for fewer than two.
    public init?(_ history: FigureHistory, trend: Trend) {
        guard var state = SmoothingState(history, trend: trend) else { return nil }
        var squares = 0.0
        for index in 1..<history.count {
            let elapsed = history.elapsed(before: index)
            let surprise = history.modelled[index] - state.value(after: elapsed)
            squares += surprise * surprise / ExponentialSmoothing.varianceFactor(trend, after: elapsed)
            state.follow(history.modelled[index], after: elapsed)
        }
        self.trend = trend
        level = state.level
        slope = state.slope
        errorVariance = squares / Double(history.count - 1)
        deviation = history.spread(errorVariance.squareRoot())
    }

    /// Which of the smoothing methods this is.
    public var method: ForecastMethod {
        switch trend {
        case .none: .simpleSmoothing
        case .linear: .holt
        case .damped: .dampedTrend
        }
    }

    /// The level, with the trend on top, so many half-years after the latest figure.
    public func value(after halfYears: Int) -> Double {
        level + ExponentialSmoothing.reach(trend, after: halfYears) * slope
    }

    /// A normal error with the error variance times the variance factor; 0 for figures without a surprise.
    public func error(after halfYears: Int) -> ErrorDistribution {
        let factor = ExponentialSmoothing.varianceFactor(trend, after: halfYears)
        return .normal(standardError: deviation * factor.squareRoot())
    }

    /// The error variance of a forecast so many half-years ahead, in error variances of one half-year.
    ///
    /// It is 1 for one half-year and grows from there. The damped trend uses the closed form of
    /// `1 + sum over j < h of (alpha + beta * (phi + ... + phi^j))^2`.
    public static func varianceFactor(_ trend: Trend, after halfYears: Int) -> Double {
        let (alpha, beta, ahead) = (levelWeight, levelWeight * trendWeight, Double(halfYears))
        switch trend {
        case .none:
            return 1 + (ahead - 1) * alpha * alpha
        case .linear:
            let perStep = alpha * alpha + alpha * beta * ahead + beta * beta * ahead * (2 * ahead - 1) / 6
            return 1 + (ahead - 1) * perStep
        case .damped:
            let (left, power) = (1 - damping, remaining(after: halfYears))
            let leftOfSquare = 1 - damping * damping
            let growing = beta * damping * ahead / (left * left) * (2 * alpha * left + beta * damping)
            let fading = beta * damping * (1 - power) / (left * left * leftOfSquare)
            let mixed = 2 * alpha * leftOfSquare + beta * damping * (1 + 2 * damping - power)
            return 1 + alpha * alpha * (ahead - 1) + growing - fading * mixed
        }
    }

    /// How many times the trend of a half-year is added up over several of them.
    static func reach(_ trend: Trend, after halfYears: Int) -> Double {
        switch trend {
        case .none: 0
        case .linear: Double(halfYears)
        case .damped: damping * (1 - remaining(after: halfYears)) / (1 - damping)
        }
    }

    /// The share of a damped trend that is left after some half-years.
    static func remaining(after halfYears: Int) -> Double {
        Elementary.exponential(Double(halfYears) * Elementary.naturalLog(damping))
    }
}

/// The level and trend of exponential smoothing while it passes through the figures.
struct SmoothingState {
    private let trend: ExponentialSmoothing.Trend
    private(set) var level: Double
    private(set) var slope: Double

    /// The state at the first figure, with the first difference as its trend; nil for fewer than two figures.
    init?(_ history: FigureHistory, trend: ExponentialSmoothing.Trend) {
        guard history.count > 1 else { return nil }
        self.trend = trend
        level = history.modelled[0]
        let difference = history.modelled[1] - history.modelled[0]
        slope = trend == .none ? 0 : difference / Double(history.elapsed(before: 1))
    }

    func value(after halfYears: Int) -> Double {
        level + ExponentialSmoothing.reach(trend, after: halfYears) * slope
    }

    mutating func follow(_ value: Double, after halfYears: Int) {
        let expected = self.value(after: halfYears)
        let correction = ExponentialSmoothing.levelWeight * (value - expected)
        level = expected + correction
        guard trend != .none else { return }
        if trend == .damped { slope *= ExponentialSmoothing.remaining(after: halfYears) }
        slope += ExponentialSmoothing.trendWeight * correction / Double(halfYears)
    }
}
