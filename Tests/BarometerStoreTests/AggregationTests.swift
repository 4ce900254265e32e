import BarometerCore
import BarometerTestSupport
import Testing

import BarometerStore

@Suite("Aggregation")
struct AggregationTests {
    @Test("agrees with adding up row by row", arguments: [UInt64(1), 2, 3, 4, 5])
    func agreesWithPlainLoop(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var rows: [(codes: [String], period: String?, value: String?)] = []
        for _ in 0..<9000 {
            let codes = [
                "a\(Int.random(in: 0..<300, using: &generator))", "b\(Int.random(in: 0..<3, using: &generator))",
            ]
            let digits = Int.random(in: -999...999, using: &generator)
            let period = "201\(Int.random(in: 0..<4, using: &generator))H\(Int.random(in: 1...2, using: &generator))"
            rows.append((codes, period, Int.random(in: 0..<20, using: &generator) == 0 ? nil : "\(digits).5"))
        }
        let table = makeTable(["A", "B"], rows)
        let selection = try table.selection(of: "B", values: ["b0", "b2"])
        let result = try table.answer(
            to: TableQuery(selections: [selection], by: [0], periods: .every(.annual), rollUp: .sum)
        )
        var expected: [String: (sum: Double, count: Int, missing: Int)] = [:]
        for row in rows where row.codes[1] != "b1" {
            let key = row.codes[0] + "/" + (row.period ?? "").prefix(4)
            let value = row.value.flatMap(Double.init)
            expected[key, default: (0, 0, 0)].sum += value ?? 0
            expected[key, default: (0, 0, 0)].count += value == nil ? 0 : 1
            expected[key, default: (0, 0, 0)].missing += value == nil ? 1 : 0
        }
        #expect(result.lines.count == expected.count)
        for line in result.lines {
            let key = table.dimensions[0].entries[line.entries[0]].code + "/\(line.period?.year ?? 0)"
            let figures = try #require(expected[key])
            #expect(line.count == figures.count && line.missing == figures.missing)
            #expect(line.sum == (figures.count == 0 ? nil : figures.sum))
        }
    }

    @Test("keeps a group of missing values and says why")
    func missingGroup() throws {
        let table = makeTable(["A"], [(["x"], "2014", nil), (["y"], "2014", "3")])
        let lines = try table.answer(to: TableQuery(by: [0])).lines
        #expect(lines.map(\.sum) == [nil, 3])
        #expect(lines[0].missing == 1)
        #expect(lines[0].reason == .uncertainOrConfidential)
        #expect(lines[0].mean == nil && lines[0].minimum == nil)
    }

    @Test("a sum beyond 64 bits is an error, in other groups it is not")
    func overflow() throws {
        let big = "900000000000000000"
        let rows = (0..<11).map { _ in (codes: ["x"], period: "2014" as String?, value: big as String?) }
        let table = makeTable(["A"], rows + [(["y"], "2014", "1")])
        #expect(throws: StoreError.self) { try table.answer(to: TableQuery(by: [0])) }
        let small = try table.selection(of: "A", values: ["y"])
        #expect(try table.answer(to: TableQuery(selections: [small])).lines.map(\.sum) == [1])
    }

    @Test("totals are not added to their parts, and a note says so")
    func totals() throws {
        let table = makeTable(["KØN"], [(["TOT"], "2014", "10"), (["1"], "2014", "4"), (["2"], "2014", "6")])
        let result = try table.answer(to: TableQuery())
        #expect(result.lines.map(\.sum) == [10])
        #expect(result.notes.map(\.code) == [.totalsLeftOut])
        let total = try table.selection(of: "KØN", values: ["TOT"])
        #expect(try table.answer(to: TableQuery(selections: [total])).notes == [])
        #expect(try table.answer(to: TableQuery(by: [0])).lines.count == 3)
        let onlyTotals = makeTable(["KØN"], [(["TOT"], "2014", "10")])
        #expect(try onlyTotals.answer(to: TableQuery()).lines.map(\.sum) == [10])
    }

    @Test("finer periods become one as it is said, and never unsaid")
    func rollUp() throws {
        let months = (1...6).map { (codes: ["x"], period: "2014M0\($0)" as String?, value: "\($0)" as String?) }
        let table = makeTable(["A"], months)
        let half = TableQuery.Periods.every(.halfYearly)
        #expect(throws: StoreError.self) { try table.answer(to: TableQuery(periods: half)) }
        #expect(try table.answer(to: TableQuery(periods: half, rollUp: .sum)).lines.map(\.sum) == [21])
        #expect(try table.answer(to: TableQuery(periods: half, rollUp: .mean)).lines.map(\.sum) == [3.5])
        #expect(try table.answer(to: TableQuery(periods: half, rollUp: .last)).lines.map(\.sum) == [6])
        #expect(
            try table.answer(to: TableQuery(periods: half, rollUp: .last)).lines.map(\.period) == [.halfYear(2014, 1)]
        )
        #expect(throws: StoreError.self) {
            try makeTable(["A"], [(["x"], "2014", "1")]).answer(to: TableQuery(periods: half))
        }
        let year = try table.answer(to: TableQuery(periods: .every(.annual), rollUp: .sum))
        #expect(year.notes.map(\.severity) == [.warning])
        #expect(try table.answer(to: TableQuery(periods: .together, rollUp: .sum)).lines.map(\.period) == [nil])
    }

    @Test("a mean is that of the single values, also over periods")
    func means() throws {
        let rows = [("a", "2014M01", "1"), ("b", "2014M01", "2"), ("a", "2014M02", "3")]
        let table = makeTable(["A"], rows.map { ([$0.0], $0.1, $0.2) })
        let half = TableQuery(periods: .every(.halfYearly), rollUp: .mean)
        let line = try #require(try table.answer(to: half).lines.first)
        #expect(line.sum == 3 && line.count == 3 && line.mean == 2)
    }

    @Test("what must be known of a sum is told: missing cells, figures that do not add up, half periods")
    func remarks() throws {
        let missing = makeTable(["A"], [(["x"], "2014", "1"), (["y"], "2014", nil)])
        #expect(try missing.answer(to: TableQuery()).notes.map(\.code) == [.missingLeftOut])
        let percent = makeTable(["A"], [(["x"], "2014", "5"), (["y"], "2014", "6")], unit: .percent)
        #expect(try percent.answer(to: TableQuery()).notes.map(\.code) == [.notAdditive])
        #expect(try percent.answer(to: TableQuery(by: [0])).notes == [])
        let month = makeTable(["A"], [(["x"], "2014M01", "1")])
        #expect(
            try month.answer(to: TableQuery(periods: .every(.halfYearly), rollUp: .sum)).notes.map(\.code) == [
                .incompletePeriod
            ]
        )
    }

    @Test("periods are selected by their label, their machine form, or a longer period")
    func periodSelection() throws {
        let table = makeTable(["A"], [(["x"], "2014K1", "1"), (["x"], "2014K4", "2"), (["x"], "2015K1", "4")])
        func sums(_ values: [String], excluding: Bool = false) throws -> [Double?] {
            let selection = try table.selection(of: "TID", values: values, excluding: excluding)
            return try table.answer(to: TableQuery(selections: [selection])).lines.map(\.sum)
        }
        #expect(try sums(["2014K1"]) == [1])
        #expect(try sums(["2014Q4", "2015K1"]) == [2, 4])
        #expect(try sums(["2014"]) == [1, 2])
        #expect(try sums(["2014"], excluding: true) == [4])
        #expect(throws: StoreError.self) { try sums(["2016"]) }
        #expect(throws: StoreError.self) { try sums(["2014M01"]) }
    }

    @Test("far more possible groups than found ones are no trouble; too many found ones are refused")
    func manyGroups() throws {
        let rows = (0..<5000).map { (codes: ["a\($0)", "b\($0)"], period: "2014" as String?, value: "1" as String?) }
        let table = makeTable(["A", "B"], rows)
        let lines = try table.answer(to: TableQuery(by: [0, 1])).lines
        #expect(lines.count == 5000 && lines.allSatisfy { $0.sum == 1 && $0.entries[0] == $0.entries[1] })
        var limits = AggregationLimits()
        limits.found = 4999
        let error = #expect(throws: StoreError.self) {
            _ = try table.answer(to: TableQuery(by: [0, 1]), limits: limits)
        }
        #expect(error?.diagnostics.first?.message.en.contains("4999") == true)
        #expect(throws: StoreError.self) { _ = try table.answer(to: TableQuery(by: [0, 1, 0, 1, 0, 1])) }
    }

    @Test("an unknown name is told with the nearest one")
    func unknownName() {
        let table = makeTable(["OMRÅDE"], [(["København"], "2014", "1")])
        let dimension = #expect(throws: StoreError.self) { try table.selection(of: "OMRADE", values: ["x"]) }
        #expect(dimension?.diagnostics.first?.hint?.en == "did you mean \"OMRÅDE\"?")
        let values = #expect(throws: StoreError.self) {
            try table.selection(of: "OMRÅDE", values: ["Kobenhavn", "Xyzxyzxyzxyz"])
        }
        #expect(values?.diagnostics.count == 2)
    }
}

@Suite("Comparison")
struct ComparisonTests {
    private let table = makeTable(
        ["HERKOMST", "STATUS"],
        [
            (["25", "LEDIG"], "2010H2", "4800"), (["25", "STYRKE"], "2010H2", "30000"),
            (["1", "LEDIG"], "2010H2", "13500"), (["1", "STYRKE"], "2010H2", "250000"),
            (["25", "LEDIG"], "2011H1", "4950"), (["25", "STYRKE"], "2011H1", "30000"),
            (["1", "LEDIG"], "2011H1", "5"), (["1", "STYRKE"], "2011H1", "0"),
        ]
    )

    @Test("a gap of rates comes from counts, and a zero denominator has none")
    func gapOfRates() throws {
        let result = try table.answer(
            to: Comparison(
                TableQuery(),
                rate: (
                    [try table.selection(of: "STATUS", values: ["LEDIG"])],
                    [try table.selection(of: "STATUS", values: ["STYRKE"])]
                ),
                gap: (
                    try table.selection(of: "HERKOMST", values: ["25"]),
                    try table.selection(of: "HERKOMST", values: ["1"])
                )
            )
        )
        #expect(result.lines.map(\.period) == [.halfYear(2010, 2), .halfYear(2011, 1)])
        #expect(abs(try #require(result.lines[0].figure) - 10.6) < 1e-12)
        #expect(result.lines[1].figure == nil)
    }

    @Test("a group that only one side has stays without a figure")
    func oneSided() throws {
        let table = makeTable(
            ["A", "B"],
            [
                (["x", "1"], "2014", "5"), (["x", "2"], "2014", "3"), (["y", "1"], "2014", "7"),
                (["z", "2"], "2014", "1"),
            ]
        )
        let gap = (try table.selection(of: "B", values: ["1"]), try table.selection(of: "B", values: ["2"]))
        let result = try table.answer(to: Comparison(TableQuery(by: [0]), gap: (gap.0, gap.1)))
        #expect(result.lines.map(\.figure) == [2, nil, nil])
        #expect(result.lines.map { table.dimensions[0].entries[$0.entries[0]].code } == ["x", "y", "z"])
    }
}

@Suite("As of")
struct AsOfTests {
    @Test("each observation is read in the latest vintage that was known")
    func latestVintage() throws {
        let table = makeTable(
            ["A"],
            [(["x"], "2011", "25"), (["x"], "2011", "26"), (["x"], "2014", "26"), (["x"], "2010", "24")],
            vintages: ["2012", "2015-06-01", "2015-06-01", ""]
        )
        func sums(_ day: String?) throws -> [String: Double?] {
            let date = try day.map { try #require(Period(parsing: $0)).lastDay }
            let lines = try table.known(on: date).answer(to: TableQuery()).lines
            return Dictionary(uniqueKeysWithValues: lines.map { ("\($0.period ?? .year(0))", $0.sum) })
        }
        #expect(try sums("2013") == ["2010": 24, "2011": 25])
        #expect(try sums("2015-05-31") == ["2010": 24, "2011": 25])
        #expect(try sums("2015-06-01") == ["2010": 24, "2011": 26, "2014": 26])
        #expect(try sums(nil) == ["2010": 24, "2011": 26, "2014": 26])
        #expect(try sums("2009") == [:])
    }

    @Test("two spellings of one period are one observation")
    func spellings() throws {
        let table = makeTable(
            ["A"],
            [(["x"], "2013H2", "10"), (["x"], "2013-S2", "12")],
            vintages: ["2014-01", "2014-06"]
        )
        #expect(try table.known(on: nil).answer(to: TableQuery()).lines.map(\.sum) == [12])
        let same = makeTable(["A"], [(["x"], "2013H2", "10"), (["x"], "2013-S2", "12")])
        #expect(same.repeatedRows.map(\.row) == [1])
    }

    @Test("later vintages never change an earlier answer, and the order of arrival is irrelevant")
    func appendOnly() throws {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<200 {
            var rows: [(codes: [String], period: String?, value: String?)] = []
            var vintages: [String] = []
            for year in 2010...2013 {
                for vintage in 2014...2018 where Bool.random(using: &generator) {
                    rows.append((["x"], "\(year)", "\(Int.random(in: 0..<100, using: &generator))"))
                    vintages.append("\(vintage)")
                }
            }
            guard !rows.isEmpty else { continue }
            let day = try #require(CalendarDay(year: 2016, month: 12, day: 31))
            let answer = { (table: Table) in
                try table.known(on: day).answer(to: TableQuery()).lines.map {
                    "\($0.period ?? .year(0)) \($0.sum ?? -1)"
                }
            }
            let known = rows.indices.filter { (Int(vintages[$0]) ?? 0) <= 2016 }
            let earlier = makeTable(["A"], known.map { rows[$0] }, vintages: known.map { vintages[$0] })
            let order = rows.indices.shuffled(using: &generator)
            let shuffled = makeTable(["A"], order.map { rows[$0] }, vintages: order.map { vintages[$0] })
            let expected = known.isEmpty ? [] : try answer(earlier)
            #expect(try answer(makeTable(["A"], rows, vintages: vintages)) == expected)
            #expect(try answer(shuffled) == expected)
        }
    }
}
