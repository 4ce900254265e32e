import BarometerIndicators

/// What a method expects of one half-year ahead, and how sure it is.
public struct Forecast: Sendable {
    /// The method that made it.
    public let method: ForecastMethod
    /// The half-year that it is for.
    public let halfYear: Int
    /// The value expected, in the unit of the figures and inside of their natural range.
    public let value: Double
    /// How far it may be off, on the scale on which the figures are continued; for shares that is the logit.
    public let error: ErrorDistribution
    /// The scale on which the figures are continued.
    public let scale: ValueScale
    /// The value expected, on that scale.
    private let expected: Double

    /// A forecast on a scale; nil where the numbers are too large for it.
    package init?(
        method: ForecastMethod,
        halfYear: Int,
        expected: Double,
        error: ErrorDistribution,
        scale: ValueScale
    ) {
        guard expected.isFinite, error.standardError?.isFinite ?? true else { return nil }
        self.method = method
        self.halfYear = halfYear
        self.expected = expected
        self.error = error
        self.scale = scale
        value = scale.figure(expected)
    }

    /// The standard error, on the scale on which the figures are continued; nil where it is not told.
    public var standardError: Double? { error.standardError }

    /// The degrees of freedom of the standard error; nil where the distribution is normal or nothing is told.
    public var degreesOfFreedom: Int? { error.degreesOfFreedom }

    /// The prediction interval for the figure of that half-year; nil where the standard error is not told.
    ///
    /// On the scale of the forecast it never gets narrower with the horizon. In percent it may, where a share comes
    /// near to 0 or 100, and where the end of a natural range cuts it off.
    public func interval(confidence: Double) -> Interval? {
        error.criticalValue(confidence: confidence).flatMap { interval(criticalValue: $0) }
    }

    /// The interval that reaches so many standard errors to either side.
    func interval(criticalValue: Double) -> Interval? {
        standardError.map {
            let reach = criticalValue * $0
            return Interval(lower: scale.figure(expected - reach), upper: scale.figure(expected + reach))
        }
    }

    /// How likely the figure of that half-year is to meet a target; nil where the standard error is not told.
    ///
    /// With a standard error of 0 it is 1 or 0, as the expected value meets the target or not. A target outside of the
    /// natural range of the figures has the probability 0.
    public func probability(of target: TargetRange) -> Double? {
        guard let standardError else { return nil }
        guard standardError > 0 else { return target.isMet(by: value) ? 1 : 0 }
        var (lower, upper) = (target.lower, target.upper)
        if case .plain(let range) = scale {
            guard lower <= range.upperBound, upper >= range.lowerBound else { return 0 }
            // What is forecast beyond an end of the range is printed as the end, so that the end stands for it.
            if lower <= range.lowerBound { lower = -.infinity }
            if upper >= range.upperBound { upper = .infinity }
        }
        return error.probability(from: scale.modelled(lower) - expected, to: scale.modelled(upper) - expected)
    }
}

/// A method fitted to a history: what it expects after the last figure, and how wrong that may be.
public protocol ForecastModel: Sendable {
    /// The method that was fitted.
    var method: ForecastMethod { get }

    /// The value expected so many half-years after the last figure, on the scale of the history.
    func value(after halfYears: Int) -> Double

    /// How far that may be off, on the same scale.
    func error(after halfYears: Int) -> ErrorDistribution
}

extension FigureHistory {
    /// The forecast of a fitted method for a half-year after the last figure; nil where the numbers are too large.
    public func forecast(by model: any ForecastModel, for halfYear: Int) -> Forecast? {
        let ahead = halfYear - latest.halfYear
        precondition(ahead > 0, "a forecast is for a half-year after the last figure")
        let interval = model.method.minimumFiguresForInterval.map { count >= $0 } ?? false
        return Forecast(
            method: model.method,
            halfYear: halfYear,
            expected: model.value(after: ahead),
            error: interval ? model.error(after: ahead) : .unknown,
            scale: scale
        )
    }

    /// The forecast of a method for a half-year after the last figure; nil where the figures are too few for it.
    public func forecast(by method: ForecastMethod, for halfYear: Int) -> Forecast? {
        model(method).flatMap { forecast(by: $0, for: halfYear) }
    }

    /// A method fitted to the figures; nil where they are fewer than it may rest on.
    public func model(_ method: ForecastMethod) -> (any ForecastModel)? {
        guard count >= method.minimumFigures else { return nil }
        switch method {
        case .naive: return RandomWalk(self, drifting: false)
        case .drift: return RandomWalk(self)
        case .linearTrend: return LinearTrend(self)
        case .theilSen: return TheilSenTrend(self)
        case .simpleSmoothing: return ExponentialSmoothing(self, trend: .none)
        case .holt: return ExponentialSmoothing(self, trend: .linear)
        case .dampedTrend: return ExponentialSmoothing(self, trend: .damped)
        }
    }
}
