import BarometerCore

/// A workspace that cannot be used as it stands: all faults of its files, each with its place.
public struct WorkspaceError: DiagnosticError {
    /// The faults.
    public let diagnostics: [Diagnostic]

    /// An error with these faults.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
