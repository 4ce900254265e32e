import BarometerCore

/// The dimensions of a JSON-stat data set, checked against the sizes that it states.
struct JSONStatShape {
    private(set) var dimensions: [Cube.Dimension] = []
    /// The unit of each code of the dimension of measures.
    private(set) var units: [String: String] = [:]
    /// The product of the numbers of categories; nil where it exceeds 64 bits.
    private(set) var cellCount: Int?
    /// Where the sizes are stated.
    private(set) var sizeRange: Range<Int>

    private let text: JSONText

    /// Which names mean a dimension of periods or of measures where no role says so.
    private static let roles: [String: Cube.Role] = [
        "tid": .time, "time": .time, "time_period": .time, "periode": .time, "period": .time, "year": .time,
        "år": .time, "aar": .time, "ar": .time, "kvartal": .time, "quarter": .time, "måned": .time, "month": .time,
        "dato": .time, "date": .time, "contentscode": .contents,
    ]
    /// No table of figures has more dimensions; every cell has a code in each, so that they could fill the memory.
    private static let mostDimensions = 100
    /// The first of these that a unit has is its name.
    private static let unitNames = ["label", "symbol", "base"]

    /// The shape of a data set; nil where it has an error, which is told.
    init?(_ dataset: JSONNode, in text: JSONText, bag: inout DiagnosticBag) {
        self.text = text
        sizeRange = dataset.range.lowerBound..<dataset.range.lowerBound + 1
        guard let description = dataset["dimension"], description.members != nil else {
            bag.add(text.missingMember("dimension", of: dataset))
            return nil
        }
        // Version 1 has these three among the dimensions themselves.
        let parts = ["id", "size", "role"].map { dataset[$0] ?? description[$0] }
        guard let ids = names(parts[0], of: dataset, bag: &bag), let sizes = sizes(parts[1], of: dataset, bag: &bag)
        else { return nil }
        guard read(ids, of: description, roles: parts[2], bag: &bag), check(sizes, against: ids, bag: &bag) else {
            return nil
        }
        cellCount = dimensions.reduce(1 as Int?) { product, dimension in
            guard let (result, overflow) = product?.multipliedReportingOverflow(by: dimension.categories.count),
                !overflow
            else { return nil }
            return result
        }
    }

    private func names(_ node: JSONNode?, of dataset: JSONNode, bag: inout DiagnosticBag) -> [JSONNode]? {
        guard let node else {
            bag.add(text.missingMember("id", of: dataset))
            return nil
        }
        guard let ids = node.elements, !ids.isEmpty, ids.allSatisfy({ $0.string != nil }) else {
            let words = ("\"id\" must list names of dimensions", "\"id\" skal opregne dimensionsnavne")
            bag.add(text.wrongKind(node, en: words.0, da: words.1))
            return nil
        }
        guard ids.count <= JSONStatShape.mostDimensions else {
            bag.add(tooManyDimensions(ids.count, at: node.range))
            return nil
        }
        var seen: Set<String> = []
        for id in ids where !seen.insert(id.string ?? "").inserted {
            bag.add(text.repeated(id, en: "dimension", da: "dimensionen"))
            return nil
        }
        return ids
    }

    private func tooManyDimensions(_ count: Int, at range: Range<Int>) -> Diagnostic {
        text.diagnostic(
            .cubeTooLarge,
            LocalizedText(
                en: "the dataset has \(count) dimensions, more than the \(JSONStatShape.mostDimensions) that are read",
                da: "datasættet har \(count) dimensioner, flere end de \(JSONStatShape.mostDimensions) der læses"
            ),
            at: range,
            hint: LocalizedText(en: "fetch a smaller table", da: "hent en mindre tabel")
        )
    }

    private mutating func sizes(_ node: JSONNode?, of dataset: JSONNode, bag: inout DiagnosticBag) -> [JSONNode]? {
        guard let node else {
            bag.add(text.missingMember("size", of: dataset))
            return nil
        }
        sizeRange = node.range
        guard let sizes = node.elements, sizes.allSatisfy({ JSONNumber.count(text.bytes[$0.range]) != nil }) else {
            bag.add(text.wrongKind(node, en: "\"size\" must list whole numbers", da: "\"size\" skal opregne hele tal"))
            return nil
        }
        return sizes
    }

    private mutating func read(
        _ ids: [JSONNode],
        of description: JSONNode,
        roles: JSONNode?,
        bag: inout DiagnosticBag
    ) -> Bool {
        let described = description.membersByKey
        let times = roles?["time"]?.strings ?? []
        let measures = roles?["metric"]?.strings ?? []
        for id in ids {
            let name = id.string ?? ""
            guard let node = described[name] else {
                bag.add(text.undescribed(id, among: described.keys.sorted()))
                return false
            }
            let reader = JSONStatCategories(name: name, text: text)
            guard let categories = reader.read(node, bag: &bag) else { return false }
            let units = node["category"]?["unit"]
            let implied = JSONStatShape.roles[name.lowercased()] ?? (units == nil ? .ordinary : .contents)
            let isUnsaid = implied == .time ? times.isEmpty : measures.isEmpty
            let role: Cube.Role =
                times.contains(name) ? .time : measures.contains(name) ? .contents : isUnsaid ? implied : .ordinary
            if role == .contents { addUnits(units) }
            let total = node["extension"]?["eliminationValueCode"]?.string
            dimensions.append(
                Cube.Dimension(
                    name: name,
                    label: node["label"]?.string ?? name,
                    role: role,
                    categories: categories,
                    totalCode: categories.contains { $0.code == total } ? total : nil
                )
            )
        }
        return true
    }

    private mutating func addUnits(_ node: JSONNode?) {
        for member in node?.members ?? [] {
            let names = JSONStatShape.unitNames.compactMap { member.node[$0]?.string }
            if let name = names.first(where: { !$0.isEmpty }) { units[member.key] = name }
        }
    }
}

// MARK: - Sizes

extension JSONStatShape {
    /// Whether the stated sizes are those of the categories.
    ///
    /// Some files leave out sizes of one, which moves no cell; that is told and passes.
    private func check(_ sizes: [JSONNode], against ids: [JSONNode], bag: inout DiagnosticBag) -> Bool {
        let stated = sizes.compactMap { JSONNumber.count(text.bytes[$0.range]) }
        let counted = dimensions.map(\.categories.count)
        if stated == counted { return true }
        let onesDiffer = stated.filter { $0 != 1 } == counted.filter { $0 != 1 }
        let position = zip(stated, counted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let list = counted.map { "\($0)" }.joined(separator: ", ")
        let message =
            if stated.count != counted.count {
                LocalizedText(
                    en: "\"size\" has \(stated.count) numbers, \"id\" names \(counted.count) dimensions",
                    da: "\"size\" har \(stated.count) tal, \"id\" nævner \(counted.count) dimensioner"
                )
            } else {
                LocalizedText(
                    en:
                        "dimension \"\(dimensions[position ?? 0].name)\" has \(counted[position ?? 0]) categories, its size is given as \(stated[position ?? 0])",
                    da:
                        "dimensionen \"\(dimensions[position ?? 0].name)\" har \(counted[position ?? 0]) kategorier, dens størrelse angives til \(stated[position ?? 0])"
                )
            }
        let fault = text.diagnostic(
            .cubeSize,
            message,
            severity: onesDiffer ? .warning : .error,
            at: stated.count == counted.count ? sizes[position ?? 0].range : sizeRange,
            hint: onesDiffer
                ? LocalizedText(
                    en: "check the figures, they are read by the categories: \(list)",
                    da: "efterse tallene, de læses efter kategorierne: \(list)"
                )
                : LocalizedText(
                    en: "fetch the file again, by its categories the sizes are \(list)",
                    da: "hent filen igen, efter dens kategorier er størrelserne \(list)"
                )
        )
        bag.add(fault)
        return onesDiffer
    }
}
