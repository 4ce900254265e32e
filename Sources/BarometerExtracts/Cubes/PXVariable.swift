import BarometerCore

/// A variable of a PX file with its values, in the order in which the cells run.
struct PXVariable {
    /// The name in the language of the file, by which its entries are found.
    var main: String
    /// The name in the wanted language.
    var local: String
    var isInStub: Bool
    /// The value texts in the language of the file.
    var values: [String]
    /// The value texts in the wanted language.
    var labels: [String]
    /// The codes where the file gives any.
    var codes: [String]?

    /// The codes, or the value texts that stand for them.
    var keys: [String] { codes ?? values }
}

extension PXVariable {
    /// The variables of STUB and HEADING with their lists, or nil where something about them is wrong, which is told.
    static func all(in header: PXHeader, bag: inout DiagnosticBag) -> [PXVariable]? {
        var variables: [PXVariable] = []
        var isWhole = true
        var (isNamed, seen) = (false, Set<String>())
        for keyword in ["STUB", "HEADING"] {
            guard let list = header.entry(keyword) else { continue }
            let names = list.values.filter { !$0.text.isEmpty }
            isNamed = isNamed || !names.isEmpty
            let translation = header.translated(keyword)?.texts.filter { !$0.isEmpty }
            if let translation, translation.count != names.count, let entry = header.translated(keyword) {
                bag.add(header.unequal(entry, translation.count, PXEntry.name(keyword), names.count))
                isWhole = false
                continue
            }
            for (position, name) in names.enumerated() {
                guard seen.insert(name.text).inserted else {
                    bag.add(.duplicateColumn, path: header.text.path, group: "") { header.twice(name.text, name.range) }
                    isWhole = false
                    continue
                }
                guard seen.count <= mostVariables else {
                    bag.add(.cubeTooLarge, path: header.text.path, group: "") { header.tooMany(at: list.range) }
                    return nil
                }
                let local = translation?[position] ?? name.text
                if let variable = variable(name, local, keyword == "STUB", header, &bag) {
                    variables.append(variable)
                } else {
                    isWhole = false
                }
            }
        }
        if !isNamed {
            let hint = LocalizedText(
                en: "name the variables of the table, such as HEADING=\"time\";",
                da: "nævn tabellens variable, som HEADING=\"tid\";"
            )
            bag.add(header.missing("STUB or HEADING", hint: hint))
        }
        return isWhole && !variables.isEmpty ? variables : nil
    }

    /// More variables than any table for people has; it bounds the work on a hostile file.
    private static let mostVariables = 100

    private static func variable(
        _ name: PXEntry.Value,
        _ local: String,
        _ isInStub: Bool,
        _ header: PXHeader,
        _ bag: inout DiagnosticBag
    ) -> PXVariable? {
        guard let values = header.entry("VALUES", name.text), !values.values.isEmpty else {
            bag.add(header.valueless(name))
            return nil
        }
        var variable = PXVariable(
            main: name.text,
            local: local,
            isInStub: isInStub,
            values: values.texts,
            labels: values.texts
        )
        var isWhole = true
        let count = variable.values.count
        if let labels = header.translated("VALUES", local) {
            variable.labels = labels.texts
            if labels.values.count != count {
                bag.add(header.unequal(labels, labels.values.count, values.name, count))
                isWhole = false
            }
        }
        let codes = header.entry("CODES", name.text) ?? header.translated("CODES", local)
        if let codes, !codes.values.isEmpty {
            variable.codes = codes.texts
            if codes.values.count != count {
                bag.add(header.unequal(codes, codes.values.count, values.name, count))
                isWhole = false
            }
        }
        let keys = variable.codes == nil ? values : codes ?? values
        var seen: Set<String> = []
        for key in keys.values where !seen.insert(key.text).inserted {
            isWhole = false
            bag.add(.duplicateKey, path: header.text.path, group: name.text) { header.twice(key, in: keys) }
        }
        return isWhole ? variable : nil
    }
}

// MARK: - Faults

extension PXHeader {
    fileprivate func unequal(_ entry: PXEntry, _ count: Int, _ other: String, _ otherCount: Int) -> Diagnostic {
        text.fault(
            .unequalLists,
            en: "\(entry.name) and \(other) differ in length: \(count) and \(otherCount)",
            da: "\(entry.name) og \(other) er ikke lige lange: \(count) og \(otherCount)",
            at: entry.range,
            hint: LocalizedText(
                en: "look for a comma that is missing or one too many in the shorter or longer list",
                da: "se efter et komma der mangler eller er for meget i den korte eller lange liste"
            )
        )
    }

    fileprivate func valueless(_ name: PXEntry.Value) -> Diagnostic {
        let wanted = PXEntry.name("VALUES", subs: [name.text])
        let near = pxNearestName(to: name.text, among: subjects(of: "VALUES"))
        return text.fault(
            .missingKeyword,
            en: "the variable \"\(name.text)\" has no values: \(wanted) is missing or empty",
            da: "variablen \"\(name.text)\" har ingen værdier: \(wanted) mangler eller er tom",
            at: name.range,
            hint: near.map {
                LocalizedText(
                    en: "write the name alike in both places; there are values for \"\($0)\"",
                    da: "skriv navnet ens begge steder; der er værdier for \"\($0)\""
                )
            } ?? LocalizedText(en: "add \(wanted)=...;", da: "tilføj \(wanted)=...;")
        )
    }

    fileprivate func twice(_ name: String, _ range: Range<Int>) -> Diagnostic {
        text.fault(
            .duplicateColumn,
            en: "the variable \"\(name)\" stands twice in STUB and HEADING",
            da: "variablen \"\(name)\" står to gange i STUB og HEADING",
            at: range,
            hint: LocalizedText(en: "remove one of them", da: "fjern den ene")
        )
    }

    fileprivate func twice(_ key: PXEntry.Value, in entry: PXEntry) -> Diagnostic {
        text.fault(
            .duplicateKey,
            en: "\"\(key.text)\" stands twice in \(entry.name)",
            da: "\"\(key.text)\" står to gange i \(entry.name)",
            at: key.range,
            hint: LocalizedText(
                en: "give each value a code of its own under CODES",
                da: "giv hver værdi sin egen kode under CODES"
            )
        )
    }

    fileprivate func tooMany(at range: Range<Int>) -> Diagnostic {
        text.fault(
            .cubeTooLarge,
            en: "the table has more than 100 variables",
            da: "tabellen har mere end 100 variable",
            at: range,
            hint: LocalizedText(en: "fetch a smaller table", da: "hent en mindre tabel")
        )
    }
}
