import BarometerCore
import BarometerExtracts
import BarometerStore
import Benchmark
import BenchmarkSupport

private let small = Prepared { try Kernels.generated(.small) }
private let large = Prepared { try Kernels.generated(.large) }

/// Aggregation over two tables that differ in their rows and not in their groups, so that whatever differs between the
/// two counts is a cost by the row.
func registerKernels() {
    for rows in Rows.allCases {
        let kernels: @Sendable () throws -> Kernels = { try rows == .small ? small.get() : large.get() }
        let registerKernel = { (name: String, work: @escaping @Sendable (Kernels) throws -> Int) in
            register("kernels_\(name)_\(rows.name)", with: kernels, work)
        }
        registerKernel("agg") { try $0.agg().lines.count }
        registerKernel("rate") { try $0.rate().lines.count }
        registerKernel("gap") { try $0.gap().lines.count }
        registerKernel("sum") { try figures($0.table) { $0.sum } }
        registerKernel("min") { try figures($0.table) { $0.minimum } }
        registerKernel("max") { try figures($0.table) { $0.maximum } }
        registerKernel("missing") { try figures($0.table) { Double($0.missing) } }
        registerKernel("filter") { kernels in
            let table = kernels.table
            let selections = [
                try table.selection(of: "KØN", values: ["Kvinder"]),
                try table.selection(of: "ALDER", values: StatisticsFile(rows: 3000).numeratorAges, excluding: true),
            ]
            return try Engine.answer(TableQuery(selections: selections, periods: .together, rollUp: .sum), table)
                .lines.count
        }
        registerKernel("rollup") { kernels in
            let query = TableQuery(by: [0], periods: .every(.annual), rollUp: .sum)
            return try Engine.answer(query, kernels.table).lines.count
        }
    }
}

/// How many groups by area and month have a figure.
private func figures(_ table: Table, _ figure: @escaping @Sendable (QueryResult.Line) -> Double?) throws -> Int {
    try Engine.answer(Comparison(TableQuery(by: [0]), figure: figure), table).lines.count { $0.figure != nil }
}

extension Kernels {
    /// The questions to a generated table of so many rows.
    static func generated(_ rows: Rows, _ form: StatisticsFile.Form = .nested) throws -> Kernels {
        let file = StatisticsFile(rows: rows.rawValue)
        return try Kernels(Engine.table(InMemoryBytes(file.bytes(form)), path: "generated.csv"), of: file)
    }
}
