import BarometerCore
import BarometerStore

/// Checks a formula against the datasets before any number is touched: names, codes, units and frequencies.
struct FormulaChecker {
    let source: FormulaSource
    let datasets: [String: Dataset]
    let parsed: ParsedFormula
    var faults: [Diagnostic] = []
    var warnings: [Diagnostic] = []
    /// Inside `peers(…)` figures are asked for once for each peer, and not as they stand.
    var isInsidePeers = false

    init(_ parsed: ParsedFormula, source: FormulaSource, datasets: [String: Dataset]) {
        self.parsed = parsed
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

    /// The kind of the whole formula; nil or in vain where there are faults, all of which are told.
    mutating func check() -> Kind? {
        faults = parsed.faults
        let kind = check(parsed.part)
        for part in parsed.loose { _ = check(part) }
        if faults.isEmpty, kind?.unit == nil { faults.append(noFigures(parsed.part)) }
        return kind
    }

    /// The faults from the left to the right of the formula.
    var faultsInOrder: [Diagnostic] {
        let places = faults.map { $0.excerpt?.marked.lowerBound ?? 0 }
        return faults.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { faults[$0] }
    }

    /// The kind of a part, or nil where a fault in it was told.
    mutating func check(_ part: Formula.Part) -> Kind? {
        guard !parsed.meaningless.contains(part.range) else { return nil }
        switch part.formula {
        case .number: return Kind(unit: nil, frequency: nil, decimals: 0)
        case .figures(let selection): return check(selection, at: part.range)
        case .rate(let numerator, let denominator): return checkRate(numerator, denominator)
        case .gap(let group, let reference): return checkDifference(group, reference, at: part.range)
        case .peers(let figures, let group): return checkPeers(figures, group)
        case .change(let figures, let lag): return checkChange(figures, lag, at: part.range)
        case .index(let figures, let base): return checkIndex(figures, base)
        case .negated(let figures): return checkNegation(figures, at: part.range)
        case .combined(let sign, let left, let right): return checkCombined(sign, left, right, at: part.range)
        }
    }

    /// The kind of figures, or nil where there is a fault, such as that they are a plain number.
    mutating func checkFigures(_ part: Formula.Part) -> (kind: Kind, unit: Unit)? {
        guard let kind = check(part) else { return nil }
        guard let unit = kind.unit else {
            faults.append(noFigures(part))
            return nil
        }
        return (kind, unit)
    }

    /// The kind of two figures together; a fault where their periods are not of one length.
    mutating func joined(
        _ left: Kind,
        _ right: Kind,
        unit: Unit?,
        decimals: Int? = nil,
        at part: Formula.Part
    ) -> Kind? {
        if let first = left.frequency, let second = right.frequency, first != second {
            let coarser = first.isFiner(than: second) ? second : first
            addFault(
                .formulaUnit,
                at: part.range,
                LocalizedText(
                    en: "\(first.words.en) and \(second.words.en) figures have no period in common",
                    da: "\(first.words.da) og \(second.words.da) tal har ingen perioder til fælles"
                ),
                hint: LocalizedText(
                    en: "make the finer figures \(coarser.words.en) with barometer query and its options --period and "
                        + "--roll, and take the answer in as a dataset of its own",
                    da: "gør de finere tal \(coarser.words.da) med barometer query og dens valg --period og --roll, og "
                        + "tag svaret ind som et datasæt for sig"
                )
            )
            return nil
        }
        return Kind(
            unit: unit,
            frequency: left.frequency ?? right.frequency,
            decimals: decimals ?? max(left.decimals, right.decimals)
        )
    }

    // MARK: Faults

    /// Tells a fault, once where several parts of the formula have it at the same place.
    mutating func addFault(_ code: DiagnosticCode, at range: Range<Int>, _ message: LocalizedText, hint: LocalizedText?)
    {
        let fault = source.diagnostic(code, at: range, message, hint: hint)
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// A formula or a part of numbers alone measures nothing.
    private func noFigures(_ part: Formula.Part) -> Diagnostic {
        source.diagnostic(
            .formulaUnit,
            at: part.range,
            part.range == parsed.part.range
                ? LocalizedText(en: "the formula uses no dataset", da: "formlen bruger intet datasæt")
                : LocalizedText(en: "figures of a dataset are needed here", da: "her skal bruges tal fra et datasæt"),
            hint: LocalizedText(en: "name a dataset of the workspace", da: "nævn et datasæt i arbejdsområdet")
        )
    }
}
