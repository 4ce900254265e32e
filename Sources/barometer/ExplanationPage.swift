import BarometerCore
import BarometerReports

extension DiagnosticCode {
    /// The explanation for people: the rule, its cause and cure, and an example under each other.
    func page(in language: Language) -> String {
        let page = explanation
        let severities = page.severities.map { $0.word(in: language) }.joined(separator: ", ")
        var parts = [
            "\(rawValue) (\(severities)): \(page.title[language])".folded(),
            "\(language == .danish ? "Årsag" : "Cause"): \(page.cause[language])".folded(),
            "\(language == .danish ? "Løsning" : "Cure"): \(page.cure[language])".folded(),
        ]
        if let example = page.example {
            parts.append("\(example.form.heading[language]):\n\(example.faulty.indented)")
            parts.append("\(language == .danish ? "Rettet" : "Mended"):\n\(example.mended.indented)")
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The explanation in the form that scripts rely on.
    func json(language: Language) -> JSONValue {
        let page = explanation
        return .object([
            "code": .string(rawValue),
            "severities": .array(page.severities.map { .string($0.rawValue) }),
            "title": .string(page.title[language]),
            "cause": .string(page.cause[language]),
            "cure": .string(page.cure[language]),
            "example": page.example.map { example in
                .object([
                    "form": .string(example.form.rawValue),
                    "faulty": .string(example.faulty),
                    "mended": .string(example.mended),
                ])
            } ?? .null,
        ])
    }
}

extension Explanation.Example.Form {
    fileprivate var heading: LocalizedText {
        switch self {
        case .file: LocalizedText(en: "Example, a file", da: "Eksempel, en fil")
        case .passage: LocalizedText(en: "Example, in Data/tutorial", da: "Eksempel, i Data/tutorial")
        case .command: LocalizedText(en: "Example, a command", da: "Eksempel, en kommando")
        }
    }
}

extension String {
    /// Pages are as wide as excerpts under messages.
    private static let width = 100

    /// The words on lines of a page's width.
    fileprivate func folded() -> String {
        var lines = [""]
        for word in split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + 1 + word.count <= String.width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
    }
}
