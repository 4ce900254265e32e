import BarometerIndicators

/// The straight line of least squares through the figures, with its prediction interval.
///
/// The places are the real half-years, so that gaps need no care. The figure at the place `x` has the error variance
/// `s^2 * (1 + 1/n + (x - mean)^2 / Sxx)`, with `n - 2` degrees of freedom. It is too small where neighbouring figures
/// stray to the same side of the line, which is why the autocorrelation of the residuals stands beside it.
///
/// Source: any textbook of regression; the inverse prediction is Fieller's.
public struct LinearTrend: ForecastModel {
    /// The autocorrelation of residuals from which intervals are called too narrow.
    ///
    /// At 0.3 the true standard error of the slope is about a third larger than the printed one, by the factor
    /// `sqrt((1 + r) / (1 - r))` of long series.
    public static let alarmingAutocorrelation = 0.3

    /// The fewest figures for which the line has an interval at all.
    private static let fewestForInterval = 4

    private let line: LineFit
    private let span: Double

    /// The line through some figures; nil for fewer than two.
    public init?(_ history: FigureHistory) {
        guard let line = LineFit(x: history.places, y: history.modelled) else { return nil }
        self.line = line
        span = Double(history.span)
    }

    /// `linearTrend`.
    public var method: ForecastMethod { .linearTrend }

    /// The change a half-year, on the scale of the history.
    public var slope: Double { line.slope }

    /// The line's value at the first figure, on the same scale.
    public var intercept: Double { line.intercept }

    /// The standard error of the slope, 0 where all figures lie on the line; nil for two figures.
    public var slopeStandardError: Double? { line.slopeError }

    /// The two-sided p value of the slope against none; nil where there is no error to divide by.
    public var slopeP: Double? { line.slopeP }

    /// The spread of the figures around the line; nil for two figures.
    public var residualDeviation: Double? { line.residualStandardDeviation }

    /// The correlation of each residual with the one before it, -1 to 1; nil where all figures lie on the line.
    public var residualAutocorrelation: Double? { line.residualAutocorrelation }

    /// The figures, less two.
    public var degreesOfFreedom: Int { line.degreesOfFreedom }

    /// The sum of squared distances of the half-years from their mean.
    public var spreadOfHalfYears: Double { line.spreadX }

    /// The line's value so many half-years after the latest figure.
    public func value(after halfYears: Int) -> Double {
        line.value(at: span + Double(halfYears))
    }

    /// Student's t with the spread of a new figure; unknown for fewer than four figures.
    public func error(after halfYears: Int) -> ErrorDistribution {
        guard line.count >= LinearTrend.fewestForInterval,
            let standardError = line.predictionError(at: span + Double(halfYears))
        else { return .unknown }
        return .studentT(standardError: standardError, degreesOfFreedom: line.degreesOfFreedom)
    }

    /// The places, in half-years after the first figure, whose prediction interval covers a value of the scale.
    ///
    /// It is the inverse prediction of a date. It may have no end, and is nil for fewer than four figures.
    package func placesCovering(_ value: Double, confidence: Double) -> CoveringRange? {
        line.count >= LinearTrend.fewestForInterval ? line.covering(value, confidence: confidence) : nil
    }
}
