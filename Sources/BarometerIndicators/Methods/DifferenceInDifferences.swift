import BarometerCore

/// The change of a city beyond what its peers saw too, with a placebo for each peer and the trend before.
///
/// What is left may be called the city's own only where city and peers ran in parallel before the start, so the
/// differentials before it are part of the result. The placebo treats each peer as if it were the city, against the
/// others with their own weights: where peers show effects as large, the city's is nothing special.
///
/// Source: project's method notes, 5.3; the placebo is the permutation test of Abadie, Diamond and Hainmueller (2010).
public struct DifferenceInDifferences: Sendable {
    /// How large the same effect is for a peer that nothing was done to.
    public struct PlaceboEffect: Sendable, Hashable {
        /// The peer that is treated as the city.
        public let id: String
        /// Its change minus the weighted mean change of the other peers.
        public let effect: Double
    }

    /// The city's place among all, itself counted.
    public struct Placebo: Sendable, Hashable {
        /// The effects of the peers, in their given order.
        public let effects: [PlaceboEffect]
        /// How many of all, the city counted, did at least as well; 1 where none of the peers did.
        public let rank: Int
        /// The city and its peers.
        public var count: Int { effects.count + 1 }
        /// The share of all that did at least as well: a one-sided p, never below one over the count.
        public var p: Double { Double(rank) / Double(count) }
    }

    /// A period before the start, or the start.
    public struct EarlierPoint: Sendable, Hashable {
        /// What the figures describe.
        public let period: Period
        /// The city minus the benchmark.
        public let differential: Double
        /// The differential minus that at the start; all near zero where the two ran in parallel.
        public let sinceStart: Double
    }

    /// The start, from whose figures both changes are taken.
    public let from: Period
    /// The end of both changes.
    public let to: Period
    /// The change of the city; percentage points where the figures are percentages.
    public let cityChange: Double
    /// The change of the weighted mean of the peers: what is shared.
    public let benchmarkChange: Double
    /// What the city changed beyond its peers.
    public var effect: Double { cityChange - benchmarkChange }
    /// The differentials before the start, from early to late; empty where there are no earlier figures.
    public let before: [EarlierPoint]
    /// The placebo; nil with fewer than two peers, of whom none is left to compare the other with.
    public let placebo: Placebo?

    /// The change between two periods of a benchmark.
    ///
    /// - Parameter direction: which way is better, for the rank.
    public init(
        _ benchmark: PeerBenchmark,
        from: Period,
        to: Period,
        direction: Indicator.Direction
    ) throws(MethodRefusal) {
        guard let start = benchmark.index(of: from) else { throw .noFigure(from) }
        guard let end = benchmark.index(of: to) else { throw .noFigure(to) }
        let (first, last) = (benchmark.points[start], benchmark.points[end])
        self.from = from
        self.to = to
        cityChange = last.city - first.city
        benchmarkChange = last.benchmark - first.benchmark
        before = benchmark.points.prefix(start).map { point in
            EarlierPoint(
                period: point.period,
                differential: point.differential,
                sinceStart: point.differential - first.differential
            )
        }
        placebo = DifferenceInDifferences.placebo(
            of: benchmark.used,
            from: start,
            to: end,
            effect: cityChange - benchmarkChange,
            sign: direction.sign
        )
    }

    /// Why no synthetic control is given: its weights would have to reproduce a past that is too short to tell them.
    public var syntheticControl: MethodRefusal { .notIdentified(periodsBefore: before.count) }

    private static func placebo(
        of peers: [PeerBenchmark.UsedPeer],
        from start: Int,
        to end: Int,
        effect: Double,
        sign: Double
    ) -> Placebo? {
        guard peers.count > 1 else { return nil }
        let changes = peers.map { $0.values[end] - $0.values[start] }
        // Sums over the peers before and behind each one, for a difference of two sums would lose digits.
        var others = [(sum: Double, weights: Double)](repeating: (0, 0), count: peers.count)
        func add(_ positions: some Sequence<Int>) {
            var (sum, weights) = (0.0, 0.0)
            for position in positions {
                others[position].sum += sum
                others[position].weights += weights
                sum += peers[position].weight * changes[position]
                weights += peers[position].weight
            }
        }
        add(peers.indices)
        add(peers.indices.reversed())
        let effects = peers.indices.map { position in
            let shared = others[position].sum / others[position].weights
            return PlaceboEffect(id: peers[position].id, effect: changes[position] - shared)
        }
        let asGood = effects.count { sign * ($0.effect - effect) >= -1e-9 }
        return Placebo(effects: effects, rank: asGood + 1)
    }
}
