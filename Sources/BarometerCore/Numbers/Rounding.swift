/// Rounds half away from zero on the decimal form of a number, as people do on paper.
///
/// Binary floating point stores 5.85 as 5.8499..., so rounding the stored value to one decimal gives 5.8. Here the
/// number is first written with 12 significant digits, which is what it was meant to be, and then rounded: 5.9. The
/// 12 digits also take away the noise of a subtraction such as 16.15 - 5.3. Values of 10^12 and more keep 15 digits.
/// Not-a-number, infinities and magnitudes of 10^15 and more come back unchanged.
public func rounded(_ value: Double, decimals: Int) -> Double {
    DecimalText(value, decimals: decimals)?.value ?? value
}

/// A number as decimal digits, rounded half away from zero: the one way from a double to text.
public struct DecimalText: Sendable, Hashable {
    /// Whether the number is below zero after rounding.
    public let isNegative: Bool
    /// The digits before the decimal sign, at least one.
    public let whole: String
    /// The digits behind the decimal sign.
    public let fraction: String

    /// Rounds a finite double to 0 to 12 decimals; nil where it is not finite, or its magnitude is 10^15 and more.
    public init?(_ value: Double, decimals: Int) {
        let magnitude = value.magnitude
        guard value.isFinite, magnitude < 1e15, (0...12).contains(decimals) else { return nil }
        let significant = magnitude >= 1e12 ? 15 : 12
        let digits = DecimalText.significantDigits(of: magnitude, count: significant)
        var (number, scale) = (digits.number, digits.scale)
        if scale > decimals {
            let divisor = powerOfTen(min(scale - decimals, 18))
            number = scale - decimals > 18 ? 0 : (number + divisor / 2) / divisor
            scale = decimals
        }
        var text = String(number)
        if scale < 0 {
            text += String(repeating: "0", count: -scale)
            scale = 0
        }
        text = String(repeating: "0", count: max(0, scale + 1 - text.count)) + text
        whole = String(text.dropLast(scale))
        fraction = String(text.suffix(scale)) + String(repeating: "0", count: decimals - scale)
        isNegative = value < 0 && number != 0
    }

    /// The rounded number.
    public var value: Double {
        let text = fraction.isEmpty ? whole : whole + "." + fraction
        return (Double(text) ?? .nan) * (isNegative ? -1 : 1)
    }

    /// The first digits of a magnitude as a whole number, with how many of them are decimals.
    private static func significantDigits(of magnitude: Double, count: Int) -> (number: Int64, scale: Int) {
        guard magnitude > 0 else { return (0, 0) }
        // The shortest text that reads back as the same double, in the form 123.45 or 1.2345e-05.
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        let all = (mantissa[0] + fraction).drop { $0 == "0" }
        var scale = fraction.count - exponent
        var number = Int64(all.prefix(count)) ?? 0
        if all.count > count {
            if let next = all.dropFirst(count).first, next >= "5" { number += 1 }
            scale -= all.count - count
        }
        return (number, scale)
    }
}
