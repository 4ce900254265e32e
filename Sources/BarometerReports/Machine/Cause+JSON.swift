import BarometerCore
import BarometerEvaluation
import BarometerIndicators

extension Cause {
    /// The parts that are known; null where one is not, and why under `notKnown`, in English.
    ///
    /// Under `gap` a gap is positive where it is bad, whichever way the figures of the indicator are subtracted.
    var json: JSONValue {
        var notKnown: [String: JSONValue] = [:]
        func part<Value>(
            _ name: String,
            _ part: Part<Value>,
            _ keys: (Value) -> [String: JSONValue]
        ) -> (String, JSONValue) {
            switch part {
            case .success(let value): return (name, .object(keys(value)))
            case .failure(let reason):
                notKnown[name] = .string(reason.text.en)
                return (name, .null)
            }
        }
        var object = Dictionary(uniqueKeysWithValues: [
            part("revision", revision) { revision in
                [
                    "total": .optional(revision.split.total), "revision": .optional(revision.split.revision),
                    "movement": .optional(revision.split.movement),
                    "numerator": .optional(revision.rate?.numerator),
                    "denominator": .optional(revision.rate?.denominator),
                ]
            },
            part("peers", peers) { peers in
                [
                    "used": .array(peers.benchmark.used.map { .string($0.id) }),
                    "dropped": .array(peers.benchmark.dropped.map { .string($0.id) }),
                    "cityChange": .optional(peers.difference.cityChange),
                    "benchmarkChange": .optional(peers.difference.benchmarkChange),
                    "own": .optional(peers.difference.effect),
                    "placeboP": .optional(peers.difference.placebo?.p),
                    "before": .array(
                        peers.difference.before.map {
                            .object([
                                "period": .optional($0.period), "differential": .optional($0.differential),
                            ])
                        }
                    ),
                ]
            },
            part("gap", gap) { gap in
                [
                    "baseline": gap.baseline.json, "latest": gap.latest.json,
                    "atBaselineRate": .optional(gap.atBaselineRate),
                ]
            },
            part("cycle", cycle) { cycle in
                [
                    "slope": .optional(cycle.slope), "slopeInterval95": .optional(cycle.slopeInterval95),
                    "cycle": .optional(cycle.cycle), "cycleInterval95": .optional(cycle.cycleInterval95),
                    "remaining": .optional(cycle.remaining),
                ]
            },
            part("composition", composition) { composition in
                [
                    "composition": .optional(composition.gap.total.composition),
                    "rate": .optional(composition.gap.total.rate),
                    "compositionChange": .optional(composition.change.total.composition),
                    "rateChange": .optional(composition.change.total.rate),
                ]
            },
            part("convergence", convergence) { convergence in
                [
                    "pattern": .string(convergence.pattern.rawValue),
                    "groupChange": .optional(convergence.groupChange),
                    "referenceChange": .optional(convergence.referenceChange),
                ]
            },
        ])
        object["levellingDown"] = levelsDown.map(JSONValue.bool) ?? .null
        object["notKnown"] = .object(notKnown)
        return .object(object)
    }
}

extension GapMeasures {
    fileprivate var json: JSONValue {
        .object([
            "group": .optional(group), "reference": .optional(reference), "gap": .optional(gap),
            "ratio": .optional(ratio), "oddsRatio": .optional(oddsRatio),
        ])
    }
}
