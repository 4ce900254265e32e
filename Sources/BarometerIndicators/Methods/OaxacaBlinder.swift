/// The difference of two groups' means, split by their regressions into what their circumstances explain and the rest.
///
/// The first group is the one whose coefficients value the circumstances, usually the reference. With a categorical
/// circumstance the unexplained part of a single variable depends on the category that is left out; its sum does not.
///
/// Source: Oaxaca (1973), Blinder (1973).
public struct OaxacaBlinder: Sendable {
    /// A group's regression line with the means of its circumstances.
    public struct Group: Sendable, Hashable {
        /// What the line gives where all circumstances are zero.
        public var intercept: Double
        /// What one unit of each circumstance adds.
        public var coefficients: [Double]
        /// The mean of each circumstance in the group.
        public var means: [Double]

        /// A group with its line.
        public init(intercept: Double, coefficients: [Double], means: [Double]) {
            self.intercept = intercept
            self.coefficients = coefficients
            self.means = means
        }

        /// The group's mean outcome: the line at the means.
        public var outcome: Double {
            zip(coefficients, means).reduce(intercept) { $0 + $1.0 * $1.1 }
        }
    }

    /// Two parts.
    public struct TwoFold: Sendable, Hashable {
        /// What different circumstances account for, valued by the first group's coefficients.
        public var explained: Double
        /// What different lines account for, in the circumstances of the second group.
        public var unexplained: Double
        /// Both.
        public var total: Double { explained + unexplained }
    }

    /// Three parts, from the second group's point of view.
    public struct ThreeFold: Sendable, Hashable {
        /// Different circumstances, valued by the second group's coefficients.
        public var endowments: Double
        /// Different lines, in the circumstances of the second group.
        public var coefficients: Double
        /// Where both differ together.
        public var interaction: Double
        /// All three.
        public var total: Double { endowments + coefficients + interaction }
    }

    /// The difference in two parts, first minus second.
    public let twoFold: TwoFold
    /// The same in three parts.
    public let threeFold: ThreeFold
    /// The explained part of each circumstance, in the given order.
    public let explained: [Double]

    /// Splits the difference of two groups with the same circumstances in the same order.
    public init(_ first: Group, minus second: Group) throws(MethodRefusal) {
        let count = first.coefficients.count
        guard count > 0 else { throw .noCategories }
        guard [first.means.count, second.coefficients.count, second.means.count].allSatisfy({ $0 == count }) else {
            throw .unequalFactors
        }
        explained = (0..<count).map { (first.means[$0] - second.means[$0]) * first.coefficients[$0] }
        var three = ThreeFold(endowments: 0, coefficients: first.intercept - second.intercept, interaction: 0)
        for variable in 0..<count {
            let means = first.means[variable] - second.means[variable]
            let slopes = first.coefficients[variable] - second.coefficients[variable]
            three.endowments += means * second.coefficients[variable]
            three.coefficients += slopes * second.means[variable]
            three.interaction += means * slopes
        }
        threeFold = three
        twoFold = TwoFold(explained: explained.reduce(0, +), unexplained: three.coefficients)
    }
}

extension OaxacaBlinder.Group {
    /// A group with the line that fits its persons, or its cells, by least squares.
    ///
    /// Refused with no more observations than unknowns, and with circumstances that do not vary by themselves.
    ///
    /// - Parameters:
    ///   - outcomes: the outcome of each person.
    ///   - circumstances: one list for each circumstance, with a number for each person; a category as 0 and 1, one left
    ///     out.
    public init(fitting outcomes: [Double], to circumstances: [[Double]]) throws(MethodRefusal) {
        guard circumstances.allSatisfy({ $0.count == outcomes.count }) else { throw .unequalFactors }
        let needed = circumstances.count + 2
        guard outcomes.count >= needed else { throw .tooFewUnits(outcomes.count, needed: needed) }
        guard let fit = MultipleRegression(circumstances, response: outcomes) else { throw .noVariation }
        self.init(
            intercept: fit.constant.value,
            coefficients: fit.slopes.map(\.value),
            means: circumstances.map { $0.reduce(0, +) / Double($0.count) }
        )
    }
}
