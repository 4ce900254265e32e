/// How long the periods of a series are.
public enum Frequency: String, Sendable, Hashable, CaseIterable {
    case annual = "A"
    case halfYearly = "H"
    case quarterly = "Q"
    case monthly = "M"
    case daily = "D"

    /// Periods in a year; nil for days, of which a year has 365 or 366.
    public var periodsPerYear: Int? {
        switch self {
        case .annual: 1
        case .halfYearly: 2
        case .quarterly: 4
        case .monthly: 12
        case .daily: nil
        }
    }

    /// Whether a period of `other` is made of several of this frequency; false where the two are equal.
    public func isFiner(than other: Frequency) -> Bool {
        (periodsPerYear ?? 366) > (other.periodsPerYear ?? 366)
    }
}
