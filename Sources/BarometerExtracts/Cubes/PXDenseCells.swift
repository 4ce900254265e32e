import BarometerCore

/// The cells of a PX file that gives them all, in the order of the variables.
enum PXDenseCells {
    /// Reads all cells; without a shape only their faults are told.
    ///
    /// Room is made for no more cells than the bytes can hold, whatever the file declares. nil where the number of
    /// cells is not that of the shape. Linear in the size.
    static func read(
        _ text: PXText,
        at start: Int,
        shape: PXShape?,
        marks: PXMarks,
        bag: inout DiagnosticBag
    ) -> [Cube.Cell]? {
        let expected = shape?.cellCount ?? 0
        var cells: [Cube.Cell] = []
        cells.reserveCapacity(min(expected, (text.bytes.count - start) / 2 + 1))
        var scanner = PXCellScanner(text, at: start)
        var count = 0
        var surplus: Range<Int>?
        while let token = scanner.next(bag: &bag) {
            let cell = token.cell(in: text, marks: marks)
            if cell == nil { token.tellUnreadable(in: text, bag: &bag) }
            if count < expected {
                cells.append(cell ?? .missing(.notAvailable))
            } else if count == expected {
                surplus = token.outer
            }
            count += 1
        }
        guard let shape else { return nil }
        guard count == expected else {
            bag.add(fault(count, shape, text, data: start, at: surplus ?? text.lastInk))
            return nil
        }
        return cells
    }

    private static func fault(_ count: Int, _ shape: PXShape, _ text: PXText, data: Int, at range: Range<Int>)
        -> Diagnostic
    {
        let hint: LocalizedText
        if count > shape.cellCount, hasDecimalComma(text.bytes[data...]) {
            hint = LocalizedText(
                en: "write decimals with a point: a comma separates two cells",
                da: "skriv decimaler med punktum: et komma adskiller to celler"
            )
        } else if count > shape.cellCount {
            hint = LocalizedText(
                en: "look for a value that is missing in a VALUES list",
                da: "se efter en værdi der mangler i en VALUES-liste"
            )
        } else {
            hint = LocalizedText(
                en: "fetch the file again, it may be cut off; or look for a value too many in a VALUES list",
                da: "hent filen igen, den kan være afkortet; eller se efter en værdi for meget i en VALUES-liste"
            )
        }
        return text.fault(
            .cellCount,
            en: "the number of cells is \(count), the VALUES lists make \(shape.reckoning)",
            da: "antallet af celler er \(count), VALUES-listerne giver \(shape.reckoning)",
            at: range,
            hint: hint
        )
    }

    private static func hasDecimalComma(_ bytes: ArraySlice<UInt8>) -> Bool {
        zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains { before, rest in
            rest.0 == PXByte.comma && PXByte.isDigit(before) && PXByte.isDigit(rest.1)
        }
    }
}
