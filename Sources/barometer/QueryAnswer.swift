import BarometerCore
import BarometerReports
import BarometerStore

/// The answer to a query as text and figures, row after row in arrays of their own: a million rows are no million objects.
struct QueryAnswer {
    private let dimensions: [DimensionColumn]
    private let hasPeriod: Bool
    private let language: Language
    /// The code of each entry of each dimension.
    private let codes: [[String]]
    let columns: [String]
    private var rowCount = 0
    /// The entry of each dimension that divides the answer, for each row.
    private var entries: [Int] = []
    private var periods: [Period?] = []
    /// The figure of each column, for each row.
    private var figures: [Double?] = []

    init(by dimensions: [DimensionColumn], hasPeriod: Bool, columns: [String], language: Language) {
        self.dimensions = dimensions
        self.hasPeriod = hasPeriod
        self.columns = columns
        self.language = language
        codes = dimensions.map { $0.entries.map(\.code) }
    }

    mutating func reserve(rows: Int) {
        entries.reserveCapacity(rows * dimensions.count)
        periods.reserveCapacity(rows)
        figures.reserveCapacity(rows * columns.count)
    }

    /// Adds a row; its figures are added by `add(figure:)`, one for each column.
    mutating func addRow(entries: [Int], period: Period?) {
        rowCount += 1
        self.entries += entries
        periods.append(period)
    }

    mutating func add(figure: Double?) {
        figures.append(figure)
    }

    mutating func sort() {
        let order = sortedRows
        let (width, count) = (dimensions.count, columns.count)
        entries = order.flatMap { entries[$0 * width..<($0 + 1) * width] }
        figures = order.flatMap { figures[$0 * count..<($0 + 1) * count] }
        periods = order.map { periods[$0] }
    }

    private var sortedRows: [Int] {
        let codes = { (row: Int) -> [String] in dimensions.indices.map { code(row, $0) } }
        return (0..<rowCount).sorted { left, right in
            let (own, other) = (codes(left), codes(right))
            guard own == other else { return own.lexicographicallyPrecedes(other) }
            guard let period = periods[left], let later = periods[right] else { return false }
            return period < later
        }
    }

    private func code(_ row: Int, _ position: Int) -> String {
        codes[position][entries[row * dimensions.count + position]]
    }

    private func figures(of row: Int) -> ArraySlice<Double?> {
        figures[row * columns.count..<(row + 1) * columns.count]
    }

    private var by: [String] { dimensions.map(\.name) }
    private var header: [String] { by + (hasPeriod ? ["period"] : []) + columns }

    /// RFC 4180, decimal point, missing as an empty cell.
    var csv: String {
        var text = Array(CSVText.record(header).utf8)
        text.reserveCapacity(rowCount * 16 * header.count)
        let keys = codes.map { $0.map { Array((CSVText.field($0) + ",").utf8) } }
        var known: [Period: [UInt8]] = [:]
        for row in 0..<rowCount {
            for position in keys.indices { text += keys[position][entries[row * keys.count + position]] }
            if hasPeriod {
                if let period = periods[row] {
                    let cell = known[period] ?? Array("\(period)".utf8)
                    known[period] = cell
                    text += cell
                }
                text.append(UInt8(ascii: ","))
            }
            for figure in figures(of: row) {
                if let figure { NumberText.append(figure, to: &text) }
                text.append(UInt8(ascii: ","))
            }
            text[text.count - 1] = UInt8(ascii: "\n")
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// One object a row under `rows`.
    var json: JSONValue {
        .object([
            "rows": .array(
                (0..<rowCount).map { row in
                    var object: [String: JSONValue] = hasPeriod ? ["period": .optional(periods[row])] : [:]
                    for position in dimensions.indices {
                        object[dimensions[position].name] = .string(code(row, position))
                    }
                    for (name, figure) in zip(columns, figures(of: row)) { object[name] = .optional(figure) }
                    return .object(object)
                }
            )
        ])
    }

    /// Columns of equal width with labels beside the codes, figures to the right.
    var text: String {
        let labels = dimensions.map { dimension in
            dimension.entries.map { $0.item == nil ? $0.code : "\($0.code) \($0.label(in: language))" }
        }
        let lines =
            [header]
            + (0..<rowCount).map { row in
                labels.indices.map { labels[$0][entries[row * labels.count + $0]] }
                    + (hasPeriod ? [periods[row].map { "\($0)" } ?? ""] : [])
                    + figures(of: row).map { $0.map { NumberText.forMachines($0) } ?? "" }
            }
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
