import BarometerCore

/// Divides a text into records and fields, byte by byte, and remembers where each stands.
///
/// The grammar is RFC 4180 with any separator: a field may be put in quotes, then a doubled quote stands for one and
/// separators and line ends are text. LF, CRLF and CR end a record. An empty line is no record. Where blanks separate,
/// any number of them counts as one.
package struct RecordScanner {
    /// One field as a stretch of the text, without its quotes.
    package struct Field {
        package var range: Range<Int>
        /// Where the field begins, with its quote.
        var start: Int
        /// Whether the stretch holds doubled quotes or escaped signs, so that its text is not the stretch itself.
        package var isWritten = false
    }

    /// What is wrong with the quotes of a record, and where.
    package enum QuoteFault: Hashable {
        /// A quote inside an unquoted field, or text behind a closing quote.
        case stray(offset: Int)
        /// The text ends inside a quoted field that began here.
        case unclosed(offset: Int)

        var code: DiagnosticCode {
            switch self {
            case .stray: .strayQuote
            case .unclosed: .unclosedQuote
            }
        }

        var offset: Int {
            switch self {
            case .stray(let offset), .unclosed(let offset): offset
            }
        }
    }

    /// What is larger than a file may have it, and where it begins; the scanner then stands still.
    package enum Excess: Hashable {
        case field(offset: Int, isQuoted: Bool)
        case record(offset: Int)
        case columns(offset: Int)
    }

    private let text: [UInt8]
    private let dialect: Dialect
    /// Whether the separator is a blank, of which several count as one.
    private let isBlankSeparated: Bool
    /// Where the next record starts.
    private(set) var offset: Int
    /// The physical line on which the next record starts, from 1.
    private(set) var line: Int
    private(set) var excess: Excess?

    package init(_ text: [UInt8], dialect: Dialect, offset: Int = 0, line: Int = 1) {
        self.text = text
        self.dialect = dialect
        self.offset = offset
        self.line = line
        isBlankSeparated = dialect.delimiter == UInt8(ascii: " ")
    }

    /// Reads the next record into `fields`; nil at the end of the text, and where a record is larger than it may be.
    ///
    /// Linear in the record.
    package mutating func next(into fields: inout [Field]) -> (offset: Int, line: Int, faults: [QuoteFault])? {
        while offset < text.count, isLineEnd(text[offset]) { skipLineEnd() }
        guard offset < text.count, excess == nil else { return nil }
        let (start, startLine) = (offset, line)
        var faults: [QuoteFault] = []
        fields.removeAll(keepingCapacity: true)
        if isBlankSeparated { skipBlanks() }
        while true {
            fields.append(nextField(&faults))
            tellExcess(of: start, fields)
            guard excess == nil else { return nil }
            if isBlankSeparated { skipBlanks() }
            guard offset < text.count else { break }
            if isLineEnd(text[offset]) {
                skipLineEnd()
                break
            }
            if !isBlankSeparated { offset += 1 }
        }
        return (start, startLine, faults)
    }

    /// How many records have how many fields; those with a fault in their quotes count only where that is said.
    static func fieldCounts(of text: [UInt8], dialect: Dialect, countsFaulty: Bool) -> [Int: Int] {
        var scanner = RecordScanner(text, dialect: dialect)
        var fields: [Field] = []
        var counts: [Int: Int] = [:]
        while let record = scanner.next(into: &fields) {
            if countsFaulty || record.faults.isEmpty { counts[fields.count, default: 0] += 1 }
        }
        return counts
    }

    /// The field at the scanner's place.
    mutating func nextField(_ faults: inout [QuoteFault]) -> Field {
        let start = offset
        var field = Field(range: start..<start, start: start)
        // Room for a field of the greatest length, its quotes and the sign behind it.
        let end = min(text.count, start + ExtractLimits.fieldBytes + 3)
        guard let quote = dialect.quote, offset < text.count, text[offset] == quote else {
            skipUnquoted(&field, until: end, faults: &faults)
            field.range = start..<offset
            return field
        }
        offset += 1
        field.range = offset..<offset
        while offset < end {
            offset = nextSign(until: end, isQuoted: true)
            guard offset < end else { break }
            let byte = text[offset]
            if byte == dialect.escape, offset + 1 < text.count {
                field.isWritten = true
                offset += 2
            } else if byte == quote {
                if offset + 1 < text.count, text[offset + 1] == quote {
                    field.isWritten = true
                    offset += 2
                    continue
                }
                field.range = field.range.lowerBound..<offset
                offset += 1
                if offset < text.count, text[offset] != dialect.delimiter, !isLineEnd(text[offset]) {
                    faults.append(.stray(offset: offset))
                    var rest = field
                    skipUnquoted(&rest, until: end, faults: &faults)
                    // Read as best it can be: the quotes are part of the text.
                    field.range = start..<offset
                    field.isWritten = false
                }
                return field
            } else if isLineEnd(byte) {
                skipLineEnd()
            } else {
                offset += 1
            }
        }
        offset = min(offset, text.count)
        field.range = field.range.lowerBound..<offset
        if offset < text.count {
            excess = .field(offset: start, isQuoted: true)
        } else {
            faults.append(.unclosed(offset: start))
        }
        return field
    }

    private mutating func skipUnquoted(_ field: inout Field, until end: Int, faults: inout [QuoteFault]) {
        var isToldOf = !faults.isEmpty
        while offset < end {
            offset = nextSign(until: end, isQuoted: false)
            guard offset < end else { break }
            let byte = text[offset]
            if byte == dialect.delimiter || isLineEnd(byte) { return }
            if byte == dialect.escape, offset + 1 < text.count {
                field.isWritten = true
                offset += 1
            } else if byte == dialect.quote, !isToldOf {
                faults.append(.stray(offset: offset))
                isToldOf = true
            }
            offset += 1
        }
        offset = min(offset, text.count)
        if end < text.count { excess = .field(offset: field.start, isQuoted: false) }
    }

    /// Where the next byte stands that means something inside a field, or the end.
    private func nextSign(until end: Int, isQuoted: Bool) -> Int {
        let quote = dialect.quote ?? UInt8(ascii: "\n")
        let escape = dialect.escape ?? quote
        let delimiter = isQuoted ? quote : dialect.delimiter
        // Sound: `end` is at most the number of bytes.
        return text.withUnsafeBufferPointer { bytes in
            var position = offset
            while position < end {
                let byte = bytes[position]
                if byte == delimiter || byte == quote || byte == escape || isLineEnd(byte) { break }
                position += 1
            }
            return position
        }
    }

    /// A field that is too long is told first, for it makes the record too long as well.
    private mutating func tellExcess(of start: Int, _ fields: [Field]) {
        guard excess == nil else { return }
        if fields.count > ExtractLimits.columns {
            excess = .columns(offset: fields[fields.count - 1].start)
        } else if offset - start > ExtractLimits.recordBytes {
            excess = .record(offset: start)
        }
    }

    private mutating func skipBlanks() {
        while offset < text.count, text[offset] == UInt8(ascii: " ") { offset += 1 }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func skipLineEnd() {
        let isPair =
            text[offset] == UInt8(ascii: "\r") && offset + 1 < text.count && text[offset + 1] == UInt8(ascii: "\n")
        offset += isPair ? 2 : 1
        line += 1
    }
}
