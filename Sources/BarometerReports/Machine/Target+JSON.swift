import BarometerCore
import BarometerEvaluation

extension Target {
    /// What was promised; `value` is null for a range and for yes or no, whose numbers are the `bounds`.
    var json: JSONValue {
        .object([
            "comparator": .string(aim.name),
            "value": .optional(value),
            "bounds": bounds,
            "tolerance": .optional(tolerance),
            "deadline": .optional(deadline),
            "ends": .optional(ends),
            "path": .string(path.name),
            "milestones": .array(
                path.milestones.map { .object(["period": .optional($0.period), "value": .optional($0.value)]) }
            ),
            "adoptedOn": .optional(adopted?.on),
            "adoptedBy": .optional(adopted?.by),
        ])
    }

    fileprivate var bounds: JSONValue { .array(aim.bounds.map { .optional($0) }) }
}

extension Assessment {
    /// The targets that were in force before, each with its first and last day; null where it always was.
    var formerTargetsJSON: JSONValue {
        .array(
            formerTargets.map { entry in
                .object([
                    "id": .optional(entry.id),
                    "comparator": .string(entry.target.aim.name),
                    "bounds": entry.target.bounds,
                    "deadline": .optional(entry.target.deadline),
                    "from": .optional(entry.start),
                    "to": .optional(lastDay(of: entry)),
                    "adoptedOn": .optional(entry.target.adopted?.on),
                    "adoptedBy": .optional(entry.target.adopted?.by),
                ])
            }
        )
    }

    /// The last day as given, else the day before the target that took its place.
    private func lastDay(of entry: TargetRegister.Entry) -> CalendarDay? {
        if let last = entry.to { return last }
        let successor = formerTargets.first { $0.supersedes != nil && $0.supersedes == entry.id }
        guard let successor else { return standing.revisedOn.map { CalendarDay(number: $0.number - 1) } }
        return successor.start.map { CalendarDay(number: $0.number - 1) }
    }
}

extension TargetRegister.Entry {
    fileprivate var start: CalendarDay? { from ?? target.adopted?.on }
}

extension RevisedBaseline {
    /// Both readings of a target whose baseline was revised; `relativeTarget` is the target moved along with it.
    var json: JSONValue {
        .object([
            "adopted": .optional(adopted),
            "revised": .optional(revised),
            "adoptedDistance": .optional(adoptedDistance),
            "relativeTarget": relative.json,
            "absolute": absoluteReading?.json ?? .null,
            "relative": relativeReading?.json ?? .null,
            "readingsDiffer": .bool(readingsDiffer),
        ])
    }
}

extension RevisedBaseline.Reading {
    fileprivate var json: JSONValue {
        .object(["met": .bool(isMet), "class": .optional(scheduleClass?.rawValue)])
    }
}

extension JSONValue {
    /// A day as `2013-12-31`, or null.
    static func optional(_ day: CalendarDay?) -> JSONValue {
        optional(day.map { "\($0)" })
    }

    /// A text in both languages, or null.
    static func optional(_ text: LocalizedText?) -> JSONValue {
        text.map { .object(["da": .string($0.da), "en": .string($0.en)]) } ?? .null
    }
}
