/// What a PX file says about its figures: title, units and notes.
enum PXNotes {
    /// The first of these that the file has.
    private static let titles = ["TITLE", "DESCRIPTION", "CONTENTS"]

    /// Footnotes, in the order in which readers need them, the mandatory ones first.
    private static let footnotes = ["NOTEX", "NOTE", "VALUENOTEX", "VALUENOTE", "CELLNOTEX", "CELLNOTE"]

    /// Facts that say nothing without their keyword.
    private static let facts = ["REFPERIOD", "BASEPERIOD", "SOURCE", "LAST-UPDATED"]

    /// The title of the table; empty where it has none.
    static func title(_ header: PXHeader) -> String {
        titles.lazy.compactMap { header.localized($0)?.prose }.first { !$0.isEmpty } ?? ""
    }

    /// The footnotes led by what they are about, then facts led by their keyword.
    ///
    /// A fact that is the same for all measures stands once. Linear in the number of entries.
    static func notes(_ header: PXHeader) -> [String] {
        footnotes.flatMap { keyword in
            entries(keyword, header).map { (subject($0).map { "\($0): " } ?? "") + $0.prose }
        }
            + facts.flatMap { keyword in
                let entries = entries(keyword, header)
                if let first = entries.first, entries.allSatisfy({ $0.prose == first.prose }) {
                    return ["\(keyword): \(first.prose)"]
                }
                return entries.map { "\(keyword): " + (subject($0).map { "\($0): " } ?? "") + $0.prose }
            }
    }

    /// The unit of each measure by its code, or that of the whole table under the empty code.
    static func units(_ header: PXHeader, contents: PXVariable?, codes: [String]) -> [String: String] {
        let common = (header.localized("UNITS")?.values.first?.text).flatMap { $0.isEmpty ? nil : $0 }
        guard let contents else { return common.map { ["": $0] } ?? [:] }
        var units: [String: String] = [:]
        for (position, code) in codes.enumerated() {
            let unit = header.localized("UNITS", main: contents.values[position], local: contents.labels[position])
            units[code] = unit ?? common
        }
        return units
    }

    /// The entries of a keyword in the wanted language, else in that of the file.
    private static func entries(_ keyword: String, _ header: PXHeader) -> [PXEntry] {
        let all = header.entries.filter { $0.keyword == keyword && !$0.prose.isEmpty }
        let translated = all.filter { $0.language != nil && $0.language == header.language }
        return translated.isEmpty ? all.filter { $0.language == nil } : translated
    }

    private static func subject(_ entry: PXEntry) -> String? {
        let names = entry.subs.filter { $0 != "*" }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
