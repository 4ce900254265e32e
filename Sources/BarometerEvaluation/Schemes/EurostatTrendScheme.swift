/// Eurostat's rule for indicators without a target: the compound growth a year, the right way, against fixed rates.
///
/// At least 1 % is significant progress, 0 to 1 % moderate progress, down to −1 % moderate and −1 % or less significant
/// movement away. Only the first and the last figure count. Eurostat publishes a long and a short window side by side;
/// the verdict since the baseline is what other schemes are compared with.
///
/// Source: Eurostat, Sustainable development in the European Union, monitoring report, annex on methods, 2017–2024.
public enum EurostatTrendScheme {
    /// The class of a growth rate.
    public enum Category: String, Sendable, CaseIterable {
        case significant, moderate, moderateAway, significantAway

        /// The arrow printed for it.
        public var arrow: String {
            switch self {
            case .significant: "↑"
            case .moderate: "↗"
            case .moderateAway: "↘"
            case .significantAway: "↓"
            }
        }
    }

    /// A growth rate with its class.
    public struct Verdict: Sendable, Hashable {
        /// The compound growth a year the right way, as a fraction: 0.0566 is 5.66 per cent better each year.
        public var growth: Double
        /// Its class.
        public var category: Category
        /// The indicator's part of a goal score, −5 to 5.
        public var score: Double
    }

    /// How far a window reaches back, and how much of it figures must cover.
    public struct Window: Sendable, Hashable {
        /// The years that it reaches back.
        public var years: Int
        /// The years that the figures in it must span.
        public var leastYears: Int

        /// The long term: 15 years, at least 10.
        public static let longTerm = Window(years: 15, leastYears: 10)
        /// The short term: 5 years, at least 3.
        public static let shortTerm = Window(years: 5, leastYears: 3)
    }

    /// The verdict since the baseline, over any span.
    public static func verdict(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in try judge(try schemeCase.span(), sign: try schemeCase.sign()) }
    }

    /// The verdict over a published window, from the earliest figure in it; none where the figures span too little.
    public static func verdict(of schemeCase: SchemeCase, over window: Window) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            let span = try schemeCase.span(ofLast: 2 * window.years, atLeast: 2 * window.leastYears)
            return try judge(span, sign: try schemeCase.sign())
        }
    }

    /// The class of a growth rate the right way, given as a fraction.
    public static func category(of growth: Double) -> Category {
        if growth.reaches(0.01) { return .significant }
        if growth.reaches(0) { return .moderate }
        return growth.exceeds(-0.01) ? .moderateAway : .significantAway
    }

    private static func judge(_ span: SchemeCase.Span, sign: Double) throws(SchemeReason) -> Verdict {
        let growth = try CompoundGrowth.favourable(span, sign: sign)
        return Verdict(growth: growth, category: category(of: growth), score: EurostatGoalScore.score(growth: growth))
    }
}
