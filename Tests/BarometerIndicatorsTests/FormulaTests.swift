import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerStore
import Testing

private func dataset(_ id: String, _ text: String, unit: Unit) throws -> Dataset {
    let header = text.prefix { $0 != "\n" }.split(separator: ";").map(String.init)
    let schema = ExtractSchema(
        columns: header.map { name in
            ExtractSchema.Column(
                name: name,
                role: name == "TID" ? .time : name == "INDHOLD" ? .measure : .dimension,
                unit: unit
            )
        }
    )
    let extract = try Extract.read(InMemoryBytes(Array(text.utf8)), path: id, schema: schema)
    return Dataset(id: id, table: try #require(extract.table, "\(extract.diagnostics)"))
}

private let datasets: [String: Dataset] = {
    let all = try? [
        dataset(
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
        dataset("job", "OMRÅDE;TID;INDHOLD\n101;2023;29\n000;2023;35\n", unit: .percent),
        dataset("punkter", "OMRÅDE;TID;INDHOLD\n101;2023;5,8\n", unit: .percentagePoints),
    ]
    return Dictionary(uniqueKeysWithValues: (all ?? []).map { ($0.id, $0) })
}()

private func figures(_ text: String) throws -> [String: Double?] {
    let series = try CheckedFormula(FormulaSource(text), datasets: datasets).series(of: datasets, asOf: nil)
    return Dictionary(uniqueKeysWithValues: series.observations.map { ("\($0.period)", $0.value) })
}

@Suite("Formula")
struct FormulaTests {
    @Test("groups are joined by their counts, never by their rates")
    func rateOfUnion() throws {
        let text = "rate(styrke[HERKOMST=25|35, STATUS=LEDIG], styrke[HERKOMST=25|35, STATUS=STYRKE])"
        #expect(try figures(text) == ["2010H2": 16, "2011H1": nil])
    }

    @Test("a group that lacks a row of a code named is missing, not smaller")
    func absentRow() throws {
        let text = "HERKOMST;STATUS;TID;INDHOLD\n25;STYRKE;2010;9\n25;LEDIG;2010;3\n35;LEDIG;2010;4\n25;LEDIG;2011;3\n"
        let data = ["d": try dataset("d", text, unit: .count)]
        func values(_ formula: String) throws -> [Double?] {
            try CheckedFormula(FormulaSource(formula), datasets: data).series(of: data, asOf: nil).observations.map(
                \.value
            )
        }
        #expect(try values("d[HERKOMST=25|35, STATUS=LEDIG]") == [7, nil])
        #expect(try values("d[HERKOMST=25, STATUS=LEDIG]") == [3, 3])
        #expect(try values("d[STATUS!=STYRKE]") == [7, 3])
    }

    @Test("hostile depth is a fault and no crash")
    func depth() {
        let text = String(repeating: "(", count: 200_000)
        let error = #expect(throws: FormulaError.self) { try CheckedFormula(FormulaSource(text), datasets: datasets) }
        #expect(error?.diagnostics.first?.code == .formulaSyntax)
    }

    @Test("a gap of rates, with the counts kept")
    func gap() throws {
        let text = """
            gap(rate(styrke[HERKOMST!=1, STATUS=LEDIG], styrke[HERKOMST!=1, STATUS=STYRKE]), \
            rate(styrke[HERKOMST=1, STATUS=LEDIG], styrke[HERKOMST=1, STATUS=STYRKE]))
            """
        let formula = try CheckedFormula(FormulaSource(text), datasets: datasets)
        #expect(formula.unit == .percentagePoints)
        let series = try formula.series(of: datasets, asOf: nil)
        #expect(abs(try #require(series.observations[0].value) - 10.6) < 1e-12)
        #expect(series.observations[1].value == nil)
        #expect(series.observations[1].status == .uncertainOrConfidential)
    }

    @Test(
        "figures and numbers are combined",
        arguments: [
            ("gap(job[OMRÅDE=101], job[OMRÅDE=000])", -6.0), ("job[OMRÅDE=101] - job[OMRÅDE=000]", -6),
            ("2 * job[OMRÅDE=101] + job[OMRÅDE=101]", 87),
            ("job[OMRÅDE=101] / job[OMRÅDE=000]", 29.0 / 35), ("(job[OMRÅDE=101] + job[OMRÅDE=000]) / 2", 32),
            ("job.INDHOLD[OMRÅDE=\"101\"]", 29), ("job[OMRÅDE=101]/0.5", 58),
        ]
    )
    func arithmetic(_ text: String, _ expected: Double) throws {
        let value = try #require(try figures(text)["2023"] ?? nil)
        #expect(abs(value - expected) < 1e-12)
    }

    @Test("a rate with denominator zero has no figure")
    func zeroDenominator() throws {
        let text = "rate(styrke[HERKOMST=1, STATUS=LEDIG], styrke[HERKOMST=1, STATUS=STYRKE])"
        let series = try CheckedFormula(FormulaSource(text), datasets: datasets).series(of: datasets, asOf: nil)
        #expect(series.observations.map(\.value) == [5.4, nil])
        #expect(series.observations[1].status == .cannotOccur)
    }

    @Test(
        "faults are told at their characters with a way out",
        arguments: [
            ("rate(styrk[STATUS=LEDIG], styrke)", DiagnosticCode.formulaName, 6, "did you mean \"styrke\"?"),
            ("styrke[STATSU=LEDIG]", .formulaName, 8, "did you mean \"STATUS\"?"),
            ("styrke[STATUS=LEDI]", .formulaName, 15, "did you mean \"LEDIG\"?"),
            ("rate(job, job)", .formulaUnit, 6, "give the counts"),
            ("job - punkter", .formulaUnit, 1, "percent and percentage points differ"),
            ("job - styrke", .formulaUnit, 1, "one unit"),
            ("gap(job, job", .formulaSyntax, 13, "expected \")\""),
            ("mean(job)", .formulaName, 1, "rate and gap"),
            ("job[OMRÅDE=]", .formulaSyntax, 12, "a code or a label"),
            ("job job", .formulaSyntax, 5, "an operator"),
            ("", .formulaSyntax, 1, "a dataset"),
            ("job[OMRÅDE=\"101]", .formulaSyntax, 12, "closing quotation mark"),
            ("5 * 2", .formulaUnit, 1, "name a dataset"),
            ("styrke.ANTAL", .formulaName, 8, "known are INDHOLD"),
        ]
    )
    func faults(_ text: String, _ code: DiagnosticCode, _ column: Int, _ hint: String) throws {
        let line = FormulaSource.Line(start: 0, location: SourceLocation(path: "i.yml", line: 7, column: 1))
        let error = #expect(throws: FormulaError.self) {
            try CheckedFormula(FormulaSource(text, lines: [line]), datasets: datasets)
        }
        let fault = try #require(error?.diagnostics.first)
        #expect(fault.code == code)
        #expect(fault.location?.line == 7 && fault.location?.column == column)
        #expect(fault.hint?.en.contains(hint) == true)
    }

    @Test("all unknown names are told at once")
    func allNames() {
        let error = #expect(throws: FormulaError.self) {
            try CheckedFormula(FormulaSource("gap(styrke[HERKOMST=2|9, STATUS=X], jobb)"), datasets: datasets)
        }
        #expect(error?.diagnostics.count == 4)
    }

    @Test("percentages of several places are not added up")
    func notAdditive() throws {
        let formula = try CheckedFormula(FormulaSource("job"), datasets: datasets)
        let error = #expect(throws: FormulaError.self) { try formula.series(of: datasets, asOf: nil) }
        #expect(error?.diagnostics.map(\.code) == [.notAdditive])
    }
}
