import BarometerTestSupport
import Foundation
import Testing

/// The floors of the house: what each module may import besides the standard library.
private let allowed: [String: Set<String>] = [
    "BarometerCore": [],
    "BarometerStore": ["BarometerCore"],
    "BarometerExtracts": ["BarometerCore", "BarometerStore"],
    "BarometerIndicators": ["BarometerCore", "BarometerStore"],
    "BarometerEvaluation": ["BarometerCore", "BarometerStore", "BarometerIndicators"],
    "BarometerWorkspace": [
        "BarometerCore", "BarometerStore", "BarometerExtracts", "BarometerIndicators", "BarometerEvaluation", "Yams",
        "Crypto", "FoundationEssentials", "Glibc", "Musl", "Darwin",
    ],
    "BarometerReports": [
        "BarometerCore", "BarometerStore", "BarometerIndicators", "BarometerEvaluation", "BarometerWorkspace",
        "Mustache", "FoundationEssentials",
    ],
    "barometer": [
        "BarometerCore", "BarometerStore", "BarometerExtracts", "BarometerIndicators", "BarometerEvaluation",
        "BarometerWorkspace", "BarometerReports", "ArgumentParser", "FoundationEssentials", "Glibc", "Musl", "Darwin",
        "Synchronization",
    ],
]

/// The C mathematics, which one file of the engine imports.
private let mathematics: Set<String> = ["Glibc", "Musl", "Darwin"]

private func isMathematics(_ file: String) -> Bool {
    file.hasSuffix("/BarometerCore/Numbers/Elementary.swift")
}

/// A wrong arrow: a file that imports what its floor may not see.
private struct WrongArrow: Equatable, CustomStringConvertible {
    var file: String
    var module: String
    var description: String { "\(file) imports \(module)" }
}

private func wrongArrows(in text: String, file: String, floor: String) -> [WrongArrow] {
    text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"),
            words[..<index].allSatisfy({
                $0.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains($0)
            })
        else { return nil }
        // `import struct Foundation.Data` names the module after the kind.
        let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let rest = words[(index + 1)...].drop { kinds.contains(String($0)) }
        let module = String(rest.first?.split(separator: ".").first ?? "")
        let isAllowed = allowed[floor]?.contains(module) == true || mathematics.contains(module) && isMathematics(file)
        return isAllowed ? nil : WrongArrow(file: file, module: module)
    }
}

private func swiftFiles(of module: String) throws -> [(path: String, text: String)] {
    let folder = Repository.root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        .map { ($0.path, try String(contentsOf: $0, encoding: .utf8)) }
}

@Suite("The house")
struct ImportTests {
    @Test("imports go down only, and the engine imports no Foundation", arguments: allowed.keys.sorted())
    func floor(_ module: String) throws {
        let files = try swiftFiles(of: module)
        #expect(!files.isEmpty)
        #expect(files.flatMap { wrongArrows(in: $0.text, file: $0.path, floor: module) } == [])
    }

    @Test("every module of Sources is on a floor")
    func allModulesAreKnown() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Sources"))
        #expect(Set(folders) == Set(allowed.keys))
    }

    @Test(
        "a wrong arrow is found however it is written",
        arguments: [
            ("import Foundation", "Foundation"), ("@preconcurrency import Foundation", "Foundation"),
            ("import struct Foundation.Data", "Foundation"),
            ("internal import FoundationEssentials", "FoundationEssentials"),
            ("import BarometerReports", "BarometerReports"),
        ]
    )
    func finds(_ line: String, _ module: String) {
        #expect(
            wrongArrows(in: "\n\(line)\n", file: "X", floor: "BarometerStore") == [
                WrongArrow(file: "X", module: module)
            ]
        )
    }

    @Test("the root package has its four dependencies and no others")
    func dependencies() throws {
        let package = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
        let urls = package.matches(of: /\.package\(url: "([^"]+)"/).map { String($0.output.1) }
        #expect(
            urls.map { $0.split(separator: "/").last.map(String.init) ?? "" }.sorted()
                == ["Yams", "swift-argument-parser", "swift-crypto", "swift-mustache"]
        )
        #expect(package.matches(of: /\.package\(/).count == 4)
    }
}
