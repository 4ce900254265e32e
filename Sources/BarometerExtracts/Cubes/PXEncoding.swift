import BarometerCore

/// Which encoding a PX file is in, weighing what CODEPAGE says against the bytes.
struct PXEncoding {
    /// How CODEPAGE and the bytes disagree.
    enum Doubt {
        /// The bytes are valid UTF-8, or cannot be; the encoding that was taken follows from them.
        case contradicted
        /// A name that is not known, in a file where it matters.
        case unknown
    }

    var encoding: Encoding
    /// The text as UTF-8 without a mark.
    var text: [UInt8]
    var doubt: Doubt?

    /// Decides the encoding; valid UTF-8 with letters beyond ASCII wins over every other CODEPAGE.
    ///
    /// Without a CODEPAGE a file is Windows-1252, and so is one that says UTF-8 and has nothing but single bytes over
    /// 7F. Linear in the size.
    init(_ bytes: [UInt8], codepage: String?, override: Encoding?) {
        let detected = Encoding.detected(in: bytes)
        let declared = codepage.map(PXEncoding.named)
        encoding = override ?? detected
        if override == nil {
            let isPlain = detected != .utf8WithMark && bytes.allSatisfy { $0 < 0x80 }
            switch (declared, detected) {
            case (_, _) where isPlain: encoding = declared?.encoding ?? .windows1252
            case (.utf8?, .windows1252) where PXEncoding.hasLetters(beyondASCIIInUTF8: bytes): encoding = .utf8
            case (.utf8?, .windows1252): doubt = .contradicted
            case (.unknown?, .windows1252): doubt = .unknown
            case (.utf8?, _), (nil, _), (_, .windows1252): break
            default: doubt = .contradicted
            }
        }
        let isLatin9 = declared == .latin9 && override == nil && encoding == .windows1252
        text = encoding.decode(isLatin9 ? bytes.map { PXEncoding.latin9[$0] ?? $0 } : bytes)
    }

    private enum Name {
        case utf8, windows1252, latin9, unknown

        var encoding: Encoding { self == .utf8 ? .utf8 : .windows1252 }
    }

    private static func named(_ name: String) -> Name {
        switch Encoding(named: name) {
        case .utf8, .utf8WithMark: .utf8
        case .windows1252: .windows1252
        case .utf16LittleEndian, .utf16BigEndian: .unknown
        case nil:
            switch name.lowercased() {
            case "iso-8859-15", "latin9", "latin-9": .latin9
            case "iso8859-1", "windows1252", "us-ascii", "ascii": .windows1252
            default: .unknown
            }
        }
    }

    /// Whether some letter is proper UTF-8 although not all bytes are, so that the file is damaged and not mislabelled.
    private static func hasLetters(beyondASCIIInUTF8 bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.value >= 0x80 && $0 != "\u{FFFD}" }
    }

    /// The eight places where ISO-8859-15 has other letters than ISO-8859-1, as bytes of Windows-1252.
    private static let latin9: [UInt8: UInt8] = [
        0xA4: 0x80, 0xA6: 0x8A, 0xA8: 0x9A, 0xB4: 0x8E, 0xB8: 0x9E, 0xBC: 0x8C, 0xBD: 0x9C, 0xBE: 0x9F,
    ]
}

extension PXEncoding {
    /// The value of CODEPAGE, which is found before the encoding is known since all structure is ASCII.
    static func codepage(in bytes: [UInt8]) -> String? {
        var scanner = PXEntryScanner(PXText(bytes: Array(bytes.drop { $0 >= 0x80 }), path: ""))
        var ignored = DiagnosticBag()
        while let entry = scanner.next(bag: &ignored), entry.keyword != "DATA" {
            if entry.keyword == "CODEPAGE" { return entry.values.first?.text }
        }
        return nil
    }

    /// Tells of a CODEPAGE that contradicts the bytes or is not known.
    func tell(_ entry: PXEntry?, in text: PXText, bag: inout DiagnosticBag) {
        guard let doubt, let value = entry?.values.first else { return }
        let hint = LocalizedText(
            en: "correct CODEPAGE, or name the encoding with --encoding",
            da: "ret CODEPAGE, eller nævn tegnsættet med --encoding"
        )
        switch doubt {
        case .contradicted:
            let fault = text.fault(
                .doubtfulEncoding,
                en: "CODEPAGE says \"\(value.text)\", but the bytes are \(encoding.rawValue), which was taken",
                da: "CODEPAGE siger \"\(value.text)\", men filens bytes er \(encoding.rawValue), som blev brugt",
                severity: .warning,
                at: value.range,
                hint: hint
            )
            bag.add(fault)
        case .unknown:
            let fault = text.fault(
                .doubtfulEncoding,
                en: "the encoding \"\(value.text)\" is not known here",
                da: "tegnsættet \"\(value.text)\" kendes ikke her",
                at: value.range,
                hint: LocalizedText(
                    en: "save the file as UTF-8, or name the encoding with --encoding",
                    da: "gem filen som UTF-8, eller nævn tegnsættet med --encoding"
                )
            )
            bag.add(fault)
        }
    }

    /// Tells of letters that were lost before the file came to us; they are never repaired.
    static func tellDamage(in text: PXText, bag: inout DiagnosticBag) {
        let bytes = text.bytes
        var (first, count, position) = (0, 0, 0)
        while let found = bytes[position...].firstIndex(of: 0xEF) {
            position = found + 1
            guard found + 2 < bytes.count, bytes[found + 1] == 0xBF, bytes[found + 2] == 0xBD else { continue }
            if count == 0 { first = found }
            count += 1
        }
        guard count > 0 else { return }
        bag.add(.damagedText, severity: .warning, path: text.path, group: "", count: count) {
            text.fault(
                .damagedText,
                en: "the text holds a sign that stands for a lost letter",
                da: "teksten indeholder et tegn der står for et tabt bogstav",
                at: first..<first + 3,
                hint: LocalizedText(
                    en: "name the encoding with --encoding, or fetch the file again",
                    da: "nævn tegnsættet med --encoding, eller hent filen igen"
                )
            )
        }
    }
}
