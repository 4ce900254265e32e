import BarometerCore
import BarometerStore

extension Series.Counts {
    /// The rate of the part in the whole, in percent and unrounded; not finite where there is no whole.
    public var rate: Double { 100 * numerator / denominator }
}

extension Series {
    /// The gap: the figures of a group minus those of a reference, period by period.
    ///
    /// A period that one of them lacks is left out; one that is missing on a side is missing, with its reason. Where both
    /// figures are rates from counts, the gap keeps the counts of both, and so has an interval. Linear in the periods.
    public func minus(_ reference: Series) -> Series {
        let gap = PeriodFigures.joined(
            .byPeriod(observations),
            .byPeriod(reference.observations),
            basis: Series.Basis.ofGap
        ) { $0 - $1 }
        return Series(
            unit: unit.ofDifference,
            decimals: max(decimals, reference.decimals),
            observations: gap.observations
        )
    }
}

extension Series.Basis {
    /// The basis of the difference of two rates.
    static func ofGap(_ left: Series.Observation, _ right: Series.Observation) -> Series.Basis? {
        guard case .rate(let group) = left.basis, case .rate(let reference) = right.basis else { return nil }
        return .gap(group: group, reference: reference)
    }
}
