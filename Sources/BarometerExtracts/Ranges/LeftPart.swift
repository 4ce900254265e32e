/// The leading fields of a record while record after record begins with the same bytes.
///
/// Statistics banks turn the last dimension fastest, so that comparing these bytes replaces finding and looking up most
/// fields. Where records do not begin alike, the comparison costs more than it saves, and a range gives it up.
struct LeftPart {
    /// The bytes, up to and with the separator behind them, as they stood before the window; empty before the first.
    private let bytes: UnsafeMutablePointer<UInt8>
    private static let capacity = 1024
    private(set) var length = 0
    /// The codes of the fields.
    private(set) var codes: [UInt32]
    /// For each run of the window the row in which it begins, and the codes of all its fields.
    var runStarts: [UInt32] = []
    var runCodes: [UInt32] = []
    /// Whether at least half of the last window's records began like those before them.
    private(set) var isWorthwhile = true
    private var saved: (length: Int, codes: [UInt32]) = (0, [])

    init(fieldCount: Int) {
        bytes = .allocate(capacity: LeftPart.capacity + 16)
        bytes.initialize(repeating: 0, count: LeftPart.capacity + 16)
        codes = Array(repeating: 0, count: fieldCount)
    }

    func deallocate() {
        bytes.deallocate()
    }

    var start: UnsafePointer<UInt8> { UnsafePointer(bytes) }

    /// Keeps what stands before a window, for one that has to be read again.
    mutating func save() {
        saved = (length, codes)
        runStarts.removeAll(keepingCapacity: true)
        runCodes.removeAll(keepingCapacity: true)
    }

    mutating func restore() {
        (length, codes) = saved
    }

    /// Lets the next record begin a run of its own.
    mutating func forget() {
        length = 0
    }

    /// Keeps the left part of the last record; one too long to be kept is forgotten.
    mutating func keep(_ start: UnsafePointer<UInt8>, length: Int) {
        guard length <= LeftPart.capacity else { return forget() }
        self.length = length
        if start != UnsafePointer(bytes) { bytes.update(from: start, count: length) }
        if !codes.isEmpty { codes = Array(runCodes.suffix(codes.count)) }
    }

    mutating func endWindow(rows: Int) {
        isWorthwhile = runStarts.count * 2 <= rows
    }

    /// Whether two stretches of as many bytes are the same; fifteen bytes behind each must be readable.
    @inline(__always)
    static func areSame(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        guard count >= 16 else { return areSameWords(left, right, count) }
        var difference = SIMD2<UInt64>(repeating: 0)
        var offset = 0
        while offset &+ 16 <= count {
            difference |=
                left.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
                ^ right.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
            offset &+= 16
        }
        // The last bytes are compared together with some before them.
        difference |=
            left.loadUnaligned(fromByteOffset: count &- 16, as: SIMD2<UInt64>.self)
            ^ right.loadUnaligned(fromByteOffset: count &- 16, as: SIMD2<UInt64>.self)
        return difference.x | difference.y == 0
    }

    private static func areSameWords(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
        (0..<count).allSatisfy {
            left.load(fromByteOffset: $0, as: UInt8.self) == right.load(fromByteOffset: $0, as: UInt8.self)
        }
    }
}
