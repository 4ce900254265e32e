/// How long the periods of a series are.
public enum Frequency: String, Sendable, Hashable, CaseIterable {
    case annual = "A"
    case halfYearly = "H"
    case quarterly = "Q"
    case monthly = "M"
    /// Weeks from Monday to Sunday, numbered as ISO 8601 does.
    case weekly = "W"
    case daily = "D"

    /// Periods in a year; nil for weeks and days, of which years have different numbers.
    public var periodsPerYear: Int? {
        switch self {
        case .annual: 1
        case .halfYearly: 2
        case .quarterly: 4
        case .monthly: 12
        case .weekly, .daily: nil
        }
    }

    /// How fine the frequency is among all.
    private var order: Int {
        switch self {
        case .annual: 0
        case .halfYearly: 1
        case .quarterly: 2
        case .monthly: 3
        case .weekly: 4
        case .daily: 5
        }
    }

    /// Whether a period of `other` is made of several of this frequency; false where the two are equal.
    public func isFiner(than other: Frequency) -> Bool {
        order > other.order
    }
}
