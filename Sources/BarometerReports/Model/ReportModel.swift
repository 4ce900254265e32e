import BarometerCore

/// Everything a report says, in words and numbers that are already checked and rounded for print.
///
/// A model holds one language. The renderers (HTML, Markdown) only arrange it: they compute nothing and word nothing
/// about the figures, so that every form of the report says the same.
public struct ReportModel: Sendable {
    /// The language of all texts in the model.
    public var language: Language
    /// "Integrationsbarometer for København".
    public var title: String
    /// The half-year of the report in words, behind "Udgave:".
    public var edition: String
    /// What was known when, and by which program: "Tal kendt til og med …".
    public var provenance: [String]
    /// A notice for the top of every page, for invented figures; nil where figures are real.
    public var notice: String?
    /// How many goals have which headline word, in the order of the words' rank.
    public var distribution: [VerdictCount]
    /// The goals, in the order of the catalogue.
    public var goals: [GoalSection]
    /// Figures beside the goals that are never judged, such as national benchmarks.
    public var context: [GoalSection]
    /// What the words, signs and lines mean.
    public var legend: [LabelledText]
}

/// A headline word with its stable code, which also chooses its shape and colour.
public struct Verdict: Sendable, Hashable {
    /// The code of the assessment, such as `behindReachable`.
    public var code: String
    /// The word people read, such as "bagud, kan nås".
    public var word: String
}

/// How many goals have a headline word.
public struct VerdictCount: Sendable {
    /// The word.
    public var verdict: Verdict
    /// How many goals have it, at least one.
    public var count: Int
}

/// A label with its text, such as "Kilde" and where a figure comes from.
public struct LabelledText: Sendable {
    /// What the text is about.
    public var label: String
    /// One paragraph without markup.
    public var text: String
}

/// One goal or context figure on the page.
public struct GoalSection: Sendable {
    /// The indicator's id, used as the anchor.
    public var id: String
    /// The short name: "Overledighed".
    public var title: String
    /// What is measured, of whom, where, in which unit: the statistical subtitle.
    public var subtitle: String
    /// nil for context figures, which are never judged.
    public var verdict: Verdict?
    /// The conclusion, one to three sentences from checked numbers; also the text alternative of the chart.
    public var headline: String
    /// The reservations that belong to the headline.
    public var caveats: [String]
    /// The three numbers: now, required now, goal.
    public var numbers: [KeyNumber]
    /// nil where there is no value to draw.
    public var chart: TrajectoryChart?
    /// The table behind the chart.
    public var table: DataTable
    /// The answers of the assessment, with the rule that fired.
    public var answers: [LabelledText]
    /// Definition, formula, source, licence, extract.
    public var sources: [LabelledText]
}

/// One of the large numbers beside a headline.
public struct KeyNumber: Sendable {
    /// What the number is, such as "Seneste tal".
    public var label: String
    /// "8,9", or a dash where there is none.
    public var value: String
    /// "procentpoint", empty where the value is a dash.
    public var unit: String
    /// A short remark under the number, or empty.
    public var note: String
}

/// A table for people: all cells are text in the model's language.
public struct DataTable: Sendable {
    /// What the table shows, with its unit.
    public var caption: String
    /// The first column heads its rows; the others are right-aligned numbers.
    public var headers: [String]
    /// Rows of as many cells as there are headers.
    public var rows: [[String]]
}
