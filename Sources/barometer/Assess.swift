import ArgumentParser
import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerReports
import BarometerStore
import BarometerWorkspace

struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        _superCommandName: "barometer",
        abstract: "Assesses one bare series, a CSV with period,value or counts, against a target given here.",
        discussion: """
            Examples:
              barometer assess series.csv --baseline 2010H2=10.6 --target "at most 5.8" --by 2014H2 --edition 2013H2
              barometer assess series.csv --baseline 2010H2=10.6 --target "at most 5.8" --by 2014H2 --path steps \
                --milestone 2012H2=9.0
              barometer assess group.csv --minus reference.csv --target "at most 5.8" --by 2014H2
            A file may have the columns numerator and denominator beside or instead of value: the figure is then their rate
            in percent, and has an interval.
            """
    )

    @Argument(
        help: "A CSV with the columns period and value, or numerator and denominator; - is standard input.",
        completion: .file()
    )
    var file: String

    @Option(
        help: ArgumentHelp("Take away the figures of this file, of the same form: the gap.", valueName: "file"),
        completion: .file()
    )
    var minus: String?

    @Option(
        help: ArgumentHelp("Where the way starts, else with the first figure.", valueName: "period[=value]"),
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

    @Option(help: "What the figures count: pp, percent, count, or a name; else percent for counts, and pp.")
    var unit: String?

    @Option(help: "Which way is better, where there is no target: decrease or increase.")
    var direction: Indicator.Direction?

    @Option(help: "The half-year in which the figures are printed; the last one of the file if not said.")
    var edition: Edition?

    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    func validate() throws {
        if (target == nil) != (deadline == nil) { throw ValidationError("--target and --by belong together.") }
        try StandardInput.checkOnce([file] + (minus.map { [$0] } ?? []))
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
        if let baseline { try checkPromise(from: baseline.start) }
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
        let figures = series.observations.filter { $0.value != nil }
        guard let first = figures.first?.period,
            let edition = edition?.period ?? series.observations.last?.period.ending(in: .halfYearly)
        else {
            let fault = Diagnostic(
                .noValue,
                LocalizedText(en: "the series has no figure", da: "serien har intet tal"),
                at: SourceLocation(path: file),
                hint: LocalizedText(en: "add lines with period,value", da: "tilføj linjer med period,value")
            )
            return try shared.tell([fault], language: language)
        }
        let start = baseline?.start ?? Target.Baseline(period: first)
        if baseline == nil { try checkPromise(from: start) }
        let assessment = Assessment(
            of: series,
            target: promise(from: start),
            direction: direction ?? .decrease,
            edition: edition,
            background: Assessment.Background(baseline: baseline?.start, limit: limit)
        )
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
    private func promise(from start: Target.Baseline) -> Target? {
        guard let target, let deadline else { return nil }
        return Target(
            target.aim,
            tolerance: target.tolerance,
            baseline: start,
            deadline: deadline,
            path: path.path(over: milestones.map(\.milestone)),
            decimals: target.decimals
        )
    }

    private func checkPromise(from start: Target.Baseline) throws {
        guard let promise = promise(from: start), let fault = promise.faults().first else { return }
        throw ValidationError("\(promise.message(for: fault).en).")
    }

    private func readSeries(_ language: Language) throws -> Series {
        var bare = try BareSeries(of: file, unit: unit)
        if let minus { bare = bare.minus(try BareSeries(of: minus, unit: unit)) }
        try shared.tell(bare.diagnostics, language: language)
        return bare.series
    }
}

extension BaselineArgument {
    fileprivate var start: Target.Baseline {
        Target.Baseline(period: period, value: number?.value, decimals: number?.decimals)
    }
}
