import BarometerCore
import BarometerExtracts
import BarometerStore
import Testing

/// Inputs that fuzzing found, made small; each once stopped the reader, or let it go wrong without a word.
@Suite("Findings of fuzzing")
struct FuzzFindingTests {
    private func codes(_ text: String, options: ExtractOptions = ExtractOptions()) -> [DiagnosticCode] {
        do {
            return try Extract.read(InMemoryBytes(Array(text.utf8)), path: "f", options: options).diagnostics.map(
                \.code
            )
        } catch {
            return (error as? ExtractError)?.diagnostics.map(\.code) ?? []
        }
    }

    @Test("a PX file of mixed frequencies is refused with a reason")
    func mixedFrequencies() {
        let px = """
            STUB="a";
            HEADING="t";
            VALUES("a")="x";
            VALUES("t")="2020M01","2019H02","2019M03";
            TIMEVAL("t")=TLIST(M1,"201901"-"201903");
            DATA=
            1 2 3;
            """
        #expect(codes(px).contains(.mixedFrequencies))
    }

    @Test("JSON lines that look like a stepped page are read without a stop")
    func steppedJSONLines() {
        var lines = "{\"a\":\"x\",\"t\":\"\",\"v\":\"\"}\n"
        for year in 2010...2016 {
            let value = year == 2016 ? "2,y" : "\(year - 2000),5"
            lines += "{\"a\":\"\",\"t\":\"\(year)K1\",\"v\":\"\(value)\"}\n"
        }
        #expect(codes(lines).contains(.unreadableNumber))
    }

    @Test("packed keys with another number of parts than their heading are told")
    func unevenKeys() {
        #expect(codes("freq,geo\\TIME\t2020 \t2021 \nA,DK\t1 \t2 \nA\t3 \t4 \n") == [.fieldCount])
    }

    @Test("a span of quarters at the beginning of the calendar, and years of less than four digits, are safe")
    func earlyPeriods() throws {
        #expect(Period(parsing: "0000QMAT01") == nil)
        #expect("\(try #require(Period(parsing: "0099")))" == "0099")
        let span = try #require(Period(parsing: "2019Q3:2020Q2"))
        #expect(span == Period(parsing: "2020QMAT02"))
    }

    @Test("the same fault in a thousand columns is listed a hundred times at most")
    func manyColumns() {
        let header = (0..<1000).map { "c\($0)" }.joined(separator: ";")
        let row = (0..<1000).map { _ in "1.234" }.joined(separator: ";")
        let all = codes("k_id;\(header)\nx;\(row)\n")
        #expect(all.count <= 101 && all.contains(.undecidableNumbers))
    }

    @Test("records without common keys, and ragged records read leniently, do not fill the memory")
    func sparse() {
        let lines = (0..<3000).map { "{\"k\($0)\":1}" }.joined(separator: "\n")
        #expect(codes(lines).contains(.jsonRecord))
        let wide = (0..<2000).map { "c\($0)" }.joined(separator: ";")
        let ragged = wide + "\n" + wide + "\n" + wide + "\n" + String(repeating: "1;2\n", count: 2)
        #expect(!codes(ragged, options: ExtractOptions(isLenient: true)).isEmpty)
    }

    @Test("a quote with a combining sign behind it is still doubled in the cells printed")
    func combiningQuote() throws {
        let text = "a,b\n\"x\"\"\u{301}\",1\n"
        let extract = try Extract.read(InMemoryBytes(Array(text.utf8)), path: "f")
        #expect(Array(extract.cellsAsCSV.utf8) == Array(text.utf8))
    }

    @Test("a comma with a combining sign behind it still separates the codes of a packed column")
    func combiningComma() throws {
        let text = "a,b\\T\t2019\nx,\u{301}y\t1\n"
        let extract = try Extract.read(InMemoryBytes(Array(text.utf8)), path: "f")
        #expect(extract.table?.rowCount == 1)
    }

    @Test("hundreds of columns of codes beside hundreds of years are refused before they fill the memory")
    func wideOutOfProportion() {
        let wide = { (count: Int) in
            let header = (0..<count).map { "k\($0);\(1000 + $0)" }.joined(separator: ";")
            let rows = ["A", "B", "C"].map { row in (0..<count).map { "\(row);\($0 % 7)" }.joined(separator: ";") }
            return ([header] + rows).joined(separator: "\n") + "\n"
        }
        #expect(!codes(wide(100)).contains(.cubeTooLarge))
        #expect(codes(wide(700)).contains(.cubeTooLarge))
    }

    @Test("thousands of declared columns, which once were looked up one among all, are read")
    func manyDeclaredColumns() throws {
        let names = (0..<5000).map { "k\($0)" } + ["value"]
        let text = names.joined(separator: ";") + "\n" + names.map { _ in "1" }.joined(separator: ";") + "\n"
        let schema = ExtractSchema(
            columns: names.map { ExtractSchema.Column(name: $0, role: $0 == "value" ? .measure : .dimension) }
        )
        let extract = try Extract.read(InMemoryBytes(Array(text.utf8)), path: "f", schema: schema)
        #expect(extract.table?.rowCount == 1)
    }

    @Test("a dataset of more than a hundred dimensions is refused, as in PC-Axis", arguments: [100, 101])
    func manyDimensions(count: Int) {
        let ids = (0..<count).map { "\"d\($0)\"" }
        let json = """
            {"class":"dataset","id":[\(ids.joined(separator: ","))],
            "size":[\(ids.map { _ in "1" }.joined(separator: ","))],
            "dimension":{\(ids.map { "\($0):{\"category\":{\"index\":[\"a\"]}}" }.joined(separator: ","))},"value":[1]}
            """
        #expect(codes(json) == (count > 100 ? [.cubeTooLarge] : []))
    }

    @Test("lines that hold no record but messages are refused with a reason")
    func onlyMessages() {
        #expect(codes("{}\n{\"m\":\"\"}\n{\"a\":\"\"}\n") == [.sourceMessage])
        #expect(throws: ExtractError.self) {
            try Extract.read(InMemoryBytes(Array("{}\n{\"m\":\"\"}\n".utf8)), path: "f")
        }
    }
}
