import BarometerCore
import BarometerStore

/// Figures held against earlier ones of their own: `change` and `index`.
extension FormulaEvaluator {
    /// The figures minus those so much earlier, where the earlier ones are.
    ///
    /// The two figures are of the same persons to a large part, so the counts of both make no basis for an interval.
    mutating func change(_ part: Formula.Part, _ lag: Formula.Lag?) throws(FormulaError) -> [Series.Observation] {
        let figures = try evaluate(part).observations
        let distance: Int? =
            switch lag?.distance ?? .periods(1) {
            case .periods(let count): count
            case .year: figures.first?.period.frequency.periodsPerYear ?? 1
            case .previous: nil
            }
        let earlier = figures.indices.compactMap { place -> Series.Observation? in
            var figure = figures[place]
            if let distance {
                figure.period = figure.period.advanced(by: distance)
            } else {
                guard place + 1 < figures.count else { return nil }
                figure.period = figures[place + 1].period
            }
            return figure
        }
        return PeriodFigures.joined(.byPeriod(figures), .byPeriod(earlier)) { $0 - $1 }.observations
    }

    /// The figures in percent of that of the base period; all are missing where the base has none above zero.
    mutating func index(_ part: Formula.Part, _ base: Formula.Base) throws(FormulaError) -> [Series.Observation] {
        let figures = try evaluate(part).observations
        guard !figures.isEmpty else { return [] }
        let origin = figures.first { $0.period == base.period }
        if let value = origin?.value, value > 0 {
            return PeriodFigures.joined(.byPeriod(figures), .constant(value)) { 100 * ($0 / $1) }.observations
        }
        let problem =
            origin?.value == nil
            ? LocalizedText(
                en: "the base \(base.period) has no figure, so the index has none",
                da: "basen \(base.period) har intet tal, så indekset har ingen"
            )
            : LocalizedText(
                en: "the figure of the base \(base.period) is not above zero, so the index has none",
                da: "tallet for basen \(base.period) er ikke over nul, så indekset har ingen"
            )
        let usable = figures.first { ($0.value ?? 0) > 0 }?.period
        warn(
            base.range,
            problem,
            hint: usable.map {
                LocalizedText(
                    en: "take another base; the first with a figure above zero is \($0)",
                    da: "tag en anden base; den første med et tal over nul er \($0)"
                )
            } ?? LocalizedText(en: "no period can be the base", da: "ingen periode kan være base")
        )
        let reason = origin.map { $0.value == nil ? $0.reason : .cannotOccur } ?? .notAvailable
        return figures.map {
            Series.Observation(period: $0.period, value: nil, status: $0.value == nil ? $0.reason : reason)
        }
    }
}
