import BarometerCore
import BarometerEvaluation

extension Standing {
    /// The state in one word.
    var code: String {
        switch self {
        case .noTarget: "noTarget"
        case .baselineOnly: "baselineOnly"
        case .noDataAfterBaseline: "noDataAfterBaseline"
        case .onTheWay: "onTheWay"
        case .metEarly: "metEarly"
        case .metThenLost: "metThenLost"
        case .awaitingDeadlineFigure: "awaitingDeadlineFigure"
        case .deadlinePassedMet: "deadlinePassedMet"
        case .deadlinePassedUnmet: "deadlinePassedUnmet"
        case .seriesEnded: "seriesEnded"
        case .seriesBroken: "seriesBroken"
        case .policyEnded: "policyEnded"
        case .targetRevised: "targetRevised"
        }
    }

    /// What the state carries beside its word; null where that says it all.
    var details: JSONValue {
        switch self {
        case .noTarget, .baselineOnly, .noDataAfterBaseline, .onTheWay, .awaitingDeadlineFigure: .null
        case .metEarly(let since): .object(["since": .optional(since)])
        case .metThenLost(let firstMet, let current):
            .object(["firstMet": .optional(firstMet), "current": .optional(current)])
        case .deadlinePassedMet(let period): .object(["period": .optional(period)])
        case .deadlinePassedUnmet(let miss):
            .object([
                "period": .optional(miss.period),
                "value": .optional(miss.value),
                "shortfall": .optional(miss.shortfall),
                "halfYearsLate": .integer(miss.halfYearsLate),
                "reached": .optional(miss.reached),
                "firstMet": .optional(miss.firstMet),
            ])
        case .seriesEnded(let last): .object(["period": .optional(last)])
        case .seriesBroken(let period): .object(["break": .optional(period)])
        case .policyEnded(let wasMet): .object(["wasMet": wasMet.map(JSONValue.bool) ?? .null])
        case .targetRevised(let day, let now):
            .object([
                "on": .optional(day),
                "now": .object(["standing": .string(now.code), "standingDetails": now.details]),
            ])
        }
    }

    /// The day on which the target in force took the place of an earlier one; nil where none did, or no day is known.
    var revisedOn: CalendarDay? {
        if case .targetRevised(let day, _) = self { day } else { nil }
    }
}
