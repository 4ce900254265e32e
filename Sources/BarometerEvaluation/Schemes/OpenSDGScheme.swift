/// Open SDG's automatic progress of one series (Statistics Canada's method), number for number as its code has it.
///
/// The baseline is the configured one, or else 2015, or else the first later year with data; the deadline is 2030 where
/// none is given. A target or baseline of 0 becomes 0.001. With a target the value is `sign * d * growth / |required
/// growth|`, without one `sign * d * growth`, sign being −1 for a negative baseline. A target that is met gives
/// `target_achieved` and 5 whatever the trend.
///
/// **Half-years.** Open SDG cuts a label to its first four characters. Where at most one figure falls into each year that
/// is what happens here, too. Where two do it stops with an error, and so does our answer for it (`upstreamRefusal`); the
/// status, value and score beside it are the same formulas with years counted as halves, which cuts no label: 2010H2 to
/// 2013H2 are 3 years.
///
/// **Comparisons** are made without tolerance, like upstream: a value a hair below a threshold is below it.
///
/// Not here: a status set by hand, the column `Progress` that replaces the values, and the choice of series; they are
/// what upstream is given, not what it computes.
///
/// Source: open-sdg/sdg-build 2.4.0 and its documentation; Statistics Canada, progress measurement methodology.
public enum OpenSDGScheme {
    /// The labels, as upstream writes them.
    public enum Status: String, Sendable, CaseIterable {
        case targetAchieved = "target_achieved"
        case substantialProgress = "substantial_progress"
        case moderateProgress = "moderate_progress"
        case limitedProgress = "limited_progress"
        case deterioration
        case notAvailable = "not_available"
    }

    /// A zero that the method cannot compute with, and that became 0.001.
    public enum Replacement: String, Sendable, Hashable {
        case baseline, target
    }

    /// The answer for one series.
    public struct Verdict: Sendable, Hashable {
        /// The label.
        public var status: Status
        /// The ratio of growth rates with a target, the growth a year without one; nil where it cannot be computed.
        public var value: Double?
        /// −5 to 5; nil where there is neither a value nor a target that is met.
        public var score: Double?
        /// Why there is no value.
        public var reason: SchemeReason?
        /// Why Open SDG itself would stop with an error on these figures; nil where it answers.
        public var upstreamRefusal: SchemeReason?
        /// The zeros that became 0.001, which then decides the value.
        public var replacements: [Replacement] = []
    }

    /// The answer for a series with its baseline, goal and limit.
    public static func verdict(of schemeCase: SchemeCase) -> Verdict {
        let years = Years(of: schemeCase)
        let refusal: SchemeReason? = years.isHalved ? .twoFiguresInOneYear : nil
        do throws(SchemeReason) {
            return judge(try Series(of: schemeCase, years: years), refusal: refusal)
        } catch {
            // Without any figure upstream warns; with figures that are all too early it stops.
            let isStopped = error == .noLaterFigure
            return Verdict(status: .notAvailable, reason: error, upstreamRefusal: refusal ?? (isStopped ? error : nil))
        }
    }

    private static func judge(_ series: Series, refusal: SchemeReason?) -> Verdict {
        let thresholds = Thresholds(of: series)
        var verdict = Verdict(status: .notAvailable, upstreamRefusal: refusal, replacements: series.replacements)
        do throws(SchemeReason) {
            verdict.value = try series.progress()
        } catch {
            verdict.reason = error
        }
        if series.isTargetAchieved {
            (verdict.status, verdict.score) = (.targetAchieved, 5)
        } else if let value = verdict.value {
            (verdict.status, verdict.score) = (thresholds.status(of: value), thresholds.score(of: value))
        }
        return verdict
    }

    /// The label of a score, which is what an indicator of several series is given.
    public static func status(ofScore score: Double) -> Status {
        if score >= 2.5 { return .substantialProgress }
        if score >= 0 { return .moderateProgress }
        return score >= -2.5 ? .limitedProgress : .deterioration
    }
}
