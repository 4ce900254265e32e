/// The distinct texts of a column, numbered in the order of their first appearance.
///
/// Texts are told apart by their bytes first, so that a text that occurs a million times is made once. `å` as one letter
/// and as `a` with a ring are one text all the same: the first of them.
package struct TextDictionary: Sendable {
    /// The texts; the position of a text is its code.
    package private(set) var texts = Texts()
    /// Codes from 1 in the order of their hashes, 0 where there is none; as many as a power of two.
    private var slots: [UInt32] = []
    private var last = 0
    /// The codes of all texts, once one came that other bytes may stand for as well.
    private var codesOfLetters: [String: Int]?

    package init() {}

    /// The code of a text, which gets the next free one where it is new.
    ///
    /// Amortised constant time.
    package mutating func encode(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if !texts.isEmpty, texts.isEqual(last, to: bytes) { return last }
        if (texts.count + 1) * 4 > slots.count * 3 { grow() }
        var slot = slot(of: bytes)
        while slots[slot] != 0 {
            let code = Int(slots[slot]) - 1
            if texts.isEqual(code, to: bytes) {
                last = code
                return code
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        if let known = knownLetters(bytes) { return known }
        last = texts.count
        texts.append(bytes)
        slots[slot] = UInt32(texts.count)
        return last
    }

    /// Gives back the memory that only new texts need; the next one asks for it again.
    mutating func settle() {
        slots = []
    }

    /// The code of a text that stands here in other bytes.
    private mutating func knownLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if codesOfLetters == nil {
            guard Texts.mayHaveOtherBytes(bytes) else { return nil }
            codesOfLetters = Dictionary(uniqueKeysWithValues: zip(texts, texts.indices))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let code = codesOfLetters?[text] { return code }
        codesOfLetters?[text] = texts.count
        return nil
    }

    private mutating func grow() {
        var size = 64
        while size * 3 < (texts.count + 1) * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for code in texts.indices {
            var slot = texts.withBytes(of: code) { self.slot(of: $0) }
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(code + 1)
        }
    }

    /// Where the search for a text begins.
    private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var position = 0
        while position < bytes.count {
            var word: UInt64 = 0
            let end = min(position + 8, bytes.count)
            while position < end {
                word = word << 8 | UInt64(bytes[position])
                position += 1
            }
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        return Int(truncatingIfNeeded: hash) & (slots.count - 1)
    }
}
