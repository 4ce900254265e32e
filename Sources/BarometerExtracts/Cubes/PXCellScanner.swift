import BarometerCore

/// Divides what follows `DATA=` into numbers, marks and keys.
///
/// Blanks, line ends, tabs, commas and semicolons separate; the last semicolon ends the table.
struct PXCellScanner {
    /// A number or mark, or a mark or key in quotes; the range is without the quotes.
    struct Token {
        var range: Range<Int>
        var isQuoted: Bool

        /// The range with the quotes.
        var outer: Range<Int> { isQuoted ? range.lowerBound - 1..<range.upperBound + 1 : range }
    }

    private let text: PXText
    private let bytes: [UInt8]
    private var offset: Int

    init(_ text: PXText, at offset: Int) {
        self.text = text
        bytes = text.bytes
        self.offset = offset
    }

    /// The next number, mark or key, or nil at the end of the table.
    ///
    /// Linear in the token and the separators before it.
    mutating func next(bag: inout DiagnosticBag) -> Token? {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == PXByte.quote {
                if let token = quoted(bag: &bag) { return token }
            } else if PXCellScanner.separates(byte) {
                offset += 1
                guard PXByte.isNewline(byte), PXKeyword.begins(in: bytes, at: offset) else { continue }
                tellEntryBehind(bag: &bag)
                offset = bytes.count
            } else {
                let start = offset
                repeat { offset += 1 } while offset < bytes.count && !PXCellScanner.ends(bytes[offset])
                return Token(range: start..<offset, isQuoted: false)
            }
        }
        return nil
    }

    private static func ends(_ byte: UInt8) -> Bool {
        separates(byte) || byte == PXByte.quote
    }

    private static func separates(_ byte: UInt8) -> Bool {
        PXByte.isBlank(byte) || byte == PXByte.comma || byte == PXByte.semicolon
    }

    /// A mark or key; nil where its quote is not closed on the line, which was told.
    private mutating func quoted(bag: inout DiagnosticBag) -> Token? {
        let open = offset
        offset += 1
        while offset < bytes.count, bytes[offset] != PXByte.quote, !PXByte.isNewline(bytes[offset]) { offset += 1 }
        if offset < bytes.count, bytes[offset] == PXByte.quote {
            offset += 1
            return Token(range: open + 1..<offset - 1, isQuoted: true)
        }
        bag.add(.unclosedQuote, path: text.path, group: "") {
            text.fault(
                .unclosedQuote,
                en: "the quotation mark that opens here is not closed on its line",
                da: "anførselstegnet der åbner her, bliver ikke lukket på linjen",
                at: open..<open + 1,
                hint: LocalizedText(en: "close the mark or code", da: "luk tegnet eller koden")
            )
        }
        return nil
    }

    private func tellEntryBehind(bag: inout DiagnosticBag) {
        let end = bytes[offset...].firstIndex(of: PXByte.equals) ?? offset + 1
        let fault = text.fault(
            .unreadableEntry,
            en: "an entry stands behind the cells, where none is read",
            da: "et nøgleord står efter cellerne, hvor ingen læses",
            at: offset..<end,
            hint: LocalizedText(
                en: "move it before DATA, or end DATA in the right place",
                da: "flyt det op før DATA, eller afslut DATA det rigtige sted"
            )
        )
        bag.add(fault)
    }
}

extension PXCellScanner.Token {
    /// The number or mark; nil where the text is neither.
    ///
    /// A number in quotes is none, for it may be a key.
    func cell(in text: PXText, marks: PXMarks) -> Cube.Cell? {
        if !isQuoted, let number = PXNumber.cell(text.bytes, range) { return number }
        return range.count <= 100 ? marks.cell(text.string(range)) : nil
    }

    /// Says that the text is neither a number nor a mark.
    func tellUnreadable(in text: PXText, bag: inout DiagnosticBag) {
        bag.add(.unreadableNumber, path: text.path, group: "") {
            let shown = text.string(range.lowerBound..<min(range.upperBound, range.lowerBound + 40))
            let isNumber = isQuoted && PXNumber.cell(text.bytes, range) != nil
            return text.fault(
                .unreadableNumber,
                en: "\"\(shown)\" is neither a number with decimal point nor a mark of the file",
                da: "\"\(shown)\" er hverken et tal med decimalpunktum eller et af filens tegn",
                at: outer,
                hint: isNumber
                    ? LocalizedText(en: "write numbers without quotes", da: "skriv tal uden anførselstegn")
                    : LocalizedText(
                        en: "correct the cell, or declare the mark, such as DATASYMBOL4=\"\(shown)\";",
                        da: "ret cellen, eller erklær tegnet, som DATASYMBOL4=\"\(shown)\";"
                    )
            )
        }
    }
}
