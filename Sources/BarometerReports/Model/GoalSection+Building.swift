import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerWorkspace

extension GoalSection {
    /// The section of one indicator.
    init(_ item: EditionEvaluation.Item, number: Int, workspace: Workspace, wording: Wording) {
        let (indicator, assessment) = (item.goal.indicator, item.assessment)
        let language = wording.language
        let conclusion = Conclusion(
            item: (indicator.title[language], indicator.role),
            assessment: assessment,
            wording: wording
        )
        id = indicator.id
        title = indicator.title[language]
        let unit = wording.unit(assessment.unit)
        subtitle = indicator.definition[language] + (unit.isEmpty ? "" : " (\(unit))")
        verdict = indicator.role == .goal ? Verdict(assessment.headline, wording) : nil
        headline = conclusion.text
        caveats = GoalSection.ownCaveats(assessment, wording) + indicator.caveats.map { $0[language] }
        numbers = KeyNumber.all(of: assessment, role: indicator.role, wording: wording)
        chart = TrajectoryChart(
            assessment,
            breaks: indicator.breaks,
            number: number,
            headline: headline,
            wording: wording
        )
        table = DataTable(assessment, title: title, wording: wording)
        answers = indicator.role == .goal ? GoalSection.answers(assessment, breaks: indicator.breaks, wording) : []
        sources = GoalSection.sources(item, workspace: workspace, wording: wording)
    }

    private static func sources(
        _ item: EditionEvaluation.Item,
        workspace: Workspace,
        wording: Wording
    ) -> [LabelledText] {
        let goal = item.goal
        let theme = goal.indicator.theme.map {
            [LabelledText(label: wording(en: "Theme", da: "Tema"), text: $0[wording.language])]
        }
        var lines =
            (theme ?? []) + [
                LabelledText(label: wording(en: "Formula", da: "Formel"), text: goal.indicator.formula.source.text)
            ]
        if let adopted = item.assessment.target?.adopted {
            lines.append(
                LabelledText(
                    label: wording(en: "Target adopted", da: "Målet vedtaget"),
                    text: wording.adoption(adopted)
                )
            )
        }
        for dataset in workspace.datasets where goal.datasets.contains(dataset.dataset.id) {
            let declaration = dataset.declaration
            let licence = declaration.licence.map { " (\($0[wording.language]))" } ?? ""
            lines.append(
                LabelledText(
                    label: wording(en: "Source", da: "Kilde"),
                    text: declaration.source[wording.language] + licence
                )
            )
            lines += dataset.extracts.map { extract in
                LabelledText(
                    label: wording(en: "Extract", da: "Udtræk"),
                    text: wording(
                        en:
                            "\(extract.path), \(extract.recordsAccepted) records, SHA-256 \(extract.sha256.prefix(12))…",
                        da: "\(extract.path), \(extract.recordsAccepted) poster, SHA-256 \(extract.sha256.prefix(12))…"
                    )
                )
            }
        }
        return lines
    }
}

extension KeyNumber {
    /// Now, required, and goal; context figures have only the first.
    static func all(of assessment: Assessment, role: Indicator.Role, wording: Wording) -> [KeyNumber] {
        let decimals = assessment.series.decimals
        let unit = wording.unit(assessment.unit)
        func number(_ label: String, _ value: Double?, note: String) -> KeyNumber {
            KeyNumber(
                label: label,
                value: value.map { wording.number($0, decimals: decimals) } ?? "–",
                unit: value == nil ? "" : unit,
                note: note
            )
        }
        let latest = assessment.latest
        let age = latest.map {
            $0.isCarried
                ? wording(
                    en: "\(wording.heading($0.period)), \(wording.span(halfYears: $0.ageHalfYears)) old",
                    da: "\(wording.heading($0.period)), \(wording.span(halfYears: $0.ageHalfYears)) gammelt"
                ) : wording.heading($0.period)
        }
        let now = number(wording(en: "Latest figure", da: "Seneste tal"), latest?.value, note: age ?? "")
        guard role == .goal else { return [now] }
        let required = assessment.schedule.map { _ in latest.map { wording.heading($0.period) } ?? "" }
        let target = assessment.target.map { target in
            KeyNumber(
                label: wording(en: "Target", da: "Mål"),
                value: wording.target(target, decimals: decimals),
                unit: unit,
                note: wording.byEnd(of: target.deadline)
            )
        }
        return [
            now,
            number(
                wording(en: "Required by then", da: "Krævet på det tidspunkt"),
                assessment.schedule?.expected,
                note: required ?? wording(en: "no required path", da: "ingen krævet vej")
            ),
            target
                ?? number(
                    wording(en: "Target", da: "Mål"),
                    nil,
                    note: wording(en: "direction only", da: "kun en retning")
                ),
        ]
    }
}

extension DataTable {
    /// All figures up to the edition, with the required value beside each.
    init(_ assessment: Assessment, title: String, wording: Wording) {
        let decimals = assessment.series.decimals
        let unit = wording.unit(assessment.unit)
        let hasPath = assessment.trajectory != nil
        let hasRemarks = assessment.series.observations.contains { $0.status != .normal }
        caption = unit.isEmpty ? title : "\(title), \(unit)"
        headers =
            [wording(en: "Period", da: "Periode"), wording(en: "Figure", da: "Tal")]
            + (hasPath
                ? [wording(en: "Required", da: "Krævet"), wording(en: "Ahead or behind", da: "Foran eller bagud")] : [])
            + (hasRemarks ? [wording(en: "Remark", da: "Bemærkning")] : [])
        rows = assessment.series.observations.map { observation in
            var row = [
                wording.heading(observation.period),
                observation.value.map { wording.number($0, decimals: decimals) } ?? "–",
            ]
            if let path = assessment.trajectory {
                let halfYear = observation.period.ending(in: .halfYearly).ordinal
                let required = path.required(at: halfYear)
                row.append(required.map { wording.number($0, decimals: decimals) } ?? "–")
                let variance = observation.value.flatMap { value in
                    required.map { _ in path.variance(of: value, at: halfYear) }
                }
                row.append(variance.map { wording.number($0, decimals: decimals, signed: true) } ?? "–")
            }
            if hasRemarks { row.append(wording.status(observation.status)) }
            return row
        }
    }
}

extension TrajectoryChart {
    /// The chart of an assessment, or nil where there is no figure.
    init?(_ assessment: Assessment, breaks: [Indicator.Break], number: Int, headline: String, wording: Wording) {
        let observations = assessment.series.observations
        guard observations.contains(where: { $0.value != nil }) else { return nil }
        let decimals = assessment.series.decimals
        let position = { (period: Period) in period.ending(in: .halfYearly).ordinal }
        let edition = position(assessment.edition)
        self.init(
            language: wording.language,
            id: "\(number)",
            title: headline,
            description: headline,
            unit: wording.unit(assessment.unit),
            decimals: decimals,
            points: observations.compactMap { observation in
                observation.value.map { value in
                    Point(
                        position: position(observation.period),
                        value: value,
                        text: wording.number(value, decimals: decimals),
                        isPreliminary: [.provisional, .estimated, .forecast].contains(observation.status)
                    )
                }
            },
            path: assessment.trajectory?.points.map { (position: $0.halfYear, value: $0.value) } ?? [],
            baseline: assessment.target == nil
                ? nil
                : assessment.baseline.map {
                    Mark(
                        position: position($0.period),
                        text: wording(en: "baseline ", da: "udgangspunkt ")
                            + wording.number($0.value, decimals: decimals)
                    )
                },
            goal: assessment.target.map { target in
                Goal(
                    position: position(target.deadline),
                    value: assessment.trajectory?.target ?? target.aim.bounds[0],
                    text: wording(en: "target: ", da: "mål: ") + wording.target(target, decimals: decimals)
                )
            },
            breaks: breaks.filter { position($0.period) <= edition }
                .map { Mark(position: position($0.period), text: $0.reason[wording.language]) },
            missing: observations.filter { $0.value == nil }
                .map { Mark(position: position($0.period), text: wording.status($0.status)) },
            edition: edition
        )
    }
}
