import BarometerCore
import BarometerTestSupport
import Foundation
import Testing

import BarometerExtracts

private func read(_ text: String) -> (grid: JSONLinesReader.Grid?, diagnostics: [Diagnostic]) {
    var bag = DiagnosticBag()
    let grid = JSONLinesReader.read(Array(text.utf8), path: "x.csv", bag: &bag)
    return (grid, bag.diagnostics)
}

private let expired = #"{"Forkert nøgle eller nøglen er udløbet.":""}"#

@Suite("JSON lines")
struct JSONLinesTests {
    @Test("are told from other files")
    func recognised() {
        func recognises(_ text: String) -> Bool { JSONLinesReader.recognises(Array(text.utf8)) }
        #expect(recognises("{\"a\":1}\n{\"a\":2}\n"))
        #expect(recognises("\u{FEFF}\r\n {\"a\":{\"b\":1}}\r\n\r\n{\"a\":"))
        #expect(recognises("\(expired)\n\(expired)\n{\"a\":1}"))
        #expect(recognises(#"{"errorTypeCode":"REQUEST-LIMIT","message":"For {mange} \"celler\""}"#))
        #expect(recognises("{\n  \"errorTypeCode\": \"EXTRACT-NOTFOUND\"\n}\n"))
        #expect(!recognises("a;b\n1;2\n"))
        #expect(!recognises("[{\"a\":1},\n{\"a\":2}]"))
        #expect(!recognises("{\n\"link\": [\n{ \"a\": 1 }\n]\n}"))
        #expect(!recognises("{\"a\":1} {\"a\":2}"))
        #expect(!recognises("{\"a\":1}\n;"))
        #expect(!recognises("{\"version\":\"2.0\",\"class\":\"dataset\"}"))
        #expect(!recognises(""))
        #expect(!recognises("{"))
    }

    @Test("become a grid of texts; keys that come later stand at the end")
    func grid() throws {
        let (grid, diagnostics) = read(
            "{\"Area\":\"København\",\"Antal\":16170,\"Andel\":\"3,41\"}\r\n\r\n"
                + "{\"Andel\":null,\"Area\":\"Ærø\",\"Rang\":-1.50,\"Ny\":true}\r\n{\"Ny\":false}"
        )
        #expect(diagnostics.isEmpty)
        #expect(grid?.columns == ["Area", "Antal", "Andel", "Rang", "Ny"])
        let rows = try #require(grid?.rows)
        #expect(
            rows.map(\.cells) == [
                ["København", "16170", "3,41", "", ""], ["Ærø", "", "", "-1.50", "true"], ["", "", "", "", "false"],
            ]
        )
        #expect(rows.map(\.line) == [1, 3, 4])
        #expect(rows.map(\.offset) == [0, 54, 108])
    }

    @Test("messages of the source on top of the data are one warning")
    func messagesOnTop() {
        let (grid, diagnostics) = read("\(expired)\n\(expired)\n\(expired)\n{\"a\":1}\n{\"a\":2}\n")
        #expect(grid?.rows.map(\.cells) == [["1"], ["2"]])
        #expect(grid?.columns == ["a"])
        #expect(diagnostics.map(\.code) == [.sourceMessage])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.map(\.count) == [3])
        #expect(diagnostics.first?.location?.line == 1)
        #expect(diagnostics.first?.message.da.contains("nøglen er udløbet") == true)
        #expect(diagnostics.first?.hint?.en.contains("renew the key") == true)
    }

    @Test(
        "a file of messages only is an error that passes them on",
        arguments: [
            (expired, "udløbet"), ("\(expired)\n\(expired)\n", "udløbet"),
            (#"{"errorTypeCode":"REQUEST-LIMIT","message":"Over 1.000.000 celler"}"#, "REQUEST-LIMIT: Over 1.000.000"),
            ("{\n\"errorTypeCode\": \"EXTRACT-NOTFOUND\"\n}\n", "EXTRACT-NOTFOUND"), (#"{"error":"no"}"#, "\"no\""),
        ]
    )
    func messagesOnly(_ text: String, _ words: String) {
        let (grid, diagnostics) = read(text)
        #expect(grid == nil)
        #expect(diagnostics.map(\.code) == [.sourceMessage])
        #expect(diagnostics.map(\.severity) == [.error])
        #expect(diagnostics.first?.message.en.contains(words) == true)
    }

    @Test("a faulty line is left out and told, and the others are read")
    func faults() {
        let (grid, diagnostics) = read(
            "{\"a\":1}\n{\"a\":[2]}\n{\"a\":{\"b\":1}}\n[3]\n4\n{\"a\":5,}\n{\"a\":\n{\"a\":1,\"a\":2}\n"
        )
        #expect(grid?.rows.map(\.cells) == [["1"], ["2"]])
        #expect(diagnostics.map(\.code) == [.jsonRecord, .jsonRecord, .jsonSyntax, .repeatedJSONKey])
        #expect(diagnostics.map(\.count) == [2, 2, 2, 1])
        #expect(diagnostics.map { $0.location?.line } == [2, 4, 6, 8])
        #expect(diagnostics.map { $0.location?.column } == [6, 1, 7, 8])
        #expect(diagnostics.first?.excerpt == SourceExcerpt(text: "{\"a\":[2]}", marked: 6..<9))
        #expect(diagnostics.first?.message.en.contains("\"a\"") == true)
    }

    @Test("a file without records is told", arguments: ["", "\n \n", "{}", "{}\n{}\n"])
    func empty(_ text: String) {
        let (grid, diagnostics) = read(text)
        #expect(grid == nil)
        #expect(diagnostics.map(\.code) == [.emptyFile])
    }

    @Test("no damaged text does harm")
    func damaged() {
        let whole = Array("\(expired)\n{\"a\":1,\"b\":\"ø\"}\r\n{\"a\":null}\n".utf8)
        var generator = SeededGenerator(seed: 30)
        for round in 0..<2000 {
            var bytes = round < whole.count ? Array(whole.prefix(round)) : whole
            for _ in 0..<(round < whole.count ? 0 : 3) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            var bag = DiagnosticBag()
            _ = JSONLinesReader.recognises(bytes)
            let grid = JSONLinesReader.read(bytes, path: "x", bag: &bag)
            #expect(grid != nil || bag.hasErrors)
            #expect(grid?.rows.allSatisfy { $0.cells.count == grid?.columns.count } != false)
        }
    }

    @Test("a pull from jobindsats.dk as added up by Python", .enabled(if: Repository.sharedExtracts != nil))
    func realFile() throws {
        let folder = try #require(Repository.sharedExtracts)
        let data = try Data(contentsOf: URL(filePath: folder + "/jobindsats/Y30R21_api_first200.csv"))
        var bag = DiagnosticBag()
        #expect(JSONLinesReader.recognises(Array(data)) && !JSONStatReader.recognises(Array(data)))
        let grid = try #require(JSONLinesReader.read(Array(data), path: "Y30R21.csv", bag: &bag))
        #expect(bag.diagnostics.isEmpty)
        #expect(grid.columns.count == 10 && Array(grid.columns.prefix(3)) == ["Area", "Periode", "Ydelsesgrupper"])
        #expect(grid.rows.count == 200 && grid.rows.last?.line == 200 && grid.rows.last?.offset == 152_858)
        #expect(Set(grid.rows.map { $0.cells[0] }).count == 50)
        #expect(grid.rows.compactMap { Int($0.cells[4]) }.reduce(0, +) == 324_410)
        let shares = grid.rows.compactMap { DecimalNumber(parsing: $0.cells[6], format: .danish)?.digits(at: 2) }
        #expect(shares.count == 200 && shares.reduce(0, +) == 84_910)
        #expect(Array(grid.rows[199].cells.suffix(4)) == ["4,52", "4,58", "0,06", "56"])
    }
}
