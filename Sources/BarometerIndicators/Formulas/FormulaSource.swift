import BarometerCore

/// A formula as written, with the places of its characters.
public struct FormulaSource: Sendable {
    /// A stretch of the text that stands on one line of a file.
    public struct Line: Sendable {
        /// The first character of the stretch in the text, from 0.
        public var start: Int
        /// Where that character stands.
        public var location: SourceLocation

        /// A stretch of a formula on a line of a file.
        public init(start: Int, location: SourceLocation) {
            self.start = start
            self.location = location
        }
    }

    /// The text, with lines joined by one blank.
    public var text: String
    /// The lines of the file that the text stands on, in order; empty outside files.
    public var lines: [Line]

    /// A formula's text and places.
    public init(_ text: String, lines: [Line] = []) {
        self.text = text
        self.lines = lines
    }

    /// What is to be told of some characters of the formula.
    func diagnostic(
        _ code: DiagnosticCode,
        at range: Range<Int>,
        _ message: LocalizedText,
        severity: Diagnostic.Severity = .error,
        hint: LocalizedText?,
        count: Int = 1
    ) -> Diagnostic {
        var place: SourceLocation?
        if let line = lines.last(where: { $0.start <= range.lowerBound }) {
            place = line.location
            place?.column = line.location.column.map { $0 + range.lowerBound - line.start }
        }
        // An excerpt is one line, and a line end is as long as a blank.
        let excerpt = String(text.map { $0.isNewline ? " " : $0 })
        let marked = range.lowerBound + 1..<max(range.upperBound, range.lowerBound + 1) + 1
        return Diagnostic(
            code,
            message,
            severity: severity,
            at: place,
            excerpt: SourceExcerpt(text: excerpt, marked: marked),
            hint: hint,
            count: count
        )
    }
}

/// A formula that cannot be understood or computed: all faults with their places.
public struct FormulaError: DiagnosticError {
    /// The faults.
    public let diagnostics: [Diagnostic]

    /// An error with these faults.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
