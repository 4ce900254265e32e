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
            Example:
              barometer assess series.csv --baseline 2010H2=10.6 --target "at most 5.8" --by 2014H2 --edition 2013H2
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
        help: ArgumentHelp("\"at most 5.8\" or \"at least 60\".", valueName: "target"),
        transform: TargetArgument.init
    )
    var target: TargetArgument?

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("The period whose figure shall meet the target.", valueName: "period")
    )
    var deadline: Period?

    @Option(help: "The shape of the way to the target: linear.")
    var path: Target.Path = .linear

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
        if let target, let direction, target.comparator.direction != direction {
            throw ValidationError("--direction \(direction.rawValue) contradicts the target.")
        }
        if let deadline, let baseline, deadline.lastDay <= baseline.period.lastDay {
            throw ValidationError("the deadline \(deadline) is not after the baseline \(baseline.period).")
        }
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
        let promise = target.flatMap { target in
            deadline.flatMap { deadline in
                baseline.map { baseline in
                    Target(
                        comparator: target.comparator,
                        value: target.number.value,
                        baseline: Target.Baseline(period: baseline.period, value: baseline.value),
                        deadline: deadline,
                        path: path,
                        decimals: target.number.decimals
                    )
                }
            }
        }
        let assessment = Assessment(of: series, target: promise, direction: direction ?? .decrease, edition: edition)
        switch format {
        case .json, .csv: try Terminal.write(assessment.json.text)
        case .text:
            let text = AssessmentText(assessment, title: file, language: language)
            try Terminal.write(text.lines.joined(separator: "\n") + "\n")
        }
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

/// `2010H2` or `2010H2=10.6`.
struct BaselineArgument {
    var period: Period
    var value: Double?

    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let period = Period(parsing: parts[0]) else {
            throw ValidationError("\"\(parts[0])\" is no known period; write 2010H2 or 2010H2=10.6.")
        }
        self.period = period
        value = parts.count == 2 ? try number(parts[1]).value : nil
    }
}

/// `at most 5.8` or `at least 60`.
struct TargetArgument {
    var comparator: Target.Comparator
    var number: DecimalNumber

    init(_ argument: String) throws {
        let words = argument.split(separator: " ")
        let comparators = ["most": Target.Comparator.atMost, "least": .atLeast]
        guard words.count == 3, words[0] == "at", let comparator = comparators[String(words[1])] else {
            throw ValidationError("\"\(argument)\" is no target; write \"at most 5.8\" or \"at least 60\".")
        }
        self.comparator = comparator
        number = try barometer.number(words[2])
    }
}

/// A number of the command line, with a decimal point or, as Danes type it, a comma.
private func number(_ text: Substring) throws -> DecimalNumber {
    if let number = DecimalNumber(parsing: text, format: .machine) ?? DecimalNumber(parsing: text, format: .danish) {
        return number
    }
    throw ValidationError("\"\(text)\" is no number; write digits with a decimal point, such as 5.8.")
}

extension Target.Path: ExpressibleByArgument {}
extension Indicator.Direction: ExpressibleByArgument {}
