import BarometerStore
import BarometerWorkspace
import BenchmarkSupport

/// Our side of the comparison with other engines: the same works, with the seconds that they took inside the process.
///
///     peer-workloads load --threads N FILES…
///     peer-workloads kernels --threads N --repeat R --spec SPEC FILES…

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

func load(_ arguments: Arguments) async throws -> Table {
    let sources = try arguments.files.map { (path: $0, source: try FileBytes(path: $0)) }
    return try await Engine.table(sources, threads: arguments.threads)
}

/// The median of the seconds that a work takes, and what it gave.
func median<Answer>(
    of arguments: Arguments,
    _ work: () async throws -> Answer
) async throws -> (seconds: Double, answer: Answer) {
    var times: [Double] = []
    let clock = ContinuousClock()
    var start = clock.now
    var answer = try await work()
    times.append(seconds(clock.now - start))
    while times.count < arguments.repeats {
        start = clock.now
        answer = try await work()
        times.append(seconds(clock.now - start))
    }
    return (times.sorted()[times.count / 2], answer)
}

func kernels(_ arguments: Arguments) async throws -> String {
    guard let path = arguments.spec else { throw WrongArguments(reason: "kernels needs --spec") }
    let spec = try Specification(path: path)
    let kernels = try Kernels(
        await load(arguments),
        numeratorAges: spec.numeratorAges,
        group: spec.originA,
        reference: spec.originB
    )
    let agg = try await median(of: arguments) { try await kernels.agg(threads: arguments.threads) }
    let rate = try await median(of: arguments) { try await kernels.rate(threads: arguments.threads) }
    let gap = try await median(of: arguments) { try await kernels.gap(threads: arguments.threads) }
    let lines = agg.answer.lines
    let sum = lines.reduce(0) { $0 + ($1.sum ?? 0) }
    let count = lines.reduce(0) { $0 + $1.count }
    return """
        {"agg": \(agg.seconds), "rate": \(rate.seconds), "gap": \(gap.seconds), \
        "check": [\(sum), \(count), \(lines.count)]}
        """
}

let arguments = try Arguments(CommandLine.arguments.dropFirst())
switch arguments.work {
case .load:
    let clock = ContinuousClock()
    let start = clock.now
    let table = try await load(arguments)
    print("{\"load\": \(seconds(clock.now - start)), \"rows\": \(table.rowCount)}")
case .kernels:
    print(try await kernels(arguments))
}
