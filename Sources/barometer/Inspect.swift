import ArgumentParser
import BarometerCore
import BarometerExtracts
import BarometerReports
import BarometerWorkspace

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        _superCommandName: "barometer",
        abstract: "Tells how statistics files are understood, without storing anything."
    )

    @Argument(help: "The files; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var extractOptions: ExtractArguments
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("csv prints the cells as they were read: UTF-8, comma, RFC 4180.", valueName: "csv")
    )
    var form: CellForm?

    @Option(help: "With --as csv: write one file for each into this folder.", completion: .directory)
    var outDir: String?

    @Option(
        help: ArgumentHelp(
            "Hold the file to this dataset of the workspace, and tell what would change.",
            valueName: "id"
        )
    )
    var dataset: String?

    func validate() throws {
        try StandardInput.checkOnce(files)
        if dataset != nil, extractOptions.isReadingFiles || extractOptions.measure != nil {
            throw ValidationError("How a file is read is declared by its dataset; these options go without --dataset.")
        }
        if dataset == nil, workspaceOptions.workspace != nil || workspaceOptions.asOf != nil {
            throw ValidationError("--workspace and --as-of go with --dataset.")
        }
        if format == .csv { throw ValidationError("inspect prints text or json; for the cells say --as csv.") }
        if outDir != nil, form == nil { throw ValidationError("--out-dir belongs to --as csv.") }
        if form != nil, outDir == nil, files.count > 1 {
            throw ValidationError("--as csv with several files needs --out-dir.")
        }
    }

    func run() throws {
        let workspace = try dataset.map { _ in try workspaceOptions.open(shared) }
        let language = shared.language(of: workspace)
        var diagnostics: [Diagnostic] = []
        var objects: [JSONValue] = []
        for file in files {
            do {
                let (extract, found) = try read(file, workspace)
                diagnostics += found
                objects.append(extract.summary.json(diagnostics: found, language: language))
                if form != nil || format == .text { try print(extract, of: file, language: language) }
            } catch let error as any DiagnosticError {
                diagnostics += error.diagnostics
                let list = JSONValue.array(error.diagnostics.map { $0.json(language: language) })
                objects.append(.object(["file": .string(file), "diagnostics": list]))
            }
        }
        // One object, also for several files.
        if form == nil, format == .json {
            try Terminal.write((objects.count == 1 ? objects[0] : .object(["files": .array(objects)])).text)
        }
        try shared.tell(diagnostics, language: language)
    }

    private func read(_ file: String, _ workspace: Workspace?) throws -> (Extract, [Diagnostic]) {
        if let workspace, let dataset { return try workspace.examine(file, as: dataset) }
        let extract = try Extract.read(FileBytes(path: file), path: file, options: extractOptions.options)
        return (extract, extract.diagnostics)
    }

    private func print(_ extract: Extract, of file: String, language: Language) throws {
        guard form != nil else { return try Terminal.write(extract.summary.text(in: language)) }
        // A file with faults has no cells to rely on; what is wrong with it is told.
        let isFaulty = extract.diagnostics.contains { $0.severity == .error && $0.code.isOfRecords }
        guard !isFaulty else { return }
        let text = extract.cellsAsCSV
        guard let outDir else { return try Terminal.write(text) }
        let isInput = FileBytes.isStandardInput(file)
        let name = isInput ? "standard-input.csv" : file.split(separator: "/").last.map(String.init) ?? file
        try FileWriting.write([(name, text)], into: outDir)
    }
}

/// In which form cells are printed.
enum CellForm: String, WordArgument {
    case csv
}
