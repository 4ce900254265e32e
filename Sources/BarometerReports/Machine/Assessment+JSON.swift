import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension Assessment {
    /// The record in the form that scripts rely on.
    ///
    /// What cannot be told is null.
    public var json: JSONValue { json(breaks: []) }

    /// The record of an indicator whose breaks are known, so that its process chart starts after the last of them.
    func json(breaks: [Indicator.Break]) -> JSONValue {
        .object([
            "indicator": .optional(indicator),
            "edition": .optional(edition),
            "unit": .string(unit.symbol),
            "direction": .string(direction.rawValue),
            "baseline": baseline?.json ?? .null,
            "target": target?.json ?? .null,
            "formerTargets": formerTargetsJSON,
            "revisedBaseline": revisedBaseline?.json ?? .null,
            "latest": latest?.json ?? .null,
            "level": level?.json ?? .null,
            "schedule": schedule?.json ?? .null,
            "pace": pace?.json ?? .null,
            "movement": movement?.json ?? .null,
            "standing": .string(standing.code),
            "standingDetails": standing.details,
            "process": AssessedProcess(self, breaks: breaks)?.json ?? .null,
            "outlook": outlook?.json ?? .null,
            "cause": cause?.json ?? .null,
            "evidence": evidence.json,
            "schemes": schemes.json,
            "headline": headline.json,
        ])
    }
}

extension Assessment.BaselineFigure {
    fileprivate var json: JSONValue {
        .object(["period": .optional(period), "value": .optional(value), "movedFrom": .optional(movedFrom)])
    }
}

extension Assessment.LatestFigure {
    fileprivate var json: JSONValue {
        .object([
            "period": .optional(period),
            "value": .optional(value),
            "interval95": .optional(interval95),
            "ageHalfYears": .integer(ageHalfYears),
            "carried": .bool(isCarried),
        ])
    }
}

extension Level {
    fileprivate var json: JSONValue {
        .object([
            "met": .bool(met),
            "metAsPublished": .bool(metAsPublished),
            "distance": .optional(distance),
            "halfYearsPastDeadline": halfYearsPastDeadline.map(JSONValue.integer) ?? .null,
        ])
    }
}

extension Schedule {
    fileprivate var json: JSONValue {
        .object([
            "expected": .optional(expected),
            "variance": .optional(variance),
            "achievedShare": .optional(achievedShare),
            "timeShare": .optional(timeShare),
            "delayHalfYears": .optional(delayHalfYears),
        ])
    }
}

extension Pace {
    fileprivate var json: JSONValue {
        .object([
            "index": .optional(index),
            "required": .optional(required),
            "observed": .optional(observed),
            "acceleration": .optional(factor == .noMovement ? nil : acceleration),
            "bestRecord": .optional(bestRecord),
            "class": .optional(scheduleClass?.rawValue),
            "recordPercentile": .optional(feasibility?.own?.percentile),
            "peersRecord": .optional(feasibility?.peers?.best),
        ])
    }
}

extension Movement {
    fileprivate var json: JSONValue {
        .object([
            "sinceLastEdition": sinceLastEdition?.json ?? .null,
            "sinceSameHalfLastYear": sinceSameHalfLastYear?.json ?? .null,
            "sinceBaseline": sinceBaseline?.json ?? .null,
            "sincePreviousFigure": sincePreviousFigure?.json ?? .null,
            "noiseFloor": noiseFloor?.json ?? .null,
        ])
    }
}

extension Movement.Change {
    fileprivate var json: JSONValue {
        .object([
            "from": .optional(from),
            "change": .optional(change),
            "verdict": .string(verdict.rawValue),
            "interval95": .optional(interval95),
            "p": .optional(p),
            "immaterial": .bool(isImmaterial),
            "brokenBy": .optional(brokenBy?.period),
        ])
    }
}

extension NoiseFloor {
    fileprivate var json: JSONValue {
        .object(["value": .optional(value), "setBy": .string(setBy.rawValue)])
    }
}

extension Evidence {
    fileprivate var json: JSONValue {
        .object([
            "grade": .string(grade.rawValue),
            "points": .integer(points),
            "reasons": .array(reasons.map { .string($0.rawValue) }),
        ])
    }
}

extension JSONValue {
    /// Both ends of an interval, or null.
    static func optional(_ interval: Interval?) -> JSONValue {
        interval.map { .array([.optional($0.lower), .optional($0.upper)]) } ?? .null
    }
}

extension Headline {
    fileprivate var json: JSONValue {
        .object([
            "code": .string(code.rawValue),
            "leaning": isLeaning.map(JSONValue.bool) ?? .null,
            "reason": .optional(reason?.rawValue),
            "da": .string(code.word.da),
            "en": .string(code.word.en),
            "rule": .object(["da": .string(rule.da), "en": .string(rule.en)]),
        ])
    }
}
