import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 0.3 to 0.5 and 13.
@Suite("Conventions: numbers")
struct NumberConventionTests {
    /// The values of a column of texts in a long file.
    private func values(_ texts: [String], options: ExtractOptions = ExtractOptions()) throws -> [Double?] {
        let lines = texts.enumerated().map { "p\($0.offset)|2013|\($0.element)\n" }
        return try read("STED|TID|INDHOLD\n" + lines.joined(), options: options).values
    }

    @Test("the German 61,9 is never 619")
    func comma() throws {
        #expect(try values(["61,9", "5"]) == [61.9, 5])
        #expect(try values(["61,9"]) == [61.9])
    }

    @Test("whole numbers first and decimals far below")
    func lateDecimals() throws {
        let whole = (0..<500).map { "\($0 + 1000)" }
        #expect(try values(whole + ["13481,31"]).suffix(2) == [1499, 13481.31])
        #expect(try values(whole + ["13481.31"]).suffix(2) == [1499, 13481.31])
    }

    @Test("each column has its own signs: 38.398 and 17,10% and .5 in one file")
    func perColumn() throws {
        let extract = try read("K_id;antal_a;pct;r\na;38.398;17,10%;.156569093\nb;116;5,00%;.5\n")
        #expect(try extract.values == [38398, 17.1, 0.156569093, 116, 5, 0.5])
    }

    @Test("a per cent sign, glued or behind a blank or a no-break blank")
    func perCent() throws {
        #expect(try values(["17,10%", "5 %", "6,5\u{A0}%"]) == [17.1, 5, 6.5])
    }

    @Test("minus in front, as U+2212, behind; and plus")
    func signs() throws {
        #expect(try values(["-5", "\u{2212}6", "7-", "+8", "1,5-"]) == [-5, -6, -7, 8, -1.5])
    }

    @Test("a negative number beside the dash that means not given")
    func negative() throws {
        let extract = try read(
            "\"K_id\";\"Indkomst_sum\"\n\"a\";\"-159640595\"\n\"b\";\"-\"\n\"c\";\"12\"\n\"d\";\"0\"\n"
        )
        #expect(try extract.values == [-159_640_595, nil, 12, 0])
        #expect(try extract.statuses == [.normal, .notAvailable, .normal, .normal])
    }

    @Test(
        "thousands in groups: blank, no-break blanks, point, comma, apostrophe",
        arguments: [
            (["1 234 567", "12 345,5", "7"], [1_234_567, 12_345.5, 7]), (["1 234.5", "12 345.5"], [1234.5, 12_345.5]),
            (["1\u{A0}234\u{A0}567", "12\u{A0}345"], [1_234_567, 12_345]),
            (["1\u{202F}234\u{202F}567", "12\u{202F}345"], [1_234_567, 12_345]),
            (["1.234.567", "12.345,5"], [1_234_567, 12_345.5]), (["1,234,567", "12,345.5"], [1_234_567, 12_345.5]),
            (["1'234'567", "12'345.5"], [1_234_567, 12_345.5]),
        ] as [([String], [Double])]
    )
    func groups(_ texts: [String], _ expected: [Double]) throws {
        #expect(try values(texts) == expected)
    }

    @Test(
        "columns in groups of blanks are values also where no name says so",
        arguments: [" ", "\u{A0}", "\u{202F}", "'"]
    )
    func groupsInWideFiles(_ sign: String) throws {
        let extract = try read("sted;mænd;kvinder\nnord;1\(sign)234;5\(sign)678\nsyd;12\(sign)345;67\(sign)890\n")
        #expect(extract.roles == [.dimension, .measure, .measure])
        #expect(try extract.values == [1234, 5678, 12345, 67890])
    }

    @Test("1.234 alone is asked for, and the answer is taken")
    func said() throws {
        #expect(try read("TID;INDHOLD\n2013;1.234\n").codes == [.undecidableNumbers])
        #expect(try values(["1.234"], options: ExtractOptions(decimal: ".")) == [1.234])
        #expect(try values(["1.234"], options: ExtractOptions(decimal: ",")) == [1234])
        #expect(try values(["1.234"], options: ExtractOptions(grouping: ".")) == [1234])
    }

    @Test("sums beyond 32 bits are exact, numbers beyond 18 digits and powers of ten become doubles")
    func large() throws {
        #expect(try values(["17048022393", "4294967297"]) == [17_048_022_393, 4_294_967_297])
        #expect(try values(["123456789012345678901", "5"]) == [1.2345678901234568e20, 5])
        #expect(try values(["0.1234567890123456789", "5.5"]) == [0.12345678901234568, 5.5])
        #expect(try values(["1.5E-05", "2e3", "0.25"]) == [0.000015, 2000, 0.25])
        #expect(try values(["1,5E-05", "0,25"]) == [0.000015, 0.25])
    }

    @Test("counts with decimals stay exact")
    func exactDecimals() throws {
        let table = try #require(try read("K_id;p_a;p_b\nx;940,66;0,34\ny;0,1;0,2\n").table)
        #expect(table.measures[0].total == 941.3)
    }

    @Test("ids and numbers of places are no values, nor are days of eight digits")
    func ids() throws {
        let extract = try read(
            "\"Valgsted Id\";\"KommuneNr\";\"Kreds Nr\";\"Stemmer\";\"Valgsted start\"\n"
                + "\"101032\";\"101\";\"1\";\"12\";\"20150601\"\n\"101033\";\"101\";\"2\";\"7\";\"99991231\"\n"
        )
        #expect(extract.roles == [.dimension, .dimension, .dimension, .measure, .dimension])
        #expect(try extract.entries("Valgsted start") == ["20150601", "99991231"])
    }

    @Test("a word in a column of numbers is a fault and never zero")
    func word() throws {
        let extract = try read("A;TID;INDHOLD\nx;2013;1,5\ny;2013;ukendt\nz;2013;2,5\n")
        #expect(extract.table == nil && extract.codes == [.unreadableNumber])
        let told = try read("A;TID;INDHOLD\nx;2013;1,5\ny;2013;ukendt\n", options: ExtractOptions(missing: ["ukendt"]))
        #expect(try told.values == [1.5, nil] && told.statuses == [.normal, .notAvailable])
    }

    @Test("without any decimal sign the usual one of the file is told: a point where commas part the fields")
    func usualSign() throws {
        let comma = try #require(try read("A,TID,INDHOLD\nx,2013,12\ny,2013,1a.6\nz,2013,7\n").diagnostics.first)
        #expect(comma.code == .unreadableNumber && comma.location?.line == 3)
        #expect(comma.message.en == "\"1a.6\" in column \"INDHOLD\" is no number with decimal point")
        #expect(comma.message.da == "\"1a.6\" i kolonnen \"INDHOLD\" er ikke et tal med decimalpunktum")
        let semicolon = try #require(try read("A;TID;INDHOLD\nx;2013;12\ny;2013;1a,6\n").diagnostics.first)
        #expect(semicolon.message.en == "\"1a,6\" in column \"INDHOLD\" is no number with decimal comma")
    }
}
