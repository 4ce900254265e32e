import BarometerCore
import BarometerEvaluation
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
            "changes": .array(changes),
            "sources": .array(workspace.datasets.map { $0.json(language: language) }),
            "diagnostics": .array(diagnostics.map { $0.json(language: language) }),
        ])
    }
}

extension EditionEvaluation {
    /// What moved since the figure before, all indicators taken together: of many changes some are seen by chance alone.
    ///
    /// The p values of changes with counts, corrected for their number by Holm and by Benjamini and Hochberg; and why words
    /// are others than in the edition before.
    private var changes: [JSONValue] {
        let values = items.map { $0.assessment.movement?.sincePreviousFigure?.p }
        let known = values.compactMap { $0 }
        var (holm, hochberg) = (
            MultipleTesting.holm(known)[...], MultipleTesting.benjaminiHochberg(known)[...]
        )
        return zip(items, values).compactMap { item, p in
            let corrected = p.map { _ in (holm.popFirst(), hochberg.popFirst()) }
            guard p != nil || item.statusChange?.isChange == true else { return nil }
            return .object([
                "indicator": .string(item.goal.indicator.id), "p": .optional(p), "pHolm": .optional(corrected?.0),
                "pBenjaminiHochberg": .optional(corrected?.1),
                "status": item.statusChange.map { change in
                    .object([
                        "from": .string(change.printed.rawValue), "to": .string(change.current.rawValue),
                        "causes": .array(change.labels.map { .string($0.rawValue) }),
                    ])
                } ?? .null,
            ])
        }
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
