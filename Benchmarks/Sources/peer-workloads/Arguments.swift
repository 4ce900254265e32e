import BarometerWorkspace
import FoundationEssentials

/// What the command line asks for.
struct Arguments {
    enum Work: String {
        case load, kernels
    }

    var work: Work
    var threads = 1
    var repeats = 1
    var spec: String?
    var files: [String] = []

    init(_ words: some Collection<String>) throws {
        var words = Array(words)[...]
        guard let work = words.popFirst().flatMap(Work.init) else {
            throw WrongArguments(reason: "the first word is load or kernels")
        }
        self.work = work
        while let word = words.popFirst() {
            switch word {
            case "--threads": threads = try Arguments.number(words.popFirst(), after: word)
            case "--repeat": repeats = try Arguments.number(words.popFirst(), after: word)
            case "--spec": spec = words.popFirst()
            default: files.append(word)
            }
        }
        guard !files.isEmpty else { throw WrongArguments(reason: "no files") }
    }

    private static func number(_ word: String?, after option: String) throws -> Int {
        guard let number = word.flatMap(Int.init), number > 0 else {
            throw WrongArguments(reason: "\(option) needs a number above 0")
        }
        return number
    }
}

struct WrongArguments: Error {
    var reason: String
}

/// The question that all contenders are asked, as the comparison writes it beside its files.
struct Specification: Decodable {
    var numeratorAges: [String]
    var originA: String
    var originB: String

    enum CodingKeys: String, CodingKey {
        case numeratorAges = "numerator_ages"
        case originA = "origin_a"
        case originB = "origin_b"
    }

    init(path: String) throws {
        self = try JSONDecoder().decode(Specification.self, from: Data(FileBytes(path: path).readAll()))
    }
}
