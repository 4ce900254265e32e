import BarometerCore
import BarometerTestSupport
import Foundation
import Testing

import BarometerExtracts

/// Reads a text as JSON-stat.
func readJSONStat(_ text: String) -> (cube: Cube?, diagnostics: [Diagnostic]) {
    var bag = DiagnosticBag()
    let cube = JSONStatReader.read(Array(text.utf8), path: "x.json", bag: &bag)
    return (cube, bag.diagnostics)
}

/// A data set of 2 x 2 cells; `rest` comes behind the dimensions.
func dataset(_ rest: String) -> String {
    #"{"version":"2.0","class":"dataset","id":["KØN","Tid"],"size":[2,2],"dimension":{"#
        + #""KØN":{"category":{"index":["M","K"]}},"Tid":{"category":{"index":["2024K1","2024K2"]}}},"#
        + rest + "}"
}

private func number(_ digits: Int64, _ decimals: Int = 0, _ status: ObservationStatus = .normal) -> Cube.Cell {
    .number(DecimalNumber(digits: digits, decimals: decimals), status)
}

@Suite("JSON-stat")
struct JSONStatTests {
    @Test("version 1 is read as the StatBank sends it")
    func version1() throws {
        let text = """
            {"dataset":{"dimension":{
             "OMRÅDE":{"label":"område","category":{"index":{"101":1,"000":0},"label":{"000":"Hele landet","101":"København"}}},
             "ContentsCode":{"label":"Indhold","category":{"index":{"FOLK1A":0},"label":{"FOLK1A":"Folketal"},
              "unit":{"FOLK1A":{"base":"Antal","decimals":0}}}},
             "Tid":{"label":"tid","category":{"index":{"2024K1":0,"2024K2":1},"label":{"2024K1":"2024K1"}}},
             "id":["OMRÅDE","ContentsCode","Tid"],"size":[2,1,2],"role":{"metric":["ContentsCode"],"time":["Tid"]}},
             "label":"Folketal","source":"Danmarks Statistik","updated":"2024-08-12T06:00:00Z","value":[1,2,3,null]}}
            """
        let (cube, diagnostics) = readJSONStat(text)
        let read = try #require(cube)
        #expect(diagnostics.isEmpty)
        #expect(read.title == "Folketal" && read.notes == ["Danmarks Statistik", "2024-08-12T06:00:00Z"])
        #expect(read.dimensions.map(\.name) == ["OMRÅDE", "ContentsCode", "Tid"])
        #expect(read.dimensions.map(\.label) == ["område", "Indhold", "tid"])
        #expect(read.dimensions.map(\.role) == [.ordinary, .contents, .time])
        #expect(read.dimensions[0].categories.map(\.code) == ["000", "101"])
        #expect(read.dimensions[0].categories.map(\.label) == ["Hele landet", "København"])
        #expect(read.dimensions[2].categories.map(\.label) == ["2024K1", "2024K2"])
        #expect(read.units == ["FOLK1A": "Antal"])
        #expect(read.cells == [number(1), number(2), number(3), .missing(.notAvailable)])
    }

    @Test("version 2 is read, with roles by name where none is given, notes and the code of the total")
    func version2() throws {
        let text = """
            {"version":"2.0","class":"dataset","id":["KØN","Maal","År"],"size":[1,1,2],"note":["a","b"],
            "role":{"geo":["KØN"]},"dimension":{
             "KØN":{"note":["c"],"category":{"label":{"TOT":"I alt"},"note":{"TOT":["d"]},"child":{"TOT":["x"]}},
              "extension":{"elimination":true,"eliminationValueCode":"TOT"}},
             "Maal":{"category":{"index":["p"],"unit":{"p":{"decimals":1,"symbol":"%"}}}},
             "År":{"category":{"index":["2024","2025"]}}},"value":[1.0,2e1]}
            """
        let (cube, diagnostics) = readJSONStat(text)
        let read = try #require(cube)
        #expect(diagnostics.isEmpty)
        #expect(read.title == "" && read.notes == ["a", "b", "c", "d"])
        #expect(read.dimensions.map(\.role) == [.ordinary, .contents, .time])
        #expect(read.dimensions[0].categories == [Cube.Category(code: "TOT", label: "I alt")])
        #expect(read.dimensions.map(\.totalCode) == ["TOT", nil, nil])
        #expect(read.units == ["p": "%"])
        #expect(read.cells == [number(10, 1), number(20)])
    }

    @Test(
        "values are read as a list, or by position in any order",
        arguments: [
            ("[1,null,3,-4]", [1, nil, 3, -4]), (#"{"3":-4,"0":1,"2":3}"#, [1, nil, 3, -4]),
            ("{}", [nil, nil, nil, nil]),
            (#"{"1":null}"#, [nil, nil, nil, nil]),
        ] as [(String, [Int64?])]
    )
    func values(_ text: String, _ expected: [Int64?]) {
        let (cube, diagnostics) = readJSONStat(dataset("\"value\":\(text)"))
        #expect(cube?.cells == expected.map { $0.map { number($0) } ?? .missing(.notAvailable) })
        #expect(diagnostics.isEmpty)
    }

    @Test(
        "numbers are exact where they have up to 18 digits",
        arguments: [
            ("0", number(0)), ("-0.0", number(0, 1)), ("148.30000000", number(14_830_000_000, 8)),
            ("1.5e3", number(1500)), ("2E-2", number(2, 2)), ("1.50e1", number(150, 1)), ("12e+2", number(1200)),
            ("123456789012345678", number(123_456_789_012_345_678)),
            ("-0.000000000000000001", number(-1, 18)),
            ("0.10000000000000000000000", number(100_000_000_000_000_000, 18)),
            ("1e17", number(100_000_000_000_000_000)), ("1e18", .double(1e18, .normal)),
            ("1234567890123456789", .double(1_234_567_890_123_456_768, .normal)),
            ("1e-19", .double(1e-19, .normal)), ("0e999999999999999999999", number(0)),
            ("0.1234567890123456789", .double(0.1234567890123456789, .normal)), ("5e-400", .double(0, .normal)),
            ("100000000000000000000e-18", number(100_000_000_000_000_000, 15)),
        ] as [(String, Cube.Cell)]
    )
    func numbers(_ text: String, _ expected: Cube.Cell) {
        let (cube, diagnostics) = readJSONStat(dataset("\"value\":[\(text),0,0,0]"))
        #expect(cube?.cells.first == expected)
        #expect(diagnostics.isEmpty)
    }

    @Test("marks in place of numbers are missing values, and told as such")
    func marks() {
        let (cube, diagnostics) = readJSONStat(dataset(#""value":["..",1,"..",":"]"#))
        #expect(
            cube?.cells == [
                .missing(.uncertainOrConfidential), number(1), .missing(.uncertainOrConfidential),
                .missing(.notAvailable),
            ]
        )
        #expect(diagnostics.map(\.code) == [.markersRead, .markersRead])
        #expect(diagnostics.map(\.count) == [2, 1])
    }

    @Test(
        "flags are one for all, a list, or by position",
        arguments: [
            (#""p""#, [number(1, 0, .provisional), number(2, 0, .provisional), number(0, 0, .provisional)]),
            (#"["e"]"#, [number(1, 0, .estimated), number(2, 0, .estimated), number(0, 0, .estimated)]),
            (#"["F",null,"",".."]"#, [number(1, 0, .forecast), number(2), number(0)]),
            (#"{"2":"-","1":"s"}"#, [number(1), number(2, 0, .estimated), number(0, 0, .nilValue)]),
            ("null", [number(1), number(2), number(0)]),
        ] as [(String, [Cube.Cell])]
    )
    func flags(_ status: String, _ expected: [Cube.Cell]) {
        let (cube, diagnostics) = readJSONStat(dataset("\"value\":[1,2,0,null],\"status\":\(status)"))
        #expect(cube.map { Array($0.cells.prefix(3)) } == expected)
        #expect(diagnostics.isEmpty)
    }

    @Test(
        "flags say why a value is missing",
        arguments: [
            ("c", .confidential), ("u", .uncertainOrConfidential), ("..", .uncertainOrConfidential),
            (".", .cannotOccur),
            ("...", .notYetAvailable), (":", .notAvailable), (":c", .confidential), (": z", .cannotOccur),
            ("p", .notAvailable),
        ] as [(String, ObservationStatus)]
    )
    func missingFlags(_ flag: String, _ expected: ObservationStatus) {
        let (cube, diagnostics) = readJSONStat(dataset("\"value\":[1,2,3,null],\"status\":{\"3\":\"\(flag)\"}"))
        #expect(cube?.cells.last == .missing(expected))
        #expect(diagnostics.isEmpty)
    }

    @Test("flags that cannot be kept are counted in a note, one for each")
    func unknownFlags() {
        let (cube, diagnostics) = readJSONStat(dataset(#""value":[1,2,null,4],"status":["b","bp","b","est"]"#))
        #expect(cube?.cells == [number(1), number(2, 0, .provisional), .missing(.notAvailable), number(4)])
        #expect(diagnostics.map(\.code) == [.statusFlag, .statusFlag, .statusFlag])
        #expect(diagnostics.map(\.severity) == [.note, .note, .note])
        #expect(diagnostics.map(\.count) == [2, 1, 1])
        let many = (0..<4).map { "\"\($0)\"" }.joined(separator: ",")
        #expect(readJSONStat(dataset("\"value\":[1,2,3,4],\"status\":[\(many)]")).diagnostics.count == 4)
    }

    @Test("a figure under a flag that says there is none is left out with a warning")
    func withheld() {
        let (cube, diagnostics) = readJSONStat(dataset(#""value":[1,2,3,4],"status":{"0":"c","1":"c","2":"u"}"#))
        #expect(cube?.cells == [.missing(.confidential), .missing(.confidential), number(3), number(4)])
        #expect(diagnostics.map(\.code) == [.statusFlag, .statusFlag])
        #expect(diagnostics.map(\.severity) == [.warning, .note])
        #expect(diagnostics.map(\.count) == [2, 1])
    }

    @Test("of several data sets the first is read and the others are named")
    func bundle() {
        let first = dataset(#""label":"First","value":[1,2,3,4]"#), second = dataset(#""value":[5,6,7,8]"#)
        for text in [
            "{\"a\":\(first),\"b\":\(second)}", "{\"class\":\"bundle\",\"x\":1,\"a\":\(first),\"b\":\(second)}",
        ] {
            let (cube, diagnostics) = readJSONStat(text)
            #expect(cube?.title == "First")
            #expect(diagnostics.map(\.code) == [.otherDatasets])
            #expect(diagnostics.first?.severity == .note)
            #expect(diagnostics.first?.message.en.contains("\"b\"") == true)
        }
        let (cube, diagnostics) = readJSONStat("{\"class\":\"collection\",\"link\":{\"item\":[\(second)]}}")
        #expect(cube?.cells.count == 4 && diagnostics.isEmpty)
    }

    @Test("is told from other files, also where it is cut off")
    func recognised() {
        func recognises(_ text: String) -> Bool { JSONStatReader.recognises(Array(text.utf8)) }
        #expect(recognises(dataset("\"value\":[]")))
        #expect(recognises("\u{FEFF} { \"class\" : \"dataset\" }"))
        #expect(recognises(#"{"class":"collection","link":{}}"#))
        #expect(recognises(#"{"oecd":{"value":[1],"dimension":{}}}"#))
        #expect(recognises(#"{"dataset":{"dimension":{"a":{"cate"#))
        #expect(!recognises(#"{"dataset":{"dimension":{}},"other":{"value":1}}"#))
        #expect(!recognises(#"{"id":"STRAF42","text":"dimension","variables":[{"value":1,"dimension":2}]}"#))
        #expect(!recognises(#"{"Area":"value","dimension":"x"}"#))
        #expect(!recognises(#"{"class":"person"}"#))
        #expect(!recognises("a;b"))
        #expect(!recognises(""))
    }
}

/// Real files, where they lie beside the repository; numbers by Python.
@Suite("JSON-stat files", .enabled(if: Repository.sharedExtracts != nil))
struct JSONStatFileTests {
    private func cube(_ name: String) throws -> (cube: Cube, diagnostics: [Diagnostic]) {
        let path = try #require(Repository.sharedExtracts) + "/jsonstat/" + name
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(JSONStatReader.recognises(bytes) && !JSONLinesReader.recognises(bytes))
        var bag = DiagnosticBag()
        return (try #require(JSONStatReader.read(bytes, path: name, bag: &bag)), bag.diagnostics)
    }

    /// The sum of the values, and of the values times their positions from 1.
    private func sums(_ cube: Cube) -> [Int64] {
        let digits = cube.cells.map { cell in
            if case .number(let number, .normal) = cell, number.decimals == 0 { number.digits } else { Int64(0) }
        }
        return [digits.reduce(0, +), zip(digits, Int64(1)...).reduce(0) { $0 + $1.0 * $1.1 }]
    }

    @Test("Galicia, version 2")
    func galicia() throws {
        let (cube, diagnostics) = try cube("galicia-2.0.json")
        #expect(diagnostics.isEmpty)
        #expect(cube.dimensions.map(\.name) == ["birth", "age", "gender", "time", "residence", "concept"])
        #expect(cube.dimensions.map(\.categories.count) == [6, 22, 3, 2, 5, 1])
        #expect(cube.dimensions.map(\.role) == [.ordinary, .ordinary, .ordinary, .time, .ordinary, .contents])
        #expect(cube.dimensions[4].categories[1] == Cube.Category(code: "15", label: "A Coruña"))
        #expect(cube.dimensions[5].categories == [Cube.Category(code: "pop", label: "population")])
        #expect(cube.units == ["pop": "persons"])
        #expect(cube.notes == ["INE and IGE", "2012-12-27T12:25:09Z"])
        #expect(cube.cells.count == 3960 && sums(cube) == [87_493_659, 63_627_057_013])
        #expect(cube.cells.indices.filter { cube.cells[$0] == .missing(.notAvailable) } == [3278, 3288, 3298, 3947])
    }

    @Test("Statistics Sweden, version 1")
    func sweden() throws {
        let (cube, diagnostics) = try cube("statswe.json")
        #expect(diagnostics.isEmpty)
        #expect(cube.title == "Döda efter region, dödsorsak, ålder, kön, tabellinnehåll och år")
        #expect(cube.dimensions.map(\.name) == ["Region", "Dodsorsak", "Alder", "Kon", "ContentsCode", "Tid"])
        #expect(cube.dimensions.map(\.categories.count) == [1, 1, 20, 2, 1, 28])
        #expect(cube.dimensions[2].categories.last == Cube.Category(code: "90+", label: "90+ år"))
        #expect(cube.dimensions[4].role == .contents && cube.dimensions[5].role == .time)
        #expect(cube.units == ["HS0301A1": "antal"])
        #expect(cube.cells.count == 1120 && sums(cube) == [38_425, 34_785_437])
    }

    @Test("the English census, version 1, whose sizes leave out a one")
    func census() throws {
        let (cube, diagnostics) = try cube("QS104EW.json")
        #expect(diagnostics.map(\.code) == [.cubeSize])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.location?.line == 8)
        #expect(cube.title == "Sex" && cube.units == ["Segment_1": "All usual residents"])
        #expect(cube.dimensions.map(\.categories.count) == [1, 3, 1, 1])
        #expect(cube.dimensions.map(\.role) == [.ordinary, .ordinary, .contents, .time])
        #expect(cube.dimensions[1].categories.map(\.label) == ["All categories: Sex", "Males", "Females"])
        #expect(cube.cells == [number(56_075_912), number(27_573_376), number(28_502_536)])
    }
}
