import BarometerCore

/// The progress chart of the United Nations Statistics Division, note of 2023: the share of the way that will be gone.
///
/// The growth since the baseline is continued to the deadline; the share of the required change that this covers gives
/// 3 (met or on track, at least 0.95), 2 (fair, needs acceleration, at least 0.10) or 1 (stagnation or regression).
/// Without a target growth of 2 % and of 0.5 % a year the right way are the limits. A latest value that meets the target
/// is 3 whatever the trend; within 1 point of a target of 0 % or 100 % counts as met; a deadline that has passed is judged
/// on the figures up to it; yes/no figures are 3 or 1; series of growth rates are left to experts.
///
/// Source: United Nations Statistics Division, note on the progress chart, 2023, as adopted by Eustat.
public enum UNStatisticsScheme {
    /// The class, 3 the best.
    public enum Category: Int, Sendable, CaseIterable {
        case stagnationOrRegression = 1
        case needsAcceleration = 2
        case onTrack = 3
    }

    /// A class with the number behind it.
    public struct Verdict: Sendable, Hashable {
        /// The share of the way from baseline to target that is covered at the deadline; nil where there is no target or
        /// the share cannot be computed and the target is met anyway.
        public var share: Double?
        /// The growth a year the right way, a fraction, for indicators without a target; nil with one.
        public var growth: Double?
        /// The class.
        public var category: Category
    }

    /// The verdict on a case.
    public static func verdict(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            switch schemeCase.quantity {
            case .growthRate: throw .growthRate
            case .yesNo:
                return Verdict(category: try isYes(schemeCase) ? .onTrack : .stagnationOrRegression)
            case .percentage, .other:
                return try schemeCase.goal == nil ? trend(of: schemeCase) : progress(of: schemeCase)
            }
        }
    }

    /// The class of a share of the way.
    public static func category(share: Double) -> Category {
        share.reaches(0.95) ? .onTrack : share.reaches(0.1) ? .needsAcceleration : .stagnationOrRegression
    }

    /// The class of a growth rate the right way, given as a fraction.
    public static func category(growth: Double) -> Category {
        growth.reaches(0.02) ? .onTrack : growth.reaches(0.005) ? .needsAcceleration : .stagnationOrRegression
    }

    private static func trend(of schemeCase: SchemeCase) throws(SchemeReason) -> Verdict {
        let growth = try CompoundGrowth.favourable(try schemeCase.span(), sign: try schemeCase.sign())
        return Verdict(growth: growth, category: category(growth: growth))
    }

    private static func progress(of schemeCase: SchemeCase) throws(SchemeReason) -> Verdict {
        let latest = try judged(schemeCase)
        do throws(SchemeReason) {
            let share = try share(of: latest, in: schemeCase)
            let category = isMet(by: latest.value, in: schemeCase) ? .onTrack : category(share: share)
            return Verdict(share: share, category: category)
        } catch {
            guard isMet(by: latest.value, in: schemeCase) else { throw error }
            return Verdict(category: .onTrack)
        }
    }

    /// The last figure, or the last one up to a deadline that has passed.
    private static func judged(_ schemeCase: SchemeCase) throws(SchemeReason) -> SchemeCase.Figure {
        let deadline = schemeCase.goal?.deadline ?? .max
        guard let figure = schemeCase.halfYearly.last(where: { $0.halfYear <= deadline }) else { throw .noFigure }
        return figure
    }

    private static func share(of latest: SchemeCase.Figure, in schemeCase: SchemeCase) throws(SchemeReason) -> Double {
        let span = SchemeCase.Span(base: try schemeCase.base(), latest: latest)
        guard span.halfYears > 0 else { throw .noLaterFigure }
        let journey = try schemeCase.journey(from: span.base)
        let deadline = try schemeCase.deadline(after: span.base)
        let rate = try CompoundGrowth.rate(from: span.base.value, to: latest.value, years: span.years)
        let remaining = Double(deadline - latest.halfYear) / 2
        guard let factor = Elementary.power(1 + rate, remaining), factor.isFinite else { throw .outOfRange }
        return (latest.value * factor - span.base.value) / journey.length + 0
    }

    private static func isMet(by value: Double, in schemeCase: SchemeCase) -> Bool {
        if schemeCase.isMet(by: value) { return true }
        guard schemeCase.quantity == .percentage, let target = try? schemeCase.target() else { return false }
        return (target == 0 || target == 100) && !(value - target).magnitude.exceeds(1)
    }

    private static func isYes(_ schemeCase: SchemeCase) throws(SchemeReason) -> Bool {
        if schemeCase.goal != nil { return schemeCase.isMet(by: try judged(schemeCase).value) }
        return try schemeCase.sign() > 0
            ? try schemeCase.latest().value.reaches(1) : !(try schemeCase.latest().value.exceeds(0))
    }
}
