import BarometerCore
import BarometerExtracts
import BarometerReports

extension ExtractSummary {
    /// How a file was understood, in the form that scripts rely on.
    func json(diagnostics: [Diagnostic], language: Language) -> JSONValue {
        .object([
            "file": .string(path),
            "bytes": .integer(bytes),
            "format": .string(format.rawValue),
            "encoding": .string(encoding.rawValue),
            "newline": .optional(dialect?.newline.rawValue),
            "delimiter": .optional(dialect.map { String(UnicodeScalar($0.delimiter)) }),
            "quote": .optional(dialect?.quote.map { String(UnicodeScalar($0)) }),
            "decimal": .optional(numberFormat.map { String($0.decimal) }),
            "grouping": .optional(numberFormat?.grouping.map { String($0) }),
            "headerLines": .integer(headerLines),
            "preambleLines": .integer(preambleLines),
            "footnoteLines": .integer(footnoteLines),
            "layout": .string(layout),
            "columns": .array(columns.map(\.json)),
            "time": timeJSON,
            "measures": .array(measures.map(\.json)),
            "rows": .object([
                "read": .integer(recordsRead),
                "accepted": .integer(recordsAccepted),
                "rejected": .integer(recordsRejected),
            ]),
            "observations": .integer(observations),
            "diagnostics": .array(diagnostics.map { $0.json(language: language) }),
        ])
    }

    private var timeJSON: JSONValue {
        guard let time else { return .null }
        return .object([
            "column": .optional(time.column),
            "frequency": .string(time.first.frequency.rawValue),
            "first": .string(time.firstLabel),
            "last": .string(time.lastLabel),
            "dates": .optional(time.dayOrder?.rawValue),
        ])
    }
}

extension ExtractSummary.Column {
    fileprivate var json: JSONValue {
        .object([
            "name": .string(name),
            "role": .string(role.rawValue),
            "type": .string(type.rawValue),
            "distinct": .integer(distinct),
            "missing": .integer(missing),
        ])
    }
}

extension ExtractSummary.Measure {
    fileprivate var json: JSONValue {
        .object([
            "name": .string(name),
            "count": .integer(count),
            "missing": .integer(missing),
            "sum": .optional(sum),
            "min": .optional(minimum),
            "max": .optional(maximum),
        ])
    }
}
