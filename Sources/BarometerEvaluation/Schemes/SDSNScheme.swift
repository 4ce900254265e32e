/// The Sustainable Development Report: a score between two fixed values, and an arrow for the pace.
///
/// The score is 0 at the worst value and 100 at the best, clamped. The arrow compares the mean change of a window with the
/// even change that leads from baseline to target at the deadline: below 0 decreasing, up to half stagnating, up to the
/// whole moderately improving, from there on track; a target that is met is on track. The window decides the arrow, so
/// two are given.
///
/// Source: Sustainable Development Solutions Network, Sustainable Development Report, methods. Taken: a met target at the
/// latest figure counts as holding; the goalposts are given, for the report derives them from all countries.
public enum SDSNScheme {
    /// The arrows, from the worst.
    public enum Arrow: String, Sendable, CaseIterable {
        case decreasing, stagnating, moderatelyImproving, onTrack

        /// What the arrow counts in the mean of a goal, 0 to 3.
        public var points: Int {
            switch self {
            case .decreasing: 0
            case .stagnating: 1
            case .moderatelyImproving: 2
            case .onTrack: 3
            }
        }
    }

    /// An arrow with the number behind it.
    public struct Verdict: Sendable, Hashable {
        /// The mean change in the window over the required one; nil where the target is met and no ratio exists.
        public var ratio: Double?
        /// The arrow.
        public var arrow: Arrow
    }

    /// How far the recent window reaches back.
    public static let recentHalfYears = 4

    /// Where the latest value stands between worst (0) and best (100).
    public static func score(of schemeCase: SchemeCase) -> SchemeOutcome<Double> {
        SchemeOutcome { () throws(SchemeReason) in
            guard let posts = schemeCase.goalposts, posts.best != posts.worst else { throw .noGoalposts }
            let share = (try schemeCase.latest().value - posts.worst) / (posts.best - posts.worst)
            return min(max(100 * share, 0), 100)
        }
    }

    /// The arrow of the way since the baseline.
    public static func arrowSinceBaseline(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            try judge(schemeCase) { () throws(SchemeReason) in try schemeCase.span() }
        }
    }

    /// The arrow of the last half-years, from the earliest figure in them.
    public static func arrow(
        of schemeCase: SchemeCase,
        ofLast halfYears: Int = recentHalfYears
    ) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            try judge(schemeCase) { () throws(SchemeReason) in try schemeCase.span(ofLast: halfYears) }
        }
    }

    /// The arrow of a ratio of paces.
    public static func arrow(ratio: Double) -> Arrow {
        if ratio.reaches(1) { return .onTrack }
        if ratio.reaches(0.5) { return .moderatelyImproving }
        return ratio.reaches(0) ? .stagnating : .decreasing
    }

    /// The mean of the arrows' points, 0 to 3; nil without arrows.
    public static func goalMean(of arrows: [Arrow]) -> Double? {
        arrows.isEmpty ? nil : Double(arrows.reduce(0) { $0 + $1.points }) / Double(arrows.count)
    }

    private static func judge(
        _ schemeCase: SchemeCase,
        over window: () throws(SchemeReason) -> SchemeCase.Span
    ) throws(SchemeReason) -> Verdict {
        let isMet = schemeCase.isMet(by: try schemeCase.latest().value)
        do throws(SchemeReason) {
            let (base, window) = (try schemeCase.base(), try window())
            let journey = try schemeCase.journey(from: base)
            let required = journey.length / Double(try schemeCase.deadline(after: base) - base.halfYear)
            let ratio = window.change / Double(window.halfYears) / required + 0
            return Verdict(ratio: ratio, arrow: isMet ? .onTrack : arrow(ratio: ratio))
        } catch {
            guard isMet else { throw error }
            return Verdict(arrow: .onTrack)
        }
    }
}
