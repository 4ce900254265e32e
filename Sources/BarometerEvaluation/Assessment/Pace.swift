import BarometerCore
import BarometerIndicators

/// How fast the value moves, how fast it would have to, and whether it ever did.
///
/// Paces are changes a half-year in the unit of the indicator. For a range and for parity they are those of the value as
/// seen from the side of the baseline, and for parity by ratios those of the ratio. Source: sections 2.2 to 2.4 of the
/// project's method notes.
public struct Pace: Sendable {
    /// What the required pace is to the observed one.
    public enum Factor: Sendable, Hashable {
        /// So many times as fast, above zero.
        case times(Double)
        /// The value moves away from the target and would have to turn.
        case turn
        /// The value stands where the baseline stood.
        case noMovement
    }

    /// The achieved share of the way over the share of the time, 1 being on schedule.
    ///
    /// nil at the baseline itself and where the baseline met the target.
    public var index: Double?
    /// What the index means; nil with it, except where the target is met early.
    public var scheduleClass: ScheduleClass?
    /// The change a half-year that would reach the target at the deadline; nil once it is met or the deadline has come.
    public var required: Double?
    /// The mean change a half-year since the baseline; nil at the baseline itself.
    public var observed: Double?
    /// Whether the required pace was ever kept up over as many half-years as remain; nil once the deadline has come.
    public var feasibility: Feasibility?
    /// Required over observed; nil where either is, or nothing moved.
    public var acceleration: Double? {
        guard let required, let observed, observed.magnitude > Target.tolerance else { return nil }
        return required / observed
    }

    /// What the acceleration means; nil where no pace is required or none observed.
    public var factor: Factor? {
        guard let required, let observed else { return nil }
        guard observed.magnitude > Target.tolerance else { return .noMovement }
        return required / observed > 0 ? .times(required / observed) : .turn
    }

    /// The best mean change a half-year that the series itself kept up over as many half-years as remain.
    ///
    /// nil where no two figures stand exactly so far apart, and once the deadline has come.
    public var bestRecord: Double? { feasibility?.own?.best }

    /// Whether the required pace was kept up before over as long a span, by the series itself or by a peer.
    public var isWithinRecord: Bool {
        [feasibility?.own, feasibility?.peers].contains { $0?.percentile.map { $0 < 100 } ?? false }
    }

    init(
        of value: Double,
        at halfYear: Int,
        baseline: Double,
        on path: Trajectory,
        target: Target,
        history: PaceHistory,
        peers: [PaceHistory]
    ) {
        let yardstick = path.yardstick
        let quantity = yardstick.quantity(of: value)
        let step = halfYear - path.start
        let remaining = path.end - halfYear
        let isMet = target.isMet(by: value)
        index = path.index(of: value, at: halfYear)
        scheduleClass = ScheduleClass(of: value, at: halfYear, on: path, isMet: isMet)
        if step > 0 {
            observed = (quantity - yardstick.quantity(of: baseline)) / Double(step)
        }
        guard remaining > 0 else { return }
        if !isMet { required = (yardstick.goal - quantity) / Double(remaining) }
        feasibility = Feasibility(
            over: remaining,
            required: required,
            own: history,
            peers: peers,
            sign: yardstick.sign
        )
    }
}
