import BarometerCore
import BarometerStore

/// Columns that hold several dimensions in one: Eurostat's first column, and SDMX-CSV with labels beside the codes.
enum PackedColumns {
    /// A grid in which packed columns are columns of their own; as it was where the cells have other numbers of parts
    /// than the heading, which is told.
    static func unpacked(_ grid: CellGrid, bag: inout DiagnosticBag) -> CellGrid {
        if let first = grid.columns.first, first.name.contains("\\"),
            first.name.contains(",") || !first.name.hasPrefix("\\")
        {
            return eurostat(grid, bag: &bag)
        }
        if isSDMX(grid), grid.columns.contains(where: { $0.name.contains(": ") }) { return withoutLabels(grid) }
        return grid
    }

    /// Whether the grid is SDMX-CSV, by the name of its first column.
    static func isSDMX(_ grid: CellGrid) -> Bool {
        guard let name = grid.columns.first?.name else { return false }
        return name == "DATAFLOW" || name == "STRUCTURE" || (name.hasPrefix("STRUCTURE[") && name.hasSuffix("]"))
    }

    /// `freq,unit,geo\TIME_PERIOD`: the dimensions before the backslash, the periods in the columns.
    private static func eurostat(_ grid: CellGrid, bag: inout DiagnosticBag) -> CellGrid {
        let packed = grid.columns[0]
        let names = codes(in: packed.name.prefix { $0 != "\\" })
        let uneven = packed.texts.indices.filter { codes(in: packed.texts[$0][...]).count != names.count }
        for code in uneven { tellParts(code, names.count, of: grid, &bag) }
        guard uneven.isEmpty else { return grid }
        var columns = names.map { CellGrid.Column(name: trimmed($0)) }
        for row in 0..<grid.rowCount {
            let parts = codes(in: packed.texts[packed.codes[row]][...])
            for position in columns.indices { columns[position].append(trimmed(parts[position])) }
        }
        let values = grid.columns.dropFirst().map { column in
            var column = column
            column.name = trimmed(column.name[...])
            return column
        }
        var result = grid
        result.replace(
            columns: columns + values,
            fields: Array(repeating: 0, count: columns.count) + Array(1..<grid.columns.count)
        )
        return result
    }

    /// The parts between commas, by bytes: a comma with a combining sign behind it still separates.
    private static func codes(in text: Substring) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Substring($0) }
    }

    private static func tellParts(_ code: Int, _ expected: Int, of grid: CellGrid, _ bag: inout DiagnosticBag) {
        let packed = grid.columns[0]
        bag.add(.fieldCount, path: grid.path, group: packed.name, count: packed.counts[code]) {
            let (location, excerpt) = grid.place(row: packed.firstRows[code], column: 0)
            return Diagnostic(
                .fieldCount,
                LocalizedText(
                    en: "the first field does not hold the \(expected) codes that its heading names",
                    da: "det første felt rummer ikke de \(expected) koder som overskriften nævner"
                ),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(
                    en: "write as many codes as the heading has, with commas between",
                    da: "skriv lige så mange koder som overskriften har, med komma imellem"
                )
            )
        }
    }

    /// `GEO: Geography` with cells `DK: Denmark`: the codes alone.
    private static func withoutLabels(_ grid: CellGrid) -> CellGrid {
        var result = grid
        let columns = grid.columns.map { column -> CellGrid.Column in
            guard let colon = column.name.firstIndex(of: ": ") else { return column }
            var coded = CellGrid.Column(name: String(column.name[..<colon]))
            for row in 0..<grid.rowCount {
                let text = column.texts[column.codes[row]]
                coded.append(text.firstIndex(of: ": ").map { String(text[..<$0]) } ?? text)
            }
            return coded
        }
        result.replace(columns: columns, fields: Array(grid.columns.indices))
        return result
    }

    private static func trimmed(_ text: Substring) -> String {
        let isBlank = { (character: Character) in character == " " }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}

extension String {
    /// Where two characters first stand side by side; the library's own search needs more than the standard library.
    fileprivate func firstIndex(of pair: String) -> String.Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(pair) { return index }
            index = self.index(after: index)
        }
        return nil
    }
}
