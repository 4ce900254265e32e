/// A rate as it would be in a standard population: the rates of each category, weighed alike for every group and
/// edition.
///
/// For time series, because the weights stay the same. Small categories make it uncertain; ``IndirectRatio`` needs
/// none of the group's own rates.
///
/// Source: direct standardisation, as in any textbook of epidemiology; variance of a weighted sum of proportions.
public struct DirectRate: Sendable, Hashable {
    /// The standardised rate, in per cent.
    public let value: Double
    /// The rate as it is, in per cent.
    public let crude: Double
    /// The variance of the standardised rate, in squared percentage points.
    public let variance: Double
    /// The 95 % interval of the standardised rate, by the normal distribution.
    public var interval95: Interval { Interval.normal95(value, variance: variance) }

    /// Standardises the rate of a group.
    ///
    /// Refused where the group has nobody in a category of the standard, or somebody in none of them, and where a
    /// category has more cases than persons.
    public init(of group: [Stratum], standard: StandardPopulation) throws(MethodRefusal) {
        let weighed = try standard.weighing(group)
        if let impossible = weighed.first(where: { $0.stratum.cases > $0.stratum.persons }) {
            throw .impossibleCount(impossible.stratum.id)
        }
        (value, variance) = weighed.reduce(into: (0.0, 0.0)) { sums, part in
            let (weight, rate) = (100 * part.weight, part.stratum.rate)
            sums.0 += weight * rate
            sums.1 += weight * weight * rate * (1 - rate) / part.stratum.persons
        }
        crude = 100 * group.cases / group.persons
    }
}

/// The gap between the standardised rates of two groups.
///
/// Source: direct standardisation with one standard for both; the variances add up.
public struct StandardisedGap: Sendable, Hashable {
    /// The rate of the group in question.
    public let group: DirectRate
    /// The rate that it is held against.
    public let reference: DirectRate
    /// Which is taken from which.
    public let orientation: GapMeasures.Orientation

    /// The gap between two groups, weighed by one standard.
    public init(
        group: [Stratum],
        reference: [Stratum],
        standard: StandardPopulation,
        orientation: GapMeasures.Orientation
    ) throws(MethodRefusal) {
        self.group = try DirectRate(of: group, standard: standard)
        self.reference = try DirectRate(of: reference, standard: standard)
        self.orientation = orientation
    }

    /// The gap of the standardised rates, in percentage points.
    public var value: Double { sign * (group.value - reference.value) }
    /// The gap of the rates as they are.
    public var crude: Double { sign * (group.crude - reference.crude) }
    /// The 95 % interval of the standardised gap, by the normal distribution.
    public var interval95: Interval { Interval.normal95(value, variance: group.variance + reference.variance) }

    private var sign: Double { orientation == .groupMinusReference ? 1 : -1 }
}

extension StandardPopulation {
    /// The categories of a group with the weights of the standard, in the order of the standard.
    func weighing(_ group: [Stratum]) throws(MethodRefusal) -> [(weight: Double, stratum: Stratum)] {
        let strata = try group.checked()
        var byName: [String: Stratum] = [:]
        for stratum in strata { byName[stratum.id] = stratum }
        let weighed = shares.compactMap { share in byName[share.id].map { (weight: share.weight, stratum: $0) } }
        guard weighed.count == shares.count, weighed.count == strata.count else {
            let common = Set(weighed.map(\.stratum.id))
            throw .missingCategories((shares.map(\.id) + strata.map(\.id)).filter { !common.contains($0) })
        }
        return weighed
    }
}

extension Interval {
    /// The 95 % interval of an estimate by the normal distribution.
    static func normal95(_ value: Double, variance: Double) -> Interval {
        let reach = NormalDistribution.criticalValue(confidence: 0.95) * variance.squareRoot()
        return Interval(lower: value - reach, upper: value + reach)
    }
}
