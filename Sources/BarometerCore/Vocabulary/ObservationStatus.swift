/// What is to be known about a value, or why there is none.
///
/// A status of a missing value says why it is missing; missing is never zero.
public enum ObservationStatus: UInt8, Sendable, Hashable, CaseIterable {
    /// An ordinary value.
    case normal = 0
    case provisional
    case estimated
    case forecast
    /// The office prints "nil": a true zero.
    case nilValue
    /// The office gives no figure and does not say why.
    case notAvailable
    /// Too uncertain or confidential to print, as `..` in Danish tables.
    case uncertainOrConfidential
    case confidential
    /// The combination cannot occur.
    case cannotOccur
    case notYetAvailable
    /// The cell stands in the file and is empty.
    case empty

    /// Whether an observation with this status has no value.
    public var isMissing: Bool {
        switch self {
        case .normal, .provisional, .estimated, .forecast, .nilValue: false
        case .notAvailable, .uncertainOrConfidential, .confidential, .cannotOccur, .notYetAvailable, .empty: true
        }
    }

    /// The word of machine files, such as `notAvailable`.
    public var name: String {
        "\(self)"
    }

    /// The status with this word, or nil.
    public init?(name: String) {
        guard let status = ObservationStatus.allCases.first(where: { $0.name == name }) else { return nil }
        self = status
    }
}
