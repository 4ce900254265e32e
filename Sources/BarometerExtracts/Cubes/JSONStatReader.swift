import BarometerCore

/// Reads statistics cubes in JSON-stat, version 1 (as the StatBank sends it) and 2.
///
/// Format: json-stat.org. Hierarchies (`child`), coordinates, links and extensions are passed over, except for the code
/// of the total that PxWeb puts into a dimension's extension.
package struct JSONStatReader {
    /// Whether a text is built as JSON-stat, or names itself so; a damaged one is recognised too.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        JSONOutline(bytes).isJSONStat
    }

    /// The data set of a text as a cube; nil where it has an error, which is told.
    ///
    /// Of several data sets the first is read, and a note names the others (D147). Errors: D140 no JSON, D142 not built
    /// as JSON-stat, D143 sizes that contradict each other or are too large, D144 no data set, D104 a value that is no
    /// number. Linear in the size.
    package static func read(_ bytes: [UInt8], path: String, bag: inout DiagnosticBag) -> Cube? {
        let text = JSONText(bytes, path: path)
        guard let root = text.parse(bag: &bag),
            let found = dataset(of: root, in: text, bag: &bag),
            let shape = JSONStatShape(found.node, in: text, bag: &bag),
            let cells = JSONStatCells.read(found.node, shape: shape, in: text, bag: &bag)
        else { return nil }
        return Cube(
            title: found.node["label"]?.string ?? found.name,
            dimensions: shape.dimensions,
            cells: cells,
            units: shape.units,
            notes: notes(of: found.node)
        )
    }

    private static func notes(of dataset: JSONNode) -> [String] {
        var notes = ["source", "updated", "note"].flatMap { dataset[$0]?.strings ?? [] }
        for dimension in dataset["dimension"]?.members ?? [] {
            notes += dimension.node["note"]?.strings ?? []
            for category in dimension.node["category"]?["note"]?.members ?? [] { notes += category.node.strings }
        }
        return notes
    }
}

// MARK: - The data set

extension JSONStatReader {
    private static func dataset(
        of root: JSONNode,
        in text: JSONText,
        bag: inout DiagnosticBag
    ) -> (name: String, node: JSONNode)? {
        let kind = root["class"]?.string
        if kind == "dataset" || root["dimension"]?.members != nil { return ("", root) }
        var datasets: [(name: String, node: JSONNode)] = []
        for member in root.members ?? [] where member.node["dimension"]?.members != nil {
            datasets.append((member.key, member.node))
        }
        for item in root["link"]?["item"]?.elements ?? [] where item["dimension"] != nil && item["value"] != nil {
            datasets.append((item["label"]?.string ?? "", item))
        }
        guard let first = datasets.first else {
            bag.add(kind == "collection" ? collection(root, in: text) : noDataset(root, in: text))
            return nil
        }
        if datasets.count > 1 {
            let names = datasets.map { $0.node["label"]?.string ?? $0.name }
            bag.add(others(names, behind: datasets[1].node, in: text))
        }
        return first
    }

    private static func others(_ names: [String], behind node: JSONNode, in text: JSONText) -> Diagnostic {
        let rest =
            names.dropFirst().prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
            + (names.count > 6 ? ", …" : "")
        return text.diagnostic(
            .otherDatasets,
            LocalizedText(
                en: "the file holds \(names.count) datasets; \"\(names[0])\" is read, not \(rest)",
                da: "filen rummer \(names.count) datasæt; \"\(names[0])\" læses, ikke \(rest)"
            ),
            severity: .note,
            at: node.range.lowerBound..<node.range.lowerBound + 1,
            hint: LocalizedText(
                en: "fetch each dataset into a file of its own",
                da: "hent hvert datasæt i sin egen fil"
            )
        )
    }

    private static func collection(_ root: JSONNode, in text: JSONText) -> Diagnostic {
        let link = root["link"]?["item"]?.elements?.compactMap { $0["href"]?.string }.first
        return text.diagnostic(
            .noDataset,
            LocalizedText(
                en: "the file is a JSON-stat collection, which holds only links to datasets and no figures",
                da: "filen er en JSON-stat-samling, som kun rummer henvisninger til datasæt og ingen tal"
            ),
            at: root["class"]?.range ?? root.range,
            hint: link.map {
                LocalizedText(en: "fetch a dataset itself, such as \($0)", da: "hent selve datasættet, fx \($0)")
            } ?? LocalizedText(en: "fetch the dataset itself", da: "hent selve datasættet")
        )
    }

    private static func noDataset(_ root: JSONNode, in text: JSONText) -> Diagnostic {
        text.diagnostic(
            .noDataset,
            LocalizedText(
                en: "the file holds no JSON-stat dataset: nothing in it has both \"dimension\" and \"value\"",
                da: "filen rummer intet JSON-stat-datasæt: intet i den har både \"dimension\" og \"value\""
            ),
            at: root["class"]?.range ?? root.range.lowerBound..<root.range.lowerBound + 1,
            hint: LocalizedText(
                en: "fetch the table again in the format JSON-stat or CSV",
                da: "hent tabellen igen i formatet JSON-stat eller CSV"
            )
        )
    }
}
