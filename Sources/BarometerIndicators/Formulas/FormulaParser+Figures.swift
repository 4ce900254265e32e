import BarometerCore

/// Figures of a dataset: `dataset.MEASURE[DIMENSION=code|code, DIMENSION!=code]`.
extension FormulaParser {
    mutating func figures(of dataset: FigureSelection.Name) throws(FormulaError) -> Formula.Part {
        let start = dataset.range.lowerBound
        var selection = FigureSelection(dataset: dataset, measure: nil, conditions: [])
        if take(".") {
            guard let measure = try takeNameOrQuoted() else {
                throw unexpected(expecting: LocalizedText(en: "the name of a measure", da: "navnet på et mål"))
            }
            selection.measure = measure
        }
        var end = selection.measure?.range.upperBound ?? dataset.range.upperBound
        if take("[") {
            repeat { selection.conditions.append(try condition()) } while take(",")
            try expect("]")
            end = position
        }
        return Formula.Part(formula: .figures(selection), range: start..<end)
    }

    private mutating func condition() throws(FormulaError) -> FigureSelection.Condition {
        let dimension = try dimension()
        skipBlanks()
        let excluding = take("!")
        try expect("=")
        var values: [FigureSelection.Name] = []
        repeat { values.append(try value(endingAt: ",|]\"")) } while take("|")
        return FigureSelection.Condition(dimension: dimension, values: values, excluding: excluding)
    }

    mutating func dimension() throws(FormulaError) -> FigureSelection.Name {
        skipBlanks()
        guard let name = try takeNameOrQuoted() else {
            throw unexpected(expecting: LocalizedText(en: "the name of a dimension", da: "navnet på en dimension"))
        }
        return name
    }

    /// A code or label: in double quotes, or a word that ends at a blank or one of these signs.
    mutating func value(endingAt signs: String) throws(FormulaError) -> FigureSelection.Name {
        skipBlanks()
        if let quoted = try takeQuoted() { return quoted }
        let start = position
        let isForeign = peek.map(FormulaParser.foreignQuotes.contains) ?? false
        let text = isForeign ? "" : takeWord { !$0.isWhitespace && !signs.contains($0) }
        guard !text.isEmpty else {
            throw unexpected(expecting: LocalizedText(en: "a code or a label", da: "en kode eller en tekst"))
        }
        return FigureSelection.Name(text: text, range: start..<position)
    }

    private mutating func takeNameOrQuoted() throws(FormulaError) -> FigureSelection.Name? {
        if let quoted = try takeQuoted() { return quoted }
        return takeName()
    }
}
