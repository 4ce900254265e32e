import BarometerCore
import Testing

import BarometerExtracts

@Suite("PX: entries, texts and dimensions")
struct PXStructureTests {
    @Test("dimensions stand in the order of STUB and HEADING, the last one fastest")
    func order() throws {
        let file = PXFixture.table()
        #expect(file.diagnostics.isEmpty)
        let cube = try #require(file.cube)
        #expect(cube.title == "Persons by region and time")
        #expect(cube.dimensions.map(\.name) == ["region", "time"])
        #expect(file.codes("region") == ["0", "3002"] && file.labels("region") == ["Total", "Moss"])
        #expect(file.codes("time") == ["2023", "2024"] && file.time == "time")
        #expect(file.cells == ["1/0", "2/0", "3/0", "4/0"])
        #expect(cube.units == ["": "persons"])
        #expect(file.languages == ["en"])
    }

    @Test("a table with STUB or HEADING only")
    func oneSide() {
        for keyword in ["STUB", "HEADING"] {
            let file = PXFixture("\(keyword)=\"a\",\"b\";VALUES(\"a\")=\"x\";VALUES(\"b\")=\"p\",\"q\";DATA=1 2;")
            #expect(file.cube?.dimensions.map(\.name) == ["a", "b"] && file.cells == ["1/0", "2/0"])
        }
    }

    @Test("lists run over lines, adjacent pieces are one text, and signs of the format may stand in quotes")
    func texts() throws {
        let file = PXFixture.table(
            """
            DESCRIPTION="not used";
            VALUENOTE("region","Moss")="since 2020; see (a)=b#and, more";
            NOTE = "a long text that is spl"
              "it in pieces";
            NOTEX="must be read";
            SOURCE="City";
            LAST-UPDATED="20230713 08:00";
            """ + "\n"
        )
        #expect(file.diagnostics.isEmpty)
        #expect(
            file.cube?.notes == [
                "must be read", "a long text that is split in pieces",
                "region, Moss: since 2020; see (a)=b\nand, more", "SOURCE: City", "LAST-UPDATED: 20230713 08:00",
            ]
        )
        let listed = PXFixture(
            "HEADING=\"a\";\r\nVALUES ( \"a\" ) = \"x; 1\" ,\r\n \"y\"\r\n\"z\",\"w\";\r\nDATA=\r\n1 2 3\r\n;\r\n"
        )
        #expect(listed.labels("a") == ["x; 1", "yz", "w"])
    }

    @Test("without CODES the value text is the code; VARIABLECODE names the dimension")
    func names() {
        let file = PXFixture(
            "HEADING=\"oprindelsesland\";VARIABLECODE(\"oprindelsesland\")=\"IELAND\";"
                + "VALUES(\"oprindelsesland\")=\"Danmark\",\"Norge\";DATA=1 2;"
        )
        #expect(file.codes("IELAND") == ["Danmark", "Norge"])
        #expect(file.cube?.dimensions.first?.label == "oprindelsesland")
        #expect(file.cube?.dimensions.first?.role == .ordinary)
    }

    @Test("ELIMINATION names the total by its text or code; YES names none")
    func totals() {
        #expect(PXFixture.table("ELIMINATION(\"region\")=\"Total\";\n").cube?.dimensions[0].totalCode == "0")
        #expect(PXFixture.table("ELIMINATION(\"region\")=\"3002\";\n").cube?.dimensions[0].totalCode == "3002")
        #expect(PXFixture.table("ELIMINATION(\"region\")=YES;\n").cube?.dimensions[0].totalCode == nil)
        let misspelt = PXFixture.table("ELIMINATION(\"region\")=\"Totl\";\n")
        #expect(misspelt.faults == ["D110 10:23"] && misspelt.cube?.dimensions[0].totalCode == nil)
        #expect(misspelt.diagnostics.first?.severity == .warning)
        #expect(misspelt.diagnostics.first?.hint?.en == "write \"Total\" if that is meant")
    }

    @Test("CONTVARIABLE holds measures with units of their own")
    func contents() {
        let file = PXFixture(
            """
            STUB="år";HEADING="mål";CONTVARIABLE="mål";
            VALUES("år")="2024";VALUES("mål")="Antal","Andel","Indeks";CODES("mål")="A","P","I";
            UNITS="enhed";UNITS("Antal")="personer";UNITS("Andel")="procent";
            REFPERIOD("Antal")="1. januar";LAST-UPDATED("Antal")="20240101";LAST-UPDATED("Andel")="20240101";
            DATA=1 2.5 3;
            """
        )
        #expect(file.diagnostics.isEmpty)
        #expect(file.cube?.units == ["A": "personer", "P": "procent", "I": "enhed"])
        #expect(file.cube?.dimensions.map(\.role) == [.time, .contents])
        #expect(file.cube?.notes == ["REFPERIOD: 1. januar", "LAST-UPDATED: 20240101"])
    }

    static let languages = """
        LANGUAGE="da";LANGUAGES="da","en";TITLE="Folk";TITLE[en]="People";
        STUB="køn";STUB[en]="sex";HEADING="tid";HEADING[en]="time";
        VALUES("køn")="I alt","Mænd";VALUES[en]("sex")="Total","Men";CODES("køn")="TOT","M";
        VALUES("tid")="2008K1";VALUES[en]("time")="2008Q1";
        ELIMINATION("køn")="I alt";ELIMINATION[en]("sex")="Total";UNITS="antal";UNITS[en]="number";
        NOTE="hej";NOTE[en]("sex")="hello";
        DATA=1 2;
        """

    @Test("texts come in the wanted language, codes do not change with it")
    func translation() {
        let danish = PXFixture(PXStructureTests.languages)
        #expect(danish.diagnostics.isEmpty && danish.languages == ["da", "en"])
        #expect(danish.cube?.title == "Folk" && danish.labels("køn") == ["I alt", "Mænd"])
        #expect(danish.cube?.units == ["": "antal"] && danish.cube?.notes == ["hej"])
        let english = PXFixture(PXStructureTests.languages, language: "en")
        #expect(english.diagnostics.isEmpty && english.languages == ["da", "en"])
        #expect(english.cube?.title == "People" && english.labels("sex") == ["Total", "Men"])
        #expect(english.codes("sex") == ["TOT", "M"] && english.codes("time") == ["2008K1"])
        #expect(english.labels("time") == ["2008Q1"] && english.cube?.dimensions[0].totalCode == "TOT")
        #expect(english.cube?.units == ["": "number"] && english.cube?.notes == ["sex: hello"])
        #expect(PXFixture(PXStructureTests.languages, language: "da").cube?.title == "Folk")
    }

    @Test("a language that the file has not is told, and its own taken")
    func unknownLanguage() {
        let file = PXFixture(PXStructureTests.languages, language: "kl")
        #expect(file.faults == ["D138 1:10"] && file.diagnostics.first?.severity == .warning)
        #expect(file.cube?.title == "Folk")
    }

    @Test("entries marked with the language of the file count as unmarked")
    func markedMainLanguage() {
        let file = PXFixture("VALUES[en](\"a\")=\"x\";LANGUAGE=\"en\";HEADING[en]=\"a\";DATA=1;")
        #expect(file.codes("a") == ["x"])
    }

    @Test(
        "files are recognised by their first keyword and DATA",
        arguments: [
            ("CHARSET=\"ANSI\";\nDATA=\n1;", true), ("\u{FEFF}AXIS-VERSION=\"2010\";\nDATA = 1;", true),
            ("\nSUBJECT-AREA[da]=\"x\";DATA=1;", true), ("MATRIX=\"x\";", false), ("MATRIX=\"x\";\nMYDATA=1;", false),
            ("<html>DATA=</html>", false), ("", false), ("D", false), ("DATA", false), ("DATA=", true),
            ("A;B;DATA=\n", false), ("{\"DATA\":1}", false),
        ]
    )
    func recognition(_ text: String, _ expected: Bool) {
        #expect(PXReader.recognises(Array(text.utf8)) == expected)
    }
}
