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
    /// The line end of the first record.
    public var newline: Newline

    /// A dialect with these signs.
    public init(delimiter: UInt8, quote: UInt8? = UInt8(ascii: "\""), newline: Newline = .lf) {
        self.delimiter = delimiter
        self.quote = quote
        self.newline = newline
    }
}

extension Dialect {
    /// The separators that offices use, the likeliest first.
    private static let candidates: [UInt8] = [
        UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|"),
    ]

    /// The dialect of a text, decided over all its records where no sign is given.
    ///
    /// The separator is the one that divides the most records into the same number of fields, at least two; of equals
    /// the one that gives more fields, and the semicolon where none divides any. Linear in the size for each candidate.
    package static func detected(in text: [UInt8], delimiter: UInt8?, quote: UInt8??) -> Dialect {
        let newline = newline(of: text)
        let quote = quote ?? UInt8(ascii: "\"")
        if let delimiter { return Dialect(delimiter: delimiter, quote: quote, newline: newline) }
        var best = (agreeing: 0, fields: 1, delimiter: candidates[0])
        for candidate in candidates {
            let counts = RecordScanner.fieldCounts(
                of: text,
                dialect: Dialect(delimiter: candidate, quote: quote, newline: newline)
            )
            let modes = counts.filter { $0.key > 1 }
            guard let mode = modes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
            if (mode.value, mode.key) > (best.agreeing, best.fields) { best = (mode.value, mode.key, candidate) }
        }
        return Dialect(delimiter: best.delimiter, quote: quote, newline: newline)
    }

    private static func newline(of text: [UInt8]) -> Newline {
        guard let end = text.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            return .lf
        }
        guard text[end] == UInt8(ascii: "\r") else { return .lf }
        return end + 1 < text.count && text[end + 1] == UInt8(ascii: "\n") ? .crlf : .cr
    }
}
