import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension GoalSection {
    /// Where the figures are heading, how sure that is, and what else is known beside the answers of today.
    static func outlookAnswers(
        _ assessment: Assessment,
        breaks: [Indicator.Break],
        _ wording: Wording
    ) -> [LabelledText] {
        var answers: [LabelledText] = []
        if let outlook = assessment.outlook, let text = text(of: outlook, wording, assessment) {
            answers.append(LabelledText(label: wording(en: "Outlook", da: "Udsigt"), text: text))
        }
        answers += processAnswers(AssessedProcess(assessment, breaks: breaks), assessment, wording)
        if let cause = assessment.cause, let text = text(of: cause, wording, assessment) {
            answers.append(LabelledText(label: wording(en: "Causes", da: "Årsager"), text: text))
        }
        answers.append(
            LabelledText(
                label: wording(en: "Evidence", da: "Grundlag"),
                text: text(of: assessment.evidence, wording)
            )
        )
        answers.append(
            LabelledText(
                label: wording(en: "Other schools", da: "Andre metoder"),
                text: text(of: assessment.schemes, wording)
            )
        )
        return answers
    }

    private static func text(of outlook: Outlook, _ wording: Wording, _ assessment: Assessment) -> String? {
        let number = { (value: Double) in wording.number(value, decimals: max(1, assessment.series.decimals)) }
        var parts: [String] = []
        if let projection = outlook.projection, let target = assessment.target {
            let method = projection.method.name[wording.language]
            var text = wording(
                en: "projected to be \(number(projection.value)) \(wording.byEnd(of: target.deadline)), by \(method)",
                da: "fremskrevet til \(number(projection.value)) \(wording.byEnd(of: target.deadline)), ved \(method)"
            )
            if let interval = outlook.interval95 {
                let (lower, upper) = (number(interval.lower), number(interval.upper))
                text += wording(
                    en: " (95 % interval \(lower) to \(upper))",
                    da: " (95 %-interval \(lower) til \(upper))"
                )
            }
            parts.append(text)
        }
        if let probability = outlook.probabilityMet {
            let share = wording.probability(probability)
            parts.append(
                wording(
                    en: "probability that the target is met \(share)",
                    da: "sandsynlighed for at målet nås \(share)"
                )
            )
        }
        switch outlook.attainment {
        case .at(let halfYear):
            let period = wording.within(Period(.halfYearly, ordinal: halfYear))
            // A figure that is years old may have had a pace whose end has gone by without a figure.
            parts.append(
                halfYear < assessment.edition.halfYear
                    ? wording(
                        en: "would have been reached \(period) at the pace up to the latest figure",
                        da: "ville være nået \(period) i tempoet frem til det seneste tal"
                    )
                    : wording(
                        en: "reached \(period) at the pace since the baseline",
                        da: "nås \(period) i tempoet siden udgangspunktet"
                    )
            )
        case .never, .beyondHorizon:
            parts.append(
                wording(
                    en: "not reached at the pace since the baseline",
                    da: "nås ikke i tempoet siden udgangspunktet"
                )
            )
        case .met, nil: break
        }
        parts += outlook.warnings.map { $0.text[wording.language] }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func text(of cause: Cause, _ wording: Wording, _ assessment: Assessment) -> String? {
        let decimals = max(1, assessment.series.decimals)
        let number = { (value: Double) in wording.number(value, decimals: decimals) }
        let signed = { (value: Double) in wording.number(value, decimals: decimals, signed: true) }
        var parts: [String] = []
        if case .success(let revision) = cause.revision, rounded(revision.split.revision, decimals: decimals) != 0 {
            let (corrected, moved) = (signed(revision.split.revision), signed(revision.split.movement))
            parts.append(
                wording(
                    en: "of the difference from the printed figure \(corrected) is correction and \(moved) movement",
                    da: "af forskellen til det trykte tal er \(corrected) rettelse og \(moved) bevægelse"
                )
            )
        }
        if case .success(let peers) = cause.peers {
            let (shared, own) = (signed(peers.difference.benchmarkChange), signed(peers.difference.effect))
            parts.append(
                wording(
                    en: "\(shared) is shared with the peers, \(own) is the city's own",
                    da: "\(shared) deles med sammenligningsbyerne, \(own) er byens eget"
                )
            )
        }
        if case .success(let gap) = cause.gap, let ratio = gap.latest.ratio, let before = gap.baseline.ratio {
            let (now, then) = (wording.number(ratio, decimals: 2), wording.number(before, decimals: 2))
            var text = wording(
                en: "ratio of the rates \(now), \(then) then",
                da: "forhold mellem raterne \(now), før \(then)"
            )
            if let kept = gap.atBaselineRate {
                // In the record a gap is above zero where it is bad, whichever way the figures are subtracted.
                let shown = number(-assessment.direction.sign * kept)
                text += wording(
                    en: "; gap at the baseline's reference rate \(shown)",
                    da: "; forskel ved udgangspunktets sammenligningsrate \(shown)"
                )
            }
            parts.append(text)
        }
        if cause.levelsDown == true {
            parts.append(
                wording(
                    en: "warning: the gap closes because both groups lose",
                    da: "advarsel: forskellen lukkes fordi begge grupper taber"
                )
            )
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func text(of evidence: Evidence, _ wording: Wording) -> String {
        let figures = wording(
            en: evidence.points == 1 ? "1 figure" : "\(evidence.points) figures",
            da: "\(evidence.points) tal"
        )
        return (["\(evidence.grade.rawValue), \(figures)"] + evidence.reasons.map { $0.text[wording.language] })
            .joined(separator: "; ")
    }

    private static func text(of schemes: SchemeVerdicts, _ wording: Wording) -> String {
        let words: [(school: String, word: LocalizedText?)] = [
            (wording(en: "Eurostat, trend", da: "Eurostat, tendens"), schemes.eurostatTrend.verdict?.category.word),
            (wording(en: "Eurostat, target", da: "Eurostat, mål"), schemes.eurostatTarget.verdict?.category.word),
            ("Open SDG", schemes.openSDG.status == .notAvailable ? nil : schemes.openSDG.status.word),
            (wording(en: "UN", da: "FN"), schemes.unsd2023.verdict?.category.word),
            (destatis(schemes.destatis.verdict, wording), schemes.destatis.verdict?.symbol.word),
            ("ISTAT", schemes.istat.verdict?.category.word),
        ]
        let known = words.compactMap { school, word in word.map { "\(school): \($0[wording.language])" } }
        return known.isEmpty
            ? wording(en: "none can judge these figures", da: "ingen kan bedømme disse tal")
            : known.joined(separator: "; ")
    }
    /// The name of the school, with the number of figures where it had fewer than its rule asks for.
    private static func destatis(_ verdict: DestatisScheme.Verdict?, _ wording: Wording) -> String {
        guard let figures = verdict?.figures, 1..<DestatisScheme.ruleFigures ~= figures else { return "Destatis" }
        return wording(en: "Destatis (from \(figures) figures only)", da: "Destatis (kun \(figures) tal)")
    }
}
