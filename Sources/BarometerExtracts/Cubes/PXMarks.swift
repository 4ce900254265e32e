import BarometerCore

/// What stands in place of a number among the cells of a PX file, and what it means.
///
/// By the file format one to six dots are the symbols 1 to 6, whatever DATASYMBOL1 to DATASYMBOL6 make of them on
/// paper. Other prints, such as `:`, mean the symbol whose DATASYMBOL they are.
struct PXMarks {
    private var prints: [String: ObservationStatus] = [:]

    /// The meaning of each symbol; seven dots are a sum of different symbols.
    private static let symbols: [ObservationStatus] = [
        .cannotOccur, .uncertainOrConfidential, .notYetAvailable, .notAvailable, .notAvailable, .notAvailable,
        .notAvailable,
    ]

    /// The marks of the format and those that the file declares.
    init(_ header: PXHeader) {
        let names = (1...6).map { ("DATASYMBOL\($0)", PXMarks.symbols[$0 - 1]) }
        for (keyword, status) in names + [("DATASYMBOLSUM", .notAvailable), ("DATASYMBOLNIL", .nilValue)] {
            // Of two symbols with the same print the first counts, as for the dots.
            for print in [header.entry(keyword), header.translated(keyword)].compactMap({ $0?.values.first?.text })
            where prints[print] == nil {
                prints[print] = status
            }
        }
    }

    /// The cell that a mark stands for; nil where it is none.
    func cell(_ text: String) -> Cube.Cell? {
        guard let status = status(text) else { return nil }
        return status == .nilValue ? .number(DecimalNumber(digits: 0, decimals: 0), status) : .missing(status)
    }

    private func status(_ text: String) -> ObservationStatus? {
        if text == "-" { return .nilValue }
        if !text.isEmpty, text.utf8.count <= PXMarks.symbols.count, text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) {
            return PXMarks.symbols[text.utf8.count - 1]
        }
        return prints[text]
    }
}
