import BarometerCore
import BarometerTestSupport
import Testing

import BarometerExtracts

/// What was read of a text, written as JSON again, and the diagnostics.
private func parsed(_ bytes: [UInt8]) -> (text: String?, diagnostics: [Diagnostic]) {
    var bag = DiagnosticBag()
    let node = JSONText.parse(bytes, path: "x.json", bag: &bag)
    return (node.map { written($0, bytes) }, bag.diagnostics)
}

private func parsed(_ text: String) -> (text: String?, diagnostics: [Diagnostic]) {
    parsed(Array(text.utf8))
}

private func written(_ node: JSONNode, _ bytes: [UInt8]) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let isTrue): "\(isTrue)"
    case .number: String(decoding: bytes[node.range], as: UTF8.self)
    case .string(let text): "'\(text)'"
    case .array(let nodes): "[" + nodes.map { written($0, bytes) }.joined(separator: ",") + "]"
    case .object(let members):
        "{" + members.map { "\($0.key):" + written($0.node, bytes) }.joined(separator: ",") + "}"
    }
}

private func place(_ diagnostic: Diagnostic?) -> String {
    "\(diagnostic?.location?.line ?? 0):\(diagnostic?.location?.column ?? 0)"
}

@Suite("JSON text")
struct JSONTextTests {
    @Test(
        "is read as RFC 8259 says",
        arguments: [
            ("null", "null"), (" true ", "true"), ("false", "false"), ("\t\r\n-0.0e+1\n", "-0.0e+1"), ("0", "0"),
            ("[]", "[]"), ("{}", "{}"), ("[ 1 , [2,{}] ]", "[1,[2,{}]]"), ("{\"b\":1,\"a\":[null]}", "{b:1,a:[null]}"),
            (#""""#, "''"), (#""a\"\\\/b""#, #"'a"\/b'"#), (#""\b\f\n\r\t""#, "'\u{8}\u{C}\n\r\t'"),
            (#""K\u00f8benhavn \u00C6""#, "'København Æ'"), (#""\uD83D\uDE00!""#, "'😀!'"), (#""\u0000""#, "'\0'"),
            ("\"æ😀\u{2028}\"", "'æ😀\u{2028}'"), ("\"/\u{7F}\"", "'/\u{7F}'"), ("{\"\":0}", "{:0}"), ("1E400", "1E400"),
            ("\u{FEFF}[1]", "[1]"),
        ]
    )
    func reads(_ text: String, _ expected: String) {
        let (read, diagnostics) = parsed(text)
        #expect(read == expected)
        #expect(diagnostics.isEmpty)
    }

    @Test(
        "what is no JSON is told with its place",
        arguments: [
            ("[1,]", "1:3", "comma stands"), ("{\"a\":1,}", "1:7", "comma stands"), ("[,1]", "1:2", "value must begin"),
            ("[1 2]", "1:4", "neither a comma nor ]"), ("{\"a\" 1}", "1:6", "colon"),
            ("{\"a\":1 \"b\":2}", "1:8", "neither a comma nor }"), ("{a:1}", "1:2", "a key in quotation"),
            ("{'a':1}", "1:2", "a key in quotation"), ("{1:2}", "1:2", "a key in quotation"),
            ("[01]", "1:2", "zero too many"), ("[-01]", "1:2", "zero too many"), ("[+1]", "1:2", "no number"),
            ("[.5]", "1:2", "no number"), ("[1.]", "1:2", "no number"), ("[1.e2]", "1:2", "no number"),
            ("[1e]", "1:2", "no number"), ("[-]", "1:2", "no number"), ("[0x1F]", "1:2", "no number"),
            ("[1.2.3]", "1:2", "no number"), ("[NaN]", "1:2", "\"NaN\" stands"), ("[-Infinity]", "1:2", "no number"),
            ("[True]", "1:2", "\"True\" stands"), ("[nul]", "1:2", "\"nul\" stands"), ("[æ]", "1:2", "\"æ\" stands"),
            ("// x\n1", "1:1", "value must begin"), ("[1]\n x", "2:2", "behind the end"),
            ("{}{}", "1:3", "behind the end"),
            ("\"a\nb\"", "1:3", "control character"), ("\"\t\"", "1:2", "control character"),
            (#"["\x"]"#, "1:3", "no escape"), (#"["\u12G4"]"#, "1:3", "no escape"), (#"["\u12"]"#, "1:3", "no escape"),
            ("[\"abc", "1:2", "never closed"), ("[1,\n2", "2:1", "ends before"), ("{\"a\"", "1:4", "ends before"),
            ("{\"a\":", "1:5", "ends before"), ("[1,", "1:3", "ends before"), ("{", "1:1", "ends before"),
            ("[tru", "1:2", "\"tru\" stands"), ("-", "1:1", "ends before"), ("\"\\", "1:2", "ends before"),
            ("", "1:1", "is empty"), (" \n ", "2:2", "is empty"), ("]", "1:1", "value must begin"),
            ("\u{FEFF}\u{FEFF}1", "1:1", "value must begin"),
            ("[\"æ\",\r\n\r\n \"ø\" x]", "3:6", "neither a comma nor ]"),
        ]
    )
    func refuses(_ text: String, _ expected: String, _ words: String) {
        let (read, diagnostics) = parsed(text)
        #expect(read == nil)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.severity == .error)
        #expect(diagnostics.first?.code == (words == "is empty" ? .emptyFile : .jsonSyntax))
        #expect(place(diagnostics.first) == expected)
        #expect(diagnostics.first?.message.en.contains(words) == true, "\(diagnostics.first?.message.en ?? "")")
        #expect(diagnostics.first?.hint != nil)
    }

    @Test("bytes that are no UTF-8 are refused, also a surrogate or a long form written as UTF-8")
    func notUTF8() {
        for bytes: [UInt8] in [[0xF8], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xE2, 0x82], [0xFF], [0x80]] {
            let (read, diagnostics) = parsed([0x5B, 0x22] + bytes + [0x22, 0x5D])
            #expect(read == nil)
            #expect(diagnostics.map(\.code) == [.jsonSyntax])
            #expect(diagnostics.first?.message.en.contains("UTF-8") == true)
        }
    }

    @Test("half a surrogate pair is a lost letter", arguments: [#"\uD83D"#, #"\uDE00"#, #"\uD83D\u0041"#, #"\uD83Dx"#])
    func loneSurrogates(_ escape: String) {
        let (read, diagnostics) = parsed("[\"\(escape)\",\"\(escape)\"]")
        #expect(read?.contains("\u{FFFD}") == true)
        #expect(diagnostics.map(\.code) == [.damagedText])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.map(\.count) == [2])
    }

    @Test("a repeated key is told and the last one counts")
    func repeatedKeys() {
        var bag = DiagnosticBag()
        let node = JSONText.parse(Array("{\"a\":1,\"b\":2,\n\"a\":3,\"a\":4}".utf8), path: "x", bag: &bag)
        #expect(node?["a"]?.range == 24..<25)
        #expect(node?.members?.map(\.key) == ["a", "b", "a", "a"])
        #expect(bag.diagnostics.map(\.code) == [.repeatedJSONKey])
        #expect(bag.diagnostics.map(\.count) == [2])
        #expect(place(bag.diagnostics.first) == "2:1")
        #expect(bag.hasErrors == false)
    }

    @Test("200 levels are read, and a million are refused without harm")
    func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(parsed(nested(200)).text == nested(200))
        #expect(place(parsed(nested(201)).diagnostics.first) == "1:201")
        #expect(parsed(String(repeating: "[", count: 1_000_000)).diagnostics.map(\.code) == [.jsonSyntax])
        #expect(parsed(String(repeating: "{\"a\":", count: 100_000)).diagnostics.map(\.code) == [.jsonSyntax])
    }

    @Test("the line is shown around its mark, also when it is the whole file")
    func excerpts() {
        let short = parsed("{\n  \"København\": 1 2\n}").diagnostics.first
        #expect(short?.excerpt == SourceExcerpt(text: "  \"København\": 1 2", marked: 18..<19))
        let long = parsed(
            "[" + String(repeating: "\"ø\",", count: 5000) + "x" + String(repeating: ",1", count: 5000) + "]"
        )
        let excerpt = long.diagnostics.first?.excerpt
        #expect(place(long.diagnostics.first) == "1:20002")
        #expect(excerpt?.text.count == 242)
        #expect(excerpt.map { Array($0.text)[$0.marked.lowerBound - 1] } == "x")
    }

    @Test("no text cut off or damaged does harm")
    func damaged() {
        let whole = Array(#"{"a":[1,-2.5e-3,"æ\u00e6\uD83D\uDE00\n",true,null,{"b":{}}],"c":"😀"}"#.utf8)
        for length in 0..<whole.count { #expect(parsed(Array(whole.prefix(length))).text == nil) }
        var generator = SeededGenerator(seed: 8259)
        for _ in 0..<3000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            let (read, diagnostics) = parsed(bytes)
            #expect((read == nil) == diagnostics.contains { $0.severity == .error })
        }
    }
}
