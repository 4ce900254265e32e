import BarometerCore

/// An extract that cannot be read as it stands: all its faults, each with its place.
///
/// Nothing of it is loaded.
public struct ExtractError: DiagnosticError {
    /// The faults, and the notes and warnings met on the way.
    public let diagnostics: [Diagnostic]
}
