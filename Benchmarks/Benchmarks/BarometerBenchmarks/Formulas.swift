import BarometerIndicators
import BarometerStore
import Benchmark
import BenchmarkSupport

private let goal = Prepared { try EvaluationCase() }

/// A gap of two rates: reading and checking its text, and computing its figures.
func registerFormulas() {
    register("formulas_check", with: { try goal.get() }, { try $0.check().decimals })
    register("formulas_series", with: { try goal.get() }, { try $0.series().observations.count })
}
