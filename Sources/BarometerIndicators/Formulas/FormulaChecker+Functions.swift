import BarometerCore
import BarometerStore

/// Units and periods of what the functions take and give.
extension FormulaChecker {
    mutating func checkRate(_ numerator: Formula.Part, _ denominator: Formula.Part) -> Kind? {
        let kinds = (checkAmount(numerator), checkAmount(denominator))
        guard let first = kinds.0, let second = kinds.1 else { return nil }
        guard first.unit == second.unit else {
            addFault(
                .formulaUnit,
                at: denominator.range,
                LocalizedText(
                    en: "a rate is a part of a whole in one unit, and these are \(first.unit.words.en) and "
                        + "\(second.unit.words.en)",
                    da: "en rate er en del af en helhed i én enhed, og disse er \(first.unit.words.da) og "
                        + "\(second.unit.words.da)"
                ),
                hint: LocalizedText(
                    en: "give both in one unit, or divide with / for a figure in \(first.unit.symbol)/"
                        + second.unit.symbol,
                    da: "angiv begge i én enhed, eller del med / for et tal i \(first.unit.symbol)/"
                        + second.unit.symbol
                )
            )
            return nil
        }
        return joined(first.kind, second.kind, unit: .percent, decimals: 1, at: denominator)
    }

    /// The kind of a part of a rate: something counted or measured, and no share itself.
    private mutating func checkAmount(_ part: Formula.Part) -> (kind: Kind, unit: Unit)? {
        guard let checked = checkFigures(part) else { return nil }
        guard checked.unit.isAmount else {
            addFault(
                .formulaUnit,
                at: part.range,
                LocalizedText(
                    en: "a rate is computed from counts, and this is in \(checked.unit.words.en)",
                    da: "en rate beregnes af antal, og dette er i \(checked.unit.words.da)"
                ),
                hint: LocalizedText(
                    en: "give the counts, or use the published percentage as it is",
                    da: "angiv antallene, eller brug den offentliggjorte procent som den er"
                )
            )
            return nil
        }
        return checked
    }

    mutating func checkChange(_ figures: Formula.Part, _ lag: Formula.Lag?, at range: Range<Int>) -> Kind? {
        guard let (kind, unit) = checkFigures(figures) else { return nil }
        if let frequency = kind.frequency, let hint = wayOut(of: lag, for: frequency) {
            addFault(
                .formulaUnit,
                at: lag?.range ?? range,
                lag == nil
                    ? LocalizedText(
                        en: "daily figures, as those of elections, have no fixed distance to the ones before",
                        da: "daglige tal, som dem fra valg, har ingen fast afstand til dem før"
                    )
                    : LocalizedText(
                        en: "a year is no fixed number of periods in \(frequency.words.en) figures",
                        da: "et år er intet fast antal perioder i \(frequency.words.da) tal"
                    ),
                hint: hint
            )
            return nil
        }
        return Kind(unit: unit.ofDifference, frequency: kind.frequency, decimals: kind.decimals)
    }

    /// What to write instead of a distance that figures of a frequency do not have; nil where they have it.
    private func wayOut(of lag: Formula.Lag?, for frequency: Frequency) -> LocalizedText? {
        switch (lag?.distance, frequency) {
        case (nil, .daily), (.year, .daily):
            LocalizedText(
                en: "write change(…, previous) for the figure before, or the number of days",
                da: "skriv change(…, previous) for tallet før, eller antallet af dage"
            )
        case (.year, .weekly):
            LocalizedText(en: "write the number of weeks, such as 52", da: "skriv antallet af uger, som 52")
        default: nil
        }
    }

    mutating func checkIndex(_ figures: Formula.Part, _ base: Formula.Base) -> Kind? {
        guard let (kind, _) = checkFigures(figures) else { return nil }
        if let frequency = kind.frequency, frequency != base.period.frequency {
            addFault(
                .formulaUnit,
                at: base.range,
                LocalizedText(
                    en:
                        "the figures are \(frequency.words.en), and the base \(base.period) is not one of their periods",
                    da: "tallene er \(frequency.words.da), og basen \(base.period) er ikke en af deres perioder"
                ),
                hint: LocalizedText(
                    en: "take a base such as \(base.period.ending(in: frequency))",
                    da: "tag en base som \(base.period.ending(in: frequency))"
                )
            )
            return nil
        }
        var isKnown = true
        for selection in figures.formula.selections {
            guard let dataset = datasets[selection.dataset.text], let periods = dataset.table.time?.periods,
                let first = periods.min(), let last = periods.max(), !periods.contains(base.period)
            else { continue }
            isKnown = false
            addFault(
                .formulaName,
                at: base.range,
                LocalizedText(
                    en: "\(dataset.id) has no figures of \(base.period)",
                    da: "\(dataset.id) har ingen tal for \(base.period)"
                ),
                hint: LocalizedText(
                    en: "its periods go from \(first) to \(last)",
                    da: "dets perioder går fra \(first) til \(last)"
                )
            )
        }
        return isKnown ? Kind(unit: .index, frequency: kind.frequency, decimals: 1) : nil
    }
}
