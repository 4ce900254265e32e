/// Collects the faults of one run, so that a user sees all of them at once.
///
/// Repeats of one kind at one group (a column of a file, say) are counted and not listed.
public struct DiagnosticBag: Sendable {
    private struct Kind: Hashable {
        var code: DiagnosticCode
        var path: String
        var group: String
    }

    /// The first diagnostic of each kind, in the order in which they came, with its count.
    public private(set) var diagnostics: [Diagnostic] = []
    private var positions: [Kind: Int] = [:]

    /// An empty bag.
    public init() {}

    /// Adds a diagnostic that is always listed.
    public mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Adds a diagnostic of a kind; after the first of the same code, file and group only the count rises.
    ///
    /// The diagnostic is made only where it will be listed, so a million repeats cost a million additions.
    public mutating func add(
        _ code: DiagnosticCode,
        path: String,
        group: String,
        count: Int = 1,
        _ diagnostic: () -> Diagnostic
    ) {
        let kind = Kind(code: code, path: path, group: group)
        if let position = positions[kind] {
            diagnostics[position].count += count
        } else {
            positions[kind] = diagnostics.count
            var diagnostic = diagnostic()
            diagnostic.count = count
            diagnostics.append(diagnostic)
        }
    }

    /// Adds diagnostics that are already gathered.
    public mutating func add(contentsOf others: [Diagnostic]) {
        diagnostics += others
    }

    /// Whether any diagnostic is an error.
    public var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }
}
