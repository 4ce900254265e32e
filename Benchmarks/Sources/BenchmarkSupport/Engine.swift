import BarometerCore
import BarometerExtracts
import BarometerStore

/// Every call into the engine that is measured: where its face changes, this is the file to change.
///
/// Each comes on the calling thread, whose instructions can be counted, and on several.
public enum Engine {
    /// A file as a table.
    public static func table(_ source: some ByteSource, path: String) throws -> Table {
        try table(of: Extract.table(of: source, path: path))
    }

    /// Several files of one shape as a table.
    public static func table<Source: ByteSource>(
        _ sources: [(path: String, source: Source)],
        threads: Int
    ) async throws -> Table {
        var tables: [Table] = []
        var reading: Extract.Reading?
        for (path, source) in sources {
            let found = try await Extract.table(of: source, path: path, like: reading, threads: threads)
            tables.append(try table(of: found))
            reading = found
        }
        return tables.count == 1 ? tables[0] : try Table.joining(tables, name: "files")
    }

    private static func table(of reading: Extract.Reading) throws -> Table {
        guard let table = reading.table else { throw UnreadableFile(diagnostics: reading.diagnostics) }
        return table
    }

    /// The answer to a question.
    public static func answer(_ query: TableQuery, _ table: Table) throws -> QueryResult {
        try table.answer(to: query)
    }

    /// The answer to a comparison.
    public static func answer(_ comparison: Comparison, _ table: Table) throws -> ComparisonResult {
        try table.answer(to: comparison)
    }
}

/// A file that gave no table, with the reasons.
public struct UnreadableFile: Error {
    /// What is wrong with it.
    public var diagnostics: [Diagnostic]
}
