import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension Assessment {
    /// The record in the form that scripts rely on.
    ///
    /// Answers that this version does not compute are null.
    public var json: JSONValue {
        .object([
            "indicator": .optional(indicator),
            "edition": .optional(edition),
            "unit": .string(unit.symbol),
            "direction": .string(direction.rawValue),
            "baseline": baseline?.json ?? .null,
            "target": target?.json ?? .null,
            "latest": latest?.json ?? .null,
            "level": level?.json ?? .null,
            "schedule": schedule?.json ?? .null,
            "pace": pace?.json ?? .null,
            "movement": movement?.json ?? .null,
            "outlook": .null,
            "cause": .null,
            "evidence": .null,
            "schemes": .object(["copenhagen": .string(copenhagen.rawValue)]),
            "headline": headline.json,
        ])
    }
}

extension Assessment.BaselineFigure {
    fileprivate var json: JSONValue {
        .object(["period": .optional(period), "value": .optional(value), "movedFrom": .optional(movedFrom)])
    }
}

extension Target {
    fileprivate var json: JSONValue {
        .object([
            "comparator": .string(aim.name),
            "value": .optional(value),
            "deadline": .optional(deadline),
            "path": .string(path.name),
        ])
    }
}

extension Assessment.LatestFigure {
    fileprivate var json: JSONValue {
        .object([
            "period": .optional(period),
            "value": .optional(value),
            "interval95": .null,
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
            "acceleration": .optional(acceleration),
            "bestRecord": .optional(bestRecord),
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
            "noiseFloor": .null,
        ])
    }
}

extension Movement.Change {
    fileprivate var json: JSONValue {
        .object([
            "from": .optional(from),
            "change": .optional(change),
            "verdict": .string(verdict.rawValue),
            "brokenBy": .optional(brokenBy?.period),
        ])
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
