/// A rate of events in a standard population, for events that a person can have several of, such as admissions.
///
/// Source: direct standardisation with the limits of Dobson and others (1991) on Byar's, as in English public health.
public struct DirectEventRate: Sendable, Hashable {
    /// The standardised rate, in events for so many persons.
    public let value: Double
    /// All events of the group.
    public let events: Double
    /// The 95 % interval of the rate; nil for fewer than 10 events, with which no rate should be published.
    public let interval95: Interval?

    /// Standardises the rate of events of a group.
    ///
    /// Refused where the group has nobody in a category of the standard, or somebody in none of them.
    ///
    /// - Parameter persons: the number of persons that the rate is told for.
    public init(
        of group: [Stratum],
        standard: StandardPopulation,
        per persons: Double = 100_000
    ) throws(MethodRefusal) {
        var (rate, variance, count) = (0.0, 0.0, 0.0)
        for (weight, stratum) in try standard.weighing(group) {
            let scale = persons * weight / stratum.persons
            rate += scale * stratum.cases
            variance += scale * scale * stratum.cases
            count += stratum.cases
        }
        value = rate
        events = count
        interval95 = (try? EventCount(count))?.interval(ofRate: rate, variance: variance)
    }
}
