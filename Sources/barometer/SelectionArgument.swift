import ArgumentParser
import BarometerCore
import BarometerStore

/// A condition on a dimension as written on the command line: `DIM=V1,V2` or `DIM!=V1,V2`.
///
/// A value that holds a comma, colon, slash or blanks at its ends stands in double quotes.
struct ConditionText {
    var dimension: String
    var values: [String]
    var excluding: Bool

    /// Reads one condition; `separator` stands between its values.
    init(_ text: String, separator: Character = ",") throws {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw ValidationError("\"\(text)\" is no condition; write DIMENSION=CODE,CODE")
        }
        excluding = text[text.index(before: sign)] == "!"
        dimension = ConditionText.trimmed(excluding ? text[..<text.index(before: sign)] : text[..<sign])
        let parts = ConditionText.split(text[text.index(after: sign)...], at: separator)
        values = parts.map { part in
            let trimmed = ConditionText.trimmed(part)
            guard trimmed.count >= 2, trimmed.first == "\"", trimmed.last == "\"" else { return trimmed }
            return String(trimmed.dropFirst().dropLast())
        }
    }

    /// The selection that the condition means in a table, or in a part of one that may not know all names yet.
    func selection(in table: Table, isWhole: Bool = true) throws -> Selection {
        try table.selection(of: dimension, values: values, excluding: excluding, ignoringUnknown: !isWhole)
    }

    /// The parts of a text between a sign that does not stand in quotes.
    static func split(_ text: Substring, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == separator, !isQuoted {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return parts + [text[start...]]
    }

    static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}

/// A rate as written on the command line: `DIM=V,… / DIM=V,…`, where `*` is everything and `&` joins conditions.
struct RateText {
    var numerator: [ConditionText]
    var denominator: [ConditionText]

    init(_ text: String) throws {
        let sides = ConditionText.split(text[...], at: "/")
        guard sides.count == 2 else {
            throw ValidationError(
                "\"\(text)\" is no rate; write \"DIM=V,… / DIM=V,…\", with slashes inside values in quotes"
            )
        }
        numerator = try RateText.conditions(sides[0])
        denominator = try RateText.conditions(sides[1])
    }

    private static func conditions(_ side: Substring) throws -> [ConditionText] {
        if ConditionText.trimmed(side) == "*" { return [] }
        return try ConditionText.split(side, at: "&").map { try ConditionText(ConditionText.trimmed($0)) }
    }
}
