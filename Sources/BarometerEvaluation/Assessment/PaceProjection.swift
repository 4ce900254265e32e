import BarometerCore

/// Where a pace leads if it goes on: the value at the deadline, and when the target would be attained.
///
/// A plain continuation without interval. Source: section 2.4 of the project's method notes.
public struct PaceProjection: Sendable {
    /// What goes on in every half-year.
    public enum Pattern: Sendable {
        /// The same change.
        case linear
        /// The same factor.
        case geometric
    }

    /// The way that the pace is taken from.
    public struct Way: Sendable {
        /// The value that it starts with.
        public var start: Double
        /// The value that it leads to.
        public var value: Double
        /// How many half-years lie between them, at least 1.
        public var halfYears: Int
        /// The half-year of the later value, `2 * year + half - 1`.
        public var halfYear: Int

        /// A way from one value to a later one.
        public init(from start: Double, to value: Double, halfYears: Int, at halfYear: Int) {
            precondition(halfYears > 0, "a way takes time")
            self.start = start
            self.value = value
            self.halfYears = halfYears
            self.halfYear = halfYear
        }
    }

    /// When the target is attained.
    public enum Attainment: Sendable, Hashable {
        /// The value meets it already.
        case reached
        /// So many half-years after the value; the edition is the first one at or after that.
        case after(halfYears: Double, edition: Period)
        /// The value stands still or moves away, or would take longer than to the year 9999.
        case neverAtThisPace
    }

    /// The value at the deadline; nil once that has gone.
    public var projected: Double?
    /// How far the projected value is from the target, positive being short of it; nil once the deadline has gone.
    public var shortfall: Double?
    /// When the pace attains the target.
    public var attainment: Attainment

    /// Continues a way towards a target; nil for a factor between values that are not above zero, and for yes or no.
    public init?(of way: Way, target: Target, pattern: Pattern = .linear) {
        guard target.aim != .yes else { return nil }
        let growth: Growth
        switch pattern {
        case .linear:
            growth = Growth(change: (way.value - way.start) / Double(way.halfYears), isFactor: false)
        case .geometric:
            guard way.start > 0, way.value > 0 else { return nil }
            let change = Elementary.naturalLog(way.value / way.start) / Double(way.halfYears)
            growth = Growth(change: change, isFactor: true)
        }
        let remaining = target.deadline.halfYear - way.halfYear
        if remaining >= 0 {
            let value = growth.value(after: Double(remaining), from: way.value)
            projected = value
            shortfall = target.aim.distance(of: value)
        }
        attainment =
            target.isMet(by: way.value)
            ? .reached
            : growth.time(from: way.value, to: target.aim.nearestBound(to: way.value))
                .flatMap { Attainment(after: $0, from: way.halfYear) } ?? .neverAtThisPace
    }
}

extension PaceProjection.Attainment {
    /// nil where the edition would be after the year 9999.
    fileprivate init?(after halfYears: Double, from halfYear: Int) {
        let whole = (halfYears - Target.tolerance).rounded(.up)
        guard whole < 20_000, let count = Int(exactly: whole) else { return nil }
        let edition = Period(.halfYearly, ordinal: halfYear + count)
        guard edition.year <= 9999 else { return nil }
        self = .after(halfYears: halfYears, edition: edition)
    }
}

/// A change or a factor that goes on in every half-year.
private struct Growth {
    /// The change a half-year, of the value or of its logarithm.
    var change: Double
    var isFactor: Bool

    func value(after halfYears: Double, from value: Double) -> Double {
        isFactor ? value * Elementary.exponential(change * halfYears) : value + change * halfYears
    }

    /// The half-years from one value to another; nil where it is never reached.
    func time(from value: Double, to aim: Double) -> Double? {
        guard !isFactor || aim > 0 else { return nil }
        let way = isFactor ? Elementary.naturalLog(aim / value) : aim - value
        guard change * way > 0 else { return nil }
        return way / change
    }
}

extension Target.Aim {
    /// The bound that a value which does not meet the aim comes to first.
    fileprivate func nearestBound(to value: Double) -> Double {
        bounds.min { ($0 - value).magnitude < ($1 - value).magnitude } ?? value
    }
}
