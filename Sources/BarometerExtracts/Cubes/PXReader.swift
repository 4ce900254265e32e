import BarometerCore

/// Reads PC-Axis files (`.px`), file format 2000 to 2013, as offices really write them.
///
/// Cells run row by row with the last variable of HEADING fastest, and where a cell stands follows from VALUES and
/// CODES only. Sources: Statistics Sweden, "PX file format"; pxtools.net, "PX file format 2013".
package struct PXReader {
    /// Whether the bytes look like a PX file: a keyword of the format first, and `DATA=` somewhere.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = bytes[(hasMark ? 3 : 0)...].firstIndex { !PXByte.isBlank($0) } ?? bytes.count
        return PXKeyword.begins(in: bytes, at: start) && hasCells(bytes)
    }

    /// Reads a PX file; what is wrong with it goes into the bag, and with any error there is no cube.
    ///
    /// Linear in the size of the file and the number of cells.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - path: the name for messages.
    ///   - encoding: what the file is in; nil weighs CODEPAGE against the bytes.
    ///   - language: the language of the texts; nil takes that of the file.
    ///   - bag: takes the faults.
    /// - Returns: the cube, the encoding that was taken, and the languages of the file, its own first.
    package static func read(
        _ bytes: [UInt8],
        path: String,
        encoding: Encoding?,
        language: String?,
        bag: inout DiagnosticBag
    ) -> (cube: Cube, encoding: Encoding, languages: [String])? {
        var own = DiagnosticBag()
        let decided = PXEncoding(bytes, codepage: PXEncoding.codepage(in: bytes), override: encoding)
        let text = PXText(bytes: decided.text, path: path)
        let result = read(text, decided, language: language, bag: &own)
        bag.add(contentsOf: own.diagnostics)
        return own.hasErrors ? nil : result.map { ($0.cube, decided.encoding, $0.languages) }
    }

    private static func read(_ text: PXText, _ encoding: PXEncoding, language: String?, bag: inout DiagnosticBag)
        -> (cube: Cube, languages: [String])?
    {
        guard text.lastInk.upperBound > 0 else {
            bag.add(empty(text))
            return nil
        }
        var scanner = PXEntryScanner(text)
        var entries: [PXEntry] = []
        var hasData = false
        while !hasData, let entry = scanner.next(bag: &bag) {
            if entry.keyword == "DATA" { hasData = true } else { entries.append(entry) }
        }
        // A file that is no PX file at all is told so once, and not once for everything that it lacks.
        guard hasData || entries.contains(where: { PXKeyword.known.contains($0.keyword) }) else {
            bag = DiagnosticBag()
            bag.add(foreign(text))
            return nil
        }
        let header = PXHeader(entries, text: text, wanted: language, bag: &bag)
        encoding.tell(header.entry("CODEPAGE"), in: text, bag: &bag)
        PXEncoding.tellDamage(in: text, bag: &bag)
        let variables = PXVariable.all(in: header, bag: &bag)
        let dimensions = variables.map { PXDimensions($0, header: header, bag: &bag) }
        guard hasData else {
            let hint = LocalizedText(en: "fetch the file again: it is cut off", da: "hent filen igen: den er afkortet")
            bag.add(header.missing("DATA", hint: hint))
            return nil
        }
        let cells = cells(text, at: scanner.offset, variables: variables, header: header, bag: &bag)
        guard let variables, let dimensions, let cells, !bag.hasErrors else { return nil }
        let contents = dimensions.contents.map { variables[$0] }
        let codes = dimensions.contents.map { dimensions.dimensions[$0].categories.map(\.code) }
        let cube = Cube(
            title: PXNotes.title(header),
            dimensions: dimensions.dimensions,
            cells: cells,
            units: PXNotes.units(header, contents: contents, codes: codes ?? []),
            notes: PXNotes.notes(header)
        )
        return (cube, header.languages)
    }

    private static func cells(
        _ text: PXText,
        at start: Int,
        variables: [PXVariable]?,
        header: PXHeader,
        bag: inout DiagnosticBag
    ) -> [Cube.Cell]? {
        let marks = PXMarks(header)
        let shape = variables.flatMap(PXShape.init)
        if variables != nil, shape == nil { bag.add(header.tooLarge(nil, most: 0)) }
        tellEnd(text, bag: &bag)
        guard let variables, PXKeyedCells.isKeyed(header, variables: variables) else {
            // Where the keys cannot be told from cells, faults among them would be invented.
            if variables == nil, !header.subjects(of: "KEYS").isEmpty { return nil }
            return PXDenseCells.read(text, at: start, shape: shape, marks: marks, bag: &bag)
        }
        guard let shape else { return nil }
        var keyed = PXKeyedCells(text, variables: variables, header: header, shape: shape, marks: marks, bag: &bag)
        return keyed?.read(at: start, bag: &bag)
    }

    /// Whether `DATA=` begins an entry somewhere.
    private static func hasCells(_ bytes: [UInt8]) -> Bool {
        var position = 0
        let rest = Array("ATA".utf8)
        while let found = bytes[position...].firstIndex(of: UInt8(ascii: "D")) {
            position = found + 1
            let isFirst = found == 0 || PXByte.isBlank(bytes[found - 1]) || bytes[found - 1] == PXByte.semicolon
            guard isFirst, bytes[position...].starts(with: rest) else { continue }
            if bytes[(position + 3)...].first(where: { !PXByte.isBlank($0) }) == PXByte.equals { return true }
        }
        return false
    }

    private static func empty(_ text: PXText) -> Diagnostic {
        Diagnostic(
            .emptyFile,
            LocalizedText(en: "the file is empty", da: "filen er tom"),
            at: SourceLocation(path: text.path),
            hint: LocalizedText(en: "fetch the file again", da: "hent filen igen")
        )
    }

    private static func foreign(_ text: PXText) -> Diagnostic {
        text.fault(
            .unreadableEntry,
            en: "the file is no PX file: it has none of the format's keywords",
            da: "filen er ikke en PX-fil: den har ingen af formatets nøgleord",
            at: text.bytes.firstIndex { !PXByte.isBlank($0) }.map { $0..<$0 + 1 } ?? 0..<0,
            hint: LocalizedText(
                en: "look at the file in an editor; it may be an error page",
                da: "se filen i et tekstprogram; den kan være en fejlside"
            )
        )
    }

    private static func tellEnd(_ text: PXText, bag: inout DiagnosticBag) {
        let last = text.lastInk
        guard text.bytes[last] != [PXByte.semicolon] else { return }
        let fault = text.fault(
            .missingEnd,
            en: "the table does not end with a semicolon; it may be cut off",
            da: "tabellen slutter ikke med semikolon; den kan være afkortet",
            severity: .warning,
            at: last,
            hint: LocalizedText(
                en: "compare the last cell with the source",
                da: "sammenlign den sidste celle med kilden"
            )
        )
        bag.add(fault)
    }
}
