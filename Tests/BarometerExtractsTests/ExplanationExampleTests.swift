import BarometerCore
import Testing

import BarometerExtracts

private let examples = DiagnosticCode.allCases.filter { $0.explanation.example?.form == .file }

@Suite("Examples of explanations")
struct ExplanationExampleTests {
    @Test("a faulty file gives the code that it explains, and the mended one does not", arguments: examples)
    func file(_ code: DiagnosticCode) throws {
        let page = code.explanation
        let example = try #require(page.example)
        let faults = try diagnostics(of: example.faulty)
        let severities = faults.filter { $0.code == code }.map(\.severity)
        #expect(!severities.isEmpty, "\(faults.map { "\($0.code.rawValue) \($0.message.en)" })")
        #expect(severities.allSatisfy(page.severities.contains))
        let rest = try diagnostics(of: example.mended).filter { $0.severity != .note }
        #expect(rest.isEmpty, "\(rest.map { "\($0.code.rawValue) \($0.message.en)" })")
    }

    private func diagnostics(of text: String) throws -> [Diagnostic] {
        do {
            return try Extract.read(InMemoryBytes(Array((text + "\n").utf8)), path: "x.csv").diagnostics
        } catch let error as ExtractError {
            return error.diagnostics
        }
    }
}
