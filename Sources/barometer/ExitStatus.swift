import ArgumentParser

/// What the exit status says.
enum ExitStatus {
    /// The data or the plan has errors, each told as a diagnostic.
    static let faultyData = ExitCode(1)
    /// The command was used wrongly.
    static let wrongUse = ExitCode.validationFailure
}
