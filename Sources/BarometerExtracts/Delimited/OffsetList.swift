/// Whole numbers that never fall, such as places in a text, at four bytes each.
///
/// What lies above 32 bits is kept once for all numbers behind it, so that a text may be larger than 4 GiB.
package struct OffsetList: Sendable, Equatable {
    private var low: [UInt32] = []
    /// The positions from which on the numbers lie a further 2^32 higher.
    private var carries: [Int] = []

    package init() {}

    package var count: Int { low.count }

    package subscript(position: Int) -> Int {
        let value = Int(low[position])
        return carries.isEmpty ? value : value + carries.count { $0 <= position } << 32
    }

    /// Adds a number that is no smaller than the last one.
    package mutating func append(_ number: Int) {
        while number >> 32 > carries.count { carries.append(low.count) }
        low.append(UInt32(truncatingIfNeeded: number))
    }
}
