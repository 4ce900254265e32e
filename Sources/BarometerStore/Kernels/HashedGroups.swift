/// The group numbers that were found, each with a place, where there may be far too many for plain arrays.
///
/// Open addressing over a power of two of slots, at most half of them taken. The places follow the order in which the
/// numbers were found.
struct HashedGroups: Sendable {
    /// The numbers found; the position of a number is its place.
    private(set) var numbers: [UInt64] = []
    /// For each slot the place of its number plus one, or 0.
    private var slots: [UInt32]
    private var shift: UInt64

    init() {
        slots = Array(repeating: 0, count: 1 << 12)
        shift = 64 - 12
    }

    /// The place of a number, which gets the next free one where it is new; amortised constant time.
    mutating func place(of number: UInt64) -> Int {
        var slot = start(number)
        while slots[slot] != 0 {
            let place = Int(slots[slot] - 1)
            if numbers[place] == number { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        numbers.append(number)
        slots[slot] = UInt32(numbers.count)
        if numbers.count * 2 > slots.count { grow() }
        return numbers.count - 1
    }

    /// The place of a number, or nil where it was not found.
    func known(_ number: UInt64) -> Int? {
        var slot = start(number)
        while slots[slot] != 0 {
            let place = Int(slots[slot] - 1)
            if numbers[place] == number { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Numbers that differ by a stride would fall on one another; the golden ratio spreads them.
    private func start(_ number: UInt64) -> Int {
        Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    private mutating func grow() {
        shift -= 1
        slots = Array(repeating: 0, count: slots.count * 2)
        for (place, number) in numbers.enumerated() {
            var slot = start(number)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(place + 1)
        }
    }
}
