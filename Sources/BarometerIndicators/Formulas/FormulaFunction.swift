import BarometerCore

/// The functions of the language.
enum FormulaFunction: String, CaseIterable {
    case rate, gap, peers, change, index

    /// How the function is written, for hints.
    var signature: LocalizedText {
        switch self {
        case .rate: LocalizedText(en: "rate(numerator, denominator)", da: "rate(tæller, nævner)")
        case .gap: LocalizedText(en: "gap(group, reference)", da: "gap(gruppe, reference)")
        case .peers:
            LocalizedText(
                en: "peers(figures, DIMENSION=code | code), with weights code:weight",
                da: "peers(tal, DIMENSION=kode | kode), med vægte kode:vægt"
            )
        case .change:
            LocalizedText(
                en: "change(figures), change(figures, 2), change(figures, year) or change(figures, previous)",
                da: "change(tal), change(tal, 2), change(tal, year) eller change(tal, previous)"
            )
        case .index: LocalizedText(en: "index(figures, 2010H2)", da: "index(tal, 2010H2)")
        }
    }

    /// The names of all, for the hint at an unknown one.
    static let list = LocalizedText(
        en: FormulaFunction.joined(by: "and"),
        da: FormulaFunction.joined(by: "og")
    )

    private static func joined(by word: String) -> String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " \(word) " + names.suffix(1).joined()
    }
}
