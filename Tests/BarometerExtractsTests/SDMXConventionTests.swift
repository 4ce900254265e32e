import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 9 and the Eurostat part of 10.
@Suite("Conventions: SDMX-CSV and Eurostat")
struct SDMXConventionTests {
    @Test("version 1: DATAFLOW first, attributes behind the value, letters of status")
    func version1() throws {
        let extract = try read(
            """
            DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,DECIMALS
            ESTAT:NA_MAIN(1.6),A,DK,2019,76.4,A,F,1
            ESTAT:NA_MAIN(1.6),A,DK,2020,5.5,P,F,1
            ESTAT:NA_MAIN(1.6),A,DK,2021,5,E,F,1
            ESTAT:NA_MAIN(1.6),A,DK,2022,6,F,F,1
            ESTAT:NA_MAIN(1.6),A,DK,2023,NaN,M,F,1
            ESTAT:NA_MAIN(1.6),A,DK,2024,,M,F,1

            """
        )
        #expect(extract.summary.format == .sdmxCSV && extract.summary.layout == "long")
        #expect(extract.roles == [.ignored, .dimension, .dimension, .time, .measure, .flag, .flag, .ignored])
        #expect(try extract.values == [76.4, 5.5, 5, 6, nil, nil])
        #expect(try extract.statuses.prefix(4) == [.normal, .provisional, .estimated, .forecast])
        #expect(try extract.statuses.suffix(2).allSatisfy(\.isMissing))
    }

    @Test("version 2: structure and action are no part of the key, the separator is the sign behind STRUCTURE")
    func version2() throws {
        let extract = try read(
            """
            STRUCTURE;STRUCTURE_ID;ACTION;FREQ;GEO;TIME_PERIOD;OBS_VALUE;OBS_STATUS
            dataflow;ESTAT:NA_MAIN(1.6.0);I;A;DK;2020;76,4;A
            dataflow;ESTAT:NA_MAIN(1.6.0);I;A;SE;2020;1,5;A

            """
        )
        #expect(extract.summary.format == .sdmxCSV && extract.summary.dialect?.delimiter == UInt8(ascii: ";"))
        #expect(extract.table?.dimensions.map(\.name) == ["FREQ", "GEO"])
        #expect(try extract.values == [76.4, 1.5])
    }

    @Test("several values in a cell: STRUCTURE[;] and columns that end in []")
    func subDelimiter() throws {
        let extract = try read(
            """
            STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,GEO,TIME_PERIOD,CONTACT[],OBS_VALUE,COMMENT[]
            dataflow,ESTAT:NA_MAIN(1.6.0),I,A,DK,2020,a;b;c,76.4,x;y
            dataflow,ESTAT:NA_MAIN(1.6.0),I,A,SE,2020,a;b;c,1.5,x;y

            """
        )
        #expect(extract.summary.format == .sdmxCSV && extract.summary.dialect?.delimiter == UInt8(ascii: ","))
        #expect(extract.table?.dimensions.map(\.name) == ["FREQ", "GEO"])
        #expect(try extract.values == [76.4, 1.5])
    }

    @Test("deletions are refused, other actions are rows", arguments: ["I", "A", "M", "R"])
    func actions(_ action: String) throws {
        let head = "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\n"
        let row = { (action: String, place: String) in "dataflow,ESTAT:X(1.0.0),\(action),\(place),2020,5\n" }
        #expect(try read(head + row(action, "DK") + row(action, "SE")).values == [5, 5])
        let deleting = try read(head + row(action, "DK") + row("D", "SE") + row("D", "NO"))
        #expect(deleting.table == nil && deleting.codes == [.deletionRefused])
        #expect(deleting.diagnostics[0].location?.line == 3 && deleting.diagnostics[0].count == 2)
    }

    @Test("labels=both: the codes of names and cells, also where a label holds a colon")
    func labelsBoth() throws {
        let extract = try read(
            """
            STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,GEO: Geography: country,TIME_PERIOD: Time,OBS_VALUE: Value
            dataflow,ESTAT:X(1.0.0): Accounts,I,A: Annual,DK: Denmark: all of it,2020,5.5
            dataflow,ESTAT:X(1.0.0): Accounts,I,A: Annual,SE: Sweden,2021,6.5

            """
        )
        #expect(extract.summary.columns.map(\.name).suffix(4) == ["FREQ", "GEO", "TIME_PERIOD", "OBS_VALUE"])
        #expect(try extract.entries("GEO") == ["DK", "SE"] && extract.periods == ["2020", "2021"])
        #expect(try extract.values == [5.5, 6.5])
    }

    @Test("labels=name: columns of names stand beside those of codes")
    func labelsName() throws {
        let extract = try read(
            """
            STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,GEO,Geography,TIME_PERIOD,Time,OBS_VALUE,Observation value
            dataflow,ESTAT:X(1.0.0),Accounts,I,DK,Denmark,2020,,5.5,
            dataflow,ESTAT:X(1.0.0),Accounts,I,SE,Sweden,2021,,6.5,

            """
        )
        #expect(try extract.entries("GEO") == ["DK", "SE"] && extract.periods == ["2020", "2021"])
        #expect(try extract.values == [5.5, 6.5] && extract.roles[2] == .ignored)
    }

    @Test("a dimension that is switched off is the code ~")
    func switchedOff() throws {
        let extract = try read("DATAFLOW,GEO,SEX,TIME_PERIOD,OBS_VALUE\nESTAT:X(1.0),DK,~,2020,5\n")
        #expect(try extract.entries("SEX") == ["~"])
    }

    @Test("Eurostat's TSV: packed keys, blanks behind cells, flags behind the number, newest year first")
    func eurostatTSV() throws {
        let extract = try read(
            "unit,sex,age,geo\\time\t2021 \t2020 \t2019 \nYR,F,Y7,DE\t76.4 b\t73 \t: \nYR,F,Y7,DK\t75.4 p\t: c\t: z\nYR,M,Y7,DK\t75.1 e\t74 f\t70.2 bep\n"
        )
        #expect(extract.summary.format == .eurostatTSV && extract.summary.layout == "wide")
        #expect(extract.table?.dimensions.map(\.name) == ["unit", "sex", "age", "geo"])
        #expect(try extract.entries("geo").suffix(3) == ["DK", "DK", "DK"])
        #expect(try extract.periods.prefix(3) == ["2021", "2020", "2019"])
        #expect(try extract.values == [76.4, 73, nil, 75.4, nil, nil, 75.1, 74, 70.2])
        #expect(
            try extract.statuses == [
                .normal, .normal, .notAvailable, .provisional, .confidential, .cannotOccur, .estimated, .forecast,
                .provisional,
            ]
        )
        #expect(extract.summary.numberFormat == .machine)
    }

    @Test("Eurostat's own estimates are estimates")
    func eurostatEstimate() throws {
        #expect(try read("geo\\time\t2021 \t2020 \nDK\t5.1 s\t5.2 \n").statuses == [.estimated, .normal])
    }

    @Test("flags that no status keeps (b, d, n, r, u) are told in a note, as they are for JSON-stat")
    func flagsThatAreLost() throws {
        let tsv = try read("geo\\time\t2021 \t2020 \nDK\t5.1 b\t5.2 u\nSE\t6.1 b\t6.2 \n")
        #expect(tsv.codes == [.statusFlag, .statusFlag] && tsv.diagnostics.map(\.count) == [2, 1])
        let csv = try read("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nESTAT:X(1.0),DK,2020,5,B\n")
        #expect(csv.codes == [.statusFlag] && csv.diagnostics[0].severity == .note)
    }

    @Test("Eurostat's new TSV: TIME_PERIOD, oldest first, months")
    func newEurostatTSV() throws {
        let extract = try read(
            "freq,unit,geo\\TIME_PERIOD\t2022-11 \t2022-12 \nM,PC,DK\t5.1 \t5.2 d\nM,PC,SE\t: u\t7.5 \n"
        )
        #expect(extract.table?.dimensions.map(\.name) == ["freq", "unit", "geo"])
        #expect(try extract.periods == ["2022M11", "2022M12", "2022M11", "2022M12"])
        #expect(try extract.values == [5.1, 5.2, nil, 7.5])
    }
}
