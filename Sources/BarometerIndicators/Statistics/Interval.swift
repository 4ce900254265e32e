/// The values from a lower to an upper end, both included: of a confidence, prediction or attainment interval.
public struct Interval: Sendable, Hashable {
    /// The smaller end, in the unit of the value that the interval belongs to.
    public let lower: Double
    /// The larger end, in the same unit.
    public let upper: Double

    /// An interval from the smaller to the larger end; an end may be infinite, none may be no number.
    public init(lower: Double, upper: Double) {
        precondition(lower <= upper, "an interval runs from its smaller to its larger end")
        self.lower = lower
        self.upper = upper
    }

    /// How far apart the ends lie.
    public var width: Double { upper - lower }

    /// Whether a value lies between the ends or on one of them.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
