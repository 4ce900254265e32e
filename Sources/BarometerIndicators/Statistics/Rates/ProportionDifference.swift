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
