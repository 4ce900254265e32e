import BarometerCore
import BarometerIndicators
import BarometerStore

extension Assessment {
    /// Assesses a series in an edition, as far as its figures and the target allow.
    ///
    /// Only figures whose period ends in the edition's half-year or before take part. The latest of them is the value;
    /// where it describes an earlier half-year it is carried with its age, and counts as no movement of this edition.
    /// Schedule and pace are taken at the half-year that the value describes, so that an old figure is held against the
    /// path of its own time. Missing figures are passed over.
    ///
    /// - Parameters:
    ///   - target: what was promised, in force whatever the edition; nil for a goal that only has a direction.
    ///   - direction: which way is better where there is no target; a target decides otherwise.
    ///   - edition: a half-year.
    ///   - indicator: the id for the record; nil for a bare series.
    ///   - decimals: the decimals that figures are printed with; nil takes those of the series.
    ///   - background: what else is known of the series.
    public init(
        of series: Series,
        target: Target?,
        direction: Indicator.Direction,
        edition: Period,
        indicator: String? = nil,
        decimals: Int? = nil,
        background: Background = Background()
    ) {
        self.init(
            of: series,
            under: TargetRegister.Reading(inForce: target.map { TargetRegister.Entry($0) }, former: []),
            direction: direction,
            edition: edition,
            indicator: indicator,
            decimals: decimals,
            background: background
        )
    }

    /// Assesses a series in an edition against what was in force then, as `TargetRegister.reading(in:asOf:)` gives it.
    ///
    /// The other parameters are those of the assessment against one target.
    public init(
        of series: Series,
        under reading: TargetRegister.Reading,
        direction: Indicator.Direction,
        edition: Period,
        indicator: String? = nil,
        decimals: Int? = nil,
        background: Background = Background()
    ) {
        precondition(edition.frequency == .halfYearly, "an edition is a half-year")
        let target = reading.inForce?.target
        let visible = series.observations.filter { $0.period.halfYear <= edition.halfYear }
        let observations = visible.filter { $0.value != nil }
        let figures = observations.compactMap { observation in
            observation.value.map { (period: observation.period, value: $0) }
        }
        self.indicator = indicator
        self.edition = edition
        self.target = target
        formerTargets = reading.former
        // A target of 5.8 must not be printed as 6 because the figures are whole numbers.
        let printed = max(decimals ?? series.decimals, target?.decimals ?? 0)
        self.series = Series(unit: series.unit, decimals: printed, observations: visible)
        unit = series.unit
        let adopted = target?.baseline ?? background.baseline
        let baseline = Assessment.baseline(adopted, figures: figures)
        self.baseline = baseline
        let decisive = target.flatMap { target in figures.first { target.isDecided(by: $0.period) } }
        let isBroken = Assessment.isBroken(baseline, until: figures.last?.period, by: background.breaks)
        let way =
            target.flatMap { target in
                target.aim.direction ?? baseline.map { Yardstick(target.aim, from: $0.value).direction }
            } ?? direction
        self.direction = way
        revisedBaseline = target.flatMap { RevisedBaseline(of: $0, figures: figures) }
        standing = Standing(
            figures: figures,
            reading: reading,
            baseline: baseline,
            edition: edition,
            breaks: background.breaks
        )
        latest = observations.last.flatMap { LatestFigure($0, edition: edition) }
        movement = Movement(
            figures: observations,
            baseline: baseline.map { Assessment.observation(of: $0, adopted: adopted, in: observations) },
            edition: edition,
            measure: Movement.Measure(
                target: target,
                direction: way,
                decimals: min(series.decimals, 12),
                revisions: background.revisions,
                margin: background.margin,
                breaks: background.breaks
            )
        )
        if let target, let latest {
            level = Level(
                of: latest.value,
                decimals: decimals ?? series.decimals,
                target: target,
                period: latest.period
            )
        }
        if let target, let baseline {
            trajectory = Trajectory(from: baseline.value, at: baseline.period.halfYear, to: target)
        }
        if let target, let baseline, let trajectory, let latest, !isBroken, trajectory.judges(latest) {
            let (halfYear, yardstick) = (latest.period.halfYear, trajectory.yardstick)
            schedule = Schedule(of: latest.value, at: halfYear, on: trajectory)
            pace = Pace(
                of: latest.value,
                at: halfYear,
                baseline: baseline.value,
                on: trajectory,
                target: target,
                history: PaceHistory(of: figures, breaks: background.breaks, yardstick),
                peers: background.peers.map { PaceHistory(of: $0.series.halfYears(until: edition), yardstick) }
            )
        }
        var isBeyond = false
        if let trajectory, let latest { isBeyond = trajectory.yardstick.isBeyond(latest.value) && level?.met == false }
        let comparable = Assessment.comparable(figures, edition: edition, breaks: background.breaks)
        outlook = target.flatMap { target in
            target.aim.range(within: target.tolerance).flatMap { range in
                Outlook(
                    of: comparable,
                    target: range,
                    baseline: isBroken || isBeyond ? nil : baseline.map { ($0.period.halfYear, $0.value) },
                    deadline: target.deadline.halfYear,
                    range: series.unit == .percent
                        ? .share : background.limit.map(NaturalRange.limit) ?? .unbounded
                )
            }
        }
        if let baseline, let latest, !isBroken, baseline.period.halfYear < latest.period.halfYear,
            background.hasCauses(of: self.series)
        {
            cause = Cause(
                of: Cause.Material(
                    series: self.series,
                    baseline: baseline.period,
                    latest: latest.period,
                    direction: way,
                    background: background
                )
            )
        }
        let isNamed = adopted != nil && background.isBaselineNamed
        schemes = SchemeVerdicts(
            SchemeCase(
                figures: figures.map { SchemeCase.Figure($0.period, value: $0.value) },
                baseline: isNamed ? baseline.map { SchemeCase.Figure($0.period, value: $0.value) } : nil,
                goal: target.map { SchemeCase.Goal($0.aim.schemeAim, deadline: $0.deadline.halfYear) },
                direction: way,
                quantity: target?.aim == .yes ? .yesNo : series.unit == .percent ? .percentage : .other,
                limit: background.limit,
                obstacle: isBroken ? .broken : isNamed && baseline == nil ? .noLaterFigure : nil
            ),
            sinceBaseline: movement?.sinceBaseline
        )
        evidence = Evidence(
            series: self.series,
            latest: latest,
            baseline: baseline,
            movement: movement,
            outlook: outlook,
            vintageDays: background.vintage.map { edition.lastDay.number - $0.number }
        )
        headline = Headline(
            target: target,
            edition: edition,
            latest: latest,
            baseline: baseline,
            level: level,
            decisive: decisive?.value,
            isBroken: Assessment.isBroken(
                baseline,
                until: decisive?.period ?? figures.last?.period,
                by: background.breaks
            ),
            trajectory: trajectory,
            pace: pace,
            isBeyond: isBeyond,
            movement: movement,
            probabilities: outlook?.paceProbabilities
        )
    }
}

extension Assessment {
    /// Whether a break makes the figure of a period incomparable with the baseline.
    private static func isBroken(_ baseline: BaselineFigure?, until period: Period?, by breaks: [Indicator.Break])
        -> Bool
    {
        guard let baseline, let period else { return false }
        return breaks.contains { baseline.period < $0.period && $0.period <= period }
    }

    /// The adopted baseline value, or the figure of its half-year, or the first one after it.
    ///
    /// Where none was adopted it is the first figure of all; nil where there is no such figure.
    private static func baseline(
        _ adopted: Target.Baseline?,
        figures: [(period: Period, value: Double)]
    ) -> BaselineFigure? {
        guard let adopted else { return figures.first.map { BaselineFigure(period: $0.period, value: $0.value) } }
        if let value = adopted.value { return BaselineFigure(period: adopted.period, value: value) }
        if let within = figure(of: adopted.period, in: figures) {
            return BaselineFigure(period: within.period, value: within.value)
        }
        return figures.first { $0.period.lastDay > adopted.period.lastDay }.map {
            BaselineFigure(period: $0.period, value: $0.value, movedFrom: adopted.period)
        }
    }

    /// The figure of a period, or the last one that ends within it; nil where there is none.
    static func figure(
        of period: Period,
        in figures: [(period: Period, value: Double)]
    ) -> (period: Period, value: Double)? {
        let span = period.firstDay...period.lastDay
        return figures.last { $0.period == period } ?? figures.last { span.contains($0.period.lastDay) }
    }

    /// The baseline as a figure of the series, with its counts; an adopted value has none.
    private static func observation(
        of baseline: BaselineFigure,
        adopted: Target.Baseline?,
        in observations: [Series.Observation]
    ) -> Series.Observation {
        let own = adopted?.value == nil ? observations.first { $0.period == baseline.period } : nil
        return own ?? Series.Observation(period: baseline.period, value: baseline.value)
    }

    /// The figures that a forecast may rest on: since the last break, and one for each half-year that has any.
    private static func comparable(
        _ figures: [(period: Period, value: Double)],
        edition: Period,
        breaks: [Indicator.Break]
    ) -> [(halfYear: Int, value: Double)] {
        let start = breaks.map(\.period).filter { $0.halfYear <= edition.halfYear }.max()
        var result: [(halfYear: Int, value: Double)] = []
        result.reserveCapacity(figures.count)
        for figure in figures where start.map({ figure.period >= $0 }) ?? true {
            if result.last?.halfYear == figure.period.halfYear { result.removeLast() }
            result.append((figure.period.halfYear, figure.value))
        }
        return result
    }
}

extension Assessment.LatestFigure {
    /// nil where the figure has no value.
    fileprivate init?(_ observation: Series.Observation, edition: Period) {
        guard let value = observation.value else { return nil }
        self.init(
            period: observation.period,
            value: value,
            interval95: observation.basis?.interval(),
            status: observation.status,
            ageHalfYears: edition.halfYear - observation.period.halfYear
        )
    }
}
