import BarometerCore
import Testing

import BarometerExtracts

@Suite("PX: cells")
struct PXCellTests {
    @Test(
        "any mixture of separators and ends",
        arguments: [
            "1 2 3 4;", "1 2 3 4;\n", "1 2\r\n3 4 \r\n;\r\n", "1\t2\t3\t4\t;", "1,2,3,4;", "1;2;3;4;", "1 2;\n3 4;\n",
            "  1   2\n\n3 4; ", "1 2 3 4;\u{1A}",
        ]
    )
    func separators(_ data: String) {
        let file = PXFixture.table(data: data)
        #expect(file.diagnostics.isEmpty && file.cells == ["1/0", "2/0", "3/0", "4/0"])
    }

    @Test(
        "numbers are exact where their digits fit",
        arguments: [
            ("148.30000000", "14830000000/8"), ("-12.5", "-125/1"), ("+3", "3/0"), (".5", "5/1"), ("-.5", "-5/1"),
            ("0", "0/0"), ("-0", "0/0"), ("007", "7/0"), ("123456789012345678", "123456789012345678/0"),
            ("1234567890123456789", "1.2345678901234568e+18 normal"), ("1.5E3", "1500/0"), ("1e-5", "1/5"),
            ("2.50e+1", "250/1"), ("1E300", "1e+300 normal"), ("17048022393", "17048022393/0"),
            ("0.1234567890123456789", "0.12345678901234568 normal"),
        ]
    )
    func numbers(_ text: String, _ expected: String) {
        #expect(PXFixture.table(data: "1 2 3 \(text);").cells?.last == expected)
    }

    @Test(
        "what is no number is told with its place",
        arguments: ["1x", "1.", "--1", "1e", "e5", "nan", "inf", "0x10", "1E999", "1..2", "\"5\"", "", "\"\"", "n/a"]
    )
    func unreadable(_ text: String) {
        let file = PXFixture.table(data: "1 2\n3 \(text.isEmpty ? "é" : text)\n;\n")
        #expect(file.faults == ["D104 12:3"] && file.cube == nil)
    }

    @Test("marks, quoted or not, by their number of dots", arguments: ["\"", ""])
    func marks(_ quote: String) {
        let marks = ["-", ".", "..", "...", "....", ".....", "......", "......."].map { quote + $0 + quote }
        let file = PXFixture(
            "HEADING=\"a\";VALUES(\"a\")=" + (1...8).map { "\"\($0)\"" }.joined(separator: ",") + ";DATA="
                + marks.joined(separator: " ") + ";"
        )
        #expect(
            file.cells == [
                "0/0 nilValue", "cannotOccur", "uncertainOrConfidential", "notYetAvailable", "notAvailable",
                "notAvailable", "notAvailable", "notAvailable",
            ]
        )
    }

    @Test("DATASYMBOL adds prints and does not change what dots mean")
    func prints() {
        let file = PXFixture.table(
            "DATASYMBOL1=\"..\";DATASYMBOL2=\":\";DATASYMBOL4=\"x\";DATASYMBOLNIL=\"nil\";\n",
            data: "\":\" x \"nil\" \"..\";"
        )
        #expect(file.cells == ["uncertainOrConfidential", "notAvailable", "0/0 nilValue", "uncertainOrConfidential"])
        #expect(PXFixture.table(data: "\":\" 2 3 4;").faults == ["D104 11:1"])
    }

    @Test("the number of cells must be that of the VALUES lists")
    func counts() {
        let few = PXFixture.table(data: "1 2\n3\n;\n")
        #expect(few.faults == ["D134 13:1"])
        #expect(few.diagnostics.first?.message.en == "the number of cells is 3, the VALUES lists make 2 × 2 = 4")
        #expect(PXFixture.table(data: "1 2\n3 4 5\n;\n").faults == ["D134 12:5"])
        #expect(PXFixture.table(data: ";").faults == ["D134 11:1"])
        let comma = PXFixture.table(data: "1,5 2\n3 4\n;\n")
        #expect(comma.diagnostics.first?.hint?.en == "write decimals with a point: a comma separates two cells")
    }

    @Test("a missing semicolon at the end is a warning")
    func missingEnd() {
        let file = PXFixture.table(data: "1 2\n3 4")
        #expect(file.faults == ["D137 12:3"] && file.cells?.count == 4)
    }

    // MARK: - Keys

    private static func keyed(_ data: String, keys: String = "CODES") -> PXFixture {
        PXFixture(
            """
            STUB="sex","age";HEADING="time";VALUES("sex")="Men","Women";VALUES("age")="young","old";
            CODES("sex")="M","K";CODES("age")="1","-";VALUES("time")="2023","2024";
            KEYS("sex")=\(keys);KEYS("age")=CODES;
            DATA=

            """ + data
        )
    }

    @Test("rows led by codes; rows that are left out are zero")
    func keys() {
        let file = PXCellTests.keyed("\"K\",\"1\" 5 \"..\"\n\"M\",\"-\",\"-\" 8\n;\n")
        #expect(file.diagnostics.isEmpty)
        #expect(
            file.cells
                == ["0/0", "0/0", "0/0 nilValue", "8/0", "5/0", "uncertainOrConfidential", "0/0", "0/0"]
        )
        #expect(PXCellTests.keyed("\"Women\",\"1\" 5 6;", keys: "VALUES").cells?[4...5] == ["5/0", "6/0"])
        #expect(PXCellTests.keyed(";").cells == Array(repeating: "0/0", count: 8))
    }

    @Test(
        "faults of rows",
        arguments: [
            ("\"X\",\"1\" 5 6;", "D110 5:1"), ("\"M\",\"1\" 5 6\n\"M\",\"1\" 7 8;", "D111 6:1"),
            ("\"M\",\"1\" 5\n\"K\",\"1\" 7 8;", "D134 6:1"), ("\"M\",\"1\" 5 6 7\n\"K\",\"1\" 7 8;", "D134 5:13"),
            ("\"M\",\"1\" 5;", "D134 5:10"), ("\"M\",\"1\" 5 x;", "D104 5:11"), ("\"M\";", "D134 5:4"),
        ]
    )
    func rowFaults(_ data: String, _ expected: String) {
        let file = PXCellTests.keyed(data)
        #expect(file.faults == [expected] && file.cube == nil)
    }

    // MARK: - Hostile sizes

    /// A file of so many variables with so many values each.
    private static func declared(_ variables: Int, _ values: Int, keys: Bool = false) -> PXFixture {
        let names = (0..<variables).map { "v\($0)" }
        let list = (0..<values).map { "\"c\($0)\"" }.joined(separator: ",")
        let stub = names.map { "\"\($0)\"" }.joined(separator: ",")
        let lists = names.map { "VALUES(\"\($0)\")=\(list);" }.joined()
        return PXFixture("STUB=\(stub);\(lists)\(keys ? "KEYS(\"v0\")=VALUES;" : "")DATA=1 2 3;")
    }

    @Test("absurd sizes are told and not made room for")
    func absurd() {
        #expect(PXCellTests.declared(4, 1000).diagnostics.map(\.code) == [.cellCount])
        #expect(PXCellTests.declared(4, 1000, keys: true).diagnostics.map(\.code) == [.cubeTooLarge])
        #expect(PXCellTests.declared(30, 1000).diagnostics.map(\.code).contains(.cubeTooLarge))
        #expect(PXCellTests.declared(101, 1).diagnostics.map(\.code).contains(.cubeTooLarge))
        #expect(PXCellTests.declared(4, 1000).diagnostics.first?.message.en.contains("1000000000000") == true)
    }
}
