import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 2 and 4: days as people and spreadsheets write them, decided over the whole column.
@Suite("Conventions: days as people write them")
struct WrittenDayConventionTests {
    private func file(_ name: String, _ days: [String]) -> String {
        "navn;\(name);INDHOLD\n" + days.enumerated().map { "p\($0.offset);\($0.element);1\n" }.joined()
    }

    private func schema(_ role: ExtractSchema.Role = .time) -> ExtractSchema {
        ExtractSchema(columns: [
            ExtractSchema.Column(name: "navn", role: .dimension), ExtractSchema.Column(name: "dag", role: role),
            ExtractSchema.Column(name: "INDHOLD", role: .measure),
        ])
    }

    @Test(
        "one part over 12 anywhere in the column shows the order; dashes and points have the day first without",
        arguments: [
            (["03-04-1901", "04-05-1901"], ["1901-04-03", "1901-05-04"], DayOrder.dayFirst),
            (["01.02.2020", "31.12.9999"], ["2020-02-01", "9999-12-31"], .dayFirst),
            (["1.2.2020", "12.10.2020"], ["2020-02-01", "2020-10-12"], .dayFirst),
            (["04-03-1901", "12-31-1901"], ["1901-04-03", "1901-12-31"], .monthFirst),
            (["04/03/1973", "25/12/1973"], ["1973-03-04", "1973-12-25"], .dayFirst),
            (["12/25/1973", "04/03/1973"], ["1973-12-25", "1973-04-03"], .monthFirst),
            (["4/3/1973", "12/25/1973"], ["1973-04-03", "1973-12-25"], .monthFirst),
            (["29-02-2020"], ["2020-02-29"], .dayFirst),
            (["03-04-1901 00:00:00", "04-05-1901 00:00:00"], ["1901-04-03", "1901-05-04"], .dayFirst),
            (["12/25/1973 0:00", "4/3/1973 0:00"], ["1973-12-25", "1973-04-03"], .monthFirst),
            (["03-04-1901*", " 04-05-1901"], ["1901-04-03", "1901-05-04"], .dayFirst),
        ]
    )
    func decided(_ days: [String], _ expected: [String], _ order: DayOrder) throws {
        for name in ["dato", "opgjort", "TID"] {
            let extract = try read(file(name, days))
            #expect(extract.roles == [.dimension, .time, .measure] && extract.codes == [])
            #expect(try extract.periods == expected)
            #expect(extract.table?.time?.labels == days && extract.table?.time?.frequency == .daily)
            #expect(extract.summary.time?.dayOrder == order && extract.summary.time?.column == name)
        }
        let declared = try read(file("dag", days), schema: schema())
        #expect(try declared.periods == expected)
    }

    @Test("the days of ISO 8601 go on as they did, and may carry the midnight of a database")
    func iso() throws {
        let plain = try read(file("dato", ["1920-09-06", "1920-09-07"]))
        #expect(try plain.periods == ["1920-09-06", "1920-09-07"])
        #expect(plain.summary.time?.dayOrder == nil)
        let timed = try read(file("dato", ["1920-09-06 00:00:00", "1920-12-13 00:00:00"]))
        #expect(try timed.periods == ["1920-09-06", "1920-12-13"])
        #expect(timed.summary.time?.dayOrder == nil)
    }

    @Test("03/04 alone cannot be decided: a bare file keeps text and says so, a column of periods asks")
    func undecidable() throws {
        let days = ["03/04/1973", "12/04/1973"]
        for name in ["opgjort", "dato", "TID"] {
            let bare = try read(file(name, days))
            #expect(bare.roles == [.dimension, .dimension, .measure] && bare.codes == [.undecidableDays])
            #expect(try bare.entries(name) == days)
            let note = try #require(bare.diagnostics.first)
            #expect(note.severity == .note && note.count == 2)
            #expect(note.location?.line == 2 && note.location?.column == 4 && note.location?.cell == "B2")
            #expect(note.hint?.en.contains("--dates dmy") == true)
        }
        for (schema, options) in [(schema(), ExtractOptions()), (nil, ExtractOptions(time: "dag"))] {
            let asked = try read(file("dag", days), schema: schema, options: options)
            #expect(asked.table == nil && asked.codes == [.undecidableDays])
            #expect(asked.diagnostics.first?.severity == .error && asked.diagnostics.first?.count == 2)
            #expect(asked.summary.recordsRejected == 2)
        }
    }

    @Test("what a person says decides, also against the custom")
    func said() throws {
        let monthFirst = ExtractOptions(dates: .monthFirst)
        #expect(try read(file("a", ["03/04/1973"]), options: monthFirst).periods == ["1973-03-04"])
        #expect(try read(file("a", ["03-04-1973"]), options: monthFirst).periods == ["1973-03-04"])
        let dayFirst = ExtractOptions(dates: .dayFirst)
        #expect(try read(file("dag", ["03/04/1973"]), schema: schema(), options: dayFirst).periods == ["1973-04-03"])
        let wrong = try read(file("dag", ["03/04/1973", "12/25/1973"]), schema: schema(), options: dayFirst)
        #expect(wrong.codes == [.unreadablePeriod] && wrong.diagnostics.first?.location?.line == 3)
    }

    @Test(
        "a day that breaks the order of its column, or that no calendar has, is a fault with its place",
        arguments: [
            (["03/04/1973", "25/12/1973", "12/25/1973", "25/12/1974"], 4, "12/25/1973"),
            (["12/25/1973", "25/12/1973", "12/25/1974"], 3, "25/12/1973"),
            (["12-25-1973", "25-12-1973", "26-12-1973"], 2, "12-25-1973"),
            (["01-01-2020", "31-02-2020"], 3, "31-02-2020"), (["01.01.2019", "29.02.2019"], 3, "29.02.2019"),
            (["01.01.2019", "00.01.2019"], 3, "00.01.2019"), (["01-01-2019", "01.02.2019"], 3, "01.02.2019"),
            (["01-01-2019", "01-02-2019", "01-02-2019 00:00:00"], 4, "01-02-2019 00:00:00"),
            (["01-01-2019", "01-02-19"], 3, "01-02-19"),
        ]
    )
    func faults(_ days: [String], _ line: Int, _ text: String) throws {
        for (name, schema) in [("dag", schema()), ("dato", nil)] {
            let extract = try read(file(name, days), schema: schema)
            #expect(extract.table == nil && extract.codes == [.unreadablePeriod])
            let fault = try #require(extract.diagnostics.first)
            #expect(fault.location?.line == line && fault.location?.column == 4 && fault.count == 1)
            #expect(fault.message.en.contains("\"\(text)\"") && fault.hint != nil)
        }
        // Under any other name such a column is text, as it is for all periods.
        let unnamed = try read(file("opgjort", days))
        #expect(unnamed.roles == [.dimension, .dimension, .measure] && unnamed.codes == [])
    }

    @Test("a midnight that only some have, and any other time, leave text")
    func times() throws {
        for days in [
            ["01-01-2019 00:00:00", "01-02-2019 0:00"], ["01-01-2019 08:00:00"], ["1920-09-06 00:00:00", "x"],
        ] {
            #expect(try read(file("opgjort", days)).roles == [.dimension, .dimension, .measure])
            #expect(try read(file("dag", days), schema: schema()).table == nil)
        }
    }

    @Test(
        "what only looks like days stays text",
        arguments: [
            ["01.02.2020", "01.02.2020a"], ["1.2.0003", "1.2.0004"], ["01-02-2020", "5100"], ["1.2.3", "1.2.4"],
            ["101.02.2020"], ["01-02.2020"], ["01-02-2020", ""], ["2014", "01-02-2020"],
        ]
    )
    func lookalikes(_ texts: [String]) throws {
        let extract = try read(file("nr", texts))
        #expect(extract.roles == [.dimension, .dimension, .measure] && extract.codes == [])
        #expect(try extract.entries("nr") == texts)
    }

    @Test("the day on which figures became known may be written so too")
    func vintages() throws {
        let extract = try read(file("dag", ["03-04-1901", "04-05-1901", ""]), schema: schema(.vintage))
        let days = [(1901, 4, 3), (1901, 5, 4)].compactMap { CalendarDay(year: $0, month: $1, day: $2) }
        #expect(extract.table?.vintages?.vintages == days.map(Vintage.known) + [.unknown])
        #expect(try read(file("dag", ["03/04/1901"]), schema: schema(.vintage)).codes == [.undecidableDays])
    }
}
