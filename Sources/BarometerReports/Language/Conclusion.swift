import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

/// The conclusion of an assessment in one to four sentences, made from its checked numbers only; no cause is claimed.
struct Conclusion {
    let item: (title: String, role: Indicator.Role)
    let assessment: Assessment
    let wording: Wording

    private var decimals: Int { assessment.series.decimals }
    private var unit: Unit { assessment.unit }

    /// The sentences as one text.
    var text: String {
        guard let latest = assessment.latest else {
            return wording(
                en: "\(item.title): there is no figure up to \(wording.period(assessment.edition)).",
                da: "\(item.title): der er intet tal til og med \(wording.period(assessment.edition))."
            )
        }
        let value = wording.figure(latest.value, decimals: decimals, unit: unit)
        var sentences = ["\(item.title): \(value) \(wording.within(latest.period))."]
        if item.role == .goal {
            sentences += assessment.target.map { targetSentences($0, latest) } ?? directionSentences()
        }
        sentences += ageSentence(latest)
        return sentences.joined(separator: " ")
    }

    /// What the goal asks, and how far the figure is from it.
    private func targetSentences(_ target: Target, _ latest: Assessment.LatestFigure) -> [String] {
        let goal = wording.target(target, decimals: decimals, unit: unit)
        let deadline = wording.byEnd(of: target.deadline)
        guard let level = assessment.level else { return [] }
        let distance = wording.distance(level.distance, assessment)
        switch assessment.headline.code {
        case .missed where level.met:
            return [
                wording(
                    en: "The target was \(goal) \(deadline). It was missed then and has been reached since.",
                    da: "Målet var \(goal) \(deadline). Det blev ikke nået til tiden, men er nået siden."
                )
            ]
        case .missed:
            let late = level.halfYearsPastDeadline.map { wording.span(halfYears: $0) }
            return [
                wording(
                    en: "The target was \(goal) \(deadline). It was missed" + (distance.map { ": \($0) short" } ?? "")
                        + (late.map { ", \($0) past the deadline." } ?? "."),
                    da: "Målet var \(goal) \(deadline). Det er ikke nået"
                        + (distance.map { ": der mangler \($0)" } ?? "")
                        + (late.map { ", \($0) efter fristen." } ?? ".")
                )
            ]
        case .metSlipping where !level.met:
            return [
                wording(
                    en: "The target was \(goal) \(deadline). It was met then and has been lost since"
                        + (distance.map { ": \($0) short." } ?? "."),
                    da: "Målet var \(goal) \(deadline). Det var nået til tiden, men er tabt siden"
                        + (distance.map { ": der mangler \($0)." } ?? ".")
                )
            ]
        case .met, .metSlipping:
            return [
                wording(
                    en: "The target is \(goal) \(deadline); it is met.",
                    da: "Målet er \(goal) \(deadline); det er nået."
                )
            ]
        case .notAssessable:
            let reason = assessment.headline.reason?.text[wording.language] ?? ""
            return [
                wording(
                    en: "The target is \(goal) \(deadline). It cannot be assessed: \(reason).",
                    da: "Målet er \(goal) \(deadline). Det kan ikke vurderes: \(reason)."
                )
            ]
        default:
            return [
                wording(en: "The target is \(goal) \(deadline).", da: "Målet er \(goal) \(deadline).")
            ] + requiredSentence(latest)
        }
    }

    /// The required value on the path of the target, whatever its shape, and how far ahead or behind the figure is.
    private func requiredSentence(_ latest: Assessment.LatestFigure) -> [String] {
        guard let schedule = assessment.schedule else { return [] }
        if assessment.isBeyondTarget {
            return [
                wording(
                    en: "It has passed the target and lies on the other side of it.",
                    da: "Tallet er gået forbi målet og ligger på den anden side af det."
                )
            ]
        }
        let expected = wording.number(schedule.expected, decimals: decimals)
        let variance = wording.figure(schedule.variance.magnitude, decimals: decimals, unit: unit.ofDifference)
        let now = latest.isCarried ? wording(en: "then", da: "da") : wording(en: "now", da: "nu")
        // The words follow the printed numbers: what rounds to nothing is neither ahead nor behind.
        let isOnPath = rounded(schedule.variance, decimals: decimals) == 0
        let position =
            isOnPath
            ? wording(en: "it is just there", da: "det er den netop")
            : schedule.variance > 0
                ? wording(en: "it is \(variance) ahead", da: "den er \(variance) foran")
                : wording(en: "it is \(variance) behind", da: "den er \(variance) bagud")
        guard assessment.target?.path == .linear else {
            return [
                wording(
                    en: "On the way that was set the figure would \(now) have to be \(expected); \(position).",
                    da: "På den fastlagte vej skulle værdien \(now) være \(expected); \(position)."
                )
            ]
        }
        return [
            wording(
                en: "To reach it in even steps the figure would \(now) have to be \(expected); \(position).",
                da: "For at nå det i jævne skridt skulle værdien \(now) være \(expected); \(position)."
            )
        ]
    }

    /// A goal without a value: which way is better, and which way it went.
    private func directionSentences() -> [String] {
        let better =
            assessment.direction == .increase
            ? wording(en: "higher is better", da: "højere er bedre")
            : wording(en: "lower is better", da: "lavere er bedre")
        return [
            wording(
                en: "The goal has a direction (\(better)) and no target value.",
                da: "Målet har en retning (\(better)), men ingen talværdi."
            )
        ] + previousFigure()
    }

    /// The change since the figure before, or why there is none to tell.
    private func previousFigure() -> [String] {
        guard let change = assessment.movement?.sincePreviousFigure else {
            return [
                wording(
                    en: "There is no earlier figure to compare with.",
                    da: "Der er intet tidligere tal at sammenligne med."
                )
            ]
        }
        if let broken = change.brokenBy {
            let reason = broken.reason[wording.language]
            return [
                wording(
                    en: "It cannot be compared with the figure before: \(reason).",
                    da: "Det kan ikke sammenlignes med det forrige tal: \(reason)."
                )
            ]
        }
        let amount = wording.figure(change.change, decimals: decimals, unit: unit.ofDifference, signed: true)
        let verdict = item.role == .goal ? ", " + wording.verdict(change) : ""
        return [
            wording(
                en: "The change since \(wording.period(change.from)) is \(amount)\(verdict).",
                da: "Ændringen siden \(wording.period(change.from)) er \(amount)\(verdict)."
            )
        ]
    }

    /// A figure that is not of this half-year is never shown as new.
    private func ageSentence(_ latest: Assessment.LatestFigure) -> [String] {
        guard latest.isCarried else { return [] }
        let age = wording.span(halfYears: latest.ageHalfYears)
        return [
            wording(
                en: "This is not a new figure: it is \(age) old in this edition.",
                da: "Tallet er ikke nyt: det er \(age) gammelt i denne udgave."
            )
        ]
    }
}
