import ArgumentParser
import BarometerWorkspace

/// What holds for standard input wherever files are named.
enum StandardInput {
    /// - Throws: wrong use where standard input is named twice, for what is read from it is gone.
    static func checkOnce(_ files: [String]) throws {
        if files.count(where: FileBytes.isStandardInput) > 1 {
            throw ValidationError("Standard input (-) can be read only once.")
        }
    }
}
