/// Collects the faults of one run, so that a user sees all of them at once.
///
/// Repeats of one kind at one group (a column of a file, say) are counted and not listed.
public struct DiagnosticBag: Sendable {
    private struct Kind: Hashable {
        var code: DiagnosticCode
        var severity: Diagnostic.Severity
        var path: String
        var group: String
    }

    /// The first diagnostic of each kind, in the order in which they came, with its count.
    public private(set) var diagnostics: [Diagnostic] = []
    private var positions: [Kind: Int] = [:]
    /// For each code, severity and file how many groups are listed, and where the last one is.
    private var groups: [Kind: (count: Int, last: Int)] = [:]
    /// A file may have a hundred thousand columns with the same fault: those behind the hundredth are only counted.
    private static let mostGroups = 100

    /// An empty bag.
    public init() {}

    /// Adds a diagnostic that is always listed.
    public mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Adds a diagnostic of a kind; after the first of the same code, severity, file and group only the count rises.
    ///
    /// The diagnostic is made only where it will be listed, so a million repeats cost a million additions, and gets the
    /// severity said here. Of a hundred groups of one code, severity and file each is listed; what comes in others is
    /// counted with the last, so that no error is counted as a warning.
    public mutating func add(
        _ code: DiagnosticCode,
        severity: Diagnostic.Severity = .error,
        path: String,
        group: String,
        count: Int = 1,
        _ diagnostic: () -> Diagnostic
    ) {
        let kind = Kind(code: code, severity: severity, path: path, group: group)
        var family = kind
        family.group = ""
        let listed = groups[family] ?? (count: 0, last: 0)
        if let position = positions[kind] {
            diagnostics[position].count += count
        } else if listed.count >= DiagnosticBag.mostGroups {
            diagnostics[listed.last].count += count
        } else {
            positions[kind] = diagnostics.count
            groups[family] = (listed.count + 1, diagnostics.count)
            var diagnostic = diagnostic()
            diagnostic.severity = severity
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
