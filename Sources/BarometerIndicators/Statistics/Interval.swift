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

    /// Both ends times a factor, such as 100 for percent; a negative factor exchanges them.
    public func scaled(by factor: Double) -> Interval {
        let ends = (lower * factor, upper * factor)
        return Interval(lower: min(ends.0, ends.1), upper: max(ends.0, ends.1))
    }

    /// The interval of a difference from the intervals of its two parts (method of variance estimates recovery).
    package static func difference(
        of first: (value: Double, interval: Interval),
        and second: (value: Double, interval: Interval),
        correlation: Double
    ) -> Interval {
        func reach(_ one: Double, _ two: Double) -> Double {
            max(0, one * one + two * two - 2 * correlation * one * two).squareRoot()
        }
        let value = first.value - second.value
        return Interval(
            lower: value - reach(first.value - first.interval.lower, second.interval.upper - second.value),
            upper: value + reach(first.interval.upper - first.value, second.value - second.interval.lower)
        )
    }
}
