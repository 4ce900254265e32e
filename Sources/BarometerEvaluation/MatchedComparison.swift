/// Two editions of a theme over the goals that could be assessed in both, so that a dropped series earns nothing.
///
/// The comparison is symmetric in time: the other way round improved and worsened are exchanged, and nothing else.
///
/// Source: project's method notes, 7, on coverage that changes between editions.
public struct MatchedComparison: Sendable {
    /// The goals of the earlier edition that take part.
    public let earlier: ThemeSummary
    /// The same goals in the later edition, in the same order.
    public let later: ThemeSummary
    /// Goals whose word is a better one now, by id.
    public let improved: [String]
    /// Goals whose word is a worse one now.
    public let worsened: [String]
    /// Goals with the same word.
    public let unchanged: [String]
    /// Goals that are undetermined in one of the two editions and not in the other.
    public let untold: [String]
    /// Goals that could be assessed in the earlier edition alone.
    public let onlyEarlier: [String]
    /// Goals that could be assessed in the later edition alone.
    public let onlyLater: [String]

    /// Improved minus worsened, over all that take part; nil where none does.
    public var netBalance: Double? {
        earlier.items.isEmpty ? nil : Double(improved.count - worsened.count) / Double(earlier.items.count)
    }

    /// Compares two editions of a theme.
    public init(from earlier: ThemeSummary, to later: ThemeSummary) {
        let (before, after) = (earlier.byAssessedID, later.byAssessedID)
        let common = before.keys.filter { after[$0] != nil }.sorted()
        self.earlier = ThemeSummary(common.compactMap { before[$0] })
        self.later = ThemeSummary(common.compactMap { after[$0] })
        onlyEarlier = before.keys.filter { after[$0] == nil }.sorted()
        onlyLater = after.keys.filter { before[$0] == nil }.sorted()
        var (improved, worsened, unchanged, untold): ([String], [String], [String], [String]) = ([], [], [], [])
        for (old, new) in zip(self.earlier.items, self.later.items) {
            switch (old.code.rank, new.code.rank) {
            case (nil, nil): unchanged.append(old.id)
            case (nil, _), (_, nil): untold.append(old.id)
            case (let was?, let now?):
                if now < was {
                    improved.append(old.id)
                } else if now > was {
                    worsened.append(old.id)
                } else {
                    unchanged.append(old.id)
                }
            }
        }
        (self.improved, self.worsened, self.unchanged, self.untold) = (improved, worsened, unchanged, untold)
    }
}

extension ThemeSummary {
    /// The goals that could be assessed, by id.
    fileprivate var byAssessedID: [String: Item] {
        Dictionary(items.filter { $0.code != .notAssessable }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }
}
