/// What the schedule index means: how much of the way that the time allows for is covered.
///
/// The bounds are those of Eurostat's indicators with a target, on the linear index instead of growth rates. Source:
/// sections 1.2 and 2.2 of the project's method notes.
public enum ScheduleClass: String, Sendable, CaseIterable {
    /// The target is met before its deadline.
    case metEarly
    /// An index of 0.95 and more.
    case onSchedule
    /// An index of 0.60 to 0.95.
    case slightlyBehind
    /// An index of 0 to 0.60.
    case farBehind
    /// An index below 0: the value is worse than the baseline.
    case wrongWay

    /// The least index of the class; the worst class has none, and a target that is met early needs none.
    public var leastIndex: Double {
        switch self {
        case .onSchedule: 0.95
        case .slightlyBehind: 0.6
        case .farBehind: 0
        case .metEarly, .wrongWay: -.infinity
        }
    }

    /// The class of an index, decided unrounded with a tolerance of 1e-9 in favour of the better class.
    public init(index: Double) {
        self = PaceProbabilities.classes.first { index >= $0.leastIndex - Target.tolerance } ?? .wrongWay
    }

    /// The class of a value on a path; nil at the baseline, and on a level path until the target is met.
    init?(of value: Double, at halfYear: Int, on path: Trajectory, isMet: Bool) {
        if isMet, halfYear > path.start, halfYear < path.end {
            self = .metEarly
        } else if let index = path.index(of: value, at: halfYear) {
            self.init(index: index)
        } else {
            return nil
        }
    }
}
