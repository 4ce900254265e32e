/// One entry of a PX file: `KEYWORD[language]("sub", "sub")=value, value;`.
struct PXEntry {
    /// One item of the list of values.
    struct Value {
        /// The text without quotes; pieces that follow each other without a comma are one text.
        var text: String
        var isQuoted: Bool
        var range: Range<Int>
    }

    /// In capitals.
    var keyword: String
    /// nil for the language of the file.
    var language: String?
    /// What the entry is about: a variable, a value, or both.
    var subs: [String]
    var values: [Value]
    /// Where the part before the `=` stands.
    var range: Range<Int>

    /// All values as texts.
    var texts: [String] { values.map(\.text) }

    /// The values as one text, with `#` as line break.
    var prose: String {
        String(texts.joined(separator: "\n").map { $0 == "#" ? "\n" : $0 })
    }

    /// The part before the `=` as it would be written, for messages.
    var name: String {
        PXEntry.name(keyword, language: language, subs: subs)
    }

    /// The part of an entry before the `=` as it would be written.
    static func name(_ keyword: String, language: String? = nil, subs: [String] = []) -> String {
        let parenthesis = subs.isEmpty ? "" : "(" + subs.map { "\"\($0)\"" }.joined(separator: ",") + ")"
        return keyword + (language.map { "[\($0)]" } ?? "") + parenthesis
    }
}
