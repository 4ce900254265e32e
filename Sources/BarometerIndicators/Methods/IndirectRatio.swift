/// The cases of a group against those that it would have at the rates of a reference, category by category.
///
/// It needs none of the group's own rates, and so bears small categories; two such ratios of different groups have
/// different weights and are not to be compared with each other.
///
/// Source: indirect standardisation, as in any textbook of epidemiology; Byar's limits for the observed count.
public struct IndirectRatio: Sendable, Hashable {
    /// The cases of the group.
    public let observed: Double
    /// The cases that it would have at the rates of the reference.
    public let expected: Double
    /// Observed over expected; 1 is as in the reference.
    public var ratio: Double { observed / expected }
    /// The 95 % interval of the ratio, with the expected cases taken as known.
    public let interval95: Interval

    /// Holds a group against the rates of a reference.
    ///
    /// Refused where the reference has nobody in a category of the group, or the group nobody in one of the reference,
    /// and where no cases are expected at all.
    public init(of group: [Stratum], atRatesOf reference: [Stratum]) throws(MethodRefusal) {
        let pairs = try group.paired(with: reference)
        observed = pairs.reduce(0) { $0 + $1.first.cases }
        expected = pairs.reduce(0) { $0 + $1.first.persons * $1.second.rate }
        guard expected > 0, let events = try? EventCount(observed) else { throw .zeroBase }
        let limits = events.interval()
        interval95 = Interval(lower: limits.lower / expected, upper: limits.upper / expected)
    }
}
