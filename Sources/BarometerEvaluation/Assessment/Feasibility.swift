import BarometerCore
import BarometerIndicators

/// Whether a pace was ever kept up over as many half-years as remain, in the own series and among peers.
///
/// Source: section 2.3 of the project's method notes; the idea is the World Bank's work on speed of progress.
public struct Feasibility: Sendable {
    /// What was seen of the paces over so long a span.
    public struct Record: Sendable {
        /// The best of them, a half-year.
        public var best: Double
        /// How many there are.
        public var count: Int
        /// The share of them, in percent, that falls short of the required pace: 100 is never seen before.
        ///
        /// nil where no pace is required.
        public var percentile: Double?
        /// The required pace over the best; nil where none is required, or even the best went the wrong way.
        public var factor: Double?
    }

    /// The half-years that remain to the deadline, over which the paces are counted.
    public var halfYears: Int
    /// The own series; nil where no two of its figures stand exactly so far apart without a break between them.
    public var own: Record?
    /// All peers together; nil where none are given, or none has two figures so far apart.
    public var peers: Record?

    init(over span: Int, required: Double?, own: PaceHistory, peers: [PaceHistory], sign: Double) {
        halfYears = span
        self.own = Record(of: own.paces(over: span), required: required, sign: sign)
        self.peers = Record(of: peers.flatMap { $0.paces(over: span) }, required: required, sign: sign)
    }
}

extension Feasibility.Record {
    fileprivate init?(of paces: [Double], required: Double?, sign: Double) {
        guard let best = paces.max(by: { sign * $0 < sign * $1 }) else { return nil }
        self.best = best
        count = paces.count
        guard let required else { return }
        let slower = paces.count { sign * $0 < sign * required - Target.tolerance }
        percentile = 100 * Double(slower) / Double(paces.count)
        factor = sign * best > Target.tolerance ? required / best : nil
    }
}

/// Figures as quantities of a yardstick, the last of each half-year, to look up how fast they ever moved.
struct PaceHistory: Sendable {
    /// A quantity, and how many breaks lie up to it.
    private struct Point {
        var halfYear: Int
        var quantity: Double
        var breaks: Int
    }

    private let points: [Point]

    /// The own figures, from early to late; paces across a break are not counted.
    init(of figures: [(period: Period, value: Double)], breaks: [Indicator.Break], _ yardstick: Yardstick) {
        var points: [Point] = []
        points.reserveCapacity(figures.count)
        for figure in figures {
            let point = Point(
                halfYear: figure.period.halfYear,
                quantity: yardstick.quantity(of: figure.value),
                breaks: breaks.count { $0.period <= figure.period }
            )
            if points.last?.halfYear == point.halfYear { points.removeLast() }
            points.append(point)
        }
        self.points = points
    }

    /// The figures of a peer in any order; of several of one half-year the last stands for it.
    init(of peer: [(halfYear: Int, value: Double)], _ yardstick: Yardstick) {
        // Sorting keeps the order of equal half-years.
        points = peer.enumerated()
            .sorted { ($0.element.halfYear, $0.offset) < ($1.element.halfYear, $1.offset) }
            .reduce(into: []) { points, entry in
                if points.last?.halfYear == entry.element.halfYear { points.removeLast() }
                let quantity = yardstick.quantity(of: entry.element.value)
                points.append(Point(halfYear: entry.element.halfYear, quantity: quantity, breaks: 0))
            }
    }

    /// The mean changes a half-year between all figures that stand exactly so many half-years apart, in the order of
    /// time; linear in the figures.
    func paces(over span: Int) -> [Double] {
        var paces: [Double] = []
        var later = 0
        for point in points {
            while later < points.count, points[later].halfYear < point.halfYear + span { later += 1 }
            guard later < points.count else { break }
            let end = points[later]
            guard end.halfYear == point.halfYear + span, end.breaks == point.breaks else { continue }
            let pace = (end.quantity - point.quantity) / Double(span)
            if pace.isFinite { paces.append(pace) }
        }
        return paces
    }
}
