import BarometerTestSupport
import Foundation
import Testing

/// A command that the README shows with its output.
private struct Example {
    var command: String
    var output: String
}

/// The examples: an indented `barometer …` line, then the mark `<!-- output -->`, then the output, indented.
private func examples() throws -> [Example] {
    let lines = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result: [Example] = []
    for (index, line) in lines.enumerated() where line.contains("<!-- output -->") {
        let base = line.prefix { $0 == " " }.count + 4
        let indented = { (line: String) in line.hasPrefix(String(repeating: " ", count: base)) }
        guard let command = lines[..<index].last(where: { $0.contains("barometer ") && indented($0) }) else { continue }
        let output = lines[(index + 1)...].prefix { indented($0) || $0.isEmpty }.map { String($0.dropFirst(base)) }
        result.append(
            Example(
                command: command.trimmingCharacters(in: .whitespaces),
                output: output.joined(separator: "\n").trimmingCharacters(in: .newlines)
            )
        )
    }
    return result
}

/// The words of a command line; only double quotes occur in the README.
private func words(_ command: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in command {
        switch character {
        case "\"": isQuoted.toggle()
        case " " where !isQuoted: words.append("")
        default: words[words.count - 1].append(character)
        }
    }
    return words
}

@Suite("README")
struct ReadmeTests {
    @Test("shows real output")
    func realOutput() throws {
        let examples = try examples()
        #expect(examples.count == 8)
        for example in examples {
            let run = try Program.run(Array(words(example.command).dropFirst()))
            let actual = run.status == 0 ? run.output : run.messages
            let shown = actual.replacingOccurrences(of: "\u{A0}", with: " ").trimmingCharacters(in: .newlines)
            #expect(shown == example.output, "\(example.command)")
        }
    }
}
