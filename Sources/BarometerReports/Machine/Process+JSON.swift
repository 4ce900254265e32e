import BarometerCore
import BarometerEvaluation

extension AssessedProcess {
    /// The process behind the figures; `limits` holds the lower and the upper one.
    var json: JSONValue {
        .object([
            "from": .optional(periods.first),
            "mean": .optional(chart.present.mean),
            "limits": .optional(chart.present.limits),
            "provisional": .bool(chart.present.isProvisional),
            "assurance": .optional(assurance?.rawValue),
            "signals": .array(
                chart.signals.map { signal in
                    .object([
                        "rule": .string(signal.rule.rawValue),
                        "periods": .array(signal.places.map { .optional(periods[$0]) }),
                        "meaning": .string(signal.meaning.rawValue),
                    ])
                }
            ),
        ])
    }
}
