import BarometerCore

/// Prints diagnostics for people: place, code and message, the line with marks under the place, then the hint.
struct DiagnosticPrinter {
    let language: Language
    let isColoured: Bool

    /// Printed marks and lines are kept to this width, so that a long record does not hide its fault.
    private static let width = 100

    func lines(of diagnostic: Diagnostic) -> [String] {
        let place = diagnostic.location.map { location in
            ([location.path] + [location.line, location.column].compactMap { $0 }.map { "\($0)" }).joined(
                separator: ":"
            ) + ": "
        }
        let cell = diagnostic.location?.cell.map { language == .danish ? " (regneark: \($0))" : " (cell \($0))" } ?? ""
        let severity = diagnostic.severity.word(in: language)
        let head = "\(severity)[\(diagnostic.code.rawValue)]"
        var lines = ["\(place ?? "")\(coloured(head, diagnostic.severity)): \(diagnostic.message[language])\(cell)"]
        if let excerpt = diagnostic.excerpt {
            let (text, indent, length) = DiagnosticPrinter.window(excerpt)
            lines += ["    " + text, "    " + indent + String(repeating: "^", count: length)]
        }
        if let hint = diagnostic.hint {
            lines.append("    \(language == .danish ? "hjælp" : "hint"): \(hint[language])")
        }
        if diagnostic.count > 1 {
            lines.append(
                language == .danish
                    ? "    i alt \(diagnostic.count) gange; her vises den første"
                    : "    \(diagnostic.count) times in all; the first is shown"
            )
        }
        return lines
    }

    func tell(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            for line in lines(of: diagnostic) { Terminal.tell(line) }
        }
    }

    private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
        guard isColoured else { return text }
        let colour =
            switch severity {
            case .error: 31
            case .warning: 33
            case .note: 36
            }
        return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
    }

    /// The part of a line around its marks, what stands before them as blanks (tabs kept), and how long they are.
    private static func window(_ excerpt: SourceExcerpt) -> (text: String, indent: String, length: Int) {
        let characters = Array(excerpt.text)
        let mark = min(excerpt.marked.lowerBound - 1, characters.count)
        let start = mark < width - 20 ? 0 : mark - width / 2
        let end = min(characters.count, start + width)
        let lead = start > 0 ? "…" : ""
        let text = lead + String(characters[start..<end]) + (end < characters.count ? "…" : "")
        let before = characters[start..<min(mark, end)]
        let indent = String(repeating: " ", count: lead.count) + String(before.map { $0 == "\t" ? "\t" : " " })
        return (text, indent, max(1, min(excerpt.marked.count, end - mark)))
    }
}

extension Diagnostic.Severity {
    /// The severity as people read it.
    func word(in language: Language) -> String {
        guard language == .danish else { return rawValue }
        return switch self {
        case .error: "fejl"
        case .warning: "advarsel"
        case .note: "note"
        }
    }
}
