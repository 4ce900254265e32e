import BarometerCore
import BarometerReports
import BarometerStore

/// The answer to a query as a small table of text and figures.
struct QueryAnswer {
    struct Row {
        /// The entry of each dimension that divides the answer.
        var entries: [Int]
        var period: Period?
        var figures: [Double?]
    }

    private let dimensions: [DimensionColumn]
    private let hasPeriod: Bool
    private let language: Language
    /// The code of each entry of each dimension.
    private let codes: [[String]]
    var columns: [String] = []
    var rows: [Row] = []

    init(by dimensions: [DimensionColumn], hasPeriod: Bool, language: Language) {
        self.dimensions = dimensions
        self.hasPeriod = hasPeriod
        self.language = language
        codes = dimensions.map { $0.entries.map(\.code) }
    }

    mutating func sort() {
        let known = codes
        let codes = { (row: Row) -> [String] in zip(known, row.entries).map { $0[$1] } }
        rows.sort { left, right in
            let (own, other) = (codes(left), codes(right))
            guard own == other else { return own.lexicographicallyPrecedes(other) }
            guard let period = left.period, let later = right.period else { return false }
            return period < later
        }
    }

    private var by: [String] { dimensions.map(\.name) }
    private var header: [String] { by + (hasPeriod ? ["period"] : []) + columns }

    /// RFC 4180, decimal point, missing as an empty cell.
    var csv: String {
        var text = Array(CSVText.record(header).utf8)
        text.reserveCapacity(rows.count * 16 * header.count)
        let keys = codes.map { $0.map { Array((CSVText.field($0) + ",").utf8) } }
        var periods: [Period: [UInt8]] = [:]
        for row in rows {
            for (position, entry) in row.entries.enumerated() { text += keys[position][entry] }
            if hasPeriod {
                if let period = row.period {
                    let known = periods[period] ?? Array("\(period)".utf8)
                    periods[period] = known
                    text += known
                }
                text.append(UInt8(ascii: ","))
            }
            for figure in row.figures {
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
                rows.map { row in
                    var object: [String: JSONValue] = hasPeriod ? ["period": .optional(row.period)] : [:]
                    for (position, entry) in row.entries.enumerated() {
                        object[dimensions[position].name] = .string(codes[position][entry])
                    }
                    for (name, figure) in zip(columns, row.figures) { object[name] = .optional(figure) }
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
            + rows.map { row in
                zip(labels, row.entries).map { $0[$1] } + (hasPeriod ? [row.period.map { "\($0)" } ?? ""] : [])
                    + row.figures.map { $0.map { NumberText.forMachines($0) } ?? "" }
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
