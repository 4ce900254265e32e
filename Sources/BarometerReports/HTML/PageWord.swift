import BarometerCore

/// The words of the report itself, beside those of the model; the raw value is the name in the template.
enum PageWord: String, Sendable, CaseIterable {
    case skip, overview, summary, distribution, indicator, now, required, goal, assessment, goals, noGoals
    case context, contextNote, caveats, key, table, tableBehindChart, answers, figures, sources
    case legend, provenance, backToOverview, page

    /// The wording in both languages.
    var text: LocalizedText {
        switch self {
        case .skip: LocalizedText(en: "Skip to the content", da: "Gå til indholdet")
        case .overview: LocalizedText(en: "Overview", da: "Overblik")
        case .summary: LocalizedText(en: "The goals in figures", da: "Målene i tal")
        case .distribution: LocalizedText(en: "How the goals are assessed", da: "Sådan er målene vurderet")
        case .indicator: LocalizedText(en: "Indicator", da: "Indikator")
        case .now: LocalizedText(en: "Latest figure", da: "Seneste tal")
        case .required: LocalizedText(en: "Required by then", da: "Krævet på det tidspunkt")
        case .goal: LocalizedText(en: "Goal", da: "Mål")
        case .assessment: LocalizedText(en: "Assessment", da: "Vurdering")
        case .goals: LocalizedText(en: "Goal by goal", da: "Mål for mål")
        case .noGoals: LocalizedText(en: "This edition has no goals.", da: "Der er ingen mål i denne udgave.")
        case .context: LocalizedText(en: "Figures for comparison", da: "Tal til sammenligning")
        case .contextNote:
            LocalizedText(
                en: "These figures have no goal and are not assessed.",
                da: "Disse tal har ikke noget mål og vurderes ikke."
            )
        case .caveats: LocalizedText(en: "Caveats", da: "Forbehold")
        case .key: LocalizedText(en: "Signs in the chart", da: "Tegn i figuren")
        case .table: LocalizedText(en: "Table", da: "Tabel")
        case .tableBehindChart: LocalizedText(en: "The figures behind the chart", da: "Tallene bag figuren")
        case .answers: LocalizedText(en: "Basis of the assessment", da: "Grundlag for vurderingen")
        case .figures: LocalizedText(en: "About the figures", da: "Om tallene")
        case .sources: LocalizedText(en: "Sources and definitions", da: "Kilder og definitioner")
        case .legend: LocalizedText(en: "Words and signs", da: "Ord og tegn")
        case .provenance: LocalizedText(en: "About this edition", da: "Om udgaven")
        case .backToOverview: LocalizedText(en: "Back to the overview", da: "Tilbage til overblikket")
        case .page: LocalizedText(en: "Page", da: "Side")
        }
    }

    /// The wording in one language.
    subscript(_ language: Language) -> String { text[language] }
}
