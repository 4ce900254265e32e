import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerWorkspace

extension EditionEvaluation {
    /// The goals of each theme taken together, in the order of the catalogue; nothing is averaged.
    func themes(language: Language) -> [JSONValue] {
        var order: [String] = []
        var goals: [String: [ThemeSummary.Item]] = [:]
        for item in items where item.goal.indicator.role == .goal {
            guard let theme = item.goal.indicator.theme?[language] else { continue }
            if goals[theme] == nil { order.append(theme) }
            goals[theme, default: []].append(
                ThemeSummary.Item(
                    id: item.goal.indicator.id,
                    code: item.assessment.headline.code,
                    sinceBaseline: item.assessment.movement?.sinceBaseline?.verdict
                )
            )
        }
        return order.map { ThemeSummary(goals[$0] ?? []).json(title: $0) }
    }
}

extension ThemeSummary {
    fileprivate func json(title: String) -> JSONValue {
        .object([
            "theme": .string(title),
            "indicators": .array(items.map { .string($0.id) }),
            "distribution": .object(
                Dictionary(uniqueKeysWithValues: distribution.map { ($0.state.rawValue, .integer($0.count)) })
            ),
            "worst": .optional(worst?.rawValue),
            "median": .optional(median?.rawValue),
            "coverage": .optional(coverage),
            "covered": .bool(isCovered),
            "netBalance": .optional(netBalance),
        ])
    }
}
