import BarometerCore

/// What a reader of sums must know: cells without a value, and figures that do not add up.
struct Remarks {
    /// How many rows of the answer have no value.
    var missing = 0
    /// Whether any sum is one of several values.
    var hasSums = false

    /// The notes on an answer of a measure.
    func notes(on measure: MeasureColumn) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if missing > 0 {
            notes.append(
                Diagnostic(
                    .missingLeftOut,
                    LocalizedText(
                        en: "\(missing) cells without a value are in no sum",
                        da: "\(missing) celler uden værdi er ikke med i nogen sum"
                    ),
                    severity: .note,
                    hint: LocalizedText(
                        en: "see where with --aggregate sum,missing",
                        da: "se hvor med --aggregate sum,missing"
                    )
                )
            )
        }
        if !measure.unit.isAdditive, hasSums {
            notes.append(
                Diagnostic(
                    .notAdditive,
                    LocalizedText(
                        en: "figures in \(measure.unit.symbol) were taken together, and their sum means nothing",
                        da: "tal i \(measure.unit.symbol) er taget sammen, og deres sum betyder intet"
                    ),
                    severity: .warning,
                    hint: LocalizedText(
                        en: "select one code in each dimension, or ask for mean, min or max",
                        da: "vælg én kode i hver dimension, eller spørg om mean, min eller max"
                    )
                )
            )
        }
        return notes
    }
}
