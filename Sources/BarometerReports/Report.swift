import BarometerCore
import BarometerWorkspace

/// The half-yearly barometer as files: one page for people, and twins for reading, computing and scripts.
public struct Report {
    private let evaluation: EditionEvaluation
    private let workspace: Workspace
    private let language: Language

    /// The report of an edition in one language.
    public init(_ evaluation: EditionEvaluation, workspace: Workspace, language: Language) {
        self.evaluation = evaluation
        self.workspace = workspace
        self.language = language
    }

    /// The files by name; the same evaluation gives the same bytes.
    public func files() throws -> [(name: String, text: String)] {
        let model = ReportModel(evaluation, workspace: workspace, language: language)
        return [
            ("index.html", try HTMLPage(model).render()),
            ("report.md", MarkdownReport(model).render()),
            ("figures.csv", evaluation.figuresCSV(areInvented: workspace.settings.areFiguresInvented)),
            ("assessment.json", evaluation.json(language: language, sourcesFrom: workspace).text),
        ]
    }
}
