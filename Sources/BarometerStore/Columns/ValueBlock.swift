import BarometerCore

/// Some rows of a column of values; a row without a value says in its place why there is none.
package enum ValueBlock: Sendable, Hashable {
    /// Scaled whole numbers; a missing value is `Int32.min + status.rawValue`.
    case short([Int32])
    /// The same with `Int64.min + status.rawValue`.
    case long([Int64])
    /// Doubles, all finite; a missing value is a NaN whose payload is the raw value of the status.
    case doubles([Double])

    /// How many of the smallest whole numbers stand for missing values.
    package static let reserved = 16
    /// The largest short number that stands for a missing value; every larger one is a value.
    package static let lastShortMark = Int32.min + Int32(reserved - 1)
    /// The largest long number that stands for a missing value; every larger one is a value.
    package static let lastLongMark = Int64.min + Int64(reserved - 1)

    /// The number of rows.
    package var count: Int {
        switch self {
        case .short(let values): values.count
        case .long(let values): values.count
        case .doubles(let values): values.count
        }
    }

    /// Whether the rows are doubles and not scaled whole numbers.
    package var isDoubles: Bool {
        if case .doubles = self { true } else { false }
    }

    /// The double that stands for a value which is missing for this reason.
    package static func mark(_ status: ObservationStatus) -> Double {
        Double(nan: Double.RawSignificand(status.rawValue), signaling: false)
    }

    /// Why a row of the block has no value, or nil where it has one.
    package func missingStatus(of row: Int) -> ObservationStatus? {
        switch self {
        case .short(let values): ValueBlock.missingStatus(values[row])
        case .long(let values): ValueBlock.missingStatus(values[row])
        case .doubles(let values): ValueBlock.missingStatus(values[row])
        }
    }

    static func missingStatus(_ value: Int32) -> ObservationStatus? {
        value > lastShortMark ? nil : ObservationStatus(rawValue: UInt8(truncatingIfNeeded: value &- Int32.min))
    }

    static func missingStatus(_ value: Int64) -> ObservationStatus? {
        value > lastLongMark ? nil : ObservationStatus(rawValue: UInt8(truncatingIfNeeded: value &- Int64.min))
    }

    static func missingStatus(_ value: Double) -> ObservationStatus? {
        value.isNaN ? ObservationStatus(rawValue: UInt8(truncatingIfNeeded: value.bitPattern)) : nil
    }

    /// The value of a row of the block that has one; whole numbers are divided by `divisor`.
    package func value(of row: Int, divisor: Int64) -> Double? {
        guard missingStatus(of: row) == nil else { return nil }
        return switch self {
        case .short(let values): Double(values[row]) / Double(divisor)
        case .long(let values): Double(values[row]) / Double(divisor)
        case .doubles(let values): values[row]
        }
    }

    /// The whole number of a row of the block that has one, at the scale of the column; nil for doubles.
    func scaled(of row: Int) -> Int64? {
        switch self {
        case .short(let values): values[row] > ValueBlock.lastShortMark ? Int64(values[row]) : nil
        case .long(let values): values[row] > ValueBlock.lastLongMark ? values[row] : nil
        case .doubles: nil
        }
    }
}

// MARK: - Adding rows

extension ValueBlock {
    /// Adds a row to a block of whole numbers, which becomes long where needed; false where 64 bits cannot hold it
    /// beside the marks for missing values.
    mutating func append(scaled value: Int64) -> Bool {
        switch self {
        case .short(var values):
            guard let fitting = Int32(exactly: value), fitting > ValueBlock.lastShortMark else {
                guard value > ValueBlock.lastLongMark else { return false }
                self = lengthened
                return append(scaled: value)
            }
            self = .short([])
            values.append(fitting)
            self = .short(values)
        case .long(var values):
            guard value > ValueBlock.lastLongMark else { return false }
            self = .short([])
            values.append(value)
            self = .long(values)
        case .doubles: preconditionFailure("whole numbers go into a block of whole numbers")
        }
        return true
    }

    /// Adds a row to a block of doubles.
    mutating func append(double value: Double) {
        guard case .doubles(var values) = self else { preconditionFailure("doubles go into a block of doubles") }
        self = .short([])
        values.append(value)
        self = .doubles(values)
    }

    /// Adds a row without a value.
    mutating func append(missing status: ObservationStatus) {
        switch self {
        case .short(var values):
            self = .short([])
            values.append(Int32.min + Int32(status.rawValue))
            self = .short(values)
        case .long(var values):
            self = .short([])
            values.append(Int64.min + Int64(status.rawValue))
            self = .long(values)
        case .doubles(var values):
            self = .short([])
            values.append(ValueBlock.mark(status))
            self = .doubles(values)
        }
    }
}

// MARK: - Other forms of the same rows

extension ValueBlock {
    /// The same rows as long whole numbers; doubles stay.
    var lengthened: ValueBlock {
        guard case .short(let values) = self else { return self }
        return .long(values.map { $0 > ValueBlock.lastShortMark ? Int64($0) : Int64.min + Int64($0 &- Int32.min) })
    }

    /// Whole numbers at a finer scale, longer where needed, or nil where one of them does not fit 64 bits; doubles stay.
    package func rescaled(by factor: Int64) -> ValueBlock? {
        guard factor != 1 else { return self }
        switch self {
        case .doubles: return self
        case .short(let values):
            let isShort = values.allSatisfy { value in
                guard value > ValueBlock.lastShortMark else { return true }
                let product = Int64(value) * factor
                return product > Int64(ValueBlock.lastShortMark) && product <= Int64(Int32.max)
            }
            guard isShort else { return lengthened.rescaled(by: factor) }
            return .short(values.map { $0 > ValueBlock.lastShortMark ? $0 &* Int32(truncatingIfNeeded: factor) : $0 })
        case .long(let values):
            var result: [Int64] = []
            result.reserveCapacity(values.count)
            for value in values {
                guard value > ValueBlock.lastLongMark else {
                    result.append(value)
                    continue
                }
                let (product, overflow) = value.multipliedReportingOverflow(by: factor)
                guard !overflow, product > ValueBlock.lastLongMark else { return nil }
                result.append(product)
            }
            return .long(result)
        }
    }

    /// The same rows as doubles; whole numbers are divided by `divisor`.
    package func asDoubles(divisor: Int64) -> ValueBlock {
        switch self {
        case .doubles: return self
        case .short, .long:
            return .doubles(
                (0..<count).map { row in
                    missingStatus(of: row).map(ValueBlock.mark) ?? value(of: row, divisor: divisor) ?? 0
                }
            )
        }
    }

    /// The rows of this block and then those of another, which is of doubles where this one is.
    func joined(with other: ValueBlock) -> ValueBlock {
        switch (self, other) {
        case (.short(let values), .short(let more)): .short(values + more)
        case (.doubles(let values), .doubles(let more)): .doubles(values + more)
        case (.long(let values), .long(let more)): .long(values + more)
        case (.short, .long), (.long, .short): lengthened.joined(with: other.lengthened)
        case (.doubles, _), (_, .doubles): preconditionFailure("whole numbers and doubles do not share a block")
        }
    }
}
