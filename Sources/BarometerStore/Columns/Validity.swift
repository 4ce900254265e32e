/// Which rows of a column have a value: one bit a row.
public struct Validity: Sendable, Hashable {
    package private(set) var words: [UInt64] = []
    /// The number of rows.
    public private(set) var count = 0
    /// The number of rows without a value.
    public private(set) var missingCount = 0

    /// An empty column.
    public init() {}

    /// Whether a row has a value.
    public subscript(row: Int) -> Bool {
        words[row >> 6] >> UInt64(row & 63) & 1 == 1
    }

    /// Adds a row.
    public mutating func append(_ isValid: Bool) {
        if count & 63 == 0 { words.append(0) }
        if isValid {
            words[count >> 6] |= 1 << UInt64(count & 63)
        } else {
            missingCount += 1
        }
        count += 1
    }
}
