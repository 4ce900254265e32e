import BarometerCore

/// A level that wanders: tomorrow is today plus a constant drift plus chance.
///
/// Without drift it is the naive forecast.
///
/// The drift is the whole change over the whole time. The change over a longer step varies more, in proportion to its
/// length, so that figures may have gaps: with differences `d` over `s` half-years each,
/// `sigma^2 = sum((d - drift * s)^2 / s) / (n - 2)` and the forecast `h` half-years ahead has the variance
/// `sigma^2 * h * (1 + h / span)`. For figures in every half-year that is the usual formula. Without drift the
/// divisor is `n - 1` and the variance `sigma^2 * h`.
///
/// Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, naive and drift method.
public struct RandomWalk: ForecastModel {
    /// `naive` or `drift`.
    public let method: ForecastMethod
    /// The change a half-year that goes on, on the scale of the history; 0 for the naive forecast.
    public let drift: Double
    /// The spread of the change in one half-year; nil where the figures are too few to tell it.
    public let deviation: Double?
    /// The figures, less one, and less another one for a drift.
    public let degreesOfFreedom: Int
    private let level: Double
    private let span: Double

    /// The walk through some figures; nil for a drift through fewer than two.
    public init?(_ history: FigureHistory, drifting: Bool = true) {
        let (count, span) = (history.count, Double(history.span))
        guard count > 1 || !drifting else { return nil }
        method = drifting ? .drift : .naive
        level = history.modelled[count - 1]
        self.span = span
        let drift = drifting ? (level - history.modelled[0]) / span : 0
        self.drift = drift
        degreesOfFreedom = drifting ? count - 2 : count - 1
        guard degreesOfFreedom > 0 else {
            deviation = nil
            return
        }
        var squares = 0.0
        for index in 1..<count {
            let elapsed = Double(history.elapsed(before: index))
            let surprise = history.modelled[index] - history.modelled[index - 1] - drift * elapsed
            squares += surprise * surprise / elapsed
        }
        deviation = history.spread((squares / Double(degreesOfFreedom)).squareRoot())
    }

    /// The latest value and so many times the drift.
    public func value(after halfYears: Int) -> Double {
        level + Double(halfYears) * drift
    }

    /// Student's t with the spread of so many half-years; unknown where the figures are too few to tell it.
    public func error(after halfYears: Int) -> ErrorDistribution {
        guard let deviation else { return .unknown }
        let ahead = Double(halfYears)
        let variance = method == .drift ? ahead * (1 + ahead / span) : ahead
        return .studentT(standardError: deviation * variance.squareRoot(), degreesOfFreedom: degreesOfFreedom)
    }
}
