/// Where fields end within a window of a file.
enum SeparatorIndex {
    @inline(__always)
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// How many bytes of a word stand before the first that equals `byte`; 8 where none does.
    @inline(__always)
    static func first(_ byte: UInt8, in word: UInt64) -> Int {
        // The lowest byte that is found is one, whatever the borrow does to those above it.
        let difference = word ^ (UInt64(byte) &* ones)
        let hits = (difference &- ones) & ~difference & 0x8080_8080_8080_8080
        return hits.trailingZeroBitCount &>> 3
    }

    /// 0x80 in each byte of a word that equals the byte repeated in `pattern`, exactly.
    @inline(__always)
    private static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((difference & low) &+ low) | difference | low)
    }

    /// Writes the offset of every separator and line feed of `count` bytes, quotes or not; gives how many there are.
    ///
    /// The bytes must be followed by seven more that may be read; `ends` must have room for `count` offsets.
    @inline(never)
    static func find(
        in bytes: UnsafePointer<UInt8>,
        count: Int,
        delimiter: UInt8,
        into ends: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let delimiters = UInt64(delimiter) &* ones
        let lineFeeds = UInt64(0x0A) &* ones
        var found = 0
        var position = 0
        while position < count {
            let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self)
            var hits = matches(word, delimiters) | matches(word, lineFeeds)
            while hits != 0 {
                ends[found] = UInt32(truncatingIfNeeded: position &+ hits.trailingZeroBitCount &>> 3)
                found &+= 1
                hits &= hits &- 1
            }
            position &+= 8
        }
        while found > 0, Int(ends[found - 1]) >= count { found -= 1 }
        return found
    }

    /// The same for bytes in which quoted fields may hold separators, which then end no field.
    ///
    /// nil where a quoted field holds a line feed or a doubled quote, or text stands behind a closing quote.
    @inline(never)
    static func findOutsideQuotes(
        in bytes: UnsafePointer<UInt8>,
        count: Int,
        delimiter: UInt8,
        quote: UInt8,
        into ends: UnsafeMutablePointer<UInt32>
    ) -> Int? {
        var found = 0
        var position = 0
        while position < count {
            if bytes[position] == quote {
                position += 1
                while position < count, bytes[position] != quote {
                    if bytes[position] == 0x0A { return nil }
                    position += 1
                }
                position += 1
                guard position < count else { break }
                let byte = bytes[position]
                if byte != delimiter, byte != 0x0A, byte != 0x0D { return nil }
            }
            while position < count, bytes[position] != delimiter, bytes[position] != 0x0A { position += 1 }
            guard position < count else { break }
            ends[found] = UInt32(truncatingIfNeeded: position)
            found += 1
            position += 1
        }
        return found
    }

    /// The offset of the first `byte` at or behind `start`; the bytes must hold one, with seven more behind it.
    @inline(__always)
    static func first(_ byte: UInt8, from start: UnsafePointer<UInt8>) -> Int {
        var offset = 0
        while true {
            let place = first(byte, in: UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self))
            if place < 8 { return offset &+ place }
            offset &+= 8
        }
    }
}
