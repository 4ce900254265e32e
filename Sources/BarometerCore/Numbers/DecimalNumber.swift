/// A number as it was printed: whole digits and the number of decimals, `61,9` being 619 with one decimal.
public struct DecimalNumber: Sendable, Hashable {
    /// All digits as a whole number with the sign.
    public let digits: Int64
    /// How many of the digits stand behind the decimal sign, 0 to 18.
    public let decimals: Int

    /// The number `digits / 10^decimals`.
    public init(digits: Int64, decimals: Int) {
        precondition((0...18).contains(decimals), "decimals must be 0 to 18")
        self.digits = digits
        self.decimals = decimals
    }

    /// The nearest double.
    public var value: Double {
        Double(digits) / Double(powerOfTen(decimals))
    }

    /// The digits with as many decimals or more, up to 18; nil with fewer, or where they no longer fit 64 bits.
    public func digits(at decimals: Int) -> Int64? {
        guard decimals >= self.decimals, decimals <= 18 else { return nil }
        let (product, overflow) = digits.multipliedReportingOverflow(by: powerOfTen(decimals - self.decimals))
        return overflow ? nil : product
    }
}

/// Ten to a power from 0 to 18, exact.
public func powerOfTen(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
}
