import ArgumentParser
import BarometerCore
import BarometerExtracts
import BarometerReports
import BarometerWorkspace

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells how statistics files are understood, without storing anything."
    )

    @Argument(help: "The files.", completion: .file())
    var files: [String]

    @OptionGroup var extractOptions: ExtractArguments
    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    func validate() throws {
        if format == .csv { throw ValidationError("inspect prints text or json.") }
    }

    func run() throws {
        let language = shared.language()
        var diagnostics: [Diagnostic] = []
        for file in files {
            do {
                let extract = try Extract.read(FileBytes(path: file), path: file, options: extractOptions.options)
                diagnostics += extract.diagnostics
                Terminal.write(
                    format == .json
                        ? extract.summary.json(diagnostics: extract.diagnostics, language: language).text
                        : extract.summary.text(in: language)
                )
            } catch let error as any DiagnosticError {
                diagnostics += error.diagnostics
            }
        }
        try shared.tell(diagnostics, language: language)
    }
}
