import BarometerCore

/// What a person says about a file instead of letting it be detected; nil is detected.
public struct ExtractOptions: Sendable {
    /// How letters are written as bytes.
    public var encoding: Encoding?
    /// The sign between fields.
    public var delimiter: UInt8?
    /// The sign around fields; `.some(nil)` says that there is none.
    public var quote: UInt8??
    /// The sign that makes the one behind it plain text.
    public var escape: UInt8?
    /// The decimal sign of all numbers.
    public var decimal: Unicode.Scalar?
    /// The sign between thousands; `.some(nil)` says that there is none.
    public var grouping: Unicode.Scalar??
    /// Which of day and month stands first in days such as `03/04/1901`.
    public var dates: DayOrder?
    /// How many physical lines stand before the header.
    public var skip: Int?
    /// How many records the header takes; 0 says that there is none.
    public var header: Int?
    /// The names of the columns, in place of those in the header.
    public var columns: [String]?
    /// The name of the column that holds the period.
    public var time: String?
    /// The names of the columns that hold values.
    public var measures: [String]?
    /// Texts that stand for a missing value, besides those known.
    public var missing: [String]
    /// Whether a combination that the file does not have is zero; nil and false take it as unknown.
    public var absentIsZero: Bool?
    /// Whether records with other numbers of fields or stray quotes are read as best they can be, with a warning each.
    public var isLenient: Bool

    /// Nothing said: everything is detected.
    public init(
        encoding: Encoding? = nil,
        delimiter: UInt8? = nil,
        quote: UInt8?? = nil,
        escape: UInt8? = nil,
        decimal: Unicode.Scalar? = nil,
        grouping: Unicode.Scalar?? = nil,
        dates: DayOrder? = nil,
        skip: Int? = nil,
        header: Int? = nil,
        columns: [String]? = nil,
        time: String? = nil,
        measures: [String]? = nil,
        missing: [String] = [],
        absentIsZero: Bool? = nil,
        isLenient: Bool = false
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.decimal = decimal
        self.grouping = grouping
        self.dates = dates
        self.skip = skip
        self.header = header
        self.columns = columns
        self.time = time
        self.measures = measures
        self.missing = missing
        self.absentIsZero = absentIsZero
        self.isLenient = isLenient
    }

    /// The number format that the options force, or nil where the file decides.
    ///
    /// With a decimal sign alone the other of comma and point may group thousands, unless no grouping is said.
    var numberFormat: NumberFormat? {
        switch (decimal, grouping) {
        case (nil, nil), (nil, .some(nil)): nil
        case (let decimal?, .some(let grouping)): NumberFormat(decimal: decimal, grouping: grouping)
        case (let decimal?, nil): NumberFormat(decimal: decimal, grouping: decimal == "," ? "." : ",")
        case (nil, .some(let grouping?)): NumberFormat(decimal: grouping == "," ? "." : ",", grouping: grouping)
        }
    }
}
