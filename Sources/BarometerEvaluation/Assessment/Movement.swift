import BarometerCore
import BarometerIndicators

/// How the value has changed, over several spans and never only one.
public struct Movement: Sendable {
    /// What a change means.
    public enum Verdict: String, Sendable {
        case better, worse, stable, undetermined
    }

    /// A change between two figures.
    public struct Change: Sendable {
        /// The period of the earlier figure.
        public var from: Period
        /// Later minus earlier; percentage points where the figures are percentages.
        public var change: Double
        /// Whether the change goes the right way; stable is no change at all, undetermined one across a break.
        public var verdict: Verdict
        /// The break between the two figures that makes them incomparable; nil where there is none.
        public var brokenBy: Indicator.Break?
    }

    /// Since the half-year before the edition.
    ///
    /// nil where the latest figure is carried, or there is no figure of that half-year.
    public var sinceLastEdition: Change?
    /// Since the same half of the year before; nil in the same cases.
    public var sinceSameHalfLastYear: Change?
    /// Since the baseline; nil at the baseline itself.
    public var sinceBaseline: Change?
    /// Since the figure before the latest, however old: from election to election.
    public var sincePreviousFigure: Change?

    init(
        of latest: Assessment.LatestFigure,
        figures: [(period: Period, value: Double)],
        baseline: Assessment.BaselineFigure?,
        edition: Period,
        direction: Indicator.Direction,
        breaks: [Indicator.Break]
    ) {
        func change(from period: Period, _ value: Double) -> Change {
            Movement.change(from: (period, value), to: latest, direction: direction, breaks: breaks)
        }
        func change(sinceHalfYear halfYear: Int) -> Change? {
            guard !latest.isCarried else { return nil }
            return figures.last { $0.period.halfYear == halfYear }.map { change(from: $0.period, $0.value) }
        }
        sinceLastEdition = change(sinceHalfYear: edition.halfYear - 1)
        sinceSameHalfLastYear = change(sinceHalfYear: edition.halfYear - 2)
        if let baseline, baseline.period < latest.period {
            sinceBaseline = change(from: baseline.period, baseline.value)
        }
        sincePreviousFigure = figures.last { $0.period < latest.period }.map { change(from: $0.period, $0.value) }
    }

    private static func change(
        from earlier: (period: Period, value: Double),
        to latest: Assessment.LatestFigure,
        direction: Indicator.Direction,
        breaks: [Indicator.Break]
    ) -> Change {
        let change = latest.value - earlier.value
        let favourable = direction.sign * change
        let broken = breaks.first { earlier.period < $0.period && $0.period <= latest.period }
        let verdict: Verdict =
            broken != nil
            ? .undetermined
            : favourable > Target.tolerance ? .better : favourable < -Target.tolerance ? .worse : .stable
        return Change(from: earlier.period, change: change, verdict: verdict, brokenBy: broken)
    }
}
