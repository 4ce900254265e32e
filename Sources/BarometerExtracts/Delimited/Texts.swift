/// A list of texts that is kept as one stretch of bytes: of a million short texts it takes a tenth of the memory that
/// strings take.
///
/// A text is made each time it is asked for.
package struct Texts: RandomAccessCollection, Sendable, Equatable {
    private var bytes: [UInt8] = []
    private var ends = OffsetList()
    /// Whether no text has letters beyond ASCII.
    private(set) var areASCII = true

    package var startIndex: Int { 0 }
    package var endIndex: Int { ends.count }

    package subscript(position: Int) -> String {
        withBytes(of: position) { String(decoding: $0, as: UTF8.self) }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        areASCII = areASCII && text.allSatisfy { $0 < 0x80 }
    }

    /// Gives the bytes of a text to a function.
    func withBytes<Result>(of position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = position == 0 ? 0 : ends[position - 1]
        // Sound: the ends lie within the bytes, one behind the other.
        return bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[start..<ends[position]]))
        }
    }

    /// Whether a text has just these bytes.
    func isEqual(_ position: Int, to other: UnsafeBufferPointer<UInt8>) -> Bool {
        withBytes(of: position) { own in
            guard own.count == other.count else { return false }
            var index = 0
            while index < own.count, own[index] == other[index] { index += 1 }
            return index == own.count
        }
    }

    /// Whether other bytes may stand for the same letters: a sign that joins the letter before it, or a letter of a
    /// script that has such.
    ///
    /// Latin letters up to U+02FF, dashes, quotation marks, narrow blanks and signs of money have one form only.
    static func mayHaveOtherBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0xCC {
                guard byte == 0xE2, position + 2 < bytes.count else { return true }
                let code = Int(bytes[position + 1]) << 8 | Int(bytes[position + 2])
                guard (0x8090...0x82BF).contains(code) else { return true }
                position += 2
            }
            position += 1
        }
        return false
    }
}
