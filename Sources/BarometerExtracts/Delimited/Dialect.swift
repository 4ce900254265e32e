/// How a delimited file separates its records and fields.
public struct Dialect: Sendable, Hashable {
    /// The sign at the end of a line.
    public enum Newline: String, Sendable {
        case lf = "LF"
        case crlf = "CRLF"
        case cr = "CR"
    }

    /// The byte between two fields.
    public var delimiter: UInt8
    /// The byte around fields that hold delimiters or line ends, doubled inside; nil where there is none.
    public var quote: UInt8?
    /// The byte that makes the one behind it plain text; nil where there is none.
    public var escape: UInt8?
    /// The line end of the first record.
    public var newline: Newline

    /// A dialect with these signs.
    public init(
        delimiter: UInt8,
        quote: UInt8? = UInt8(ascii: "\""),
        escape: UInt8? = nil,
        newline: Newline = .lf
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.newline = newline
    }
}

extension Dialect {
    /// The separators that offices use, the likeliest first.
    static let candidates: [UInt8] = [
        UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|"),
    ]

    /// The dialect of a text, decided over all its records: the separator that divides the most of them alike.
    ///
    /// A separator must give at least two fields, and records in which it leaves quotes astray speak for it only where no
    /// separator does better. Blanks are taken for separators only where nothing else divides half of the records. Linear
    /// in the size for each candidate.
    package static func detected(in text: [UInt8], options: ExtractOptions = ExtractOptions()) -> Dialect {
        var dialect = Dialect(
            delimiter: options.delimiter ?? candidates[0],
            quote: options.quote ?? UInt8(ascii: "\""),
            escape: options.escape,
            newline: newline(of: text)
        )
        guard options.delimiter == nil else { return dialect }
        dialect.delimiter =
            delimiter(of: text, dialect, countsFaulty: false) ?? delimiter(of: text, dialect, countsFaulty: true)
            ?? dialect.delimiter
        return dialect
    }

    /// The separator that divides the most records alike; nil where none divides any.
    private static func delimiter(of text: [UInt8], _ dialect: Dialect, countsFaulty: Bool) -> UInt8? {
        var found: UInt8?
        var best = (agreeing: 0, fields: 1)
        var records = 0
        for candidate in candidates + [UInt8(ascii: " ")] {
            if candidate == UInt8(ascii: " "), best.agreeing * 2 > records { break }
            var trial = dialect
            trial.delimiter = candidate
            let counts = RecordScanner.fieldCounts(of: text, dialect: trial, countsFaulty: countsFaulty)
            records = max(records, counts.values.reduce(0, +))
            let modes = counts.filter { $0.key > 1 }
            guard let mode = modes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
            if (mode.value, mode.key) > (best.agreeing, best.fields) {
                best = (mode.value, mode.key)
                found = candidate
            }
        }
        return found
    }

    private static func newline(of text: [UInt8]) -> Newline {
        guard let end = text.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            return .lf
        }
        guard text[end] == UInt8(ascii: "\r") else { return .lf }
        return end + 1 < text.count && text[end + 1] == UInt8(ascii: "\n") ? .crlf : .cr
    }
}
