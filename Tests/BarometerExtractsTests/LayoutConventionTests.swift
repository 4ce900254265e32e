import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 0.8, 0.9, 4 and 5: where the observations stand.
@Suite("Conventions: layouts")
struct LayoutConventionTests {
    @Test("election, topic and class in a heading stay one code each, also of several elections side by side")
    func electionHeadings() throws {
        let income = "EV2024 - Husstandsindkomster fordelt på afstemningsområder_150.000 - 199.999 kr."
        let cast = "FV2022 - Afgivne stemmer"
        let extract = try read(
            "\u{FEFF}\"ValgstedId\";\"KredsNr\";\"\(income)\";\"\(cast)\"\r\n\"101032\";\"1\";\"940,66\";\"-\"\r\n\"101033\";\"1\";\"12,5\";\"7\""
        )
        #expect(extract.summary.layout == "wide" && extract.summary.observations == 4)
        #expect(extract.roles == [.dimension, .dimension, .measure, .measure])
        #expect(try extract.entries("variable") == [income, cast, income, cast])
        #expect(try extract.values == [940.66, nil, 12.5, 7])
    }

    @Test("Topic_Class and Topic_Sub_Class; the same class spelt twice is two columns")
    func classes() throws {
        let names = ["B_Kvinder 0-4 år_03. Tyrkiet", "B_Kvinder 0-4 år_01. Danmark", "B_Kvinder 0-4 år_01.Danmark"]
        let extract = try read(
            "\"Sted_nr\";\"\(names.joined(separator: "\";\""))\"\n\"1\";\"2,5\";\"3\";\"-\"\n\"2\";\"1\";\"4\";\"-\"\n"
        )
        #expect(try extract.entries("variable") == names + names)
        #expect(try extract.values == [2.5, 3, nil, 1, 4, nil])
        #expect(extract.codes == [.markersRead])
    }

    @Test("a heading that stands twice is told")
    func repeatedHeading() throws {
        let extract = try read("sted;antal mænd;antal mænd\nx;1;2\ny;3;4\n")
        #expect(extract.codes.contains(.duplicateColumn))
    }

    @Test("the StatBank's page: a title over two lines, a stub that steps to the right, one heading line")
    func stepped() throws {
        let extract = try read(
            """
            "Population at the first day of the quarter by region, time, marital",,,,,,
            "status, age and sex",,,,,,
            ,,,,,,
             , , , ,Total,Men,Women
            All Denmark,,,,,,
             ,2025Q4,,,,,
             , ,Never married,,,,
             , , ,0 years,59356,30555,28801
             , , ,1 year,58123,29900,28223
             , ,Widowed,,,,
             , , ,90 years,..,1000,-
            Copenhagen,,,,,,
             ,2025Q4,,,,,
             , ,Never married,,,,
             , , ,0 years,9000,4600,4400

            """
        )
        #expect(extract.summary.layout == "stepped" && extract.summary.preambleLines == 3)
        #expect(extract.summary.observations == 12 && extract.summary.recordsRead == 11)
        let table = try #require(extract.table)
        #expect(table.dimensions.map(\.name) == ["level1", "level3", "level4", "variable"])
        #expect(table.time?.labels == ["2025Q4"])
        #expect(
            try extract.entries("level1") == Array(repeating: "All Denmark", count: 9)
                + Array(repeating: "Copenhagen", count: 3)
        )
        #expect(try extract.entries("level3")[6] == "Widowed" && extract.entries("level4")[6] == "90 years")
        #expect(try extract.values == [59356, 30555, 28801, 58123, 29900, 28223, nil, 1000, nil, 9000, 4600, 4400])
        #expect(try extract.statuses[6] == .uncertainOrConfidential)
    }

    @Test("the StatBank's page with two heading lines and a note with the source behind the data")
    func steppedWithTwoHeadings() throws {
        let extract = try read(LayoutConventionTests.page(outer: " , ,2024K1,2024K1,2024K2,2024K2"))
        #expect(extract.summary.headerLines == 2 && extract.summary.footnoteLines == 1)
        #expect(extract.summary.layout == "stepped" && extract.summary.observations == 12)
        #expect(try extract.values == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
        #expect(extract.names.suffix(4) == ["2024K1 Men", "2024K1 Women", "2024K2 Men", "2024K2 Women"])
    }

    @Test("an outer heading that stands once over several columns leaves names that repeat, which is told")
    func spanningHeadingIsTold() throws {
        let extract = try read(LayoutConventionTests.page(outer: " , ,2024K1,,2024K2,"))
        #expect(extract.codes.contains(.duplicateColumn))
    }

    /// A page of the StatBank with a heading of two lines.
    private static func page(outer: String) -> String {
        """
        "Population",,,,,
        ,,,,,
        \(outer)
         , ,Men,Women,Men,Women
        All Denmark,,,,,
         ,0 years,1,2,3,4
         ,1 year,5,6,7,8
         ,2 years,9,10,11,12
        "Source: Statistics Denmark",,,,,

        """
    }

    @Test("StatBank with a variable in the head: a class to a column, periods in rows")
    func variableInHead() throws {
        let extract = try read("OMRÅDE;TID;Mænd;Kvinder\r\nHele landet;2024K1;2,5;3\r\nHele landet;2024K2;4;5\r\n")
        #expect(extract.roles == [.dimension, .time, .measure, .measure] && extract.summary.layout == "wide")
        #expect(try extract.periods == ["2024Q1", "2024Q1", "2024Q2", "2024Q2"])
        #expect(try extract.entries("variable") == ["Mænd", "Kvinder", "Mænd", "Kvinder"])
    }

    @Test("the count of polling-area files as TAB columns: names and party letters")
    func finalCount() throws {
        let extract = try read(
            "\"Afstemningsområde\"\t\"Opstillingskreds\"\t\"Stemmeberettigede\"\t\"A\"\t\"Ø\"\n"
                + "\"7. Nord\"\t\"Brønshøj\"\t2270\t300\t54\n\"Sundby\"\t\"Amager\"\t7103\t900\t664\n"
        )
        #expect(extract.summary.format == .tsv && extract.summary.layout == "wide")
        #expect(try extract.entries("Afstemningsområde").first == "7. Nord")
        #expect(try extract.values == [2270, 300, 54, 7103, 900, 664])
    }
}
