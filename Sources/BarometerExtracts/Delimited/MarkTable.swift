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
}

extension String {
    /// Whether the text is of ASCII digits, points and commas, with a digit at both ends.
    var isPlainNumber: Bool {
        guard let first = utf8.first, let last = utf8.last else { return false }
        let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
        return isDigit(first) && isDigit(last)
            && utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    /// Whether the text is of ASCII digits alone.
    var isDigits: Bool {
        !utf8.isEmpty && utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
}
