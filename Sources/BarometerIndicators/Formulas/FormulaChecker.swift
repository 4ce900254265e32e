import BarometerCore
import BarometerStore

/// Checks a formula against the datasets before any number is touched: names, codes, units and frequencies.
struct FormulaChecker {
    let source: FormulaSource
    let datasets: [String: Dataset]
    private(set) var faults: [Diagnostic] = []

    init(source: FormulaSource, datasets: [String: Dataset]) {
        self.source = source
        self.datasets = datasets
    }

    /// What is known of a part's figures; a nil unit is that of a plain number.
    struct Kind {
        var unit: Unit?
        var frequency: Frequency?
        /// The decimals that the figures are printed with.
        var decimals: Int
    }

    /// The kind of a part, or nil where a fault below it was told already.
    mutating func check(_ part: Formula.Part) -> Kind? {
        switch part.formula {
        case .number: Kind(unit: nil, frequency: nil, decimals: 0)
        case .figures(let selection): check(selection)
        case .rate(let numerator, let denominator): checkRate(numerator, denominator)
        case .gap(let group, let reference): checkDifference(group, reference, at: part.range)
        case .combined(.minus, let left, let right): checkDifference(left, right, at: part.range)
        case .combined(.plus, let left, let right): checkSameUnit(left, right, at: part.range)
        case .combined(.times, let left, let right): checkScaling(left, right, isDivision: false)
        case .combined(.over, let left, let right): checkScaling(left, right, isDivision: true)
        }
    }

    private mutating func check(_ selection: FigureSelection) -> Kind? {
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
        var measure = 0
        if let name = selection.measure {
            guard let position = table.measure(named: name.text) else {
                addUnknownName(
                    name,
                    known: table.measures.map(\.name),
                    LocalizedText(
                        en: "\(dataset.id) has no measure \"\(name.text)\"",
                        da: "\(dataset.id) har ingen værdikolonne \"\(name.text)\""
                    )
                )
                return nil
            }
            measure = position
        }
        var isKnown = true
        for condition in selection.conditions {
            for value in condition.values {
                do throws(StoreError) {
                    _ = try table.selection(of: condition.dimension.text, values: [value.text])
                } catch {
                    isKnown = false
                    let name = condition.dimension.text
                    let isDimension = table.dimension(named: name) == nil && table.time?.name != name
                    for fault in error.diagnostics {
                        faults.append(
                            source.fault(
                                .formulaName,
                                at: isDimension ? condition.dimension.range : value.range,
                                fault.message,
                                hint: fault.hint
                            )
                        )
                    }
                    if isDimension { break }
                }
            }
        }
        guard isKnown else { return nil }
        let column = table.measures[measure]
        return Kind(unit: column.unit, frequency: table.time?.frequency, decimals: column.printedDecimals)
    }

    private mutating func checkRate(_ numerator: Formula.Part, _ denominator: Formula.Part) -> Kind? {
        let kinds = (check(numerator), check(denominator))
        guard let first = kinds.0, let second = kinds.1 else { return nil }
        for (kind, part) in [(first, numerator), (second, denominator)] where kind.unit?.isAdditive != true {
            addUnitFault(
                part,
                LocalizedText(
                    en: "a rate is computed from counts, and this is in \(symbol(kind.unit))",
                    da: "en rate beregnes af antal, og dette er i \(symbol(kind.unit))"
                ),
                hint: LocalizedText(
                    en: "give the counts, or use the published percentage as it is",
                    da: "angiv antallene, eller brug den offentliggjorte procent som den er"
                )
            )
        }
        return joined(first, second, unit: .percent, decimals: 1, at: denominator)
    }

    private mutating func checkDifference(
        _ left: Formula.Part,
        _ right: Formula.Part,
        at range: Range<Int>
    ) -> Kind? {
        guard var kind = checkSameUnit(left, right, at: range) else { return nil }
        kind.unit = kind.unit?.ofDifference
        return kind
    }

    private mutating func checkSameUnit(
        _ left: Formula.Part,
        _ right: Formula.Part,
        at range: Range<Int>
    ) -> Kind? {
        let kinds = (check(left), check(right))
        guard let first = kinds.0, let second = kinds.1 else { return nil }
        if first.unit != second.unit {
            addUnitFault(
                Formula.Part(formula: left.formula, range: range),
                LocalizedText(
                    en: "figures in \(symbol(first.unit)) and in \(symbol(second.unit)) cannot be added or subtracted",
                    da:
                        "tal i \(symbol(first.unit)) og i \(symbol(second.unit)) kan ikke lægges sammen eller trækkes fra"
                ),
                hint: LocalizedText(
                    en: "bring both to one unit; percent and percentage points differ",
                    da: "bring begge til én enhed; procent og procentpoint er forskellige"
                )
            )
        }
        return joined(first, second, unit: first.unit, decimals: max(first.decimals, second.decimals), at: right)
    }

    private mutating func checkScaling(
        _ left: Formula.Part,
        _ right: Formula.Part,
        isDivision: Bool
    ) -> Kind? {
        let kinds = (check(left), check(right))
        guard let first = kinds.0, let second = kinds.1 else { return nil }
        // Only scaling by a number keeps a unit; one over a figure, or a figure by a figure, has another.
        let unit = second.unit == nil ? first.unit : first.unit == nil && !isDivision ? second.unit : .other("ratio")
        return joined(first, second, unit: unit, decimals: max(first.decimals, second.decimals), at: right)
    }

    /// The kind of two figures together; a fault where their periods are not of one length.
    private mutating func joined(_ left: Kind, _ right: Kind, unit: Unit?, decimals: Int, at part: Formula.Part) -> Kind
    {
        if let first = left.frequency, let second = right.frequency, first != second {
            addUnitFault(
                part,
                LocalizedText(
                    en: "figures of frequency \(first.rawValue) and \(second.rawValue) have no period in common",
                    da: "tal med frekvens \(first.rawValue) og \(second.rawValue) har ingen perioder til fælles"
                ),
                hint: LocalizedText(en: "use datasets of one frequency", da: "brug datasæt med samme frekvens")
            )
        }
        return Kind(unit: unit, frequency: left.frequency ?? right.frequency, decimals: decimals)
    }

    /// A formula of numbers alone measures nothing.
    func noFigures(_ part: Formula.Part) -> Diagnostic {
        source.fault(
            .formulaUnit,
            at: part.range,
            LocalizedText(en: "the formula uses no dataset", da: "formlen bruger intet datasæt"),
            hint: LocalizedText(en: "name a dataset of the workspace", da: "nævn et datasæt i arbejdsområdet")
        )
    }

    private mutating func addUnitFault(_ part: Formula.Part, _ message: LocalizedText, hint: LocalizedText) {
        faults.append(source.fault(.formulaUnit, at: part.range, message, hint: hint))
    }

    private mutating func addUnknownName(_ name: FigureSelection.Name, known: [String], _ message: LocalizedText) {
        let list = known.joined(separator: ", ")
        let hint =
            didYouMean(name.text, among: known) ?? LocalizedText(en: "known are \(list)", da: "kendte er \(list)")
        faults.append(source.fault(.formulaName, at: name.range, message, hint: hint))
    }

    private func symbol(_ unit: Unit?) -> String {
        unit?.symbol ?? "1"
    }
}
