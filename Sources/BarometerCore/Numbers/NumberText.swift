/// Writes numbers for people and for machines.
public enum NumberText {
    /// A no-break space, between a number and its unit.
    public static let noBreakSpace = "\u{A0}"

    /// A number for people: decimal comma and points between thousands in Danish, the reverse in English.
    ///
    /// Rounded half away from zero to 0 to 12 decimals, which are all written. The minus sign is the real one (U+2212);
    /// `signed` puts a plus sign before numbers that are above zero after rounding. Not-a-number, infinities and
    /// magnitudes of 10^15 and more give an en dash.
    public static func forPeople(_ value: Double, decimals: Int, in language: Language, signed: Bool = false) -> String
    {
        guard let text = DecimalText(value, decimals: decimals) else { return "\u{2013}" }
        let sign = text.isNegative ? "\u{2212}" : signed && text.value > 0 ? "+" : ""
        let (decimal, grouping) = language == .danish ? (",", ".") : (".", ",")
        return sign + grouped(text.whole, by: grouping) + (text.fraction.isEmpty ? "" : decimal + text.fraction)
    }

    /// A number for machines: decimal point, at most so many decimals, no trailing zeros, no grouping.
    ///
    /// Rounded half away from zero. Not-a-number and infinities give an empty text; magnitudes of 10^15 and more are
    /// written as Swift writes them.
    public static func forMachines(_ value: Double, decimals: Int = 10) -> String {
        var text: [UInt8] = []
        append(value, decimals: decimals, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes a number for machines at the end of a text, without a text of its own in between.
    public static func append(_ value: Double, decimals: Int = 10, to text: inout [UInt8]) {
        if decimals >= 4, let number = ofFewDecimals(value) {
            append(number.digits, scale: number.scale, isNegative: value < 0, to: &text)
        } else if let number = DecimalText(value, decimals: decimals) {
            append(number.digits, scale: number.scale, isNegative: number.isNegative, to: &text)
        } else if value.isFinite {
            // Numbers of 10^15 and more, whose digits are all before the decimal sign.
            text += (Int64(exactly: value).map { "\($0)" } ?? "\(value)").utf8
        }
    }

    /// The digits of a number that is just what four decimals and twelve digits say, as sums and counts are; nil for
    /// others.
    ///
    /// No other decimal number of so few digits is the same double, so this is its shortest text.
    private static func ofFewDecimals(_ value: Double) -> (digits: Int64, scale: Int)? {
        guard value.magnitude < 1e11 else { return nil }
        let scaled = (value * 10_000).rounded()
        guard scaled / 10_000 == value else { return nil }
        let digits = Int64(scaled.magnitude)
        return digits < 1_000_000_000_000 || digits % 10_000 == 0 ? (digits, 4) : nil
    }

    /// Writes digits with a decimal point and without zeros at the end of the decimals.
    private static func append(_ digits: Int64, scale: Int, isNegative: Bool, to text: inout [UInt8]) {
        var (rest, scale) = (UInt64(digits), scale)
        while scale > 0, rest.isMultiple(of: 10) { (rest, scale) = (rest / 10, scale - 1) }
        if isNegative { text.append(UInt8(ascii: "-")) }
        let start = text.count
        var written = 0
        while rest > 0 || written <= scale {
            if written == scale, scale > 0 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            (rest, written) = (rest / 10, written + 1)
        }
        text[start...].reverse()
    }

    private static func grouped(_ digits: String, by separator: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
