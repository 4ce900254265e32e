import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

/// The process chart of an assessed series: what of its figures is noise, and whether the process can meet the target.
///
/// Source: section 3.8 of the project's method notes.
struct AssessedProcess: Sendable {
    /// The chart of the figures since the last break.
    let chart: ProcessChart
    /// The periods of those figures, by their places in the chart.
    let periods: [Period]
    /// What the target, its tolerance included, is to the present process; nil without a target in force.
    let assurance: ProcessChart.Assurance?

    /// nil for fewer than three figures since the last break, and where neither more nor less is better.
    ///
    /// - Parameter breaks: those of the indicator; a break that a change of the record crosses is known anyway.
    init?(_ assessment: Assessment, breaks: [Indicator.Break]) {
        if let aim = assessment.target?.aim, aim.isTwoSided || aim == .yes { return nil }
        let start = AssessedProcess.breaks(of: assessment, and: breaks).max()
        let figures = assessment.series.observations.compactMap { observation in
            observation.value.map { (period: observation.period, value: $0) }
        }.filter { figure in start.map { figure.period >= $0 } ?? true }
        guard figures.count >= 3,
            let chart = ProcessChart(figures.map(\.value), direction: assessment.direction)
        else { return nil }
        self.chart = chart
        periods = figures.map(\.period)
        let least = assessment.target.flatMap { target in
            target.value.map { $0 - assessment.direction.sign * target.tolerance }
        }
        assurance = least.flatMap { chart.assurance(of: $0, direction: assessment.direction) }
    }

    /// Of the signals that the latest figure takes part in the first by rule, one for each meaning.
    var strongestSignals: [ProcessChart.Signal] {
        chart.signals(at: periods.count - 1).reduce(into: []) { strongest, signal in
            if !strongest.contains(where: { $0.meaning == signal.meaning }) { strongest.append(signal) }
        }
    }

    private static func breaks(of assessment: Assessment, and breaks: [Indicator.Break]) -> [Period] {
        let movement = assessment.movement
        let changes = [
            movement?.sinceLastEdition, movement?.sinceSameHalfLastYear, movement?.sinceBaseline,
            movement?.sincePreviousFigure,
        ]
        let known = breaks.map(\.period) + changes.compactMap { $0?.brokenBy?.period }
        return known.filter { $0.firstDay <= assessment.edition.lastDay }
    }
}
