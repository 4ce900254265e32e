import BarometerCore
import BarometerStore

/// Holds a file to what its dataset declares.
enum ExtractValidation {
    /// The position in the grid of each declared column, 0 for one that is missing.
    ///
    /// Declared columns that are missing and columns nobody declared are faults.
    static func positions(of schema: ExtractSchema, in grid: CellGrid, bag: inout DiagnosticBag) -> [Int] {
        let positions = Dictionary(grid.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: min)
        let declared = Set(schema.columns.map(\.name))
        for (position, column) in grid.columns.enumerated() where !declared.contains(column.name) {
            bag.add(.undeclaredColumn, path: grid.path, group: "\(position)") {
                undeclared(column.name, at: position, in: grid, schema)
            }
        }
        return schema.columns.map { column in
            if let position = positions[column.name] { return position }
            bag.add(missing(column.name, in: grid))
            return 0
        }
    }

    /// Faults for rows that say something about the same key, period and vintage twice.
    static func findDuplicates(
        in table: Table,
        grid: CellGrid,
        cellsPerRow: Int,
        severity: Diagnostic.Severity,
        bag: inout DiagnosticBag
    ) {
        for (row, first) in table.repeatedRows {
            bag.add(.duplicateKey, severity: severity, path: grid.path, group: "") {
                let (location, excerpt) = grid.place(row: row / cellsPerRow, column: 0)
                let (earlier, _) = grid.place(row: first / cellsPerRow, column: 0)
                return Diagnostic(
                    .duplicateKey,
                    LocalizedText(
                        en: "the record describes the same as line \(earlier.line ?? 0)",
                        da: "posten beskriver det samme som linje \(earlier.line ?? 0)"
                    ),
                    at: SourceLocation(path: location.path, line: location.line, column: 1),
                    excerpt: SourceExcerpt(text: excerpt.text, marked: 1..<max(2, excerpt.text.count + 1)),
                    hint: LocalizedText(
                        en: "keep one of them, or declare the column that tells them apart",
                        da: "behold den ene, eller erklær den kolonne der skelner dem"
                    )
                )
            }
        }
    }

    private static func missing(_ name: String, in grid: CellGrid) -> Diagnostic {
        let names = grid.columns.map(\.name)
        return Diagnostic(
            .missingColumn,
            LocalizedText(en: "column \"\(name)\" is missing", da: "kolonnen \"\(name)\" mangler"),
            at: SourceLocation(path: grid.path, line: 1, column: 1),
            hint: nearestName(to: name, among: names).map {
                LocalizedText(
                    en: "the file has \"\($0)\": correct the file or the dataset",
                    da: "filen har \"\($0)\": ret filen eller datasættet"
                )
            }
                ?? LocalizedText(
                    en: "the file has \(names.joined(separator: ", "))",
                    da: "filen har \(names.joined(separator: ", "))"
                )
        )
    }

    private static func undeclared(
        _ name: String,
        at position: Int,
        in grid: CellGrid,
        _ schema: ExtractSchema
    ) -> Diagnostic {
        Diagnostic(
            .undeclaredColumn,
            LocalizedText(
                en: "column \"\(name)\" is not declared by the dataset",
                da: "kolonnen \"\(name)\" er ikke erklæret i datasættet"
            ),
            at: SourceLocation(path: grid.path, line: 1, cell: spreadsheetCell(column: position + 1, row: 1)),
            hint: didYouMean(name, among: schema.columns.map(\.name))
                ?? LocalizedText(en: "declare it, or as \"ignored\"", da: "erklær den, eventuelt som \"ignored\"")
        )
    }
}
