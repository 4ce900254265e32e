import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 4 and 11: titles, headings and notes around the data.
@Suite("Conventions: titles, headings and notes")
struct FrameConventionTests {
    private static let table = "OMRÅDE;TID;INDHOLD\n000;2013;5\n101;2013;3\n147;2013;2\n"

    private func counts(_ extract: Extract) -> [Int] {
        [extract.summary.preambleLines, extract.summary.headerLines, extract.summary.footnoteLines, extract.rows.count]
    }

    @Test(
        "titles of a single field, with and without an empty line behind them",
        arguments: [
            ("Folketal den 1. i kvartalet\n", 1), ("Folketal\n\n", 2), ("\"Folketal efter\"\n\"område og tid\"\n\n", 3),
            ("\n\n", 2),
        ]
    )
    func titles(_ title: String, _ lines: Int) throws {
        let extract = try read(title + FrameConventionTests.table)
        #expect(counts(extract) == [lines, 1, 0, 3])
        #expect(extract.names == ["OMRÅDE", "TID", "INDHOLD"] && extract.codes == [])
    }

    @Test("PxWeb's title and empty line on top")
    func pxWebTitle() throws {
        let extract = try read(
            "\"Folkmängd efter region, kön och år\"\n\n\"region\",\"kön\",\"2017\"\n\"01 Stockholms län\",\"män\",12\n"
        )
        #expect(counts(extract) == [2, 1, 0, 1])
        #expect(extract.names == ["region", "kön", "2017"])
    }

    @Test("titles padded with separators, which an empty line parts from the table")
    func paddedTitles() throws {
        let extract = try read(
            "\"Population by region, time\",,\n\"and sex\",,\n,,\nregion,2012Q1,2012Q2\nx,1,2\ny,3,4\n"
        )
        #expect(counts(extract) == [3, 1, 0, 2])
        #expect(try extract.periods == ["2012Q1", "2012Q2", "2012Q1", "2012Q2"])
    }

    @Test("lines to skip and lines of heading can be said")
    func said() throws {
        let skipped = try read("a;b;c\nd;e;f\n" + FrameConventionTests.table, options: ExtractOptions(skip: 2))
        #expect(counts(skipped) == [2, 1, 0, 3])
        let double = try read("sted;2013;2013\n;mænd;kvinder\nnord;1;2\nsyd;3;4\n", options: ExtractOptions(header: 2))
        #expect(double.names == ["sted", "2013 mænd", "2013 kvinder"])
        #expect(try double.values == [1, 2, 3, 4])
    }

    @Test("a page's heading over two lines is joined cell by cell")
    func severalHeadings() throws {
        let extract = try read(
            " , ,Men,Women\n , ,Total,Total\nAll Denmark,0 years,30,28\nAll Denmark,1 year,31,29\nAll Denmark,2 years,33,27\n"
        )
        #expect(counts(extract) == [0, 2, 0, 3])
        #expect(extract.names.suffix(2) == ["Men Total", "Women Total"])
    }

    @Test("a heading that was broken over several lines")
    func brokenHeading() throws {
        let extract = try read(
            "\"Statsbrgskap\"\n,\"Tid\"\n,\"kjønn\"\n,\"Personer\"\n\"Norge\",\"2013\",\"menn\",12\n\"Norge\",\"2013\",\"kvinner\",13\n\"Sverige\",\"2013\",\"menn\",4\n"
        )
        #expect(extract.names == ["Statsbrgskap", "Tid", "kjønn", "Personer"])
        #expect(counts(extract) == [0, 4, 0, 3])
        #expect(try extract.values == [12, 13, 4])
    }

    @Test("no heading is seen, told, and its names can be given")
    func noHeading() throws {
        let text =
            "\"2020Q3\";\"Total\";\"Copenhagen\";633035;312306\n\"2020Q3\";\"Total\";\"Dragør\";14494;7000\n\"2020Q3\";\"Total\";\"Tårnby\";42800;21000\n"
        let found = try read(text, latin1: true)
        #expect(counts(found) == [0, 0, 0, 3] && found.codes == [.noHeader])
        #expect(
            found.diagnostics[0].severity == .warning && found.diagnostics[0].hint?.da.contains("--columns") == true
        )
        let named = try read(
            text,
            options: ExtractOptions(columns: ["TID", "CIVILSTAND", "OMRÅDE", "I alt", "Mænd"]),
            latin1: true
        )
        #expect(named.codes == [] && named.names == ["TID", "CIVILSTAND", "OMRÅDE", "I alt", "Mænd"])
        #expect(named.roles == [.time, .dimension, .dimension, .measure, .measure])
        #expect(try named.values.first == 633035)
    }

    @Test("a file of texts only has no heading where that is said")
    func headingSaidAbsent() throws {
        let options = ExtractOptions(header: 0, columns: ["sted", "TID", "INDHOLD"])
        let extract = try read("nord;2013;..\nsyd;2013;..\n", options: options)
        #expect(counts(extract) == [0, 0, 0, 2])
        #expect(try extract.entries("sted") == ["nord", "syd"])
        let nameless = try read("nord;2013;1\nsyd;2013;2\n", options: ExtractOptions(header: 0))
        #expect(nameless.names == ["column1", "column2", "column3"] && nameless.codes.contains(.noHeader))
    }

    @Test(
        "notes behind the data, alone or padded",
        arguments: [
            ("Kilde: Danmarks Statistik\n", 1), ("\nKilde: Danmarks Statistik.\nNote: foreløbige tal\n", 2),
            ("Source: Statistics Denmark;;\n", 1), ("\"Anm.: tal; 2013\"\n", 1), ("* foreløbigt tal\n", 1),
            ("© Eurostat\n", 1),
        ]
    )
    func notes(_ note: String, _ count: Int) throws {
        let extract = try read(FrameConventionTests.table + note)
        #expect(counts(extract) == [0, 1, count, 3])
        #expect(try extract.values == [5, 3, 2] && extract.codes == [])
    }

    @Test("a short record at the end is a fault and no note", arguments: ["183;2013\n", "183\n"])
    func shortRecord(_ record: String) throws {
        let extract = try read(FrameConventionTests.table + record)
        #expect(extract.codes == [.fieldCount] && extract.table == nil)
        #expect(extract.summary.recordsRead == 4 && extract.summary.recordsRejected == 1)
    }
}
