import BarometerCore

/// The first share minus the second: a gap between two groups, or one group's change from an earlier to a later count.
///
/// All results are shares, to be multiplied by 100 for percentage points; see ``Interval/scaled(by:)``.
public struct ProportionDifference: Sendable, Hashable {
    /// The share that the other is taken from.
    public let first: Proportion
    /// The share that is taken away.
    public let second: Proportion

    /// The difference of two shares of different people, or of the same people at two times.
    public init(_ first: Proportion, minus second: Proportion) {
        self.first = first
        self.second = second
    }

    /// First minus second, from −1 to 1.
    public var value: Double { first.share - second.share }

    /// The variance of the difference, less what a correlation of the two shares takes away.
    ///
    /// Counts of a register at two editions contain mostly the same people, so their shares move together; the
    /// correlation is then above 0, and 0 is the cautious choice.
    public func variance(correlation: Double = 0) -> Double {
        precondition(-1 <= correlation && correlation <= 1, "a correlation lies between −1 and 1")
        let (one, two) = (first.variance, second.variance)
        return max(0, one + two - 2 * correlation * (one * two).squareRoot())
    }

    /// Where the difference lies by Newcombe's hybrid of two score intervals with the confidence given.
    ///
    /// Exchanging the groups exchanges the ends and their signs. With a correlation the product of the two reaches is
    /// taken off, as in Zou's generalisation. Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10;
    /// G. Y. Zou, Psychological Methods 12 (2007).
    public func interval(confidence: Double = 0.95, correlation: Double = 0) -> Interval {
        precondition(-1 <= correlation && correlation <= 1, "a correlation lies between −1 and 1")
        return Interval.difference(
            of: (first.share, first.interval(confidence: confidence)),
            and: (second.share, second.interval(confidence: confidence)),
            correlation: correlation
        )
    }

    /// The test of equal shares with the variance of both groups taken together.
    ///
    /// nil where all or none of both groups have the property, for then there is no variance.
    public var pooledTest: NormalTest? {
        let whole = first.whole + second.whole
        let share = (first.part + second.part) / whole
        let variance = share * (1 - share) * (1 / first.whole + 1 / second.whole)
        return variance > 0 ? NormalTest(z: value / variance.squareRoot()) : nil
    }
}

/// The change of a gap between two editions: four rates, two groups counted twice.
public struct GapChange: Sendable, Hashable {
    /// The gap at the earlier edition.
    public let earlier: ProportionDifference
    /// The gap at the later edition, of the same two groups in the same order.
    public let later: ProportionDifference

    /// The change from an earlier to a later gap.
    public init(from earlier: ProportionDifference, to later: ProportionDifference) {
        self.earlier = earlier
        self.later = later
    }

    /// Later gap minus earlier gap.
    public var value: Double { later.value - earlier.value }

    /// How each group moved, later minus earlier.
    public var groups: (first: ProportionDifference, second: ProportionDifference) {
        (
            ProportionDifference(later.first, minus: earlier.first),
            ProportionDifference(later.second, minus: earlier.second)
        )
    }

    /// The standard error of the change, for a correlation of each group with itself half a year before.
    ///
    /// The default takes the editions as independent, which makes the error too large and the verdict cautious.
    public func standardError(correlation: Double = 0) -> Double {
        let groups = groups
        return (groups.first.variance(correlation: correlation) + groups.second.variance(correlation: correlation))
            .squareRoot()
    }

    /// The change over its standard error; nil where the error is 0.
    public func test(correlation: Double = 0) -> NormalTest? {
        let error = standardError(correlation: correlation)
        return error > 0 ? NormalTest(z: value / error) : nil
    }

    /// Where the change lies by the method of variance estimates recovery with the confidence given.
    ///
    /// Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008); the correlation as in Zou (2007).
    public func interval(confidence: Double = 0.95, correlation: Double = 0) -> Interval {
        let groups = groups
        return Interval.difference(
            of: (groups.first.value, groups.first.interval(confidence: confidence, correlation: correlation)),
            and: (groups.second.value, groups.second.interval(confidence: confidence, correlation: correlation)),
            correlation: 0
        )
    }
}

extension Interval {
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
