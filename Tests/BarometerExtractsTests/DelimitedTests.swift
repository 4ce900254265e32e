import BarometerCore
import Testing

import BarometerExtracts

private func records(_ text: String, delimiter: Character = ";") -> [[String]] {
    let bytes = Array(text.utf8)
    var scanner = RecordScanner(bytes, dialect: Dialect(delimiter: delimiter.asciiValue ?? 0))
    var fields: [RecordScanner.Field] = []
    var result: [[String]] = []
    while scanner.next(into: &fields) != nil {
        result.append(fields.map { String(decoding: bytes[$0.range], as: UTF8.self) })
    }
    return result
}

@Suite("Delimited text")
struct DelimitedTests {
    @Test("is divided as RFC 4180 says, with any line end", arguments: ["\n", "\r\n", "\r"])
    func records_(_ newline: String) {
        #expect(records(["a;b", "1;2", ""].joined(separator: newline)) == [["a", "b"], ["1", "2"]])
        #expect(records(["a;b", "1;2"].joined(separator: newline)) == [["a", "b"], ["1", "2"]])
        #expect(
            records(["a;b", "\"x;\(newline)y\";2", ""].joined(separator: newline)) == [
                ["a", "b"], ["x;\(newline)y", "2"],
            ]
        )
        #expect(records(["a;b", "", ";", ""].joined(separator: newline)) == [["a", "b"], ["", ""]])
    }

    @Test("doubled quotes stand for one")
    func doubledQuotes() {
        var bag = DiagnosticBag()
        let text = "a;b\n\"say \"\"hi\"\"\";\"\"\"\"\n\"\";x\n"
        let grid = CellGrid(bytes: Array(text.utf8), path: "x", bag: &bag)
        #expect(grid.text(row: 0, column: "a") == "say \"hi\"")
        #expect(grid.text(row: 0, column: "b") == "\"")
        #expect(grid.text(row: 1, column: "a") == "")
        #expect(bag.diagnostics.isEmpty)
    }

    @Test(
        "the dialect is decided over the whole file",
        arguments: [
            ("a;b\n1,5;2\n3,5;4\n", ";"), ("a,b\n1;5,2\n3,4\n", ","), ("a\tb,c\n1\t2\n", "\t"), ("a|b|c\n1|2|3\n", "|"),
            ("\"x, y\";\"z\"\n\"p, q\";\"r\"\n", ";"),
        ]
    )
    func dialect(_ text: String, _ delimiter: String) {
        let dialect = Dialect.detected(in: Array(text.utf8))
        #expect(String(UnicodeScalar(dialect.delimiter)) == delimiter)
    }

    @Test("the encoding is decided over the whole file")
    func encodings() {
        #expect(Encoding.detected(in: Array("København".utf8)) == .utf8)
        #expect(Encoding.detected(in: [0xEF, 0xBB, 0xBF] + Array("x".utf8)) == .utf8WithMark)
        #expect(Encoding.detected(in: [0x4B, 0xF8, 0x62]) == .windows1252)
        #expect(
            String(decoding: Encoding.windows1252.decode([0xE6, 0xD8, 0xC5, 0x80, 0x96, 0x81]), as: UTF8.self)
                == "æØÅ€–\u{81}"
        )
        #expect(Encoding.utf8WithMark.decode([0xEF, 0xBB, 0xBF, 0x61]) == [0x61])
    }

    @Test(
        "number signs are decided over a whole column",
        arguments: [
            (["12764", "5708", "13481,31"], NumberFormatDecision.decided(NumberFormat(decimal: ","))),
            (["76.4", "72.2"], .decided(NumberFormat(decimal: "."))),
            (["38.398", "116"], .decided(NumberFormat(decimal: ",", grouping: "."))),
            (["1.234.567"], .decided(NumberFormat(decimal: ",", grouping: "."))),
            (["1.234", "5678"], .decided(NumberFormat(decimal: "."))),
            (["1,234.5"], .decided(NumberFormat(decimal: ".", grouping: ","))),
            (["1.234,5"], .decided(NumberFormat(decimal: ",", grouping: "."))),
            ([".156569093"], .decided(NumberFormat(decimal: "."))),
            (["-159640595", "12"], .wholeNumbers), ([], .wholeNumbers),
        ]
    )
    func numberFormats(_ texts: [String], _ expected: NumberFormatDecision) {
        #expect(NumberFormatDecision.over(texts) == expected)
    }

    @Test("what cannot be decided is asked for", arguments: [["1.234"], ["1,234", "5,678"]])
    func undecided(_ texts: [String]) {
        guard case .undecided(let formats) = NumberFormatDecision.over(texts) else { Issue.record("decided"); return }
        #expect(formats.count >= 2)
    }
}
