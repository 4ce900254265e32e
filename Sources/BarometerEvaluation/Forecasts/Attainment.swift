import BarometerIndicators

/// When the target is reached if the pace kept since the baseline goes on.
public enum Attainment: Sendable, Hashable {
    /// The latest figure meets it.
    case met
    /// At a half-year, the first one at or after the moment.
    case at(halfYear: Int)
    /// The pace leads away from the target or nowhere.
    case never
    /// More than 200 half-years after the latest figure.
    case beyondHorizon

    /// The half-years after the latest figure that are looked at; a date a century away says no more than never.
    public static let horizon = 200

    /// When a pace reaches a target from the latest figure; nil where there is no pace and the target is not met.
    init?(of target: TargetRange, from latest: (halfYear: Int, value: Double), at pace: SteadyPace?) {
        if target.isMet(by: latest.value) {
            self = .met
            return
        }
        guard let pace else { return nil }
        guard let halfYears = pace.halfYears(to: target.nearestEnd(to: latest.value)) else {
            self = .never
            return
        }
        let whole = max(1, (halfYears - Target.tolerance).rounded(.up))
        self = whole <= Double(Attainment.horizon) ? .at(halfYear: latest.halfYear + Int(whole)) : .beyondHorizon
    }
}

/// The half-years at which the prediction interval leaves it open whether the target is met.
///
/// It is the inverse prediction: the times whose interval covers the target. It may have no end, for a pace that is
/// not proven leaves room for never.
public enum AttainmentRange: Sendable, Hashable {
    /// From the first half-year whose interval reaches the target to the first whose whole interval meets it.
    case within(ClosedRange<Int>)
    /// From a half-year on, and perhaps never.
    case from(Int)
    /// No interval reaches the target within 200 half-years.
    case beyondHorizon

    /// The range for a model's intervals at a confidence; nil where it has none.
    package init?(of target: TargetRange, from history: FigureHistory, by model: any ForecastModel, confidence: Double)
    {
        let start = history.latest.halfYear
        guard let next = history.forecast(by: model, for: start + 1),
            let criticalValue = next.error.criticalValue(confidence: confidence)
        else { return nil }
        var earliest: Int?
        for halfYear in start + 1...start + Attainment.horizon {
            guard let forecast = history.forecast(by: model, for: halfYear),
                let interval = forecast.interval(criticalValue: criticalValue)
            else { break }
            let tolerance = Target.tolerance
            if earliest == nil, interval.lower <= target.upper + tolerance, interval.upper >= target.lower - tolerance {
                earliest = halfYear
            }
            if let earliest, target.isMet(by: interval.lower), target.isMet(by: interval.upper) {
                self = .within(earliest...halfYear)
                return
            }
        }
        self = earliest.map { .from($0) } ?? .beyondHorizon
    }
}
