/// What can be said of a theme without averaging its goals: how many are where, the worst, and the balance of
/// movements.
///
/// Statuses are ordinal and never averaged. Where one word is wanted there is the median, and only where at least 60 %
/// of the goals could be assessed.
///
/// Source: project's method notes, 7; OECD and JRC (2008), Handbook on Constructing Composite Indicators.
public struct ThemeSummary: Sendable {
    /// A goal with its word and its movement.
    public struct Item: Sendable, Hashable {
        /// The id of the indicator.
        public var id: String
        /// The word of its assessment.
        public var code: Headline.Code
        /// Whether it got better since the baseline; nil where no change is known.
        public var sinceBaseline: Movement.Verdict?

        /// A goal of a theme.
        public init(id: String, code: Headline.Code, sinceBaseline: Movement.Verdict? = nil) {
            self.id = id
            self.code = code
            self.sinceBaseline = sinceBaseline
        }
    }

    /// Where goals can be, from best to worst, then those that cannot be told.
    public enum State: String, Sendable, CaseIterable {
        case met, onSchedule, behind, wrongWay, missed, undetermined, notAssessable
    }

    /// All goals of the theme, in their given order.
    public let items: [Item]

    /// The summary of the goals of a theme; an id occurs once.
    public init(_ items: [Item]) {
        precondition(Set(items.map(\.id)).count == items.count, "a goal occurs once in a theme")
        self.items = items
    }

    /// How many goals are in each state, all states in their order.
    public var distribution: [(state: State, count: Int)] {
        State.allCases.map { state in (state, items.count { $0.code.state == state }) }
    }

    /// How many goals could be assessed; an undetermined one was.
    public var assessed: Int { items.count { $0.code != .notAssessable } }

    /// The share of the goals that could be assessed, 0 to 1; nil without goals.
    public var coverage: Double? { items.isEmpty ? nil : Double(assessed) / Double(items.count) }

    /// Whether enough goals could be assessed for a single word: at least 60 %.
    public var isCovered: Bool { !items.isEmpty && 5 * assessed >= 3 * items.count }

    /// The worst word that was told; nil where none was.
    public var worst: Headline.Code? {
        items.map(\.code).filter { $0.rank != nil }.max { ($0.rank ?? 0) < ($1.rank ?? 0) }
    }

    /// The one word for the theme, if one is forced: more than half of the assessed goals are as good as it, or better.
    ///
    /// Undetermined goals count: the word is told only where it stays the same whether they turn out best or worst, and
    /// is `undetermined` otherwise. nil where less than 60 % could be assessed.
    public var median: Headline.Code? {
        guard isCovered else { return nil }
        let told = items.compactMap { item in item.code.rank.map { (rank: $0, code: item.code) } }
            .sorted { $0.rank < $1.rank }.map(\.code)
        let (middle, untold) = (assessed / 2, assessed - told.count)
        // With the undetermined as the best, and as the worst.
        guard middle >= untold, middle < told.count, told[middle - untold] == told[middle] else { return .undetermined }
        return told[middle]
    }

    /// How many goals got better since their baselines.
    public var better: Int { items.count { $0.sinceBaseline == .better } }
    /// How many got worse.
    public var worse: Int { items.count { $0.sinceBaseline == .worse } }
    /// How many have a known movement.
    public var reported: Int { items.count { $0.sinceBaseline != nil } }

    /// Better minus worse, over all goals with a known movement: from -1 to 1; nil without any.
    public var netBalance: Double? { reported > 0 ? Double(better - worse) / Double(reported) : nil }

    /// The comparison with another edition over the goals that could be assessed in both.
    public func compared(withEarlier earlier: ThemeSummary) -> MatchedComparison {
        MatchedComparison(from: earlier, to: self)
    }
}

extension Headline.Code {
    /// The state of a theme that a word counts as.
    public var state: ThemeSummary.State {
        switch self {
        case .met, .metSlipping: .met
        case .onSchedule: .onSchedule
        case .behindReachable, .behindUnprecedented: .behind
        case .wrongWay: .wrongWay
        case .missed: .missed
        case .undetermined: .undetermined
        case .notAssessable: .notAssessable
        }
    }

    /// The place from best to worst; nil for the two words that cannot tell.
    var rank: Int? {
        switch self {
        case .met: 0
        case .metSlipping: 1
        case .onSchedule: 2
        case .behindReachable: 3
        case .behindUnprecedented: 4
        case .wrongWay: 5
        case .missed: 6
        case .undetermined, .notAssessable: nil
        }
    }
}
