import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension Workspace {
    /// The fewest figures with two vintages that say what revisions are usual.
    private static let fewestRevisions = 5

    /// What is known of a goal beside its figures and target, as of a day; peers whose formula fails are told.
    func background(
        of goal: Goal,
        series: Series,
        edition: Period,
        asOf day: CalendarDay?,
        diagnostics: inout [Diagnostic]
    ) -> Assessment.Background {
        var background = goal.background
        for peer in goal.peers {
            do throws(FormulaError) {
                let result = try peer.formula.result(of: datasetsByID, asOf: day)
                diagnostics += result.warnings
                background.peers.append(
                    PeerBenchmark.Peer(id: peer.name, weight: peer.weight, series: result.series)
                )
            } catch {
                diagnostics += error.diagnostics
            }
        }
        let days = vintages(of: goal, until: day)
        background.vintage = days.last { $0 <= edition.lastDay } ?? days.first
        guard days.count > 1 else { return background }
        background.revisions = revisions(of: goal, series: series, until: edition, days: days)
        background.printed = printed(of: goal, before: edition, asOf: day)
        return background
    }

    /// The days on which figures of a goal became known, from early to late.
    private func vintages(of goal: Goal, until day: CalendarDay?) -> [CalendarDay] {
        let tables = goal.datasets.compactMap { datasetsByID[$0]?.table }
        let days = tables.flatMap { $0.vintageDays }.filter { known in day.map { known <= $0 } ?? true }
        return days.sorted().reduce(into: []) { unique, next in if unique.last != next { unique.append(next) } }
    }

    /// How the first figure of each period differs from that of today; nil for too few to say what is usual.
    ///
    /// The ages of the figures are mixed: a barometer has too few vintages to keep them apart.
    private func revisions(
        of goal: Goal,
        series: Series,
        until edition: Period,
        days: [CalendarDay]
    ) -> RevisionStatistics? {
        var first: [Period: Double] = [:]
        for day in days.dropLast() {
            guard let known = try? goal.indicator.formula.series(of: datasetsByID, asOf: day) else { continue }
            for observation in known.observations where first[observation.period] == nil {
                first[observation.period] = observation.value
            }
        }
        let visible = series.observations.filter { $0.period.lastDay <= edition.lastDay }
        let pairs = visible.compactMap { observation in
            first[observation.period].flatMap { early in observation.value.map { (early, $0) } }
        }
        guard pairs.count >= Workspace.fewestRevisions else { return nil }
        return RevisionStatistics(earlier: pairs.map(\.0), later: pairs.map(\.1))
    }

    /// The figure of the edition before, as it was known at the end of its half-year; nil where there was none.
    private func printed(
        of goal: Goal,
        before edition: Period,
        asOf day: CalendarDay?
    ) -> (period: Period, series: Series)? {
        let last = edition.advanced(by: -1)
        guard day.map({ last.lastDay <= $0 }) ?? true,
            let known = try? goal.indicator.formula.series(of: datasetsByID, asOf: last.lastDay),
            let figure = known.observations.last(where: { $0.value != nil && $0.period.lastDay <= last.lastDay })
        else { return nil }
        return (figure.period, known)
    }
}
