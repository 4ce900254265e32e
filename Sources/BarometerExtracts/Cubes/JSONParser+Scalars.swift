/// Strings and numbers of a JSON text.
extension JSONParser {
    /// The string that starts at the quotation mark here.
    mutating func string() throws(JSONFault) -> String {
        let opening = offset
        offset += 1
        var decoded: [UInt8] = []
        var start = offset
        var isASCII = true
        while offset < end {
            guard offset - opening <= ExtractLimits.fieldBytes else {
                throw JSONFault(.longString, at: opening..<opening + 1)
            }
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                let piece = bytes[start..<offset]
                offset += 1
                return decoded.isEmpty && start == opening + 1
                    ? try letters(piece, isASCII: isASCII, opening: opening)
                    : try letters(decoded + piece, isASCII: false, opening: opening)
            } else if byte == UInt8(ascii: "\\") {
                decoded += bytes[start..<offset]
                try appendEscape(to: &decoded)
                start = offset
            } else if byte < 0x20 {
                throw JSONFault(.controlCharacter, at: offset..<offset + 1)
            } else {
                if byte >= 0x80 { isASCII = false }
                offset += 1
            }
        }
        throw JSONFault(.unclosedString, at: opening..<opening + 1)
    }

    private mutating func letters(
        _ utf8: some Collection<UInt8>,
        isASCII: Bool,
        opening: Int
    ) throws(JSONFault) -> String {
        if isASCII { return String(decoding: utf8, as: UTF8.self) }
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw JSONFault(.notUTF8, at: opening..<offset)
        }
        if text.unicodeScalars.contains("\u{FFFD}") { remark(JSONFault(.lostLetter, at: opening..<offset)) }
        return text
    }

    /// What a backslash and the signs behind it stand for.
    private mutating func appendEscape(to decoded: inout [UInt8]) throws(JSONFault) {
        let start = offset
        guard offset + 1 < end else { throw cutOff }
        let sign = bytes[offset + 1]
        if let byte = JSONParser.escapes.first(where: { $0.sign == sign })?.byte {
            decoded.append(byte)
            offset += 2
            return
        }
        guard let unit = codeUnit(at: offset) else {
            offset += 1
            throw JSONFault(.unknownEscape, at: start..<characterHere.upperBound)
        }
        offset += 6
        var scalar = UnicodeScalar(UInt32(unit))
        if UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: offset), UTF16.isTrailSurrogate(trail) {
            offset += 6
            scalar = UnicodeScalar(0x1_0000 + (UInt32(unit) - 0xD800) << 10 + UInt32(trail) - 0xDC00)
        }
        // Half of a pair is no letter; the sign for a lost one is told where the string ends.
        decoded.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
    }

    private static let escapes: [(sign: UInt8, byte: UInt8)] = [
        (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "\\"), UInt8(ascii: "\\")),
        (UInt8(ascii: "/"), UInt8(ascii: "/")), (UInt8(ascii: "b"), 0x08), (UInt8(ascii: "f"), 0x0C),
        (UInt8(ascii: "n"), 0x0A), (UInt8(ascii: "r"), 0x0D), (UInt8(ascii: "t"), 0x09),
    ]

    /// The code unit of a `\u` and four hexadecimal digits; nil where there are none.
    private func codeUnit(at offset: Int) -> UInt16? {
        guard offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt16 = 0
        for byte in bytes[offset + 2..<offset + 6] {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// Steps over a number: `-`, whole digits without a leading zero, `.` and digits, `e` and digits.
    mutating func skipNumber() throws(JSONFault) {
        let word = wordHere
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let hasLeadingZero = offset < end && bytes[offset] == UInt8(ascii: "0")
        let whole = skipDigits()
        var isWellFormed = whole > 0
        if hasLeadingZero, whole > 1 { throw JSONFault(.leadingZero, at: word) }
        if offset < end, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            isWellFormed = skipDigits() > 0 && isWellFormed
        }
        if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < end, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
            isWellFormed = skipDigits() > 0 && isWellFormed
        }
        if offset == end, !isWellFormed { throw cutOff }
        guard isWellFormed, offset == word.upperBound else { throw JSONFault(.malformedNumber, at: word) }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
        return offset - start
    }
}
