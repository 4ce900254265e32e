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
    ///   - breaks: where figures stop being comparable; changes across them are not judged.
    ///   - peers: the figures of others over half-years (`2 * year + half - 1`), to see how fast they ever moved.
    public init(
        of series: Series,
        target: Target?,
        direction: Indicator.Direction,
        edition: Period,
        indicator: String? = nil,
        decimals: Int? = nil,
        breaks: [Indicator.Break] = [],
        peers: [[(halfYear: Int, value: Double)]] = []
    ) {
        self.init(
            of: series,
            under: TargetRegister.Reading(inForce: target.map { TargetRegister.Entry($0) }, former: []),
            direction: direction,
            edition: edition,
            indicator: indicator,
            decimals: decimals,
            breaks: breaks,
            peers: peers
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
        breaks: [Indicator.Break] = [],
        peers: [[(halfYear: Int, value: Double)]] = []
    ) {
        let target = reading.inForce?.target
        precondition(edition.frequency == .halfYearly, "an edition is a half-year")
        let visible = series.observations.filter { $0.period.halfYear <= edition.halfYear }
        let figures = visible.compactMap { observation in
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
        let baseline = Assessment.baseline(of: target, figures: figures)
        self.baseline = baseline
        self.direction =
            target.flatMap { target in
                target.aim.direction ?? baseline.map { Yardstick(target.aim, from: $0.value).direction }
            } ?? direction
        revisedBaseline = target.flatMap { RevisedBaseline(of: $0, figures: figures) }
        standing = Standing(figures: figures, reading: reading, baseline: baseline, edition: edition, breaks: breaks)
        latest = figures.last.map {
            LatestFigure(period: $0.period, value: $0.value, ageHalfYears: edition.halfYear - $0.period.halfYear)
        }
        if let latest {
            movement = Movement(
                of: latest,
                figures: figures,
                baseline: baseline,
                edition: edition,
                direction: self.direction,
                breaks: breaks
            )
            if let target {
                level = Level(
                    of: latest.value,
                    decimals: decimals ?? series.decimals,
                    target: target,
                    period: latest.period
                )
            }
        }
        if let target, let baseline {
            trajectory = Trajectory(from: baseline.value, at: baseline.period.halfYear, to: target)
        }
        if let target, let baseline, let trajectory, let latest, trajectory.judges(latest) {
            let (halfYear, yardstick) = (latest.period.halfYear, trajectory.yardstick)
            schedule = Schedule(of: latest.value, at: halfYear, on: trajectory)
            pace = Pace(
                of: latest.value,
                at: halfYear,
                baseline: baseline.value,
                on: trajectory,
                target: target,
                history: PaceHistory(of: figures, breaks: breaks, yardstick),
                peers: peers.map { PaceHistory(of: $0, yardstick) }
            )
        }
        copenhagen = CopenhagenScheme.colour(of: movement?.sinceBaseline)
        headline = Headline(
            target: target,
            edition: edition,
            latest: latest,
            baseline: baseline,
            level: level,
            deadlineFigure: target.flatMap { target in
                figures.first { target.isDecided(by: $0.period) }?.value
            },
            trajectory: trajectory,
            pace: pace,
            movement: movement
        )
    }

    /// The adopted baseline value, or the figure of its half-year, or the first one after it.
    ///
    /// Without a target it is the first figure of all; nil where there is no such figure.
    private static func baseline(
        of target: Target?,
        figures: [(period: Period, value: Double)]
    ) -> BaselineFigure? {
        guard let adopted = target?.baseline else {
            return figures.first.map { BaselineFigure(period: $0.period, value: $0.value) }
        }
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
}

extension Trajectory {
    /// Whether a figure can be held against the path: from the baseline to the end of the target, with a quantity.
    fileprivate func judges(_ figure: Assessment.LatestFigure) -> Bool {
        isBinding(at: figure.period.halfYear) && yardstick.quantity(of: figure.value).isFinite
    }
}
