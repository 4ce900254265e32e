/// What is to be known of a kind of fault: its rule, what usually breaks it, and the way out.
///
/// Options of the command line are written with their dashes, keys of the catalogue as they stand there.
public struct Explanation: Sendable, Hashable {
    /// The severities with which the kind is told, the worst first; which one depends on where it is found.
    public var severities: [Diagnostic.Severity]
    /// The rule in one sentence, as it reads where it is kept.
    public var title: LocalizedText
    /// What is checked where, and what usually causes it.
    public var cause: LocalizedText
    /// What to do, in the imperative.
    public var cure: LocalizedText
    /// Something small that breaks the rule; nil where nothing small shows it.
    public var example: Example?

    /// An explanation in both languages.
    public init(
        severities: [Diagnostic.Severity],
        title: LocalizedText,
        cause: LocalizedText,
        cure: LocalizedText,
        example: Example? = nil
    ) {
        self.severities = severities
        self.title = title
        self.cause = cause
        self.cure = cure
        self.example = example
    }

    /// The same thing with a fault and without it.
    public struct Example: Sendable, Hashable {
        /// What an example is an example of.
        public enum Form: String, Sendable {
            /// A whole file, as `inspect` reads it; only its last line end is left out.
            case file
            /// A passage of a file of the workspace `Data/tutorial`.
            case passage
            /// A command line.
            case command
        }

        /// What the texts are.
        public var form: Form
        /// What the fault is told of.
        public var faulty: String
        /// What it should read.
        public var mended: String

        /// An example.
        public init(form: Form, faulty: String, mended: String) {
            self.form = form
            self.faulty = faulty
            self.mended = mended
        }
    }
}
