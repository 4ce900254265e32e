import BarometerCore
import BarometerReports
import BarometerStore

/// The answer to a query as a small table of text and figures.
struct QueryAnswer {
    struct Row {
        var codes: [String]
        var labels: [String]
        var period: Period?
        var figures: [Double?]

        init(
            _ entries: [Int],
            _ period: Period?,
            _ query: TableQuery,
            _ table: Table,
            _ figures: [Double?],
            _ language: Language
        ) {
            let found = zip(query.by, entries).map { table.dimensions[$0].entries[$1] }
            codes = found.map(\.code)
            labels = found.map { $0.item == nil ? $0.code : "\($0.code) \($0.label(in: language))" }
            self.period = period
            self.figures = figures
        }
    }

    var by: [String]
    var hasPeriod: Bool
    var columns: [String] = []
    var rows: [Row] = []

    init(by: [String], hasPeriod: Bool) {
        self.by = by
        self.hasPeriod = hasPeriod
    }

    mutating func sort() {
        rows.sort { left, right in
            guard left.codes == right.codes else { return left.codes.lexicographicallyPrecedes(right.codes) }
            guard let period = left.period, let later = right.period else { return false }
            return period < later
        }
    }

    private var header: [String] { by + (hasPeriod ? ["period"] : []) + columns }

    private func cells(_ row: Row, keys: [String]) -> [String] {
        keys + (hasPeriod ? [row.period.map { "\($0)" } ?? ""] : [])
            + row.figures.map { $0.map { NumberText.forMachines($0) } ?? "" }
    }

    /// RFC 4180, decimal point, missing as an empty cell.
    var csv: String {
        CSVText.record(header) + rows.map { CSVText.record(cells($0, keys: $0.codes)) }.joined()
    }

    /// One object a row under `rows`.
    var json: JSONValue {
        .object([
            "rows": .array(
                rows.map { row in
                    var object: [String: JSONValue] = hasPeriod ? ["period": .optional(row.period)] : [:]
                    for (name, code) in zip(by, row.codes) { object[name] = .string(code) }
                    for (name, figure) in zip(columns, row.figures) { object[name] = .optional(figure) }
                    return .object(object)
                }
            )
        ])
    }

    /// Columns of equal width with labels beside the codes, figures to the right.
    var text: String {
        let lines = [header] + rows.map { cells($0, keys: $0.labels) }
        let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { cells in
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return column < by.count ? cell.0 + blanks : blanks + cell.0
            }
            let line = padded.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n") + "\n"
    }
}
