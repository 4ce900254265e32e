/// Reads one JSON value of a stretch of bytes, strictly by the grammar of RFC 8259.
struct JSONParser {
    /// How deep objects and arrays may stand in one another, so that no text can exhaust the stack.
    static let deepest = 200

    let bytes: [UInt8]
    let end: Int
    var offset: Int
    /// What does not stop the reading: the first of each kind and how many there are.
    private(set) var remarks: [(first: JSONFault, count: Int)] = []

    /// A reader of a stretch; a byte order mark in front of the whole text is skipped.
    init(_ bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        end = range.upperBound
        offset = range.lowerBound == 0 ? min(JSONText.byteOrderMark(of: bytes), range.upperBound) : range.lowerBound
    }

    /// The one value of the stretch.
    mutating func text() throws(JSONFault) -> JSONNode {
        skipBlanks()
        guard offset < end else { throw JSONFault(.noText, at: offset..<offset) }
        let node = try value(depth: 0)
        skipBlanks()
        guard offset == end else { throw JSONFault(.textBehind, at: characterHere) }
        return node
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
        guard offset < end else { throw cutOff }
        let start = offset
        switch bytes[offset] {
        case UInt8(ascii: "{"):
            return try object(depth: depth + 1)
        case UInt8(ascii: "["):
            return try array(depth: depth + 1)
        case UInt8(ascii: "\""):
            let text = try string()
            return JSONNode(.string(text), at: start..<offset)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try skipNumber()
            return JSONNode(.number, at: start..<offset)
        default:
            return try word()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONNode {
        let start = offset
        try enter(depth: depth)
        var members: [JSONMember] = []
        if !skip(UInt8(ascii: "}")) {
            repeat {
                let comma = offset - 1
                skipBlanks()
                guard offset < end else { throw cutOff }
                guard bytes[offset] == UInt8(ascii: "\"") else {
                    let isClosed = bytes[offset] == UInt8(ascii: "}") && !members.isEmpty
                    throw isClosed
                        ? JSONFault(.trailingComma, at: comma..<comma + 1) : JSONFault(.noKey, at: wordHere)
                }
                let keyStart = offset
                let key = try string()
                let keyRange = keyStart..<offset
                guard skip(UInt8(ascii: ":")) else { throw unexpected(.noColon) }
                skipBlanks()
                members.append(JSONMember(key: key, keyRange: keyRange, node: try value(depth: depth)))
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "}")) else { throw unexpected(.objectNotClosed) }
        }
        if members.count > 1 { remarkRepeats(in: members) }
        return JSONNode(.object(members), at: start..<offset)
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONNode {
        let start = offset
        try enter(depth: depth)
        var nodes: [JSONNode] = []
        if !skip(UInt8(ascii: "]")) {
            repeat {
                let comma = offset - 1
                skipBlanks()
                if offset < end, bytes[offset] == UInt8(ascii: "]"), !nodes.isEmpty {
                    throw JSONFault(.trailingComma, at: comma..<comma + 1)
                }
                nodes.append(try value(depth: depth))
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "]")) else { throw unexpected(.arrayNotClosed) }
        }
        return JSONNode(.array(nodes), at: start..<offset)
    }

    private mutating func enter(depth: Int) throws(JSONFault) {
        guard depth <= JSONParser.deepest else { throw JSONFault(.tooDeep, at: offset..<offset + 1) }
        offset += 1
    }

    private mutating func word() throws(JSONFault) -> JSONNode {
        let range = wordHere
        let words: [(StaticString, JSONNode.Value)] = [("null", .null), ("true", .bool(true)), ("false", .bool(false))]
        for (word, value) in words where word.withUTF8Buffer({ bytes[range].elementsEqual($0) }) {
            offset = range.upperBound
            return JSONNode(value, at: range)
        }
        let first = bytes[offset]
        let startsNumber = first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
        throw JSONFault(startsNumber ? .malformedNumber : .noValue, at: range)
    }

    private mutating func remarkRepeats(in members: [JSONMember]) {
        var keys = Set<String>(minimumCapacity: members.count)
        for member in members where !keys.insert(member.key).inserted {
            remark(JSONFault(.repeatedKey, at: member.keyRange))
        }
    }
}

// MARK: - Steps

extension JSONParser {
    /// Notes a fault that does not stop the reading.
    mutating func remark(_ fault: JSONFault) {
        if let position = remarks.firstIndex(where: { $0.first.kind == fault.kind }) {
            remarks[position].count += 1
        } else {
            remarks.append((fault, 1))
        }
    }

    private mutating func skipBlanks() {
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): offset += 1
            default: return
            }
        }
    }

    /// Skips blanks and then a sign, if it is the next one.
    private mutating func skip(_ sign: UInt8) -> Bool {
        skipBlanks()
        guard offset < end, bytes[offset] == sign else { return false }
        offset += 1
        return true
    }

    private func unexpected(_ kind: JSONFault.Kind) -> JSONFault {
        offset < end ? JSONFault(kind, at: wordHere) : cutOff
    }

    /// The text ends where more must come; the place is that of its last character.
    var cutOff: JSONFault {
        JSONFault(.cutOff, at: max(0, end - 1)..<end)
    }

    var characterHere: Range<Int> {
        var last = offset + 1
        while last < end, bytes[last] & 0xC0 == 0x80 { last += 1 }
        return offset..<last
    }

    /// The letters, digits and signs of numbers from here on, or the one character that is none of these.
    var wordHere: Range<Int> {
        let last = bytes[offset..<end].firstIndex { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                false
            default: true
            }
        }
        return last == offset ? characterHere : offset..<(last ?? end)
    }
}
