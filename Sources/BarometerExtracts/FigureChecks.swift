import BarometerCore
import BarometerStore

/// Looks at the figures of a declared extract as a careful statistician would: totals that their parts do not make, a
/// unit that seems to have changed.
///
/// What it finds are warnings: the figures may be right, and only a person can know.
struct FigureChecks {
    let table: Table
    /// The codelist of each dimension that has one, by its position in the table.
    let codelists: [Int: Codelist]
    /// The place of a row of the table.
    let place: (Int) -> (SourceLocation, SourceExcerpt)

    /// All that looks wrong; a kind is told once with its count.
    func run(path: String, bag: inout DiagnosticBag) {
        guard table.measures[0].unit.isAdditive else { return }
        for (position, codelist) in codelists.sorted(by: { $0.key < $1.key }) {
            findTotals(in: position, codelist, path: path, bag: &bag)
        }
        findUnitChange(path: path, bag: &bag)
    }

    // MARK: Totals

    /// The codes that a codelist says make up another.
    private func parts(of item: Codelist.Item, in codelist: Codelist) -> [String] {
        let children = codelist.items.filter { $0.parent == item.code }.map(\.code)
        guard children.isEmpty, item.isTotal else { return children }
        return codelist.items.filter { !$0.isTotal && $0.parent == nil }.map(\.code)
    }

    private func findTotals(
        in position: Int,
        _ codelist: Codelist,
        path: String,
        bag: inout DiagnosticBag
    ) {
        let column = table.dimensions[position]
        let entryOfCode = Dictionary(
            column.entries.enumerated().map { ($1.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (total, entry) in column.entries.enumerated() {
            guard let item = entry.item else { continue }
            let codes = parts(of: item, in: codelist)
            let entries = codes.compactMap { entryOfCode[$0] }
            // Parts that the extract does not have cannot be missed.
            guard !entries.isEmpty, entries.count == codes.count else { continue }
            var groups: [ObservationKey: [Int: Int]] = [:]
            for row in 0..<table.rowCount where table.measures[0][row] != nil {
                var key = table.key(of: row)
                let code = key.codes[position]
                guard code == total || entries.contains(code) else { continue }
                key.codes[position] = 0
                groups[key, default: [:]][code] = row
            }
            let whole = groups.values.filter { $0.count == entries.count + 1 }
            for rows in whole.sorted(by: { ($0[total] ?? 0) < ($1[total] ?? 0) }) {
                guard let totalRow = rows[total], let value = table.measures[0][totalRow] else { continue }
                let sum = entries.reduce(0.0) { $0 + (rows[$1].flatMap { table.measures[0][$0] } ?? 0) }
                guard (value - sum).magnitude > 1e-6 * max(1, value.magnitude) else { continue }
                bag.add(.totalsDisagree, severity: .warning, path: path, group: column.name) {
                    disagreement(item.code, of: column.name, value: value, sum: sum, row: totalRow)
                }
            }
        }
    }

    private func disagreement(
        _ code: String,
        of dimension: String,
        value: Double,
        sum: Double,
        row: Int
    ) -> Diagnostic {
        let (location, excerpt) = place(row)
        let (printed, added) = (NumberText.forMachines(value), NumberText.forMachines(sum))
        return Diagnostic(
            .totalsDisagree,
            LocalizedText(
                en: "\(dimension)=\(code) is \(printed), and its parts make \(added)",
                da: "\(dimension)=\(code) er \(printed), og dens dele giver \(added)"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(
                en: "ask the office, or correct the codelist if these are not its parts",
                da: "spørg kontoret, eller ret kodelisten hvis det ikke er dens dele"
            )
        )
    }

    // MARK: Units

    /// A period from which on nearly all figures are ten, a hundred or a thousand times those of the period before, or
    /// as much less.
    private func findUnitChange(path: String, bag: inout DiagnosticBag) {
        guard let time = table.time else { return }
        let order = Array(Set(time.periods)).sorted()
        var figures: [Period: [[Int]: (value: Double, row: Int)]] = [:]
        for row in 0..<table.rowCount {
            guard let value = table.measures[0][row], value > 0 else { continue }
            figures[time.period(of: row), default: [:]][table.key(of: row).codes] = (value, row)
        }
        for (earlier, later) in zip(order, order.dropFirst()) {
            guard let before = figures[earlier], let after = figures[later] else { continue }
            let pairs = after.compactMap { key, figure in
                before[key].map { (ratio: figure.value / $0.value, row: figure.row) }
            }
            guard pairs.count >= 3 else { continue }
            for factor in [10.0, 100, 1000, 0.1, 0.01, 0.001] {
                let alike = pairs.filter { ($0.ratio / factor - 1).magnitude < 0.2 }
                guard alike.count * 10 >= pairs.count * 8, let row = alike.map(\.row).min() else { continue }
                bag.add(unitChange(factor, from: earlier, to: later, row: row))
            }
        }
    }

    private func unitChange(_ factor: Double, from earlier: Period, to later: Period, row: Int) -> Diagnostic {
        let (location, excerpt) = place(row)
        let times = NumberText.forMachines(factor)
        return Diagnostic(
            .unitChanged,
            LocalizedText(
                en: "nearly all figures of \(later) are about \(times) times those of \(earlier)",
                da: "næsten alle tal for \(later) er omkring \(times) gange dem for \(earlier)"
            ),
            severity: .warning,
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(
                en: "check whether the unit changed, for example from persons to thousands",
                da: "kontrollér om enheden er ændret, for eksempel fra personer til tusinder"
            )
        )
    }
}
