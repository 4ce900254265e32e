/// Eurostat's rule for indicators with a target: the growth rate since the baseline over the rate that was required.
///
/// A ratio of at least 0.95 is significant, of 0.60 moderate, of 0 insufficient progress; below is movement away. The
/// required rate runs from the baseline to the deadline, so a late sprint is judged as the average since the baseline.
/// The ratio has no meaning where the baseline met the target, and does not exist where base or target is zero or zero
/// lies between any two of the three values; Eurostat treats such indicators one by one.
///
/// Source: Eurostat, Sustainable development in the European Union, monitoring report, annex on methods, 2017–2024.
public enum EurostatTargetScheme {
    /// The class of a ratio.
    public enum Category: String, Sendable, CaseIterable {
        case significant, moderate, insufficient, away

        /// The arrow printed for it.
        public var arrow: String {
            switch self {
            case .significant: "↑"
            case .moderate: "↗"
            case .insufficient: "↘"
            case .away: "↓"
            }
        }
    }

    /// A ratio with its class.
    public struct Verdict: Sendable, Hashable {
        /// The observed over the required growth rate; 1 is on track.
        public var ratio: Double
        /// Its class.
        public var category: Category
        /// The indicator's part of a goal score, −5 to 5.
        public var score: Double
    }

    /// The verdict since the baseline.
    public static func verdict(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            let span = try schemeCase.span()
            let journey = try schemeCase.journey(from: span.base)
            let deadline = try schemeCase.deadline(after: span.base)
            guard journey.target != 0 else { throw .zeroTarget }
            let observed = try CompoundGrowth.rate(
                from: span.base.value,
                to: span.latest.value,
                years: span.years
            )
            guard (journey.target < 0) == (span.base.value < 0) else { throw .targetAcrossZero }
            let required = try CompoundGrowth.rate(
                from: span.base.value,
                to: journey.target,
                years: Double(deadline - span.base.halfYear) / 2
            )
            guard required != 0 else { throw .targetIsBaseline }
            let ratio = observed / required + 0
            return Verdict(ratio: ratio, category: category(of: ratio), score: EurostatGoalScore.score(ratio: ratio))
        }
    }

    /// The class of a ratio.
    public static func category(of ratio: Double) -> Category {
        if ratio.reaches(0.95) { return .significant }
        if ratio.reaches(0.6) { return .moderate }
        return ratio.reaches(0) ? .insufficient : .away
    }
}
