/// A fault or remark: what is wrong, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
    /// How much a diagnostic matters: an error stops, a warning is told, a note explains.
    public enum Severity: String, Sendable, Hashable {
        case error, warning, note
    }

    /// The kind of fault; messages show its number, such as `D104`.
    public var code: DiagnosticCode
    /// How much the fault matters; `error` where nothing else is said.
    public var severity: Severity
    /// One self-standing sentence.
    public var message: LocalizedText
    /// The place of the fault, or of its first occurrence; nil where it stands in no file.
    public var location: SourceLocation?
    /// The text to show under the message with the faulty characters marked; nil where the message is enough.
    public var excerpt: SourceExcerpt?
    /// The way out, in the imperative.
    public var hint: LocalizedText?
    /// How many times this kind occurred; the place is that of the first.
    public var count: Int

    /// A diagnostic of one fault.
    public init(
        _ code: DiagnosticCode,
        _ message: LocalizedText,
        severity: Severity = .error,
        at location: SourceLocation? = nil,
        excerpt: SourceExcerpt? = nil,
        hint: LocalizedText? = nil,
        count: Int = 1
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.location = location
        self.excerpt = excerpt
        self.hint = hint
        self.count = count
    }
}

/// An error that is told as diagnostics; every module has one of its own.
public protocol DiagnosticError: Error, Sendable {
    /// The faults, at least one of severity error.
    var diagnostics: [Diagnostic] { get }
}
