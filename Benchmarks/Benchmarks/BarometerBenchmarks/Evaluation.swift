import BarometerEvaluation
import BarometerStore
import Benchmark
import BenchmarkSupport

private let goal = Prepared {
    let goal = try EvaluationCase()
    return (goal: goal, series: try goal.series())
}

private let crowd = Prepared { IndicatorCrowd(count: 10_000) }

/// The record of one goal in one edition, from its figures and from its dataset.
func registerEvaluation() {
    register("evaluation_assessment", with: { try goal.get() }, { $0.goal.assessment(of: $0.series).headline.code })
    register(
        "evaluation_indicator",
        with: { try goal.get().goal },
        { try $0.assessment(of: $0.series()).headline.code }
    )
    // 10,000 indicators of 60 half-years each, all methods and schemes, on one core: under 2 seconds.
    register("evaluation_10000_indicators", with: { try crowd.get() }, { $0.assess() })
}
