import BarometerCore
import BarometerEvaluation
import BarometerExtracts
import BarometerIndicators
import BarometerStore

/// A goal as a barometer has it: the excess unemployment of a group in percentage points, with a target.
public struct EvaluationCase: Sendable {
    /// The invented counts of unemployed and labour force by origin and half-year.
    public let datasets: [String: Dataset]
    /// The gap of two rates, checked.
    public let formula: CheckedFormula
    private let target: Target
    private static let halfYears = 20
    private static let text = """
        gap(rate(styrke[HERKOMST=25|35, STATUS=LEDIG], styrke[HERKOMST=25|35, STATUS=STYRKE]), \
        rate(styrke[HERKOMST=1, STATUS=LEDIG], styrke[HERKOMST=1, STATUS=STYRKE]))
        """

    /// The goal over its dataset.
    public init() throws {
        let columns: [(String, ExtractSchema.Role)] = [
            ("HERKOMST", .dimension), ("STATUS", .dimension), ("TID", .time), ("INDHOLD", .measure),
        ]
        let schema = ExtractSchema(columns: columns.map { .init(name: $0.0, role: $0.1, unit: .count) })
        let source = InMemoryBytes(Array(EvaluationCase.file().utf8))
        let extract = try Extract.read(source, path: "styrke", schema: schema)
        guard let table = extract.table else { throw UnreadableFile(diagnostics: extract.diagnostics) }
        datasets = ["styrke": Dataset(id: "styrke", table: table)]
        formula = try EvaluationCase.checked(datasets)
        target = Target(
            comparator: .atMost,
            value: 5.8,
            baseline: Target.Baseline(period: .halfYear(2005, 1)),
            deadline: .halfYear(2018, 2),
            decimals: 1
        )
    }

    /// Reads and checks the formula.
    public func check() throws -> CheckedFormula { try EvaluationCase.checked(datasets) }

    /// Computes the figures of the formula.
    public func series() throws -> Series { try formula.series(of: datasets, asOf: nil) }

    /// Assesses figures in an edition.
    public func assessment(of series: Series) -> Assessment {
        Assessment(of: series, target: target, direction: .decrease, edition: .halfYear(2014, 2), decimals: 1)
    }

    private static func checked(_ datasets: [String: Dataset]) throws -> CheckedFormula {
        try CheckedFormula(FormulaSource(text), datasets: datasets)
    }

    /// The extract: unemployment falls a little in every half-year.
    public static func file(seed: UInt64 = 20_240_601) -> String {
        var generator = SeededGenerator(seed: seed)
        var text = "HERKOMST;STATUS;TID;INDHOLD\n"
        for (origin, force) in [("1", 250_000), ("24", 30_000), ("25", 20_000), ("34", 4_000), ("35", 10_000)] {
            for (status, share) in [("LEDIG", 15), ("STYRKE", 100)] {
                for index in 0..<halfYears {
                    let noise = Int.random(in: 0..<force / 200, using: &generator)
                    let count = force * share / 100 - (share < 100 ? index * force / 400 : 0) + noise
                    text += "\(origin);\(status);\(2005 + index / 2)H\(index % 2 + 1);\(count)\n"
                }
            }
        }
        return text
    }
}
