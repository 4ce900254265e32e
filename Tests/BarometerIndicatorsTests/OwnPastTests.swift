import BarometerCore
import BarometerIndicators
import BarometerStore
import Testing

private func series() throws -> [String: Dataset] {
    byID(
        try Dataset(
            "halv",
            "TID;INDHOLD\n2010H1;40\n2010H2;50\n2011H1;44\n2011H2;..\n2012H1;60\n2013H1;66\n",
            unit: .percent
        ),
        try Dataset("valg", "TID;INDHOLD\n2013-11-19;61.2\n2017-11-21;61.8\n2021-11-16;60.0\n", unit: .percent),
        try Dataset("nul", "TID;INDHOLD\n2010;0\n2011;-4\n2012;..\n2013;5\n2014;6\n", unit: .count),
        try Dataset("uger", "TID;INDHOLD\n2019W52;3\n2020W52;5\n2020W53;6\n2021W01;8\n", unit: .count),
        try Dataset("vindue", "TID;INDHOLD\n2010:2014;70\n2011:2015;71\n2015:2019;75\n", unit: .other("år"))
    )
}

/// Figures with their periods, `-` where a figure is missing.
private func told(_ text: String) throws -> [String] {
    try result(text, series()).series.observations.map { observation in
        "\(observation.period) " + (observation.value.map { NumberText.forMachines($0, decimals: 6) } ?? "-")
    }
}

@Suite("change and index")
struct OwnPastTests {
    @Test("a change is counted from so many periods before, where there are figures")
    func change() throws {
        #expect(try told("change(halv)") == ["2010H2 10", "2011H1 -6", "2011H2 -", "2012H1 -"])
        #expect(try told("change(halv, 1)") == told("change(halv)"))
        #expect(try told("change(halv, 2)") == ["2011H1 4", "2011H2 -", "2012H1 16", "2013H1 6"])
        #expect(try told("change(halv, year)") == told("change(halv, 2)"))
        #expect(try told("change(halv, previous)") == ["2010H2 10", "2011H1 -6", "2011H2 -", "2012H1 -", "2013H1 6"])
        #expect(try told("change(halv, 99)") == [])
        #expect(try told("change(valg, previous)") == ["2017-11-21 0.6", "2021-11-16 -1.8"])
        #expect(try told("change(valg, 1463)") == ["2017-11-21 0.6"])
        #expect(try told("change(uger, 53)") == ["2020W53 3"])
        #expect(try told("change(uger)") == ["2020W53 1", "2021W01 2"])
        #expect(try told("change(vindue)") == ["2011:2015 1"])
        #expect(try told("change(vindue, 5)") == ["2015:2019 5"])
    }

    @Test("a change of percent is in percentage points, and why a figure is missing stays known")
    func units() throws {
        let change = try result("change(halv)", series()).series
        #expect(change.unit == .percentagePoints)
        #expect(change.observations.map(\.status).suffix(2) == [.uncertainOrConfidential, .uncertainOrConfidential])
        #expect(try result("change(change(halv))", series()).series.unit == .percentagePoints)
        #expect(try result("change(nul)", series()).series.unit == .count)
        #expect(
            try result("change(valg, previous) + change(valg, previous)", series()).series.unit == .percentagePoints
        )
        let index = try result("index(halv, 2010H2)", series()).series
        #expect(index.unit == .other("index") && index.decimals == 1)
    }

    @Test("an index is 100 at its base, in whatever form the period is written")
    func index() throws {
        let expected = ["2010H1 80", "2010H2 100", "2011H1 88", "2011H2 -", "2012H1 120", "2013H1 132"]
        for base in ["2010H2", "2010h2", "\"2010-S2\""] { #expect(try told("index(halv, \(base))") == expected) }
        #expect(try told("index(valg, 2017-11-21)")[1] == "2017-11-21 100")
        #expect(try told("index(vindue, 2010:2014)").first == "2010:2014 100")
        #expect(try told("change(index(halv, 2010H2))").first == "2010H2 20")
    }

    @Test(
        "without a base above zero all of the index is missing, with a warning at the base and a way out",
        arguments: [
            ("index(nul, 2010)", ObservationStatus.cannotOccur, "2013"), ("index(nul, 2011)", .cannotOccur, "2013"),
            ("index(nul, 2012)", .uncertainOrConfidential, "2013"),
            ("index(nul[TID!=2014], 2014)", .notAvailable, "2013"),
            ("index(nul[TID=2010|2011], 2010)", .cannotOccur, "no period"),
        ]
    )
    func noBase(_ text: String, _ status: ObservationStatus, _ hint: String) throws {
        let found = try result(text, series())
        let warning = try #require(found.warnings.first)
        #expect(found.warnings.count == 1 && warning.code == .missingReference && warning.severity == .warning)
        #expect(warning.excerpt?.marked.count == 4 && warning.hint?.en.contains(hint) == true)
        for observation in found.series.observations {
            #expect(observation.value == nil)
            #expect(observation.status == (observation.period == .year(2012) ? .uncertainOrConfidential : status))
        }
    }

    @Test("before the base was known there is no index, and nothing is told of it on other days")
    func asOf() throws {
        let text = "VINTAGE;TID;INDHOLD\n2012-01-01;2010;50\n2011-01-01;2011;60\n"
        let data = byID(try Dataset("d", text, unit: .count))
        let early = try result("index(d, 2010)", data, asOf: CalendarDay(year: 2011, month: 6, day: 1))
        #expect(early.series.observations.map(\.value) == [nil] && early.warnings.count == 1)
        let late = try result("index(d, 2010)", data)
        #expect(agree(late.series.observations.map(\.value), [100, 120]) && late.warnings.isEmpty)
    }
}
