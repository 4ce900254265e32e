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
        if decimals >= 4, let text = ofFewDecimals(value) { return text }
        guard let text = DecimalText(value, decimals: decimals) else { return forLargeNumbers(value) }
        let fraction = String(text.fraction.reversed().drop { $0 == "0" }.reversed())
        return (text.isNegative ? "-" : "") + text.whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The text of a number that is just what four decimals and twelve digits say, as sums and counts are; nil for others.
    ///
    /// No other decimal number of so few digits is the same double, so this is its shortest text.
    private static func ofFewDecimals(_ value: Double) -> String? {
        guard value.magnitude < 1e11 else { return nil }
        let scaled = (value * 10_000).rounded()
        guard scaled / 10_000 == value else { return nil }
        var (digits, decimals) = (Int64(scaled.magnitude), 4)
        while decimals > 0, digits % 10 == 0 { (digits, decimals) = (digits / 10, decimals - 1) }
        guard digits < 1_000_000_000_000 else { return nil }
        let sign = value < 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(digits) }
        let power = powerOfTen(decimals)
        let fraction = String(digits % power)
        return sign + String(digits / power) + "." + String(repeating: "0", count: decimals - fraction.utf8.count)
            + fraction
    }

    /// Numbers of 10^15 and more, whose digits are all before the decimal sign; nothing for infinities and
    /// not-a-number.
    private static func forLargeNumbers(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
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
