import ArgumentParser

/// The program: one file a verb, no arithmetic.
@main
struct Barometer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "barometer",
        abstract: "Shows twice a year how far a city is from its integration goals.",
        discussion: """
            Examples:
              barometer report --workspace Data/copenhagen --edition 2024H1 --out barometer-2024H1
              barometer evaluate overledighed --workspace Data/copenhagen --edition 2017H2
              barometer inspect extract.csv
            """,
        version: "0.1.0",
        subcommands: [
            Report.self, Evaluate.self, Assess.self, Query.self, Inspect.self, Check.self, Explain.self,
        ]
    )

    /// Hands over to the verb at once: by way of the root the library looks through all options of a verb twice, which
    /// takes as long as the everyday extract itself.
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let verb = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        guard let verb, !arguments.contains("--version") else { return main(nil) }
        verb.main(Array(arguments.dropFirst()))
    }
}
