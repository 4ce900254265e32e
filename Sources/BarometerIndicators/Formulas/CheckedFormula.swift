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
    /// The decimals of the figures it is made of; rates and indices have one, ratios two.
    public let decimals: Int
    private let warnings: [Diagnostic]

    /// Reads and checks a formula.
    ///
    /// Where figures in percent and the like leave several codes open, rows of the dataset are counted; no value is
    /// looked at.
    ///
    /// - Throws: `FormulaError` with all faults of names (D302), units (D303) and sums of what does not add up (D403) in
    ///   the order of the text, or with the first fault of the text (D301) and the unknown functions before it.
    public init(_ source: FormulaSource, datasets: [String: Dataset]) throws(FormulaError) {
        let parsed = try FormulaParser.parse(source)
        var checker = FormulaChecker(parsed, source: source, datasets: datasets)
        guard let kind = checker.check(), let unit = kind.unit, checker.faults.isEmpty else {
            throw FormulaError(checker.faultsInOrder)
        }
        self.source = source
        formula = parsed.part
        self.unit = unit
        decimals = kind.decimals
        warnings = checker.warnings
    }

    /// The figures as they were known on a day, with what must be told of them; nil is all that is known.
    ///
    /// A period that one of the datasets lacks is left out; one with a missing cell is missing. A dataset that is not
    /// among those given has no figures. Linear in the rows of the datasets, once for each peer of `peers(…)`, and in
    /// the periods.
    ///
    /// - Throws: `FormulaError` where figures would have to be added that cannot be (D403), or a sum leaves 64 bits
    ///   (D401).
    public func result(of datasets: [String: Dataset], asOf day: CalendarDay?) throws(FormulaError) -> FormulaResult {
        var known: [String: Dataset] = [:]
        for id in formula.formula.datasets {
            known[id] = datasets[id].map { Dataset(id: id, table: $0.table.known(on: day)) }
        }
        var evaluator = FormulaEvaluator(source: source, datasets: known)
        let figures = try evaluator.evaluate(formula)
        return FormulaResult(
            series: Series(unit: unit, decimals: decimals, observations: figures.observations),
            warnings: warnings + evaluator.warnings
        )
    }

    /// The figures as they were known on a day, without what must be told of them.
    ///
    /// - Throws: `FormulaError` as `result(of:asOf:)` does.
    public func series(of datasets: [String: Dataset], asOf day: CalendarDay?) throws(FormulaError) -> Series {
        try result(of: datasets, asOf: day).series
    }
}

/// The figures of a formula with what must be told of them.
public struct FormulaResult: Sendable {
    /// The figures by period, each with its status and, for a rate or a gap of two, the counts behind it.
    public var series: Series
    /// Warnings with their places in the formula: peers that were left out, an index without a base (both D411), columns
    /// of a wide file added up unasked (D403).
    public var warnings: [Diagnostic]
}
