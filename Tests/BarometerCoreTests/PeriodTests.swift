import BarometerCore
import BarometerTestSupport
import Testing

@Suite("Period")
struct PeriodTests {
    @Test(
        "is read in the forms that offices write",
        arguments: [
            ("2014", "2014"), ("2014H1", "2014H1"), ("2003H01", "2003H1"), ("2015-S2", "2015H2"), ("2008K1", "2008Q1"),
            ("2008Q4", "2008Q4"), ("1986KV4", "1986Q4"), ("2015-Q4", "2015Q4"), ("2014M05", "2014M05"),
            ("2015-02", "2015M02"), ("2007M01D01", "2007-01-01"), ("2015-12-31", "2015-12-31"), ("2007U01", "2007W01"),
            ("2020W53", "2020W53"), ("2015-W01", "2015W01"), ("2022W31 ", "2022W31"), ("2020:2024", "2020:2024"),
            ("1840:1849", "1840:1849"), ("2013/2014", "2013:2014"), ("2013-2014", "2013:2014"),
            ("2002U31-48", "2002W31:2002W48"), ("AUG - DEC 2019", "2019M08:2019M12"), ("2020QMAT02", "2019Q3:2020Q2"),
            ("2021 ", "2021"),
            (" 2014h2", "2014H2"), ("2016-02-29", "2016-02-29"),
        ]
    )
    func parses(_ text: String, _ machineForm: String) throws {
        let period = try #require(Period(parsing: text))
        #expect("\(period)" == machineForm)
    }

    @Test(
        "is never guessed",
        arguments: [
            "", "14", "20145", "2014H3", "2014H0", "2014H", "2014K5", "2014M13", "2014M5", "2014-13", "2015-02-30",
            "2015-2-3", "05-2014", "2014X1", "2014H1x", "03-04-1901", "12/04/1973", "2014/2013", "2024:2020", "2021W53",
            "2014W00", "2014U48-31", "DEC - AUG 2019", "AUG 2019", "2023*", "-2014", "２０１４",
        ]
    )
    func refuses(_ text: String) {
        #expect(Period(parsing: text) == nil)
    }

    @Test("half-years count as 2 * year + half - 1")
    func ordinals() {
        #expect(Period.halfYear(2010, 2).ordinal == 4021)
        #expect(Period.halfYear(2014, 2).ordinal == 4029)
        #expect(Period.halfYear(2010, 2).advanced(by: 8) == .halfYear(2014, 2))
        #expect(Period(.quarterly, year: 2014, part: 3)?.part == 3)
        #expect(Period(.monthly, year: 2014, part: 0) == nil)
        #expect(Period(.daily, year: 2014) == nil)
    }

    @Test(
        "ends in the coarser period that holds its last day",
        arguments: [
            ("2017", "2017H2"), ("2014M06", "2014H1"), ("2014M07", "2014H2"), ("2014Q2", "2014H1"),
            ("2021-11-16", "2021H2"), ("2015-06-30", "2015H1"), ("2015-07-01", "2015H2"),
        ]
    )
    func ends(_ text: String, _ halfYear: String) throws {
        #expect("\(try #require(Period(parsing: text)).ending(in: .halfYearly))" == halfYear)
    }

    @Test(
        "weeks are those of ISO 8601",
        arguments: [
            ("2015W01", "2014-12-29", "2015-01-04"), ("2020W53", "2020-12-28", "2021-01-03"),
            ("2010W01", "2010-01-04", "2010-01-10"),
            ("2024W52", "2024-12-23", "2024-12-29"),
        ]
    )
    func weeks(_ text: String, _ first: String, _ last: String) throws {
        let week = try #require(Period(parsing: text))
        #expect("\(week.firstDay)" == first && "\(week.lastDay)" == last && "\(week)" == text)
    }

    @Test(
        "spans begin with their first part",
        arguments: [
            ("2020:2024", "2020-01-01", "2024-12-31"), ("AUG - DEC 2019", "2019-08-01", "2019-12-31"),
            ("2020QMAT02", "2019-07-01", "2020-06-30"),
        ]
    )
    func spans(_ text: String, _ first: String, _ last: String) throws {
        let span = try #require(Period(parsing: text))
        #expect("\(span.firstDay)" == first && "\(span.lastDay)" == last)
    }

    @Test("days run on from 1970 and back again")
    func days() throws {
        #expect(CalendarDay(year: 1970, month: 1, day: 1)?.number == 0)
        #expect(CalendarDay(year: 2000, month: 3, day: 1)?.number == 11_017)
        #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
        var generator = SeededGenerator(seed: 1)
        var previous = CalendarDay(number: -800_001).components
        for number in stride(from: -800_000, through: 800_000, by: 37) {
            let (year, month, day) = CalendarDay(number: number).components
            #expect(CalendarDay(year: year, month: month, day: day)?.number == number)
            #expect((year, month, day) > previous)
            previous = (year, month, day)
        }
        for _ in 0..<1000 {
            let number = Int.random(in: -700_000...700_000, using: &generator)
            let (a, b) = (CalendarDay(number: number).components, CalendarDay(number: number + 1).components)
            #expect(a < b)
        }
    }

    @Test(
        "orders by the end, the longer first",
        arguments: [("2014", "2014H2"), ("2013-12-31", "2014"), ("2014H1", "2014Q3")]
    )
    func order(_ earlier: String, _ later: String) throws {
        #expect(try #require(Period(parsing: earlier)) < #require(Period(parsing: later)))
    }

    @Test("its text reads back as itself in every frequency", arguments: Frequency.allCases)
    func roundTrip(_ frequency: Frequency) {
        for ordinal in stride(from: 12_000, to: 24_500, by: 7) {
            let scaled =
                frequency == .daily || frequency == .weekly ? ordinal : ordinal * (frequency.periodsPerYear ?? 1) / 12
            let period = Period(frequency, ordinal: scaled)
            #expect(Period(parsing: "\(period)") == period)
        }
    }
}
