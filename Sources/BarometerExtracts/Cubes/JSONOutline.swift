/// The rough shape of a text that may be JSON, found without judging the text, to tell what kind of file it is.
///
/// Only brackets, quotation marks and the keys that tell the kind are looked at, so that a damaged file is still known
/// for what it was meant to be and its fault is told by the right reader. Linear in the size, without allocation.
struct JSONOutline {
    private enum Word: String, CaseIterable {
        case dimension, value, `class`, dataset, collection, bundle
    }

    /// Whether the text begins with `{`.
    private(set) var startsObject = false
    /// The first byte behind the first object; nil where it is never closed, or where it is JSON-stat.
    private(set) var objectEnd: Int?
    /// Whether the first object holds no other object and no array.
    private(set) var isFlat = true
    /// Whether the object, or one directly inside it, names itself or is built as JSON-stat.
    private(set) var isJSONStat = false
    /// The first byte that is neither blank nor part of a byte order mark.
    let start: Int

    private let bytes: [UInt8]
    private var offset: Int
    /// The keys of JSON-stat met so far in the objects at levels 1 and 2.
    private var keys: [(dimension: Bool, value: Bool)] = [(false, false), (false, false)]

    /// The outline of the first object of a text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let mark = JSONText.byteOrderMark(of: bytes)
        start = bytes[mark...].firstIndex { !JSONOutline.isBlank($0) } ?? bytes.count
        offset = start
        startsObject = start < bytes.count && bytes[start] == UInt8(ascii: "{")
        if startsObject { walk() }
    }

    private mutating func walk() {
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                if depth > 1 { isFlat = false }
                if depth == 2 { keys[1] = (false, false) }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 {
                    objectEnd = offset + 1
                    return
                }
            case UInt8(ascii: "\""):
                let text = skipString()
                if depth <= 2 { note(text, depth: depth) }
                if isJSONStat { return }
                continue
            default: break
            }
            offset += 1
        }
        // What is left of a file that was cut off before its values.
        if keys.contains(where: \.dimension) { isJSONStat = true }
    }

    /// Steps over a string and gives its bytes without the quotation marks.
    private mutating func skipString() -> Range<Int> {
        let first = offset + 1
        offset = first
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        offset = min(offset, bytes.count)
        let text = first..<max(first, offset)
        offset = min(offset + 1, bytes.count)
        return text
    }

    private mutating func note(_ text: Range<Int>, depth: Int) {
        var next = offset
        while next < bytes.count, JSONOutline.isBlank(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: ":"), text.count <= 10, let word = word(text) else {
            return
        }
        switch word {
        case .dimension: keys[depth - 1].dimension = true
        case .value: keys[depth - 1].value = true
        case .class where depth == 1:
            offset = next + 1
            while offset < bytes.count, JSONOutline.isBlank(bytes[offset]) { offset += 1 }
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return }
            if let kind = self.word(skipString()), kind != .value, kind != .class { isJSONStat = true }
        default: break
        }
        if keys[depth - 1] == (true, true) { isJSONStat = true }
    }

    private func word(_ text: Range<Int>) -> Word? {
        Word.allCases.first { bytes[text].elementsEqual($0.rawValue.utf8) }
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
    }
}
