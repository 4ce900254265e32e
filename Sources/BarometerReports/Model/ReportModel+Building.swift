import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerWorkspace

extension ReportModel {
    /// The report of an edition in one language.
    public init(_ evaluation: EditionEvaluation, workspace: Workspace, language: Language) {
        let wording = Wording(language)
        let sections = evaluation.items.enumerated().map { number, item in
            (item.goal.indicator.role, GoalSection(item, number: number + 1, workspace: workspace, wording: wording))
        }
        self.language = language
        title = workspace.settings.title[language]
        edition = wording(en: "Edition: ", da: "Udgave: ") + wording.heading(evaluation.edition)
        provenance = [
            evaluation.asOf.map {
                wording(en: "Figures known up to \(wording.day($0)).", da: "Tal kendt til og med \(wording.day($0)).")
            } ?? wording(en: "All figures of the workspace.", da: "Alle tal i arbejdsområdet."),
            wording(
                en: "Values are judged unrounded and printed rounded; a value that meets a target exactly meets it.",
                da: "Værdier vurderes uafrundede og vises afrundede; en værdi lig med målet opfylder det."
            ),
        ]
        notice =
            workspace.settings.areFiguresInvented
            ? wording(
                en: "INVENTED FIGURES. This barometer is for learning; do not quote it.",
                da: "OPDIGTEDE TAL. Dette barometer er til øvelse; citér det ikke."
            ) : nil
        goals = sections.filter { $0.0 == .goal }.map(\.1)
        context = sections.filter { $0.0 == .context }.map(\.1)
        distribution = ReportModel.distribution(of: evaluation, language: language)
        let codes = Set(evaluation.items.filter { $0.goal.indicator.role == .goal }.map(\.assessment.headline.code))
        legend =
            Headline.Code.allCases.filter(codes.contains).map { code in
                LabelledText(label: code.word[language], text: wording.meaning(of: code))
            } + ReportModel.leaningLegend(of: evaluation, wording) + ReportModel.legend(wording)
    }

    /// How often each word occurs, the best first.
    private static func distribution(of evaluation: EditionEvaluation, language: Language) -> [VerdictCount] {
        let codes = evaluation.items.filter { $0.goal.indicator.role == .goal }.map(\.assessment.headline.code)
        return Headline.Code.allCases.compactMap { code in
            let count = codes.count { $0 == code }
            return count == 0 ? nil : VerdictCount(verdict: Verdict(code, language: language), count: count)
        }
    }

    /// What the mark of a leaning word means, where a goal has one.
    private static func leaningLegend(of evaluation: EditionEvaluation, _ wording: Wording) -> [LabelledText] {
        guard
            evaluation.items.contains(where: {
                $0.goal.indicator.role == .goal && $0.assessment.headline.isLeaning == true
            })
        else { return [] }
        return [
            LabelledText(
                label: "(\(wording.leaning))",
                text: wording(
                    en: "The figures stray so much that the word has a probability of less than 80 %.",
                    da: "Tallene svinger så meget, at ordet har en sandsynlighed på under 80 %."
                )
            )
        ]
    }

    private static func legend(_ wording: Wording) -> [LabelledText] {
        [
            LabelledText(
                label: wording(en: "Required path", da: "Krævet kurve"),
                text: wording(
                    en: "The same step every half-year from the baseline to the target at its deadline.",
                    da: "Samme skridt hvert halvår fra udgangspunktet til målet ved fristen."
                )
            ),
            LabelledText(
                label: wording(en: "Pace index", da: "Tempoindeks"),
                text: wording(
                    en:
                        "Share of the way covered over share of the time gone; 1 is on the path, below 0 is the wrong way.",
                    da: "Andel af vejen delt med andel af tiden; 1 er på kurven, under 0 er forkert vej."
                )
            ),
            LabelledText(
                label: wording(en: "Best record", da: "Bedste tempo"),
                text: wording(
                    en: "The best change per half-year that the series itself kept up over as long a time as remains.",
                    da: "Den bedste ændring pr. halvår som serien selv har holdt over så lang tid som der er tilbage."
                )
            ),
            LabelledText(
                label: wording(en: "Copenhagen colour", da: "Københavns farve"),
                text: wording(
                    en: "The city's rule of 2015-18: direction since the baseline, without deadline or pace.",
                    da: "Byens regel fra 2015-18: retning siden udgangspunktet, uden frist og tempo."
                )
            ),
        ]
    }
}

extension Verdict {
    /// The word of a headline, marked where it is leaning.
    init(_ headline: Headline, _ wording: Wording) {
        self.init(code: headline.code.rawValue, word: headline.word(wording))
    }

    /// The word behind a code in a language.
    init(_ code: Headline.Code, language: Language) {
        self.init(code: code.rawValue, word: code.word[language])
    }
}
