import BarometerCore

/// Divides the text of a PX file into entries, up to its cells.
///
/// After a fault it goes on at the next entry, so that all faults are told in one run.
struct PXEntryScanner {
    private let text: PXText
    private let bytes: [UInt8]
    /// Where the next entry starts; behind `DATA=` that is the first cell.
    private(set) var offset = 0

    init(_ text: PXText) {
        self.text = text
        bytes = text.bytes
    }

    /// The next entry that can be read, or nil at the end of the text.
    ///
    /// The entry DATA comes without values: its cells are not read here. Linear in the entry.
    mutating func next(bag: inout DiagnosticBag) -> PXEntry? {
        while true {
            skip { PXByte.isBlank($0) || $0 == PXByte.semicolon }
            guard offset < bytes.count else { return nil }
            let start = offset
            if var entry = head(bag: &bag) {
                guard entry.keyword != "DATA" else { return entry }
                entry.values = values(of: entry, bag: &bag)
                return entry
            }
            if offset == start { offset += 1 }
            recover()
        }
    }

    // MARK: - Before the equals sign

    private mutating func head(bag: inout DiagnosticBag) -> PXEntry? {
        let start = offset
        skip(PXByte.isKeyword)
        let keyword = text.string(start..<offset).uppercased()
        guard !keyword.isEmpty else { return unreadable(at: start, bag: &bag) }
        skip(PXByte.isBlank)
        var language: String?
        if peek == UInt8(ascii: "[") {
            let open = offset + 1
            skip { $0 != UInt8(ascii: "]") && !PXByte.isNewline($0) }
            guard peek == UInt8(ascii: "]") else { return unreadable(at: start, bag: &bag) }
            language = text.string(open..<offset).filter { $0 != "\"" && $0 != " " }
            offset += 1
            skip(PXByte.isBlank)
        }
        var subs: [String] = []
        if peek == UInt8(ascii: "(") {
            offset += 1
            guard let list = list(bag: &bag) else { return nil }
            guard peek == UInt8(ascii: ")") else { return unreadable(at: start, bag: &bag) }
            subs = list
            offset += 1
            skip(PXByte.isBlank)
        }
        guard peek == PXByte.equals else { return unreadable(at: start, bag: &bag) }
        let range = start..<offset
        offset += 1
        return PXEntry(keyword: keyword, language: language, subs: subs, values: [], range: range)
    }

    /// The texts between parentheses; nil where a quote is left open, which was told.
    private mutating func list(bag: inout DiagnosticBag) -> [String]? {
        var texts: [String] = []
        while let byte = peek, byte != UInt8(ascii: ")") {
            if byte == PXByte.quote {
                guard let range = quoted(bag: &bag) else { return nil }
                texts.append(text.string(range))
            } else if PXByte.isBlank(byte) || byte == PXByte.comma {
                offset += 1
            } else {
                let start = offset
                skip { ![PXByte.quote, PXByte.comma, PXByte.semicolon, UInt8(ascii: ")")].contains($0) }
                guard offset > start, peek != PXByte.semicolon else { return texts }
                texts.append(trimmed(start..<offset))
            }
        }
        return texts
    }

    // MARK: - Behind the equals sign

    private mutating func values(of entry: PXEntry, bag: inout DiagnosticBag) -> [PXEntry.Value] {
        var values: [PXEntry.Value] = []
        var joinsLast = false
        while let byte = peek {
            switch byte {
            case PXByte.semicolon:
                offset += 1
                return values
            case PXByte.comma:
                joinsLast = false
                offset += 1
            case PXByte.quote:
                let start = offset
                guard let range = quoted(bag: &bag) else { return values }
                if joinsLast, let last = values.indices.last {
                    values[last].text += text.string(range)
                } else {
                    values.append(PXEntry.Value(text: text.string(range), isQuoted: true, range: start..<offset))
                }
                joinsLast = true
            case _ where PXByte.isBlank(byte):
                offset += 1
                guard PXByte.isNewline(byte), PXKeyword.begins(in: bytes, at: offset) else { continue }
                bag.add(.missingEnd, path: text.path, group: "") { unended(entry) }
                return values
            default:
                let start = offset
                skip { ![PXByte.quote, PXByte.comma, PXByte.semicolon].contains($0) && !PXByte.isNewline($0) }
                values.append(PXEntry.Value(text: trimmed(start..<offset), isQuoted: false, range: start..<offset))
                joinsLast = false
            }
        }
        return values
    }

    /// The stretch between two quotes; nil where the second is missing, which was told.
    ///
    /// A text may run over lines, but not over one that begins an entry, nor over 1 MiB: there the quote was forgotten.
    private mutating func quoted(bag: inout DiagnosticBag) -> Range<Int>? {
        let open = offset
        offset += 1
        while let byte = peek {
            if byte == PXByte.quote {
                offset += 1
                return open + 1..<offset - 1
            }
            offset += 1
            if PXByte.isNewline(byte), PXKeyword.begins(in: bytes, at: offset) { break }
            if offset - open > ExtractLimits.fieldBytes { break }
        }
        bag.add(.unclosedQuote, path: text.path, group: "") {
            text.fault(
                .unclosedQuote,
                en: "the quotation mark that opens here is never closed",
                da: "anførselstegnet der åbner her, bliver aldrig lukket",
                at: open..<open + 1,
                hint: LocalizedText(en: "close the text before the semicolon", da: "luk teksten før semikolonet")
            )
        }
        return nil
    }

    // MARK: - Moving on

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skip(_ belongs: (UInt8) -> Bool) {
        while offset < bytes.count, belongs(bytes[offset]) { offset += 1 }
    }

    private func trimmed(_ range: Range<Int>) -> String {
        let end = bytes[range].lastIndex { !PXByte.isBlank($0) }.map { $0 + 1 } ?? range.lowerBound
        return text.string(range.lowerBound..<end)
    }

    /// Goes to the start of the next entry: behind a semicolon, or a line that begins with a keyword.
    private mutating func recover() {
        while offset < bytes.count {
            if offset > 0, PXByte.isNewline(bytes[offset - 1]), PXKeyword.begins(in: bytes, at: offset) { return }
            offset += 1
            if bytes[offset - 1] == PXByte.semicolon { return }
        }
    }

    private func unreadable(at start: Int, bag: inout DiagnosticBag) -> PXEntry? {
        bag.add(.unreadableEntry, path: text.path, group: "") {
            let end = bytes[start...].firstIndex { PXByte.isBlank($0) } ?? bytes.count
            return text.fault(
                .unreadableEntry,
                en: "an entry such as TITLE=\"...\"; should begin here",
                da: "her skulle begynde et nøgleord med værdi, som TITLE=\"...\";",
                at: start..<max(start + 1, end),
                hint: LocalizedText(
                    en: "look for a quotation mark or a semicolon that is missing or one too many before this place",
                    da: "se efter et anførselstegn eller semikolon der mangler eller er for meget før dette sted"
                )
            )
        }
        return nil
    }

    private func unended(_ entry: PXEntry) -> Diagnostic {
        text.fault(
            .missingEnd,
            en: "\(entry.name) does not end with a semicolon",
            da: "\(entry.name) slutter ikke med semikolon",
            at: entry.range,
            hint: LocalizedText(en: "put a semicolon behind its value", da: "sæt semikolon efter værdien")
        )
    }
}
