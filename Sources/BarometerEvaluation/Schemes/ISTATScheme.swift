/// The five classes of ISTAT and ASTAT: the compound growth a year since the first figure, the right way.
///
/// More than 5 % is a clear improvement, more than 1 % a slight one, more than −1 % stable, more than −5 % a slight
/// worsening, and −5 % or less a clear one: each class holds its upper end. No target and no deadline; the baseline of
/// the goal takes no part.
///
/// Source: ISTAT, Rapporto SDGs; ASTAT, Nachhaltigkeitsindikatoren.
public enum ISTATScheme {
    /// The classes, from the best.
    public enum Category: String, Sendable, CaseIterable {
        case clearImprovement, slightImprovement, stable, slightWorsening, clearWorsening
    }

    /// A growth rate with its class.
    public struct Verdict: Sendable, Hashable {
        /// The compound growth a year the right way, a fraction.
        public var growth: Double
        /// Its class.
        public var category: Category
    }

    /// The verdict since the first figure.
    public static func verdict(of schemeCase: SchemeCase) -> SchemeOutcome<Verdict> {
        SchemeOutcome { () throws(SchemeReason) in
            guard let first = schemeCase.halfYearly.first else { throw .noFigure }
            let span = SchemeCase.Span(base: first, latest: try schemeCase.latest())
            guard span.halfYears > 0 else { throw .noLaterFigure }
            let growth = try CompoundGrowth.favourable(span, sign: try schemeCase.sign())
            return Verdict(growth: growth, category: category(of: growth))
        }
    }

    /// The class of a growth rate the right way, given as a fraction.
    public static func category(of growth: Double) -> Category {
        let classes: [(above: Double, Category)] = [
            (0.05, .clearImprovement), (0.01, .slightImprovement), (-0.01, .stable), (-0.05, .slightWorsening),
        ]
        return classes.first { growth.exceeds($0.above) }?.1 ?? .clearWorsening
    }
}
