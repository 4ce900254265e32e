/// Places held against what their circumstances let expect, in three groups and never in a league table.
///
/// The outcome is regressed on the circumstances over all places; the residual is what a place does beyond them. Most
/// residuals are noise, so a place is called better or worse only where it leaves its margin, and the places of a group
/// stay in the order in which they were given.
///
/// Source: the benchmarking of Danish municipalities by KORA (2016); externally studentised residuals, Cook and
/// Weisberg (1982).
public struct ExpectedPerformance: Sendable {
    /// A place with its outcome.
    public struct Place: Sendable, Hashable {
        /// The name of the place.
        public var id: String
        /// The outcome, in any unit.
        public var outcome: Double
        /// The circumstances, in the same order for all places.
        public var circumstances: [Double]

        /// A place with its outcome and its circumstances.
        public init(id: String, outcome: Double, circumstances: [Double]) {
            self.id = id
            self.outcome = outcome
            self.circumstances = circumstances
        }
    }

    /// Where a place stands against its expectation.
    public enum Standing: String, Sendable, CaseIterable {
        case better, asExpected, worse
    }

    /// What a place must leave to be called other than expected.
    public enum Margin: Sendable, Hashable {
        /// The 95 % prediction interval that the other places give for it.
        case predictionInterval
        /// A share of the expectation, such as 0.05 for five per cent.
        case share(Double)
    }

    /// A place against its expectation.
    public struct Comparison: Sendable, Hashable {
        /// The name of the place.
        public let id: String
        /// What its circumstances let expect, by the line through all places.
        public let expected: Double
        /// The outcome minus the expectation.
        public let residual: Double
        /// Where it stands.
        public let standing: Standing
    }

    /// The expectation where all circumstances are zero.
    public let intercept: Double
    /// What one unit of each circumstance adds to the expectation.
    public let coefficients: [Double]
    /// The share of the variation between places that the circumstances explain; nil where outcomes do not vary.
    public let determination: Double?
    /// All places, in their given order.
    public let comparisons: [Comparison]

    /// Holds places against their expectations.
    ///
    /// Refused with fewer than three places more than circumstances, with circumstances that do not vary by themselves,
    /// where places differ in how many they have, and where one is no number. One place in twenty leaves its prediction
    /// interval by chance.
    ///
    /// - Parameter direction: which way is better for the outcome.
    public init(
        _ places: [Place],
        margin: Margin,
        direction: Indicator.Direction
    ) throws(MethodRefusal) {
        let width = places.first?.circumstances.count ?? 0
        guard places.count >= width + 3 else { throw .tooFewUnits(places.count, needed: width + 3) }
        guard width > 0, places.allSatisfy({ $0.circumstances.count == width }) else { throw .unequalFactors }
        if let odd = places.first(where: { !($0.outcome.isFinite && $0.circumstances.allSatisfy(\.isFinite)) }) {
            throw .impossibleCount(odd.id)
        }
        let columns = (0..<width).map { column in places.map { $0.circumstances[column] } }
        let outcomes = places.map(\.outcome)
        guard let fit = MultipleRegression(columns, response: outcomes) else { throw .noVariation }
        intercept = fit.constant.value
        coefficients = fit.slopes.map(\.value)
        determination = fit.determination
        comparisons = places.indices.map { position in
            let place = places[position]
            let expected = fit.value(at: place.circumstances)
            let residual = place.outcome - expected
            let leaves =
                switch margin {
                case .share(let share): residual.magnitude > share * expected.magnitude + 1e-9
                case .predictionInterval: ExpectedPerformance.leavesInterval(position, columns, outcomes)
                }
            let isBetter = direction.sign * residual > 0
            return Comparison(
                id: place.id,
                expected: expected,
                residual: residual,
                standing: !leaves ? .asExpected : isBetter ? .better : .worse
            )
        }
    }

    /// The places of a standing, in their given order.
    public func places(_ standing: Standing) -> [String] {
        comparisons.filter { $0.standing == standing }.map(\.id)
    }

    /// Whether a place lies outside the 95 % prediction interval that the others give.
    ///
    /// A column that is 1 for this place alone takes it out of the line; its coefficient is the place's distance from
    /// what the others predict, and its interval the prediction interval around it.
    private static func leavesInterval(_ position: Int, _ columns: [[Double]], _ outcomes: [Double]) -> Bool {
        var alone = [Double](repeating: 0, count: outcomes.count)
        alone[position] = 1
        guard let fit = MultipleRegression(columns + [alone], response: outcomes),
            let interval = fit.interval(of: fit.slopes[columns.count], confidence: 0.95)
        else { return false }
        return !interval.contains(0)
    }
}
