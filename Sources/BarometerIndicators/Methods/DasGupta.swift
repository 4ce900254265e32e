/// The difference of two rates that are made of several factors, with what each factor accounts for.
///
/// A factor's effect is the mean, over all orders in which the factors can be exchanged one by one, of what changes
/// when it is exchanged. So no order is preferred, the effects add up to the difference exactly, and they change their
/// signs with the order of the populations. With two factors it is Kitagawa's decomposition.
///
/// Source: Das Gupta (1993), Standardization and decomposition of rates, U.S. Census Bureau P23-186; the mean over all
/// orders is the Shapley value.
public struct DasGupta: Sendable, Hashable {
    /// More factors would need more than 256 evaluations of the rate.
    public static let mostFactors = 8

    /// The effect of each factor, in the order in which they were given and in the unit of the rate.
    public let effects: [Double]
    /// The rate of the first population minus that of the second.
    public let difference: Double

    /// Splits the difference of a rate of vector factors, such as shares and rates by age.
    ///
    /// - Parameters:
    ///   - first: the factors of the first population, or of the later time; each may have its own number of cells.
    ///   - second: the same factors of the second.
    ///   - rate: the rate of a population with such factors; it is asked for all mixtures of the two.
    /// - Complexity: the rate is asked 2 to the power of the number of factors times.
    public init(
        _ first: [[Double]],
        minus second: [[Double]],
        rate: ([[Double]]) -> Double
    ) throws(MethodRefusal) {
        let count = first.count
        guard count > 0 else { throw .noCategories }
        guard count <= DasGupta.mostFactors else { throw .tooManyFactors(count, atMost: DasGupta.mostFactors) }
        guard first.map(\.count) == second.map(\.count) else { throw .unequalFactors }
        // A bit that is set takes the factor from the first population.
        var mixture = second
        let rates = (0..<1 << count).map { mask in
            for factor in 0..<count { mixture[factor] = mask >> factor & 1 == 1 ? first[factor] : second[factor] }
            return rate(mixture)
        }
        guard rates.allSatisfy(\.isFinite) else { throw .rateUndefined }
        let shares = DasGupta.shareOfOrders(factors: count)
        effects = (0..<count).map { factor in
            let bit = 1 << factor
            return (0..<1 << count).reduce(0) { sum, mask in
                guard mask & bit == 0 else { return sum }
                return sum + shares[mask.nonzeroBitCount] * (rates[mask | bit] - rates[mask])
            }
        }
        difference = rates[(1 << count) - 1] - rates[0]
    }

    /// Splits the difference of a rate that is the sum over cells of the product of all factors.
    ///
    /// Every factor has one number for each cell, and at least one.
    public init(productOf first: [[Double]], minus second: [[Double]]) throws(MethodRefusal) {
        guard let cells = first.first?.count, cells > 0 else { throw .noCategories }
        guard first.allSatisfy({ $0.count == cells }) else { throw .unequalFactors }
        try self.init(first, minus: second) { factors in
            (0..<cells).reduce(0) { sum, cell in sum + factors.reduce(1) { $0 * $1[cell] } }
        }
    }

    /// Of all orders, the share in which exactly a given set of so many others is exchanged before a factor.
    private static func shareOfOrders(factors count: Int) -> [Double] {
        var share = 1 / Double(count)
        return (0..<count).map { before in
            if before > 0 { share *= Double(before) / Double(count - before) }
            return share
        }
    }
}
