import BarometerCore
extension OpenSDGScheme {
    /// The axis of time: whole years by label, or halves where two figures share a label.
    struct Years {
        let isHalved: Bool

        init(of schemeCase: SchemeCase) {
            let figures = schemeCase.figures
            isHalved = zip(figures, figures.dropFirst()).contains {
                $0.labelYear == $1.labelYear
            }
        }

        func from(_ earlier: SchemeCase.Figure, to later: SchemeCase.Figure) -> Double {
            isHalved ? Double(later.halfYear - earlier.halfYear) / 2 : Double(later.labelYear - earlier.labelYear)
        }
    }

    /// A series as the method sees it.
    struct Series {
        static let defaultBaseYear = 2015
        static let defaultTargetYear = 2030
        /// What stands in for zero.
        static let almostZero = 0.001

        let base: SchemeCase.Figure
        let latest: SchemeCase.Figure
        let direction: Double
        let target: Double?
        let limit: Double?
        /// Years from the baseline to the latest figure.
        let years: Double
        /// Years from the baseline to the deadline.
        let requiredYears: Double
        let replacements: [Replacement]

        init(of schemeCase: SchemeCase, years axis: Years) throws(SchemeReason) {
            let latest = try schemeCase.latest()
            direction = try schemeCase.sign()
            let base = try Series.base(of: schemeCase)
            let goal = try schemeCase.goal.map { _ throws(SchemeReason) in try schemeCase.target() }
            target = goal == 0 ? Series.almostZero : goal
            limit = schemeCase.limit
            let deadline = schemeCase.goal?.deadline ?? 2 * Series.defaultTargetYear + 1
            years = axis.from(base, to: latest)
            requiredYears = axis.from(base, to: SchemeCase.Figure(halfYear: deadline, value: goal ?? 0))
            replacements = (base.value == 0 ? [.baseline] : []) + (goal == 0 ? [.target] : [])
            self.base = base
            self.latest = latest
        }

        private static func base(of schemeCase: SchemeCase) throws(SchemeReason) -> SchemeCase.Figure {
            if let obstacle = schemeCase.obstacle { throw obstacle }
            let figures = schemeCase.figures
            guard
                let base = schemeCase.baseline
                    ?? figures.last(where: { $0.labelYear == defaultBaseYear })
                    ?? figures.first(where: { $0.labelYear > defaultBaseYear })
            else { throw .noLaterFigure }
            return base
        }

        var isTargetAchieved: Bool {
            guard let target else { return false }
            return direction < 0 ? latest.value <= target : latest.value >= target
        }

        /// The growth a year the right way, over the required one where there is a target.
        func progress() throws(SchemeReason) -> Double {
            guard years >= 1 else { throw years < 0 ? .noLaterFigure : .spanTooShort }
            let start = base.value == 0 ? Series.almostZero : base.value
            let sign: Double = base.value < 0 ? -1 : 1
            let growth = try CompoundGrowth.rate(from: start, to: latest.value, years: years)
            guard let target else { return sign * direction * growth + 0 }
            guard requiredYears != 0 else { throw .deadlineNotAfterBaseline }
            let required =
                (target < 0) == (start < 0)
                ? try CompoundGrowth.rate(from: start, to: target, years: requiredYears).magnitude
                : Series.complexRate(from: start, to: target, years: requiredYears)
            guard required != 0 else { throw .targetIsBaseline }
            return sign * direction * growth / required + 0
        }

        /// What upstream divides by where the target lies across zero.
        ///
        /// Its language takes the complex root of the negative ratio without a word, and then its modulus. It means nothing,
        /// and it is what upstream prints.
        private static func complexRate(from start: Double, to target: Double, years: Double) -> Double {
            let exponent = 1 / years
            let root = Elementary.power((target / start).magnitude, exponent) ?? .nan
            return (root * root - 2 * root * Elementary.cosine(.pi * exponent) + 1).squareRoot()
        }
    }
}
