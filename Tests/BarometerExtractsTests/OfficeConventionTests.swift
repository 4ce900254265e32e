import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 1, 5, 6, 10 and 11: files as the offices' own services write them.
@Suite("Conventions: files of offices")
struct OfficeConventionTests {
    @Test("StatBank: CSV and BULK of one observation differ in the mark alone")
    func oneObservation() throws {
        let text = "HERKOMST1;TID;INDHOLD\r\nTotal;2023;233454\r\n"
        for (bytes, encoding) in [(text, Encoding.utf8), ("\u{FEFF}" + text, .utf8WithMark)] {
            let extract = try read(bytes)
            #expect(extract.summary.encoding == encoding && extract.summary.dialect?.newline == .crlf)
            #expect(extract.roles == [.dimension, .time, .measure] && extract.codes == [])
            #expect(try extract.values == [233454])
        }
    }

    @Test("StatBank before January 2018: the last column has another name")
    func oldMeasureName() throws {
        let extract = try read("OMRÅDE;ALDER;TID;FOLKETAL\r\n000;0;2014K1;5000\r\n000;1;2014K1;5100\r\n")
        #expect(extract.roles == [.dimension, .dimension, .time, .measure])
    }

    @Test("StatBank before October 2014: no heading")
    func oldWithoutHeading() throws {
        let extract = try read("Hele landet;2014K1;5627235\r\nKøbenhavn;2014K1;569557\r\nAarhus;2014K1;323893\r\n")
        #expect(extract.summary.headerLines == 0 && extract.codes == [.noHeader])
        #expect(try extract.values == [5_627_235, 569_557, 323_893] && extract.roles == [.dimension, .time, .measure])
    }

    @Test("election database: Valgsted Id and ValgstedId are two names")
    func electionNames() throws {
        let schema = ExtractSchema(columns: [
            ExtractSchema.Column(name: "ValgstedId", role: .dimension),
            ExtractSchema.Column(name: "Stemmer", role: .measure),
        ])
        let extract = try read("\"Valgsted Id\";\"Stemmer\"\n\"101032\";\"12\"\n", schema: schema)
        #expect(Set(extract.codes) == [.missingColumn, .undeclaredColumn])
        #expect(extract.diagnostics.contains { $0.hint?.en.contains("Valgsted") == true })
    }

    @Test("valg.dk: a row for each party and candidate")
    func valgDK() throws {
        let extract = try read(
            "Opstillingskreds;Afstemningsområde;Partibogstav;Partinavn;Navn;Stemmetal\n"
                + "Nørrebrokredsen;20. 5. Nørrebro;A;Socialdemokratiet;Partiliste;512\n"
                + "Nørrebrokredsen;20. 5. Nørrebro;A;Socialdemokratiet;Anna Jensen;12\n"
        )
        #expect(extract.roles == Array(repeating: .dimension, count: 5) + [.measure])
        #expect(try extract.entries("Afstemningsområde") == ["20. 5. Nørrebro", "20. 5. Nørrebro"])
    }

    @Test("jobindsats: JSON lines under the name .csv, shares as texts with a comma, messages on top")
    func jobindsats() throws {
        let extract = try read(
            """
            {"Forkert nøgle eller nøglen er udløbet.":""}
            {"Area":"København","Periode":"2020QMAT02","Ydelsesgrupper":"I alt","Faktisk: Antal":16170,"Faktisk: Andel":"3,41"}
            {"Area":"Aarhus","Periode":"2020QMAT02","Ydelsesgrupper":"I alt","Faktisk: Antal":9000,"Faktisk: Andel":"-0,06"}

            """
        )
        #expect(extract.summary.format == .jsonLines && extract.codes == [.sourceMessage])
        #expect(extract.diagnostics[0].severity == .warning)
        #expect(extract.roles == [.dimension, .time, .dimension, .measure, .measure])
        #expect(try extract.values == [16170, 3.41, 9000, -0.06])
        #expect(try extract.periods.first == "2019Q3:2020Q2")
    }

    @Test("Eurostat's Data Browser: everything in quotes, a colon for missing, footnotes in a column")
    func dataBrowser() throws {
        let head = "\"GEO\",\"TIME\",\"SEX\",\"Value\""
        let old = try read("\(head)\n\"DK\",\"2014\",\"T\",\"6.6\"\n\"DK\",\"2015\",\"T\",\":\"\n")
        #expect(old.roles == [.dimension, .time, .dimension, .measure])
        #expect(try old.values == [6.6, nil] && old.statuses == [.normal, .notAvailable])
        let new = try read(
            "\(head),\"Flag and Footnotes\"\n\"DK\",\"2014\",\"T\",\"6.6\",\"p\"\n\"DK\",\"2015\",\"T\",\":\",\"c\"\n\"DK\",\"2016\",\"T\",\"7\",\"\"\n"
        )
        #expect(new.roles.last == .flag)
        #expect(try new.statuses == [.provisional, .confidential, .normal])
    }

    @Test("OECD's old export: mark, CRLF, years in quotes, an empty last field without")
    func oecd() throws {
        let extract = try read(
            "\u{FEFF}\"LOCATION\",\"INDICATOR\",\"FREQUENCY\",\"TIME\",\"Value\",\"Flag Codes\"\r\n"
                + "\"AUS\",\"PHARMAEXP\",\"A\",\"1971\",15.99,\r\n\"AUS\",\"PHARMAEXP\",\"A\",\"1972\",15.09,\"E\"\r\n"
        )
        #expect(extract.summary.encoding == .utf8WithMark && extract.summary.numberFormat == .machine)
        #expect(extract.roles == [.dimension, .dimension, .dimension, .time, .measure, .flag])
        #expect(try extract.periods == ["1971", "1972"])
        #expect(try extract.statuses == [.normal, .estimated] && extract.values == [15.99, 15.09])
    }

    @Test("PxWeb of Statistics Sweden: ISO-8859-1, years in the heading, bare dots for missing, commas in labels")
    func pxWeb() throws {
        let extract = try read(
            "\"region\",\"kön\",\"2017\",\"2018\"\n\"01 Stockholms län\",\"män\",12,..\n\"03 Uppsala, län\",\"kvinnor\",7,8\n",
            latin1: true
        )
        #expect(extract.summary.encoding == .windows1252 && extract.summary.layout == "wide")
        #expect(extract.table?.dimensions.map(\.name) == ["region", "kön"])
        #expect(
            try extract.entries("region") == [
                "01 Stockholms län", "01 Stockholms län", "03 Uppsala, län", "03 Uppsala, län",
            ]
        )
        #expect(try extract.values == [12, nil, 7, 8] && extract.periods == ["2017", "2018", "2017", "2018"])
        #expect(extract.diagnostics.map(\.severity) == [.note])
    }

    @Test("Norwegian charts: semicolons with a decimal point, no line end at the end")
    func norwegianChart() throws {
        let extract = try read("\u{FEFF}\"parti\";\"2017\";\"2021\"\n\"Ap\";27.4;26.3\n\"H\";25;20.4")
        #expect(extract.summary.numberFormat?.decimal == ".")
        #expect(try extract.values == [27.4, 26.3, 25, 20.4])
    }

    @Test("R and pandas write row numbers under no name, and NA", arguments: ["1", "0"])
    func rowNumbers(_ first: String) throws {
        let second = first == "1" ? "2" : "1"
        let extract = try read(
            "\"\",\"geo\",\"TIME_PERIOD\",\"OBS_VALUE\"\n\"\(first)\",\"DK\",\"2014\",\"6.6\"\n\"\(second)\",\"SE\",\"2014\",NA\n"
        )
        #expect(extract.roles == [.ignored, .dimension, .time, .measure])
        #expect(try extract.values == [6.6, nil])
        let wide = try read(
            "\"\",\"geo_labels\",\"DK\",\"SE\"\n\"1\",\"2003-01-01\",5.4,NA\n\"2\",\"2004-01-01\",5.2,6.7\n"
        )
        #expect(wide.roles == [.ignored, .time, .measure, .measure])
        #expect(try wide.values == [5.4, nil, 5.2, 6.7])
    }

    @Test("a dataset is held to its declaration in a PX file as it is in a delimited one")
    func declaredCube() throws {
        let px = """
            CHARSET="ANSI";
            CODEPAGE="utf-8";
            TITLE="t";
            UNITS="n";
            STUB="sted";
            HEADING="tid";
            VALUES("sted")="nord","syd";
            VALUES("tid")="2014";
            TIMEVAL("tid")=TLIST(A1),"2014";
            DATA=
            1 2;
            """
        #expect(try read(px).summary.format == .px)
        let list = Codelist(id: "s", items: [Codelist.Item(code: "nord", label: LocalizedText("nord"))])
        let schema = ExtractSchema(columns: [
            ExtractSchema.Column(name: "sted", role: .dimension, codelist: list),
            ExtractSchema.Column(name: "tid", role: .time), ExtractSchema.Column(name: "value", role: .measure),
        ])
        #expect(try read(px, schema: schema).codes == [.unknownCode])
    }

    @Test("a classification is codes and titles without values")
    func classification() throws {
        let extract = try read("\"KODE\";\"TITEL\"\n\"01\";\"Byen København\"\n\"101\";\"København\"\n")
        #expect(extract.codes == [.noMeasure] && extract.rows == [["01", "Byen København"], ["101", "København"]])
        #expect(extract.diagnostics[0].severity == .warning)
    }
}
