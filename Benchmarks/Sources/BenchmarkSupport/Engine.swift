import BarometerCore
import BarometerExtracts
import BarometerStore

/// Every call into the engine that is measured: where its face changes, this is the file to change.
///
/// The engine reads and answers on one thread today, so that `threads` is taken and not passed on.
public enum Engine {
    /// A file as a table.
    public static func table(_ source: some ByteSource, path: String, threads: Int = 1) throws -> Table {
        let extract = try Extract.read(source, path: path)
        guard let table = extract.table else { throw UnreadableFile(diagnostics: extract.diagnostics) }
        return table
    }

    /// Several files of one shape as a table.
    public static func table(_ sources: [(path: String, source: any ByteSource)], threads: Int = 1) throws -> Table {
        var tables: [Table] = []
        for (path, source) in sources { tables.append(try table(source, path: path, threads: threads)) }
        return tables.count == 1 ? tables[0] : try Table.joining(tables, name: "files")
    }

    /// The answer to a question.
    public static func answer(_ query: TableQuery, _ table: Table, threads: Int = 1) throws -> QueryResult {
        try table.answer(to: query)
    }

    /// The answer to a comparison.
    public static func answer(
        _ comparison: Comparison,
        _ table: Table,
        threads: Int = 1
    ) throws -> ComparisonResult {
        try table.answer(to: comparison)
    }
}

/// A file that gave no table, with the reasons.
public struct UnreadableFile: Error {
    /// What is wrong with it.
    public var diagnostics: [Diagnostic]
}
