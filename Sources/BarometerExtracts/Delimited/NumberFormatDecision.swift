import BarometerCore

/// Which signs the numbers of a column use, decided over all its distinct texts.
package enum NumberFormatDecision: Equatable {
    /// One reading fits the most texts.
    case decided(NumberFormat)
    /// No text holds a decimal sign or a grouping sign.
    case wholeNumbers
    /// Two readings fit equally and differ, as for `1.234` alone.
    case undecided([NumberFormat])

    /// The formats that offices use, the simplest first.
    static let candidates: [NumberFormat] = [
        NumberFormat(decimal: ","), NumberFormat(decimal: "."),
        NumberFormat(decimal: ",", grouping: "."), NumberFormat(decimal: ".", grouping: ","),
        NumberFormat(decimal: ",", grouping: " "), NumberFormat(decimal: ",", grouping: "\u{A0}"),
        NumberFormat(decimal: ",", grouping: "\u{202F}"), NumberFormat(decimal: ".", grouping: " "),
        NumberFormat(decimal: ".", grouping: "\u{A0}"), NumberFormat(decimal: ".", grouping: "\u{202F}"),
        NumberFormat(decimal: ".", grouping: "'"),
    ]

    /// Decides for the texts of a column without its markers.
    ///
    /// Where no format reads any of the texts that hold signs, the column counts as whole numbers, and each of them
    /// becomes a fault later. Takes the time of all texts for each format, and of all pairs of texts where two readings
    /// fit equally and differ.
    package static func over(_ texts: some Collection<String>) -> NumberFormatDecision {
        let separated = texts.lazy.filter(isSeparated)
        let ungrouped = texts.lazy.filter { !isSeparated($0) }
        if separated.allSatisfy({ DecimalNumber(parsing: $0, format: .machine).map { $0.decimals == 0 } ?? false }) {
            return .wholeNumbers
        }
        var fitting = candidates.map { _ in 0 }
        for text in separated {
            for (index, format) in candidates.enumerated() where DecimalNumber(parsing: text, format: format) != nil {
                fitting[index] += 1
            }
        }
        guard let most = fitting.max(), most > 0 else { return .wholeNumbers }
        let best = zip(candidates, fitting).filter { $0.1 == most }.map(\.0)
        if best.count == 1 || separated.allSatisfy({ haveSameValue(of: $0, in: best) }) { return .decided(best[0]) }
        // Groups are believed where every number of the column that is large enough to need them has them.
        let figures = { (text: String) in text.drop { $0 == "-" || $0 == "+" }.count }
        let isGrouped = !ungrouped.isEmpty && ungrouped.allSatisfy { figures($0) <= 3 }
        if isGrouped, let grouped = best.first(where: { $0.grouping != nil }) { return .decided(grouped) }
        let isUngrouped = ungrouped.contains { figures($0) > 3 }
        if isUngrouped, let plain = best.first(where: { $0.grouping == nil }) { return .decided(plain) }
        return .undecided(best)
    }

    /// Whether a text holds signs between its digits.
    private static func isSeparated(_ text: String) -> Bool {
        if text.isPlainNumber { return !text.isDigits }
        return text.dropFirst().contains { !$0.isNumber } || text.first == "." || text.first == ","
    }

    private static func haveSameValue(of text: String, in formats: [NumberFormat]) -> Bool {
        let value = DecimalNumber(parsing: text, format: formats[0])?.value
        return formats.dropFirst().allSatisfy { DecimalNumber(parsing: text, format: $0)?.value == value }
    }
}
