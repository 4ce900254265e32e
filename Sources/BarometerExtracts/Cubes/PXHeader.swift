import BarometerCore

/// The entries of a PX file before its cells, found by keyword, language and what they are about.
struct PXHeader {
    private struct Key: Hashable {
        var keyword: String
        var language: String?
        var subs: [String]
    }

    /// In the order of the file.
    let entries: [PXEntry]
    /// The language of the file first, then the others; empty where it names none.
    let languages: [String]
    /// The language of the texts where it is not that of the file.
    let language: String?
    let text: PXText
    private var byKey: [Key: PXEntry] = [:]

    /// Indexes the entries; texts will be those of the wanted language where the file has it.
    ///
    /// Entries of the language of the file may be marked with it or not.
    init(_ all: [PXEntry], text: PXText, wanted: String?, bag: inout DiagnosticBag) {
        self.text = text
        let main = all.first { $0.keyword == "LANGUAGE" }?.values.first
        let entries = all.map { entry in
            var entry = entry
            if entry.language == main?.text { entry.language = nil }
            return entry
        }
        let others = all.first { $0.keyword == "LANGUAGES" }?.texts ?? []
        languages = (main.map { [$0.text] } ?? []) + others.filter { $0 != main?.text }
        let isKnown = wanted.map { wanted in entries.contains { $0.language == wanted } } ?? false
        language = isKnown ? wanted : nil
        self.entries = entries
        for entry in entries {
            let key = Key(keyword: entry.keyword, language: entry.language, subs: entry.subs)
            if byKey[key] == nil {
                byKey[key] = entry
            } else if PXKeyword.structural.contains(entry.keyword) {
                bag.add(.repeatedKeyword, path: text.path, group: "") { PXHeader.repeated(entry, text) }
            }
        }
        if let wanted, !isKnown, wanted != main?.text {
            bag.add(PXHeader.unknown(wanted, among: languages, text: text, at: main?.range ?? 0..<0))
        }
    }

    /// The entry of a keyword in the language of the file.
    func entry(_ keyword: String, _ subs: String...) -> PXEntry? {
        byKey[Key(keyword: keyword, language: nil, subs: subs)]
    }

    /// The entry of a keyword in the wanted language only.
    func translated(_ keyword: String, _ subs: String...) -> PXEntry? {
        language.flatMap { byKey[Key(keyword: keyword, language: $0, subs: subs)] }
    }

    /// The entry of a keyword in the wanted language, else in that of the file.
    func localized(_ keyword: String) -> PXEntry? {
        translated(keyword) ?? entry(keyword)
    }

    /// The first text of a keyword about something whose name depends on the language; nil where it is empty.
    func localized(_ keyword: String, main: String, local: String) -> String? {
        (translated(keyword, local) ?? entry(keyword, main))?.values.first.map(\.text).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What the entries of a keyword are about, such as the variables that have VALUES.
    func subjects(of keyword: String) -> [String] {
        entries.filter { $0.keyword == keyword && $0.language == nil }.compactMap(\.subs.first)
    }
}

// MARK: - Faults

extension PXHeader {
    /// A keyword that the file must have and has not.
    ///
    /// The last entry stands for the place, since nothing stands where it should.
    func missing(_ name: String, hint: LocalizedText) -> Diagnostic {
        text.fault(
            .missingKeyword,
            en: "the file has no \(name)",
            da: "filen har ingen \(name)",
            at: entries.last?.range ?? 0..<0,
            hint: hint
        )
    }

    private static func repeated(_ entry: PXEntry, _ text: PXText) -> Diagnostic {
        text.fault(
            .repeatedKeyword,
            en: "\(entry.name) stands in the file more than once",
            da: "\(entry.name) står i filen mere end én gang",
            at: entry.range,
            hint: LocalizedText(en: "remove all of them but the right one", da: "fjern alle undtagen den rigtige")
        )
    }

    private static func unknown(_ name: String, among languages: [String], text: PXText, at range: Range<Int>)
        -> Diagnostic
    {
        let list = languages.joined(separator: ", ")
        return text.fault(
            .unknownLanguage,
            en: "the file has no texts in the language \"\(name)\"; those of the file itself were taken",
            da: "filen har ingen tekster på sproget \"\(name)\"; filens egne blev brugt",
            severity: .warning,
            at: range,
            hint: languages.isEmpty
                ? LocalizedText(en: "ask for no language", da: "bed ikke om et sprog")
                : LocalizedText(en: "ask for one of: \(list)", da: "bed om et af: \(list)")
        )
    }
}
