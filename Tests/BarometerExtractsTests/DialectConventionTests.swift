import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 1, 4, 5 and 11: signs between fields, quotes and line ends.
@Suite("Conventions: dialects")
struct DialectConventionTests {
    @Test("any of the separators", arguments: [";", ",", "\t", "|"])
    func separators(_ separator: String) throws {
        let lines = [["OMRÅDE", "TID", "INDHOLD"], ["000", "2023", "12"], ["101", "2023", "5"]]
        let extract = try read(lines.map { $0.joined(separator: separator) }.joined(separator: "\n") + "\n")
        #expect(extract.summary.dialect?.delimiter == separator.utf8.first)
        #expect(extract.summary.format == (separator == "\t" ? .tsv : .csv))
        #expect(extract.roles == [.dimension, .time, .measure] && extract.rows == Array(lines.dropFirst()))
    }

    @Test("R's write.table: blanks, a heading one name short, row names, classes with commas and brackets")
    func writeTable() throws {
        let extract = try read("\"alder\" \"tid\" \"antal\"\n\"1\" \"[0,5)\" 2014 12\n\"2\" \"[100,Inf)\" 2014 3\n")
        #expect(extract.summary.dialect?.delimiter == UInt8(ascii: " "))
        #expect(extract.names == ["", "alder", "tid", "antal"])
        #expect(extract.roles == [.ignored, .dimension, .time, .measure])
        #expect(try extract.entries("alder") == ["[0,5)", "[100,Inf)"])
        #expect(try extract.values == [12, 3])
    }

    @Test("columns kept apart by several blanks")
    func blanks() throws {
        let extract = try read("sted     tid   antal\nnord     2014     12\nsyd      2014      3\n")
        #expect(extract.rows == [["nord", "2014", "12"], ["syd", "2014", "3"]])
        #expect(try extract.values == [12, 3])
    }

    @Test("the separator of most records counts, whatever stands in the title")
    func wholeFile() throws {
        let extract = try read("Title, with, commas, and more\nA;TID;INDHOLD\nx;2013;1,5\ny;2013;2,5\nz;2013;3,5\n")
        #expect(extract.summary.dialect?.delimiter == UInt8(ascii: ";"))
        #expect(try extract.values == [1.5, 2.5, 3.5])
    }

    @Test("separators, commas and lists in quotes are text")
    func quotedSeparators() throws {
        let extract = try read(
            """
            "ValgstedId";"Navn";"C. Konservative, Det";"Variable"
            "230008;230009;230003";"Nord, Syd";"12";"['område', 'køn']"
            "230010";"Øst";"7";"[]"
            """
        )
        #expect(extract.summary.dialect?.delimiter == UInt8(ascii: ";"))
        #expect(extract.names[2] == "C. Konservative, Det")
        #expect(extract.rows[0] == ["230008;230009;230003", "Nord, Syd", "12", "['område', 'køn']"])
    }

    @Test("a line end in quotes is text, and later places are physical lines", arguments: ["\n", "\r\n", "\r"])
    func quotedLineEnds(_ newline: String) throws {
        let lines = ["A;TID;INDHOLD", "\"to", "linjer\";2013;1", "x;2013;5x", "y;2013;7", "z;2013;8", "å;2013;9", ""]
        let extract = try read(lines.joined(separator: newline))
        #expect(extract.rows[0][0] == "to\(newline)linjer")
        #expect(extract.codes == [.unreadableNumber])
        #expect(extract.diagnostics.first?.location?.line == 4 && extract.diagnostics.first?.location?.cell == "C3")
    }

    @Test("line ends are told, and the last one may be absent", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ newline: String) throws {
        for ending in ["", newline] {
            let extract = try read(["A;TID;INDHOLD", "x;2013;1", "y;2013;2"].joined(separator: newline) + ending)
            let expected: Dialect.Newline = newline == "\n" ? .lf : newline == "\r" ? .cr : .crlf
            #expect(extract.summary.dialect?.newline == expected)
            #expect(extract.rows == [["x", "2013", "1"], ["y", "2013", "2"]])
        }
    }

    @Test("everything in quotes, numbers too, and no line end at the end")
    func allQuoted() throws {
        let extract = try read("\"A\";\"TID\";\"INDHOLD\"\r\n\"x\";\"2013\";\"940,66\"\r\n\"y\";\"2013\";\"7\"")
        #expect(try extract.values == [940.66, 7])
        #expect(extract.roles == [.dimension, .time, .measure])
    }

    @Test("a separator at the end of data lines, as in Norwegian election files")
    func trailingInData() throws {
        let extract = try read("fylke;parti;stemmer\n03;A;518708;\n11;B;4711;\n")
        #expect(extract.names == ["fylke", "parti", "stemmer"])
        #expect(extract.rows == [["03", "A", "518708"], ["11", "B", "4711"]])
        #expect(try extract.values == [518708, 4711] && extract.codes == [])
    }

    @Test("a separator at the end of every line, the heading too")
    func trailingEverywhere() throws {
        let extract = try read("fylke;parti;stemmer;\n03;A;518708;\n11;B;4711;\n")
        #expect(extract.names == ["fylke", "parti", "stemmer"])
        #expect(try extract.values == [518708, 4711] && extract.codes == [])
    }

    @Test("an empty last field that has a name is a column")
    func emptyLastColumn() throws {
        let extract = try read(
            "\"LOCATION\",\"TIME\",\"Value\",\"Flag Codes\"\r\n\"AUS\",\"1971\",15.9,\r\n\"AUS\",\"1972\",16,\r\n"
        )
        #expect(extract.names.count == 4 && extract.roles.last == .flag)
        #expect(try extract.values == [15.9, 16])
    }

    @Test("separator, quote and escape can be said")
    func said() throws {
        let colons = try read("A:TID:INDHOLD\nx:2013:1\n", options: ExtractOptions(delimiter: UInt8(ascii: ":")))
        #expect(colons.rows == [["x", "2013", "1"]])
        let apostrophes = try read("A;TID;INDHOLD\n'x;y';2013;1\n", options: ExtractOptions(quote: UInt8(ascii: "'")))
        #expect(apostrophes.rows == [["x;y", "2013", "1"]])
        let escaped = try read(
            "A;TID;INDHOLD\n\"say \\\"hi\\\"\";2013;1\na\\;b;2013;2\n",
            options: ExtractOptions(escape: UInt8(ascii: "\\"))
        )
        #expect(escaped.rows == [["say \"hi\"", "2013", "1"], ["a;b", "2013", "2"]])
        #expect(escaped.codes == [])
    }
}
