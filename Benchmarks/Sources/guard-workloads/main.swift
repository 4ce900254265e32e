import BarometerExtracts
import BenchmarkSupport

/// `guard-workloads WORK COUNT` does one work once and prints nothing, so that its instructions can be counted.
///
/// Each work includes those before it, in the order `prepare`, `load`, kernel: what a kernel costs is the difference to
/// the load, and what a load costs the difference to the preparation. `COUNT` is rows, for evaluation repeats, and for `evaluation-crowd`
/// indicators of 60 half-years.

func run(_ work: String, _ count: Int) throws {
    if work == "evaluation-crowd" {
        _ = IndicatorCrowd(count: count).assess()
        return
    }
    if let evaluation = try evaluation(work) {
        for _ in 0..<count { try evaluation() }
        return
    }
    let parts = work.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2, let form = StatisticsFile.Form(rawValue: parts[1]) else { throw UnknownWork(name: work) }
    let file = StatisticsFile(rows: count)
    let bytes = file.bytes(form)
    guard parts[0] != "prepare" else { return }
    let kernels = try Kernels(Engine.table(InMemoryBytes(bytes), path: "generated.csv"), of: file)
    switch parts[0] {
    case "load": break
    case "agg": _ = try kernels.agg()
    case "rate": _ = try kernels.rate()
    case "gap": _ = try kernels.gap()
    default: throw UnknownWork(name: work)
    }
}

func evaluation(_ work: String) throws -> (() throws -> Void)? {
    guard work.hasPrefix("evaluation-") else { return nil }
    let goal = try EvaluationCase()
    let series = try goal.series()
    switch work {
    case "evaluation-formula": return { _ = try goal.check() }
    case "evaluation-series": return { _ = try goal.series() }
    case "evaluation-assessment": return { _ = goal.assessment(of: series) }
    default: throw UnknownWork(name: work)
    }
}

struct UnknownWork: Error {
    var name: String
}

struct WrongUse: Error {
    let usage = "guard-workloads WORK COUNT"
}

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]) else { throw WrongUse() }
try run(CommandLine.arguments[1], count)
