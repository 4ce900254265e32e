import BarometerCore
import BarometerIndicators

/// How fast the value moves, how fast it would have to, and whether it ever did.
public struct Pace: Sendable {
    /// The achieved share of the way over the share of the time, 1 being on schedule.
    ///
    /// nil at the baseline itself and where the baseline met the target.
    public var index: Double?
    /// The change a half-year that would reach the target at the deadline; nil once it is met or the deadline has come.
    public var required: Double?
    /// The mean change a half-year since the baseline; nil at the baseline itself.
    public var observed: Double?
    /// Required over observed; nil where either is, or nothing moved.
    public var acceleration: Double?
    /// The best mean change a half-year that the series itself kept up over as many half-years as remain.
    ///
    /// nil where no two figures stand exactly so far apart, and once the deadline has come.
    public var bestRecord: Double?

    init(
        of value: Double,
        at halfYear: Int,
        baseline: Double,
        on path: Trajectory,
        target: Target,
        figures: [(period: Period, value: Double)],
        breaks: [Indicator.Break]
    ) {
        let step = halfYear - path.start
        let remaining = path.end - halfYear
        if step > 0 {
            observed = (value - baseline) / Double(step)
            let timeShare = Double(min(step, path.steps)) / Double(path.steps)
            index = path.achievedShare(of: value).map { $0 / timeShare }
        }
        guard remaining > 0 else { return }
        let sign = target.comparator.direction.sign
        bestRecord = Pace.bestRecord(over: remaining, in: figures, breaks: breaks, sign: sign)
        guard !target.isMet(by: value) else { return }
        let required = (target.value - value) / Double(remaining)
        self.required = required
        if let observed, observed != 0 { acceleration = required / observed }
    }

    /// Whether the required pace was kept up before over as long a span.
    func isWithinRecord(sign: Double) -> Bool {
        guard let required, let bestRecord else { return false }
        return sign * bestRecord >= sign * required - Target.tolerance
    }

    private static func bestRecord(
        over span: Int,
        in figures: [(period: Period, value: Double)],
        breaks: [Indicator.Break],
        sign: Double
    ) -> Double? {
        // Of several figures of one half-year the last stands for it.
        let last = Dictionary(figures.map { ($0.period.halfYear, $0) }, uniquingKeysWith: { $1 })
        let paces = last.values.compactMap { figure -> Double? in
            guard let later = last[figure.period.halfYear + span] else { return nil }
            let isBroken = breaks.contains { figure.period < $0.period && $0.period <= later.period }
            return isBroken ? nil : (later.value - figure.value) / Double(span)
        }
        return paces.max { sign * $0 < sign * $1 }
    }
}
