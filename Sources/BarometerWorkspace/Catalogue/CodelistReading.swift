import BarometerCore
import BarometerExtracts

extension Codelist {
    private static let columns = ["code", "da", "en", "parent", "total", "valid_from", "valid_to"]

    /// Reads a codelist from a CSV with the columns `code,da,en,parent,total,valid_from,valid_to`.
    ///
    /// The first three columns are needed, in any order. An item is a total where the cell says `yes`. A month or year
    /// in `valid_from` means its first day, in `valid_to` its last. Columns that are missing or unknown are faults, and
    /// the list is then empty.
    static func read(_ bytes: [UInt8], id: String, path: String, faults: inout [Diagnostic]) -> Codelist {
        var bag = DiagnosticBag()
        let grid = CellGrid(bytes: bytes, path: path, bag: &bag)
        let names = grid.columns.map(\.name)
        for name in columns.prefix(3) where !names.contains(name) {
            bag.add(wrongColumn(.missingColumn, name, path: path, known: names))
        }
        for name in names where !columns.contains(name) {
            bag.add(wrongColumn(.undeclaredColumn, name, path: path, known: columns))
        }
        let items = bag.hasErrors ? [] : (0..<grid.rowCount).map { item(of: $0, in: grid, bag: &bag) }
        findOverlaps(in: items, grid: grid, bag: &bag)
        faults += bag.diagnostics
        return Codelist(id: id, items: items)
    }

    private static func item(of row: Int, in grid: CellGrid, bag: inout DiagnosticBag) -> Item {
        let text = { (name: String) in grid.text(row: row, column: name) ?? "" }
        return Item(
            code: text("code"),
            label: LocalizedText(en: text("en"), da: text("da")),
            parent: text("parent").isEmpty ? nil : text("parent"),
            isTotal: isTotal(row, in: grid, bag: &bag),
            validFrom: period(of: row, "valid_from", in: grid, bag: &bag)?.firstDay,
            validTo: period(of: row, "valid_to", in: grid, bag: &bag)?.lastDay
        )
    }

    private static func isTotal(_ row: Int, in grid: CellGrid, bag: inout DiagnosticBag) -> Bool {
        let text = grid.text(row: row, column: "total") ?? ""
        if !["", "yes", "no"].contains(text) {
            let (location, excerpt) = grid.place(row: row, column: grid.columns.firstIndex { $0.name == "total" } ?? 0)
            bag.add(
                Diagnostic(
                    .wrongValue,
                    LocalizedText(en: "\"\(text)\" is neither yes nor no", da: "\"\(text)\" er hverken yes eller no"),
                    at: location,
                    excerpt: excerpt,
                    hint: LocalizedText(en: "write yes, no or nothing", da: "skriv yes, no eller ingenting")
                )
            )
        }
        return text == "yes"
    }

    private static func period(of row: Int, _ name: String, in grid: CellGrid, bag: inout DiagnosticBag) -> Period? {
        guard let text = grid.text(row: row, column: name), !text.isEmpty else { return nil }
        if let period = Period(parsing: text) { return period }
        let column = grid.columns.firstIndex { $0.name == name } ?? 0
        let (location, excerpt) = grid.place(row: row, column: column)
        bag.add(
            Diagnostic(
                .unreadablePeriod,
                LocalizedText(en: "\"\(text)\" is no date", da: "\"\(text)\" er ikke en dato"),
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(en: "write it as 2014-05-31", da: "skriv den som 2014-05-31")
            )
        )
        return nil
    }

    /// A code may have several meanings, but only one on any day.
    private static func findOverlaps(in items: [Item], grid: CellGrid, bag: inout DiagnosticBag) {
        var seen: [String: [Int]] = [:]
        for (row, item) in items.enumerated() {
            if seen[item.code, default: []].contains(where: { overlap(items[$0], item) }) {
                let (location, excerpt) = grid.place(row: row, column: 0)
                bag.add(
                    Diagnostic(
                        .duplicateKey,
                        LocalizedText(
                            en: "code \"\(item.code)\" has two meanings at the same time",
                            da: "koden \"\(item.code)\" har to betydninger samtidig"
                        ),
                        at: location,
                        excerpt: excerpt,
                        hint: LocalizedText(
                            en: "close the earlier one with valid_to before the later begins",
                            da: "luk den tidligere med valid_to før den senere begynder"
                        )
                    )
                )
            }
            seen[item.code, default: []].append(row)
        }
    }

    private static func overlap(_ left: Item, _ right: Item) -> Bool {
        let endsBefore = { (first: Item, second: Item) in
            guard let end = first.validTo, let start = second.validFrom else { return false }
            return end < start
        }
        return !endsBefore(left, right) && !endsBefore(right, left)
    }

    private static func wrongColumn(
        _ code: DiagnosticCode,
        _ name: String,
        path: String,
        known: [String]
    ) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            code,
            code == .missingColumn
                ? LocalizedText(en: "column \"\(name)\" is missing", da: "kolonnen \"\(name)\" mangler")
                : LocalizedText(en: "unknown column \"\(name)\"", da: "ukendt kolonne \"\(name)\""),
            at: SourceLocation(path: path, line: 1, column: 1),
            hint: didYouMean(name, among: known) ?? LocalizedText(en: "columns: \(list)", da: "kolonner: \(list)")
        )
    }
}
