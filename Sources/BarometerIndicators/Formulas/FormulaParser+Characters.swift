import BarometerCore

/// The characters of a formula, one after the other.
extension FormulaParser {
    var peek: Character? {
        position < characters.count ? characters[position] : nil
    }

    mutating func skipBlanks() {
        while peek?.isWhitespace == true { position += 1 }
    }

    mutating func take(_ character: Character) -> Bool {
        skipBlanks()
        guard peek == character else { return false }
        position += 1
        return true
    }

    mutating func takeOperator(_ signs: [Formula.Operator]) -> Formula.Operator? {
        skipBlanks()
        guard let character = peek, let sign = signs.first(where: { $0.rawValue == String(character) }) else {
            return nil
        }
        position += 1
        return sign
    }

    mutating func takeWord(_ belongs: (Character) -> Bool) -> String {
        let start = position
        while let character = peek, belongs(character) { position += 1 }
        return String(characters[start..<position])
    }

    /// A name of letters, digits and underscores that begins with a letter.
    mutating func takeName() -> FigureSelection.Name? {
        let start = position
        guard peek?.isLetter == true else { return nil }
        let text = takeWord { $0.isLetter || $0.isNumber || $0 == "_" }
        return FigureSelection.Name(text: text, range: start..<position)
    }

    /// A text in double quotes, in which two of them stand for one; nil where no quote is next.
    mutating func takeQuoted() throws(FormulaError) -> FigureSelection.Name? {
        let start = position
        guard peek == "\"" else { return nil }
        position += 1
        var text = takeWord { $0 != "\"" }
        while peek == "\"", position + 1 < characters.count, characters[position + 1] == "\"" {
            position += 2
            text += "\"" + takeWord { $0 != "\"" }
        }
        guard peek == "\"" else {
            throw unexpected(
                at: start..<position,
                expecting: LocalizedText(en: "a closing quotation mark", da: "et afsluttende anførselstegn")
            )
        }
        position += 1
        return FigureSelection.Name(text: text, range: start..<position)
    }

    mutating func expect(_ character: Character, of function: FormulaFunction? = nil) throws(FormulaError) {
        guard take(character) else {
            let form = function.map {
                LocalizedText(en: "; write \($0.signature.en)", da: "; skriv \($0.signature.da)")
            }
            throw unexpected(
                expecting: LocalizedText(
                    en: "\"\(character)\"" + (form?.en ?? ""),
                    da: "\"\(character)\"" + (form?.da ?? "")
                )
            )
        }
    }

    // MARK: Faults

    func unexpected(at range: Range<Int>? = nil, expecting: LocalizedText) -> FormulaError {
        let place = (range ?? position..<position + 1).clamped(to: 0..<characters.count)
        let found = place.isEmpty ? nil : "\"\(String(characters[place]))\""
        return FormulaError([
            source.diagnostic(
                .formulaSyntax,
                at: place,
                LocalizedText(
                    en: "the formula cannot go on with \(found ?? "its end") here",
                    da: "formlen kan ikke fortsætte med \(found ?? "sin slutning") her"
                ),
                hint: wrongSign ?? LocalizedText(en: "expected \(expecting.en)", da: "her ventes \(expecting.da)")
            )
        ])
    }

    /// The quotation marks that text processors put in place of straight ones.
    static let foreignQuotes: Set<Character> = ["“", "”", "„", "»", "«", "‘", "’"]

    /// What to do where a text processor's quotation mark or a decimal comma stands.
    private var wrongSign: LocalizedText? {
        guard let found = peek else { return nil }
        if FormulaParser.foreignQuotes.contains(found) {
            return LocalizedText(en: "write straight double quotes: \"", da: "skriv lige anførselstegn: \"")
        }
        let isBetweenDigits =
            found == "," && position > 0 && characters[position - 1].isNumber && position + 1 < characters.count
            && characters[position + 1].isNumber
        return isBetweenDigits
            ? LocalizedText(en: "write decimals with a point, as in 0.5", da: "skriv decimaler med punktum, som 0.5")
            : nil
    }

    /// Tells a fault of the text behind which reading can go on.
    mutating func addFault(
        _ code: DiagnosticCode,
        at range: Range<Int>,
        _ message: LocalizedText,
        hint: LocalizedText
    ) {
        faults.append(source.diagnostic(code, at: range, message, hint: hint))
    }
}
