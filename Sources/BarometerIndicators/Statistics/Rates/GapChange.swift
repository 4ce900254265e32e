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
