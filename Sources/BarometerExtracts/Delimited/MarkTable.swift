import BarometerCore

/// What texts in place of a number mean, without a search for each plain number.
struct MarkTable {
    private let statuses: [String: ObservationStatus]
    /// Whether a mark is written like a plain number, such as 999.
    private let holdsNumbers: Bool

    init(_ statuses: [String: ObservationStatus]) {
        self.statuses = statuses
        holdsNumbers = statuses.contains { $0.key.isPlainNumber }
    }

    /// The status that a text stands for; nil where it is no mark.
    subscript(text: String) -> ObservationStatus? {
        if !holdsNumbers, text.isPlainNumber { return nil }
        return statuses[text]
    }

    /// Whether a text of a column is a plain number and no mark, without making the text.
    func isSurelyNumber(_ code: Int, in texts: Texts) -> Bool {
        !holdsNumbers && texts.withBytes(of: code) { PlainNumeral.isPlain($0) }
    }

    /// A text of a column as a whole number of at most 18 digits without signs, without making the text; nil for any
    /// other, and for a mark.
    func wholeNumber(_ code: Int, in texts: Texts) -> Int64? {
        holdsNumbers ? nil : texts.withBytes(of: code) { PlainNumeral.whole($0) }
    }
}

/// Numbers of ASCII digits, points and commas, with a digit at both ends.
private enum PlainNumeral {
    static func isPlain(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, isDigit(first), isDigit(last) else { return false }
        return bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count > 0, bytes.count <= 18 else { return nil }
        var number: Int64 = 0
        for byte in bytes {
            guard isDigit(byte) else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return number
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}

extension String {
    /// Whether the text is of ASCII digits, points and commas, with a digit at both ends.
    var isPlainNumber: Bool { PlainNumeral.isPlain(utf8) }

    /// Whether the text is of ASCII digits alone.
    var isDigits: Bool { !utf8.isEmpty && utf8.allSatisfy(PlainNumeral.isDigit) }
}
