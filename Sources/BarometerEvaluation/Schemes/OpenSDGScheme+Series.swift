extension OpenSDGScheme {
    /// The axis of time: whole years by label, or halves where two figures share a label.
    struct Years {
        let isHalved: Bool

        init(of schemeCase: SchemeCase) {
            let figures = schemeCase.figures
            isHalved = zip(figures, figures.dropFirst()).contains {
                Years.label($0.halfYear) == Years.label($1.halfYear)
            }
        }

        static func label(_ halfYear: Int) -> Int { halfYear >> 1 }

        func from(_ earlier: Int, to later: Int) -> Double {
            isHalved ? Double(later - earlier) / 2 : Double(Years.label(later) - Years.label(earlier))
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
            years = axis.from(base.halfYear, to: latest.halfYear)
            requiredYears = axis.from(base.halfYear, to: deadline)
            replacements = (base.value == 0 ? [.baseline] : []) + (goal == 0 ? [.target] : [])
            self.base = base
            self.latest = latest
        }

        private static func base(of schemeCase: SchemeCase) throws(SchemeReason) -> SchemeCase.Figure {
            let figures = schemeCase.figures
            guard
                let base = schemeCase.baseline
                    ?? figures.last(where: { Years.label($0.halfYear) == defaultBaseYear })
                    ?? figures.first(where: { Years.label($0.halfYear) > defaultBaseYear })
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
            guard (target < 0) == (start < 0) else { throw .targetAcrossZero }
            let required = try CompoundGrowth.rate(from: start, to: target, years: requiredYears)
            guard required != 0 else { throw .targetIsBaseline }
            return sign * direction * growth / required.magnitude + 0
        }
    }
}
