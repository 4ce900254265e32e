import BarometerCore
import BarometerIndicators
import BarometerStore

/// Two segments of a broken series joined over the periods that both describe; both segments stay as they are.
///
/// A link is made only where old and new definition were both counted for at least one period, and never without saying
/// so: the linked series comes with the amount, the periods it rests on, and a sentence to be printed.
///
/// Source: project's method notes, 8.4; linking over an overlap is the practice of official statistics.
public struct BreakLink: Sendable {
    /// How the old segment is brought to the level of the new.
    public enum Kind: String, Sendable {
        /// By adding the mean difference: for gaps and rates.
        case additive
        /// By the ratio of the sums: for counts, which may not become negative.
        case factor
    }

    /// How the old segment was moved.
    public let kind: Kind
    /// What is added to old figures, in their unit, or what they are multiplied by.
    public let amount: Double
    /// The smallest and largest amount that a single common period would have given; a wide one is a doubtful link.
    public let amounts: Interval
    /// The periods that both segments have figures for.
    public let overlap: [Period]
    /// The old segment, untouched.
    public let old: Series
    /// The new segment, untouched.
    public let new: Series
    /// The old segment at the new level up to where the new one starts, and the new one from there on.
    ///
    /// Moved figures are marked as estimated and have no counts.
    public let linked: Series

    /// Links two segments; refused without a period in common, and for a factor where a common figure is not above
    /// zero.
    public init(_ old: Series, to new: Series, by kind: Kind) throws(MethodRefusal) {
        let pairs = old.observations.compactMap { before -> (period: Period, old: Double, new: Double)? in
            guard let value = before.value,
                let after = new.observations.first(where: { $0.period == before.period })?.value,
                value.isFinite, after.isFinite
            else { return nil }
            return (before.period, value, after)
        }
        guard let first = pairs.first else { throw .noOverlap }
        let single: (Double, Double) -> Double
        switch kind {
        case .additive:
            single = { $1 - $0 }
            amount = pairs.reduce(0) { $0 + ($1.new - $1.old) } / Double(pairs.count)
        case .factor:
            guard pairs.allSatisfy({ $0.old > 0 && $0.new > 0 }) else { throw .overlapNotPositive }
            single = { $1 / $0 }
            amount = pairs.reduce(0) { $0 + $1.new } / pairs.reduce(0) { $0 + $1.old }
        }
        let singles = pairs.map { single($0.old, $0.new) }
        let start = single(first.old, first.new)
        amounts = Interval(lower: singles.min() ?? start, upper: singles.max() ?? start)
        overlap = pairs.map(\.period)
        self.kind = kind
        self.old = old
        self.new = new
        linked = BreakLink.joined(old, new, kind, amount)
    }

    /// The sentence that goes with every figure of the linked series.
    public var statement: LocalizedText {
        let periods = overlap.map(\.description).joined(separator: ", ")
        let decimals = kind == .factor ? 5 : 2
        let english = NumberText.forPeople(amount, decimals: decimals, in: .english, signed: kind == .additive)
        let danish = NumberText.forPeople(amount, decimals: decimals, in: .danish, signed: kind == .additive)
        return switch kind {
        case .additive:
            LocalizedText(
                en: "linked over a break: \(english) was added to the figures before it, by \(periods)",
                da: "kædet over et databrud: \(danish) er lagt til tallene før det, efter \(periods)"
            )
        case .factor:
            LocalizedText(
                en: "linked over a break: the figures before it were multiplied by \(english), by \(periods)",
                da: "kædet over et databrud: tallene før det er ganget med \(danish), efter \(periods)"
            )
        }
    }

    private static func joined(_ old: Series, _ new: Series, _ kind: Kind, _ amount: Double) -> Series {
        let start = new.observations.first?.period
        let moved = old.observations.filter { observation in start.map { observation.period < $0 } ?? true }.map {
            Series.Observation(
                period: $0.period,
                value: $0.value.map { kind == .additive ? $0 + amount : $0 * amount },
                status: $0.value == nil ? $0.status : .estimated
            )
        }
        return Series(unit: new.unit, decimals: new.decimals, observations: moved + new.observations)
    }
}
