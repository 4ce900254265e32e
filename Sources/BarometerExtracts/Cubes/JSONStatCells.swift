import BarometerCore

/// Reads the cells of a JSON-stat data set: its values, then what its flags say of them.
struct JSONStatCells {
    /// A cube that lists only some cells may not have more than this, or a short text could ask for all memory.
    static let largestSparse = 10_000_000

    let text: JSONText
    private(set) var cells: [Cube.Cell]
    private var isFaulty = false

    /// The cells in the order of the dimensions; nil where there is an error, which is told.
    static func read(
        _ dataset: JSONNode,
        shape: JSONStatShape,
        in text: JSONText,
        bag: inout DiagnosticBag
    ) -> [Cube.Cell]? {
        guard let value = dataset["value"] else {
            bag.add(text.missingMember("value", of: dataset))
            return nil
        }
        if shape.cellCount == 0 {
            bag.add(noCells(shape, in: text))
            return nil
        }
        switch value.value {
        case .array(let nodes):
            guard nodes.count == shape.cellCount else {
                bag.add(wrongCount(nodes.count, value, shape: shape, in: text))
                return nil
            }
            var reader = JSONStatCells(text: text, count: nodes.count)
            for (position, node) in nodes.enumerated() { reader.set(position, node, bag: &bag) }
            return reader.finished(dataset, bag: &bag)
        case .object(let members):
            guard let count = shape.cellCount, count <= largestSparse else {
                bag.add(tooLarge(shape, in: text))
                return nil
            }
            var reader = JSONStatCells(text: text, count: count)
            let isSparse = reader.forEachPosition(members, bag: &bag) { reader, position, node, bag in
                reader.set(position, node, bag: &bag)
            }
            return isSparse ? reader.finished(dataset, bag: &bag) : nil
        default:
            bag.add(
                text.wrongKind(
                    value,
                    en: "\"value\" is neither a list of values nor an object of positions",
                    da: "\"value\" er hverken en liste af værdier eller et objekt af positioner"
                )
            )
            return nil
        }
    }

    private init(text: JSONText, count: Int) {
        self.text = text
        cells = Array(repeating: .missing(.notAvailable), count: count)
    }

    private mutating func finished(_ dataset: JSONNode, bag: inout DiagnosticBag) -> [Cube.Cell]? {
        if let status = dataset["status"] { apply(status, bag: &bag) }
        return isFaulty ? nil : cells
    }

    /// Calls for each member whose key is a position; false where one is none, or repeats, which is told.
    private mutating func forEachPosition(
        _ members: [JSONMember],
        bag: inout DiagnosticBag,
        _ body: (inout JSONStatCells, Int, JSONNode, inout DiagnosticBag) -> Void
    ) -> Bool {
        var seen = [Bool](repeating: false, count: cells.count)
        for member in members {
            guard let position = JSONNumber.count(member.key.utf8), position < cells.count, !seen[position] else {
                bag.add(noPosition(member))
                return false
            }
            seen[position] = true
            body(&self, position, member.node, &bag)
        }
        return true
    }
}

// MARK: - Values

extension JSONStatCells {
    private mutating func set(_ position: Int, _ node: JSONNode, bag: inout DiagnosticBag) {
        switch node.value {
        case .null:
            break
        case .number:
            switch JSONNumber(text.bytes[node.range]) {
            case .exact(let number): cells[position] = .number(number, .normal)
            case .nearest(let number): cells[position] = .double(number, .normal)
            case nil: addFault(node, bag: &bag)
            }
        case .string(let marker):
            guard let status = ExtractSchema.commonMarkers[marker] else { return addFault(node, bag: &bag) }
            cells[position] = .missing(status)
            bag.add(.markersRead, severity: .note, path: text.path, group: marker) {
                text.diagnostic(
                    .markersRead,
                    LocalizedText(
                        en: "\"\(marker)\" is read as \(status.name)",
                        da: "\"\(marker)\" læses som \(status.name)"
                    ),
                    at: node.range
                )
            }
        case .bool, .array, .object:
            addFault(node, bag: &bag)
        }
    }

    private mutating func addFault(_ node: JSONNode, bag: inout DiagnosticBag) {
        isFaulty = true
        bag.add(.unreadableNumber, path: text.path, group: "value") {
            let whole = String(decoding: text.bytes[node.range.prefix(200)], as: UTF8.self)
            let shown = whole.count > 40 ? whole.prefix(40) + "…" : whole
            guard case .number = node.value else {
                return text.diagnostic(
                    .unreadableNumber,
                    LocalizedText(
                        en: "\(shown) stands where a number or null belongs",
                        da: "\(shown) står hvor et tal eller null hører til"
                    ),
                    at: node.range,
                    hint: LocalizedText(
                        en: "write numbers with a decimal point and without quotation marks, and missing ones as null",
                        da: "skriv tal med decimalpunktum og uden anførselstegn, og manglende som null"
                    )
                )
            }
            return text.diagnostic(
                .unreadableNumber,
                LocalizedText(en: "\(shown) is too large a number", da: "\(shown) er et for stort tal"),
                at: node.range,
                hint: LocalizedText(en: "correct the number", da: "ret tallet")
            )
        }
    }
}

// MARK: - Flags

extension JSONStatCells {
    /// One flag for all cells, a list of flags by position, or an object of flags by position.
    private mutating func apply(_ status: JSONNode, bag: inout DiagnosticBag) {
        var flags = JSONStatFlags(text: text)
        switch status.value {
        case .null:
            break
        case .string:
            for position in cells.indices { flags.apply(status, to: &cells[position], bag: &bag) }
        case .array(let nodes) where nodes.count == cells.count || nodes.count == 1:
            for position in cells.indices {
                flags.apply(nodes[nodes.count == 1 ? 0 : position], to: &cells[position], bag: &bag)
            }
        case .array(let nodes):
            isFaulty = true
            bag.add(wrongFlagCount(nodes.count, status))
        case .object(let members):
            let isWhole = forEachPosition(members, bag: &bag) { reader, position, node, bag in
                flags.apply(node, to: &reader.cells[position], bag: &bag)
            }
            isFaulty = isFaulty || !isWhole
        case .bool, .number:
            isFaulty = true
            bag.add(
                text.wrongKind(
                    status,
                    en: "\"status\" is neither a flag nor a list or an object of flags",
                    da: "\"status\" er hverken et flag eller en liste eller et objekt af flag"
                )
            )
        }
        isFaulty = isFaulty || flags.isFaulty
    }
}
