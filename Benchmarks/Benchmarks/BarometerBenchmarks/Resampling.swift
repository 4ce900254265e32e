import BarometerCore
import BarometerStore
import Benchmark
import BenchmarkSupport

private let small = Prepared { try Kernels.generated(.small) }
private let large = Prepared { try Kernels.generated(.large) }

/// Months that become quarters, half-years and years.
func registerResampling() {
    let questions: [(name: String, frequency: Frequency, rollUp: RollUp)] = [
        ("quarter_sum", .quarterly, .sum), ("halfyear_mean", .halfYearly, .mean), ("year_last", .annual, .last),
    ]
    for rows in Rows.allCases {
        for question in questions {
            let query = TableQuery(by: [0, 1], periods: .every(question.frequency), rollUp: question.rollUp)
            register(
                "resampling_\(question.name)_\(rows.name)",
                with: { try (rows == .small ? small : large).get().table },
                { try Engine.answer(query, $0).lines.count }
            )
        }
    }
}
