import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension GoalSection {
    /// The separate answers of an assessment in words, with the rule that gave the headline word.
    ///
    /// - Parameter breaks: those of the indicator, where they are known.
    static func answers(
        _ assessment: Assessment,
        breaks: [Indicator.Break] = [],
        _ wording: Wording
    ) -> [LabelledText] {
        var answers: [LabelledText] = []
        let decimals = assessment.series.decimals
        let points = { (value: Double) in
            wording.figure(value, decimals: decimals, unit: assessment.unit.ofDifference)
        }
        if let level = assessment.level {
            answers.append(
                LabelledText(label: wording(en: "Level", da: "Niveau"), text: text(of: level, assessment, wording))
            )
        }
        answers += standingAnswers(assessment, wording)
        // What lies beyond a target with two sides is measured by how far away it is, as if it were on the side it came from.
        let measure =
            assessment.isBeyondTarget
            ? wording(
                en: " (by the distance to the target, as if from the other side)",
                da: " (efter afstanden til målet, som set fra den anden side)"
            ) : ""
        if let schedule = assessment.schedule {
            answers.append(
                LabelledText(
                    label: wording(en: "Schedule", da: "Tidsplan"),
                    text: text(of: schedule, wording, points) + measure
                )
            )
        }
        if let pace = assessment.pace {
            answers.append(
                LabelledText(
                    label: wording(en: "Pace", da: "Tempo"),
                    text: text(of: pace, wording, assessment) + measure
                )
            )
        }
        if let movement = assessment.movement {
            answers.append(
                LabelledText(
                    label: wording(en: "Movement", da: "Bevægelse"),
                    text: text(of: movement, wording, assessment)
                )
            )
        }
        answers.append(
            LabelledText(
                label: wording(en: "Copenhagen colour", da: "Københavns farve"),
                text: wording.colour(assessment.schemes.copenhagen)
            )
        )
        answers += outlookAnswers(assessment, breaks: breaks, wording)
        let headline = assessment.headline
        answers.append(
            LabelledText(
                label: wording(en: "Rule for the word", da: "Reglen bag ordet"),
                text: "\(headline.word(wording)): \(headline.rule[wording.language])"
            )
        )
        return answers
    }

    private static func text(of schedule: Schedule, _ wording: Wording, _ points: (Double) -> String) -> String {
        let variance = points(schedule.variance.magnitude)
        var text =
            schedule.variance.magnitude < 1e-9
            ? wording(en: "on the path", da: "på den krævede kurve")
            : schedule.variance < 0
                ? wording(en: "\(variance) behind the path", da: "\(variance) bag den krævede kurve")
                : wording(en: "\(variance) ahead of the path", da: "\(variance) foran den krævede kurve")
        if let share = schedule.achievedShare {
            let (way, time) = (percent(share, wording), percent(schedule.timeShare, wording))
            text += wording(
                en: "; \(way) of the way in \(time) of the time",
                da: "; \(way) af vejen på \(time) af tiden"
            )
        }
        if let delay = schedule.delayHalfYears, delay > 0 {
            let number = wording.number(delay, decimals: 1)
            text += wording(en: "; \(number) half-years late", da: "; \(number) halvår forsinket")
        }
        return text
    }

    private static func text(of pace: Pace, _ wording: Wording, _ assessment: Assessment) -> String {
        let perHalfYear = { (value: Double) in
            wording.number(value, decimals: max(2, assessment.series.decimals), signed: true)
        }
        var parts: [String] = []
        if let index = pace.index {
            parts.append(wording(en: "pace index ", da: "tempoindeks ") + wording.number(index, decimals: 2))
        }
        if pace.observed == 0 || pace.factor == .noMovement {
            parts.append(wording(en: "no movement since the baseline", da: "ingen bevægelse siden udgangspunktet"))
        } else if let observed = pace.observed {
            parts.append(
                wording(
                    en: "\(perHalfYear(observed)) a half-year since the baseline",
                    da: "\(perHalfYear(observed)) pr. halvår siden udgangspunktet"
                )
            )
        }
        if let required = pace.required {
            var text = wording(
                en: "\(perHalfYear(required)) a half-year needed from now",
                da: "\(perHalfYear(required)) pr. halvår nødvendigt fra nu"
            )
            switch pace.factor {
            case .times(let factor):
                let number = wording.number(factor, decimals: 1)
                text += wording(en: " (\(number) times as much)", da: " (\(number) gange så meget)")
            case .turn: text += wording(en: " (a turn is needed)", da: " (kursen skal vendes)")
            case .noMovement, nil: break
            }
            parts.append(text)
        }
        if let record = pace.bestRecord {
            parts.append(
                wording(en: "best record \(perHalfYear(record))", da: "bedste tempo hidtil \(perHalfYear(record))")
            )
        }
        return parts.isEmpty
            ? wording(en: "cannot be computed", da: "kan ikke beregnes") : parts.joined(separator: "; ")
    }

    private static func text(of movement: Movement, _ wording: Wording, _ assessment: Assessment) -> String {
        let previous = movement.sincePreviousFigure
        let isLastEdition = previous?.from == movement.sinceLastEdition?.from
        let spans: [(String, Movement.Change?)] = [
            (wording(en: "since the last edition", da: "siden sidste udgave"), movement.sinceLastEdition),
            (
                wording(en: "since the same half last year", da: "siden samme halvår året før"),
                movement.sinceSameHalfLastYear
            ),
            (wording(en: "since the baseline", da: "siden udgangspunktet"), movement.sinceBaseline),
            (wording(en: "since the figure before", da: "siden det forrige tal"), isLastEdition ? nil : previous),
        ]
        let parts = spans.compactMap { name, change in
            change.map { change in
                let amount = wording.number(change.change, decimals: assessment.series.decimals, signed: true)
                return "\(name): \(amount), \(wording.verdict(change))"
            }
        }
        guard !parts.isEmpty else {
            return wording(en: "no figure to compare with", da: "intet tal at sammenligne med")
        }
        let floor = movement.noiseFloor.map { floor in
            let size = wording.number(floor.value, decimals: max(1, assessment.series.decimals))
            return wording(
                en: "less than \(size) would say nothing (\(wording.source(of: floor)))",
                da: "mindre end \(size) ville intet sige (\(wording.source(of: floor)))"
            )
        }
        return (parts + (floor.map { [$0] } ?? [])).joined(separator: "; ")
    }

    private static func percent(_ share: Double, _ wording: Wording) -> String {
        wording.number(100 * share, decimals: 0) + NumberText.noBreakSpace + "%"
    }
}
