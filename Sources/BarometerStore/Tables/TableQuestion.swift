/// A question of either kind: figures of groups, or their comparison.
public enum TableQuestion: Sendable {
    case figures(TableQuery)
    case comparison(Comparison)

    /// The questions for the sums that it needs.
    var queries: [TableQuery] {
        switch self {
        case .figures(let query): [query]
        case .comparison(let comparison): comparison.queries
        }
    }
}

/// The answer to a question of either kind.
public enum TableAnswer: Sendable {
    case figures(QueryResult)
    case comparison(ComparisonResult)
}

extension Table {
    /// Answers a question of either kind.
    ///
    /// - Throws: `StoreError` as the answers of each kind do.
    public func answer(to question: TableQuestion) throws(StoreError) -> TableAnswer {
        switch question {
        case .figures(let query): .figures(try answer(to: query))
        case .comparison(let comparison): .comparison(try answer(to: comparison))
        }
    }

    /// Answers a question of either kind, with up to so many threads at work.
    ///
    /// - Throws: `StoreError` as the answers of each kind do.
    public func answer(to question: TableQuestion, threads: Int) async throws(StoreError) -> TableAnswer {
        switch question {
        case .figures(let query): .figures(try await answer(to: query, threads: threads))
        case .comparison(let comparison): .comparison(try await answer(to: comparison, threads: threads))
        }
    }
}
