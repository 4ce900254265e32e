/// The distinct labels of one column in one range of a file, numbered in the order of their first appearance.
///
/// A label is found by its bytes: its first eight, its last eight and its length say all of a label of up to 16 bytes,
/// and of a longer one the middle is compared too. Whoever asks must be allowed to read eight bytes before the end and
/// eight behind the start of a label, also where it is shorter.
struct LabelTable: ~Copyable {
    /// What a label is known by, and where its bytes are kept.
    private struct Entry {
        var first: UInt64
        var last: UInt64
        var length: Int
        var offset: Int
        /// The code that stood below this one the last time.
        var next: Int
    }

    private var entries: UnsafeMutablePointer<Entry>
    private var capacity = 64
    /// For each place of the hash table the code plus one; 0 is free.
    private var places: UnsafeMutablePointer<UInt32>
    private var mask = 255
    private var bytes: UnsafeMutablePointer<UInt8>
    private var byteCapacity = 1024
    private var byteCount = 0
    /// How many labels there are.
    private(set) var count = 0
    /// How many places were looked at because the label was not the one expected.
    private(set) var probes = 0

    init() {
        entries = .allocate(capacity: capacity)
        entries[0].next = 0
        places = .allocate(capacity: mask + 1)
        places.initialize(repeating: 0, count: mask + 1)
        bytes = .allocate(capacity: byteCapacity)
    }

    deinit {
        entries.deallocate()
        places.deallocate()
        bytes.deallocate()
    }

    /// The code of a label, which gets the next free one where it is new.
    ///
    /// The label that stood below `last` before is tried first: columns repeat themselves, and periods follow one another.
    @inline(__always)
    mutating func code(at start: UnsafePointer<UInt8>, length: Int, below last: Int) -> Int {
        let expected = entries[last].next
        if isLabel(expected, at: start, length: length) { return expected }
        let code = find(start, length)
        entries[last].next = code
        return code
    }

    /// The length of the label that stood below `last` before, and its code, where it stands at `start` once more with the
    /// separator behind it; nil where it does not, or has more than seven bytes.
    @inline(__always)
    func expected(at start: UnsafePointer<UInt8>, delimiter: UInt8, below last: Int) -> (code: Int, length: Int)? {
        guard count > 0 else { return nil }
        let code = entries[last].next
        let length = entries[code].length
        guard length < 8 else { return nil }
        let shift = UInt64(truncatingIfNeeded: length &* 8)
        let wanted = entries[code].first | UInt64(delimiter) &<< shift
        let found = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
        return (found ^ wanted) &<< (56 &- shift) == 0 ? (code, length) : nil
    }

    @inline(__always)
    private func isLabel(_ code: Int, at start: UnsafePointer<UInt8>, length: Int) -> Bool {
        guard code < count, entries[code].length == length else { return false }
        let (first, last) = LabelTable.ends(start, length)
        return entries[code].first == first && entries[code].last == last
            && (length <= 16 || hasMiddle(entries[code], start))
    }

    @inline(never)
    private mutating func find(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let (first, last) = LabelTable.ends(start, length)
        var place = LabelTable.hash(first, last, length) & mask
        while places[place] != 0 {
            probes += 1
            let code = Int(places[place]) - 1
            let entry = entries[code]
            if entry.first == first, entry.last == last, entry.length == length,
                length <= 16 || hasMiddle(entry, start)
            {
                return code
            }
            place = (place + 1) & mask
        }
        append(Entry(first: first, last: last, length: length, offset: byteCount, next: count), start)
        places[place] = UInt32(truncatingIfNeeded: count)
        if count * 4 > mask { rehash() }
        return count - 1
    }

    /// The bytes of all labels, one behind the other, and where each ends.
    func labels() -> (bytes: [UInt8], ends: [Int]) {
        (
            Array(UnsafeBufferPointer(start: bytes, count: byteCount)),
            (0..<count).map { entries[$0].offset + entries[$0].length }
        )
    }

    // MARK: Parts

    /// The first and the last eight bytes; of a shorter label all bytes, twice.
    @inline(__always)
    private static func ends(_ start: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
        let first = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
        if length < 8 {
            let kept = first & ((1 << UInt64(length * 8)) &- 1)
            return (kept, kept)
        }
        return (first, UnsafeRawPointer(start + length - 8).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
        let mixed = (first ^ (last << 29 | last >> 35) ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF)
    }

    private func hasMiddle(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
        for position in 8..<entry.length - 8 where bytes[entry.offset + position] != start[position] { return false }
        return true
    }

    private mutating func append(_ entry: Entry, _ start: UnsafePointer<UInt8>) {
        if count == capacity { entries = LabelTable.grown(entries, count, &capacity, atLeast: count + 1) }
        if byteCount + entry.length > byteCapacity {
            bytes = LabelTable.grown(bytes, byteCount, &byteCapacity, atLeast: byteCount + entry.length)
        }
        entries[count] = entry
        (bytes + byteCount).update(from: start, count: entry.length)
        byteCount += entry.length
        count += 1
    }

    private static func grown<Element>(
        _ old: UnsafeMutablePointer<Element>,
        _ count: Int,
        _ capacity: inout Int,
        atLeast needed: Int
    ) -> UnsafeMutablePointer<Element> {
        capacity = max(capacity * 2, needed)
        let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        new.moveInitialize(from: old, count: count)
        old.deallocate()
        return new
    }

    private mutating func rehash() {
        places.deallocate()
        mask = mask * 4 + 3
        places = .allocate(capacity: mask + 1)
        places.initialize(repeating: 0, count: mask + 1)
        for code in 0..<count {
            let entry = entries[code]
            var place = LabelTable.hash(entry.first, entry.last, entry.length) & mask
            while places[place] != 0 { place = (place + 1) & mask }
            places[place] = UInt32(truncatingIfNeeded: code + 1)
        }
    }
}
