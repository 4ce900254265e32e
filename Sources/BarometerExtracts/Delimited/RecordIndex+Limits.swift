import BarometerCore

extension RecordIndex {
    /// What to tell where a field or record is larger than it may be, or a record has too many fields; nil elsewhere.
    var tooLarge: Diagnostic? {
        guard let excess else { return nil }
        let (offset, code, message, hint) = RecordIndex.wording(of: excess)
        let (location, excerpt) = place(of: offset..<offset + 1)
        return Diagnostic(code, message, at: location, excerpt: excerpt, hint: hint)
    }

    /// Where the excess is, and what is told of it.
    static func wording(
        of excess: RecordScanner.Excess
    ) -> (offset: Int, code: DiagnosticCode, message: LocalizedText, hint: LocalizedText) {
        switch excess {
        case .field(let offset, isQuoted: true):
            (
                offset, .unclosedQuote,
                LocalizedText(
                    en: "the quotation mark that opens here is not closed within 1 MiB",
                    da: "anførselstegnet der åbner her, bliver ikke lukket inden for 1 MiB"
                ),
                LocalizedText(
                    en: "close the field, or say --quote none",
                    da: "luk feltet, eller skriv --quote none"
                )
            )
        case .field(let offset, isQuoted: false):
            (
                offset, .tooLarge,
                LocalizedText(
                    en: "the field that begins here is longer than 1 MiB",
                    da: "feltet der begynder her, er længere end 1 MiB"
                ),
                LocalizedText(
                    en: "name the sign between fields with --delimiter, or fetch the extract again as a table",
                    da: "nævn skilletegnet med --delimiter, eller hent udtrækket igen som en tabel"
                )
            )
        case .record(let offset):
            (
                offset, .tooLarge,
                LocalizedText(
                    en: "the record that begins here is longer than 16 MiB",
                    da: "posten der begynder her, er længere end 16 MiB"
                ),
                LocalizedText(
                    en: "look for a quotation mark that is never closed, or fetch the extract again with line ends",
                    da: "led efter et anførselstegn der ikke bliver lukket, eller hent udtrækket igen med linjeskift"
                )
            )
        case .columns(let offset):
            (
                offset, .tooLarge,
                LocalizedText(
                    en: "the record has more than 100,000 fields",
                    da: "posten har mere end 100.000 felter"
                ),
                LocalizedText(
                    en: "name the sign between fields with --delimiter, or fetch the extract as a long table",
                    da: "nævn skilletegnet med --delimiter, eller hent udtrækket som en lang tabel"
                )
            )
        }
    }
}
