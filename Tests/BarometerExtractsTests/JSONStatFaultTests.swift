import BarometerCore
import BarometerTestSupport
import Testing

import BarometerExtracts

/// A data set of one dimension with its parts as given.
private func oneDimension(
    id: String = #"["a"]"#,
    size: String = "[2]",
    a: String = #"{"category":{"index":["x","y"]}}"#,
    value: String = "[1,2]"
) -> String {
    "{\"class\":\"dataset\",\"id\":\(id),\"size\":\(size),\n\"dimension\":{\"a\":\(a)},\n\"value\":\(value)}"
}

/// A sparse data set of so many dimensions with 10 categories each.
private func large(_ dimensions: Int, value: String = "{\"0\":1}") -> String {
    let names = (0..<dimensions).map { "d\($0)" }
    let codes = (0..<10).map { "\"\($0)\"" }.joined(separator: ",")
    return "{\"class\":\"dataset\",\"id\":[\(names.map { "\"\($0)\"" }.joined(separator: ","))],"
        + "\"size\":[\(names.map { _ in "10" }.joined(separator: ","))],\"dimension\":{"
        + names.map { "\"\($0)\":{\"category\":{\"index\":[\(codes)]}}" }.joined(separator: ",")
        + "},\"value\":\(value)}"
}

@Suite("JSON-stat faults")
struct JSONStatFaultTests {
    @Test(
        "are told with code, place and way out",
        arguments: [
            (#"{"class":"collection","link":{"item":[{"href":"https://x/1"}]}}"#, .noDataset, "1:10", "only links"),
            (#"{"class":"dimension","category":{}}"#, .noDataset, "1:10", "no JSON-stat dataset"),
            ("[1]", .noDataset, "1:1", "no JSON-stat dataset"),
            (#"{"class":"dataset","value":[]}"#, .jsonStatShape, "1:1", "\"dimension\" is missing"),
            (#"{"class":"dataset","dimension":{},"size":[],"value":[]}"#, .jsonStatShape, "1:1", "\"id\" is missing"),
            (
                #"{"class":"dataset","dimension":{},"id":["a"],"value":[]}"#, .jsonStatShape, "1:1",
                "\"size\" is missing"
            ),
            (
                #"{"x":{"dimension":{"a":{"category":{"index":["x"]}},"id":["a"],"size":[1]}}}"#, .jsonStatShape, "1:6",
                "\"value\" is missing"
            ),
            (oneDimension(id: "[]"), .jsonStatShape, "1:25", "must list names"),
            (oneDimension(id: "[1]"), .jsonStatShape, "1:25", "must list names"),
            (oneDimension(id: #"["a","a"]"#), .jsonStatShape, "1:30", "stands twice"),
            (oneDimension(id: #"["A"]"#), .jsonStatShape, "1:26", "not described"),
            (oneDimension(size: "2"), .jsonStatShape, "1:38", "whole numbers"),
            (oneDimension(size: "[-2]"), .jsonStatShape, "1:38", "whole numbers"),
            (oneDimension(size: "[2.0]"), .jsonStatShape, "1:38", "whole numbers"),
            (oneDimension(size: "[\"2\"]"), .jsonStatShape, "1:38", "whole numbers"),
            (oneDimension(size: "[3]"), .cubeSize, "1:39", "has 2 categories, its size is given as 3"),
            (oneDimension(size: "[2,3]"), .cubeSize, "1:38", "2 numbers, \"id\" names 1"),
            (oneDimension(size: "[99999999999999999]"), .cubeSize, "1:39", "has 2 categories"),
            (oneDimension(size: "[99999999999999999999999]"), .jsonStatShape, "1:38", "whole numbers"),
            (oneDimension(a: "{}"), .jsonStatShape, "2:18", "\"category\" is missing"),
            (oneDimension(a: #"{"category":{}}"#), .jsonStatShape, "2:30", "\"index\" is missing"),
            (
                oneDimension(a: #"{"category":{"label":{"x":"X","y":"Y"}}}"#), .jsonStatShape, "2:30",
                "\"index\" is missing"
            ),
            (oneDimension(a: #"{"category":{"index":[1,2]}}"#), .jsonStatShape, "2:40", "is no text"),
            (
                oneDimension(a: #"{"category":{"index":["x","x"]}}"#), .jsonStatShape, "2:44",
                "the code \"x\" stands twice"
            ),
            (oneDimension(a: #"{"category":{"index":7}}"#), .jsonStatShape, "2:39", "neither a list"),
            (oneDimension(a: #"{"category":{"index":{"x":0,"y":2}}}"#), .jsonStatShape, "2:50", "code \"y\""),
            (oneDimension(a: #"{"category":{"index":{"x":0,"y":0}}}"#), .jsonStatShape, "2:50", "code \"y\""),
            (oneDimension(a: #"{"category":{"index":{"x":0,"y":"1"}}}"#), .jsonStatShape, "2:50", "code \"y\""),
            (oneDimension(size: "[0]", a: #"{"category":{"index":[]}}"#, value: "[]"), .emptyFile, "1:38", "no cells"),
            (oneDimension(value: "[1]"), .cubeSize, "3:9", "1 values, the dimensions ask for 2"),
            (oneDimension(value: "[1,2,3]"), .cubeSize, "3:9", "3 values, the dimensions ask for 2"),
            (oneDimension(value: "7"), .jsonStatShape, "3:9", "neither a list of values"),
            (oneDimension(value: #"{"2":1}"#), .cubeSize, "3:10", "key \"2\" is no position"),
            (oneDimension(value: #"{"-1":1}"#), .cubeSize, "3:10", "key \"-1\" is no position"),
            (oneDimension(value: #"{"00":1}"#), .cubeSize, "3:10", "key \"00\" is no position"),
            (oneDimension(value: #"["1,5",2]"#), .unreadableNumber, "3:10", "\"1,5\" stands where a number"),
            (oneDimension(value: "[1,true]"), .unreadableNumber, "3:12", "true stands where a number"),
            (oneDimension(value: "[1,[2]]"), .unreadableNumber, "3:12", "[2] stands where a number"),
            (oneDimension(value: "[1e400,2]"), .unreadableNumber, "3:10", "1e400 is too large"),
            (oneDimension(value: "[1,2],\"status\":[\"p\",\"p\",\"p\"]"), .cubeSize, "3:24", "3 flags for 2 cells"),
            (oneDimension(value: "[1,2],\"status\":7"), .jsonStatShape, "3:24", "neither a flag"),
            (oneDimension(value: "[1,2],\"status\":[1,2]"), .jsonStatShape, "3:25", "flag is no text"),
            (oneDimension(value: "[1,2],\"status\":{\"5\":\"p\"}"), .cubeSize, "3:25", "key \"5\" is no position"),
            (oneDimension(value: "[1,2"), .jsonSyntax, "3:13", "neither a comma nor ]"),
        ] as [(String, DiagnosticCode, String, String)]
    )
    func told(_ text: String, _ code: DiagnosticCode, _ place: String, _ words: String) {
        let (cube, diagnostics) = readJSONStat(text)
        #expect(cube == nil)
        let fault = diagnostics.last
        #expect(diagnostics.count == 1)
        #expect(fault?.code == code)
        #expect(fault?.severity == .error)
        #expect("\(fault?.location?.line ?? 0):\(fault?.location?.column ?? 0)" == place)
        #expect(fault?.message.en.contains(words) == true, "\(fault?.message.en ?? "")")
        #expect(fault?.hint != nil && fault?.excerpt != nil && fault?.message.en != fault?.message.da)
    }

    @Test("values that are no numbers are counted, not listed")
    func counted() {
        let diagnostics = readJSONStat(dataset(#""value":["1,5","2,5",null,false]"#)).diagnostics
        #expect(diagnostics.map(\.code) == [.unreadableNumber])
        #expect(diagnostics.map(\.count) == [3])
    }

    @Test("a position given twice is an error besides the repeated key")
    func repeatedPosition() {
        let (cube, diagnostics) = readJSONStat(dataset(#""value":{"0":1,"0":2}"#))
        #expect(cube == nil)
        #expect(diagnostics.map(\.code) == [.repeatedJSONKey, .cubeSize])
    }

    @Test("a name that is nearly one of the file is suggested")
    func suggestions() {
        #expect(readJSONStat(oneDimension(id: #"["A"]"#)).diagnostics.first?.hint?.en == "did you mean \"a\"?")
        let text = oneDimension().replacing("\"value\"", with: "\"values\"")
        #expect(readJSONStat(text).diagnostics.first?.hint?.en.contains("\"values\"") == true)
    }

    @Test("a cube of more cells than memory is refused, listed or sparse", arguments: [8, 12, 19, 40])
    func tooLarge(_ dimensions: Int) {
        #expect(readJSONStat(large(dimensions)).diagnostics.map(\.code) == [.cubeSize])
        #expect(readJSONStat(large(dimensions, value: "[1,2]")).diagnostics.map(\.code) == [.cubeSize])
    }

    @Test("no damaged text does harm")
    func damaged() {
        let text = dataset(##""label":"\u00e6","value":{"0":1.5,"3":"..","1":null},"status":{"0":"p"},"note":["x"]"##)
        let whole = Array("{\"d\":\(text)}".utf8)
        var generator = SeededGenerator(seed: 2)
        let signs = Array("{}[]\",:0129-.eaE \\un".utf8)
        for round in 0..<4000 {
            var bytes = round < whole.count ? Array(whole.prefix(round)) : whole
            for _ in 0..<(round < whole.count ? 0 : Int.random(in: 1...3, using: &generator)) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = signs[Int.random(in: 0..<signs.count, using: &generator)]
            }
            var bag = DiagnosticBag()
            _ = JSONStatReader.recognises(bytes)
            let cube = JSONStatReader.read(bytes, path: "x", bag: &bag)
            #expect((cube == nil) == bag.hasErrors)
        }
    }
}
