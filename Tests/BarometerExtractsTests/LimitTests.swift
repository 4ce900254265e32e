import BarometerCore
import BarometerExtracts
import Testing

private let header = "OMRÅDE;TID;INDHOLD\n"

private func faults(of text: String) throws -> [Diagnostic] {
    do {
        return try Extract.read(InMemoryBytes(Array(text.utf8)), path: "x").diagnostics.filter { $0.severity == .error }
    } catch let error as ExtractError {
        return error.diagnostics
    }
}

private func text(_ length: Int) -> String { String(repeating: "x", count: length) }

@Suite("Limits")
struct LimitTests {
    @Test("a field of 1 MiB is read, a longer one is told at its place", arguments: [0, 1])
    func field(_ more: Int) throws {
        let file = header + "101;2013;1\n" + text(ExtractLimits.fieldBytes + 3 * more) + ";2013;2\n"
        let found = try faults(of: file)
        guard more > 0 else { return #expect(found.isEmpty, "\(found)") }
        #expect(found.map(\.code) == [.tooLarge])
        #expect(found.first?.location?.line == 3 && found.first?.location?.column == 1)
        #expect(found.first?.message.en == "the field that begins here is longer than 1 MiB")
        #expect(found.first?.excerpt.map { $0.text.count < 1000 } == true)
    }

    @Test("a quotation mark that is not closed for 1 MiB is what is told")
    func unclosed() throws {
        let rows = String(repeating: "101;2013;1\n", count: 200_000)
        let found = try faults(of: header + "101;2013;1\n\"102;2013;1\n" + rows)
        #expect(found.map(\.code) == [.unclosedQuote])
        #expect(found.first?.location?.line == 3 && found.first?.location?.column == 1)
        #expect(found.first?.message.en == "the quotation mark that opens here is not closed within 1 MiB")
    }

    @Test("a record of more than 16 MiB is told")
    func record() throws {
        let record = Array(repeating: text(1 << 20), count: 17).joined(separator: ";")
        let found = try faults(of: header + record + "\n")
        #expect(found.map(\.code) == [.tooLarge] && found.first?.location?.line == 2)
        #expect(found.first?.message.en == "the record that begins here is longer than 16 MiB")
    }

    @Test("100,000 columns are read, one more is told")
    func columns() throws {
        let names = (1...ExtractLimits.columns).map { "c\($0)" }.joined(separator: ";")
        let values = Array(repeating: "1", count: ExtractLimits.columns).joined(separator: ";")
        #expect(try faults(of: names + "\n" + values + "\n").isEmpty)
        let found = try faults(of: names + ";c\n" + values + ";1\n")
        #expect(found.map(\.code) == [.tooLarge] && found.first?.location?.line == 1)
        #expect(found.first?.message.en == "the record has more than 100,000 fields")
    }

    @Test("more different codes than allowed are told with the first one too many; values may all differ")
    func codes() throws {
        let file = "NR;TID;INDHOLD\n" + (1...30).map { "\($0 % 12);2013;\($0)\n" }.joined()
        var bag = DiagnosticBag()
        let grid = CellGrid(bytes: Array(file.utf8), path: "x", bag: &bag)
        let schema = ExtractSchema(columns: [
            ExtractSchema.Column(name: "NR", role: .dimension), ExtractSchema.Column(name: "TID", role: .time),
            ExtractSchema.Column(name: "INDHOLD", role: .measure),
        ])
        #expect(!grid.tellTooManyCodes(schema, positions: [0, 1, 2], most: 12, &bag))
        #expect(grid.tellTooManyCodes(schema, positions: [0, 1, 2], most: 11, &bag))
        #expect(bag.diagnostics.map(\.code) == [.tooLarge])
        #expect(bag.diagnostics.first?.location?.line == 13 && bag.diagnostics.first?.location?.column == 1)
    }

    @Test("JSON lines are held to the same limits")
    func jsonLines() throws {
        let long = #"{"a":1}"# + "\n" + #"{"a":""# + text(ExtractLimits.fieldBytes + 3) + "\"}\n"
        #expect(try faults(of: long).map(\.code).contains(.tooLarge))
        let wide = "{" + (0...ExtractLimits.columns).map { "\"c\($0)\":1" }.joined(separator: ",") + "}"
        let found = try faults(of: "{\"a\":1}\n" + wide + "\n")
        #expect(found.map(\.code) == [.tooLarge] && found.first?.location?.line == 2)
    }

    @Test("a text of a PX file that goes on for 1 MiB was not closed")
    func px() throws {
        let file = "CHARSET=\"ANSI\";\nTITLE=\"" + text(ExtractLimits.fieldBytes + 10) + "\";\nDATA=1;\n"
        #expect(try faults(of: file).contains { $0.code == .unclosedQuote && $0.location?.line == 2 })
    }
}

@Suite("Distinct texts")
struct TextDictionaryTests {
    private func codes(of texts: [String]) -> ([Int], TextDictionary) {
        var dictionary = TextDictionary()
        let codes = texts.map { text in
            var text = text
            return text.withUTF8 { dictionary.encode($0) }
        }
        return (codes, dictionary)
    }

    @Test("letters in other bytes are the same text, whichever came first")
    func letters() {
        #expect(codes(of: ["\u{E5}r", "x", "a\u{30A}r"]).0 == [0, 1, 0])
        #expect(codes(of: ["a\u{30A}r", "x", "\u{E5}r", "a\u{30A}r", "x"]).0 == [0, 1, 0, 0, 1])
        #expect(codes(of: ["K", "\u{212A}", "–", "‰"]).0 == [0, 0, 1, 2])
    }

    @Test("many texts keep their codes and come out as they went in")
    func many() {
        let texts = (0..<5000).map { "text \($0 % 2500)" } + [""]
        let (codes, dictionary) = codes(of: texts)
        #expect(codes == (0..<5000).map { $0 % 2500 } + [2500])
        #expect(Array(dictionary.texts) == (0..<2500).map { "text \($0)" } + [""])
    }

    @Test("offsets beyond 4 GiB are kept")
    func offsets() {
        var list = OffsetList()
        let numbers = [0, 5, 1 << 32 - 1, 1 << 32, 1 << 32 + 7, 5 << 32, 5 << 32 + 1]
        for number in numbers { list.append(number) }
        #expect((0..<list.count).map { list[$0] } == numbers)
    }

    @Test(
        "UTF-8 is told from what is none",
        arguments: [
            ([0x41], true), ([0xC3, 0xA6], true), ([0xC0, 0xAF], false), ([0xE0, 0x80, 0x80], false),
            ([0xED, 0xA0, 0x80], false), ([0xEF, 0xBB, 0xBF], true), ([0xF0, 0x9F, 0x98, 0x80], true),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xC3], false), ([0x80], false),
            (Array(repeating: 0x41, count: 15) + [0xE6], false),
        ] as [([UInt8], Bool)]
    )
    func utf8(_ bytes: [UInt8], _ expected: Bool) {
        #expect(Encoding.isUTF8(bytes) == expected)
        #expect((String(validating: bytes, as: UTF8.self) != nil) == expected)
    }
}
