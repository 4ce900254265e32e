import BarometerCore
import BarometerTestSupport
import Testing

@Suite("Numbers")
struct NumberTests {
    @Test(
        "are read exactly",
        arguments: [
            ("61,9", NumberFormat.danish, Int64(619), 1), ("-159640595", .danish, -159_640_595, 0),
            ("940,66", .danish, 94_066, 2),
            (".156569093", .machine, 156_569_093, 9), ("\u{2212}3,0", .danish, -30, 1), ("+1", .machine, 1, 0),
            ("38.398", NumberFormat(decimal: ",", grouping: "."), 38_398, 0),
            ("1.234.567,5", NumberFormat(decimal: ",", grouping: "."), 12_345_675, 1),
            ("17048022393", .danish, 17_048_022_393, 0), ("000", .danish, 0, 0),
        ]
    )
    func reads(_ text: String, _ format: NumberFormat, _ digits: Int64, _ decimals: Int) throws {
        let number = try #require(DecimalNumber(parsing: text, format: format))
        #expect(number == DecimalNumber(digits: digits, decimals: decimals))
    }

    @Test(
        "are refused where the text is none in that format",
        arguments: [
            ("", NumberFormat.danish), ("-", .danish), ("61.9", .danish), ("61,9", .machine), ("6,1,9", .danish),
            ("5,", .danish),
            ("12a4", .danish), ("1 234", .danish), ("1e5", .machine),
            ("1.23.456", NumberFormat(decimal: ",", grouping: ".")),
            ("1234.567", NumberFormat(decimal: ",", grouping: ".")),
            (".123", NumberFormat(decimal: ",", grouping: ".")),
            ("1234567890123456789", .danish), ("..", .danish), ("12.34", NumberFormat(decimal: ",", grouping: ".")),
            ("--5", .danish),
        ]
    )
    func refuses(_ text: String, _ format: NumberFormat) {
        #expect(DecimalNumber(parsing: text, format: format) == nil)
    }

    @Test(
        "round half away from zero on their decimal form",
        arguments: [
            (5.85, 1, 5.9), (-5.85, 1, -5.9), (5.84999, 1, 5.8), (2.5, 0, 3.0), (-2.5, 0, -3.0), (0.05, 1, 0.1),
            (16.15 - 5.3, 1, 10.9), (1.005, 2, 1.01), (1e-9, 3, 0.0), (123_456_789.5, 0, 123_456_790), (0, 2, 0),
            (9.995, 2, 10.0), (1e-300, 2, 0),
        ]
    )
    func rounds(_ value: Double, _ decimals: Int, _ expected: Double) {
        #expect(rounded(value, decimals: decimals) == expected)
    }

    @Test("rounding agrees with whole-number arithmetic")
    func roundsLikeIntegers() {
        var generator = SeededGenerator(seed: 20140531)
        for _ in 0..<5000 {
            let thousandths = Int.random(in: -5_000_000...5_000_000, using: &generator)
            let sign = thousandths < 0 ? -1 : 1
            let expected = sign * ((abs(thousandths) + 5) / 10)
            #expect(rounded(Double(thousandths) / 1000, decimals: 2) == Double(expected) / 100)
        }
    }

    @Test("are written for people in both languages")
    func forPeople() {
        #expect(NumberText.forPeople(8.9, decimals: 1, in: .danish) == "8,9")
        #expect(NumberText.forPeople(312_691, decimals: 0, in: .danish) == "312.691")
        #expect(NumberText.forPeople(312_691, decimals: 0, in: .english) == "312,691")
        #expect(NumberText.forPeople(-1.85, decimals: 1, in: .danish) == "\u{2212}1,9")
        #expect(NumberText.forPeople(0.6, decimals: 1, in: .danish, signed: true) == "+0,6")
        #expect(NumberText.forPeople(-0.04, decimals: 1, in: .danish, signed: true) == "0,0")
        #expect(NumberText.forPeople(.nan, decimals: 1, in: .danish) == "–")
        #expect(NumberText.forPeople(999.95, decimals: 1, in: .danish) == "1.000,0")
    }

    @Test("are written for machines without trailing zeros")
    func forMachines() {
        #expect(NumberText.forMachines(80.4715715196) == "80.4715715196")
        #expect(NumberText.forMachines(7) == "7")
        #expect(NumberText.forMachines(-0.5) == "-0.5")
        #expect(NumberText.forMachines(1.0 / 3) == "0.3333333333")
        #expect(NumberText.forMachines(17_048_022_393) == "17048022393")
    }

    /// Numbers of few decimals take a way of their own, and must come out as those of many do.
    @Test("numbers of few decimals are written as their digits say")
    func fewDecimals() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let decimals = Int.random(in: 0...6, using: &random)
            let digits =
                Int64.random(in: -999_999_999_999...999_999_999_999, using: &random)
                / powerOfTen(Int.random(in: 0...11, using: &random))
            let value = Double(digits) / Double(powerOfTen(decimals))
            let text = DecimalText(value, decimals: 10)
            let fraction = String((text?.fraction ?? "").reversed().drop { $0 == "0" }.reversed())
            let expected =
                (text?.isNegative == true ? "-" : "") + (text?.whole ?? "") + (fraction.isEmpty ? "" : "." + fraction)
            #expect(NumberText.forMachines(value) == expected, "\(digits) / 10^\(decimals)")
        }
        #expect(NumberText.forMachines(-0.0) == "0" && NumberText.forMachines(0.0001) == "0.0001")
    }
}
