import ArgumentParser
import BarometerCore
import BarometerEvaluation
import BarometerExtracts
import BarometerIndicators
import BarometerReports
import BarometerStore
import BarometerWorkspace

struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        _superCommandName: "barometer",
        abstract: "Assesses one bare series, a CSV with period,value, against a target given here.",
        discussion: """
            Examples:
              barometer assess series.csv --baseline 2010H2=10.6 --target "at most 5.8" --by 2014H2 --edition 2013H2
              barometer assess series.csv --baseline 2010H2=10.6 --target "at most 5.8" --by 2014H2 --path steps \
                --milestone 2012H2=9.0
            """
    )

    @Argument(help: "A CSV with the columns period and value; - is standard input.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("Where the way to the target starts.", valueName: "period[=value]"),
        transform: BaselineArgument.init
    )
    var baseline: BaselineArgument?

    @Option(
        help: ArgumentHelp(
            """
            "at most 5.8", "at least 60", "between 45 and 55", "parity 50" or "yes"; "within 2" behind it is a tolerance.
            """,
            valueName: "target"
        ),
        transform: TargetArgument.init
    )
    var target: TargetArgument?

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("The period whose figure shall meet the target.", valueName: "period")
    )
    var deadline: Period?

    @Option(
        help: """
            The shape of the way to the target: linear (over milestones where there are any), geometric, logit, or \
            steps (each milestone holds until the next).
            """
    )
    var path: PathArgument = .linear

    @Option(
        name: .customLong("milestone"),
        help: ArgumentHelp("A value that is due on the way; may be repeated.", valueName: "period=value"),
        transform: MilestoneArgument.init
    )
    var milestones: [MilestoneArgument] = []

    @Option(
        help: ArgumentHelp(
            "A natural floor or ceiling of the figures, which no target lies beyond.",
            valueName: "value"
        ),
        transform: { try DecimalNumber(argument: Substring($0)).value }
    )
    var limit: Double?

    @Option(help: "What the figures count: pp, percent, count, or a name.")
    var unit: String = "pp"

    @Option(help: "Which way is better, where there is no target: decrease or increase.")
    var direction: Indicator.Direction?

    @Option(help: "The half-year in which the figures are printed; the last one of the file if not said.")
    var edition: Edition?

    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    func validate() throws {
        if (target == nil) != (deadline == nil) { throw ValidationError("--target and --by belong together.") }
        if target != nil, baseline == nil { throw ValidationError("--target needs --baseline.") }
        if target == nil, direction == nil {
            throw ValidationError("Without --target say --direction decrease or increase.")
        }
        guard let target else {
            if path != .linear || !milestones.isEmpty { throw ValidationError("--path and --milestone need --target.") }
            return try validateFormat()
        }
        if let direction {
            guard let own = target.aim.direction else {
                throw ValidationError("--direction says nothing where \(target.aim.name) is the target.")
            }
            guard own == direction else {
                throw ValidationError("--direction \(direction.rawValue) contradicts the target.")
            }
        }
        if path == .steps, milestones.isEmpty {
            throw ValidationError("--path steps needs the values that are due: --milestone 2012H2=9.0, and so on.")
        }
        if path == .geometric || path == .logit, !milestones.isEmpty {
            throw ValidationError("--path \(path.rawValue) has no milestones; take linear or steps.")
        }
        if let promise, let fault = promise.faults().first {
            throw ValidationError("\(promise.message(for: fault).en).")
        }
        if let limit, let beyond = target.bounds(beyond: limit).first {
            throw ValidationError("the target \(beyond) lies beyond the limit \(limit).")
        }
        try validateFormat()
    }

    private func validateFormat() throws {
        if format == .csv { throw ValidationError("assess prints text or json.") }
    }

    func run() throws {
        let language = shared.language()
        let series = try shared.telling { try readSeries(language) }
        let last = series.observations.last?.period.ending(in: .halfYearly)
        guard let edition = edition?.period ?? last else {
            let fault = Diagnostic(
                .noValue,
                LocalizedText(en: "the series has no figure", da: "serien har intet tal"),
                at: SourceLocation(path: file),
                hint: LocalizedText(en: "add lines with period,value", da: "tilføj linjer med period,value")
            )
            return try shared.tell([fault], language: language)
        }
        let assessment = Assessment(of: series, target: promise, direction: direction ?? .decrease, edition: edition)
        try shared.tell(
            assessment.pathDiagnostics(of: "--path \(path.rawValue)", at: SourceLocation(path: file)),
            language: language
        )
        switch format {
        case .json, .csv: try Terminal.write(assessment.json.text)
        case .text:
            let text = AssessmentText(assessment, title: file, language: language)
            try Terminal.write(text.lines.joined(separator: "\n") + "\n")
        }
    }

    /// The target that the options describe; nil without one.
    private var promise: Target? {
        guard let target, let deadline, let baseline else { return nil }
        return Target(
            target.aim,
            tolerance: target.tolerance,
            baseline: Target.Baseline(
                period: baseline.period,
                value: baseline.number?.value,
                decimals: baseline.number?.decimals
            ),
            deadline: deadline,
            path: path.path(over: milestones.map(\.milestone)),
            decimals: target.decimals
        )
    }

    private func readSeries(_ language: Language) throws -> Series {
        let columns = ExtractSchema(columns: [
            ExtractSchema.Column(name: "period", role: .time),
            ExtractSchema.Column(name: "value", role: .measure, unit: Unit(symbol: unit)),
        ])
        let extract = try Extract.read(FileBytes(path: file), path: file, schema: columns)
        var diagnostics = extract.diagnostics
        if diagnostics.contains(where: { $0.code == .missingColumn }) {
            diagnostics.append(
                Diagnostic(
                    .missingColumn,
                    LocalizedText(
                        en: "assess reads a CSV with the columns period and value, and no others",
                        da: "assess læser en CSV med kolonnerne period og value, og ingen andre"
                    ),
                    severity: .note,
                    at: SourceLocation(path: file),
                    hint: LocalizedText(
                        en: "make one with query, or declare the file as a dataset",
                        da: "lav en med query, eller erklær filen som et datasæt"
                    )
                )
            )
        }
        try shared.tell(diagnostics, language: language)
        return extract.table?.series ?? Series(unit: Unit(symbol: unit), decimals: 0, observations: [])
    }
}
