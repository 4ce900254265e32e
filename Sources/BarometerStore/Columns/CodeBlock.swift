/// Some rows of a column of codes, in the narrowest whole numbers that hold the largest code among them.
///
/// One, two or four bytes a row.
package enum CodeBlock: Sendable, Hashable {
    case narrow([UInt8])
    case medium([UInt16])
    case wide([UInt32])

    /// A block of these codes, each 0 to 2^32 - 1.
    package init(_ codes: some Collection<Int>) {
        let largest = codes.max() ?? 0
        if largest <= Int(UInt8.max) {
            self = .narrow(codes.map(UInt8.init))
        } else if largest <= Int(UInt16.max) {
            self = .medium(codes.map(UInt16.init))
        } else {
            self = .wide(codes.map(UInt32.init))
        }
    }

    /// A block of the same code in every row.
    package init(repeating code: Int, count: Int) {
        if let code = UInt8(exactly: code) {
            self = .narrow(Array(repeating: code, count: count))
        } else if let code = UInt16(exactly: code) {
            self = .medium(Array(repeating: code, count: count))
        } else {
            self = .wide(Array(repeating: UInt32(code), count: count))
        }
    }

    /// The number of rows.
    package var count: Int {
        switch self {
        case .narrow(let codes): codes.count
        case .medium(let codes): codes.count
        case .wide(let codes): codes.count
        }
    }

    /// The code of a row of the block.
    package subscript(row: Int) -> Int {
        switch self {
        case .narrow(let codes): Int(codes[row])
        case .medium(let codes): Int(codes[row])
        case .wide(let codes): Int(codes[row])
        }
    }

    /// The smallest and the largest code, or nil where there is no row; linear.
    package var bounds: ClosedRange<Int>? {
        switch self {
        case .narrow(let codes): CodeBlock.bounds(of: codes)
        case .medium(let codes): CodeBlock.bounds(of: codes)
        case .wide(let codes): CodeBlock.bounds(of: codes)
        }
    }

    /// Adds a row; the block becomes wider where the code, 0 to 2^32 - 1, does not fit it.
    ///
    /// Amortised constant time; at most twice in its life a block is copied to wider numbers.
    package mutating func append(_ code: Int) {
        // The array is taken out of the block while it grows, so that there is only one reference to it.
        switch self {
        case .narrow(var codes):
            guard let fitting = UInt8(exactly: code) else {
                self = .medium(codes.map(UInt16.init))
                return append(code)
            }
            self = .narrow([])
            codes.append(fitting)
            self = .narrow(codes)
        case .medium(var codes):
            guard let fitting = UInt16(exactly: code) else {
                self = .wide(codes.map(UInt32.init))
                return append(code)
            }
            self = .narrow([])
            codes.append(fitting)
            self = .medium(codes)
        case .wide(var codes):
            self = .narrow([])
            codes.append(UInt32(code))
            self = .wide(codes)
        }
    }

    /// Replaces each code by its place in `map`, for codes that two dictionaries number differently; may widen.
    ///
    /// As wide as before or wider, by the largest number of the map and not by those that occur.
    package mutating func remap(_ map: [Int]) {
        let largest = map.max() ?? 0
        // The codes are taken out of the block while they change, so that there is only one reference to them.
        switch self {
        case .narrow(var codes):
            self = .narrow([])
            if largest <= Int(UInt8.max) {
                CodeBlock.replace(&codes, by: map)
                self = .narrow(codes)
            } else if largest <= Int(UInt16.max) {
                self = .medium(CodeBlock.replaced(codes, by: map))
            } else {
                self = .wide(CodeBlock.replaced(codes, by: map))
            }
        case .medium(var codes):
            self = .narrow([])
            if largest <= Int(UInt16.max) {
                CodeBlock.replace(&codes, by: map)
                self = .medium(codes)
            } else {
                self = .wide(CodeBlock.replaced(codes, by: map))
            }
        case .wide(var codes):
            self = .narrow([])
            CodeBlock.replace(&codes, by: map)
            self = .wide(codes)
        }
    }

    @inline(__always)
    private static func replace<Width: FixedWidthInteger>(_ codes: inout [Width], by map: [Int]) {
        // A code beyond the map would be a fault of ours, so it is looked for once and not in every row.
        precondition(codes.max().map { Int($0) < map.count } ?? true, "every code of a block has a place in the map")
        let map = map.map { Width(truncatingIfNeeded: $0) }
        // Sound: all codes are places of the map, as checked above.
        map.withUnsafeBufferPointer { map in
            codes.withUnsafeMutableBufferPointer { codes in
                guard let map = map.baseAddress else { return }
                for row in codes.indices { codes[row] = map[Int(codes[row])] }
            }
        }
    }

    @inline(__always)
    private static func replaced<Width: FixedWidthInteger, Wider: FixedWidthInteger>(
        _ codes: [Width],
        by map: [Int]
    ) -> [Wider] {
        let map = map.map { Wider(truncatingIfNeeded: $0) }
        return codes.map { map[Int($0)] }
    }

    @inline(__always)
    private static func bounds<Width: FixedWidthInteger>(of codes: [Width]) -> ClosedRange<Int>? {
        guard var smallest = codes.first else { return nil }
        var largest = smallest
        for code in codes {
            smallest = min(smallest, code)
            largest = max(largest, code)
        }
        return Int(smallest)...Int(largest)
    }
}

extension CodeBlock {
    /// Calls the body of the block's width with a pointer to its codes, which lives as long as the call.
    @inline(__always)
    func withCodes(
        narrow: (UnsafePointer<UInt8>) -> Void,
        medium: (UnsafePointer<UInt16>) -> Void,
        wide: (UnsafePointer<UInt32>) -> Void
    ) {
        switch self {
        case .narrow(let codes): codes.withUnsafeBufferPointer { $0.baseAddress.map(narrow) }
        case .medium(let codes): codes.withUnsafeBufferPointer { $0.baseAddress.map(medium) }
        case .wide(let codes): codes.withUnsafeBufferPointer { $0.baseAddress.map(wide) }
        }
    }
}
