import BarometerCore

/// For one column, which part of the group number each code contributes; a code that is filtered away has none.
///
/// A filter, a roll-up and a grouping are all the same thing: an array from code to partial group number.
struct GroupLookup: Sendable {
    /// The partial of a code that belongs to no group.
    static let none = -1
    /// The same among partials of 32 bits: more than all dense group numbers, and 64 of them still fit.
    static let narrowNone: UInt32 = 1 << 25
    /// The same among partials of 64 bits, where it is a bit of its own.
    static let wideNone: UInt64 = 1 << 63

    var column: CodeColumn
    var isTime: Bool
    /// The partial group number of each code, for dense group numbers; else empty.
    private(set) var narrow: [UInt32] = []
    /// The partial group number of each code, for group numbers that are hashed; else empty.
    private(set) var wide: [UInt64] = []
    /// Whether some codes have no group.
    let filters: Bool
    /// How often the partial changes up to each code: two codes with one number have no change between them.
    private let changes: [Int32]

    /// A lookup of these partials, `none` for codes that are filtered away.
    init(column: CodeColumn, isTime: Bool, partials: [Int], isDense: Bool) {
        self.column = column
        self.isTime = isTime
        filters = partials.contains(GroupLookup.none)
        if isDense {
            narrow = partials.map { $0 == GroupLookup.none ? GroupLookup.narrowNone : UInt32($0) }
        } else {
            wide = partials.map { $0 == GroupLookup.none ? GroupLookup.wideNone : UInt64($0) }
        }
        var count: Int32 = 0
        changes = partials.indices.map { code in
            if code > 0, partials[code] != partials[code - 1] { count += 1 }
            return count
        }
    }

    /// What a whole block contributes: one number (or `none`) for all its rows, or nil where that depends on the row.
    ///
    /// By this a question passes over blocks that have nothing of what it selects, and over columns that say nothing
    /// new in a block. Constant time.
    func constant(in block: Int) -> UInt64? {
        let bounds = column.bounds[block]
        precondition(bounds.upperBound < changes.count, "every code of a column has an entry")
        guard changes[bounds.lowerBound] == changes[bounds.upperBound] else { return nil }
        if narrow.isEmpty { return wide[bounds.lowerBound] }
        let partial = narrow[bounds.lowerBound]
        return partial == GroupLookup.narrowNone ? GroupLookup.wideNone : UInt64(partial)
    }
}
