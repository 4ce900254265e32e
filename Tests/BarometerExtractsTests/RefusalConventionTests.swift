import BarometerCore
import BarometerStore
import Foundation
import Testing

import BarometerExtracts

/// `formats.md` 0.12, and files that break the grammar.
@Suite("Conventions: what is no data, and what is read leniently")
struct RefusalConventionTests {
    @Test(
        "files that are no statistics are named, with what to do",
        arguments: [
            (Array("<!DOCTYPE html>\n<html><body>Fejl 500</body></html>".utf8), "web page", "fetch"),
            (Array("\u{FEFF}\r\n  <html lang=\"da\">".utf8), "web page", "fetch"),
            (Array("<?xml version=\"1.0\"?><Error/>".utf8), "XML", "fetch"),
            ([0x50, 0x4B, 3, 4, 20, 0], "Excel", "CSV"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old Excel", "CSV"), ([0x1F, 0x8B, 8, 0], "gzip", "gunzip"),
            (Array("BZh91AY".utf8), "bzip2", "bunzip2"), (Array("%PDF-1.7\n".utf8), "PDF", "CSV"),
            (Array("PAR1".utf8) + [21, 4], "Parquet", "CSV"), (Array("SQLite format 3\0".utf8), "SQLite", "CSV"),
            ([], "empty", "again"), (Array("\r\n \n".utf8), "empty", "again"),
            (Array(repeating: 0, count: 4096), "zero bytes", "again"),
            (Array("a;b\n1;2\n".utf8) + [0, 1, 2, 0], "binary", "CSV"),
            (Array("[1, 2, 3]".utf8), "JSON", "again"),
            (Array("{\"id\":\"AUP01\",\"variables\":[{\"id\":\"TID\"}]}".utf8), "JSON", "again"),
        ] as [([UInt8], String, String)]
    )
    func noData(_ bytes: [UInt8], _ name: String, _ cure: String) throws {
        let error = try #require(throws: ExtractError.self) { try read(bytes: bytes) }
        let fault = try #require(error.diagnostics.first)
        #expect(error.diagnostics.count == 1 && fault.code == .noStatistics && fault.severity == .error)
        #expect(fault.message.en.contains(name) && fault.hint?.en.contains(cure) == true)
        #expect(fault.message.da != fault.message.en && fault.hint?.da.isEmpty == false)
    }

    @Test(
        "an error of the service in JSON is passed on",
        arguments: [
            "{\"errorTypeCode\":\"REQUEST-LIMIT\",\"message\":\"Forespørgslen på op mod 4.800.600 celler\"}",
            "{\"errorTypeCode\":\"EXTRACT-NOTFOUND\",\"message\":\"Tabellen findes ikke\"}\n",
            "{\"Forkert nøgle eller nøglen er udløbet.\":\"\"}",
        ]
    )
    func serviceError(_ text: String) throws {
        let error = try #require(throws: ExtractError.self) { try read(text) }
        #expect(error.diagnostics.map(\.code) == [.sourceMessage])
        let words = try #require(text.split(separator: "\"").first { $0.contains(" ") })
        #expect(error.diagnostics[0].message.da.contains(words))
    }

    @Test("a file that was cut off ends in a fault with its place")
    func truncated() throws {
        let text = "\"A\";\"TID\";\"INDHOLD\"\n\"x\";\"2014\";\"5\"\n\"y\";\"2014\";\"7\"\n\"z\";\"20"
        let quoted = try read(text)
        #expect(quoted.table == nil && quoted.codes.contains(.unclosedQuote))
        #expect(quoted.diagnostics.first { $0.code == .unclosedQuote }?.location?.line == 4)
        let plain = try read("A;TID;INDHOLD\nx;2014;5\ny;2014;7\nz;20")
        #expect(plain.table == nil && plain.codes == [.fieldCount] && plain.diagnostics[0].location?.line == 4)
    }

    @Test(
        "a file that was cut off in its first field has no note at its end",
        arguments: [
            ("\"Nord\";2013;5,9\n\"Syd;2014;5,8\n", DiagnosticCode.unclosedQuote),
            ("Nord;2013;5,9\nSyd;2014;5,8\nNor", .fieldCount),
            ("Hovedstadsområdet;2013;5\nSyd;2014;6\nHovedstadsomr", .fieldCount),
        ]
    )
    func cutOffInFirstField(_ body: String, code: DiagnosticCode) throws {
        let extract = try read("OMRÅDE;TID;INDHOLD\n" + body)
        #expect(extract.table == nil && extract.codes.contains(code))
        #expect(extract.summary.footnoteLines == 0 && extract.summary.recordsRejected == 1)
    }

    private static let ragged = "A;TID;INDHOLD\nx;2014;5\ny;2015\nz;2016;7;9\nå;2017;8\n"

    @Test("ragged records are refused, and every record is counted")
    func refused() throws {
        let extract = try read(RefusalConventionTests.ragged)
        #expect(extract.table == nil && extract.codes == [.fieldCount] && extract.diagnostics[0].count == 2)
        let summary = extract.summary
        #expect((summary.recordsRead, summary.recordsAccepted, summary.recordsRejected) == (4, 2, 2))
    }

    @Test("leniently a short record gets empty fields, a long one loses fields, each with a warning that says so")
    func lenientWidths() throws {
        let extract = try read(RefusalConventionTests.ragged, options: ExtractOptions(isLenient: true))
        #expect(extract.rows == [["x", "2014", "5"], ["y", "2015", ""], ["z", "2016", "7"], ["å", "2017", "8"]])
        #expect(try extract.values == [5, nil, 7, 8])
        let warnings = extract.diagnostics.filter { $0.severity == .warning }
        #expect(warnings.map(\.code) == [.fieldCount] && warnings[0].count == 2)
        #expect(warnings[0].message.en.contains("empty fields") && warnings[0].message.da.contains("tomme felter"))
        #expect(extract.summary.recordsRejected == 0)
    }

    @Test("a quote astray is refused, and leniently it is text")
    func lenientQuotes() throws {
        let text = "A;TID;INDHOLD\n12\" rør;2014;5\n\"x\" y;2015;6\nz;2016;7\n"
        let strict = try read(text)
        #expect(strict.table == nil && strict.codes == [.strayQuote] && strict.diagnostics[0].count == 2)
        #expect(strict.diagnostics[0].location?.line == 2 && strict.diagnostics[0].location?.column == 3)
        let lenient = try read(text, options: ExtractOptions(isLenient: true))
        #expect(try lenient.entries("A") == ["12\" rør", "\"x\" y", "z"] && lenient.values == [5, 6, 7])
        #expect(lenient.codes == [.strayQuote] && lenient.diagnostics[0].severity == .warning)
    }

    @Test("leniently a quote that never closes takes the rest of the file with a warning")
    func lenientUnclosed() throws {
        let text = "A;KREDS;INDHOLD\nx;nord;5\ny;syd;6\n\"z;øst;7\n"
        #expect(try read(text).codes.contains(.unclosedQuote))
        let lenient = try read(text, options: ExtractOptions(isLenient: true))
        #expect(lenient.codes.contains(.unclosedQuote) && !lenient.diagnostics.contains { $0.severity == .error })
        #expect(lenient.rows[2][0] == "z;øst;7\n")
    }

    @Test("cells come out as RFC 4180 and read back the same")
    func roundTrip() throws {
        let text = "A;TID;INDHOLD\r\n\"x;\"\"y\"\"\";2014;5,5\r\n\"to\r\nlinjer\";2015;6\r\nå;2016;..\r\n"
        let extract = try read(text)
        #expect(
            extract.cellsAsCSV == "A,TID,INDHOLD\n\"x;\"\"y\"\"\",2014,\"5,5\"\n\"to\r\nlinjer\",2015,6\nå,2016,..\n"
        )
        #expect(try read(extract.cellsAsCSV, options: ExtractOptions(decimal: ",")).rows == extract.rows)
    }
}
