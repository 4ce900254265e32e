import BarometerCore
import BarometerIndicators
import BarometerStore

extension Assessment {
    /// What is known of a series beside its figures and its target; all of it is optional, and nothing is guessed.
    public struct Background: Sendable {
        /// Where figures stop being comparable; changes across a break are not judged, and forecasts start after it.
        public var breaks: [Indicator.Break]
        /// Where the way starts that movement and schemes count from, for a goal without a target.
        public var baseline: Target.Baseline?
        /// The largest change that does not matter, in the unit of the difference, agreed in advance.
        public var margin: Double?
        /// A natural floor or ceiling of the figures; shares in percent have theirs anyway.
        public var limit: Double?
        /// The day on which the latest vintage of the figures became known; nil where none is.
        public var vintage: CalendarDay?
        /// How figures of the series were revised.
        public var revisions: RevisionStatistics?
        /// The same indicator of other places, to hold pace and change against.
        public var peers: [PeerBenchmark.Peer]
        /// The name of the city itself, which may not be among its peers.
        public var city: String
        /// The figure printed last time and the figures as they were known then.
        public var printed: (period: Period, series: Series)?
        /// Which way is better for the two rates that a gap is made of; without it nobody can tell how a gap closed.
        ///
        /// A gap that should rise is one of rates that should.
        public var rateDirection: Indicator.Direction?
        /// Whether the baseline was adopted, and is not only the first figure; a scheme may have a base year of its own.
        public var isBaselineNamed: Bool

        /// Nothing but what is named.
        public init(
            breaks: [Indicator.Break] = [],
            baseline: Target.Baseline? = nil,
            margin: Double? = nil,
            limit: Double? = nil,
            vintage: CalendarDay? = nil,
            revisions: RevisionStatistics? = nil,
            peers: [PeerBenchmark.Peer] = [],
            city: String = "",
            printed: (period: Period, series: Series)? = nil,
            rateDirection: Indicator.Direction? = nil,
            isBaselineNamed: Bool = true
        ) {
            self.breaks = breaks
            self.baseline = baseline
            self.margin = margin
            self.limit = limit
            self.vintage = vintage
            self.revisions = revisions
            self.peers = peers
            self.city = city
            self.printed = printed
            self.rateDirection = rateDirection
            self.isBaselineNamed = isBaselineNamed
        }

        /// Whether anything is known that a cause could be found in.
        func hasCauses(of series: Series) -> Bool {
            guard peers.isEmpty, printed == nil else { return true }
            return series.observations.contains { if case .gap = $0.basis { true } else { false } }
        }
    }
}
