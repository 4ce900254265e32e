import BarometerCore

/// A column of values with the statuses that go with them.
///
/// Whole numbers and numbers with at most four decimals are kept as scaled 64-bit integers, so that sums are exact; the
/// rest as doubles. A row without a value keeps the status that says why.
public struct MeasureColumn: Sendable {
    package enum Values: Sendable {
        /// The value of a row is `scaled / 10^decimals`.
        case exact(scaled: [Int64], decimals: Int)
        case doubles([Double])
    }

    /// The name of the measure, as the file heads it.
    public let name: String
    /// What the values count.
    public var unit: Unit
    package private(set) var values: Values = .exact(scaled: [], decimals: 0)
    package private(set) var validity = Validity()
    /// The status of each row, or empty where all are `normal`.
    package private(set) var statuses: [ObservationStatus] = []
    /// The most decimals that a value was printed with.
    public private(set) var printedDecimals = 0

    /// The most decimals that are kept as scaled integers.
    package static let mostExactDecimals = 4

    /// An empty column.
    public init(name: String, unit: Unit) {
        self.name = name
        self.unit = unit
    }

    /// The number of rows.
    public var count: Int { validity.count }

    /// The number of rows without a value.
    public var missingCount: Int { validity.missingCount }

    /// The value of a row, or nil where it is missing.
    public subscript(row: Int) -> Double? {
        guard validity[row] else { return nil }
        switch values {
        case .exact(let scaled, let decimals): return Double(scaled[row]) / Double(powerOfTen(decimals))
        case .doubles(let doubles): return doubles[row]
        }
    }

    /// The status of a row.
    public func status(of row: Int) -> ObservationStatus {
        statuses.isEmpty ? .normal : statuses[row]
    }

    /// Adds a row: a number, or nil with the status that says why there is none.
    ///
    /// Amortised constant time. A number with more decimals than those before rescales the column; one with more than
    /// four, or one that makes a scaled value leave 64 bits, turns it into doubles.
    public mutating func append(_ number: DecimalNumber?, status: ObservationStatus = .normal) {
        precondition((number == nil) == status.isMissing, "a missing value needs the status that says why")
        if status != .normal, statuses.isEmpty {
            statuses = Array(repeating: .normal, count: count)
        }
        if status != .normal || !statuses.isEmpty { statuses.append(status) }
        validity.append(number != nil)
        let number = number ?? DecimalNumber(digits: 0, decimals: 0)
        printedDecimals = max(printedDecimals, number.decimals)
        switch values {
        case .doubles(var doubles):
            values = .doubles([])
            doubles.append(number.value)
            values = .doubles(doubles)
        case .exact(var scaled, let decimals):
            if number.decimals <= decimals, let digits = number.digits(at: decimals) {
                values = .doubles([])
                scaled.append(digits)
                values = .exact(scaled: scaled, decimals: decimals)
            } else if number.decimals <= MeasureColumn.mostExactDecimals,
                let wider = MeasureColumn.scaled(scaled, from: decimals, to: max(decimals, number.decimals)),
                let digits = number.digits(at: max(decimals, number.decimals))
            {
                values = .exact(scaled: wider + [digits], decimals: max(decimals, number.decimals))
            } else {
                values = .doubles(MeasureColumn.doubles(of: values) + [number.value])
            }
        }
    }

    /// Adds a row whose number has more digits than a decimal number holds; the column then holds doubles.
    public mutating func append(double: Double, status: ObservationStatus = .normal) {
        append(DecimalNumber(digits: 0, decimals: 0), status: status)
        var doubles = MeasureColumn.doubles(of: values)
        doubles[doubles.count - 1] = double
        values = .doubles(doubles)
    }

    /// The integers at a finer scale, or nil where one of them would not fit 64 bits.
    private static func scaled(_ digits: [Int64], from decimals: Int, to finer: Int) -> [Int64]? {
        let factor = powerOfTen(finer - decimals)
        var result: [Int64] = []
        result.reserveCapacity(digits.count + 1)
        for digits in digits {
            let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
            if overflow { return nil }
            result.append(product)
        }
        return result
    }

    /// The rows at these places, in this order.
    package func gathering(_ rows: [Int]) -> MeasureColumn {
        var result = self
        switch values {
        case .exact(let scaled, let decimals):
            result.values = .exact(scaled: rows.map { scaled[$0] }, decimals: decimals)
        case .doubles(let doubles): result.values = .doubles(rows.map { doubles[$0] })
        }
        result.validity = Validity()
        for row in rows { result.validity.append(validity[row]) }
        result.statuses = statuses.isEmpty ? [] : rows.map { statuses[$0] }
        return result
    }

    /// Adds the rows of another column of the same measure.
    package mutating func append(contentsOf other: MeasureColumn) {
        if !statuses.isEmpty || !other.statuses.isEmpty {
            let own = statuses.isEmpty ? Array(repeating: .normal, count: count) : statuses
            let more = other.statuses.isEmpty ? Array(repeating: .normal, count: other.count) : other.statuses
            statuses = own + more
        }
        for row in 0..<other.count { validity.append(other.validity[row]) }
        printedDecimals = max(printedDecimals, other.printedDecimals)
        values = MeasureColumn.joined(values, other.values)
    }

    private static func joined(_ left: Values, _ right: Values) -> Values {
        if case .exact(let leftScaled, let leftDecimals) = left, case .exact(let rightScaled, let rightDecimals) = right
        {
            let decimals = max(leftDecimals, rightDecimals)
            if let left = scaled(leftScaled, from: leftDecimals, to: decimals),
                let right = scaled(rightScaled, from: rightDecimals, to: decimals)
            {
                return .exact(scaled: left + right, decimals: decimals)
            }
        }
        return .doubles(doubles(of: left) + doubles(of: right))
    }

    private static func doubles(of values: Values) -> [Double] {
        switch values {
        case .exact(let scaled, let decimals): scaled.map { Double($0) / Double(powerOfTen(decimals)) }
        case .doubles(let doubles): doubles
        }
    }
}

extension MeasureColumn {
    /// The sum of all values, 0 where there is none; whole numbers and short decimals are summed exactly.
    ///
    /// A sum that leaves 64 bits is the one of doubles. Linear in the rows.
    public var total: Double {
        switch values {
        case .exact(let scaled, let decimals):
            // A total beyond 64 bits cannot be exact any more; the double is then the best there is.
            let sum = scaled.reduce((value: Int64(0), overflow: false)) { sum, digits in
                let (value, overflow) = sum.value.addingReportingOverflow(digits)
                return (value, sum.overflow || overflow)
            }
            let whole = sum.overflow ? scaled.reduce(0.0) { $0 + Double($1) } : Double(sum.value)
            return whole / Double(powerOfTen(decimals))
        case .doubles(let doubles):
            return doubles.reduce(0, +)
        }
    }
}
