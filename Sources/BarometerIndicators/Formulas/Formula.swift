import BarometerCore

/// What an indicator computes, as a tree of its parts with their places in the text.
///
/// The language: a dataset with a filter gives figures (`valg[VALGSTED="7. Nord"]`), `rate(a, b)` is 100 a / b,
/// `gap(a, b)` is a − b, and figures and numbers can be added, subtracted, multiplied and divided.
public indirect enum Formula: Sendable {
    /// A whole or decimal number.
    case number(Double)
    /// Figures of a dataset.
    case figures(FigureSelection)
    /// The sum of one thing divided by the sum of another, in percent.
    case rate(numerator: Part, denominator: Part)
    /// The figures of a group minus those of its reference.
    case gap(group: Part, reference: Part)
    /// Two figures joined by a sign.
    case combined(Operator, Part, Part)

    /// A sign between two figures.
    public enum Operator: String, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    /// A part of a formula with its place in the text.
    public struct Part: Sendable {
        /// What the part computes; the parts below it carry their own places.
        public var formula: Formula
        /// The characters of the text, from 0.
        public var range: Range<Int>
    }
}

/// Which figures of a dataset take part.
public struct FigureSelection: Sendable {
    /// A condition on a dimension: one of these values, or none of them.
    public struct Condition: Sendable {
        /// The dimension by its name in the table.
        public var dimension: Name
        /// The codes or labels, at least one; `*` stands for all codes that are no totals.
        public var values: [Name]
        /// Whether all values but these are meant, written `!=`.
        public var excluding: Bool
    }

    /// A name with its place in the text.
    public struct Name: Sendable {
        /// The name without its quotation marks.
        public var text: String
        /// The characters of the formula's text, from 0, with the quotation marks.
        public var range: Range<Int>
    }

    /// The dataset by its id in the catalogue.
    public var dataset: Name
    /// The measure, where the dataset has several; nil takes the first.
    public var measure: Name?
    /// What a row must meet, all of it; dimensions without a condition take part without their totals.
    public var conditions: [Condition]
}

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

    /// A fault at some characters of the formula.
    func fault(
        _ code: DiagnosticCode,
        at range: Range<Int>,
        _ message: LocalizedText,
        hint: LocalizedText?
    ) -> Diagnostic {
        var place: SourceLocation?
        if let line = lines.last(where: { $0.start <= range.lowerBound }) {
            place = line.location
            place?.column = line.location.column.map { $0 + range.lowerBound - line.start }
        }
        let marked = range.lowerBound + 1..<max(range.upperBound, range.lowerBound + 1) + 1
        return Diagnostic(code, message, at: place, excerpt: SourceExcerpt(text: text, marked: marked), hint: hint)
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

extension Formula {
    /// The datasets that the formula uses, each once, in the order of the text.
    public var datasets: [String] {
        let names: [String] =
            switch self {
            case .number: []
            case .figures(let selection): [selection.dataset.text]
            case .rate(let first, let second), .gap(let first, let second), .combined(_, let first, let second):
                first.formula.datasets + second.formula.datasets
            }
        return names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
