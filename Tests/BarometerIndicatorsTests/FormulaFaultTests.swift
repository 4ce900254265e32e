import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerStore
import Testing

private func datasets() throws -> [String: Dataset] {
    byID(
        try Dataset(
            "styrke",
            "HERKOMST;STATUS;TID;INDHOLD\n25;LEDIG;2010H2;3\n25;STYRKE;2010H2;9\n1;LEDIG;2011H1;2\n",
            unit: .count
        ),
        try Dataset(
            "job",
            "OMRÅDE;KØN;TID;INDHOLD\n101;M;2023;29\n000;M;2023;35\n147;M;2023;31\n101;K;2023;29\n",
            unit: .percent
        ),
        try Dataset("punkter", "OMRÅDE;TID;INDHOLD\n101;2023;5,8\n", unit: .percentagePoints),
        try Dataset("kroner", "TID;INDHOLD\n2023;7\n", unit: .other("kr.")),
        try Dataset("valg", "OMRÅDE;TID;INDHOLD\n101;2017-11-21;61,8\n", unit: .percent),
        try Dataset("uger", "TID;INDHOLD\n2023W07;4\n2023W08;5\n", unit: .count),
        try Dataset("evig", "OMRÅDE;INDHOLD\n101;4\n", unit: .count)
    )
}

/// A formula with the code and column of its first fault and a part of the way out.
private typealias Fault = (text: String, code: DiagnosticCode, column: Int, hint: String)

private let syntax: [Fault] = [
    ("gap(punkter, punkter", .formulaSyntax, 21, "expected \")\""),
    ("gap(punkter)", .formulaSyntax, 12, "write gap(group, reference)"),
    ("rate(kroner, kroner, kroner)", .formulaSyntax, 20, "expected \")\"; write rate(numerator, denominator)"),
    ("punkter[OMRÅDE=]", .formulaSyntax, 16, "a code or a label"),
    ("punkter[=101]", .formulaSyntax, 9, "the name of a dimension"),
    ("punkter[OMRÅDE 101]", .formulaSyntax, 16, "expected \"=\""),
    ("punkter.[OMRÅDE=101]", .formulaSyntax, 9, "the name of a measure"),
    ("punkter punkter", .formulaSyntax, 9, "an operator"),
    ("", .formulaSyntax, 1, "a dataset"),
    ("punkter -", .formulaSyntax, 10, "a dataset"),
    ("--punkter", .formulaSyntax, 2, "a dataset"),
    ("punkter[OMRÅDE=\"101]", .formulaSyntax, 16, "closing quotation mark"),
    ("punkter[OMRÅDE=“101”]", .formulaSyntax, 16, "straight double quotes"),
    ("punkter * 0,5", .formulaSyntax, 12, "decimals with a point"),
    ("punkter * 1.2.3", .formulaSyntax, 11, "a number"),
    ("punkter[OMRÅDE=101, OMRÅDE!=147]", .formulaSyntax, 21, "OMRÅDE=a|b"),
    ("change(punkter, 0)", .formulaSyntax, 17, "year or previous"),
    ("change(punkter, yaer)", .formulaSyntax, 17, "year or previous"),
    ("change(punkter, 1.5)", .formulaSyntax, 17, "year or previous"),
    ("change(punkter, )", .formulaSyntax, 17, "year or previous"),
    ("index(punkter)", .formulaSyntax, 14, "write index(figures, 2010H2)"),
    ("index(punkter, base)", .formulaSyntax, 16, "a period such as 2010"),
    ("peers(punkter)", .formulaSyntax, 14, "DIMENSION=code"),
    ("peers(job, OMRÅDE)", .formulaSyntax, 18, "expected \"=\"; write peers"),
    ("peers(job[KØN=M], OMRÅDE=147:5 | 000)", .formulaSyntax, 34, "000:1, or none"),
    ("peers(job[KØN=M], OMRÅDE=147:0)", .formulaSyntax, 30, "a weight above zero"),
    ("peers(job[KØN=M], OMRÅDE=147:-2)", .formulaSyntax, 30, "a weight above zero"),
    ("peers(peers(job[KØN=M], OMRÅDE=147), OMRÅDE=000)", .formulaSyntax, 7, "in one list"),
    (
        "peers(gap(job[OMRÅDE=101, KØN=M], job[KØN=M, OMRÅDE=000]), OMRÅDE=147)", .formulaSyntax, 46,
        "compare outside of it"
    ),
    ("peers(gap(job[OMRÅDE=101, KØN=M], job[KØN=M]), OMRÅDE=147)", .formulaSyntax, 35, "compare outside of it"),
]

private let names: [Fault] = [
    ("rate(styrk[STATUS=LEDIG], styrke)", .formulaName, 6, "did you mean \"styrke\"?"),
    ("styrke[STATSU=LEDIG]", .formulaName, 8, "did you mean \"STATUS\"?"),
    ("styrke[STATUS=LEDI]", .formulaName, 15, "did you mean \"LEDIG\"?"),
    ("styrke[HERKOMST=25|99]", .formulaName, 20, "its codes are 25, 1"),
    ("styrke.ANTAL", .formulaName, 8, "known are INDHOLD"),
    ("mean(kroner)", .formulaName, 1, "rate, gap, peers, change and index"),
    ("Rate(styrke, styrke)", .formulaName, 1, "did you mean \"rate\"?"),
    ("peers(job[KØN=M], OMRAADE=147)", .formulaName, 19, "did you mean \"OMRÅDE\"?"),
    ("peers(kroner, OMRÅDE=147)", .formulaName, 15, ""),
    ("peers(job[KØN=M], TID=2023)", .formulaName, 19, "known are OMRÅDE, KØN"),
    ("peers(job[KØN=M], OMRÅDE=147|146)", .formulaName, 30, "did you mean \"147\"?"),
    ("peers(job[KØN=M], OMRÅDE=147|000|147)", .formulaName, 34, "every peer once"),
    ("peers(job[KØN=M, OMRÅDE=101], OMRÅDE=147|101)", .formulaName, 42, "nothing in common with 101"),
    ("job[OMRÅDE=101, KØN=M] - peers(job[KØN=M], OMRÅDE=147|101)", .formulaName, 55, "nothing in common with 101"),
    ("index(punkter, 2009)", .formulaName, 16, "from 2023 to 2023"),
]

private let units: [Fault] = [
    ("rate(valg, punkter)", .formulaUnit, 6, "give the counts"),
    ("rate(styrke, uger)", .formulaUnit, 14, "make the finer figures half-yearly"),
    ("rate(kroner, rate(kroner, kroner))", .formulaUnit, 14, "give the counts"),
    ("rate(5, kroner)", .formulaUnit, 6, "name a dataset"),
    ("rate(evig, evig)", .formulaUnit, 6, "role time"),
    ("valg - punkter", .formulaUnit, 1, "percent and percentage points differ"),
    ("gap(styrke, rate(styrke, styrke))", .formulaUnit, 1, "rate(part, whole)"),
    ("2 * gap(valg, 5)", .formulaUnit, 5, "100 - x"),
    ("valg + valg", .formulaUnit, 1, "rate(a + b, c)"),
    ("valg * valg", .formulaUnit, 1, "a plain number or a ratio"),
    ("valg * kroner", .formulaUnit, 1, "a plain number or a ratio"),
    ("kroner / valg", .formulaUnit, 1, "bring both to one unit"),
    ("-valg", .formulaUnit, 1, "100 - x"),
    ("50 - valg", .formulaUnit, 1, "100 - x"),
    ("index(kroner, 2023) + index(kroner, 2023)", .formulaUnit, 1, "rate(a + b, c)"),
    ("kroner / (2 - 2)", .formulaUnit, 10, "another number"),
    ("5 * 2", .formulaUnit, 1, "name a dataset"),
    ("change(5)", .formulaUnit, 8, "name a dataset"),
    ("peers(5, OMRÅDE=101)", .formulaUnit, 7, "name a dataset"),
    ("change(valg)", .formulaUnit, 1, "change(…, previous)"),
    ("change(valg, year)", .formulaUnit, 14, "change(…, previous)"),
    ("change(uger, year)", .formulaUnit, 14, "such as 52"),
    ("index(styrke, 2010)", .formulaUnit, 15, "a base such as 2010H2"),
    ("index(kroner, 2023H1)", .formulaUnit, 15, "a base such as 2023"),
    ("kroner / styrke", .formulaUnit, 10, "make the finer figures annual"),
    ("job", .notAdditive, 1, "OMRÅDE, KØN"),
    ("gap(job[OMRÅDE=101], job[KØN=M, OMRÅDE=000])", .notAdditive, 5, "(KØN)"),
    ("peers(job, OMRÅDE=147|101)", .notAdditive, 7, "(KØN)"),
]

@Suite("Faults of formulas")
struct FormulaFaultTests {
    @Test("each is told at its character, with a way out in both languages", arguments: syntax + names + units)
    fileprivate func fault(_ text: String, _ code: DiagnosticCode, _ column: Int, _ hint: String) throws {
        let fault = try #require(faults(text, try datasets()).first, "\(text) has no fault")
        let told =
            "\(text): \(fault.code.rawValue) \(fault.location?.column ?? 0) \(fault.message.en) | \(fault.hint?.en ?? "")"
        #expect(fault.code == code && fault.location?.column == column, "\(told)")
        #expect(fault.location?.line == 7 && fault.excerpt?.text == text)
        #expect(fault.hint?.en.contains(hint) == true || hint.isEmpty, "\(told)")
        #expect(fault.message.en != fault.message.da && fault.hint?.en.isEmpty != true)
    }

    @Test("all faults of names and units are told in one run, from the left to the right")
    func all() throws {
        let text = "gap(styrke[HERKOMST=2|9, STATUS=X], jobb) + mean(punkte) * (job - punkter) + rate(valg, evig)"
        let found = faults(text, try datasets())
        #expect(found.map { $0.location?.column } == [21, 23, 33, 37, 45, 50, 60, 61, 83, 89])
        #expect(
            found.map(\.code) == [
                .formulaName, .formulaName, .formulaName, .formulaName, .formulaName, .formulaName, .formulaUnit,
                .notAdditive, .formulaUnit, .formulaUnit,
            ]
        )
    }

    @Test("a fault is told once, however often its figures are computed")
    func once() throws {
        let data = try datasets()
        #expect(faults("peers(gap(job, job), OMRÅDE=147|101)", data).count == 2)
        #expect(faults("peers(gap(job[KØN=M], job[KØN=M]), OMRÅDE=149|009)", data).count == 2)
    }

    @Test("a fault on the second line of a formula stands on the second line of the file")
    func lines() throws {
        let lines = [(0, 7, 9), (11, 8, 7)].map { start, line, column in
            FormulaSource.Line(start: start, location: SourceLocation(path: "i.yml", line: line, column: column))
        }
        let error = #expect(throws: FormulaError.self) {
            try CheckedFormula(FormulaSource("gap(kroner, kroer)", lines: lines), datasets: try datasets())
        }
        #expect(error?.diagnostics.map(\.location) == [SourceLocation(path: "i.yml", line: 8, column: 8)])
    }

    @Test("percentages of several places are not added up, nor those that a later version brings")
    func notAdditive() throws {
        let data = try datasets()
        let text = "job[KØN=M, OMRÅDE=101|000]"
        #expect(
            faults(text, data).map(\.message.en) == [
                "2 figures in percent answer for 2023, and they cannot be added up"
            ]
        )
        let before = byID(try Dataset("d", "A;TID;INDHOLD\nx;2010;4\ny;2011;5\n", unit: .percent))
        let after = byID(try Dataset("d", "A;TID;INDHOLD\nx;2010;4\ny;2010;5\n", unit: .percent))
        let formula = try CheckedFormula(FormulaSource("d"), datasets: before)
        #expect(try formula.series(of: before, asOf: nil).observations.map(\.value) == [4, 5])
        let error = #expect(throws: FormulaError.self) { try formula.series(of: after, asOf: nil) }
        #expect(error?.diagnostics.map(\.code) == [.notAdditive])
        #expect(error?.diagnostics.first?.excerpt?.marked == 1..<2)
    }

    @Test("a whole and its parts are not added up in a period that has both")
    func twice() throws {
        func item(_ code: String, in parent: String? = nil, isTotal: Bool = false) -> Codelist.Item {
            Codelist.Item(code: code, label: LocalizedText(code), parent: parent, isTotal: isTotal)
        }
        let list = Codelist(
            id: "by",
            items: [
                item("000"), item("084", in: "000"), item("101", in: "084"), item("147", in: "084"),
                item("99", isTotal: true),
            ]
        )
        let text = "BY;TID;INDHOLD\n000;2010;9\n084;2010;5\n101;2010;2\n147;2010;3\n084;2011;4\n99;2012;6\n101;2013;1\n"
        let data = byID(
            try Dataset("d", text, unit: .count, codelists: ["BY": list]),
            try Dataset("u", "KØN;TID;INDHOLD\nM;2010;1\nK;2010;2\nTOT;2010;3\n", unit: .count)
        )
        for (formula, whole) in [
            ("d[BY=101|000]", "000 holds 101"), ("d[BY=084|101]", "084 holds 101"), ("d[BY=*]", "000 holds 084"),
            ("d[BY!=147]", "000 holds 084"), ("u[KØN!=K]", "TOT holds M"),
        ] {
            let found = faults(formula, data)
            #expect(found.map(\.code) == [.notAdditive] && found.first?.location?.column == 3, "\(formula)")
            #expect(found.first?.message.en.hasPrefix(whole) == true, "\(found.first?.message.en ?? formula)")
        }
        // In no period both: the region before 2012, its cities after.
        #expect(try values("d[BY=084|101, TID!=2010]", data) == [nil, nil])
        #expect(try values("d[BY!=000|147|084, TID!=2010]", data) == [6, 1])
        #expect(try values("d[BY=101|147]", data) == [5, nil] && values("d", data) == [5, 1])
        #expect(try values("u[KØN!=TOT]", data) == [3] && values("u[KØN=*]", data) == [3] && values("u", data) == [3])
    }

    @Test("columns of a wide file are added up with a warning, unless that is said")
    func headings() throws {
        let text = "OMRÅDE;TID;Mænd;Kvinder\n101;2010;4;5\n101;2011;6;7\n"
        let layout = ExtractSchema.Layout.wide(dimension: "variable", measure: "INDHOLD")
        let data = byID(try Dataset("d", text, unit: .count, measures: ["Mænd", "Kvinder"], layout: layout))
        let found = try result("rate(d[variable=Mænd], d) ", data)
        #expect(found.warnings.map(\.code) == [.notAdditive] && found.warnings.first?.severity == .warning)
        #expect(found.warnings.first?.excerpt?.marked == 24..<25)
        #expect(found.warnings.first?.hint?.en.contains("variable=*") == true)
        let all = try result("rate(d[variable=Mænd], d[variable=*])", data)
        #expect(all.warnings.isEmpty && all.series.observations == found.series.observations)
        #expect(agree(found.series.observations.map(\.value), [400.0 / 9, 600.0 / 13]))
    }
}
