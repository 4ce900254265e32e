import BarometerCore
import Yams

/// The keys of one place in a catalogue, read one by one; what is missing, wrong or unknown is told with its place.
struct CatalogueMapping {
    let file: CatalogueFile
    let node: Node.Mapping

    /// The keys with their values in the order of the file.
    var entries: [(name: String, mark: Mark?, value: Node)] {
        node.map { ($0.key.scalar?.string ?? "", $0.key.mark, $0.value) }
    }

    /// The value of a key; nil where it is absent or empty, which is told if the key is required.
    func node(_ key: String, required: Bool = false) -> Node? {
        let value = entries.first { $0.name == key }?.value
        let isEmpty =
            value?.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? (value == nil)
        if isEmpty, required {
            file.addFault(
                .missingKey,
                at: node.mark,
                LocalizedText(en: "the key \"\(key)\" is missing", da: "nøglen \"\(key)\" mangler"),
                hint: LocalizedText(en: "add \"\(key): …\" here", da: "tilføj \"\(key): …\" her")
            )
        }
        return isEmpty ? nil : value
    }

    /// Tells of keys that mean nothing here, with the nearest that do.
    func allowOnly(_ known: [String]) {
        for entry in entries where !known.contains(entry.name) {
            let list = known.joined(separator: ", ")
            file.addFault(
                .unknownKey,
                at: entry.mark,
                LocalizedText(en: "unknown key \"\(entry.name)\"", da: "ukendt nøgle \"\(entry.name)\""),
                hint: didYouMean(entry.name, among: known)
                    ?? LocalizedText(en: "known here: \(list)", da: "kendt her: \(list)"),
                length: entry.name.count
            )
        }
    }

    /// Tells of a value that does not fit its key.
    func addFault(
        _ code: DiagnosticCode = .wrongValue,
        at value: Node,
        _ message: LocalizedText,
        hint: LocalizedText?
    ) {
        file.addFault(code, at: value.mark, message, hint: hint, length: value.scalar?.string.count ?? 1)
    }
}

// MARK: - Values

extension CatalogueMapping {
    /// The text of a key; nil where it is absent.
    func string(_ key: String, required: Bool = false) -> String? {
        node(key, required: required).flatMap { string($0) }
    }

    /// The text of a node.
    func string(_ value: Node) -> String? {
        if let scalar = value.scalar { return scalar.string }
        addFault(
            at: value,
            LocalizedText(en: "one text is expected here", da: "her ventes én tekst"),
            hint: LocalizedText(en: "write it behind the colon", da: "skriv den efter kolonet")
        )
        return nil
    }

    /// A text in both languages, written as `{en: …, da: …}` or as one text for both.
    func localizedText(_ key: String, required: Bool = false) -> LocalizedText? {
        node(key, required: required).flatMap { localizedText($0) }
    }

    /// A text in both languages.
    func localizedText(_ value: Node) -> LocalizedText? {
        if let scalar = value.scalar { return LocalizedText(scalar.string) }
        guard let mapping = file.mapping(value) else { return nil }
        mapping.allowOnly(["en", "da"])
        let texts = (mapping.string("en", required: true), mapping.string("da", required: true))
        guard let en = texts.0, let da = texts.1 else { return nil }
        return LocalizedText(en: en, da: da)
    }

    /// What a word of a small vocabulary stands for.
    func choice<Value>(
        _ key: String,
        among words: KeyValuePairs<String, Value>,
        required: Bool = false
    ) -> Value? {
        guard let value = node(key, required: required), let text = string(value) else { return nil }
        if let choice = words.first(where: { $0.key == text }) { return choice.value }
        let list = words.map(\.key).joined(separator: ", ")
        addFault(
            at: value,
            LocalizedText(en: "\"\(text)\" is no possible \(key)", da: "\"\(text)\" er ikke en mulig \(key)"),
            hint: didYouMean(text, among: words.map(\.key))
                ?? LocalizedText(en: "write one of: \(list)", da: "skriv en af: \(list)")
        )
        return nil
    }

    /// A number with a decimal point.
    func number(_ key: String, required: Bool = false) -> DecimalNumber? {
        guard let value = node(key, required: required), let text = string(value) else { return nil }
        if let number = DecimalNumber(parsing: text, format: .machine) { return number }
        addFault(
            at: value,
            LocalizedText(en: "\"\(text)\" is no number", da: "\"\(text)\" er ikke et tal"),
            hint: LocalizedText(
                en: "write digits with a decimal point, such as 5.8",
                da: "skriv cifre med decimalpunktum, som 5.8"
            )
        )
        return nil
    }

    /// A period in one of the forms of machine files.
    func period(_ key: String, required: Bool = false) -> Period? {
        node(key, required: required).flatMap { period($0) }
    }

    /// A period in one of the forms of machine files.
    func period(_ value: Node) -> Period? {
        guard let text = string(value) else { return nil }
        if let period = Period(parsing: text) { return period }
        addFault(
            at: value,
            LocalizedText(en: "\"\(text)\" is no known period", da: "\"\(text)\" er ikke en kendt periode"),
            hint: LocalizedText(
                en: "write it as 2014, 2014H1, 2014Q1, 2014M05 or 2014-05-31",
                da: "skriv den som 2014, 2014H1, 2014Q1, 2014M05 eller 2014-05-31"
            )
        )
        return nil
    }

    /// The mapping of a key.
    func mapping(_ key: String, required: Bool = false) -> CatalogueMapping? {
        node(key, required: required).flatMap { file.mapping($0) }
    }

    /// The items of a key; a single item may stand without a list.
    func items(_ key: String, required: Bool = false) -> [Node] {
        guard let value = node(key, required: required) else { return [] }
        if case .sequence(let sequence) = value { return Array(sequence) }
        return [value]
    }
}
