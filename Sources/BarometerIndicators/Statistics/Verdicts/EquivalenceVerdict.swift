/// Whether something changed, is shown to be stable, or neither can be said: no significant change is not "unchanged".
///
/// Source: the two one-sided tests of D. J. Schuirmann (1987), against a margin agreed before the figures are known.
public enum EquivalenceVerdict: String, Sendable {
    /// The change is shown to be smaller than the margin.
    case stable
    /// The change is shown to be none of chance.
    case changed
    /// Both: a change, and one too small to matter.
    case changedImmaterially
    /// Neither: the figures are too uncertain for a word.
    case undetermined

    /// The verdict from the 90 % and the 95 % interval of a change, with a margin in the same unit.
    ///
    /// The 90 % interval has to lie inside the margin on both sides, and the 95 % interval has to exclude 0; an end on
    /// the margin or on 0, to a tolerance of 1e-9, does neither. A margin of 0 never gives stable.
    public init(of ninety: Interval, _ ninetyFive: Interval, margin: Double) {
        precondition(margin >= 0, "a margin is not negative")
        let tolerance = 1e-9
        let isInside = ninety.lower > -margin + tolerance && ninety.upper < margin - tolerance
        let isChange = ninetyFive.lower > tolerance || ninetyFive.upper < -tolerance
        self =
            switch (isInside, isChange) {
            case (true, false): .stable
            case (false, true): .changed
            case (true, true): .changedImmaterially
            case (false, false): .undetermined
            }
    }

    /// The verdict from a change and its standard error by the normal distribution.
    public init(change: Double, standardError: Double, margin: Double) {
        precondition(standardError >= 0, "a standard error is not negative")
        func interval(_ confidence: Double) -> Interval {
            let reach = NormalDistribution.criticalValue(confidence: confidence) * standardError
            return Interval(lower: change - reach, upper: change + reach)
        }
        self.init(of: interval(0.9), interval(0.95), margin: margin)
    }
}
