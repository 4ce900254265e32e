import BarometerCore

/// Why a printed figure or status is another one than last time.
///
/// The order is that in which causes are taken away: all that can change without the city comes first, so that the city
/// is credited and blamed only for what is left.
public enum ChangeLabel: String, Sendable, CaseIterable {
    /// The same figures are computed in another way.
    case methodChanged
    /// The source has corrected the figures of the same period.
    case dataRevised
    /// The target or its baseline was adopted anew.
    case yardstickChanged
    /// A later period is described.
    case cityMoved

    /// The label as people read it.
    public var word: LocalizedText {
        switch self {
        case .methodChanged: LocalizedText(en: "method changed", da: "metoden er ændret")
        case .dataRevised: LocalizedText(en: "data revised", da: "tallene er revideret")
        case .yardstickChanged: LocalizedText(en: "yardstick changed", da: "målestokken er ændret")
        case .cityMoved: LocalizedText(en: "city moved", da: "byen har flyttet sig")
        }
    }
}
