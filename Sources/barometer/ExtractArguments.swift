import ArgumentParser
import BarometerExtracts

/// What a person says about a file instead of letting it be detected.
struct ExtractArguments: ParsableArguments {
    @Option(help: "How letters are written: UTF-8 or windows-1252 (which covers ISO-8859-1).")
    var encoding: Encoding?

    @Option(help: "The sign between fields, or tab.")
    var delimiter: Sign?

    @Option(help: "The sign around fields, or none.")
    var quote: Sign?

    @Option(help: "The decimal sign of all numbers.")
    var decimal: Sign?

    @Option(help: "The sign between thousands.")
    var grouping: Sign?

    @Option(help: ArgumentHelp("The column that holds the period.", valueName: "name"))
    var time: String?

    @Option(help: ArgumentHelp("The columns that hold values, with commas between.", valueName: "names"))
    var measure: String?

    @Option(help: ArgumentHelp("Texts that stand for a missing value, with commas between.", valueName: "marks"))
    var missing: String?

    func validate() throws {
        for sign in [delimiter, quote] where sign?.scalar?.isASCII == false {
            throw ValidationError("The signs between and around fields are single ASCII signs.")
        }
    }

    var options: ExtractOptions {
        ExtractOptions(
            encoding: encoding,
            delimiter: delimiter?.byte,
            quote: quote.map(\.byte),
            decimal: decimal?.scalar,
            grouping: grouping?.scalar,
            time: time,
            measures: measure?.split(separator: ",").map(String.init),
            missing: missing?.split(separator: ",").map(String.init) ?? []
        )
    }
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

extension Encoding: ExpressibleByArgument {
    /// An encoding under one of its usual names.
    public init?(argument: String) {
        self.init(named: argument)
    }
}
