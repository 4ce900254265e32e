import ArgumentParser
import BarometerCore
import BarometerWorkspace
import FoundationEssentials

/// The options that mean the same in every verb.
struct SharedOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Words for people in Danish (da) or English (en).")
    var language: Language?

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    /// The language said, else that of the workspace, else English.
    func language(of workspace: Workspace? = nil) -> Language {
        language ?? workspace?.settings.language ?? .english
    }

    /// Tells diagnostics and ends the program where they forbid to go on.
    func tell(_ diagnostics: [Diagnostic], language: Language) throws {
        DiagnosticPrinter(language: language, isColoured: Terminal.isErrorColoured).tell(diagnostics)
        let forbidden: [Diagnostic.Severity] = strict ? [.error, .warning] : [.error]
        if diagnostics.contains(where: { forbidden.contains($0.severity) }) { throw ExitStatus.faultyData }
    }

    /// Runs a piece of work and tells what it throws.
    func telling<Result>(language: Language? = nil, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as any DiagnosticError {
            throw try told(error, language)
        }
    }

    private func told(_ error: any DiagnosticError, _ language: Language?) throws -> ExitCode {
        try tell(error.diagnostics, language: language ?? self.language ?? .english)
        return ExitStatus.faultyData
    }
}

/// Which workspace is meant.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "The folder with barometer.yml; else $BAROMETER_WORKSPACE, else the nearest one upwards.",
        completion: .directory
    )
    var workspace: String?

    @Option(name: .customLong("as-of"), help: "Only what was known on this day, such as 2014-05-31.")
    var asOf: CalendarDay?

    func open(_ shared: SharedOptions) throws -> Workspace {
        let folder = workspace
        let path = try shared.telling { try Workspace.folder(named: folder) }
        // Faults of a workspace are told in its own language, as far as its settings can be read.
        let language = shared.language ?? Workspace.language(of: path)
        let workspace = try shared.telling(language: language) { try Workspace(folder: path) }
        try shared.tell(workspace.diagnostics.filter { $0.severity != .note }, language: shared.language(of: workspace))
        return workspace
    }
}

/// An argument that is one of a few words.
///
/// The library makes the list of them by reflection, for each such option at each start, in the time of reading a small
/// extract.
protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension WordArgument {
    /// The words, in the order of the cases.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}

/// In which form a result is printed.
enum OutputFormat: String, WordArgument {
    case text, json, csv
}

extension Language: WordArgument {}

extension Period: ExpressibleByArgument {
    /// A period in one of its machine forms.
    public init?(argument: String) {
        self.init(parsing: argument)
    }
}

extension CalendarDay: ExpressibleByArgument {
    /// A day; a month or year means its last day.
    public init?(argument: String) {
        guard let period = Period(parsing: argument) else { return nil }
        self = period.lastDay
    }
}

/// The half-year of an edition.
struct Edition: ExpressibleByArgument {
    var period: Period

    init?(argument: String) {
        guard let period = Period(parsing: argument), period.frequency == .halfYearly, period.length == 1 else {
            return nil
        }
        self.period = period
    }
}
