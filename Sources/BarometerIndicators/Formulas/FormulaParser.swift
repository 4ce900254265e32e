import BarometerCore

/// A formula that could be read to its end, with the faults that did not keep the rest from being read.
struct ParsedFormula {
    /// The formula; where there are faults it is only good for finding more of them.
    var part: Formula.Part
    /// What was told while reading.
    var faults: [Diagnostic] = []
    /// Places of parts that mean nothing, which was told: nothing more can be said of them.
    var meaningless: [Range<Int>] = []
    /// What stands in such parts and can be checked for itself.
    var loose: [Formula.Part] = []
}

/// Reads the text of a formula, by recursive descent over its characters.
struct FormulaParser {
    let source: FormulaSource
    let characters: [Character]
    var position = 0
    var faults: [Diagnostic] = []
    var meaningless: [Range<Int>] = []
    var loose: [Formula.Part] = []
    var isInsidePeers = false
    private var depth = 0
    private var partCount = 0

    /// Brackets in each other, and parts in all; more are a fault, not a formula, and would exhaust the stack.
    private static let limits = (depth: 100, parts: 500)

    /// Reads a whole formula.
    ///
    /// - Throws: `FormulaError` at the first character that cannot go on, with all that was told before it; what stands
    ///   behind it has no meaning yet.
    static func parse(_ source: FormulaSource) throws(FormulaError) -> ParsedFormula {
        var parser = FormulaParser(source: source, characters: Array(source.text))
        do throws(FormulaError) {
            let part = try parser.sum()
            guard parser.position == parser.characters.count else {
                throw parser.unexpected(
                    expecting: LocalizedText(
                        en: "an operator (+ - * /) or the end",
                        da: "et regnetegn (+ - * /) eller slutningen"
                    )
                )
            }
            return ParsedFormula(
                part: part,
                faults: parser.faults,
                meaningless: parser.meaningless,
                loose: parser.loose
            )
        } catch {
            throw FormulaError(parser.faults + error.diagnostics)
        }
    }

    private init(source: FormulaSource, characters: [Character]) {
        self.source = source
        self.characters = characters
    }

    // MARK: Expressions

    mutating func sum() throws(FormulaError) -> Formula.Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FormulaParser.limits.depth else {
            let most = FormulaParser.limits.depth
            throw unexpected(
                expecting: LocalizedText(
                    en: "at most \(most) brackets in each other",
                    da: "højst \(most) parenteser i hinanden"
                )
            )
        }
        var left = try product()
        while let sign = takeOperator([.plus, .minus]) { left = combined(sign, left, try product()) }
        return left
    }

    private mutating func product() throws(FormulaError) -> Formula.Part {
        var left = try signed()
        while let sign = takeOperator([.times, .over]) { left = combined(sign, left, try signed()) }
        return left
    }

    private func combined(_ sign: Formula.Operator, _ left: Formula.Part, _ right: Formula.Part) -> Formula.Part {
        Formula.Part(formula: .combined(sign, left, right), range: left.range.lowerBound..<right.range.upperBound)
    }

    private mutating func signed() throws(FormulaError) -> Formula.Part {
        skipBlanks()
        let start = position
        guard take("-") else { return try operand() }
        let part = try operand()
        return Formula.Part(formula: .negated(part), range: start..<part.range.upperBound)
    }

    private mutating func operand() throws(FormulaError) -> Formula.Part {
        skipBlanks()
        try countPart()
        let start = position
        if take("(") {
            let inner = try sum()
            try expect(")")
            if meaningless.contains(inner.range) { meaningless.append(start..<position) }
            return Formula.Part(formula: inner.formula, range: start..<position)
        }
        if peek?.isNumber == true {
            return Formula.Part(formula: .number(try number()), range: start..<position)
        }
        guard let name = takeName() else {
            throw unexpected(
                expecting: LocalizedText(
                    en: "a dataset, a function such as rate(…), or a number",
                    da: "et datasæt, en funktion som rate(…), eller et tal"
                )
            )
        }
        skipBlanks()
        return peek == "(" ? try call(name) : try figures(of: name)
    }

    /// Counts an operand or a peer; too many throw.
    mutating func countPart() throws(FormulaError) {
        partCount += 1
        guard partCount > FormulaParser.limits.parts else { return }
        let most = FormulaParser.limits.parts
        throw unexpected(
            expecting: LocalizedText(en: "at most \(most) parts in a formula", da: "højst \(most) dele i en formel")
        )
    }

    /// A number with a decimal point.
    mutating func number() throws(FormulaError) -> Double {
        let start = position
        let text = takeWord { $0.isNumber || $0 == "." }
        guard let number = DecimalNumber(parsing: text, format: .machine) else {
            throw unexpected(
                at: start..<max(position, start + 1),
                expecting: LocalizedText(en: "a number", da: "et tal")
            )
        }
        return number.value
    }
}
