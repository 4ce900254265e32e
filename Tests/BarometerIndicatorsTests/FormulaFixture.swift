import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerStore
import Testing

extension Dataset {
    /// A dataset of a small file: TID holds the periods, INDHOLD or the named columns the values, the rest are dimensions.
    init(
        _ id: String,
        _ text: String,
        unit: Unit,
        measures: [String] = ["INDHOLD"],
        codelists: [String: Codelist] = [:],
        layout: ExtractSchema.Layout = .long
    ) throws {
        let header = text.prefix { $0 != "\n" }.split(separator: ";").map(String.init)
        let schema = ExtractSchema(
            columns: header.map { name in
                ExtractSchema.Column(
                    name: name,
                    role: name == "TID"
                        ? .time : name == "VINTAGE" ? .vintage : measures.contains(name) ? .measure : .dimension,
                    codelist: codelists[name],
                    unit: unit
                )
            },
            layout: layout
        )
        let extract = try Extract.read(InMemoryBytes(Array(text.utf8)), path: id, schema: schema)
        self.init(id: id, table: try #require(extract.table, "\(extract.diagnostics)"))
    }
}

/// Datasets by their ids, as formulas are checked against them.
func byID(_ datasets: Dataset...) -> [String: Dataset] {
    Dictionary(uniqueKeysWithValues: datasets.map { ($0.id, $0) })
}

/// The figures of a formula with what is told of them.
func result(_ text: String, _ datasets: [String: Dataset], asOf day: CalendarDay? = nil) throws -> FormulaResult {
    try CheckedFormula(FormulaSource(text), datasets: datasets).result(of: datasets, asOf: day)
}

/// The figures of a formula by period, from early to late.
func values(_ text: String, _ datasets: [String: Dataset]) throws -> [Double?] {
    try result(text, datasets).series.observations.map(\.value)
}

/// The periods of a formula's figures, from early to late.
func periods(_ text: String, _ datasets: [String: Dataset]) throws -> [String] {
    try result(text, datasets).series.observations.map { "\($0.period)" }
}

/// The faults of a formula in the catalogue's line 7, from column 1 on.
func faults(_ text: String, _ datasets: [String: Dataset]) -> [Diagnostic] {
    let line = FormulaSource.Line(start: 0, location: SourceLocation(path: "i.yml", line: 7, column: 1))
    do throws(FormulaError) {
        _ = try CheckedFormula(FormulaSource(text, lines: [line]), datasets: datasets)
        return []
    } catch {
        return error.diagnostics
    }
}

/// Whether two figures agree up to what double arithmetic loses.
func agree(_ left: [Double?], _ right: [Double?], tolerance: Double = 1e-9) -> Bool {
    left.count == right.count
        && zip(left, right).allSatisfy { left, right in
            guard let left, let right else { return left == nil && right == nil }
            return abs(left - right) <= tolerance * max(1, abs(right))
        }
}
