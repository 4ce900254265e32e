/// Which signs a column of numbers uses.
public struct NumberFormat: Sendable, Hashable {
    /// The decimal sign: comma or point.
    public var decimal: Unicode.Scalar
    /// The sign between groups of three digits, or nil where there is none.
    public var grouping: Unicode.Scalar?

    /// A format with these signs.
    public init(decimal: Unicode.Scalar, grouping: Unicode.Scalar? = nil) {
        self.decimal = decimal
        self.grouping = grouping
    }

    /// Decimal point, no grouping: the form of machine files.
    public static let machine = NumberFormat(decimal: ".")
    /// Decimal comma, no grouping: the form of Danish extracts.
    public static let danish = NumberFormat(decimal: ",")
}

extension DecimalNumber {
    /// Reads a number exactly, or gives nil where the text is not one in this format.
    ///
    /// A sign may lead (`-`, `+`, U+2212), a digit must follow the decimal sign, and groups must be of three digits.
    /// The leading zero may be missing (`.156`). More than 18 digits do not fit and give nil. Linear in the length.
    public init?(parsing text: some StringProtocol, format: NumberFormat) {
        var digits: Int64 = 0
        var decimals: Int?
        var count = 0
        var sinceGroup: Int?
        var negative = false
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 0, scalar == "-" || scalar == "\u{2212}" || scalar == "+" {
                negative = scalar != "+"
            } else if ("0"..."9").contains(scalar) {
                count += 1
                guard count <= 18 else { return nil }
                digits = digits * 10 + Int64(scalar.value - 48)
                decimals = decimals.map { $0 + 1 }
                if decimals == nil { sinceGroup = sinceGroup.map { $0 + 1 } }
            } else if scalar == format.decimal, decimals == nil {
                decimals = 0
            } else if scalar == format.grouping, decimals == nil, digits > 0, sinceGroup ?? 3 == 3,
                sinceGroup != nil || count <= 3
            {
                sinceGroup = 0
            } else {
                return nil
            }
        }
        guard count > 0, decimals != 0, sinceGroup ?? 3 == 3 else { return nil }
        self.init(digits: negative ? -digits : digits, decimals: decimals ?? 0)
    }
}
