import ArgumentParser
import BarometerCore
import BarometerReports
import BarometerWorkspace

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        _superCommandName: "barometer",
        abstract: "Checks a whole workspace: catalogue, formulas, codelists and every extract."
    )

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    func validate() throws {
        if format == .csv { throw ValidationError("check prints text or json.") }
    }

    func run() throws {
        let folder = try shared.telling { try Workspace.folder(named: workspaceOptions.workspace) }
        let result = Swift.Result { try Workspace(folder: folder) }
        let language = shared.language ?? Workspace.language(of: folder) ?? .english
        let diagnostics: [Diagnostic]
        switch result {
        case .success(let workspace):
            // A formula can only meet figures that do not add up when it is computed, so every indicator is.
            diagnostics = workspace.diagnostics + workspace.faultsOfIndicators(asOf: workspaceOptions.asOf)
            if format == .text {
                try Terminal.write(
                    balance(of: workspace, areFaultless: !diagnostics.contains { $0.severity == .error }, language)
                )
            }
        case .failure(let error as any DiagnosticError):
            diagnostics = error.diagnostics
        case .failure(let error):
            throw error
        }
        if format == .json {
            let list = JSONValue.array(diagnostics.map { $0.json(language: language) })
            try Terminal.write(JSONValue.object(["diagnostics": list]).text)
        }
        try shared.tell(diagnostics, language: language)
    }

    /// What was read of every file: nothing is dropped without being counted.
    private func balance(of workspace: Workspace, areFaultless: Bool, _ language: Language) -> String {
        let extracts = workspace.datasets.flatMap(\.extracts)
        let lines = extracts.map { extract in
            let (read, accepted) = (extract.recordsRead, extract.recordsAccepted)
            return language == .danish
                ? "\(extract.path): læst \(read) = godkendt \(accepted) + afvist \(read - accepted)"
                : "\(extract.path): read \(read) = accepted \(accepted) + rejected \(read - accepted)"
        }
        let total =
            language == .danish
            ? "\(workspace.datasets.count) datasæt, \(workspace.goals.count) indikatorer: i orden"
            : "\(workspace.datasets.count) datasets, \(workspace.goals.count) indicators: in order"
        return (lines + (areFaultless ? [total] : [])).joined(separator: "\n") + "\n"
    }
}
