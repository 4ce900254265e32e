import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension Workspace {
    /// Why the word of a goal is another one than in the edition before: corrected data, another target, or the city.
    ///
    /// What was known at the end of the half-year before stands for what was printed then. The method is that of this
    /// program for both. Only what differs is evaluated again. nil where the edition before had nothing to assess, and
    /// where the day that counts is earlier.
    ///
    /// - Parameters:
    ///   - series: the figures as known now.
    ///   - current: the word of the edition itself.
    func statusChange(
        of goal: Goal,
        series: Series,
        current: Headline.Code,
        edition: Period,
        asOf day: CalendarDay?,
        background: Assessment.Background
    ) -> StatusChange? {
        let last = edition.advanced(by: -1)
        guard goal.indicator.role == .goal, day.map({ last.lastDay <= $0 }) ?? true,
            let known = known(of: goal, series: series, before: edition, background),
            known.observations.contains(where: { $0.value != nil && $0.period.lastDay <= last.lastDay })
        else { return nil }
        let then = goal.targets.reading(in: last, asOf: last.lastDay)
        let now = goal.targets.reading(in: edition, asOf: day)
        func word(_ series: Series, _ targets: TargetRegister.Reading) -> Headline.Code {
            Assessment(
                of: series,
                under: targets,
                direction: goal.indicator.direction,
                edition: last,
                decimals: goal.indicator.decimals,
                background: background
            ).headline.code
        }
        return StatusChange(
            printed: word(known, then),
            newData: known.observations == series.observations ? nil : word(series, then),
            newYardstick: then == now ? nil : word(series, now),
            current: current
        )
    }

    /// The figures as they were known at the end of the half-year before; without vintages they are those of now.
    private func known(
        of goal: Goal,
        series: Series,
        before edition: Period,
        _ background: Assessment.Background
    ) -> Series? {
        if let printed = background.printed { return printed.series }
        guard background.vintage != nil else { return series }
        return try? goal.indicator.formula.series(of: datasetsByID, asOf: edition.advanced(by: -1).lastDay)
    }
}
