import Foundation
import Testing

/// Compares a text with the file kept beside the tests; with `BAROMETER_UPDATE_GOLDEN=1` the file is written anew.
public func expectGolden(
    _ text: String,
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = Repository.root.appending(path: "Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["BAROMETER_UPDATE_GOLDEN"] == "1" {
        try text.write(toPath: url.path)
        return
    }
    let expected = try String(contentsOf: url, encoding: .utf8)
    let lines = (
        text.split(separator: "\n", omittingEmptySubsequences: false),
        expected.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let first = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
        text == expected,
        "\(name) differs, first on line \(first.map { $0.offset + 1 } ?? min(lines.0.count, lines.1.count) + 1)",
        sourceLocation: sourceLocation
    )
}
