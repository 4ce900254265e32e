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

    func validate() throws {
        try StandardInput.checkOnce(sources)
        let names = try aggregates()
        if rate != nil || gap != nil, names.count > 1 {
            throw ValidationError("--rate and --gap compare one aggregate; name one.")
        }
    }

    func run() throws {
        let dataset = try dataset()
        let language = shared.language(of: dataset?.workspace)
        let answer = try shared.telling(language: language) {
            try self.answer(to: dataset?.table ?? tableOfFiles(language: language), language: language)
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

    private func answer(to table: Table, language: Language) throws -> QueryAnswer {
        let aggregates = try self.aggregates()
        let query = TableQuery(
            selections: try self.where.map { try ConditionText($0).selection(in: table) },
            by: try groupings(in: table),
            periods: period?.periods ?? .native,
            rollUp: roll,
            measure: try measure(in: table),
            figures: aggregates.contains { $0 == .min || $0 == .max } ? .extremes : []
        )
        var answer = QueryAnswer(
            by: query.by.map { table.dimensions[$0].name },
            hasPeriod: table.time != nil && query.periods != .together
        )
        let notes: [Diagnostic]
        if rate == nil, gap == nil {
            let result = try table.answer(to: query)
            answer.columns = aggregates.map(\.rawValue)
            answer.rows = result.lines.map { line in
                QueryAnswer.Row(line.entries, line.period, query, table, aggregates.map { $0.figure(line) }, language)
            }
            notes = result.notes
        } else {
            let result = try table.answer(to: comparison(query, table, aggregates[0]))
            answer.columns = [gap == nil ? "rate" : "gap"]
            answer.rows = result.lines.map { line in
                QueryAnswer.Row(line.entries, line.period, query, table, [line.figure], language)
            }
            notes = result.notes
        }
        try shared.tell(notes, language: language)
        if sort { answer.sort() }
        return answer
    }

    private func comparison(_ query: TableQuery, _ table: Table, _ aggregate: Aggregate) throws -> Comparison {
        let rate = try self.rate.map { text in
            let rate = try RateText(text)
            return (
                numerator: try rate.numerator.map { try $0.selection(in: table) },
                denominator: try rate.denominator.map { try $0.selection(in: table) }
            )
        }
        let gap = try self.gap.map { text in
            let sides = try ConditionText(text, separator: ":")
            guard sides.values.count == 2, !sides.excluding else {
                throw ValidationError("\"\(text)\" is no gap; write DIMENSION=A:B")
            }
            return (
                group: try table.selection(of: sides.dimension, values: [sides.values[0]]),
                reference: try table.selection(of: sides.dimension, values: [sides.values[1]])
            )
        }
        return Comparison(query, rate: rate, gap: gap, figure: { aggregate.figure($0) })
    }

    // MARK: What is asked about

    /// The dataset that is asked about, as known on the day; nil where files are.
    private func dataset() throws -> (workspace: Workspace, table: Table)? {
        let name = sources[0]
        guard sources.count == 1, !name.contains("."), !name.contains("/"), !FileBytes.isFile(name) else {
            guard workspaceOptions.workspace == nil, workspaceOptions.asOf == nil else {
                throw ValidationError("--workspace and --as-of go with a dataset of the workspace, not with files.")
            }
            return nil
        }
        guard !extractOptions.isReadingFiles else {
            throw ValidationError("How a file is read is declared by its dataset; these options go with bare files.")
        }
        let workspace = try workspaceOptions.open(shared)
        return try shared.telling(language: shared.language(of: workspace)) {
            guard let found = workspace.datasetsByID[name] else {
                throw WorkspaceError([unknownSource(name, workspace)])
            }
            return (workspace, found.table.known(on: workspaceOptions.asOf))
        }
    }

    private func tableOfFiles(language: Language) throws -> Table {
        var tables: [Table] = []
        for file in sources {
            let extract = try Extract.read(FileBytes(path: file), path: file, options: extractOptions.options)
            try shared.tell(extract.diagnostics.filter { $0.severity != .note }, language: language)
            guard let table = extract.table else { throw ExitStatus.faultyData }
            tables.append(table)
        }
        return try Table.joining(tables, name: sources[0])
    }

    private func groupings(in table: Table) throws -> [Int] {
        guard let by else { return [] }
        return try ConditionText.split(by[...], at: ",").map { name in
            let name = ConditionText.trimmed(name)
            // A selection of everything finds the dimension, or tells which one was meant.
            guard case .dimension(let position) = try table.selection(of: name, values: ["*"]).axis else {
                throw ValidationError("Periods always divide the answer; leave \"\(name)\" out of --by.")
            }
            return position
        }
    }

    private func measure(in table: Table) throws -> Int {
        guard let name = extractOptions.measure?.split(separator: ",").first.map(String.init) else { return 0 }
        if let position = table.measure(named: name) { return position }
        let names = table.measures.map(\.name)
        throw ValidationError("There is no measure \"\(name)\"; there is \(names.joined(separator: ", ")).")
    }

    private func aggregates() throws -> [Aggregate] {
        guard let aggregate else { return [.sum] }
        let names = aggregate.split(separator: ",")
        guard !names.isEmpty else { throw ValidationError("--aggregate names no figure.") }
        return try names.map { name in
            guard let aggregate = Aggregate(rawValue: String(name)) else {
                let names = Aggregate.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\"\(name)\" is no aggregate; write some of \(names).")
            }
            return aggregate
        }
    }

    private func unknownSource(_ name: String, _ workspace: Workspace) -> Diagnostic {
        let known = workspace.datasets.map(\.dataset.id)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .unknownReference,
            LocalizedText(
                en: "\"\(name)\" is neither a file nor a dataset of the workspace",
                da: "\"\(name)\" er hverken en fil eller et datasæt i arbejdsområdet"
            ),
            hint: didYouMean(name, among: known) ?? LocalizedText(en: "datasets are \(list)", da: "datasæt er \(list)")
        )
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
enum PeriodArgument: String, ExpressibleByArgument, CaseIterable {
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

extension RollUp: ExpressibleByArgument {}
