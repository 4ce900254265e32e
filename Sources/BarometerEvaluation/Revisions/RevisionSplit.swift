import BarometerCore
import BarometerIndicators
import BarometerStore

/// The difference between the figure printed last time and the one printed now, split into its causes exactly.
///
/// Printed 9.7 and now 9.5 looks like a fall of 0.2; where the old period has become 9.9 it is a correction of +0.2 and
/// a movement of -0.4.
///
/// Source: project's method notes, 8.3; the identity of real-time data analysis (Croushore and Stark 2001).
public struct RevisionSplit: Sendable, Hashable {
    /// The figure of the old period as it was printed.
    public let printed: Double
    /// The figure that the old data give under the method of today; the printed one where the method is the same.
    public let recomputed: Double
    /// The figure of the old period in the data of today.
    public let revised: Double
    /// The figure of the new period.
    public let current: Double

    /// A split of figures in one unit.
    ///
    /// - Parameter recomputed: the old data under the method of today; nil where the method is the same.
    public init(printed: Double, recomputed: Double? = nil, revised: Double, current: Double) {
        self.printed = printed
        self.recomputed = recomputed ?? printed
        self.revised = revised
        self.current = current
    }

    /// A split of the figures of two periods in a series as it was known then and as it is known now.
    ///
    /// nil where one of the three figures is missing.
    public init?(printed: Period, in old: Series, current: Period, in new: Series) {
        func figure(_ period: Period, _ series: Series) -> Double? {
            series.observations.first { $0.period == period }?.value
        }
        guard let then = figure(printed, old), let revised = figure(printed, new), let now = figure(current, new) else {
            return nil
        }
        self.init(printed: then, revised: revised, current: now)
    }

    /// What another way of computing accounts for.
    public var method: Double { recomputed - printed }
    /// What corrections of the source account for.
    public var revision: Double { revised - recomputed }
    /// What the later period accounts for.
    public var movement: Double { current - revised }
    /// The whole difference between what was printed and what is printed; the sum of the parts.
    public var total: Double { current - printed }

    /// The parts that are not zero, in the order of the labels.
    public var parts: [(label: ChangeLabel, amount: Double)] {
        [(.methodChanged, method), (.dataRevised, revision), (.cityMoved, movement)]
            .filter { $0.1.magnitude > Target.tolerance }
    }

    /// The change of the distance that is left to the target, by label; below zero is nearer.
    ///
    /// The amounts sum up to the new distance minus the old one; the target of either time may be the same.
    public func distanceParts(from old: Target, to new: Target) -> [(label: ChangeLabel, amount: Double)] {
        let (before, after) = (old.aim, new.aim)
        let distances: [(label: ChangeLabel, amount: Double)] = [
            (.methodChanged, before.distance(of: recomputed) - before.distance(of: printed)),
            (.dataRevised, before.distance(of: revised) - before.distance(of: recomputed)),
            (.yardstickChanged, after.distance(of: revised) - before.distance(of: revised)),
            (.cityMoved, after.distance(of: current) - after.distance(of: revised)),
        ]
        return distances.filter { $0.amount.magnitude > Target.tolerance }
    }
}

/// The correction of a rate, split into what its numerator and what its denominator account for, exactly.
///
/// Source: Kitagawa (1955) with the two factors numerator and one over denominator.
public struct RateRevision: Sendable, Hashable {
    /// What the corrected numerator accounts for, in percentage points.
    public let numerator: Double
    /// What the corrected denominator accounts for, in percentage points.
    public let denominator: Double
    /// The whole correction of the rate.
    public var total: Double { numerator + denominator }

    /// The correction from one pair of counts to another; nil where a denominator is not above zero.
    public init?(from printed: Series.Counts, to revised: Series.Counts) {
        guard printed.denominator > 0, revised.denominator > 0 else { return nil }
        let inverse = (printed: 100 / printed.denominator, revised: 100 / revised.denominator)
        numerator = (revised.numerator - printed.numerator) * (inverse.printed + inverse.revised) / 2
        denominator = (inverse.revised - inverse.printed) * (printed.numerator + revised.numerator) / 2
    }
}
