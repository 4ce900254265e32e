import BarometerCore
import BarometerStore

/// Whether the figures that answer for one period may be added up.
extension FormulaChecker {
    /// Tells where figures of one period would be added that cannot be: percentages, or a whole and its parts.
    ///
    /// Looks at rows where several codes are meant, at no value.
    mutating func checkAddition(of selection: FigureSelection, at range: Range<Int>) {
        guard let table = datasets[selection.dataset.text]?.table, let measure = selection.measure(in: table),
            let query = try? selection.query(of: table, measure: measure, figures: [])
        else { return }
        if table.measures[measure].unit.isAdditive {
            warnOfHeadings(selection, in: table, at: range)
            for condition in selection.conditions { checkCountedOnce(condition, in: table, query) }
        } else if !selection.severalCodes(of: table, query).isEmpty,
            let lines = try? table.known(on: nil).answer(to: query).lines,
            let line = lines.first(where: { $0.count + $0.missing > 1 })
        {
            let fault = source.notAdditive(line, selection, of: table, query, at: range)
            let isTold = faults.contains { $0.code == .notAdditive && $0.excerpt == fault.excerpt }
            if !isTold { faults.append(fault) }
        }
    }

    /// Tells where a condition takes a whole and a part of it, so that people count twice in some period.
    private mutating func checkCountedOnce(
        _ condition: FigureSelection.Condition,
        in table: Table,
        _ query: TableQuery
    ) {
        guard let position = table.dimension(named: condition.dimension.text) else { return }
        let entries = table.dimensions[position].entries
        let chosen = query.selections.filter { $0.axis == .dimension(position) }
        let meant = entries.indices.filter { entry in chosen.allSatisfy { $0.included[entry] } }
        guard entries.wholeWithPart(among: meant) != nil else { return }
        var divided = query
        divided.by = [position]
        guard let lines = try? table.known(on: nil).answer(to: divided).lines else { return }
        var found: [Period: [Int]] = [:]
        for line in lines { if let period = line.period { found[period, default: []] += line.entries } }
        for period in found.keys.sorted() {
            guard let (whole, part) = entries.wholeWithPart(among: found[period] ?? []) else { continue }
            let (outer, inner) = (entries[whole].code, entries[part].code)
            addFault(
                .notAdditive,
                at: condition.range,
                LocalizedText(
                    en: "\(outer) holds \(inner), which would count twice in \(period)",
                    da: "\(outer) rummer \(inner), som ville tælle med to gange i \(period)"
                ),
                hint: LocalizedText(
                    en: "leave out the whole or its parts; where \(outer) is no total, say so in a codelist",
                    da: "udelad helheden eller dens dele; hvor \(outer) ikke er en total, så sig det i en kodeliste"
                )
            )
            return
        }
    }

    /// The columns of a wide file may count different things, and nobody asked for one of them.
    private mutating func warnOfHeadings(_ selection: FigureSelection, in table: Table, at range: Range<Int>) {
        for dimension in table.dimensions where dimension.isOfHeadings && dimension.entries.count > 1 {
            guard !selection.conditions.contains(where: { $0.dimension.text == dimension.name }) else { continue }
            let warning = source.diagnostic(
                .notAdditive,
                at: range,
                LocalizedText(
                    en: "all columns of the file were added up, and they may count different things",
                    da: "alle filens kolonner er lagt sammen, og de tæller måske forskellige ting"
                ),
                severity: .warning,
                hint: LocalizedText(
                    en: "select one of \(dimension.name), or say with \(dimension.name)=* that all are meant",
                    da: "vælg én i \(dimension.name), eller sig med \(dimension.name)=* at alle er ment"
                )
            )
            if !warnings.contains(warning) { warnings.append(warning) }
        }
    }
}

extension FigureSelection {
    /// The dimensions of a table of which a question takes several codes, totals aside where none is named.
    fileprivate func severalCodes(of table: Table, _ query: TableQuery) -> [String] {
        table.dimensions.indices.filter { position in
            let chosen = query.selections.filter { $0.axis == .dimension(position) }
            let count = table.dimensions[position].entries.indices.count { entry in
                chosen.allSatisfy { $0.included[entry] }
            }
            return count > 1
        }.map { table.dimensions[$0].name }
    }
}

extension FormulaSource {
    /// Several figures that cannot be added answer for one period.
    func notAdditive(
        _ line: QueryResult.Line,
        _ selection: FigureSelection,
        of table: Table,
        _ query: TableQuery,
        at range: Range<Int>
    ) -> Diagnostic {
        let words = table.measures[query.measure].unit.words
        let period = line.period.map { "\($0)" } ?? ""
        let number = line.count + line.missing
        let names = selection.severalCodes(of: table, query).joined(separator: ", ")
        return diagnostic(
            .notAdditive,
            at: range,
            LocalizedText(
                en: "\(number) figures in \(words.en) answer for \(period), and they cannot be added up",
                da: "\(number) tal i \(words.da) svarer for \(period), og de kan ikke lægges sammen"
            ),
            hint: LocalizedText(
                en: "select one code in each dimension (\(names)), or compute a rate from counts",
                da: "vælg én kode i hver dimension (\(names)), eller beregn en rate af antal"
            )
        )
    }
}
