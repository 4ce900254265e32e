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
    /// All digits without a decimal sign, below 10^15.
    let digits: Int64
    /// How many of the digits stand behind the decimal sign; the other decimals are zeros.
    let scale: Int
    /// How many decimals are written.
    private let decimals: Int

    /// Rounds a finite double to 0 to 12 decimals; nil where it is not finite, or its magnitude is 10^15 and more.
    public init?(_ value: Double, decimals: Int) {
        let magnitude = value.magnitude
        guard value.isFinite, magnitude < 1e15, (0...12).contains(decimals) else { return nil }
        var (number, scale) = DecimalText.significantDigits(of: magnitude, count: magnitude >= 1e12 ? 15 : 12)
        if scale > decimals {
            let divisor = powerOfTen(min(scale - decimals, 18))
            number = scale - decimals > 18 ? 0 : (number + divisor / 2) / divisor
            scale = decimals
        } else if scale < 0 {
            number *= powerOfTen(-scale)
            scale = 0
        }
        (digits, self.scale, self.decimals) = (number, scale, decimals)
        isNegative = value < 0 && number != 0
    }

    /// The digits before the decimal sign, at least one.
    public var whole: String { String(digits / powerOfTen(scale)) }

    /// The digits behind the decimal sign.
    public var fraction: String {
        let written = String(digits % powerOfTen(scale))
        return String(repeating: "0", count: scale == 0 ? 0 : scale - written.utf8.count) + (scale == 0 ? "" : written)
            + String(repeating: "0", count: decimals - scale)
    }

    /// The rounded number.
    public var value: Double {
        Double(digits) / Double(powerOfTen(scale)) * (isNegative ? -1 : 1)
    }

    /// The first digits of a magnitude as a whole number, with how many of them are decimals.
    private static func significantDigits(of magnitude: Double, count: Int) -> (number: Int64, scale: Int) {
        guard magnitude > 0 else { return (0, 0) }
        // The shortest text that reads back as the same double, in the form 123.45 or 1.2345e-05.
        var text = magnitude.description
        return text.withUTF8 { text in
            var (number, taken, scale) = (Int64(0), 0, 0)
            var (isFraction, exponent) = (false, 0)
            for (position, byte) in text.enumerated() {
                if byte == UInt8(ascii: ".") { isFraction = true; continue }
                if byte == UInt8(ascii: "e") {
                    exponent = Int(String(decoding: text[(position + 1)...], as: UTF8.self)) ?? 0
                    break
                }
                let digit = Int64(byte - UInt8(ascii: "0"))
                if taken < count {
                    number = number * 10 + digit
                    if number > 0 { taken += 1 }
                    if isFraction { scale += 1 }
                } else {
                    if taken == count, digit >= 5 { number += 1 }
                    taken += 1
                    if !isFraction { scale -= 1 }
                }
            }
            return (number, scale - exponent)
        }
    }
}
