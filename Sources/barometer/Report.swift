import ArgumentParser
import BarometerCore
import BarometerReports
import BarometerWorkspace

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        _superCommandName: "barometer",
        abstract: "Writes the report of an edition: a self-contained page with Markdown, CSV and JSON twins."
    )

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: "The half-year of the barometer, such as 2024H1.")
    var edition: Edition

    @Option(help: "The folder that the files are written into.", completion: .directory)
    var out: String

    func run() throws {
        let workspace = try workspaceOptions.open(shared)
        let language = shared.language(of: workspace)
        let files = try shared.telling(language: language) {
            let evaluation = try workspace.evaluate(edition: edition.period, asOf: workspaceOptions.asOf)
            try shared.tell(evaluation.diagnostics, language: language)
            let files = try BarometerReports.Report(evaluation, workspace: workspace, language: language).files()
            try FileWriting.write(files, into: out)
            return files
        }
        for file in files { try Terminal.write("\(out)/\(file.name)\n") }
        let page = "\(out)/\(files[0].name)"
        Terminal.tell(language == .danish ? "næste: åbn \(page) i en browser" : "next: open \(page) in a browser")
    }
}
