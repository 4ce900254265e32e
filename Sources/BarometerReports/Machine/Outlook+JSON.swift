import BarometerCore
import BarometerEvaluation
import BarometerIndicators

extension Outlook {
    /// The outlook in the form that scripts rely on: `attainment` is an edition, or `met`, `never` or `beyondHorizon`.
    var json: JSONValue {
        .object([
            "method": .optional(method?.rawValue),
            "projected": .optional(projected),
            "interval95": .optional(interval95),
            "probabilityMet": .optional(probabilityMet),
            "attainment": attainment?.json ?? .null,
            "attainmentRange": attainmentRange?.json ?? .null,
            "backtestError": .optional(backtestError),
            "backtest": backtest?.json ?? .null,
            "trials": backtest.map { .integer($0.trials) } ?? .null,
            "meanAbsoluteStep": .optional(backtest?.meanAbsoluteStep),
            "spread": .optional(spread),
            "seasonalTerm": seasonalTerm?.json ?? .null,
            "methods": .object(
                Dictionary(uniqueKeysWithValues: projections.map { ($0.method.rawValue, .optional($0.value)) })
            ),
            "classProbabilities": paceProbabilities?.json ?? .null,
            "kendallP": .optional(kendallP),
            "residualAutocorrelation": .optional(residualAutocorrelation),
            "warnings": .array(warnings.map { .string($0.rawValue) }),
        ])
    }
}

extension Backtest {
    /// The mean absolute error of each method that was tried.
    fileprivate var json: JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: entries.map { ($0.method.rawValue, .optional($0.meanAbsoluteError)) }
            )
        )
    }
}

extension SeasonalTerm {
    fileprivate var json: JSONValue {
        .object(["effect": .optional(effect), "standardError": .optional(standardError), "t": .optional(t)])
    }
}

extension PaceProbabilities {
    fileprivate var json: JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: PaceProbabilities.classes.map { ($0.rawValue, .optional(probability(of: $0))) }
            )
        )
    }
}

private func edition(_ halfYear: Int) -> JSONValue {
    .optional(Period(.halfYearly, ordinal: halfYear))
}

extension Attainment {
    fileprivate var json: JSONValue {
        switch self {
        case .met: .string("met")
        case .at(let halfYear): edition(halfYear)
        case .never: .string("never")
        case .beyondHorizon: .string("beyondHorizon")
        }
    }
}

extension AttainmentRange {
    fileprivate var json: JSONValue {
        switch self {
        case .within(let range): .array([edition(range.lowerBound), edition(range.upperBound)])
        case .from(let first): .array([edition(first), .null])
        case .beyondHorizon: .array([.null, .null])
        }
    }
}
