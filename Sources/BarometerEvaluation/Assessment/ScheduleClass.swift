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

    private static let bounds: [(least: Double, verdict: ScheduleClass)] = [
        (0.95, .onSchedule), (0.6, .slightlyBehind), (0, .farBehind),
    ]

    /// The class of an index, decided unrounded with a tolerance of 1e-9 in favour of the better class.
    public init(index: Double) {
        self = ScheduleClass.bounds.first { index >= $0.least - Target.tolerance }?.verdict ?? .wrongWay
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
