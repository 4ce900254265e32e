import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension GoalSection {
    /// Whether the latest figure is noise or a signal, and whether the present process can meet the target; none where
    /// there is no process chart, or one of fewer than six figures.
    static func processAnswers(_ process: AssessedProcess?, _ assessment: Assessment, _ wording: Wording)
        -> [LabelledText]
    {
        // Limits of fewer figures are so wide that a sentence on them would say more than they do.
        guard let process, process.periods.count >= 6, let limits = process.chart.present.limits else { return [] }
        let number = { (value: Double) in wording.number(value, decimals: max(1, assessment.series.decimals)) }
        // A share has no limits below 0 or above 100.
        let isShare = assessment.unit == .percent
        let lower = number(isShare ? max(limits.lower, 0) : limits.lower)
        let upper = number(isShare ? min(limits.upper, 100) : limits.upper)
        let range = wording(en: "\(lower) to \(upper)", da: "\(lower) til \(upper)")
        let signals = process.strongestSignals
        var parts =
            signals.isEmpty
            ? [
                wording(
                    en: "the latest figure is no signal and may be noise: it lies within the usual range, \(range)",
                    da: "det seneste tal er intet tegn og kan være støj: det ligger i det sædvanlige område, \(range)"
                )
            ]
            : signals.map { signal in
                let reason = reason(for: signal, range, number(process.chart.present.mean), wording)
                return signal.meaning == .improvement
                    ? wording(
                        en: "the latest figure is a signal of improvement: \(reason)",
                        da: "det seneste tal er et tegn på bedring: \(reason)"
                    )
                    : wording(
                        en: "the latest figure is a signal of deterioration: \(reason)",
                        da: "det seneste tal er et tegn på forværring: \(reason)"
                    )
            }
        // What the process cannot do is no news beside a figure that has done it.
        if assessment.level?.met != true { parts += process.assurance.map { [text(of: $0, wording)] } ?? [] }
        if process.chart.present.isProvisional {
            parts.append(
                wording(
                    en: "provisional, with fewer than 12 figures",
                    da: "foreløbigt, da der er færre end 12 tal"
                )
            )
        }
        return [LabelledText(label: wording(en: "Process", da: "Proces"), text: parts.joined(separator: "; "))]
    }

    private static func reason(
        for signal: ProcessChart.Signal,
        _ range: String,
        _ mean: String,
        _ wording: Wording
    ) -> String {
        let count = signal.places.count
        return switch signal.rule {
        case .outsideLimits:
            wording(
                en: "it lies outside \(range), where chance keeps the figures",
                da: "det ligger uden for \(range), hvor tilfældige udsving holder tallene"
            )
        case .runOnOneSide:
            signal.isUpward
                ? wording(
                    en: "the last \(count) figures all lie above the mean, \(mean)",
                    da: "de seneste \(count) tal ligger alle over gennemsnittet, \(mean)"
                )
                : wording(
                    en: "the last \(count) figures all lie below the mean, \(mean)",
                    da: "de seneste \(count) tal ligger alle under gennemsnittet, \(mean)"
                )
        case .trend:
            signal.isUpward
                ? wording(
                    en: "the last \(count) figures rise all the way",
                    da: "de seneste \(count) tal stiger hele vejen"
                )
                : wording(
                    en: "the last \(count) figures fall all the way",
                    da: "de seneste \(count) tal falder hele vejen"
                )
        case .twoOfThreeBeyondWarning:
            wording(
                en: "two of three figures lie near the same end of the usual range, \(range), or beyond it",
                da: "to af tre tal ligger nær samme ende af det sædvanlige område, \(range), eller uden for det"
            )
        }
    }

    private static func text(of assurance: ProcessChart.Assurance, _ wording: Wording) -> String {
        switch assurance {
        case .consistentlyMet:
            wording(
                en: "the process until now meets the target whatever chance does",
                da: "processen hidtil opfylder målet uanset tilfældige udsving"
            )
        case .consistentlyFailed:
            wording(
                en: "the process until now cannot meet the target",
                da: "processen hidtil kan ikke opfylde målet"
            )
        case .hitAndMiss:
            wording(
                en: "with the process until now it is left to chance whether the target is met",
                da: "med processen hidtil er det tilfældigt, om målet opfyldes"
            )
        }
    }
}
