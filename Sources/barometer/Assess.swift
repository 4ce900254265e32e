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
        abstract: "Assesses one bare series, a CSV with period,value, against a target given here.",
        discussion: """
            Example:
              barometer assess series.csv --baseline 2010H2=10.6 --target "at most 5.8" --by 2014H2 --edition 2013H2
            """
    )

    @Argument(help: "A CSV with the columns period and value.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Where the way to the target starts.", valueName: "period[=value]"))
    var baseline: BaselineArgument?

    @Option(help: ArgumentHelp("\"at most 5.8\" or \"at least 60\".", valueName: "target"))
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
                        value: target.value,
                        baseline: Target.Baseline(period: baseline.period, value: baseline.value),
                        deadline: deadline,
                        path: path
                    )
                }
            }
        }
        let assessment = Assessment(of: series, target: promise, direction: direction ?? .decrease, edition: edition)
        switch format {
        case .json, .csv: Terminal.write(assessment.json.text)
        case .text:
            let text = AssessmentText(assessment, title: file, language: language)
            Terminal.write(text.lines.joined(separator: "\n") + "\n")
        }
    }

    private func readSeries(_ language: Language) throws -> Series {
        let columns = ExtractSchema(columns: [
            ExtractSchema.Column(name: "period", role: .time),
            ExtractSchema.Column(name: "value", role: .measure, unit: Unit(symbol: unit)),
        ])
        let extract = try Extract.read(FileBytes(path: file), path: file, schema: columns)
        try shared.tell(extract.diagnostics, language: language)
        return extract.table?.series ?? Series(unit: Unit(symbol: unit), decimals: 0, observations: [])
    }
}

/// `2010H2` or `2010H2=10.6`.
struct BaselineArgument: ExpressibleByArgument {
    var period: Period
    var value: Double?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let period = Period(parsing: parts[0]) else { return nil }
        self.period = period
        guard parts.count == 2 else { return }
        guard let number = DecimalNumber(parsing: parts[1], format: .machine) else { return nil }
        value = number.value
    }
}

/// `at most 5.8` or `at least 60`.
struct TargetArgument: ExpressibleByArgument {
    var comparator: Target.Comparator
    var value: Double

    init?(argument: String) {
        let words = argument.split(separator: " ")
        guard words.count == 3, words[0] == "at", let number = DecimalNumber(parsing: words[2], format: .machine) else {
            return nil
        }
        switch words[1] {
        case "most": comparator = .atMost
        case "least": comparator = .atLeast
        default: return nil
        }
        value = number.value
    }
}

extension Target.Path: ExpressibleByArgument {}
extension Indicator.Direction: ExpressibleByArgument {}
