import BarometerCore
import BarometerStore

/// Computes a checked formula as a series.
struct FormulaEvaluator {
    let source: FormulaSource
    /// What was known on the day in question.
    let datasets: [String: Dataset]
    /// What must be told of the figures, each thing once.
    private(set) var warnings: [Diagnostic] = []

    init(source: FormulaSource, datasets: [String: Dataset]) {
        self.source = source
        self.datasets = datasets
    }

    mutating func evaluate(_ part: Formula.Part) throws(FormulaError) -> PeriodFigures {
        switch part.formula {
        case .number(let number):
            return .constant(number)
        case .figures(let selection):
            return .byPeriod(try figures(of: selection, at: part.range))
        case .rate(let numerator, let denominator):
            return try rate(numerator, denominator)
        case .gap(let group, let reference):
            return try difference(group, reference)
        case .peers(let figures, let group):
            return .byPeriod(try benchmark(figures, group))
        case .change(let figures, let lag):
            return .byPeriod(try change(figures, lag))
        case .index(let figures, let base):
            return .byPeriod(try index(figures, base))
        case .negated(let figures):
            return try evaluate(figures).map(basis: \.basis?.ofOpposite) { -$0 }
        case .combined(.minus, let left, let right):
            return try difference(left, right)
        case .combined(let sign, let left, let right):
            return .joined(try evaluate(left), try evaluate(right)) { sign.apply($0, $1) }
        }
    }

    /// A part of a whole in percent, from sums: percentages are never averaged.
    private mutating func rate(
        _ numerator: Formula.Part,
        _ denominator: Formula.Part
    ) throws(FormulaError) -> PeriodFigures {
        let areCounts = isOfCounts(numerator.formula) && isOfCounts(denominator.formula)
        return .joined(
            try evaluate(numerator),
            try evaluate(denominator),
            basis: { numerator, denominator in
                guard areCounts, let part = numerator.value, let whole = denominator.value else { return nil }
                return .rate(Series.Counts(numerator: part, denominator: whole))
            }
        ) { $1 == 0 ? nil : 100 * $0 / $1 }
    }

    /// A difference of two rates keeps the counts of both; what is left of 100 percent is a rate itself.
    private mutating func difference(_ left: Formula.Part, _ right: Formula.Part) throws(FormulaError) -> PeriodFigures
    {
        let (first, second) = (try evaluate(left), try evaluate(right))
        if case .constant(let whole) = first {
            return second.map(basis: \.basis?.ofRest) { whole - $0 }
        }
        return .joined(first, second, basis: Series.Basis.ofGap) { $0 - $1 }
    }

    /// Whether figures are numbers of persons or things as they were counted, not scaled and no estimates.
    private func isOfCounts(_ formula: Formula) -> Bool {
        switch formula {
        case .figures(let selection):
            guard let table = datasets[selection.dataset.text]?.table, let measure = selection.measure(in: table) else {
                return false
            }
            return table.measures[measure].unit == .count
        case .combined(.plus, let left, let right), .combined(.minus, let left, let right), .gap(let left, let right):
            return isOfCounts(left.formula) && isOfCounts(right.formula)
        default: return false
        }
    }

    mutating func warn(_ range: Range<Int>, _ message: LocalizedText, hint: LocalizedText, count: Int = 1) {
        let warning = source.diagnostic(
            .missingReference,
            at: range,
            message,
            severity: .warning,
            hint: hint,
            count: count
        )
        if !warnings.contains(warning) { warnings.append(warning) }
    }
}

extension Series.Basis {
    /// The basis of the same gap seen from the other side.
    fileprivate var ofOpposite: Series.Basis? {
        guard case .gap(let group, let reference) = self else { return nil }
        return .gap(group: reference, reference: group)
    }

    /// The basis of the rate of those whom a rate does not count.
    fileprivate var ofRest: Series.Basis? {
        guard case .rate(let counts) = self else { return nil }
        return .rate(
            Series.Counts(numerator: counts.denominator - counts.numerator, denominator: counts.denominator)
        )
    }
}
