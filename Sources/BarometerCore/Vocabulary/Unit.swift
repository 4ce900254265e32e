/// What a figure counts, so that percent and percentage points are never mixed up.
public enum Unit: Sendable, Hashable {
    /// A share of a whole, 0 to 100.
    case percent
    /// A difference of two percentages.
    case percentagePoints
    /// A number of things or persons.
    case count
    /// A measure of its own, under the name that the source gives it.
    case other(String)

    /// The unit behind a symbol of the catalogue: `percent` or `%`, `pp`, `count` or `persons`, or any other name.
    public init(symbol: String) {
        switch symbol {
        case "percent", "%": self = .percent
        case "pp": self = .percentagePoints
        case "count", "persons": self = .count
        default: self = .other(symbol)
        }
    }

    /// The symbol of machine files, which reads back as this unit; persons come back as `count`.
    public var symbol: String {
        switch self {
        case .percent: "percent"
        case .percentagePoints: "pp"
        case .count: "count"
        case .other(let name): name
        }
    }

    /// The unit of the difference between two figures of this unit.
    public var ofDifference: Unit {
        self == .percent ? .percentagePoints : self
    }

    /// Whether figures of this unit may be added up over groups and places.
    public var isAdditive: Bool {
        self == .count
    }
}
