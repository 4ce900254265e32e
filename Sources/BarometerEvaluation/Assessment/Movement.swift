import BarometerCore
import BarometerIndicators
import BarometerStore

/// How the value has changed, over several spans and never only one.
public struct Movement: Sendable {
    /// What a change means.
    public enum Verdict: String, Sendable {
        /// It goes the right way, and is no fluctuation.
        case better
        /// It goes the wrong way, and is no fluctuation.
        case worse
        /// It is smaller than what matters, as far as can be told: never only because nothing could be shown.
        case stable
        /// It may be a change and may be none.
        case undetermined
    }

    /// A change between two figures.
    public struct Change: Sendable {
        /// The period of the earlier figure.
        public var from: Period
        /// Later minus earlier; percentage points where the figures are percentages.
        public var change: Double
        /// Whether the change goes the right way.
        public var verdict: Verdict
        /// The 95 % interval of the change, as if the two figures came from different people, which makes it wide rather
        /// than narrow; nil unless both figures have counts.
        public var interval95: Interval?
        /// The probability of so large a change by chance alone; nil unless both figures have counts.
        public var p: Double?
        /// The size below which a change of this series is usual fluctuation.
        public var noiseFloor: NoiseFloor
        /// Whether the change is shown and still smaller than the margin of what matters.
        public var isImmaterial: Bool
        /// The break between the two figures that makes them incomparable; nil where there is none.
        public var brokenBy: Indicator.Break?
    }

    /// What changes are measured against.
    struct Measure {
        /// What the figures shall come to; nearer to it is better.
        var target: Target?
        /// Which way is better without a target.
        var direction: Indicator.Direction
        /// The decimals of the figures; those computed from counts are exact whatever they are printed with.
        var decimals: Int
        /// How figures of the series were revised.
        var revisions: RevisionStatistics?
        /// The largest change that does not matter, agreed in advance; nil where none was.
        var margin: Double?
        var breaks: [Indicator.Break]
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

    /// The floor of the latest change.
    public var noiseFloor: NoiseFloor? { (sinceLastEdition ?? sincePreviousFigure ?? sinceBaseline)?.noiseFloor }

    /// - Parameters:
    ///   - figures: those with a value up to the edition, from early to late; nil where there is none.
    ///   - baseline: without counts where its value was adopted.
    init?(figures: [Series.Observation], baseline: Series.Observation?, edition: Period, measure: Measure) {
        guard let latest = figures.last else { return nil }
        let isCarried = latest.period.halfYear < edition.halfYear
        func change(sinceHalfYear halfYear: Int) -> Change? {
            guard !isCarried else { return nil }
            return figures.last { $0.period.halfYear == halfYear }.flatMap { Change(from: $0, to: latest, measure) }
        }
        sinceLastEdition = change(sinceHalfYear: edition.halfYear - 1)
        sinceSameHalfLastYear = change(sinceHalfYear: edition.halfYear - 2)
        if let baseline, baseline.period.halfYear < latest.period.halfYear {
            sinceBaseline = Change(from: baseline, to: latest, measure)
        }
        sincePreviousFigure = figures.dropLast().last.flatMap { Change(from: $0, to: latest, measure) }
    }
}

extension Movement.Change {
    /// The change from one figure to a later one; nil where one has no value.
    init?(from earlier: Series.Observation, to later: Series.Observation, _ measure: Movement.Measure) {
        guard let first = earlier.value, let second = later.value else { return nil }
        from = earlier.period
        change = second - first
        brokenBy = measure.breaks.first { earlier.period < $0.period && $0.period <= later.period }
        interval95 = later.basis.flatMap { $0.change(since: earlier.basis, confidence: 0.95) }
        p = later.basis?.test(since: earlier.basis)?.p
        let inner = later.basis.flatMap { $0.change(since: earlier.basis, confidence: 0.90) }
        let isExact = earlier.basis != nil && later.basis != nil
        noiseFloor = NoiseFloor(
            processInterval: interval95,
            revisions: measure.revisions,
            decimals: isExact ? 12 : measure.decimals
        )
        let isSeen = Movement.Change.isSeen(change, interval95, noiseFloor)
        let isWithinMargin = Movement.Change.isWithin(
            measure.margin,
            reach: (second - first).magnitude + noiseFloor.value,
            inner,
            interval95
        )
        isImmaterial = isSeen && isWithinMargin == true
        let favourable =
            measure.target?.improvement(from: first, to: second) ?? measure.direction.sign * change
        verdict =
            switch (isSeen, isWithinMargin) {
            case _ where brokenBy != nil: .undetermined
            case (_, true?): .stable
            case (true, _): favourable > Target.tolerance ? .better : favourable < -Target.tolerance ? .worse : .stable
            // Figures that print the same and are known no better have not moved, as far as anybody can tell.
            case (false, _): noiseFloor.setBy == .rounding ? .stable : .undetermined
            }
    }

    /// Whether the change is smaller than the margin with all that is not known of it; nil without a margin.
    private static func isWithin(
        _ margin: Double?,
        reach: Double,
        _ ninety: Interval?,
        _ ninetyFive: Interval?
    ) -> Bool? {
        guard let margin else { return nil }
        guard let ninety, let ninetyFive else { return reach < margin }
        let verdict = EquivalenceVerdict(of: ninety, ninetyFive, margin: margin)
        return verdict == .stable || verdict == .changedImmaterially
    }

    /// Whether the change is more than fluctuation: its interval leaves out zero, and it reaches the floor.
    ///
    /// A step of one in the last decimal is seen: rounding alone cannot turn its direction.
    private static func isSeen(_ change: Double, _ interval: Interval?, _ floor: NoiseFloor) -> Bool {
        guard change.magnitude > Target.tolerance else { return false }
        if let interval, interval.contains(0) { return false }
        // The interval is asked itself: half its width is only its size, and it need not lie evenly around the change.
        return floor.setBy == .process || !floor.covers(change)
    }
}
