import ArgumentParser
import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerReports
import BarometerStore
import BarometerWorkspace

// MARK: What is asked about

extension Query {
    /// The dataset that is asked about, as known on the day; nil where files are.
    func dataset() throws -> (workspace: Workspace, table: Table)? {
        let name = sources[0]
        guard sources.count == 1, !name.contains("."), !name.contains("/"), !FileBytes.isFile(name) else {
            guard workspaceOptions.workspace == nil, workspaceOptions.asOf == nil else {
                throw ValidationError("--workspace and --as-of go with a dataset of the workspace, not with files.")
            }
            return nil
        }
        guard !extractOptions.isReadingFiles else {
            throw ValidationError("How a file is read is declared by its dataset; these options go with bare files.")
        }
        let workspace = try workspaceOptions.open(shared)
        return try shared.telling(language: shared.language(of: workspace)) {
            guard let found = workspace.datasetsByID[name] else {
                throw WorkspaceError([unknownSource(name, workspace)])
            }
            return (workspace, found.table.known(on: workspaceOptions.asOf))
        }
    }

    /// The files, each opened once: what comes through a pipe cannot be read again.
    func openFiles() throws -> [FileBytes] {
        try sources.map { try FileBytes(path: $0) }
    }

    /// The rows of all files as one table.
    func table(of files: [FileBytes], language: Language) throws -> Table {
        var tables: [Table] = []
        var reading: Extract.Reading?
        for (path, file) in zip(sources, files) {
            let (options, limit, threads, previous) = (extractOptions.options, memoryLimit?.bytes, threadCount, reading)
            let found =
                file.size < Query.smallestShared
                ? try Extract.table(of: file, path: path, options: options, like: previous, memoryLimit: limit)
                : try Waiting.result {
                    try await Extract.table(
                        of: file,
                        path: path,
                        options: options,
                        like: previous,
                        threads: threads,
                        memoryLimit: limit
                    )
                }
            try shared.tell(found.diagnostics.filter { $0.severity != .note }, language: language)
            guard let table = found.table else { throw ExitStatus.faultyData }
            tables.append(table)
            reading = found
        }
        return try Table.joining(tables, name: sources[0])
    }

    /// Files and tables below this many bytes and rows are not worth several threads.
    private static let smallestShared = 1 << 20

    /// The answer where it can be had without a table of the whole file; nil otherwise.
    func answerWhileReading(_ files: [FileBytes]) throws -> Extract.FileAnswer? {
        guard files.count == 1, files[0].size >= Query.smallestShared else { return nil }
        let (file, path, options, threads) = (files[0], sources[0], extractOptions.options, threadCount)
        let (limit, command) = (memoryLimit?.bytes, self)
        return try Waiting.result {
            try await Extract.answer(
                of: file,
                path: path,
                options: options,
                threads: threads,
                memoryLimit: limit,
                question: { try command.question(to: $0, isWhole: $1) }
            )
        }
    }

    func answered(_ question: TableQuestion, by table: Table) throws -> TableAnswer {
        guard table.rowCount >= Query.smallestShared, threadCount > 1 else { return try table.answer(to: question) }
        let threads = threadCount
        return try Waiting.result { try await table.answer(to: question, threads: threads) }
    }

    func tellTiming(load: Duration, aggregate: Duration, rows: Int, bytes: Int) {
        let timing: JSONValue = .object([
            "load": .number(load / .seconds(1)), "aggregate": .number(aggregate / .seconds(1)),
            "rows": .integer(rows), "bytes": .integer(bytes),
        ])
        Terminal.tell(timing.line)
    }

    private func unknownSource(_ name: String, _ workspace: Workspace) -> Diagnostic {
        let known = workspace.datasets.map(\.dataset.id)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .unknownReference,
            LocalizedText(
                en: "\"\(name)\" is neither a file nor a dataset of the workspace",
                da: "\"\(name)\" er hverken en fil eller et datasæt i arbejdsområdet"
            ),
            hint: didYouMean(name, among: known) ?? LocalizedText(en: "datasets are \(list)", da: "datasæt er \(list)")
        )
    }
}
