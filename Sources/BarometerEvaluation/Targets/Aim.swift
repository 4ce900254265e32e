import BarometerIndicators

extension Target {
    /// On which side of a single value a target is met; the value itself meets it.
    public enum Comparator: String, Sendable {
        case atMost, atLeast

        /// Which way is better under this comparator.
        public var direction: Indicator.Direction { self == .atMost ? .decrease : .increase }
    }

    /// How the distance from parity is measured.
    public enum Scale: String, Sendable, Hashable {
        /// By `|y − T|`: for percentages, percentage points and shares of a population.
        case difference
        /// By `max(y/T, T/y) − 1`: for ratios and counts, where half as much and twice as much are equally far away.
        ///
        /// Both must be above zero; a value that is not is infinitely far away.
        case ratio
    }

    /// What figures shall come to, with the numbers that it takes and no others.
    ///
    /// Source: section 0 of the project's method notes, "direction and comparator".
    public enum Aim: Sendable, Hashable {
        /// Lower is better, and the value itself meets the target.
        case atMost(Double)
        /// Higher is better, and the value itself meets the target; for counts a whole number of things.
        case atLeast(Double)
        /// Within two bounds, both included; from either side nearer is better.
        case between(ClosedRange<Double>)
        /// Nearer to a value is better, from either side; the tolerance of the target says how near is near enough.
        case parity(Double, Scale = .difference)
        /// Something is there (1) or not (0): no path and no pace.
        case yes

        /// At most or at least a value.
        public init(_ comparator: Comparator, _ value: Double) {
            self = comparator == .atMost ? .atMost(value) : .atLeast(value)
        }

        /// The word of machine files: `atMost`, `atLeast`, `between`, `parity` or `yes`.
        public var name: String {
            switch self {
            case .atMost: "atMost"
            case .atLeast: "atLeast"
            case .between: "between"
            case .parity: "parity"
            case .yes: "yes"
            }
        }

        /// Which way is better, whatever the value; nil where that depends on the side it is on.
        public var direction: Indicator.Direction? {
            switch self {
            case .atMost: .decrease
            case .atLeast, .yes: .increase
            case .between, .parity: nil
            }
        }

        /// Whether a value can be too high as well as too low.
        public var isTwoSided: Bool { direction == nil }

        /// The values that bound what meets the target: one, two for a range, 1 for yes.
        public var bounds: [Double] {
            switch self {
            case .atMost(let value), .atLeast(let value), .parity(let value, _): [value]
            case .between(let range): [range.lowerBound, range.upperBound]
            case .yes: [1]
            }
        }

        /// How far a value is from meeting the target: positive is still to go, negative is beyond it or inside it.
        ///
        /// In the unit of the indicator, for parity by ratios in units of the ratio. Within a range it is minus the
        /// distance to the nearer bound, at parity zero.
        public func distance(of value: Double) -> Double {
            switch self {
            case .atMost(let limit): value - limit
            case .atLeast(let limit): limit - value
            case .between(let range): max(range.lowerBound - value, value - range.upperBound)
            case .parity(let aim, .difference): (value - aim).magnitude
            case .parity(let aim, .ratio): value > 0 && aim > 0 ? max(value / aim, aim / value) - 1 : .infinity
            case .yes: 1 - value
            }
        }
    }
}
