import BarometerCore
import BarometerStore
import Foundation
import Testing

import BarometerExtracts

private let statBank = ExtractSchema(columns: [
    ExtractSchema.Column(
        name: "OMRÅDE",
        role: .dimension,
        codelist: Codelist(
            id: "omraade",
            items: ["000", "101"].map { Codelist.Item(code: $0, label: LocalizedText($0)) }
        )
    ),
    ExtractSchema.Column(name: "TID", role: .time),
    ExtractSchema.Column(name: "INDHOLD", role: .measure, unit: .percent),
])

func read(
    _ text: String,
    schema: ExtractSchema? = nil,
    options: ExtractOptions = ExtractOptions(),
    latin1: Bool = false
) throws -> Extract {
    let bytes = latin1 ? Array(text.data(using: .isoLatin1) ?? Data()) : Array(text.utf8)
    return try Extract.read(InMemoryBytes(bytes), path: "x.csv", schema: schema, options: options)
}

@Suite("Extract")
struct ExtractTests {
    @Test("the StatBank's CSV: mark, CRLF, semicolons, decimal comma, the value last")
    func statBankCSV() throws {
        let extract = try read("\u{FEFF}OMRÅDE;TID;INDHOLD\r\n000;2023K1;35,0\r\n101;2023K1;..\r\n101;2023K2;29,5\r\n")
        let summary = extract.summary
        #expect(summary.encoding == .utf8WithMark)
        #expect(summary.dialect == Dialect(delimiter: 0x3B, newline: .crlf))
        #expect(summary.numberFormat == .danish)
        #expect(summary.columns.map(\.role) == [.dimension, .time, .measure])
        #expect(summary.time?.firstLabel == "2023K1" && summary.time?.last == Period(.quarterly, year: 2023, part: 2))
        #expect((summary.recordsRead, summary.recordsAccepted, summary.recordsRejected) == (3, 3, 0))
        let table = try #require(extract.table)
        #expect((0..<3).map { table.measures[0][$0] } == [35, nil, 29.5])
        #expect(table.measures[0].status(of: 1) == .uncertainOrConfidential)
        #expect(table.dimensions[0].entries.map(\.code) == ["000", "101"])
        #expect(summary.measures[0].sum == 64.5)
        #expect(extract.diagnostics.map(\.severity) == [.note])
    }

    @Test("the election database: ISO-8859-1, everything quoted, wide, a dash for not given, no line end at the end")
    func electionCSV() throws {
        let text = """
            "ValgId";"Gruppe";"ValgstedId";"LandsdelsNr";"Stemmeberettigede";"Afgivne stemmer";"V. Venstre, Danmarks";"Ø. Enhedslisten"
            "28";"101032";"101032";"1";"2270";"1414";"54";"-"
            "28";"101033";"101033";"1";"7103";"6131";"591";"664"
            """
        let extract = try read(text, latin1: true)
        #expect(extract.summary.encoding == .windows1252)
        #expect(extract.summary.layout == "wide")
        #expect(
            extract.summary.columns.map(\.role) == Array(repeating: .dimension, count: 4)
                + Array(repeating: .measure, count: 4)
        )
        #expect(extract.summary.observations == 8)
        let table = try #require(extract.table)
        #expect(table.dimensions.last?.entries.map(\.code).last == "Ø. Enhedslisten")
        #expect(table.measures[0].missingCount == 1)
        #expect(table.measures[0].status(of: 3) == .notAvailable)
        #expect(table.measures[0].total == 18227)
        let place = try table.selection(of: "ValgstedId", values: ["101032"])
        let rate = (
            [try table.selection(of: "variable", values: ["Afgivne stemmer"])],
            [try table.selection(of: "variable", values: ["Stemmeberettigede"])]
        )
        let result = try table.answer(to: Comparison(TableQuery(selections: [place]), rate: (rate.0, rate.1)))
        #expect(abs(try #require(result.lines.first?.figure) - 100 * 1414 / 2270) < 1e-12)
    }

    @Test("periods in the columns become a time column")
    func periodsInColumns() throws {
        let table = try #require(try read("Omraade_kode,2008Q3,2008Q4\nx,1,2\ny,3,4\n").table)
        #expect(table.time?.periods.map { "\($0)" } == ["2008Q3", "2008Q4"])
        #expect(
            (0..<4).map { "\(try! #require(table.time).period(of: $0))" } == ["2008Q3", "2008Q4", "2008Q3", "2008Q4"]
        )
        #expect((0..<4).map { table.measures[0][$0] } == [1, 2, 3, 4])
    }

    @Test("what is said overrides what is found")
    func overrides() throws {
        let extract = try read(
            "a,b;x\n1,234;2014\n",
            options: ExtractOptions(delimiter: 0x3B, decimal: ",", time: "x", measures: ["a,b"])
        )
        #expect(extract.table?.measures[0][0] == 1.234)
        #expect(extract.summary.columns.map(\.role) == [.measure, .time])
        let none = try read("a;INDHOLD\n\"x;1\n", options: ExtractOptions(quote: .some(nil)))
        #expect(none.table?.dimensions[0].entries[0].code == "\"x")
    }

    @Test("a declared column is found wherever it stands")
    func columnOrder() throws {
        let table = try #require(try read("INDHOLD;TID;OMRÅDE\n5;2014;101\n", schema: statBank).table)
        #expect(table.dimensions[0].entries.map(\.code) == ["101"])
        #expect(table.measures[0][0] == 5)
    }
}

@Suite("Faults of an extract")
struct ExtractFaultTests {
    private struct Fault: Equatable, CustomStringConvertible {
        var code: DiagnosticCode
        var line: Int?
        var column: Int?
        var count = 1
        var description: String { "\(code.rawValue) \(line ?? 0):\(column ?? 0) ×\(count)" }
    }

    private func faults(_ text: String, schema: ExtractSchema? = statBank, latin1: Bool = false) throws -> [Fault] {
        let extract = try read(text, schema: schema, latin1: latin1)
        #expect(extract.table == nil)
        return extract.diagnostics.filter { $0.severity == .error }.map {
            Fault(code: $0.code, line: $0.location?.line, column: $0.location?.column, count: $0.count)
        }
    }

    @Test("a letter in a number is told at its cell, also behind letters of several bytes")
    func letterInNumber() throws {
        let text = "OMRÅDE;TID;INDHOLD\r\n101;2014;5,8\r\n101;2015;5,x8\r\n101;2016;5,x8\r\n"
        #expect(try faults(text) == [Fault(code: .unreadableNumber, line: 3, column: 10, count: 2)])
        let extract = try read(text, schema: statBank)
        let fault = try #require(extract.diagnostics.first)
        #expect(fault.location?.cell == "C3")
        #expect(fault.excerpt == SourceExcerpt(text: "101;2015;5,x8", marked: 10..<14))
        let danish = "OMRÅDE;KØN;INDHOLD\nKøbenhavn;Mænd;12a\nAarhus;Mænd;7\nAarhus;Kvinder;8\n"
        #expect(try faults(danish, schema: nil, latin1: true) == [Fault(code: .unreadableNumber, line: 2, column: 16)])
    }

    @Test("a record with a field too few is counted and told")
    func shortRecord() throws {
        let text = "OMRÅDE;TID;INDHOLD\n101;2014;5,8\n101;2015\n101;2016;1;2\n"
        #expect(try faults(text) == [Fault(code: .fieldCount, line: 3, column: 1, count: 2)])
        let summary = try read(text, schema: statBank).summary
        #expect((summary.recordsRead, summary.recordsAccepted, summary.recordsRejected) == (3, 1, 2))
    }

    @Test("an unknown period is told, and one of another frequency")
    func periods() throws {
        let text = "OMRÅDE;TID;INDHOLD\n101;2014H3;5\n101;2014H1;5\n101;2014Q2;5\n"
        #expect(
            try faults(text) == [
                Fault(code: .unreadablePeriod, line: 2, column: 5), Fault(code: .mixedFrequencies, line: 4, column: 5),
            ]
        )
    }

    @Test("an unknown code is told with the nearest known one")
    func codes() throws {
        let text = "OMRÅDE;TID;INDHOLD\n1010;2014;5\n1010;2015;5\n999999;2014;5\n"
        #expect(
            try faults(text) == [
                Fault(code: .unknownCode, line: 2, column: 1, count: 2), Fault(code: .unknownCode, line: 4, column: 1),
            ]
        )
        #expect(try read(text, schema: statBank).diagnostics[0].hint?.en == "did you mean \"101\"?")
    }

    @Test("the same observation twice is told with both lines")
    func duplicates() throws {
        let text = "OMRÅDE;TID;INDHOLD\n101;2014;5\n000;2014;5\n101;2014;6\n"
        let extract = try read(text, schema: statBank)
        let fault = try #require(extract.diagnostics.first)
        #expect(fault.code == .duplicateKey && fault.location?.line == 4 && fault.message.en.contains("line 2"))
    }

    @Test("missing and undeclared columns are told with the nearest names")
    func columns() throws {
        let extract = try read("OMRADE;TID;INDHOLD\n101;2014;5\n", schema: statBank)
        #expect(extract.diagnostics.map(\.code) == [.undeclaredColumn, .missingColumn])
        #expect(extract.diagnostics[1].hint?.en.contains("OMRADE") == true)
    }

    @Test("quotes that do not close or stand astray are told where they are")
    func quotes() throws {
        #expect(
            try faults("OMRÅDE;TID;INDHOLD\n101;2014;5\n\"101;2015;5\n").contains(
                Fault(code: .unclosedQuote, line: 3, column: 1)
            )
        )
        #expect(try faults("OMRÅDE;TID;INDHOLD\n10\"1;2014;5\n") == [Fault(code: .strayQuote, line: 2, column: 3)])
    }

    @Test("all kinds of faults come in one run, and nothing is loaded")
    func allInOneRun() throws {
        let text = "OMRÅDE;TID;INDHOLD\n101;2014H9;5\n102;2014H1;5x\n101;2014H2\n"
        #expect(Set(try faults(text).map(\.code)) == [.unreadablePeriod, .unknownCode, .unreadableNumber, .fieldCount])
    }

    @Test("numbers that can be read in two ways are asked for, and other columns decide")
    func undecided() throws {
        #expect(try faults("TID;INDHOLD\n2014;1.234\n", schema: nil).map(\.code) == [.undecidableNumbers])
        let wide = try #require(try read("K_id;A;B\nx;1.234;5,5\n").table)
        #expect((0..<2).map { wide.measures[0][$0] } == [1234, 5.5])
    }

    @Test("an empty file is refused, a file of a heading holds nothing")
    func empty() throws {
        #expect(throws: ExtractError.self) { try read("") }
        #expect(throws: ExtractError.self) { try read("\n\n") }
        #expect(try read("OMRÅDE;TID;INDHOLD\n", schema: statBank).table?.rowCount == 0)
    }

    @Test("a file with a lost letter is read with a warning")
    func lostLetter() throws {
        let extract = try read("OMR;TID;INDHOLD\nK\u{FFFD}benhavn;2014;5\n")
        #expect(extract.diagnostics.map(\.code) == [.damagedText])
        #expect(extract.table != nil)
    }
}
