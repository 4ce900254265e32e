import BarometerCore

/// A question that the store cannot answer, with what to do about it.
public struct StoreError: DiagnosticError {
    /// What is wrong.
    public let diagnostics: [Diagnostic]

    /// An error with these diagnostics.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    static func sumOverflow(measure: String) -> StoreError {
        StoreError([
            Diagnostic(
                .sumOverflow,
                LocalizedText(
                    en: "the sum of \(measure) is too large for 64 bits",
                    da: "summen af \(measure) er for stor til 64 bit"
                ),
                hint: LocalizedText(en: "group or filter more finely", da: "gruppér eller filtrér finere")
            )
        ])
    }
}
