import BarometerCore
import BarometerIndicators
import BarometerWorkspace

extension EditionEvaluation {
    /// The edition in the form that scripts rely on.
    ///
    /// - Parameter workspace: when given, each indicator also names its datasets with extracts and digests.
    public func json(language: Language, sourcesFrom workspace: Workspace) -> JSONValue {
        .object([
            "edition": .optional(edition),
            "asOf": .optional(asOf.map { "\($0)" }),
            "invented": .bool(workspace.settings.areFiguresInvented),
            "indicators": .array(items.map { $0.assessment.json(breaks: $0.goal.indicator.breaks) }),
            "themes": .array(themes(language: language)),
            "sources": .array(workspace.datasets.map { $0.json(language: language) }),
            "diagnostics": .array(diagnostics.map { $0.json(language: language) }),
        ])
    }
}

extension Workspace.LoadedDataset {
    fileprivate func json(language: Language) -> JSONValue {
        .object([
            "dataset": .string(declaration.id),
            "title": .string(declaration.title[language]),
            "source": .string(declaration.source[language]),
            "licence": .optional(declaration.licence?[language]),
            "extracts": .array(
                extracts.map { extract in
                    .object([
                        "file": .string(extract.path),
                        "sha256": .string(extract.sha256),
                        "rows": .object([
                            "read": .integer(extract.recordsRead),
                            "accepted": .integer(extract.recordsAccepted),
                            "rejected": .integer(extract.recordsRead - extract.recordsAccepted),
                        ]),
                    ])
                }
            ),
        ])
    }
}
