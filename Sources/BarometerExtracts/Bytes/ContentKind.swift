import BarometerCore

/// What a file is, told from its first bytes: statistics of some form, or something that only has such a name.
enum ContentKind: Equatable {
    case delimited
    case px
    case jsonStat
    case jsonLines
    /// No statistics: what it is, and what to do.
    case other(Other)

    /// A file that cannot be read as statistics.
    struct Other: Equatable {
        var name: LocalizedText
        var cure: LocalizedText
    }

    init(_ bytes: [UInt8]) {
        if let other = ContentKind.signatures.first(where: { bytes.starts(with: $0.bytes) })?.other {
            self = .other(other)
            return
        }
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if bytes.allSatisfy({ $0 == 0 || $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }) {
            self = .other(bytes.contains(0) ? ContentKind.nulls : ContentKind.empty)
        } else if !isUTF16, bytes.prefix(4096).contains(0) {
            self = .other(ContentKind.binary)
        } else if ContentKind.isMarkup(bytes) {
            self = .other(ContentKind.page)
        } else if PXReader.recognises(bytes) {
            self = .px
        } else if JSONLinesReader.recognises(bytes) {
            self = .jsonLines
        } else if JSONStatReader.recognises(bytes) {
            self = .jsonStat
        } else if ContentKind.firstSign(bytes) == UInt8(ascii: "{") || ContentKind.firstSign(bytes) == UInt8(ascii: "[")
        {
            self = .other(ContentKind.answer(bytes))
        } else {
            self = .delimited
        }
    }

    private static func firstSign(_ bytes: [UInt8]) -> UInt8? {
        bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.first
    }

    /// Whether the file is a page or another document in angle brackets.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        guard firstSign(bytes) == UInt8(ascii: "<") else { return false }
        let start = String(decoding: bytes.prefix(2000), as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<head", "<body", "<?xml", "<error"].contains { start.contains($0) }
    }

    /// A JSON answer that holds no cube: what it says is passed on.
    private static func answer(_ bytes: [UInt8]) -> Other {
        let text = String(decoding: bytes.prefix(400), as: UTF8.self)
        let said = text.split(separator: "\n").joined(separator: " ")
        return Other(
            name: LocalizedText(
                en: "an answer in JSON and no figures: \(said)",
                da: "et svar i JSON og ingen tal: \(said)"
            ),
            cure: LocalizedText(
                en: "ask the service again, for fewer cells or with a valid key",
                da: "spørg tjenesten igen, om færre celler eller med en gyldig nøgle"
            )
        )
    }

    // MARK: Files that are no statistics

    private static let empty = Other(
        name: LocalizedText(en: "an empty file", da: "en tom fil"),
        cure: LocalizedText(en: "fetch the extract again", da: "hent udtrækket igen")
    )
    private static let nulls = Other(
        name: LocalizedText(
            en: "a file of zero bytes, as a broken transfer leaves it",
            da: "en fil af nulbytes, som en afbrudt overførsel efterlader"
        ),
        cure: LocalizedText(en: "fetch the extract again", da: "hent udtrækket igen")
    )
    private static let binary = Other(
        name: LocalizedText(en: "a file of binary data", da: "en fil med binære data"),
        cure: LocalizedText(en: "export the table as CSV", da: "eksportér tabellen som CSV")
    )
    private static let page = Other(
        name: LocalizedText(en: "a web page or XML document", da: "en webside eller et XML-dokument"),
        cure: LocalizedText(
            en: "open it to see what the server said, and fetch the extract again as CSV",
            da: "åbn den for at se hvad serveren svarede, og hent udtrækket igen som CSV"
        )
    )

    private static let signatures: [(bytes: [UInt8], other: Other)] = [
        (
            [0x1F, 0x8B],
            Other(
                name: LocalizedText(en: "a file compressed with gzip", da: "en fil pakket med gzip"),
                cure: LocalizedText(en: "unpack it with gunzip first", da: "pak den ud med gunzip først")
            )
        ),
        (
            [0x50, 0x4B, 0x03, 0x04],
            Other(
                name: LocalizedText(
                    en: "an Excel workbook or a zip file",
                    da: "en Excel-projektmappe eller en zip-fil"
                ),
                cure: LocalizedText(
                    en: "save the sheet as CSV, or unpack the zip file",
                    da: "gem arket som CSV, eller pak zip-filen ud"
                )
            )
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            Other(
                name: LocalizedText(en: "an old Excel workbook", da: "en gammel Excel-projektmappe"),
                cure: LocalizedText(en: "save the sheet as CSV", da: "gem arket som CSV")
            )
        ),
        (
            Array("%PDF".utf8),
            Other(
                name: LocalizedText(en: "a PDF document", da: "et PDF-dokument"),
                cure: LocalizedText(en: "fetch the table as CSV", da: "hent tabellen som CSV")
            )
        ),
        (
            Array("PAR1".utf8),
            Other(
                name: LocalizedText(en: "a Parquet file", da: "en Parquet-fil"),
                cure: LocalizedText(en: "export the table as CSV", da: "eksportér tabellen som CSV")
            )
        ),
        (
            Array("SQLite format".utf8),
            Other(
                name: LocalizedText(en: "an SQLite database", da: "en SQLite-database"),
                cure: LocalizedText(en: "export the table as CSV", da: "eksportér tabellen som CSV")
            )
        ),
        (
            [0x42, 0x5A, 0x68],
            Other(
                name: LocalizedText(en: "a file compressed with bzip2", da: "en fil pakket med bzip2"),
                cure: LocalizedText(en: "unpack it with bunzip2 first", da: "pak den ud med bunzip2 først")
            )
        ),
    ]
}

extension ContentKind.Other {
    func diagnostic(path: String) -> Diagnostic {
        Diagnostic(
            .noStatistics,
            LocalizedText(en: "this is \(name.en)", da: "dette er \(name.da)"),
            at: SourceLocation(path: path),
            hint: cure
        )
    }
}
