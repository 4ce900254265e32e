import BarometerCore
import BarometerStore

/// The codes of a block that is being filled, in one, two or four bytes each.
///
/// The memory is used again for each block and given back by whoever owns it.
struct PendingCodes {
    private let memory: UnsafeMutableRawPointer
    private var width = 1
    private(set) var count = 0

    init(capacity: Int) {
        memory = .allocate(byteCount: capacity * 4, alignment: 16)
    }

    func deallocate() {
        memory.deallocate()
    }

    /// Adds codes, of which all are smaller than `limit`.
    mutating func append(_ codes: UnsafePointer<UInt32>, count added: Int, limit: Int) {
        let needed = limit <= 1 << 8 ? 1 : limit <= 1 << 16 ? 2 : 4
        while width < needed { widen() }
        switch width {
        case 1: PendingCodes.narrow(codes, memory.assumingMemoryBound(to: UInt8.self) + count, added)
        case 2: PendingCodes.narrow(codes, memory.assumingMemoryBound(to: UInt16.self) + count, added)
        default: PendingCodes.narrow(codes, memory.assumingMemoryBound(to: UInt32.self) + count, added)
        }
        count += added
    }

    /// The finished block; the next one starts empty and as wide.
    mutating func seal() -> CodeBlock {
        defer { count = 0 }
        switch width {
        case 1: return .narrow(PendingCodes.copy(memory, count, as: UInt8.self))
        case 2: return .medium(PendingCodes.copy(memory, count, as: UInt16.self))
        default: return .wide(PendingCodes.copy(memory, count, as: UInt32.self))
        }
    }

    @inline(__always)
    private static func narrow<Width: FixedWidthInteger>(
        _ codes: UnsafePointer<UInt32>,
        _ target: UnsafeMutablePointer<Width>,
        _ count: Int
    ) {
        for row in 0..<count { target[row] = Width(truncatingIfNeeded: codes[row]) }
    }

    private mutating func widen() {
        if width == 1 {
            let (old, new) = (memory.assumingMemoryBound(to: UInt8.self), memory.assumingMemoryBound(to: UInt16.self))
            for row in stride(from: count - 1, through: 0, by: -1) { new[row] = UInt16(old[row]) }
        } else {
            let (old, new) = (memory.assumingMemoryBound(to: UInt16.self), memory.assumingMemoryBound(to: UInt32.self))
            for row in stride(from: count - 1, through: 0, by: -1) { new[row] = UInt32(old[row]) }
        }
        width *= 2
    }

    static func copy<Element>(_ memory: UnsafeMutableRawPointer, _ count: Int, as: Element.Type) -> [Element] {
        Array(UnsafeBufferPointer(start: memory.assumingMemoryBound(to: Element.self), count: count))
    }
}

/// The values of a block that is being filled: scaled whole numbers in four or eight bytes, or doubles.
struct PendingValues {
    /// In what form a window hands over its values, eight bytes each.
    enum Form {
        /// Scaled whole numbers; a missing value is `Int64.min` and the raw value of its status.
        case whole
        /// The bits of doubles; a missing value is a NaN with the raw value of its status as payload.
        case double
    }

    private let memory: UnsafeMutableRawPointer
    private var isShort = true
    private(set) var count = 0

    init(capacity: Int) {
        memory = .allocate(byteCount: capacity * 8, alignment: 16)
    }

    func deallocate() {
        memory.deallocate()
    }

    mutating func append(_ values: UnsafePointer<Int64>, count added: Int, form: Form) {
        switch form {
        case .double:
            (memory.assumingMemoryBound(to: Int64.self) + count).update(from: values, count: added)
        case .whole:
            if isShort, !appendShort(values, added) { widen() }
            if !isShort { (memory.assumingMemoryBound(to: Int64.self) + count).update(from: values, count: added) }
        }
        count += added
    }

    /// Adds values in four bytes each; false, and nothing added, where one does not fit.
    private func appendShort(_ values: UnsafePointer<Int64>, _ added: Int) -> Bool {
        let target = memory.assumingMemoryBound(to: Int32.self) + count
        let firstMissing = Int64.min + 16
        var misfits: UInt64 = 0
        for row in 0..<added {
            let value = values[row]
            let isMissing = value < firstMissing
            // The values that stand for missing ones are left free: those up to `Int32.min` and 15.
            let shifted = UInt64(bitPattern: value &- (Int64(Int32.min) + 16))
            misfits |= isMissing ? 0 : shifted >> 32
            misfits |= isMissing ? 0 : (shifted & 0xFFFF_FFFF) > 0xFFFF_FFEF ? 1 : 0
            target[row] = Int32(truncatingIfNeeded: value) | (isMissing ? Int32.min : 0)
        }
        return misfits == 0
    }

    private mutating func widen() {
        let (old, new) = (memory.assumingMemoryBound(to: Int32.self), memory.assumingMemoryBound(to: Int64.self))
        for row in stride(from: count - 1, through: 0, by: -1) {
            let value = old[row]
            new[row] = value < Int32.min + 16 ? Int64.min + Int64(value - Int32.min) : Int64(value)
        }
        isShort = false
    }

    /// The finished block; the next one starts empty and short.
    mutating func seal(form: Form) -> ValueBlock {
        defer { (count, isShort) = (0, true) }
        if form == .double { return .doubles(PendingCodes.copy(memory, count, as: Double.self)) }
        return isShort
            ? .short(PendingCodes.copy(memory, count, as: Int32.self))
            : .long(PendingCodes.copy(memory, count, as: Int64.self))
    }
}
