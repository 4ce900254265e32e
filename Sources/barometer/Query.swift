import ArgumentParser
import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerReports
import BarometerStore
import BarometerWorkspace
import FoundationEssentials

struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        _superCommandName: "barometer",
        abstract: "Filters, rolls up and aggregates a dataset of the workspace, or bare files of one shape.",
        discussion: """
            Example, the turnout of each polling place at each general election:
              barometer query folketingsvalg -w Data/copenhagen --by VALGSTED \\
                --rate "OPGØRELSE=Afgivne stemmer / OPGØRELSE=Stemmeberettigede"
            A value with a comma, colon or slash stands in double quotes; * means all codes that are no totals.
            """
    )

    @Argument(help: "A dataset of the workspace, or files; - is standard input.")
    var sources: [String]

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var extractOptions: ExtractArguments
    @OptionGroup var shared: SharedOptions

    @Option(help: ArgumentHelp("Only these codes or labels: DIM=V1,V2 or DIM!=V1,V2.", valueName: "condition"))
    var `where`: [String] = []

    @Option(help: ArgumentHelp("The dimensions that divide the answer, with commas between.", valueName: "dimensions"))
    var by: String?

    @Option(help: "The periods of the answer.")
    var period: PeriodArgument?

    @Option(help: "How finer periods become one: sum for flows, last for stocks, or mean.")
    var roll: RollUp?

    @Option(help: "The figures of each group: sum, mean, count, min, max, missing; commas between.")
    var aggregate: String?

    @Option(help: ArgumentHelp("100 times one sum over another: \"DIM=V,… / DIM=V,…\".", valueName: "rate"))
    var rate: String?

    @Option(help: ArgumentHelp("The figure of A minus that of B: DIM=A:B.", valueName: "gap"))
    var gap: String?

    @Flag(help: "Sort by the codes and the period instead of their order in the file.")
    var sort = false

    @Option(help: "Write the answer to this file instead of standard output.", completion: .file())
    var out: String?

    @Option(help: "csv or json for scripts, text for people.")
    var format: OutputFormat = .csv

    @Option(help: "How many threads work at once, else one for each processor; the answer is the same.")
    var threads: Int?

    @Option(
        help: ArgumentHelp("Refuse to read files that would take more memory, such as 500MB.", valueName: "size")
    )
    var memoryLimit: MemorySize?

    @Flag(help: "Tell the seconds of loading and of aggregation, the rows and the bytes, as JSON on standard error.")
    var timing = false

    func validate() throws {
        try StandardInput.checkOnce(sources)
        let names = try aggregates()
        if rate != nil || gap != nil, names.count > 1 {
            throw ValidationError("--rate and --gap compare one aggregate; name one.")
        }
        guard threads ?? 1 > 0 else { throw ValidationError("--threads is at least 1.") }
    }

    /// How many threads may work at once.
    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let dataset = try dataset()
        let language = shared.language(of: dataset?.workspace)
        let answer = try shared.telling(language: language) {
            let files = dataset == nil ? try openFiles() : []
            let bytes = files.map(\.size).reduce(0, +)
            if let found = try answerWhileReading(files) {
                // Reading and adding up are one.
                let load = clock.now - start
                if timing { tellTiming(load: load, aggregate: .zero, rows: found.rowCount, bytes: bytes) }
                return try self.answer(found.answer, of: found.table, language: language)
            }
            var table = dataset?.table
            if table == nil { table = try self.table(of: files, language: language) }
            guard let table else { throw ExitStatus.faultyData }
            let load = clock.now - start
            let found = try answered(question(to: table), by: table)
            if timing {
                tellTiming(load: load, aggregate: clock.now - start - load, rows: table.rowCount, bytes: bytes)
            }
            return try self.answer(found, of: table, language: language)
        }
        let text =
            switch format {
            case .csv: answer.csv
            case .json: answer.json.text
            case .text: answer.text
            }
        guard let out else { return try Terminal.write(text) }
        try shared.telling(language: language) { try FileWriting.write(text, toPath: out) }
    }

    /// The lines of an answer under the names of their columns; tells what its reader must know.
    private func answer(_ found: TableAnswer, of table: Table, language: Language) throws -> QueryAnswer {
        let query = try query(to: table)
        let aggregates = try aggregates()
        let names =
            switch found {
            case .figures: aggregates.map(\.rawValue)
            case .comparison: [gap == nil ? "rate" : "gap"]
            }
        var answer = QueryAnswer(
            by: query.by.map { table.dimensions[$0] },
            hasPeriod: table.time != nil && query.periods != .together,
            columns: names,
            language: language
        )
        let notes: [Diagnostic]
        switch found {
        case .figures(let result):
            answer.reserve(rows: result.lines.count)
            for line in result.lines {
                answer.addRow(entries: line.entries, period: line.period)
                for aggregate in aggregates { answer.add(figure: aggregate.figure(line)) }
            }
            notes = result.notes
        case .comparison(let result):
            answer.reserve(rows: result.lines.count)
            for line in result.lines {
                answer.addRow(entries: line.entries, period: line.period)
                answer.add(figure: line.figure)
            }
            notes = result.notes
        }
        try shared.tell(notes, language: language)
        if sort { answer.sort() }
        return answer
    }
}

/// A figure of a group, under the name of its column.
enum Aggregate: String, CaseIterable, Sendable {
    case sum, mean, count, min, max, missing

    func figure(_ line: QueryResult.Line) -> Double? {
        switch self {
        case .sum: line.sum
        case .mean: line.mean
        case .count: Double(line.count)
        case .min: line.minimum
        case .max: line.maximum
        case .missing: Double(line.missing)
        }
    }
}

/// The periods of an answer as written on the command line.
enum PeriodArgument: String, WordArgument {
    case year
    case halfYear = "half-year"
    case quarter
    case month
    case none

    var periods: TableQuery.Periods {
        switch self {
        case .year: .every(.annual)
        case .halfYear: .every(.halfYearly)
        case .quarter: .every(.quarterly)
        case .month: .every(.monthly)
        case .none: .together
        }
    }
}

extension RollUp: WordArgument {}

/// A number of bytes with a unit: `500MB`, `2GB`, `64 MiB`, or none for bytes.
struct MemorySize: ExpressibleByArgument {
    var bytes: Int

    private static let units: [String: Int] = [
        "": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
    ]

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let unit = argument.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let number = Int(digits), number > 0, let factor = MemorySize.units[unit] else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        self.bytes = bytes
    }
}
