import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension Workspace {
    /// Why the word of a goal is another one than in the edition before: corrected data, another target, or the city.
    ///
    /// What was known at the end of the half-year before stands for what was printed then. The method is that of this
    /// program for both. nil where the edition before had nothing to assess, and where the day that counts is earlier.
    func statusChange(
        of goal: Goal,
        series: Series,
        edition: Period,
        asOf day: CalendarDay?,
        background: Assessment.Background
    ) -> StatusChange? {
        let last = edition.advanced(by: -1)
        guard goal.indicator.role == .goal, day.map({ last.lastDay <= $0 }) ?? true,
            let known = try? goal.indicator.formula.series(of: datasetsByID, asOf: last.lastDay),
            known.observations.contains(where: { $0.value != nil && $0.period.lastDay <= last.lastDay })
        else { return nil }
        func word(_ series: Series, _ targets: TargetRegister.Reading, _ period: Period) -> Headline.Code {
            Assessment(
                of: series,
                under: targets,
                direction: goal.indicator.direction,
                edition: period,
                decimals: goal.indicator.decimals,
                background: background
            ).headline.code
        }
        let (then, now) = (
            goal.targets.reading(in: last, asOf: last.lastDay), goal.targets.reading(in: edition, asOf: day)
        )
        return StatusChange(
            printed: word(known, then, last),
            exchanged: [.dataRevised, .yardstickChanged, .cityMoved]
        ) { circumstances in
            word(
                circumstances.isToday(.dataRevised) ? series : known,
                circumstances.isToday(.yardstickChanged) ? now : then,
                circumstances.isToday(.cityMoved) ? edition : last
            )
        }
    }
}
