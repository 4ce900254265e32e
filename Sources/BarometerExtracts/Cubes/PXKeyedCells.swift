import BarometerCore

/// The cells of a PX file with KEYS: rows led by the codes of the stub, rows of only zeros left out.
struct PXKeyedCells {
    /// More cells than any published table has; the zeros that are left out take room that no byte of the file does.
    static let mostCells = 10_000_000

    private let text: PXText
    private let shape: PXShape
    private let marks: PXMarks
    private let stub: [PXVariable]
    /// The place of each code or value text, by stub variable.
    private let positions: [[String: Int]]
    private var cells: [Cube.Cell]
    private var isRead: [Bool]

    /// Makes room for all cells; nil where there are too many, which is told.
    init?(
        _ text: PXText,
        variables: [PXVariable],
        header: PXHeader,
        shape: PXShape,
        marks: PXMarks,
        bag: inout DiagnosticBag
    ) {
        guard shape.cellCount <= PXKeyedCells.mostCells else {
            bag.add(header.tooLarge(shape, most: PXKeyedCells.mostCells))
            return nil
        }
        self.text = text
        self.shape = shape
        self.marks = marks
        stub = variables.filter(\.isInStub)
        positions = stub.map { variable in
            let isValues = header.entry("KEYS", variable.main)?.values.first?.text.uppercased() == "VALUES"
            let keys = isValues ? variable.values : variable.keys
            return Dictionary(zip(keys, keys.indices)) { first, _ in first }
        }
        cells = Array(repeating: .number(DecimalNumber(digits: 0, decimals: 0), .normal), count: shape.cellCount)
        isRead = Array(repeating: false, count: shape.cellCount / shape.rowLength)
    }

    /// Whether the file's rows are led by codes.
    static func isKeyed(_ header: PXHeader, variables: [PXVariable]) -> Bool {
        variables.contains { $0.isInStub && header.entry("KEYS", $0.main) != nil }
    }

    /// Reads all rows.
    ///
    /// Linear in the size of the text and the number of cells.
    mutating func read(at start: Int, bag: inout DiagnosticBag) -> [Cube.Cell] {
        var scanner = PXCellScanner(text, at: start)
        var (row, column, isKnown) = (0, -stub.count, true)
        var keys: [PXCellScanner.Token] = []
        while let token = scanner.next(bag: &bag) {
            let cell = column < 0 ? nil : token.cell(in: text, marks: marks)
            if column >= 0, cell == nil, token.isQuoted {
                tellLength(column, at: token, bag: &bag)
                column = -stub.count
            }
            if column == -stub.count { (row, isKnown, keys) = (0, true, []) }
            if column < 0 {
                guard token.isQuoted else {
                    tellKeyless(token, bag: &bag)
                    continue
                }
                keys.append(token)
                let variable = column + stub.count
                let position = positions[variable][text.string(token.range)]
                if position == nil { tellUnknown(token, variable, bag: &bag) }
                isKnown = isKnown && position != nil
                row = row * stub[variable].values.count + (position ?? 0)
                column += 1
                if column == 0, isKnown { mark(row, keys: keys, bag: &bag) }
            } else {
                if cell == nil { token.tellUnreadable(in: text, bag: &bag) }
                if isKnown { cells[row * shape.rowLength + column] = cell ?? .missing(.notAvailable) }
                column += 1
                if column == shape.rowLength { column = -stub.count }
            }
        }
        if column != -stub.count { tellLength(max(0, column), at: nil, bag: &bag) }
        return cells
    }

    private mutating func mark(_ row: Int, keys: [PXCellScanner.Token], bag: inout DiagnosticBag) {
        if isRead[row], let first = keys.first, let last = keys.last {
            bag.add(.duplicateKey, path: text.path, group: "rows") {
                text.fault(
                    .duplicateKey,
                    en: "the row with these codes stands in the table twice",
                    da: "rækken med disse koder står to gange i tabellen",
                    at: first.outer.lowerBound..<last.outer.upperBound,
                    hint: LocalizedText(en: "remove one of the rows", da: "fjern den ene række")
                )
            }
        }
        isRead[row] = true
    }
}

// MARK: - Faults

extension PXKeyedCells {
    private func tellLength(_ count: Int, at token: PXCellScanner.Token?, bag: inout DiagnosticBag) {
        bag.add(.cellCount, path: text.path, group: "short") {
            text.fault(
                .cellCount,
                en: "the number of cells in the row before this place is \(count), HEADING makes \(shape.rowLength)",
                da: "antallet af celler i rækken før dette sted er \(count), HEADING giver \(shape.rowLength)",
                at: token?.outer ?? text.lastInk,
                hint: LocalizedText(
                    en: "add the missing cells, or look for a value too many in a VALUES list",
                    da: "tilføj de manglende celler, eller se efter en værdi for meget i en VALUES-liste"
                )
            )
        }
    }

    private func tellKeyless(_ token: PXCellScanner.Token, bag: inout DiagnosticBag) {
        bag.add(.cellCount, path: text.path, group: "long") {
            text.fault(
                .cellCount,
                en: "the row is full after \(shape.rowLength), so a code in quotes should begin the next one here",
                da: "rækken er fuld efter \(shape.rowLength), så her skulle en kode i anførselstegn begynde den næste",
                at: token.range,
                hint: LocalizedText(
                    en: "put the code in quotes, or look for a value that is missing in a VALUES list",
                    da: "sæt koden i anførselstegn, eller se efter en værdi der mangler i en VALUES-liste"
                )
            )
        }
    }

    private func tellUnknown(_ token: PXCellScanner.Token, _ variable: Int, bag: inout DiagnosticBag) {
        let name = stub[variable].main
        bag.add(.unknownCode, path: text.path, group: name) {
            let code = text.string(token.range)
            let known = positions[variable].sorted { $0.value < $1.value }.map(\.key)
            return text.fault(
                .unknownCode,
                en: "\"\(code)\" is no value of the variable \"\(name)\"",
                da: "\"\(code)\" er ikke en værdi af variablen \"\(name)\"",
                at: token.outer,
                hint: pxNearestName(to: code, among: known).map {
                    LocalizedText(
                        en: "correct it; \"\($0)\" is the nearest that is known",
                        da: "ret den; \"\($0)\" er den nærmeste der kendes"
                    )
                }
                    ?? LocalizedText(
                        en: "add it to VALUES and CODES, or remove the row",
                        da: "tilføj den til VALUES og CODES, eller fjern rækken"
                    )
            )
        }
    }
}

extension PXHeader {
    /// More cells than can be counted, or than are made room for; `nil` says that they cannot be counted.
    func tooLarge(_ shape: PXShape?, most: Int) -> Diagnostic {
        text.fault(
            .cubeTooLarge,
            en: shape.map { "the table has \($0.reckoning) cells; at most \(most) are read with KEYS" }
                ?? "the VALUES lists make more cells than can be counted",
            da: shape.map { "tabellen har \($0.reckoning) celler; med KEYS læses højst \(most)" }
                ?? "VALUES-listerne giver flere celler end der kan tælles",
            at: (entry("HEADING") ?? entry("STUB"))?.range ?? 0..<0,
            hint: LocalizedText(en: "fetch the table in smaller parts", da: "hent tabellen i mindre dele")
        )
    }
}
