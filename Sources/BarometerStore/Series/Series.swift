import BarometerCore

/// The figures of one thing over time, at most one for each period, from early to late.
public struct Series: Sendable {
    /// One figure of a series.
    public struct Observation: Sendable, Hashable {
        /// What the figure describes.
        public var period: Period
        /// The figure, or nil where it is missing.
        public var value: Double?
        /// Why it is missing, or what is to be known about it.
        public var status: ObservationStatus
        /// The counts that the figure was computed from; nil where it was not, or is more than a rate or a gap of two.
        public var basis: Basis?

        /// A figure of a series.
        public init(period: Period, value: Double?, status: ObservationStatus = .normal, basis: Basis? = nil) {
            self.period = period
            self.value = value
            self.status = status
            self.basis = basis
        }
    }

    /// The counts that a figure was computed from, which say how sure it is.
    public enum Basis: Sendable, Hashable {
        /// A rate in percent: 100 × numerator / denominator.
        case rate(Counts)
        /// A gap in percentage points: the rate of a group minus that of its reference.
        case gap(group: Counts, reference: Counts)
    }

    /// The numerator and denominator of a rate, each the sum of the counts of all who belong to it.
    public struct Counts: Sendable, Hashable {
        /// The part, in the unit of the counts and not in percent.
        public var numerator: Double
        /// The whole that the part is taken of; never zero in a computed rate, which is then missing.
        public var denominator: Double

        /// The counts behind a rate.
        public init(numerator: Double, denominator: Double) {
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// What the figures count.
    public var unit: Unit
    /// The decimals that figures of the series are printed with.
    public var decimals: Int
    /// The figures, one for each period, from early to late.
    public private(set) var observations: [Observation]

    /// A series of observations of different periods, which are put in order.
    public init(unit: Unit, decimals: Int, observations: [Observation]) {
        let ordered = observations.sorted { $0.period < $1.period }
        precondition(
            zip(ordered, ordered.dropFirst()).allSatisfy { $0.period != $1.period },
            "a period occurs once in a series"
        )
        self.unit = unit
        // More decimals than these are noise of a computation, not something that was printed.
        self.decimals = min(decimals, 6)
        self.observations = ordered
    }
}
