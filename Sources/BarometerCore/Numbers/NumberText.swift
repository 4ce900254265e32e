/// Writes numbers for people and for machines.
public enum NumberText {
    /// A no-break space, between a number and its unit.
    public static let noBreakSpace = "\u{A0}"

    /// A number for people: decimal comma and points between thousands in Danish, the reverse in English, and a real
    /// minus sign. Not-a-number and infinities give an en dash.
    public static func forPeople(_ value: Double, decimals: Int, in language: Language, signed: Bool = false) -> String
    {
        guard let text = DecimalText(value, decimals: decimals) else { return "\u{2013}" }
        let sign = text.isNegative ? "\u{2212}" : signed && text.value > 0 ? "+" : ""
        let (decimal, grouping) = language == .danish ? (",", ".") : (".", ",")
        return sign + grouped(text.whole, by: grouping) + (text.fraction.isEmpty ? "" : decimal + text.fraction)
    }

    /// A number for machines: decimal point, at most so many decimals, no trailing zeros, no grouping.
    public static func forMachines(_ value: Double, decimals: Int = 10) -> String {
        guard let text = DecimalText(value, decimals: decimals) else { return value.isFinite ? "\(value)" : "" }
        let fraction = String(text.fraction.reversed().drop { $0 == "0" }.reversed())
        return (text.isNegative ? "-" : "") + text.whole + (fraction.isEmpty ? "" : "." + fraction)
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
