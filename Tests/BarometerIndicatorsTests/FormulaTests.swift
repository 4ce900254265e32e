import BarometerCore
import BarometerIndicators
import BarometerStore
import Testing

private func workforce() throws -> [String: Dataset] {
    byID(
        try Dataset(
            "styrke",
            """
            HERKOMST;STATUS;TID;INDHOLD
            25;LEDIG;2010H2;3000
            25;STYRKE;2010H2;20000
            35;LEDIG;2010H2;1800
            35;STYRKE;2010H2;10000
            1;LEDIG;2010H2;13500
            1;STYRKE;2010H2;250000
            25;LEDIG;2011H1;..
            25;STYRKE;2011H1;20000
            35;LEDIG;2011H1;1800
            35;STYRKE;2011H1;10000
            1;LEDIG;2011H1;0
            1;STYRKE;2011H1;0
            """,
            unit: .count
        ),
        try Dataset("job", "OMRÅDE;TID;INDHOLD\n101;2023;29\n000;2023;35\n", unit: .percent)
    )
}

@Suite("Formula")
struct FormulaTests {
    @Test("groups are joined by their counts, never by their rates")
    func rateOfUnion() throws {
        let text = "rate(styrke[HERKOMST=25|35, STATUS=LEDIG], styrke[HERKOMST=25|35, STATUS=STYRKE])"
        let series = try result(text, workforce()).series
        #expect(series.observations.map(\.value) == [16, nil])
        #expect(series.unit == .percent && series.decimals == 1)
        #expect(series.observations[1].status == .uncertainOrConfidential)
        let sums = """
            rate(styrke[HERKOMST=25, STATUS=LEDIG] + styrke[HERKOMST=35, STATUS=LEDIG],
            styrke[HERKOMST=25, STATUS=STYRKE] + styrke[HERKOMST=35, STATUS=STYRKE])
            """
        #expect(try result(sums, workforce()).series.observations == series.observations)
    }

    @Test("a group that lacks a row of a code named is missing, not smaller")
    func absentRow() throws {
        let text = "HERKOMST;STATUS;TID;INDHOLD\n25;STYRKE;2010;9\n25;LEDIG;2010;3\n35;LEDIG;2010;4\n25;LEDIG;2011;3\n"
        let data = byID(try Dataset("d", text, unit: .count))
        #expect(try values("d[HERKOMST=25|35, STATUS=LEDIG]", data) == [7, nil])
        #expect(try values("d[HERKOMST=25, STATUS=LEDIG]", data) == [3, 3])
        #expect(try values("d[HERKOMST=25|25, STATUS=LEDIG]", data) == [3, 3])
        #expect(try values("d[STATUS!=STYRKE]", data) == [7, 3])
    }

    @Test(
        "figures and numbers are combined",
        arguments: [
            ("gap(job[OMRÅDE=101], job[OMRÅDE=000])", -6), ("job[OMRÅDE=101] - job[OMRÅDE=000]", -6),
            ("2 * job[OMRÅDE=101]", 58), ("job[OMRÅDE=101] / job[OMRÅDE=000]", 29.0 / 35),
            ("job.INDHOLD[OMRÅDE=\"101\"]", 29), ("job[OMRÅDE=101]/0.5", 58), ("100 - job[OMRÅDE=101]", 71),
            ("(200 / 2) - job[OMRÅDE=101]", 71), ("-gap(job[OMRÅDE=101], job[OMRÅDE=000])", 6),
            ("-2 * gap(job[OMRÅDE=101], job[OMRÅDE=000])", 12), ("job[OMRÅDE=101] * -1 / (2 + 3 * 4)", -29.0 / 14),
            ("job.\"INDHOLD\"[\"OMRÅDE\"=101]", 29), ("2 - 3 * 4 + 110 - job[OMRÅDE=101]", 71),
        ] as [(String, Double)]
    )
    func arithmetic(_ text: String, _ expected: Double) throws {
        #expect(agree(try values(text, workforce()), [expected], tolerance: 1e-12))
    }

    @Test("a rate with denominator zero has no figure, and neither has a quotient")
    func zeroDenominator() throws {
        let (part, whole) = ("styrke[HERKOMST=1, STATUS=LEDIG]", "styrke[HERKOMST=1, STATUS=STYRKE]")
        for text in ["rate(\(part), \(whole))", "100 * (\(part) / \(whole))", "\(whole) / 5 / \(part)"] {
            let series = try result(text, workforce()).series
            #expect(series.observations.map { $0.value == nil } == [false, true], "\(text)")
            #expect(series.observations[1].status == .cannotOccur, "\(text)")
        }
    }

    @Test("what is known of a figure goes with it: provisional figures make provisional ones")
    func status() throws {
        let text = "A;TID;INDHOLD\nx;2010;4*\ny;2010;2\nx;2011;...\ny;2011;3\nx;2012;3\n"
        let data = byID(try Dataset("d", text, unit: .count))
        for formula in ["d[A=y] - d[A=x]", "rate(d[A=x], d[A=y])", "d[A=x] / d[A=y]", "d[A=x|y]"] {
            let observations = try result(formula, data).series.observations
            #expect(observations.map(\.status).prefix(2) == [.provisional, .notYetAvailable], "\(formula)")
            #expect(observations.map { $0.value == nil }.prefix(2) == [false, true], "\(formula)")
        }
        // In 2012 only x has a row: a difference has no such period, a sum of both is missing.
        #expect(try periods("d[A=y] - d[A=x]", data) == ["2010", "2011"])
        #expect(try values("d[A=x|y]", data) == [6, nil, nil])
    }

    @Test("texts in double quotes hold blanks, signs and doubled quotes")
    func quoted() throws {
        let text = "Område (navn);TID;INDHOLD\n\"Nord, \"\"det\"\" | ny\";2010;4\nSyd:1;2010;2\n"
        let data = byID(try Dataset("d", text, unit: .count))
        #expect(try values(#"d["Område (navn)"="Nord, ""det"" | ny"]"#, data) == [4])
        #expect(try values(#"d["Område (navn)"=Syd:1]"#, data) == [2])
        #expect(try values(#"peers(d, "Område (navn)"="Syd:1":3 | "Nord, ""det"" | ny":1)"#, data) == [2.5])
    }

    @Test("the figures of a day are those that were known on it")
    func asOf() throws {
        let text = "A;VINTAGE;TID;INDHOLD\nx;2011-01-01;2010;4\nx;2012-01-01;2010;5\ny;2012-01-01;2010;8\n"
        let data = byID(try Dataset("d", text, unit: .percent))
        let day = CalendarDay(year: 2011, month: 6, day: 1)
        #expect(try values("d[A=x]", data) == [5])
        #expect(try result("d[A=x]", data, asOf: day).series.observations.map(\.value) == [4])
        #expect(try result("d[A=x] - d[A=y]", data, asOf: day).series.observations.isEmpty)
    }

    @Test("hostile depth and length are a fault and no crash")
    func depth() throws {
        let data = try workforce()
        let hostile = [
            String(repeating: "(", count: 200_000), String(repeating: "-(", count: 200_000),
            String(repeating: "1+", count: 200_000) + "1", String(repeating: "rate(", count: 200_000),
            "peers(job, OMRÅDE=" + String(repeating: "101|", count: 200_000) + "101)",
            String(repeating: "mean(", count: 200_000), "change(job, 99999999999999999999)",
            "index(job, " + String(repeating: "9", count: 200_000) + ")",
        ]
        for text in hostile { #expect(faults(text, data).first?.code != nil, "\(text.prefix(20))") }
    }

    @Test("the datasets of a formula come in the order of the text, each once")
    func datasets() throws {
        let data = try workforce()
        let text = "rate(styrke[HERKOMST=1], styrke) - peers(b, HERKOMST=25) + change(rate(styrke, styrke))"
        let other = try Dataset("b", "HERKOMST;TID;INDHOLD\n25;2010H2;4\n", unit: .percent)
        let formula = try CheckedFormula(
            FormulaSource("100 / (" + text + ")"),
            datasets: data.merging(byID(other)) { $1 }
        )
        #expect(formula.formula.formula.datasets == ["styrke", "b"])
    }
}
