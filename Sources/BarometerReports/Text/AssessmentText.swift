import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

/// An assessment as lines for a terminal.
public struct AssessmentText {
    private let assessment: Assessment
    private let title: String
    private let role: Indicator.Role
    private let breaks: [Indicator.Break]
    private let wording: Wording

    /// The lines of an assessment under a title.
    ///
    /// - Parameter breaks: those of the indicator, which its process chart starts after.
    public init(
        _ assessment: Assessment,
        title: String,
        role: Indicator.Role = .goal,
        breaks: [Indicator.Break] = [],
        language: Language
    ) {
        self.assessment = assessment
        self.title = title
        self.role = role
        self.breaks = breaks
        wording = Wording(language)
    }

    /// The word, the conclusion and the answers, each on a line.
    public var lines: [String] {
        let conclusion = Conclusion(item: (title, role), assessment: assessment, wording: wording).text
        guard role == .goal else { return ["\(title)", "  \(conclusion)"] }
        let answers = GoalSection.answers(assessment, breaks: breaks, wording)
        let width = answers.map(\.label.count).max() ?? 0
        return [
            "\(title) · \(assessment.edition): \(assessment.headline.word(wording))", "  \(conclusion)",
        ]
            + GoalSection.ownCaveats(assessment, wording).map { "  (\($0))" }
            + answers.map { "  \($0.label)\(String(repeating: " ", count: width - $0.label.count + 2))\($0.text)" }
    }
}
