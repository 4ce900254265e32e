import BarometerCore

/// The number behind the text of a JSON number.
enum JSONNumber: Hashable {
    /// All digits, with as many decimals as are printed where they fit.
    case exact(DecimalNumber)
    /// More digits than a `DecimalNumber` holds.
    case nearest(Double)

    /// Reads the text of a number that the grammar allows; nil where it is too large for a double.
    ///
    /// Up to 18 digits are exact, and an exponent only moves the decimal sign: `1.5e3` is 1500, `2E-2` is 0.02. Linear
    /// in the length.
    init?(_ text: ArraySlice<UInt8>) {
        var parts = JSONNumber.Parts()
        for byte in text { parts.append(byte) }
        if let exact = parts.decimalNumber {
            self = .exact(exact)
        } else if let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite {
            self = .nearest(value)
        } else {
            return nil
        }
    }

    /// The number of a position or a size: a whole one without decimals, zero or more; else nil.
    static func count(_ text: some Collection<UInt8>) -> Int? {
        guard !text.isEmpty, text.count <= 18, text.count == 1 || text.first != UInt8(ascii: "0") else { return nil }
        var result = 0
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            result = result * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return result
    }
}

extension JSONNumber {
    /// The digits of a number while its text is read.
    private struct Parts {
        private var isNegative = false
        private var isFraction = false
        private var isExponent = false
        private var isNegativeExponent = false
        /// The digits from the first to the last that is no zero, at most 18 of them.
        private var significant: Int64 = 0
        private var significantCount = 0
        /// The zeros since the last digit that is none.
        private var trailingZeros = 0
        private var decimals = 0
        private var exponent = 0

        mutating func append(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "-"): if isExponent { isNegativeExponent = true } else { isNegative = true }
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
            default: append(digit: Int64(byte) - 48)
            }
        }

        private mutating func append(digit: Int64) {
            if isExponent {
                // No number with so many digits ends up within 18, so the exponent need not be exact there.
                exponent = min(exponent * 10 + Int(digit), 1 << 40)
                return
            }
            if isFraction { decimals += 1 }
            guard digit != 0 else {
                trailingZeros += significantCount > 0 ? 1 : 0
                return
            }
            significantCount += trailingZeros + 1
            if significantCount <= 18 { significant = significant * powerOfTen(trailingZeros + 1) + digit }
            trailingZeros = 0
        }

        /// The number where it has at most 18 digits and decimals, written with as many decimals as fit.
        var decimalNumber: DecimalNumber? {
            guard significantCount <= 18 else { return nil }
            let printed = decimals - (isNegativeExponent ? -exponent : exponent)
            let needed = significantCount == 0 ? 0 : max(0, printed - trailingZeros)
            var written = min(max(0, printed), 18)
            while written >= needed {
                let zeros = significantCount == 0 ? 0 : written - (printed - trailingZeros)
                if significantCount + zeros <= 18 {
                    let digits = zeros == 0 ? significant : significant * powerOfTen(zeros)
                    return DecimalNumber(digits: isNegative ? -digits : digits, decimals: written)
                }
                written -= 1
            }
            return nil
        }
    }
}
