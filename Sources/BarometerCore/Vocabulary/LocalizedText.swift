/// A language in which the barometer speaks to people.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case danish = "da"
}

/// A text meant for people, in both languages of the barometer.
public struct LocalizedText: Sendable, Hashable {
    /// The English wording.
    public var en: String
    /// The Danish wording.
    public var da: String

    /// A text in both languages.
    public init(en: String, da: String) {
        self.en = en
        self.da = da
    }

    /// A text that reads the same in both languages, such as a name or a code.
    public init(_ same: String) {
        self.init(en: same, da: same)
    }

    /// The wording in one language.
    public subscript(_ language: Language) -> String {
        language == .danish ? da : en
    }
}
