import BarometerCore
import BarometerStore

/// Reads the cells of a measure at the scale that it is kept in.
struct ValueScanner {
    private(set) var state: MeasureState
    private(set) var forms: RangeColumns.NumberForms
    /// Whether the last cell had more decimals than the scale, which was raised: the window must be read again.
    private(set) var isRescaled = false
    private let markers: [RecordShape.Marker]
    private var scale: Int
    private var mostDecimals: Int
    /// Ten to the powers from 0 to the most decimals of exact values.
    private let powers: InlineArray<5, Int64> = [1, 10, 100, 1000, 10_000]

    init(_ state: MeasureState, _ forms: RangeColumns.NumberForms, _ markers: [RecordShape.Marker]) {
        self.state = state
        self.forms = forms
        self.markers = markers
        scale = state.decimals ?? -1
        mostDecimals = state.printedDecimals
    }

    /// The value of a cell as a window hands it over; nil where it is no plain number and no marker, or was rescaled.
    @inline(__always)
    mutating func value(before end: UnsafePointer<UInt8>, length: Int) -> Int64? {
        guard let number = PlainNumber.read(before: end, length: length) else { return marker(end, length) }
        return scaled(number)
    }

    /// The value of a cell of 1 to 8 bytes that stands at the end of a word.
    @inline(__always)
    mutating func value(_ word: UInt64, length: Int) -> Int64? {
        guard let number = PlainNumber.read(word, length: length) else { return marker(word, length) }
        return scaled(number)
    }

    @inline(__always)
    private mutating func scaled(_ number: PlainNumber) -> Int64? {
        if number.sign != 0 {
            if number.sign == UInt8(ascii: ",") { forms.hasComma = true } else { forms.hasPoint = true }
            if number.decimals != 3 { forms.hasOtherThanThree = true }
            if number.decimals > mostDecimals { note(number.decimals) }
        }
        forms.hasNumbers = true
        guard scale >= number.decimals else { return other(number) }
        let (scaled, overflow) = number.digits.multipliedReportingOverflow(
            by: powers[scale &- number.decimals]
        )
        return overflow || scaled <= ValueBlock.lastLongMark ? nil : scaled
    }

    @inline(never)
    private mutating func note(_ decimals: Int) {
        mostDecimals = decimals
        state.print(decimals)
    }

    /// A double, or nil where the scale is too small for the number.
    @inline(never)
    private mutating func other(_ number: PlainNumber) -> Int64? {
        if scale < 0 {
            let value = DecimalNumber(digits: number.digits, decimals: number.decimals).value
            return Int64(bitPattern: value.bitPattern)
        }
        state.raise(to: number.decimals)
        isRescaled = true
        return nil
    }

    private func marker(_ end: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
        length > 8 ? nil : marker(UnsafeRawPointer(end - 8).loadUnaligned(as: UInt64.self), length)
    }

    /// The mark for a missing value that stands at the end of a word, or nil where there is none.
    @inline(never)
    private func marker(_ word: UInt64, _ length: Int) -> Int64? {
        let word = length == 0 ? 0 : word >> UInt64((8 - length) * 8)
        for marker in markers where marker.word == word && marker.length == length {
            return scale < 0
                ? Int64(bitPattern: ValueBlock.mark(marker.status).bitPattern)
                : Int64.min + Int64(marker.status.rawValue)
        }
        return nil
    }
}
