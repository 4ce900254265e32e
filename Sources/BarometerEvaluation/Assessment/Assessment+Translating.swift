import BarometerCore
import BarometerIndicators
import BarometerStore

// What an assessment knows, in the terms of the outlook, the schemes and the causes.

extension SchemeCase.Figure {
    init(_ period: Period, value: Double) {
        self.init(halfYear: period.halfYear, value: value, labelYear: period.firstDay.components.year)
    }
}

extension Series {
    /// The figures up to an edition on the axis of half-years.
    func halfYears(until edition: Period) -> [(halfYear: Int, value: Double)] {
        observations.compactMap { observation in
            observation.period.halfYear <= edition.halfYear
                ? observation.value.map { (observation.period.halfYear, $0) } : nil
        }
    }
}

extension Trajectory {
    /// Whether a figure can be held against the path: from the baseline to the end of the target, with a quantity.
    func judges(_ figure: Assessment.LatestFigure) -> Bool {
        isBinding(at: figure.period.halfYear) && yardstick.quantity(of: figure.value).isFinite
    }
}

extension Target.Aim {
    /// The values that meet the aim, its tolerance included; nil for yes or no, which have no forecast.
    func range(within tolerance: Double) -> TargetRange? {
        switch self {
        case .atMost(let value): .atMost(value + tolerance)
        case .atLeast(let value): .atLeast(value - tolerance)
        case .between(let range): .between(range.lowerBound - tolerance, range.upperBound + tolerance)
        case .parity(let value, .difference): .between(value - tolerance, value + tolerance)
        case .parity(let value, .ratio): .between(value / (1 + tolerance), value * (1 + tolerance))
        case .yes: nil
        }
    }

    /// The aim as the published schemes know it.
    var schemeAim: SchemeCase.Aim {
        switch self {
        case .atMost(let value): .atMost(value)
        case .atLeast(let value): .atLeast(value)
        case .between(let range): .between(range.lowerBound, range.upperBound)
        case .parity(let value, _): .between(value, value)
        case .yes: .atLeast(1)
        }
    }
}

extension Cause.Material {
    /// The material of an assessment: the rates of a gap come from its counts.
    init(
        series: Series,
        baseline: Period,
        latest: Period,
        direction: Indicator.Direction,
        background: Assessment.Background
    ) {
        self.init(series: series, baseline: baseline, latest: latest, direction: direction, city: background.city)
        printed = background.printed
        peers = background.peers
        rateDirection = background.rateDirection ?? (direction == .increase ? .increase : nil)
        rates = Cause.Rates(behind: series, direction: direction, rateDirection: rateDirection)
    }
}

extension Cause.Rates {
    /// The two rates behind a gap that was computed from counts; nil where no figure was.
    ///
    /// A gap is that of a group minus its reference. Where it should move the other way than its rates, what is taken away
    /// is the rate of the group in question: employment in the reference minus that in the group.
    init?(behind series: Series, direction: Indicator.Direction, rateDirection: Indicator.Direction?) {
        var (first, second): ([Series.Observation], [Series.Observation]) = ([], [])
        for observation in series.observations {
            guard case .gap(let group, let reference) = observation.basis else { continue }
            first.append(Series.Observation(group, of: observation.period))
            second.append(Series.Observation(reference, of: observation.period))
        }
        guard !first.isEmpty else { return nil }
        let rates = [first, second].map { Series(unit: .percent, decimals: 1, observations: $0) }
        let isReversed = rateDirection.map { $0 != direction } ?? false
        self.init(
            group: rates[isReversed ? 1 : 0],
            reference: rates[isReversed ? 0 : 1],
            orientation: rateDirection ?? direction == .decrease ? .groupMinusReference : .referenceMinusGroup
        )
    }
}

extension Series.Observation {
    init(_ counts: Series.Counts, of period: Period) {
        self.init(period: period, value: counts.rate, basis: .rate(counts))
    }
}
