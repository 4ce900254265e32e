/// The weather symbols of the German indicators of sustainable development: the recent pace, continued to the deadline.
///
/// The mean change over the last six figures is continued from the latest one; how far that misses the target, as a share
/// of what remains, gives sun (reached, or missed by less than 5 %), sun with cloud (up to 20 %) or cloud (more). A
/// distance that stays or grows is a thunderstorm, and a target that is met is sun. With fewer than six figures those
/// there are count, and their number is told. The mean is taken a half-year, which is the same where figures come at even
/// steps.
///
/// Source: Statistisches Bundesamt, Indikatoren der Deutschen Nachhaltigkeitsstrategie, indicator report.
public enum DestatisScheme {
    /// The symbols, from the best.
    public enum Symbol: String, Sendable, CaseIterable {
        case sun, sunWithCloud, cloud, thunderstorm
    }

    /// A symbol with the numbers behind it.
    public struct Verdict: Sendable, Hashable {
        /// The symbol.
        public var symbol: Symbol
        /// The value at the deadline if the pace holds; nil where the target is met.
        public var expected: Double?
        /// How much of the remaining distance is then still missing, a fraction; negative is beyond the target.
        public var missedShare: Double?
        /// How many figures the pace is taken from, 2 to 6: fewer than 6 is short of the rule, 0 where the target is met.
        public var figures: Int
    }

    /// How many figures the pace is taken from.
    public static let ruleFigures = 6

    /// The symbol of a case; no baseline takes part.
    public static func verdict(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            let (target, sign, latest) = (try schemeCase.target(), try schemeCase.sign(), try schemeCase.latest())
            if schemeCase.isMet(by: latest.value) { return Verdict(symbol: .sun, figures: 0) }
            let remaining = try schemeCase.deadline() - latest.halfYear
            guard remaining >= 0 else { throw .deadlinePassed }
            let recent = schemeCase.halfYearly.suffix(ruleFigures)
            guard let first = recent.first, recent.count > 1 else { throw .tooFewFigures }
            let pace = (latest.value - first.value) / Double(latest.halfYear - first.halfYear)
            let expected = latest.value + pace * Double(remaining)
            let missed = sign * (target - expected) / (target - latest.value).magnitude
            return Verdict(
                symbol: (sign * pace).exceeds(0) ? symbol(missedShare: missed) : .thunderstorm,
                expected: expected,
                missedShare: missed,
                figures: recent.count
            )
        }
    }

    /// The symbol of a miss while the direction is right.
    public static func symbol(missedShare: Double) -> Symbol {
        if !missedShare.reaches(0.05) { return .sun }
        return missedShare.exceeds(0.2) ? .cloud : .sunWithCloud
    }
}
