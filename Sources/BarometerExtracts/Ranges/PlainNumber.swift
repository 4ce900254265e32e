/// A number as most cells print it: digits, perhaps a minus in front, perhaps a decimal sign with digits behind it.
///
/// Everything else (groups, a per cent sign, a power of ten, more than 18 digits) is no plain number, and whoever meets
/// it reads the file the careful way.
struct PlainNumber {
    /// All digits as a whole number with the sign.
    var digits: Int64
    /// How many stand behind the decimal sign.
    var decimals: Int
    /// The decimal sign, or 0 where there is none.
    var sign: UInt8

    /// Reads the `length` bytes before `end`, of which eight may always be read.
    @inline(__always)
    static func read(before end: UnsafePointer<UInt8>, length: Int) -> PlainNumber? {
        guard length <= 8 else { return readLong(end - length, length) }
        guard length > 0 else { return nil }
        return read(UnsafeRawPointer(end - 8).loadUnaligned(as: UInt64.self), length: length)
    }

    /// Reads the last `length` of eight bytes, 1 to 8.
    @inline(__always)
    static func read(_ bytes: UInt64, length: Int) -> PlainNumber? {
        let zeros: UInt64 = 0x3030_3030_3030_3030
        // The last character stands in the highest byte; what stands before the number becomes zeros.
        let lead = UInt64(truncatingIfNeeded: 8 &- length) &* 8
        let outside: UInt64 = (1 &<< lead) &- 1
        let word = (bytes & ~outside) | (zeros & outside)
        var values = word ^ zeros
        var others = (((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
        if others == 0 { return PlainNumber(digits: eightDigits(values), decimals: 0, sign: 0) }
        let isNegative = UInt8(truncatingIfNeeded: word &>> lead) == UInt8(ascii: "-")
        if isNegative {
            guard length > 1 else { return nil }
            values &= ~(UInt64(0xFF) &<< lead)
            others &= ~(UInt64(0xFF) &<< lead)
            if others == 0 { return PlainNumber(digits: -eightDigits(values), decimals: 0, sign: 0) }
        }
        guard others & (others &- 1) == 0 else { return nil }
        let position = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & ~7
        let sign = UInt8(truncatingIfNeeded: word &>> position)
        // Digits must stand on both sides of the sign.
        guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: "."), position < 56,
            position > lead &+ (isNegative ? 8 : 0)
        else { return nil }
        let before = values & ((1 &<< position) &- 1)
        let behind = values & ~((1 &<< (position &+ 8)) &- 1)
        let digits = eightDigits(behind | before &<< 8)
        return PlainNumber(
            digits: isNegative ? -digits : digits,
            decimals: 7 &- Int(truncatingIfNeeded: position &>> 3),
            sign: sign
        )
    }

    /// Eight digits from 0 to 9, the first in the lowest byte, in three multiplications.
    @inline(__always)
    private static func eightDigits(_ values: UInt64) -> Int64 {
        let pairs = (values &* 10) &+ (values &>> 8)
        let mask: UInt64 = 0x0000_00FF_0000_00FF
        let sum = (pairs & mask) &* 0x000F_4240_0000_0064 &+ ((pairs &>> 16) & mask) &* 0x0000_2710_0000_0001
        return Int64(truncatingIfNeeded: sum &>> 32)
    }

    @inline(never)
    private static func readLong(_ start: UnsafePointer<UInt8>, _ length: Int) -> PlainNumber? {
        var number = PlainNumber(digits: 0, decimals: 0, sign: 0)
        let isNegative = start[0] == UInt8(ascii: "-")
        var count = 0
        for position in (isNegative ? 1 : 0)..<length {
            let byte = start[position]
            if byte &- 0x30 <= 9 {
                count += 1
                guard count <= 18 else { return nil }
                number.digits = number.digits &* 10 &+ Int64(byte &- 0x30)
                if number.sign != 0 { number.decimals += 1 }
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), number.sign == 0, count > 0 {
                number.sign = byte
            } else {
                return nil
            }
        }
        guard count > 0, number.sign == 0 || number.decimals > 0 else { return nil }
        if isNegative { number.digits = -number.digits }
        return number
    }
}
