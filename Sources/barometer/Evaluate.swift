import ArgumentParser
import BarometerCore
import BarometerIndicators
import BarometerReports
import BarometerWorkspace

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        _superCommandName: "barometer",
        abstract: "Assesses the indicators of a workspace in an edition, all of them or those named."
    )

    @Argument(help: "The ids of indicators; none means all.")
    var indicators: [String] = []

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: "The half-year of the barometer, such as 2013H2.")
    var edition: Edition

    @Option(help: "text for people, json for scripts, csv for the figures.")
    var format: OutputFormat = .text

    func run() throws {
        let workspace = try workspaceOptions.open(shared)
        let language = shared.language(of: workspace)
        let evaluation = try shared.telling(language: language) {
            try workspace.evaluate(edition: edition.period, asOf: workspaceOptions.asOf, indicators: indicators)
        }
        switch format {
        case .json: try Terminal.write(evaluation.json(language: language, sourcesFrom: workspace).text)
        case .csv: try Terminal.write(evaluation.figuresCSV(areInvented: workspace.settings.areFiguresInvented))
        case .text:
            if workspace.settings.areFiguresInvented {
                try Terminal.write(language == .danish ? "OPDIGTEDE TAL\n\n" : "INVENTED FIGURES\n\n")
            }
            let texts = evaluation.items.map { item in
                let indicator = item.goal.indicator
                let text = AssessmentText(
                    item.assessment,
                    title: indicator.title[language],
                    role: indicator.role,
                    breaks: indicator.breaks,
                    language: language
                )
                return text.lines.joined(separator: "\n") + "\n"
            }
            try Terminal.write(texts.joined(separator: "\n"))
        }
        try shared.tell(evaluation.diagnostics, language: language)
    }
}
