import BarometerCore

/// Reads the categories of one dimension of a JSON-stat data set in the order of their positions.
struct JSONStatCategories {
    let name: String
    let text: JSONText

    /// The categories; nil where they have an error, which is told.
    ///
    /// `index` gives codes by position, as an array or as an object of positions. It may be absent where `label` names a
    /// single category. A code without a label is its own.
    func read(_ dimension: JSONNode, bag: inout DiagnosticBag) -> [Cube.Category]? {
        guard let category = dimension["category"], category.members != nil else {
            bag.add(text.missingMember("category", of: dimension))
            return nil
        }
        let labels = category["label"]?.membersByKey ?? [:]
        let codes: [String]?
        if let index = category["index"] {
            codes = index.elements.map { listed($0, bag: &bag) } ?? placed(index, bag: &bag)
        } else if labels.count == 1 {
            codes = Array(labels.keys)
        } else {
            bag.add(text.missingMember("index", of: category))
            codes = nil
        }
        return codes?.map { Cube.Category(code: $0, label: labels[$0]?.string ?? $0) }
    }

    private func listed(_ nodes: [JSONNode], bag: inout DiagnosticBag) -> [String]? {
        var seen = Set<String>(minimumCapacity: nodes.count)
        var codes: [String] = []
        for node in nodes {
            guard let code = node.string else {
                bag.add(
                    text.wrongKind(
                        node,
                        en: "a code of dimension \"\(name)\" is no text",
                        da: "en kode i dimensionen \"\(name)\" er ikke en tekst"
                    )
                )
                return nil
            }
            guard seen.insert(code).inserted else {
                bag.add(text.repeated(node, en: "code", da: "koden"))
                return nil
            }
            codes.append(code)
        }
        return codes
    }

    private func placed(_ index: JSONNode, bag: inout DiagnosticBag) -> [String]? {
        guard let members = index.members else {
            bag.add(
                text.wrongKind(
                    index,
                    en: "\"index\" of dimension \"\(name)\" is neither a list of codes nor an object of positions",
                    da: "\"index\" i dimensionen \"\(name)\" er hverken en liste af koder eller et objekt af positioner"
                )
            )
            return nil
        }
        var seen = Set<String>(minimumCapacity: members.count)
        var codes = [String?](repeating: nil, count: members.count)
        for member in members {
            guard seen.insert(member.key).inserted else {
                bag.add(text.repeated(JSONNode(.string(member.key), at: member.keyRange), en: "code", da: "koden"))
                return nil
            }
            guard let position = JSONNumber.count(text.bytes[member.node.range]), position < members.count,
                codes[position] == nil
            else {
                bag.add(misplaced(member, of: members.count))
                return nil
            }
            codes[position] = member.key
        }
        return codes.compactMap { $0 }
    }

    private func misplaced(_ member: JSONMember, of count: Int) -> Diagnostic {
        text.diagnostic(
            .jsonStatShape,
            LocalizedText(
                en: "code \"\(member.key)\" of dimension \"\(name)\" has no position of its own from 0 to \(count - 1)",
                da: "koden \"\(member.key)\" i dimensionen \"\(name)\" har ingen ledig position fra 0 til \(count - 1)"
            ),
            at: member.node.range,
            hint: LocalizedText(
                en: "fetch the file again, or number the codes from 0 without gaps",
                da: "hent filen igen, eller nummerér koderne fra 0 uden huller"
            )
        )
    }
}

// MARK: - Faults of shape

extension JSONText {
    /// A key that must be there is not.
    func missingMember(_ key: String, of node: JSONNode) -> Diagnostic {
        diagnostic(
            .jsonStatShape,
            LocalizedText(
                en: "\"\(key)\" is missing from this object, or is of the wrong kind",
                da: "\"\(key)\" mangler i dette objekt eller er af den forkerte slags"
            ),
            at: node.range.lowerBound..<node.range.lowerBound + 1,
            hint: nearestName(to: key, among: (node.members ?? []).map(\.key).filter { $0 != key }).map {
                LocalizedText(en: "rename \"\($0)\" if that is meant", da: "omdøb \"\($0)\" hvis det er den der menes")
            } ?? LocalizedText(en: "fetch the file again as JSON-stat", da: "hent filen igen som JSON-stat")
        )
    }

    /// A value is not what its key asks for.
    func wrongKind(_ node: JSONNode, en: String, da: String) -> Diagnostic {
        diagnostic(
            .jsonStatShape,
            LocalizedText(en: en, da: da),
            at: node.range,
            hint: LocalizedText(en: "fetch the file again as JSON-stat", da: "hent filen igen som JSON-stat")
        )
    }

    /// A name that must be unique stands twice; `da` is in the definite form.
    func repeated(_ node: JSONNode, en: String, da: String) -> Diagnostic {
        diagnostic(
            .jsonStatShape,
            LocalizedText(
                en: "the \(en) \"\(node.string ?? "")\" stands twice",
                da: "\(da) \"\(node.string ?? "")\" står to gange"
            ),
            at: node.range,
            hint: LocalizedText(en: "fetch the file again, or remove one", da: "hent filen igen, eller fjern den ene")
        )
    }

    /// A dimension is named and nowhere described.
    func undescribed(_ id: JSONNode, among names: [String]) -> Diagnostic {
        let name = id.string ?? ""
        return diagnostic(
            .jsonStatShape,
            LocalizedText(
                en: "dimension \"\(name)\" is named in \"id\" and not described in \"dimension\"",
                da: "dimensionen \"\(name)\" nævnes i \"id\" og beskrives ikke i \"dimension\""
            ),
            at: id.range,
            hint: didYouMean(name, among: names)
                ?? LocalizedText(en: "fetch the file again as JSON-stat", da: "hent filen igen som JSON-stat")
        )
    }
}
