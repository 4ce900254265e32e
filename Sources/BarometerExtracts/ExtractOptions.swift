import BarometerCore

/// What a person says about a file instead of letting it be detected; nil is detected.
public struct ExtractOptions: Sendable {
    /// How letters are written as bytes.
    public var encoding: Encoding?
    /// The sign between fields.
    public var delimiter: UInt8?
    /// The sign around fields; `.some(nil)` says that there is none.
    public var quote: UInt8??
    /// The decimal sign of all numbers.
    public var decimal: Unicode.Scalar?
    /// The sign between thousands.
    public var grouping: Unicode.Scalar?
    /// The name of the column that holds the period.
    public var time: String?
    /// The names of the columns that hold values.
    public var measures: [String]?
    /// Texts that stand for a missing value, besides those known.
    public var missing: [String]

    /// Nothing said: everything is detected.
    public init(
        encoding: Encoding? = nil,
        delimiter: UInt8? = nil,
        quote: UInt8?? = nil,
        decimal: Unicode.Scalar? = nil,
        grouping: Unicode.Scalar? = nil,
        time: String? = nil,
        measures: [String]? = nil,
        missing: [String] = []
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.decimal = decimal
        self.grouping = grouping
        self.time = time
        self.measures = measures
        self.missing = missing
    }

    /// The number format that the options force, or nil where the file decides.
    var numberFormat: NumberFormat? {
        if let decimal { return NumberFormat(decimal: decimal, grouping: grouping) }
        guard let grouping else { return nil }
        return NumberFormat(decimal: grouping == "," ? "." : ",", grouping: grouping)
    }
}
