import BarometerCore
import BarometerStore

/// A city held against the weighted mean of fixed peers, period by period.
///
/// The peers and their weights are chosen before results are seen and stay the same in all periods; weights are sizes
/// at the baseline, such as the number of persons of the group in question. A peer that lacks one of the city's periods
/// is dropped from all of them, for otherwise the mean would move because of who is in it, and is named.
///
/// Source: project's method notes, 5.2; fixed-weight benchmarks are the practice of municipal comparisons.
public struct PeerBenchmark: Sendable {
    /// Somebody to be compared with: the same indicator of another place.
    public struct Peer: Sendable {
        /// The name that the result tells.
        public var id: String
        /// The fixed weight, above zero.
        public var weight: Double
        /// The figures, in the unit of the city's and at the same frequency.
        public var series: Series

        /// A peer with its fixed weight.
        public init(id: String, weight: Double, series: Series) {
            self.id = id
            self.weight = weight
            self.series = series
        }
    }

    /// A peer that is part of the benchmark.
    public struct UsedPeer: Sendable, Hashable {
        /// Its name.
        public let id: String
        /// Its fixed weight.
        public let weight: Double
        /// Its figures, one for each of `points`.
        public let values: [Double]
    }

    /// A peer that is left out of all periods.
    public struct DroppedPeer: Sendable, Hashable {
        /// Its name.
        public let id: String
        /// The periods in which the city has a figure and it has none.
        public let lacks: [Period]
    }

    /// One period of the comparison.
    public struct Point: Sendable, Hashable {
        /// What the figures describe.
        public let period: Period
        /// The figure of the city.
        public let city: Double
        /// The weighted mean of the peers, in the same unit.
        public let benchmark: Double
        /// The city minus the benchmark; percentage points where the figures are percentages.
        public var differential: Double { city - benchmark }
    }

    /// The name of the city.
    public let city: String
    /// All periods in which the city has a figure, from early to late.
    public let points: [Point]
    /// The peers that have a figure in each of these periods, in the order in which they were given.
    public let used: [UsedPeer]
    /// The others.
    public let dropped: [DroppedPeer]

    /// Compares a city with its peers in all periods of a span in which the city has a figure.
    ///
    /// Refused where there are no peers, the city or a peer twice is among them, a weight is not above zero, the city
    /// has no figure, or every peer lacks one.
    public init(
        of series: Series,
        city: String,
        peers: [Peer],
        in span: ClosedRange<Period>? = nil
    ) throws(MethodRefusal) {
        try PeerBenchmark.check(peers, city: city)
        let figures = series.observations.compactMap { observation -> (period: Period, value: Double)? in
            guard span?.contains(observation.period) ?? true else { return nil }
            return observation.value.map { (observation.period, $0) }
        }
        guard !figures.isEmpty else { throw .noPeriods }
        let periods = figures.map(\.period)
        var (used, dropped): ([UsedPeer], [DroppedPeer]) = ([], [])
        for peer in peers {
            let found = PeerBenchmark.values(of: peer.series, at: periods)
            let lacks = zip(periods, found).compactMap { $1 == nil ? $0 : nil }
            if lacks.isEmpty {
                used.append(UsedPeer(id: peer.id, weight: peer.weight, values: found.compactMap(\.self)))
            } else {
                dropped.append(DroppedPeer(id: peer.id, lacks: lacks))
            }
        }
        guard !used.isEmpty else { throw .noCompletePeer(dropped.map(\.id)) }
        self.city = city
        self.used = used
        self.dropped = dropped
        points = figures.enumerated().map { step, figure in
            let benchmark = PeerBenchmark.mean(of: used) { $0.values[step] }
            return Point(period: figure.period, city: figure.value, benchmark: benchmark)
        }
    }

    /// The position of a period, or nil where the city has no figure for it.
    func index(of period: Period) -> Int? { points.firstIndex { $0.period == period } }

    /// The weighted mean of a quantity over peers; at least one.
    static func mean(of peers: some Sequence<UsedPeer>, _ quantity: (UsedPeer) -> Double) -> Double {
        var (sum, weights) = (0.0, 0.0)
        for peer in peers {
            sum += peer.weight * quantity(peer)
            weights += peer.weight
        }
        return sum / weights
    }

    private static func check(_ peers: [Peer], city: String) throws(MethodRefusal) {
        guard !peers.isEmpty else { throw .noPeers }
        var seen: Set<String> = []
        for peer in peers {
            guard peer.id != city else { throw .cityAmongPeers(city) }
            guard seen.insert(peer.id).inserted else { throw .repeatedPeer(peer.id) }
            guard peer.weight > 0, peer.weight.isFinite else { throw .weightNotPositive(peer.id) }
        }
    }

    /// The figures of a series at given periods, both from early to late.
    private static func values(of series: Series, at periods: [Period]) -> [Double?] {
        let observations = series.observations
        var next = 0
        return periods.map { period in
            while next < observations.count, observations[next].period < period { next += 1 }
            guard next < observations.count, observations[next].period == period else { return nil }
            return observations[next].value
        }
    }
}
