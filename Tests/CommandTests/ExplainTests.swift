import BarometerTestSupport
import Foundation
import Testing

/// The explanation of a code as scripts get it.
private struct Page {
    var code: String
    var words: String
    var example: (form: String, faulty: String, mended: String)?

    static func all(_ language: String = "en") throws -> [Page] {
        let run = try Program.run("explain", "--format", "json", "--lang", language)
        let objects = try #require(try Program.json(run.output)["codes"] as? [[String: Any]])
        return try objects.map { object in
            let text = { (object: [String: Any], key: String) in try #require(object[key] as? String) }
            let example = object["example"] as? [String: Any]
            return Page(
                code: try text(object, "code"),
                words: try ["title", "cause", "cure"].map { try text(object, $0) }.joined(separator: " "),
                example: try example.map { try (text($0, "form"), text($0, "faulty"), text($0, "mended")) }
            )
        }
    }
}

@Suite("explain")
struct ExplainTests {
    @Test("a code is explained in either case, in both languages")
    func page() throws {
        let run = try Program.run("explain", "d104")
        #expect(run.status == 0 && run.messages == "")
        #expect(run.output.hasPrefix("D104 (error): A cell of values is a number"))
        #expect(run.output.contains("\n\nCause: ") && run.output.contains("\n\nCure: "))
        #expect(
            run.output.contains(
                "\n\nExample, a file:\n    OMRÅDE;TID;INDHOLD\n    101;2013;5,9\n    101;2014;5,x\n\nMended:\n"
            )
        )
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let danish = try Program.run("explain", "D104", "--lang", "da").output
        #expect(danish.hasPrefix("D104 (fejl): En celle") && danish.contains("\n\nÅrsag: "))
        #expect(danish.contains("\n\nLøsning: ") && danish.contains("\n\nEksempel, en fil:\n"))
    }

    @Test("the language is that of the workspace whose messages are looked up")
    func language() throws {
        let folder = Repository.path("Data/copenhagen")
        #expect(try Program.run("explain", "D104", folder: folder).output.hasPrefix("D104 (fejl)"))
        #expect(try Program.run("explain", "D104", "--lang", "en", folder: folder).output.hasPrefix("D104 (error)"))
        let run = try Program.run(["explain", "D104"], environment: ["BAROMETER_WORKSPACE": folder])
        #expect(run.output.hasPrefix("D104 (fejl)"))
    }

    @Test("several codes come in the order asked for, none lists all on one line each")
    func several() throws {
        let run = try Program.run("explain", "D201", "D103")
        #expect(run.output.hasPrefix("D201 (error)") && run.output.contains("\n\nD103 (error, warning)"))
        let list = try Program.run("explain").output.split(separator: "\n")
        let pages = try Page.all()
        #expect(list.map { String($0.prefix(4)) } == pages.map(\.code))
        #expect(list.contains { $0.hasPrefix("D104  A cell of values") })
    }

    @Test("json is one object with the agreed keys")
    func json() throws {
        let object = try Program.json(try Program.run("explain", "D103", "--format", "json").output)
        #expect(object.keys.sorted() == ["cause", "code", "cure", "example", "severities", "title"])
        #expect(object["severities"] as? [String] == ["error", "warning"])
        #expect((object["example"] as? [String: String])?.keys.sorted() == ["faulty", "form", "mended"])
        let bare = try Program.json(try Program.run("explain", "D124", "--format", "json").output)
        #expect(bare["example"] is NSNull)
        let two = try Program.json(try Program.run("explain", "D103", "D104", "--format", "json").output)
        #expect((two["codes"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == ["D103", "D104"])
    }

    @Test(
        "what is no code is told with the nearest ones, or with all",
        arguments: [
            (["D199"], "\"D199\" is no code of a message", "nearest: D201, D202, D203"),
            (["129"], "\"129\"", "nearest: D126, D130, D131"),
            (["D1O4"], "\"D1O4\"", "nearest: D104"),
            (["D104", "overledighed"], "\"overledighed\"", "the codes are D001–D002, D101–D126, "),
            (["overledighed", "--lang", "da"], "\"overledighed\" er ikke koden", "koderne er D001–D002, "),
        ]
    )
    func unknown(_ arguments: [String], _ message: String, _ hint: String) throws {
        let run = try Program.run(["explain"] + arguments)
        #expect(run.status == 64 && run.output == "")
        #expect(run.messages.contains("[D801]: ") && run.messages.contains(message), "\(run.messages)")
        #expect(run.messages.contains(hint), "\(run.messages)")
    }

    @Test("every option that an explanation names is one of the program")
    func options() throws {
        let verbs = ["report", "evaluate", "assess", "query", "inspect", "check", "explain"]
        let known = try verbs.reduce(into: Set(["--help"])) { known, verb in
            known.formUnion(try words(Program.run(verb, "--help").output))
        }
        #expect(known.contains("--decimal") && known.contains("--roll"))
        for language in ["en", "da"] {
            for page in try Page.all(language) {
                let named = words(page.words + " " + (page.example.map { $0.faulty + " " + $0.mended } ?? ""))
                #expect(named.isSubset(of: known), "\(page.code): \(named.subtracting(known))")
            }
        }
    }

    /// The words of a text that begin with two dashes.
    private func words(_ text: String) -> Set<String> {
        let words = text.split { !$0.isLetter && $0 != "-" }
        return Set(words.filter { $0.hasPrefix("--") && $0.count > 2 }.map(String.init))
    }

    @Test("a faulty command gives the code that it explains, and the mended one does not")
    func commands() throws {
        for page in try Page.all() {
            guard let example = page.example, example.form == "command" else { continue }
            let faulty = try Program.run(arguments(example.faulty))
            #expect(faulty.messages.contains("[\(page.code)]"), "\(page.code): \(faulty.messages)")
            let mended = try Program.run(arguments(example.mended))
            #expect(
                mended.status == 0 && !mended.messages.contains("[\(page.code)]"),
                "\(page.code): \(mended.messages)"
            )
        }
    }

    private func arguments(_ command: String) -> [String] {
        command.split(separator: " ").dropFirst().map(String.init)
    }

    @Test("a faulty passage in the tutorial gives the code that it explains, and the mended one stands there")
    func passages() throws {
        let files = ["datasets.yml", "indicators.yml", "extracts/opdigtet-arbejdsstyrke.csv"]
        for page in try Page.all() {
            guard let example = page.example, example.form == "passage" else { continue }
            try withTemporaryFolder { folder in
                try FileManager.default.copyItem(atPath: Repository.path("Data/tutorial"), toPath: folder + "/w")
                var isFound = false
                for file in files where !isFound {
                    let path = folder + "/w/" + file
                    let text = try String(contentsOfFile: path, encoding: .utf8)
                    guard let range = text.range(of: example.mended) else { continue }
                    try text.replacingCharacters(in: range, with: example.faulty).write(toPath: path)
                    isFound = true
                }
                #expect(isFound, "\(page.code): \(example.mended)")
                let run = try Program.run("check", "-w", "w", folder: folder)
                #expect(run.status == 1 && run.messages.contains("[\(page.code)]"), "\(page.code): \(run.messages)")
            }
        }
    }
}
