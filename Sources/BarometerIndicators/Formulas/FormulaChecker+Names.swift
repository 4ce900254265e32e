import BarometerCore
import BarometerStore

/// Names of datasets, measures, dimensions and codes.
extension FormulaChecker {
    mutating func check(_ selection: FigureSelection, at range: Range<Int>) -> Kind? {
        guard let dataset = datasets[selection.dataset.text] else {
            addUnknownName(
                selection.dataset,
                known: datasets.keys.sorted(),
                LocalizedText(
                    en: "there is no dataset \"\(selection.dataset.text)\"",
                    da: "der er intet datasæt \"\(selection.dataset.text)\""
                )
            )
            return nil
        }
        let table = dataset.table
        var isKnown = true
        for (place, condition) in selection.conditions.enumerated() {
            if !check(condition, in: table) { isKnown = false }
            if selection.conditions[..<place].contains(where: { $0.dimension.text == condition.dimension.text }) {
                isKnown = false
                addRepeated(condition)
            }
        }
        guard let measure = selection.measure(in: table) else {
            if let name = selection.measure {
                addUnknownName(
                    name,
                    known: table.measures.map(\.name),
                    LocalizedText(
                        en: "\(dataset.id) has no measure \"\(name.text)\"",
                        da: "\(dataset.id) har ingen værdikolonne \"\(name.text)\""
                    )
                )
            }
            return nil
        }
        guard let time = table.time else {
            addFault(
                .formulaUnit,
                at: selection.dataset.range,
                LocalizedText(
                    en: "the figures of \(dataset.id) belong to no period",
                    da: "tallene i \(dataset.id) hører ikke til nogen periode"
                ),
                hint: LocalizedText(
                    en: "give the dataset a column with the role time",
                    da: "giv datasættet en kolonne med rollen time"
                )
            )
            return nil
        }
        guard isKnown else { return nil }
        if !isInsidePeers { checkAddition(of: selection, at: range) }
        let column = table.measures[measure]
        return Kind(unit: column.unit, frequency: time.frequency, decimals: column.printedDecimals)
    }

    /// Whether a table knows the dimension and all values of a condition; what it does not is told.
    private mutating func check(_ condition: FigureSelection.Condition, in table: Table) -> Bool {
        let isDimension =
            table.dimension(named: condition.dimension.text) != nil || table.time?.name == condition.dimension.text
        var isKnown = true
        for value in condition.values {
            do throws(StoreError) {
                _ = try table.selection(of: condition.dimension.text, values: [value.text])
            } catch {
                isKnown = false
                for fault in error.diagnostics {
                    let range = isDimension ? value.range : condition.dimension.range
                    addFault(.formulaName, at: range, fault.message, hint: fault.hint)
                }
            }
        }
        return isKnown
    }

    private mutating func addRepeated(_ condition: FigureSelection.Condition) {
        let name = condition.dimension.text
        addFault(
            .formulaSyntax,
            at: condition.range,
            LocalizedText(en: "\(name) has two conditions", da: "\(name) har to betingelser"),
            hint: LocalizedText(
                en: "write one condition, with | between the codes: \(name)=a|b",
                da: "skriv én betingelse, med | mellem koderne: \(name)=a|b"
            )
        )
    }

    mutating func addUnknownName(_ name: FigureSelection.Name, known: [String], _ message: LocalizedText) {
        let list = known.joined(separator: ", ")
        let hint =
            didYouMean(name.text, among: known)
            ?? (known.isEmpty ? nil : LocalizedText(en: "known are \(list)", da: "kendte er \(list)"))
        addFault(.formulaName, at: name.range, message, hint: hint)
    }
}
