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
    package static func over(_ texts: [String]) -> NumberFormatDecision {
        let separated = texts.filter { text in
            text.dropFirst().contains { !$0.isNumber } || text.first == "." || text.first == ","
        }
        if separated.allSatisfy({ DecimalNumber(parsing: $0, format: .machine).map { $0.decimals == 0 } ?? false }) {
            return .wholeNumbers
        }
        let readings = candidates.map { format in
            (format: format, numbers: separated.map { DecimalNumber(parsing: $0, format: format) })
        }
        let fitting = readings.map { $0.numbers.count { $0 != nil } }
        guard let most = fitting.max(), most > 0 else { return .wholeNumbers }
        let best = zip(readings, fitting).filter { $0.1 == most }.map(\.0)
        if best.dropFirst().allSatisfy({ $0.numbers.map(\.?.value) == best[0].numbers.map(\.?.value) }) {
            return .decided(best[0].format)
        }
        // Groups are believed where every number of the column that is large enough to need them has them.
        let separatedTexts = Set(separated)
        let ungrouped = texts.filter { !separatedTexts.contains($0) }
        let isGrouped = !ungrouped.isEmpty && ungrouped.allSatisfy { $0.drop { $0 == "-" || $0 == "+" }.count <= 3 }
        if isGrouped, let grouped = best.first(where: { $0.format.grouping != nil }) { return .decided(grouped.format) }
        let isUngrouped = ungrouped.contains { $0.drop { $0 == "-" || $0 == "+" }.count > 3 }
        if isUngrouped, let plain = best.first(where: { $0.format.grouping == nil }) { return .decided(plain.format) }
        return .undecided(best.map(\.format))
    }
}
