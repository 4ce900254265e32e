import BarometerCore

/// How formulas speak of units, and which of them they make.
extension Unit {
    /// Figures in percent of that of a base period.
    static let index = Unit.other("index")
    /// One figure over another in the same unit.
    static let ratio = Unit.other("ratio")

    /// Whether figures count or measure something, so that those of two groups are added up.
    ///
    /// Persons, money and full-time equivalents are such; shares, indices and ratios are told of something else.
    var isAmount: Bool {
        switch self {
        case .count: true
        case .other: self != .index && self != .ratio
        case .percent, .percentagePoints: false
        }
    }

    /// Whether figures can be added: amounts, and differences of shares.
    var canBeAdded: Bool { isAmount || self == .percentagePoints }

    /// Percent or percentage points.
    var isOfShares: Bool { self == .percent || self == .percentagePoints }

    /// The unit of figures divided by others; nil where it would mean nothing.
    func divided(by other: Unit) -> Unit? {
        if self == other || isOfShares && other.isOfShares { return .ratio }
        if other == .ratio { return self }
        if isOfShares || other.isOfShares { return nil }
        return .other("\(symbol)/\(other.symbol)")
    }

    /// The unit of figures times others; nil where it would mean nothing.
    func multiplied(by other: Unit) -> Unit? {
        self == .ratio ? other : other == .ratio ? self : nil
    }

    /// The unit in a sentence.
    var words: LocalizedText {
        switch self {
        case .percent: LocalizedText(en: "percent", da: "procent")
        case .percentagePoints: LocalizedText(en: "percentage points", da: "procentpoint")
        case .count: LocalizedText(en: "counts", da: "antal")
        case .index: LocalizedText("index")
        case .ratio: LocalizedText(en: "a ratio", da: "forhold")
        case .other(let name): LocalizedText("\"\(name)\"")
        }
    }
}

extension Frequency {
    /// The frequency in a sentence.
    var words: LocalizedText {
        switch self {
        case .annual: LocalizedText(en: "annual", da: "årlige")
        case .halfYearly: LocalizedText(en: "half-yearly", da: "halvårlige")
        case .quarterly: LocalizedText(en: "quarterly", da: "kvartalsvise")
        case .monthly: LocalizedText(en: "monthly", da: "månedlige")
        case .weekly: LocalizedText(en: "weekly", da: "ugentlige")
        case .daily: LocalizedText(en: "daily", da: "daglige")
        }
    }
}
