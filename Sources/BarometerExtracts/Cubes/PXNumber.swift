import BarometerCore

/// Reads the numbers among the cells of a PX file from their bytes.
enum PXNumber {
    /// The number in a stretch of bytes, exact where its digits fit; nil where it is none.
    ///
    /// Decimal point, an optional sign in front, an optional exponent behind; a digit must follow the point.
    static func cell(_ bytes: [UInt8], _ range: Range<Int>) -> Cube.Cell? {
        let exponent = bytes[range].firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
        if let mantissa = mantissa(bytes, range.lowerBound..<(exponent ?? range.upperBound)) {
            guard let exponent else { return .number(mantissa, .normal) }
            guard let power = power(bytes, exponent + 1..<range.upperBound) else { return nil }
            if let number = shifted(mantissa, by: power) { return .number(number, .normal) }
        }
        return double(bytes, range)
    }

    /// A number without exponent whose digits fit; nil for longer ones and for what is no number.
    private static func mantissa(_ bytes: [UInt8], _ range: Range<Int>) -> DecimalNumber? {
        var position = range.lowerBound
        var isNegative = false
        if position < range.upperBound, bytes[position] == minus || bytes[position] == plus {
            isNegative = bytes[position] == minus
            position += 1
        }
        var (digits, decimals, isFraction, hasDigit) = (Int64(0), 0, false, false)
        while position < range.upperBound {
            let byte = bytes[position]
            position += 1
            if PXByte.isDigit(byte) {
                guard digits < 100_000_000_000_000_000, decimals < 18 else { return nil }
                digits = digits * 10 + Int64(byte &- UInt8(ascii: "0"))
                if isFraction { decimals += 1 }
                hasDigit = true
            } else if byte == point, !isFraction {
                isFraction = true
            } else {
                return nil
            }
        }
        guard hasDigit, !isFraction || decimals > 0 else { return nil }
        return DecimalNumber(digits: isNegative ? -digits : digits, decimals: decimals)
    }

    /// The power of ten behind an `e`, which need not be larger than any double has.
    private static func power(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard let number = mantissa(bytes, range), number.decimals == 0, bytes[range].allSatisfy({ $0 != point })
        else { return nil }
        return Int(max(-1000, min(1000, number.digits)))
    }

    private static func shifted(_ number: DecimalNumber, by power: Int) -> DecimalNumber? {
        let decimals = number.decimals - power
        if (0...18).contains(decimals) { return DecimalNumber(digits: number.digits, decimals: decimals) }
        guard (-18...0).contains(decimals) else { return nil }
        let (digits, overflow) = number.digits.multipliedReportingOverflow(by: powerOfTen(-decimals))
        return overflow ? nil : DecimalNumber(digits: digits, decimals: 0)
    }

    /// A number that is too long to be kept exactly; what Swift reads beyond this grammar, such as `nan`, is none.
    private static func double(_ bytes: [UInt8], _ range: Range<Int>) -> Cube.Cell? {
        let isNumeral = bytes[range].allSatisfy {
            PXByte.isDigit($0) || $0 == point || $0 == minus || $0 == plus || $0 | 0x20 == UInt8(ascii: "e")
        }
        guard isNumeral, let last = range.last, PXByte.isDigit(bytes[last]),
            let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite
        else { return nil }
        return .double(value, .normal)
    }

    private static let minus = UInt8(ascii: "-")
    private static let plus = UInt8(ascii: "+")
    private static let point = UInt8(ascii: ".")
}
