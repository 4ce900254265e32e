import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 0.1, 0.2, 0.7, 1, 3 and 12: what is meant by what does not stand there, and what codes are.
@Suite("Conventions: marks, absence and codes")
struct MarkConventionTests {
    @Test(
        "each mark says why there is no value",
        arguments: [
            ("..", ObservationStatus.uncertainOrConfidential), (".", .cannotOccur), ("...", .notYetAvailable),
            ("-", .notAvailable), ("", .empty), (":", .notAvailable), ("x", .notAvailable), ("NA", .notAvailable),
            ("NaN", .notAvailable), ("null", .notAvailable), ("n/a", .notAvailable), ("#N/A", .notAvailable),
            ("#DIV/0!", .notAvailable),
        ]
    )
    func marks(_ mark: String, _ status: ObservationStatus) throws {
        let extract = try read("A;TID;INDHOLD\nx;2014;5\ny;2014;\(mark)\n")
        #expect(try extract.values == [5, nil] && extract.statuses == [.normal, status])
        #expect(extract.codes == [.markersRead] && extract.diagnostics[0].message.en.contains(status.name))
    }

    @Test("zeros are values: less than half a unit is printed as 0 or 0,0")
    func zeros() throws {
        #expect(try read("A;TID;INDHOLD\nx;2014;0,0\ny;2014;0\n").values == [0, 0])
    }

    @Test("the dash means nil where a dataset says so, and else not given")
    func dash() throws {
        let columns = [("A", ExtractSchema.Role.dimension), ("TID", .time), ("INDHOLD", .measure)].map {
            ExtractSchema.Column(name: $0.0, role: $0.1)
        }
        let text = "A;TID;INDHOLD\nx;2014;5\ny;2014;-\n"
        let danish = try read(text, schema: ExtractSchema(columns: columns, markers: ["-": .nilValue]))
        #expect(try danish.values == [5, 0] && danish.statuses == [.normal, .nilValue])
        let election = try read(text)
        #expect(try election.values == [5, nil] && election.statuses == [.normal, .notAvailable])
    }

    @Test("an empty cell of before December 2017 is missing and not zero")
    func emptyCell() throws {
        let table = try #require(try read("A;TID;INDHOLD\nx;2014;\ny;2014;3\n").table)
        let line = try #require(try table.answer(to: TableQuery()).lines.first)
        #expect(line.sum == 3 && line.missing == 1 && line.reason == .empty)
    }

    @Test("a star behind a number is provisional")
    func star() throws {
        let extract = try read("A;TID;INDHOLD\nx;2014;5,5\nx;2015;6,5*\nx;2016;7 *\n")
        #expect(try extract.values == [5.5, 6.5, 7])
        #expect(try extract.statuses == [.normal, .provisional, .provisional])
    }

    @Test("BULK: a combination without a row is zero where that is said, and unknown where it is not")
    func absent() throws {
        let text = "KØN;HERKOMST;TID;INDHOLD\r\nM;1;2024;5\r\nK;1;2024;7\r\nM;5;2024;2\r\nM;1;2025;6\r\n"
        for (isZero, expected) in [(true, 0.0), (false, nil)] {
            let table = try #require(try read(text, options: ExtractOptions(absentIsZero: isZero)).table)
            let women = try table.selection(of: "KØN", values: ["K"])
            let western = try table.selection(of: "HERKOMST", values: ["5"])
            let lines = try table.answer(to: TableQuery(selections: [women, western])).lines
            #expect(lines.first?.sum == expected && lines.count == (isZero ? 2 : 0))
            let grouped = try table.answer(to: TableQuery(selections: [women], by: [1])).lines
            #expect(grouped.count == (isZero ? 4 : 1))
        }
    }

    @Test("a row with .. in BULK is missing and no zero")
    func confidential() throws {
        let text = "KØN;TID;INDHOLD\r\nM;2024;5\r\nK;2024;..\r\n"
        let table = try #require(try read(text, options: ExtractOptions(absentIsZero: true)).table)
        let line = try #require(
            try table.answer(to: TableQuery(selections: [table.selection(of: "KØN", values: ["K"])])).lines.first
        )
        #expect(line.sum == nil && line.reason == .uncertainOrConfidential)
    }

    @Test("codes are text for ever")
    func codes() throws {
        let codes = ["015a", "000", "6099", "0-9", "100-", "1+2", "084", "01", "1", "101", "1001", "101032", "2E5"]
        let text = codes.map { "\($0);2014;1\n" }.joined()
        let extract = try read("ALDER;TID;INDHOLD\n" + text)
        #expect(try extract.entries("ALDER") == codes)
        #expect(extract.summary.columns[0].type == .text && extract.summary.columns[0].distinct == codes.count)
        let table = try #require(extract.table)
        let one = try table.selection(of: "ALDER", values: ["01"])
        #expect(try table.answer(to: TableQuery(selections: [one])).lines.map(\.count) == [1])
    }

    @Test(
        "totals under their codes are not added to their parts",
        arguments: ["TOT", "IALT", "Total", "I alt", "Mænd og kvinder i alt"]
    )
    func totals(_ total: String) throws {
        let table = try #require(try read("KØN;TID;INDHOLD\n\(total);2014;10\nM;2014;4\nK;2014;6\n").table)
        let answer = try table.answer(to: TableQuery())
        #expect(answer.lines.map(\.sum) == [10] && answer.notes.map(\.code) == [.totalsLeftOut])
    }

    @Test("country, regions, provinces and municipalities are levels of a codelist, and nobody counts twice")
    func levels() throws {
        let parents = ["000": nil, "084": "000", "01": "084", "101": "01", "147": "01"]
        let items = parents.map { code, parent in
            Codelist.Item(code: code, label: LocalizedText(code), parent: parent)
        }
        let schema = ExtractSchema(columns: [
            ExtractSchema.Column(name: "OMRÅDE", role: .dimension, codelist: Codelist(id: "o", items: items)),
            ExtractSchema.Column(name: "TID", role: .time), ExtractSchema.Column(name: "INDHOLD", role: .measure),
        ])
        let text = "OMRÅDE;TID;INDHOLD\n000;2014;9\n084;2014;9\n01;2014;9\n101;2014;5\n147;2014;4\n"
        let table = try #require(try read(text, schema: schema).table)
        #expect(try table.answer(to: TableQuery()).lines.map(\.sum) == [9])
    }

    @Test("a code and its label in one text stay one text")
    func codeAndValue() throws {
        let extract = try read("OMRÅDE;KØN;TID;INDHOLD\n000 Hele landet;M Mænd;2026;5\n101 København;M Mænd;2026;3\n")
        #expect(try extract.entries("OMRÅDE") == ["000 Hele landet", "101 København"])
    }
}
