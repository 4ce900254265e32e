import BarometerCore
import BarometerStore

/// The page of a statistics bank as it is printed: the stub steps to the right, and a value of an outer level holds
/// until the next line that names one.
///
/// A line that only names a level has no figures and is no observation.
enum SteppedLayout {
    /// Whether a grid is stepped: some rows name one level and hold no figure, and rows with figures leave outer levels
    /// blank.
    static func isStepped(_ grid: CellGrid, values: Set<Int>) -> Bool {
        let stub = grid.columns.indices.filter { !values.contains($0) }
        guard stub.count > 1, !values.isEmpty else { return false }
        let blanks = grid.columns.map { $0.texts.map { isBlank($0) } }
        let hasNothing = { (row: Int, column: Int) in blanks[column][grid.columns[column].codes[row]] }
        var (levels, steps) = (0, 0)
        for row in 0..<grid.rowCount {
            let named = stub.filter { !hasNothing(row, $0) }
            let hasFigures = values.contains { !hasNothing(row, $0) }
            if !hasFigures, named.count == 1 { levels += 1 }
            if hasFigures, let first = stub.first, hasNothing(row, first) { steps += 1 }
        }
        return levels > 0 && steps * 2 > grid.rowCount - levels
    }

    /// The rows with figures, with every level of the stub filled in.
    ///
    /// Names of stub columns, which the page does not print, are made up.
    static func filled(_ grid: CellGrid, values: Set<Int>) -> CellGrid {
        let stub = grid.columns.indices.filter { !values.contains($0) }
        var current = Array(repeating: "", count: grid.columns.count)
        var columns = grid.columns.enumerated().map { position, column in
            let isNameless = column.name.allSatisfy { $0 == " " }
            return CellGrid.Column(name: isNameless ? "level\(position + 1)" : column.name)
        }
        var rows: [Int] = []
        for row in 0..<grid.rowCount {
            var isNamed = false
            for column in stub {
                let isBlank = isBlank(grid, row, column)
                if !isBlank || isNamed { current[column] = isBlank ? "" : text(grid, row, column) }
                isNamed = isNamed || !isBlank
            }
            guard values.contains(where: { !isBlank(grid, row, $0) }) else { continue }
            for column in stub { columns[column].append(current[column]) }
            for column in values { columns[column].append(text(grid, row, column)) }
            rows.append(row)
        }
        var result = grid
        result.replace(columns: columns, fields: Array(grid.columns.indices), rows: rows)
        return result
    }

    private static func text(_ grid: CellGrid, _ row: Int, _ column: Int) -> String {
        grid.columns[column].texts[grid.columns[column].codes[row]]
    }

    private static func isBlank(_ grid: CellGrid, _ row: Int, _ column: Int) -> Bool {
        isBlank(text(grid, row, column))
    }

    private static func isBlank(_ text: String) -> Bool {
        text.allSatisfy { $0 == " " }
    }
}
