import BarometerCore
import Testing

import BarometerExtracts

/// A file with one variable of time.
private func file(_ values: [String], codes: [String]? = nil, timeval: String? = nil, name: String = "x") -> PXFixture {
    let texts = [("VALUES", values), ("CODES", codes ?? [])].filter { !$0.1.isEmpty }
    let lists = texts.map { keyword, texts in
        "\(keyword)(\"\(name)\")=" + texts.map { "\"\($0)\"" }.joined(separator: ",") + ";"
    }
    let cells = values.map { _ in "1" }.joined(separator: " ")
    var entries = ["STUB=\"area\";HEADING=\"\(name)\";VALUES(\"area\")=\"here\";CODES(\"area\")=\"1001\";"]
    entries += lists
    if let timeval { entries.append("TIMEVAL(\"\(name)\")=\(timeval);") }
    return PXFixture(entries.joined() + "DATA=\(cells);")
}

@Suite("PX: periods")
struct PXTimeTests {
    @Test("positions come from VALUES and CODES, whatever the order of TIMEVAL")
    func order() {
        let reversed = file(["2025", "2024"], codes: ["2025", "2024"], timeval: "TLIST(A1),\"2024\",\"2025\"")
        #expect(reversed.time == "x" && reversed.codes("x") == ["2025", "2024"])
        #expect(file(["2025", "2024"], timeval: "TLIST(A1,\"2024\"-\"2025\")").codes("x") == ["2025", "2024"])
    }

    @Test(
        "period codes are those of CODES or VALUES that can be read",
        arguments: [
            (["1995H1", "1995H2"], ["1995H1", "1995H2"], "TLIST(H1),\"19951\",\"19952\"", ["1995H1", "1995H2"]),
            (["1995H1", "1995H2"], ["a", "b"], "TLIST(H1),\"19951\",\"19952\"", ["1995H1", "1995H2"]),
            (["first", "second"], ["19951", "19952"], "TLIST(H1),\"x\"", ["1995H1", "1995H2"]),
            (["January", "February"], ["200601", "200602"], "TLIST(M1)", ["2006M01", "2006M02"]),
            (["spring", "summer"], ["20231", "20232"], "TLIST(Q1)", ["2023Q1", "2023Q2"]),
            (["2025K3", "2025K4"], ["1", "2"], "TLIST(Q1),\"2025K3\",\"2025K4\"", ["2025K3", "2025K4"]),
            (["2006", "2007"], ["0001", "0002"], "TLIST(A1)", ["2006", "2007"]),
            (["2023U28", "2023U29"], ["202328", "202329"], "TLIST(W1)", ["2023U28", "2023U29"]),
        ]
    )
    func codes(_ values: [String], _ codes: [String], _ timeval: String, _ expected: [String]) {
        let file = file(values, codes: codes, timeval: timeval)
        #expect(file.time == "x" && file.codes("x") == expected && file.labels("x") == values)
    }

    @Test(
        "entries of TIMEVAL name values of other forms only where their order is proven",
        arguments: [
            (
                ["1971 January", "1971 July", "1972 January"], "TLIST(H1),\"19711\",\"19712\",\"19721\"",
                ["1971H1", "1971H2", "1972H1"]
            ),
            (
                ["1971 January", "1971 July", "1972 January"], "TLIST(H1,\"19711\"-\"19721\")",
                ["1971H1", "1971H2", "1972H1"]
            ),
            (["1971 July", "1971 January"], "TLIST(H1),\"19711\",\"19712\"", ["1971 July", "1971 January"]),
            (
                ["1972 January", "1971 July", "1971 January"], "TLIST(H1),\"19711\",\"19712\",\"19721\"",
                ["1972 January", "1971 July", "1971 January"]
            ),
            (["year 1971"], "TLIST(A1),\"1971\"", ["1971"]),
            (["year 1971"], "TLIST(A1),\"1971\",\"1972\"", ["year 1971"]),
            (["year 1971", "year 1972"], "TLIST(A1,\"1971\"-\"9999\")", ["year 1971", "year 1972"]),
        ]
    )
    func proven(_ values: [String], _ timeval: String, _ expected: [String]) {
        #expect(file(values, timeval: timeval).codes("x") == expected)
    }

    @Test("the sign of provisional periods stays in the label")
    func provisional() {
        let marked = file(["2022", "2023*"], timeval: "TLIST(A1),\"2022\",\"2023\"")
        #expect(marked.codes("x") == ["2022", "2023"] && marked.labels("x") == ["2022", "2023*"])
        #expect(file(["2023", "2023*"]).faults == ["D111 1:68"])
    }

    @Test("without TIMEVAL a name or the values tell")
    func withoutList() {
        #expect(file(["2022", "2023"]).time == "x")
        #expect(file(["spring"], name: "Tid").time == "Tid")
        #expect(file(["spring"]).time == nil)
        #expect(file(["0114", "0115"]).time == nil)
        #expect(
            PXFixture("HEADING=\"x\";VARIABLE-TYPE(\"x\")=\"Time\";VALUES(\"x\")=\"spring\";DATA=1;").time == "x"
        )
        let two = "HEADING=\"a\",\"b\";VALUES(\"a\")=\"2023\";VALUES(\"b\")=\"2024\";DATA=1;"
        #expect(PXFixture(two).cube != nil && PXFixture(two).time == nil)
    }
}
