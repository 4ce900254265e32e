import ArgumentParser
import BarometerCore
import BarometerExtracts

/// What a person says about a file instead of letting it be detected.
struct ExtractArguments: ParsableArguments {
    @Option(help: "How letters are written: UTF-8 or windows-1252 (which covers ISO-8859-1).")
    var encoding: Encoding?

    @Option(help: "The sign between fields, or tab.")
    var delimiter: Sign?

    @Option(help: "The sign around fields, or none.")
    var quote: Sign?

    @Option(help: "The sign that makes the one behind it plain text, or none.")
    var escape: Sign?

    @Option(help: "The decimal sign of all numbers.")
    var decimal: Sign?

    @Option(help: "The sign between thousands.")
    var grouping: Sign?

    @Option(help: "Which of day and month stands first in days such as 03/04/1901: dmy or mdy.")
    var dates: DayOrder?

    @Option(help: ArgumentHelp("How many lines stand before the header.", valueName: "lines"))
    var skip: Int?

    @Option(help: ArgumentHelp("How many records the header takes, or none.", valueName: "lines|none"))
    var header: HeaderArgument?

    @Option(
        help: ArgumentHelp("The names of the columns, in the order of the file, commas between.", valueName: "names")
    )
    var columns: String?

    @Option(help: ArgumentHelp("The column that holds the period.", valueName: "name"))
    var time: String?

    @Option(help: ArgumentHelp("The columns that hold values, with commas between.", valueName: "names"))
    var measure: String?

    @Option(help: ArgumentHelp("Texts that stand for a missing value, with commas between.", valueName: "marks"))
    var missing: String?

    @Option(help: "What a combination means that the file does not have: zero or unknown.")
    var absent: AbsentArgument?

    @Flag(help: "Read records with other numbers of fields or stray quotes as best they can be, with a warning each.")
    var lenient = false

    func validate() throws {
        for sign in [delimiter, quote, escape] where sign?.scalar?.isASCII == false {
            throw ValidationError("The signs between and around fields are single ASCII signs.")
        }
    }

    /// Whether anything is said that only a file can be read by.
    var isReadingFiles: Bool {
        encoding != nil || delimiter != nil || quote != nil || escape != nil || decimal != nil || grouping != nil
            || dates != nil || skip != nil || header != nil || columns != nil || time != nil || missing != nil
            || absent != nil
            || lenient
    }

    var options: ExtractOptions {
        ExtractOptions(
            encoding: encoding,
            delimiter: delimiter?.byte,
            quote: quote.map(\.byte),
            escape: escape?.byte,
            decimal: decimal?.scalar,
            grouping: grouping.map(\.scalar),
            dates: dates,
            skip: skip,
            header: header?.count,
            columns: columns?.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
            time: time,
            measures: measure?.split(separator: ",").map(String.init),
            missing: missing?.split(separator: ",").map(String.init) ?? [],
            absentIsZero: absent.map { $0 == .zero },
            isLenient: lenient
        )
    }
}

/// A number of header records, or `none`.
struct HeaderArgument: ExpressibleByArgument {
    var count: Int

    init?(argument: String) {
        guard let count = argument == "none" ? 0 : Int(argument), (0...20).contains(count) else { return nil }
        self.count = count
    }
}

/// What a combination means that a file does not have.
enum AbsentArgument: String, WordArgument {
    case zero, unknown
}

/// One sign, or `none`.
struct Sign: ExpressibleByArgument {
    var scalar: Unicode.Scalar?

    /// The sign as it stands in a file; nil for none.
    var byte: UInt8? { scalar.flatMap { $0.isASCII ? UInt8($0.value) : nil } }

    init?(argument: String) {
        switch argument {
        case "none": scalar = nil
        case "tab", "\\t": scalar = "\t"
        default:
            guard argument.unicodeScalars.count == 1 else { return nil }
            scalar = argument.unicodeScalars.first
        }
    }
}

extension DayOrder: WordArgument {}

extension Encoding: ExpressibleByArgument {
    /// An encoding under one of its usual names.
    public init?(argument: String) {
        self.init(named: argument)
    }
}
