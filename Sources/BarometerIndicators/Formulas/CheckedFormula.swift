import BarometerCore
import BarometerStore

/// A formula whose names, units and frequencies fit the datasets it was checked against.
public struct CheckedFormula: Sendable {
    /// The text as written.
    public let source: FormulaSource
    /// The formula as a tree.
    public let formula: Formula.Part
    /// The unit of its figures.
    public let unit: Unit
    /// The decimals of the figures it is made of; rates get one.
    public let decimals: Int

    /// Reads and checks a formula.
    ///
    /// - Throws: `FormulaError` with all faults of names and units, or the first fault of the text.
    public init(_ source: FormulaSource, datasets: [String: Dataset]) throws(FormulaError) {
        let part = try FormulaParser.parse(source)
        var checker = FormulaChecker(source: source, datasets: datasets)
        let kind = checker.check(part)
        guard let kind, checker.faults.isEmpty else { throw FormulaError(checker.faults) }
        guard !part.formula.datasets.isEmpty else { throw FormulaError([checker.noFigures(part)]) }
        self.source = source
        formula = part
        unit = kind.unit ?? .other("")
        decimals = kind.decimals
    }

    /// The figures as they were known on a day; nil is all that is known.
    ///
    /// A period that one of the datasets lacks is left out; one with a missing cell is missing. A formula of plain
    /// numbers gives an empty series. Linear in the rows of the datasets.
    ///
    /// - Throws: `FormulaError` where figures would have to be added that cannot be (D403), or a sum leaves 64 bits
    ///   (D401).
    public func series(of datasets: [String: Dataset], asOf day: CalendarDay?) throws(FormulaError) -> Series {
        let known = datasets.mapValues { Dataset(id: $0.id, table: $0.table.known(on: day)) }
        let evaluator = FormulaEvaluator(source: source, datasets: known)
        guard case .byPeriod(let figures) = try evaluator.evaluate(formula) else {
            return Series(unit: unit, decimals: decimals, observations: [])
        }
        return Series(unit: unit, decimals: decimals, observations: Array(figures.values))
    }
}
