import BarometerExtracts
import BarometerStore
import Benchmark
import BenchmarkSupport

/// Reading the same observations as a statistics bank, a spreadsheet or nobody would order them.
func registerReading() {
    for form in StatisticsFile.Form.allCases {
        for rows in [6000, 12000] {
            register(
                "reading_\(form.rawValue)_\(rows / 1000)k",
                with: { InMemoryBytes(StatisticsFile(rows: rows).bytes(form)) },
                { try Engine.table($0, path: "generated.csv").rowCount }
            )
        }
    }
}
