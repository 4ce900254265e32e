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
            in percent, and has an interval. Where commas part the fields, numbers have a decimal point, else a comma or a
            point; signs between thousands are not read.
            """
    )

    @Argument(
        help: "A CSV with the columns period and value, or numerator and denominator; - is standard input.",
        completion: .file()
    )
    var file: String

    @Option(
        help: ArgumentHelp(
            "Take away the figures of this file, of the same form and the same periods: the gap.",
            valueName: "file"
        ),
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
            steps (the baseline holds until the first milestone, each of them until the next, the last until the deadline).
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
        // A floor may lie below zero, and its minus is no sign of an option.
        parsing: .unconditional,
        help: ArgumentHelp("A natural floor or ceiling of the figures, such as 0 or -5.", valueName: "value"),
        transform: { try NumberArgument(Substring($0)).value }
    )
    var limit: Double?

    @Option(
        help: """
            What the figures count, or with --minus the gap: pp, percent, count, or a name. If not said, percent for the \
            rate of counts, and else pp; a gap of percentages is in pp.
            """
    )
    var unit: String?

    @Option(help: "Which way is better, where there is no target: decrease or increase.")
    var direction: Indicator.Direction?

    @Option(
        help: """
            With --minus, which way is better for the two rates themselves: decrease or increase. Without it the record \
            does not say how the gap closed.
            """
    )
    var rates: Indicator.Direction?

    @Option(
        help: ArgumentHelp(
            """
            When the figures are printed: the half-year in which this period ends, so 2023 is 2023H2; that of the last \
            figures of the file if not said.
            """,
            valueName: "period"
        )
    )
    var edition: Period?

    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    func validate() throws {
        if (target == nil) != (deadline == nil) { throw ValidationError("--target and --by belong together.") }
        try StandardInput.checkOnce([file] + (minus.map { [$0] } ?? []))
        if rates != nil, minus == nil {
            throw ValidationError("--rates needs --minus: it is about the two rates of a gap.")
        }
        _ = try unit(ofCounts: false)
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
        if path == .geometric || path == .logit, !milestones.isEmpty {
            throw ValidationError("--path \(path.rawValue) has no milestones; take linear or steps.")
        }
        if let baseline { try checkPromise(from: baseline.start) }
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
            let edition = (edition ?? series.observations.last?.period)?.ending(in: .halfYearly)
        else { return try shared.tell([BareSeries.noFigure(in: file)], language: language) }
        let start = baseline?.start ?? Target.Baseline(period: first)
        if baseline == nil { try checkPromise(from: start) }
        let assessment = Assessment(
            of: series,
            target: promise(from: start),
            direction: direction ?? .decrease,
            edition: edition,
            background: Assessment.Background(
                baseline: baseline?.start,
                limit: limit,
                rateDirection: rates,
                isBaselineNamed: baseline != nil
            )
        )
        let faults = zip(
            assessment.pathFaults,
            assessment.pathDiagnostics(of: "--path \(path.rawValue)", at: SourceLocation(path: file))
        ).filter { $0.0.isFaultHere }
        try shared.tell(faults.map(\.1), language: language)
        if let baseline, assessment.baseline == nil, let latest = assessment.latest {
            let fault = BareSeries.noFigure(from: baseline.period, last: latest.period, in: file)
            try shared.tell([fault], language: language)
        }
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
        guard let promise = promise(from: start), let fault = promise.faults().first(where: \.isFaultHere) else {
            return
        }
        throw ValidationError("\(promise.message(for: fault).en).")
    }

    private func readSeries(_ language: Language) throws -> Series {
        var bare = try BareSeries(of: file)
        if let minus { bare = bare.minus(try BareSeries(of: minus)) }
        try shared.tell(bare.diagnostics, language: language)
        var series = bare.series
        series.unit = try unit(ofCounts: bare.hasCounts)
        return series
    }

    /// What the finished series counts.
    ///
    /// - Throws: wrong use where another unit is said than the rate or the gap has.
    private func unit(ofCounts hasCounts: Bool) throws -> Unit {
        // A goal of yes or no counts what is there.
        let plain: Unit = target?.aim == .yes ? .count : .percentagePoints
        let usual: Unit = hasCounts && minus == nil ? .percent : plain
        guard let word = unit else { return usual }
        switch Unit(symbol: word) {
        case .percent where minus != nil:
            throw ValidationError(
                "--unit \(word) contradicts --minus: a gap of percentages is in percentage points, pp."
            )
        case .count where hasCounts, .percentagePoints where hasCounts && usual == .percent:
            throw ValidationError(
                usual == .percent
                    ? "--unit \(word) contradicts the counts: their rate is in percent."
                    : "--unit \(word) contradicts the counts: the gap of their rates is in percentage points, pp."
            )
        case let said: return said
        }
    }
}

extension Target.Fault {
    /// Whether it is one on the command line, where steps need no milestones: all of the target is then due at once, by its deadline.
    fileprivate var isFaultHere: Bool { self != .stepsWithoutMilestones }
}

extension BaselineArgument {
    fileprivate var start: Target.Baseline {
        Target.Baseline(period: period, value: number?.value, decimals: number?.decimals)
    }
}
