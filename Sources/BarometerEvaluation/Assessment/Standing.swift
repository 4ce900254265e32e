import BarometerCore
import BarometerIndicators

/// Where a goal stands in its life, beside the headline and independent of it: one state, from figures, target and
/// edition alone.
///
/// The first rule that fits counts, in the order: no target in force; no figure after the baseline; a break between
/// the baseline and the figure that decides; the deadline; a series that has ended; met before the deadline; on the way.
/// Source: section 2.5 of the project's method notes.
public enum Standing: Sendable, Hashable {
    /// A deadline that was missed.
    public struct Miss: Sendable, Hashable {
        /// The period of the figure that decided: that of the deadline, or the first one after it.
        public var period: Period
        /// That figure.
        public var value: Double
        /// How far it was from the target.
        public var shortfall: Double
        /// Half-years from the deadline to the first later figure that meets the target, else to the latest figure.
        public var halfYearsLate: Int
        /// The period of the first later figure that meets the target; nil where none does.
        public var reached: Period?
        /// The first period before the deadline that met the target; nil where none did.
        public var firstMet: Period?
    }

    /// There is only a direction, or the first target is not yet in force.
    case noTarget
    /// The edition does not reach beyond the baseline.
    case baselineOnly
    /// The edition is later than the baseline, and there is no figure later than it.
    case noDataAfterBaseline
    /// Before the deadline and not met, now or earlier.
    case onTheWay
    /// Met before the deadline, in all figures since the period.
    case metEarly(since: Period)
    /// Met once, in the period first, and not any more; the current value.
    case metThenLost(firstMet: Period, current: Double)
    /// The deadline has gone and no figure for it or later is known yet.
    case awaitingDeadlineFigure
    /// The figure of the deadline meets the target, and so do all figures since.
    case deadlinePassedMet(Period)
    /// The figure of the deadline does not meet the target.
    case deadlinePassedUnmet(Miss)
    /// No figure for longer than ever before, a year for publication allowed; the period of the last one.
    case seriesEnded(last: Period)
    /// The figures since the break at the period cannot be compared with the baseline.
    case seriesBroken(at: Period)
    /// The target no longer holds; whether its last figure met it, nil where there is none.
    case policyEnded(wasMet: Bool?)
    /// The target in force has replaced an earlier one from the day on; how it stands against the new one.
    indirect case targetRevised(on: CalendarDay?, now: Standing)
}

extension Standing {
    /// - Parameters:
    ///   - figures: those up to the edition, from early to late.
    ///   - baseline: nil where neither a value was adopted nor a figure known.
    init(
        figures: [(period: Period, value: Double)],
        reading: TargetRegister.Reading,
        baseline: Assessment.BaselineFigure?,
        edition: Period,
        breaks: [Indicator.Break]
    ) {
        guard let entry = reading.inForce else {
            guard let last = reading.former.last else { self = .noTarget; return }
            let lastDay = last.to ?? edition.lastDay
            let figure = figures.last { $0.period.lastDay <= lastDay && $0.period > last.target.baseline.period }
            self = .policyEnded(wasMet: figure.map { last.target.isMet(by: $0.value) })
            return
        }
        let life = Life(
            target: entry.target,
            start: baseline?.period ?? entry.target.baseline.period,
            startValue: baseline?.value,
            edition: edition,
            figures: figures,
            breaks: breaks
        )
        self = reading.isRevised ? .targetRevised(on: entry.firstDay, now: life.standing) : life.standing
    }
}

/// A target in force, with the figures and breaks that it is held against.
private struct Life {
    let target: Target
    let start: Period
    let startValue: Double?
    let edition: Period
    let figures: [(period: Period, value: Double)]
    let breaks: [Indicator.Break]

    var standing: Standing {
        if let ends = target.ends, edition.halfYear > ends.halfYear {
            let last = figures.last { $0.period.halfYear <= ends.halfYear && $0.period > start }
            return .policyEnded(wasMet: last.map { target.isMet(by: $0.value) })
        }
        let after = figures.filter { $0.period.halfYear > start.halfYear }
        guard let latest = after.last else {
            return edition.halfYear > start.halfYear ? .noDataAfterBaseline : .baselineOnly
        }
        let decision = after.first { target.isDecided(by: $0.period) }
        if let first = firstBreak(after: start, upTo: decision?.period ?? latest.period) {
            return .seriesBroken(at: first.period)
        }
        if let decision { return standing(after: decision, in: after) }
        if hasEnded { return .seriesEnded(last: latest.period) }
        if edition.halfYear > target.deadline.halfYear { return .awaitingDeadlineFigure }
        return standingBeforeDeadline(after, latest)
    }

    private func firstBreak(after earlier: Period, upTo later: Period) -> Indicator.Break? {
        breaks.filter { earlier < $0.period && $0.period <= later }.min { $0.period < $1.period }
    }

    /// The deadline has its figure; figures behind a later break cannot change what it decided.
    private func standing(
        after decision: (period: Period, value: Double),
        in figures: [(period: Period, value: Double)]
    ) -> Standing {
        let later = figures.filter {
            $0.period > decision.period && firstBreak(after: decision.period, upTo: $0.period) == nil
        }
        let early = figures.filter { $0.period < decision.period }
        let firstMet = early.first { target.isMet(by: $0.value) }?.period
        guard target.isMet(by: decision.value) else {
            let reached = later.first { target.isMet(by: $0.value) }?.period
            let known = reached ?? later.last?.period ?? decision.period
            return .deadlinePassedUnmet(
                Standing.Miss(
                    period: decision.period,
                    value: decision.value,
                    shortfall: target.aim.distance(of: decision.value),
                    halfYearsLate: known.halfYear - target.deadline.halfYear,
                    reached: reached,
                    firstMet: firstMet
                )
            )
        }
        if let current = later.last?.value, !target.isMet(by: current) {
            return .metThenLost(firstMet: firstMet ?? decision.period, current: current)
        }
        return .deadlinePassedMet(decision.period)
    }

    private func standingBeforeDeadline(
        _ figures: [(period: Period, value: Double)],
        _ latest: (period: Period, value: Double)
    ) -> Standing {
        if target.isMet(by: latest.value) {
            let lastUnmet = figures.last { !target.isMet(by: $0.value) }?.period ?? start
            return .metEarly(since: figures.first { $0.period > lastUnmet }?.period ?? latest.period)
        }
        if let startValue, target.isMet(by: startValue) { return .metThenLost(firstMet: start, current: latest.value) }
        if let first = figures.first(where: { target.isMet(by: $0.value) }) {
            return .metThenLost(firstMet: first.period, current: latest.value)
        }
        return .onTheWay
    }

    /// Whether the latest figure is older than the longest wait between two figures and a year for publication.
    private var hasEnded: Bool {
        let halfYears = figures.map(\.period.halfYear)
        guard let last = halfYears.last,
            let longest = zip(halfYears, halfYears.dropFirst()).map({ $1 - $0 }).max()
        else { return false }
        return edition.halfYear - last > longest + 2
    }
}

extension Target {
    /// Whether a figure of the period decides if the deadline was kept: it is that of the deadline or a later one.
    func isDecided(by period: Period) -> Bool {
        period.lastDay >= deadline.lastDay || period.halfYear > deadline.halfYear
    }
}
