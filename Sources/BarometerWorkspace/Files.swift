import BarometerCore
import FoundationEssentials

/// Writes files of a report.
public enum FileWriting {
    /// Writes a text to a path; folders on the way are made.
    ///
    /// - Throws: `WorkspaceError` that names the file.
    public static func write(_ text: String, toPath path: String) throws(WorkspaceError) {
        guard let slash = path.lastIndex(of: "/") else { return try write([(path, text)], into: ".") }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        try write([(String(path[path.index(after: slash)...]), text)], into: folder)
    }

    /// Writes texts into a folder, which is made where it does not exist; each file appears whole or not at all.
    ///
    /// - Throws: `WorkspaceError` that names the file.
    public static func write(_ files: [(name: String, text: String)], into folder: String) throws(WorkspaceError) {
        var path = folder
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files {
                path = folder + "/" + file.name
                try Data(file.text.utf8).write(to: URL(filePath: path), options: .atomic)
            }
        } catch {
            throw WorkspaceError([
                Diagnostic(
                    .unwritableFile,
                    LocalizedText(en: "cannot be written", da: "kan ikke skrives"),
                    at: SourceLocation(path: path),
                    hint: LocalizedText(
                        en: "check the folder, its rights and the space on the disk",
                        da: "kontrollér mappen, dens rettigheder og pladsen på disken"
                    )
                )
            ])
        }
    }
}
