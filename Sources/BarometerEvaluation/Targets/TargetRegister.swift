import BarometerCore

/// Every target that was ever adopted for an indicator, so that each edition is held against the one in force then.
///
/// Nothing is taken out when a target is replaced. At most one target is in force on any day; there may be none before
/// the first, after the last, and in between.
public struct TargetRegister: Sendable {
    /// A target with the days on which it is in force.
    public struct Entry: Sendable, Hashable {
        /// The name by which a later target supersedes this one.
        public var id: String?
        /// What was adopted.
        public var target: Target
        /// The first day in force; nil takes the day of adoption, and without one it was always in force.
        public var from: CalendarDay?
        /// The last day in force; nil ends it the day before the target that supersedes it, or never.
        public var to: CalendarDay?
        /// The id of the target that this one replaces.
        public var supersedes: String?

        /// A target in force from a day to a day.
        public init(
            id: String? = nil,
            _ target: Target,
            from: CalendarDay? = nil,
            to: CalendarDay? = nil,
            supersedes: String? = nil
        ) {
            self.id = id
            self.target = target
            self.from = from
            self.to = to
            self.supersedes = supersedes
        }

        /// The first day in force.
        var firstDay: CalendarDay? { from ?? target.adopted?.on }
    }

    /// What holds for an edition.
    public struct Reading: Sendable, Hashable {
        /// The target in force; nil where there is none.
        public var inForce: Entry?
        /// The targets that were in force before, in the order of the register.
        public var former: [Entry]

        /// Whether the target in force has replaced an earlier one.
        public var isRevised: Bool { inForce != nil && !former.isEmpty }
        /// Whether there was a target and is none any more.
        public var hasEnded: Bool { inForce == nil && !former.isEmpty }
    }

    /// The targets in the order in which they were given.
    public let entries: [Entry]

    /// A register without targets: the goal only has a direction.
    public init() {
        entries = []
    }

    /// A register of one target that is in force from its adoption on.
    public init(_ target: Target) {
        entries = [Entry(target)]
    }

    /// A register of several targets, or nil where they contradict each other, as `faults(in:)` tells.
    public init?(_ entries: [Entry]) {
        guard TargetRegister.faults(in: entries).isEmpty else { return nil }
        self.entries = entries
    }

    /// What holds for an edition: the target in force on its last day, or on the as-of day if that is earlier.
    ///
    /// With an as-of day only targets that were adopted by then are known, so a decision that reaches back changes no
    /// evaluation of an earlier day; and a target whose successor is not yet known is still in force.
    public func reading(in edition: Period, asOf knownOn: CalendarDay? = nil) -> Reading {
        let day = min(knownOn ?? edition.lastDay, edition.lastDay)
        let isKnown = { (entry: Entry) in
            guard let knownOn, let adopted = entry.target.adopted?.on else { return true }
            return adopted <= knownOn
        }
        var reading = Reading(inForce: nil, former: [])
        for entry in entries where isKnown(entry) && (entry.firstDay.map { $0 <= day } ?? true) {
            if let last = TargetRegister.lastDay(of: entry, among: entries, where: isKnown), last < day {
                reading.former.append(entry)
            } else {
                reading.inForce = entry
            }
        }
        return reading
    }

    /// The last day in force, given or from the target that supersedes this one, as far as that is known.
    private static func lastDay(
        of entry: Entry,
        among entries: [Entry],
        where isKnown: (Entry) -> Bool = { _ in true }
    ) -> CalendarDay? {
        guard let id = entry.id, let successor = entries.first(where: { $0.supersedes == id }) else { return entry.to }
        // Whoever decided on the successor also wrote down the last day of this one.
        guard isKnown(successor) else { return nil }
        return entry.to ?? successor.firstDay.map { CalendarDay(number: $0.number - 1) }
    }
}

// MARK: - Contradictions

extension TargetRegister {
    /// Why targets cannot be one register; entries are named by their places in the list.
    public enum Fault: Sendable, Hashable {
        /// Two entries have the same id.
        case repeatedID(entry: Int)
        /// An entry supersedes an id that no entry has.
        case unknownPredecessor(entry: Int)
        /// An entry supersedes one that was superseded by another already.
        case supersededTwice(entry: Int)
        /// An entry supersedes one that is in force no earlier than itself, or it does not say from when it is in force.
        case notAfterPredecessor(entry: Int)
        /// The last day in force is before the first.
        case endsBeforeItStarts(entry: Int)
        /// Both entries are in force on the day; nil is a day before all others.
        case overlap(entry: Int, other: Int, on: CalendarDay?)
    }

    /// The contradictions in a list of targets, in the order of the list; empty where they are a register.
    public static func faults(in entries: [Entry]) -> [Fault] {
        let spans = entries.map { days(of: $0, among: entries) }
        var faults: [Fault] = []
        for (index, entry) in entries.enumerated() {
            let earlier = entries[..<index]
            if let id = entry.id, earlier.contains(where: { $0.id == id }) { faults.append(.repeatedID(entry: index)) }
            if let fault = succession(of: entry, at: index, in: entries) {
                faults.append(fault)
                continue
            }
            let span = spans[index]
            if span.last < span.first {
                if entry.to != nil { faults.append(.endsBeforeItStarts(entry: index)) }
                continue
            }
            let other = (0..<index).first { max(span.first, spans[$0].first) <= min(span.last, spans[$0].last) }
            if let other {
                let day = max(span.first, spans[other].first)
                let common = day == .min ? nil : CalendarDay(number: day)
                faults.append(.overlap(entry: index, other: other, on: common))
            }
        }
        return faults
    }

    private static func succession(of entry: Entry, at index: Int, in entries: [Entry]) -> Fault? {
        guard let id = entry.supersedes else { return nil }
        guard let predecessor = entries.first(where: { $0.id == id }) else { return .unknownPredecessor(entry: index) }
        if entries[..<index].contains(where: { $0.supersedes == id }) { return .supersededTwice(entry: index) }
        guard let first = entry.firstDay, predecessor.firstDay.map({ $0 < first }) ?? true else {
            return .notAfterPredecessor(entry: index)
        }
        return nil
    }

    /// The days of an entry as numbers; open ends reach for ever.
    private static func days(of entry: Entry, among entries: [Entry]) -> (first: Int, last: Int) {
        (entry.firstDay?.number ?? .min, lastDay(of: entry, among: entries)?.number ?? .max)
    }
}
