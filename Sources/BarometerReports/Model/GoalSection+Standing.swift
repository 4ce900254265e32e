import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension GoalSection {
    /// Whether the target is met and by how much, or how much is missing.
    static func text(of level: Level, _ assessment: Assessment, _ wording: Wording) -> String {
        let met = level.met ? wording(en: "met", da: "nået") : wording(en: "not met", da: "ikke nået")
        guard let target = assessment.target, let distance = wording.distance(level.distance, assessment) else {
            return met
        }
        guard level.met else {
            return met + wording(en: ", \(distance) to go", da: ", der mangler \(distance)")
        }
        if level.distance > 1e-9 {
            return wording(
                en: "met within the tolerance, \(distance) from the target",
                da: "nået inden for tolerancen, \(distance) fra målet"
            )
        }
        if level.distance > -1e-9 { return met + wording(en: ", just on the target", da: ", præcis på målet") }
        return met
            + (target.aim.isTwoSided
                ? wording(en: ", \(distance) inside the range", da: ", \(distance) inden for målets grænser")
                : wording(en: ", \(distance) to spare", da: ", \(distance) bedre end målet"))
    }

    /// Where the goal stands in its life, where that says more than the word of the headline; else none.
    static func standingAnswers(_ assessment: Assessment, _ wording: Wording) -> [LabelledText] {
        text(of: assessment.standing, assessment, wording).map {
            [LabelledText(label: wording(en: "Standing", da: "Status"), text: $0)]
        } ?? []
    }

    private static func text(of standing: Standing, _ assessment: Assessment, _ wording: Wording) -> String? {
        switch standing {
        case .noTarget, .baselineOnly, .noDataAfterBaseline, .onTheWay, .awaitingDeadlineFigure, .deadlinePassedMet:
            return nil
        case .metEarly(let since):
            let period = wording.period(since)
            if since == assessment.latest?.period {
                return wording(
                    en: "met before the deadline, with the figure of \(period)",
                    da: "nået før fristen, med tallet for \(period)"
                )
            }
            return wording(
                en: "met before the deadline, in all figures since \(period)",
                da: "nået før fristen, i alle tal siden \(period)"
            )
        case .metThenLost(let firstMet, let current):
            let value = wording.figure(current, decimals: assessment.series.decimals, unit: assessment.unit)
            let when = wording.within(firstMet)
            return wording(
                en: "met for the first time \(when), and not any more: now \(value)",
                da: "nået første gang \(when), men ikke længere: nu \(value)"
            )
        case .deadlinePassedUnmet(let miss): return text(of: miss, assessment, wording)
        case .seriesEnded(let last):
            let period = wording.period(last)
            return wording(
                en: "the series seems to have ended: no figure after \(period), a longer wait than ever before",
                da: "serien ser ud til at være ophørt: intet tal efter \(period), længere ventetid end nogensinde før"
            )
        case .seriesBroken(let period):
            let period = wording.period(period)
            return wording(
                en: "the figures from \(period) on cannot be compared with the baseline",
                da: "tallene fra og med \(period) kan ikke sammenlignes med udgangspunktet"
            )
        case .policyEnded(let wasMet): return text(ofEnded: wasMet, assessment, wording)
        case .targetRevised(let day, let now):
            let revision = revision(on: day, assessment, wording)
            return ([revision] + [text(of: now, assessment, wording)]).compactMap { $0 }.joined(separator: "; ")
        }
    }

    private static func text(of miss: Standing.Miss, _ assessment: Assessment, _ wording: Wording) -> String {
        let value = wording.figure(miss.value, decimals: assessment.series.decimals, unit: assessment.unit)
        let when = wording.within(miss.period)
        var text = wording(en: "missed: \(value) \(when)", da: "ikke nået: \(value) \(when)")
        if let short = wording.distance(miss.shortfall, assessment) {
            text += wording(en: ", \(short) short", da: ", der manglede \(short)")
        }
        if let firstMet = miss.firstMet {
            let early = wording.within(firstMet)
            text += wording(en: "; met before that, \(early)", da: "; nået inden da, \(early)")
        }
        let late = miss.halfYearsLate > 0 ? wording.span(halfYears: miss.halfYearsLate) : nil
        if let reached = miss.reached {
            let after = wording.within(reached)
            text += wording(en: "; reached \(after)", da: "; nået \(after)")
            text += late.map { wording(en: ", \($0) after the deadline", da: ", \($0) efter fristen") } ?? ""
        } else if let late {
            text += wording(
                en: "; still not reached \(late) after the deadline",
                da: "; stadig ikke nået \(late) efter fristen"
            )
        }
        return text
    }

    /// The target that has no successor, and what its last figure was to it.
    private static func text(ofEnded wasMet: Bool?, _ assessment: Assessment, _ wording: Wording) -> String {
        let last = assessment.target ?? assessment.formerTargets.last?.target
        let target = last.map { " (\(promise($0, assessment, wording)))" } ?? ""
        let end = wording(en: "the target\(target) no longer holds", da: "målet\(target) gælder ikke længere")
        return end
            + (wasMet.map { wasMet in
                wasMet
                    ? wording(en: "; its last figure met it", da: "; det sidste tal i dets tid opfyldte det")
                    : wording(
                        en: "; its last figure did not meet it",
                        da: "; det sidste tal i dets tid opfyldte det ikke"
                    )
            } ?? wording(en: "; it never had a figure", da: "; der kom intet tal i dets tid"))
    }

    /// From which target to which, and when.
    private static func revision(on day: CalendarDay?, _ assessment: Assessment, _ wording: Wording) -> String? {
        guard let former = assessment.formerTargets.last?.target, let target = assessment.target else { return nil }
        let when = day.map { wording(en: " on \(wording.day($0))", da: " den \(wording.day($0))") } ?? ""
        let (from, to) = (promise(former, assessment, wording), promise(target, assessment, wording))
        return wording(
            en: "the target was revised\(when), from \(from) to \(to)",
            da: "målet blev ændret\(when) fra \(from) til \(to)"
        )
    }

    private static func promise(_ target: Target, _ assessment: Assessment, _ wording: Wording) -> String {
        let decimals = max(assessment.series.decimals, target.decimals)
        return wording.target(target, decimals: decimals, unit: assessment.unit) + " "
            + wording.byEnd(of: target.deadline)
    }
}

extension Wording {
    /// How far a value is from the target of a record, without its sign; nil for yes or no and where there is no number.
    func distance(_ distance: Double, _ assessment: Assessment) -> String? {
        guard let aim = assessment.target?.aim, aim != .yes, distance.isFinite else { return nil }
        // The distance of ratios is itself a ratio, whatever the figures count.
        if case .parity(_, .ratio) = aim {
            return figure(100 * distance.magnitude, decimals: 1, unit: .percent)
        }
        return figure(distance.magnitude, decimals: assessment.series.decimals, unit: assessment.unit.ofDifference)
    }
}
