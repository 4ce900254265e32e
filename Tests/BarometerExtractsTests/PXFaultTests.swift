import BarometerCore
import BarometerTestSupport
import Testing

import BarometerExtracts

@Suite("PX: faults and encodings")
struct PXFaultTests {
    private static func fault(in text: String) -> [String] {
        let file = PXFixture(text)
        #expect(file.cube == nil)
        return file.faults
    }

    @Test(
        "a file that is none of the format is told so once",
        arguments: ["<html><p>Error</p></html>", "a;b\n1;2\n", "x=1;"]
    )
    func foreign(_ text: String) {
        let file = PXFixture(text)
        #expect(file.faults == ["D130 1:1"] && file.cube == nil)
    }

    @Test("an empty file", arguments: ["", " \n\n", "\u{FEFF}"])
    func empty(_ text: String) {
        #expect(PXFixture(text).faults == ["D101"])
    }

    @Test(
        "what is missing is named",
        arguments: [
            ("TITLE=\"x\";\nDATA=1;", "D131 1:1"), ("HEADING=\"a\";\nVALUES(\"a\")=\"x\";\n", "D131 2:1"),
            ("HEADING=\"a\";\nDATA=1;", "D131 1:9"), ("HEADING=\"a\";VALUES(\"a\")=;\nDATA=1;", "D131 1:9"),
        ]
    )
    func missing(_ text: String, _ expected: String) {
        #expect(PXFaultTests.fault(in: text) == [expected])
    }

    @Test("a name that differs between HEADING and VALUES is pointed at")
    func nearName() {
        let file = PXFixture("HEADING=\"region\";VALUES(\"regoin\")=\"x\";DATA=1;")
        #expect(file.diagnostics.first?.hint?.en.hasSuffix("there are values for \"regoin\"") == true)
    }

    @Test("lists that do not fit each other")
    func unequal() {
        let codes = PXFixture.table("CODES(\"time\")=\"2023\";\n")
        #expect(codes.faults == ["D133 10:1"])
        #expect(codes.diagnostics.first?.message.en == "CODES(\"time\") and VALUES(\"time\") differ in length: 1 and 2")
        let text = "LANGUAGE=\"en\";HEADING=\"a\";HEADING[da]=\"å\",\"b\";VALUES(\"a\")=\"x\";DATA=1;"
        #expect(PXFixture(text, language: "da").faults == ["D133 1:27"])
        let values =
            "LANGUAGE=\"en\";HEADING=\"a\";HEADING[da]=\"å\";VALUES(\"a\")=\"x\";VALUES[da](\"å\")=\"p\",\"q\";DATA=1;"
        #expect(PXFixture(values, language: "da").diagnostics.map(\.code) == [.unequalLists])
    }

    @Test("what stands twice")
    func twice() {
        #expect(PXFixture.table("CODES(\"time\")=\"1\",\"1\";\n").faults == ["D111 10:19"])
        #expect(PXFixture.table("VALUES(\"time\")=\"1\",\"2\";\n").faults == ["D132 10:1"])
        #expect(PXFixture("STUB=\"a\";HEADING=\"a\";VALUES(\"a\")=\"x\";DATA=1;").faults == ["D117 1:18"])
        let codes = "HEADING=\"a\",\"b\";VALUES(\"a\")=\"x\";VALUES(\"b\")=\"y\";VARIABLECODE(\"a\")=\"b\";DATA=1;"
        #expect(PXFixture(codes).diagnostics.map(\.code) == [.duplicateColumn])
    }

    @Test("an open quotation mark is told where it opens, and the rest of the file is read")
    func openQuotes() {
        #expect(PXFixture.table("NOTE=\"open;\nSOURCE=\"x\";\n").faults == ["D107 10:6"])
        #expect(PXFixture.table("NOTE=\"open;\n", data: "1 2 3 y;").faults == ["D107 10:6", "D104 12:7"])
        #expect(PXFixture.table("VALUENOTE(\"region)=\"x\";\nSOURCE=\"x\";\n").faults.first == "D107 10:22")
        #expect(PXFixture.table("NOTE=\"two\nlines\";\n").faults.isEmpty)
        #expect(PXFixture.table(data: "1 2\n3 \"..\n;\n").faults == ["D107 12:3", "D134 13:1"])
    }

    @Test("a semicolon that is missing between two entries")
    func openEntry() {
        #expect(PXFixture.table("SOURCE=\"x\"\nNOTE=\"y\";\n").faults == ["D137 10:1"])
    }

    @Test("text that is no entry, and entries behind the cells")
    func strayText() {
        #expect(PXFixture.table("???;\nSOURCE=\"x\";\n").faults == ["D130 10:1"])
        #expect(PXFixture.table("SOURCE[da=\"x\";\n").faults == ["D130 10:1"])
        #expect(PXFixture.table(data: "1 2 3 4;\nNOTE=\"late\";\n").faults == ["D130 12:1"])
        #expect(PXFixture.table(";;\n").faults.isEmpty)
    }

    @Test("all faults come in one run")
    func together() {
        let file = PXFixture.table("???;\nCODES(\"time\")=\"1\",\"1\";\n", data: "1 2 3 q;")
        #expect(file.faults == ["D130 10:1", "D111 11:19", "D104 13:7"])
        #expect(PXFixture.table(data: "q q q q;").diagnostics.map(\.count) == [4])
    }

    @Test("columns count characters, and messages are in both languages")
    func places() throws {
        let file = PXFixture("HEADING=\"æøå\";VALUES(\"æøå\")=\"é\",\"é\";DATA=1 2;")
        #expect(file.faults == ["D111 1:33"])
        let fault = try #require(file.diagnostics.first)
        #expect(fault.excerpt?.marked == 33..<36 && fault.excerpt?.text.hasPrefix("HEADING") == true)
        #expect(fault.message.da == "\"é\" står to gange i VALUES(\"æøå\")" && fault.hint != nil)
    }

    // MARK: - Encodings

    private static func file(codepage: String?, label: [UInt8], mark: Bool = false) -> [UInt8] {
        (mark ? [0xEF, 0xBB, 0xBF] : [])
            + Array((codepage.map { "CODEPAGE=\"\($0)\";" } ?? "CHARSET=\"ANSI\";").utf8)
            + Array("\nHEADING=\"a\";\nVALUES(\"a\")=\"".utf8) + label + Array("\";\nDATA=1;".utf8)
    }

    @Test(
        "CODEPAGE is weighed against the bytes",
        arguments: [
            (nil, [0xE5], "å", Encoding.windows1252, [String]()), (nil, [0xC3, 0xA5], "å", .utf8, []),
            ("iso-8859-1", [0xE5], "å", .windows1252, []), ("Windows-1252", [0x80], "€", .windows1252, []),
            ("iso-8859-15", [0xA4], "€", .windows1252, []), ("utf-8", [0xC3, 0xA5], "å", .utf8, []),
            ("iso-8859-15", [0xC3, 0xA5], "å", .utf8, ["D136 1:10"]),
            ("utf-8", [0xE5], "å", .windows1252, ["D136 1:10"]),
            ("utf-8", [0xC3, 0xA5, 0xE5], "å\u{FFFD}", .utf8, ["D114 3:15"]),
            ("klingon", [0x41], "A", .windows1252, []),
        ] as [(String?, [UInt8], String, Encoding, [String])]
    )
    func encodings(_ codepage: String?, _ label: [UInt8], _ text: String, _ encoding: Encoding, _ faults: [String]) {
        let file = PXFixture(PXFaultTests.file(codepage: codepage, label: label))
        #expect(file.labels("a") == [text] && file.encoding == encoding && file.faults == faults)
        #expect(file.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test("a mark in front, an unknown name, and an encoding that the user names")
    func otherEncodings() {
        let marked = PXFixture(PXFaultTests.file(codepage: "utf-8", label: [0xC3, 0xA5], mark: true))
        #expect(marked.labels("a") == ["å"] && marked.encoding == .utf8WithMark && marked.diagnostics.isEmpty)
        #expect(PXFixture(PXFaultTests.file(codepage: "klingon", label: [0xE5])).faults == ["D136 1:10"])
        let named = PXFixture(PXFaultTests.file(codepage: "klingon", label: [0xE5]), encoding: .windows1252)
        #expect(named.labels("a") == ["å"] && named.diagnostics.isEmpty)
    }

    // MARK: - Any bytes

    @Test("no bytes crash the reader: cut and changed files")
    func anyBytes() {
        let sources = [
            Array((PXFixture.head + "TIMEVAL(\"time\")=TLIST(A1,\"2023\"-\"2024\");DATA=\n1 \"..\"\n3 4\n;\n").utf8),
            Array(PXStructureTests.languages.utf8),
            Array(
                "STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"x\",\"y\";VALUES(\"b\")=\"1\";KEYS(\"a\")=CODES;DATA=\"x\",1\n\"y\" 2;"
                    .utf8
            ),
        ]
        let signs = Array("\";=()[],#.-\n\r\t 0e\u{E9}".utf8) + [0xFF, 0x00, 0x1A]
        var generator = SeededGenerator(seed: 7)
        for source in sources {
            for length in 0...source.count { _ = PXFixture(Array(source.prefix(length)), language: "en") }
            for _ in 0..<3000 {
                var bytes = source
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let position = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: bytes[position] = signs.randomElement(using: &generator) ?? 0
                    case 1: bytes.remove(at: position)
                    default: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: position)
                    }
                }
                let file = PXFixture(bytes)
                #expect(file.cube != nil || file.diagnostics.contains { $0.severity == .error })
                _ = PXReader.recognises(bytes)
            }
        }
    }
}
