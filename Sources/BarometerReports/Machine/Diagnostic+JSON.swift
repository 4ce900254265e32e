import BarometerCore

extension Diagnostic {
    /// The diagnostic in the form that scripts rely on.
    public func json(language: Language) -> JSONValue {
        .object([
            "code": .string(code.rawValue),
            "severity": .string(severity.rawValue),
            "message": .string(message[language]),
            "path": .optional(location?.path),
            "line": location?.line.map(JSONValue.integer) ?? .null,
            "column": location?.column.map(JSONValue.integer) ?? .null,
            "cell": .optional(location?.cell),
            "excerpt": .optional(excerpt?.text),
            "hint": .optional(hint?[language]),
            "count": .integer(count),
        ])
    }
}
