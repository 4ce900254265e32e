/// A column of codes, kept in the narrowest whole numbers that hold the largest one.
///
/// One, two or four bytes a row. Appending a code that no longer fits widens the column once.
public struct CodeColumn: Sendable, Hashable {
    package enum Storage: Sendable, Hashable {
        case narrow([UInt8])
        case medium([UInt16])
        case wide([UInt32])
    }

    package private(set) var storage: Storage = .narrow([])

    /// An empty column.
    public init() {}

    /// A column of the same code in every row.
    public init(repeating code: Int, count: Int) {
        if let code = UInt8(exactly: code) {
            storage = .narrow(Array(repeating: code, count: count))
        } else if let code = UInt16(exactly: code) {
            storage = .medium(Array(repeating: code, count: count))
        } else {
            storage = .wide(Array(repeating: UInt32(code), count: count))
        }
    }

    /// The number of rows.
    public var count: Int {
        switch storage {
        case .narrow(let codes): codes.count
        case .medium(let codes): codes.count
        case .wide(let codes): codes.count
        }
    }

    /// The code of a row.
    public subscript(row: Int) -> Int {
        switch storage {
        case .narrow(let codes): Int(codes[row])
        case .medium(let codes): Int(codes[row])
        case .wide(let codes): Int(codes[row])
        }
    }

    /// Adds a row; the column becomes wider where the code, 0 to 2^32 - 1, does not fit it.
    ///
    /// Amortised constant time; at most twice in a column's life it is copied to wider numbers.
    public mutating func append(_ code: Int) {
        switch storage {
        case .narrow(var codes):
            if let code = UInt8(exactly: code) {
                storage = .narrow([])
                codes.append(code)
                storage = .narrow(codes)
            } else {
                storage = .medium(codes.map(UInt16.init))
                append(code)
            }
        case .medium(var codes):
            if let code = UInt16(exactly: code) {
                storage = .narrow([])
                codes.append(code)
                storage = .medium(codes)
            } else {
                storage = .wide(codes.map(UInt32.init))
                append(code)
            }
        case .wide(var codes):
            storage = .narrow([])
            codes.append(UInt32(code))
            storage = .wide(codes)
        }
    }

    /// The rows at these places, in this order.
    package func gathering(_ rows: [Int]) -> CodeColumn {
        var result = self
        switch storage {
        case .narrow(let codes): result.storage = .narrow(rows.map { codes[$0] })
        case .medium(let codes): result.storage = .medium(rows.map { codes[$0] })
        case .wide(let codes): result.storage = .wide(rows.map { codes[$0] })
        }
        return result
    }
}
