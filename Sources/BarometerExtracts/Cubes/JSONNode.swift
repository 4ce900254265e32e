/// A value of a JSON text with its place.
package struct JSONNode: Sendable {
    /// What a value is; a number is kept as its text, which lies at the node's range.
    package enum Value: Sendable {
        case null
        case bool(Bool)
        case number
        case string(String)
        case array([JSONNode])
        case object([JSONMember])
    }

    package var value: Value
    /// The bytes of the value, quotation marks and brackets included.
    package var range: Range<Int>

    /// A value at its place.
    init(_ value: Value, at range: Range<Int>) {
        self.value = value
        self.range = range
    }
}

/// A key of a JSON object with its value.
package struct JSONMember: Sendable {
    package var key: String
    package var keyRange: Range<Int>
    package var node: JSONNode
}

extension JSONNode {
    /// The text of a string, else nil.
    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The values of an array, else nil.
    package var elements: [JSONNode]? {
        if case .array(let nodes) = value { nodes } else { nil }
    }

    /// The members of an object in the order of the text, else nil.
    package var members: [JSONMember]? {
        if case .object(let members) = value { members } else { nil }
    }

    /// The value of a key of an object, the last one where the key repeats; linear in the number of members.
    package subscript(key: String) -> JSONNode? {
        members?.last { $0.key == key }?.node
    }

    /// The values of all keys, the last one where a key repeats, for many lookups.
    package var membersByKey: [String: JSONNode] {
        Dictionary((members ?? []).map { ($0.key, $0.node) }, uniquingKeysWith: { _, last in last })
    }

    /// The texts of an array of strings or of one string; what is none is passed over.
    package var strings: [String] {
        string.map { [$0] } ?? elements?.compactMap(\.string) ?? []
    }
}
