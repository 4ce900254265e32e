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
        var text = String(text)
        guard let number = text.withUTF8({ DecimalNumber.read($0, format: format) }) else { return nil }
        self = number
    }

    /// Walks over the bytes once; signs beyond ASCII (a real minus, a no-break blank) are put together from theirs.
    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, format: NumberFormat) -> DecimalNumber? {
        let (decimal, grouping) = (format.decimal.value, format.grouping?.value)
        var digits: Int64 = 0
        var count = 0
        // Digits behind the decimal sign and since the last group; -1 where there is no such sign yet.
        var (decimals, sinceGroup) = (-1, -1)
        var isNegative = false
        var position = 0
        while position < bytes.count {
            let start = position
            let scalar = nextScalar(bytes, &position)
            if scalar >= 0x30, scalar <= 0x39 {
                count += 1
                guard count <= 18 else { return nil }
                digits = digits * 10 + Int64(scalar - 0x30)
                if decimals >= 0 { decimals += 1 } else if sinceGroup >= 0 { sinceGroup += 1 }
            } else if start == 0, scalar == 0x2D || scalar == 0x2212 || scalar == 0x2B {
                isNegative = scalar != 0x2B
            } else if scalar == decimal, decimals < 0 {
                decimals = 0
            } else if scalar == grouping, decimals < 0, digits > 0, sinceGroup < 0 ? count <= 3 : sinceGroup == 3 {
                sinceGroup = 0
            } else {
                return nil
            }
        }
        guard count > 0, decimals != 0, sinceGroup < 0 || sinceGroup == 3 else { return nil }
        return DecimalNumber(digits: isNegative ? -digits : digits, decimals: max(0, decimals))
    }

    /// The scalar at a position, which moves behind it; a broken sequence gives U+FFFD.
    private static func nextScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
        let first = bytes[position]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard position + length <= bytes.count else {
            position = bytes.count
            return 0xFFFD
        }
        var scalar = length == 1 ? UInt32(first) : UInt32(first & (0x7F >> UInt8(length)))
        for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F) }
        position += length
        return scalar
    }
}
