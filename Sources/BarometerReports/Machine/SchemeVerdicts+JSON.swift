import BarometerCore
import BarometerEvaluation

extension SchemeVerdicts {
    /// The verdicts under the names of their schemes; null where a scheme gives none, and why under `notAssessed`.
    var json: JSONValue {
        let escap = zip(ESCAPAnticipatedProgress.decays, escapAnticipatedProgress).map { decay, outcome in
            outcome.verdict.map { verdict in
                JSONValue.object([
                    "decay": .optional(decay), "expected": .optional(verdict.expected), "gap": .optional(verdict.gap),
                    "class": .string(verdict.category.rawValue),
                ])
            } ?? .null
        }
        let reasons: KeyValuePairs<String, SchemeReason?> = [
            "nationalBarometer": nationalBarometer.reason, "eurostatTrend": eurostatTrend.reason,
            "eurostatLongTerm": eurostatLongTerm.reason, "eurostatShortTerm": eurostatShortTerm.reason,
            "eurostatTarget": eurostatTarget.reason, "openSDG": openSDG.reason, "unsd2023": unsd2023.reason,
            "escapCurrentStatus": escapCurrentStatus.reason,
            "escapAnticipatedProgress": escapAnticipatedProgress.first?.reason, "oecdDistance": oecdDistance.reason,
            "oecdTrend": oecdTrend.reason, "sdsnScore": sdsnScore.reason, "sdsnArrow": sdsnArrow.reason,
            "sdsnArrowSinceBaseline": sdsnArrowSinceBaseline.reason, "destatis": destatis.reason, "istat": istat.reason,
        ]
        var notAssessed: [String: JSONValue] = [:]
        for (scheme, reason) in reasons { if let reason { notAssessed[scheme] = .string(reason.rawValue) } }
        return .object([
            "copenhagen": .string(copenhagen.rawValue),
            "nationalBarometer": nationalBarometer.json {
                ["change": .optional($0.change), "development": .string($0.development.rawValue)]
            },
            "eurostatTrend": eurostatTrend.json(EurostatTrendScheme.Verdict.json),
            "eurostatLongTerm": eurostatLongTerm.json(EurostatTrendScheme.Verdict.json),
            "eurostatShortTerm": eurostatShortTerm.json(EurostatTrendScheme.Verdict.json),
            "eurostatTarget": eurostatTarget.json {
                [
                    "ratio": .optional($0.ratio), "class": .string($0.category.rawValue), "score": .optional($0.score),
                ]
            },
            "openSDG": .object([
                "status": .string(openSDG.status.rawValue), "value": .optional(openSDG.value),
                "score": .optional(openSDG.score), "upstreamRefusal": .optional(openSDG.upstreamRefusal?.rawValue),
            ]),
            "unsd2023": unsd2023.json {
                [
                    "share": .optional($0.share), "growth": .optional($0.growth),
                    "class": .integer($0.category.rawValue),
                ]
            },
            "escapCurrentStatus": .optional(escapCurrentStatus.verdict),
            "escapAnticipatedProgress": .array(escap),
            "oecdDistance": oecdDistance.json {
                ["deviations": .optional($0.deviations), "unstable": .bool($0.isUnstable)]
            },
            "oecdTrend": oecdTrend.json {
                [
                    "correlation": .optional($0.correlation), "p": .optional($0.p),
                    "direction": .string($0.direction.rawValue),
                ]
            },
            "sdsnScore": .optional(sdsnScore.verdict),
            "sdsnArrow": .optional(sdsnArrow.verdict?.arrow.rawValue),
            "sdsnArrowSinceBaseline": .optional(sdsnArrowSinceBaseline.verdict?.arrow.rawValue),
            "destatis": .optional(destatis.verdict?.symbol.rawValue),
            "destatisFigures": destatis.verdict.map { .integer($0.figures) } ?? .null,
            "istat": .optional(istat.verdict?.category.rawValue),
            "notAssessed": .object(notAssessed),
        ])
    }
}

extension EurostatTrendScheme.Verdict {
    fileprivate static func json(_ verdict: Self) -> [String: JSONValue] {
        [
            "growth": .optional(verdict.growth), "class": .string(verdict.category.rawValue),
            "score": .optional(verdict.score),
        ]
    }
}

extension SchemeOutcome {
    fileprivate func json(_ keys: (Verdict) -> [String: JSONValue]) -> JSONValue {
        verdict.map { .object(keys($0)) } ?? .null
    }
}
