import Benchmark
import BenchmarkSupport

// What the harness runs. Names are without spaces, for thresholds are looked up by file name.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: metrics,
        warmupIterations: 1,
        maxDuration: .seconds(20),
        maxIterations: 3
    )
    registerReading()
    registerKernels()
    registerResampling()
    registerFormulas()
    registerEvaluation()
    registerReport()
}

// Counts of objects are exact, but not beside clocks, with which the harness counts its own. The hooks by which it counts
// stop the process under 6.3 on Linux (ordo-one/benchmark, issue 349); there the guard counts them under callgrind.
#if os(Linux) && compiler(>=6.3) && compiler(<6.4)
    private let metrics: [BenchmarkMetric] = [.wallClock, .peakMemoryResident]
#else
    private let metrics: [BenchmarkMetric] = [.objectAllocCount, .retainCount, .releaseCount]
#endif

/// Registers a benchmark of a work on a subject that is prepared outside of the measurement.
func register<Subject, Answer>(
    _ name: String,
    with subject: @escaping @Sendable () throws -> Subject,
    _ work: @escaping @Sendable (Subject) throws -> Answer
) {
    Benchmark(name) { benchmark in
        let subject = try subject()
        benchmark.startMeasurement()
        blackHole(try work(subject))
        benchmark.stopMeasurement()
    }
}

/// Something that is made at the first use, which the warm-up is, or the reason why it cannot be made.
typealias Prepared<Subject> = Result<Subject, any Error>

/// The two sizes of what may allocate nothing by the row: their counts of objects must be the same.
enum Rows: Int, CaseIterable {
    case small = 30_000
    case large = 60_000

    var name: String { self == .small ? "30k" : "60k" }
}
