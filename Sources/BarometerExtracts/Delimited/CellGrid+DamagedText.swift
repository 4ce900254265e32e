import BarometerCore

extension CellGrid {
    /// Letters that were lost or mangled before the file came to us are told of and never repaired, in headings and in
    /// cells.
    func tellDamagedText(_ bag: inout DiagnosticBag) {
        for (position, column) in columns.enumerated() {
            if CellGrid.isDamaged(column.name) {
                bag.add(.damagedText, severity: .warning, path: path, group: "") {
                    let (location, excerpt) = headingPlace(column: position)
                    return CellGrid.damaged(column.name, location, excerpt)
                }
            }
            guard !column.texts.areASCII else { continue }
            for (code, text) in column.texts.enumerated() where CellGrid.isDamaged(text) {
                bag.add(.damagedText, severity: .warning, path: path, group: column.name, count: column.counts[code]) {
                    let (location, excerpt) = place(row: column.firstRows[code], column: position)
                    return CellGrid.damaged(text, location, excerpt)
                }
            }
        }
    }

    private static func damaged(_ text: String, _ location: SourceLocation, _ excerpt: SourceExcerpt?) -> Diagnostic {
        Diagnostic(
            .damagedText,
            LocalizedText(
                en: "\"\(text)\" holds letters that were damaged before the file came here",
                da: "\"\(text)\" indeholder bogstaver der blev ødelagt før filen kom hertil"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(
                en: "name the encoding with --encoding, or fetch the file again",
                da: "nævn tegnsættet med --encoding, eller hent filen igen"
            )
        )
    }

    /// What UTF-8 letters look like that were read as Windows-1252 and written again.
    private static let mojibake = ["Ã¸", "Ã¦", "Ã¥", "Ã˜", "Ã†", "Ã…", "Ã©", "Ã¶", "Ã¤", "Ã¼", "â€"]

    static func isDamaged(_ text: String) -> Bool {
        // All signs of damage begin with one of three pairs of bytes, which ordinary texts do not have.
        var previous: UInt8 = 0
        var isSuspicious = false
        for byte in text.utf8 {
            if previous == 0xC3, byte == 0x83 || byte == 0xA2 { isSuspicious = true }
            if previous == 0xEF, byte == 0xBF { isSuspicious = true }
            previous = byte
        }
        return isSuspicious && hasSigns(text)
    }

    private static func hasSigns(_ text: String) -> Bool {
        text.unicodeScalars.contains("\u{FFFD}") || mojibake.contains { text.contains($0) }
    }
}
