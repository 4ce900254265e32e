/// The texts behind the codes of a column, numbered in the order of their first appearance.
public struct CodeDictionary: Sendable, Hashable {
    /// The texts; the position of a text is its code.
    public private(set) var texts: [String] = []
    private var codes: [String: Int] = [:]

    /// An empty dictionary.
    public init() {}

    /// The number of codes.
    public var count: Int { texts.count }

    /// The code of a text, or nil where it does not occur.
    ///
    /// Constant time.
    public func code(of text: String) -> Int? {
        codes[text]
    }

    /// The code of a text, which gets the next free one where it is new.
    ///
    /// Amortised constant time.
    public mutating func encode(_ text: String) -> Int {
        if let code = codes[text] { return code }
        codes[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }
}
