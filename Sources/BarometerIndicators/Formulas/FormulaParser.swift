import BarometerCore

/// Reads the text of a formula, by recursive descent over its characters.
struct FormulaParser {
    private let source: FormulaSource
    private let characters: [Character]
    private var position = 0
    /// How many brackets are open; more than a hundred are a fault, not a formula.
    private var depth = 0

    /// Reads a whole formula.
    ///
    /// - Throws: `FormulaError` at the first character that cannot go on; what stands behind it has no meaning yet.
    static func parse(_ source: FormulaSource) throws(FormulaError) -> Formula.Part {
        var parser = FormulaParser(source: source, characters: Array(source.text))
        let part = try parser.sum()
        guard parser.position == parser.characters.count else {
            throw parser.unexpected(
                expecting: LocalizedText(
                    en: "an operator (+ - * /) or the end",
                    da: "et regnetegn (+ - * /) eller slutningen"
                )
            )
        }
        return part
    }

    private init(source: FormulaSource, characters: [Character]) {
        self.source = source
        self.characters = characters
    }

    // MARK: Expressions

    private mutating func sum() throws(FormulaError) -> Formula.Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 100 else {
            throw unexpected(
                expecting: LocalizedText(
                    en: "at most 100 brackets in each other",
                    da: "højst 100 parenteser i hinanden"
                )
            )
        }
        var left = try product()
        while let sign = takeOperator([.plus, .minus]) {
            let right = try product()
            left = Formula.Part(
                formula: .combined(sign, left, right),
                range: left.range.lowerBound..<right.range.upperBound
            )
        }
        return left
    }

    private mutating func product() throws(FormulaError) -> Formula.Part {
        var left = try operand()
        while let sign = takeOperator([.times, .over]) {
            let right = try operand()
            left = Formula.Part(
                formula: .combined(sign, left, right),
                range: left.range.lowerBound..<right.range.upperBound
            )
        }
        return left
    }

    private mutating func operand() throws(FormulaError) -> Formula.Part {
        skipBlanks()
        let start = position
        if take("(") {
            let inner = try sum()
            try expect(")")
            return inner
        }
        if peek?.isNumber == true {
            let text = takeWord { $0.isNumber || $0 == "." }
            guard let number = DecimalNumber(parsing: text, format: .machine) else {
                throw unexpected(at: start..<position, expecting: LocalizedText(en: "a number", da: "et tal"))
            }
            return Formula.Part(formula: .number(number.value), range: start..<position)
        }
        guard let name = takeName() else {
            throw unexpected(
                expecting: LocalizedText(
                    en: "a dataset, rate(…), gap(…) or a number",
                    da: "et datasæt, rate(…), gap(…) eller et tal"
                )
            )
        }
        skipBlanks()
        guard peek == "(" else { return try figures(of: name) }
        guard name.text == "rate" || name.text == "gap" else { throw unknownFunction(name) }
        try expect("(")
        let first = try sum()
        try expect(",")
        let second = try sum()
        try expect(")")
        return Formula.Part(
            formula: name.text == "rate"
                ? .rate(numerator: first, denominator: second) : .gap(group: first, reference: second),
            range: start..<position
        )
    }

    // MARK: Figures of a dataset

    private mutating func figures(of dataset: FigureSelection.Name) throws(FormulaError) -> Formula.Part {
        let start = dataset.range.lowerBound
        var selection = FigureSelection(dataset: dataset, measure: nil, conditions: [])
        if take(".") {
            guard let measure = takeName() else {
                throw unexpected(expecting: LocalizedText(en: "the name of a measure", da: "navnet på et mål"))
            }
            selection.measure = measure
        }
        var end = position
        skipBlanks()
        if take("[") {
            repeat { selection.conditions.append(try condition()) } while take(",")
            try expect("]")
            end = position
        }
        return Formula.Part(formula: .figures(selection), range: start..<end)
    }

    private mutating func condition() throws(FormulaError) -> FigureSelection.Condition {
        skipBlanks()
        guard let dimension = takeName() else {
            throw unexpected(expecting: LocalizedText(en: "the name of a dimension", da: "navnet på en dimension"))
        }
        skipBlanks()
        let excluding = take("!")
        try expect("=")
        var values: [FigureSelection.Name] = []
        repeat { values.append(try value()) } while take("|")
        return FigureSelection.Condition(dimension: dimension, values: values, excluding: excluding)
    }

    private mutating func value() throws(FormulaError) -> FigureSelection.Name {
        skipBlanks()
        let start = position
        if take("\"") {
            let text = takeWord { $0 != "\"" }
            guard take("\"") else {
                throw unexpected(
                    at: start..<position,
                    expecting: LocalizedText(en: "a closing quotation mark", da: "et afsluttende anførselstegn")
                )
            }
            return FigureSelection.Name(text: text, range: start..<position)
        }
        let text = takeWord { !$0.isWhitespace && !",|]\"".contains($0) }
        guard !text.isEmpty else {
            throw unexpected(expecting: LocalizedText(en: "a code or a label", da: "en kode eller en tekst"))
        }
        return FigureSelection.Name(text: text, range: start..<position)
    }

    // MARK: Characters

    private var peek: Character? {
        position < characters.count ? characters[position] : nil
    }

    private mutating func skipBlanks() {
        while peek?.isWhitespace == true { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipBlanks()
        guard peek == character else { return false }
        position += 1
        return true
    }

    private mutating func takeOperator(_ signs: [Formula.Operator]) -> Formula.Operator? {
        skipBlanks()
        guard let character = peek, let sign = signs.first(where: { $0.rawValue == String(character) }) else {
            return nil
        }
        position += 1
        return sign
    }

    private mutating func takeWord(_ belongs: (Character) -> Bool) -> String {
        let start = position
        while let character = peek, belongs(character) { position += 1 }
        return String(characters[start..<position])
    }

    /// A name of letters, digits and underscores that begins with a letter.
    private mutating func takeName() -> FigureSelection.Name? {
        let start = position
        guard peek?.isLetter == true else { return nil }
        let text = takeWord { $0.isLetter || $0.isNumber || $0 == "_" }
        return FigureSelection.Name(text: text, range: start..<position)
    }

    private mutating func expect(_ character: Character) throws(FormulaError) {
        guard take(character) else {
            throw unexpected(expecting: LocalizedText("\"\(character)\""))
        }
    }

    private func unexpected(at range: Range<Int>? = nil, expecting: LocalizedText) -> FormulaError {
        let found = peek.map { "\"\($0)\"" }
        return FormulaError([
            source.fault(
                .formulaSyntax,
                at: range ?? position..<position + 1,
                LocalizedText(
                    en: "the formula cannot go on with \(found ?? "its end") here",
                    da: "formlen kan ikke fortsætte med \(found ?? "sin slutning") her"
                ),
                hint: LocalizedText(en: "expected \(expecting.en)", da: "her ventes \(expecting.da)")
            )
        ])
    }

    private func unknownFunction(_ name: FigureSelection.Name) -> FormulaError {
        FormulaError([
            source.fault(
                .formulaName,
                at: name.range,
                LocalizedText(
                    en: "there is no function \"\(name.text)\"",
                    da: "der er ingen funktion \"\(name.text)\""
                ),
                hint: LocalizedText(en: "the functions are rate and gap", da: "funktionerne er rate og gap")
            )
        ])
    }
}
