import BarometerCore
import BarometerStore

/// Whether one figure answers for a period where figures do not add up.
extension FormulaChecker {
    /// Tells where several figures of a unit that cannot be added answer for one period; looks at rows, at no value.
    mutating func checkSingleFigures(of selection: FigureSelection, at range: Range<Int>) {
        guard let table = datasets[selection.dataset.text]?.table, let measure = selection.measure(in: table) else {
            return
        }
        guard !table.measures[measure].unit.isAdditive else {
            warnOfHeadings(selection, in: table, at: range)
            return
        }
        guard let query = try? selection.query(of: table, measure: measure, figures: []),
            selection.severalCodes(of: table, query).isEmpty == false,
            let lines = try? table.known(on: nil).answer(to: query).lines,
            let line = lines.first(where: { $0.count + $0.missing > 1 })
        else { return }
        let fault = source.notAdditive(line, selection, of: table, query, at: range)
        if !faults.contains(where: { $0.code == .notAdditive && $0.excerpt == fault.excerpt }) { faults.append(fault) }
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
