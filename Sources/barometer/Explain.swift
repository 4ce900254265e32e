import ArgumentParser
import BarometerCore
import BarometerReports
import BarometerWorkspace

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        _superCommandName: "barometer",
        abstract: "Explains the codes of messages: the rule, what usually breaks it, and the cure.",
        discussion: """
            Examples:
              barometer explain D104
              barometer explain D103 D104 --lang da
            """
    )

    @Argument(help: "Codes such as D104; none lists all.")
    var codes: [String] = []

    @OptionGroup var shared: SharedOptions

    @Option(help: "text for people or json for scripts.")
    var format: OutputFormat = .text

    func validate() throws {
        if format == .csv { throw ValidationError("explain prints text or json.") }
    }

    func run() throws {
        let language = self.language
        let unknown = codes.filter { DiagnosticCode(argument: $0) == nil }
        guard unknown.isEmpty else {
            let faults = unknown.map(DiagnosticCode.unknown)
            DiagnosticPrinter(language: language, isColoured: Terminal.isErrorColoured).tell(faults)
            throw ExitStatus.wrongUse
        }
        let known = codes.compactMap(DiagnosticCode.init(argument:))
        switch format {
        case .json, .csv:
            let objects = (known.isEmpty ? DiagnosticCode.allCases : known).map { $0.json(language: language) }
            // One object, also for several codes.
            try Terminal.write((known.count == 1 ? objects[0] : .object(["codes": .array(objects)])).text)
        case .text where known.isEmpty:
            let lines = DiagnosticCode.allCases.map { "\($0.rawValue)  \($0.explanation.title[language])\n" }
            try Terminal.write(lines.joined())
        case .text:
            try Terminal.write(known.map { $0.page(in: language) }.joined(separator: "\n"))
        }
    }

    /// The language said, else that of the workspace that other verbs would use here: its messages are looked up.
    private var language: Language {
        guard let folder = try? Workspace.folder(named: nil) else { return shared.language() }
        return shared.language ?? Workspace.language(of: folder) ?? .english
    }
}

extension DiagnosticCode {
    /// The code as a user types it, in either case.
    fileprivate init?(argument: String) {
        self.init(rawValue: argument.uppercased())
    }

    fileprivate static func unknown(_ argument: String) -> Diagnostic {
        Diagnostic(
            .wrongArgument,
            LocalizedText(
                en: "\"\(argument)\" is no code of a message",
                da: "\"\(argument)\" er ikke koden for en meddelelse"
            ),
            hint: near(argument).map { names in
                LocalizedText(en: "nearest: \(names)", da: "nærmest: \(names)")
            } ?? LocalizedText(en: "the codes are \(spans)", da: "koderne er \(spans)")
        )
    }

    /// The codes that a misspelt one most likely means: those with the nearest numbers, else the nearest word.
    private static func near(_ argument: String) -> String? {
        let digits = argument.uppercased().hasPrefix("D") ? argument.dropFirst() : argument[...]
        guard let number = Int(digits), (0...9999).contains(number) else {
            return nearestName(to: argument, among: allCases.map(\.rawValue))
        }
        let nearest = allCases.sorted {
            (($0.number - number).magnitude, $0.number) < (($1.number - number).magnitude, $1.number)
        }
        return nearest.prefix(3).sorted { $0.number < $1.number }.map(\.rawValue).joined(separator: ", ")
    }

    private var number: Int { Int(rawValue.dropFirst()) ?? 0 }

    /// All codes in a few words: `D001–D002, D101–D124, …`.
    private static var spans: String {
        var spans: [(first: DiagnosticCode, last: DiagnosticCode)] = []
        for code in allCases {
            if let span = spans.last, span.last.number + 1 == code.number {
                spans[spans.count - 1].last = code
            } else {
                spans.append((code, code))
            }
        }
        return spans.map { $0.first == $0.last ? $0.first.rawValue : "\($0.first.rawValue)–\($0.last.rawValue)" }
            .joined(separator: ", ")
    }
}
