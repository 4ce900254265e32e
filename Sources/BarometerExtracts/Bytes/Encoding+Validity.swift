extension Encoding {
    /// Whether bytes are UTF-8, without making a text of them.
    ///
    /// Linear in the size, eight bytes at a time where they are ASCII.
    package static func isUTF8(_ bytes: [UInt8]) -> Bool {
        // Sound: every read is within `count` bytes.
        bytes.withUnsafeBytes { bytes in
            let count = bytes.count
            var position = 0
            while position < count {
                if position + 8 <= count,
                    bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    position += 8
                    continue
                }
                let length = letterLength(bytes, at: position)
                guard length > 0 else { return false }
                position += length
            }
            return true
        }
    }

    /// How many bytes the letter here takes; 0 where they are none.
    private static func letterLength(_ bytes: UnsafeRawBufferPointer, at position: Int) -> Int {
        let lead = bytes[position]
        let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 1 else { return length }
        guard position + length <= bytes.count else { return 0 }
        for offset in 1..<length where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
        let next = bytes[position + 1]
        // No letter is written longer than it need be, none is half of a pair, and none is beyond the last one.
        let isOutside =
            switch lead {
            case 0xE0: next < 0xA0
            case 0xED: next >= 0xA0
            case 0xF0: next < 0x90
            case 0xF4: next >= 0x90
            default: false
            }
        return isOutside ? 0 : length
    }
}
