import BarometerCore
import BarometerIndicators
import Yams

/// A YAML file while it is read: gathers faults with line and column instead of stopping at the first.
///
/// Scalars are taken as the text that stands there: YAML would make the code `015` a number and `no` a truth value.
final class CatalogueFile {
    let path: String
    private let lines: [Substring]
    private(set) var faults: [Diagnostic] = []

    init(text: String, path: String) {
        self.path = path
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The mapping at the top of the file, or nil where the text is no YAML mapping, which is told.
    func top() -> CatalogueMapping? {
        do {
            guard let node = try Yams.compose(yaml: lines.joined(separator: "\n")) else {
                addFault(
                    .unreadableCatalogue,
                    at: nil,
                    LocalizedText(en: "the file is empty", da: "filen er tom"),
                    hint: nil
                )
                return nil
            }
            return mapping(node)
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            let names = duplicates.joined(separator: ", ")
            let place = place(ofRepeated: duplicates, after: context.mark)
            addFault(
                .repeatedKey,
                line: place?.line ?? context.mark.line,
                column: place?.column ?? context.mark.column,
                LocalizedText(en: "\(names) is given twice", da: "\(names) er angivet to gange"),
                hint: LocalizedText(en: "keep one of them", da: "behold den ene"),
                length: names.count
            )
        } catch YamlError.parser(_, let problem, let mark, _), YamlError.scanner(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            addFault(
                .unreadableCatalogue,
                at: mark,
                LocalizedText(en: "this is no YAML: \(problem)", da: "dette er ikke YAML: \(problem)"),
                hint: LocalizedText(
                    en: "check indentation, colons and quotation marks on and before this line",
                    da: "kontrollér indrykning, koloner og anførselstegn på og før denne linje"
                )
            )
        } catch {
            addFault(
                .unreadableCatalogue,
                at: nil,
                LocalizedText(en: "this is no YAML: \(error)", da: "dette er ikke YAML: \(error)"),
                hint: LocalizedText(
                    en: "save the file as plain UTF-8 text with one document in it",
                    da: "gem filen som ren UTF-8-tekst med ét dokument i"
                )
            )
        }
        return nil
    }

    /// A node as keys with values, or nil where it is something else, which is told.
    func mapping(_ node: Node) -> CatalogueMapping? {
        guard case .mapping(let mapping) = node else {
            addFault(
                .wrongValue,
                at: node.mark,
                LocalizedText(en: "keys with values are expected here", da: "her ventes nøgler med værdier"),
                hint: LocalizedText(en: "write \"key: value\" lines", da: "skriv linjer med \"nøgle: værdi\"")
            )
            return nil
        }
        return CatalogueMapping(file: self, node: mapping)
    }

    /// Adds a fault at a place of the file; without a place it concerns the whole file.
    func addFault(
        _ code: DiagnosticCode,
        at mark: Mark?,
        _ message: LocalizedText,
        hint: LocalizedText?,
        length: Int = 1
    ) {
        addFault(code, line: mark?.line, column: mark?.column, message, hint: hint, length: length)
    }

    private func addFault(
        _ code: DiagnosticCode,
        line: Int?,
        column: Int?,
        _ message: LocalizedText,
        hint: LocalizedText?,
        length: Int
    ) {
        var excerpt: SourceExcerpt?
        if let line, let column, lines.indices.contains(line - 1) {
            excerpt = SourceExcerpt(text: String(lines[line - 1]), marked: column..<column + max(1, length))
        }
        let location = SourceLocation(path: path, line: line, column: column)
        faults.append(Diagnostic(code, message, at: location, excerpt: excerpt, hint: hint))
    }

    /// Adds faults that were found elsewhere in what the file describes.
    func add(_ diagnostics: [Diagnostic]) {
        faults += diagnostics
    }

    /// A mark as a place for messages.
    func location(of mark: Mark?) -> SourceLocation {
        guard let mark, mark.line > 0, mark.column > 0 else { return SourceLocation(path: path) }
        return SourceLocation(path: path, line: mark.line, column: mark.column)
    }

    /// Where the characters of a text stand: a stretch for each line, and one more behind each escape.
    ///
    /// Whatever way the text is written, only its blanks and line ends differ from those of the file, and what escapes
    /// them. Empty where the node is no text or has no place.
    func lines(of node: Node) -> [FormulaSource.Line] {
        guard let scalar = node.scalar, let mark = node.mark, mark.line > 0, mark.column > 0 else { return [] }
        let isBlock = scalar.style == .folded || scalar.style == .literal
        // A block begins on the line below its mark; the mark of a quoted text is that of its opening quotation mark.
        var line = isBlock ? mark.line : mark.line - 1
        var column = isBlock ? 0 : scalar.style == .plain ? mark.column - 1 : mark.column
        var rest = lines.indices.contains(line) ? Array(lines[line]) : []
        var result: [FormulaSource.Line] = []
        for (index, character) in scalar.string.enumerated() where !character.isWhitespace {
            while column >= rest.count || rest[column] != character {
                if column >= rest.count {
                    line += 1
                    guard lines.indices.contains(line) else { return result }
                    (rest, column) = (Array(lines[line]), 0)
                } else {
                    guard rest[column].isWhitespace || "\\'\"".contains(rest[column]) else { return result }
                    column += 1
                }
            }
            let place = SourceLocation(path: path, line: line + 1, column: column + 1)
            if result.last.map({ $0.isFollowed(by: place, after: index - $0.start) }) != true {
                result.append(FormulaSource.Line(start: index, location: place))
            }
            column += 1
        }
        return result
    }

    /// The second place of a repeated key; the parser only gives that of the first.
    private func place(ofRepeated names: [String], after first: Mark) -> (line: Int, column: Int)? {
        guard let name = names.first else { return nil }
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            let indentation = line.prefix { $0 == " " }.count
            if indentation == first.column - 1, line.dropFirst(indentation).hasPrefix("\(name):") {
                return (index + 1, indentation + 1)
            }
        }
        return nil
    }
}

extension FormulaSource.Line {
    /// Whether a place is so many characters behind the stretch's first on the same line.
    fileprivate func isFollowed(by place: SourceLocation, after count: Int) -> Bool {
        place.line == location.line && place.column == location.column.map { $0 + count }
    }
}
