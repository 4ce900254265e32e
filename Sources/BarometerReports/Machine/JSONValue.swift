import BarometerCore
import FoundationEssentials

/// A value of machine output: keys are sorted, absent facts are `null`, numbers have a decimal point and at most ten
/// decimals.
public enum JSONValue: Sendable, Encodable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// A number, or null where there is none or it is no number.
    ///
    /// Ten decimals are more than any figure has and fewer than the noise of a double, so equal results are equal
    /// bytes.
    public static func optional(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(rounded(value, decimals: 10))
    }

    /// A text, or null.
    public static func optional(_ value: String?) -> JSONValue {
        value.map(JSONValue.string) ?? .null
    }

    /// A period in its machine form, or null.
    public static func optional(_ value: Period?) -> JSONValue {
        optional(value.map { "\($0)" })
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }

    /// The text, with sorted keys and a final line end.
    public var text: String {
        written([.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n"
    }

    /// The text on one line, with sorted keys and without a line end.
    public var line: String {
        written([.sortedKeys, .withoutEscapingSlashes])
    }

    private func written(_ formatting: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("every JSONValue can be written: numbers are finite")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
