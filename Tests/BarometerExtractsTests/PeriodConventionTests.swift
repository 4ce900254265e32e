import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 0.11 and 2: periods in rows and in headings.
///
/// All forms of codes stand in `PeriodTests`.
@Suite("Conventions: periods in files")
struct PeriodConventionTests {
    @Test(
        "each form of the census keeps its label and is told with its frequency",
        arguments: [
            (["2023", "2024"], Frequency.annual, ["2023", "2024"]),
            (["2008K1", "2008K2"], .quarterly, ["2008Q1", "2008Q2"]),
            (["2008Q1", "2008Q2"], .quarterly, ["2008Q1", "2008Q2"]),
            (["1986KV4", "1987KV1"], .quarterly, ["1986Q4", "1987Q1"]),
            (["2014M05", "2014M06"], .monthly, ["2014M05", "2014M06"]),
            (["2020:2024", "2021:2025"], .annual, ["2020:2024", "2021:2025"]),
            (["2013/2014", "2014/2015"], .annual, ["2013:2014", "2014:2015"]),
            (["2013-2014", "2014-2015"], .annual, ["2013:2014", "2014:2015"]),
            (["1997H1", "1997H2"], .halfYearly, ["1997H1", "1997H2"]),
            (["2003H01", "2003H02"], .halfYearly, ["2003H1", "2003H2"]),
            (["2007U01", "2007U02"], .weekly, ["2007W01", "2007W02"]),
            (["2002U31-48", "2003U31-48"], .weekly, ["2002W31:2002W48", "2003W31:2003W48"]),
            (["2007M01D01", "2007M01D02"], .daily, ["2007-01-01", "2007-01-02"]),
            (["AUG - DEC 2019", "AUG - DEC 2020"], .monthly, ["2019M08:2019M12", "2020M08:2020M12"]),
            (["2015-S1", "2015-S2"], .halfYearly, ["2015H1", "2015H2"]),
            (["2015-Q3", "2015-Q4"], .quarterly, ["2015Q3", "2015Q4"]),
            (["2015-02", "2015-03"], .monthly, ["2015M02", "2015M03"]),
            (["2015-W01", "2015-W02"], .weekly, ["2015W01", "2015W02"]),
            (["2015-12-31", "2016-01-01"], .daily, ["2015-12-31", "2016-01-01"]),
            (["2020QMAT02", "2020QMAT04"], .quarterly, ["2019Q3:2020Q2", "2020Q1:2020Q4"]),
        ]
    )
    func forms(_ labels: [String], _ frequency: Frequency, _ expected: [String]) throws {
        let extract = try read("A;TID;INDHOLD\nx;\(labels[0]);1\nx;\(labels[1]);2\n")
        #expect(try extract.periods == expected)
        let time = try #require(extract.table?.time)
        #expect(time.labels == labels && time.frequency == frequency && extract.codes == [])
        #expect(extract.summary.time?.firstLabel == labels[0] && extract.summary.time?.lastLabel == labels[1])
        // The same codes as headings.
        let wide = try read("A_kode;\(labels[0]);\(labels[1])\nx;1;2\n")
        #expect(try wide.periods == expected)
        #expect(wide.summary.layout == "wide" && wide.summary.time?.column == nil)
    }

    @Test("old Eurostat headings carry a blank")
    func trailingBlank() throws {
        #expect(try read("geo\t2022W31 \t2022W30 \nDK\t1\t2\n").periods == ["2022W31", "2022W30"])
    }

    @Test(
        "time may stand first, and under any of its names",
        arguments: ["TID", "Tid", "tid", "TIME_PERIOD", "år", "Periode"]
    )
    func position(_ name: String) throws {
        let extract = try read("\(name);CIVILSTAND;INDHOLD\n2008K1;U;5\n2008K2;U;6\n")
        #expect(extract.roles == [.time, .dimension, .measure])
        #expect(extract.summary.time?.column == name)
    }

    @Test("periods are found without a name for them, years only with one")
    func unnamed() throws {
        #expect(try read("a;b;INDHOLD\n2008K1;x;5\n2008K2;x;6\n").roles == [.time, .dimension, .measure])
        #expect(try read("a;b;INDHOLD\n5100;x;5\n2008;x;6\n").roles == [.dimension, .dimension, .measure])
        let said = try read("a;b;INDHOLD\n2007;x;5\n2008;x;6\n", options: ExtractOptions(time: "a"))
        #expect(said.roles == [.time, .dimension, .measure])
    }

    @Test("a provisional year keeps its star as label, and its figures are provisional")
    func provisional() throws {
        let long = try read("A;TID;INDHOLD\nx;2022;5\nx;2023*;6\nx;2024*;..\n")
        #expect(try long.periods == ["2022", "2023", "2024"])
        #expect(try long.statuses == [.normal, .provisional, .uncertainOrConfidential])
        #expect(long.table?.time?.labels == ["2022", "2023*", "2024*"])
        let wide = try read("A_kode;2022;2023*\nx;5;6\n")
        #expect(try wide.periods == ["2022", "2023"])
        #expect(try wide.statuses == [.normal, .provisional])
    }

    @Test("frequencies do not mix, and half-years are not made from quarters")
    func mixed() throws {
        let extract = try read("A;TID;INDHOLD\nx;2014K1;1\nx;2014K2;2\nx;2014;3\n")
        #expect(extract.table == nil && extract.codes == [.mixedFrequencies])
        let quarters = try #require(try read("A;TID;INDHOLD\nx;2014K1;1\nx;2014K2;2\n").table)
        #expect(throws: StoreError.self) { try quarters.answer(to: TableQuery(periods: .every(.halfYearly))) }
        let last = try quarters.answer(to: TableQuery(periods: .every(.halfYearly), rollUp: .last))
        #expect(last.lines.map(\.sum) == [2])
    }

    @Test(
        "days without a year, with two digits of it or without signs are text and never guessed at",
        arguments: [
            "20. november", "03-04-01", "12/04/73", "20020901", "99991231", "03-04-1901 12:30:00", "1901/04/03",
        ]
    )
    func byHand(_ day: String) throws {
        let extract = try read("navn;dato;INDHOLD\nx;\(day);1\ny;\(day);2\n")
        #expect(extract.roles == [.dimension, .dimension, .measure] && extract.table?.time == nil)
        #expect(try extract.entries("dato") == [day, day])
        let named = try read("navn;TID;INDHOLD\nx;\(day);1\ny;\(day);2\n")
        #expect(named.codes == [.unreadablePeriod] && named.table == nil)
    }

    @Test("a dataset can say which period a text stands for")
    func declared() throws {
        let schema = ExtractSchema(columns: [
            ExtractSchema.Column(
                name: "ValgId",
                role: .time,
                periods: ["28": .day(try #require(CalendarDay(year: 2005, month: 2, day: 8)))]
            ), ExtractSchema.Column(name: "Sted", role: .dimension),
            ExtractSchema.Column(name: "Stemmer", role: .measure),
        ])
        #expect(try read("ValgId;Sted;Stemmer\n28;101032;1414\n", schema: schema).periods == ["2005-02-08"])
        let unknown = try read("ValgId;Sted;Stemmer\n29;101032;1414\n", schema: schema)
        #expect(unknown.codes == [.unreadablePeriod] && unknown.diagnostics[0].hint?.en.contains("28") == true)
    }
}
