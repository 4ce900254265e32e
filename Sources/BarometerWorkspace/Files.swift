import BarometerCore
import BarometerExtracts
import FoundationEssentials

/// A file as a source of bytes for the engine.
public struct FileBytes: ByteSource {
    private let data: Data

    /// The file at a path.
    ///
    /// - Throws: `WorkspaceError` where it cannot be read.
    public init(path: String) throws(WorkspaceError) {
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw WorkspaceError([FileBytes.unreadable(path)])
        }
    }

    /// Whether a path leads to a file and not to a folder.
    public static func isFile(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
    }

    /// The number of bytes.
    public var size: Int { data.count }

    /// All bytes.
    public var bytes: [UInt8] { Array(data) }

    /// Copies bytes into the buffer.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let slice = data[min(offset, data.count)..<min(data.count, offset + buffer.count)]
        buffer.copyBytes(from: slice)
        return slice.count
    }

    private static func unreadable(_ path: String) -> Diagnostic {
        let exists = FileManager.default.fileExists(atPath: path)
        return Diagnostic(
            .unreadableFile,
            exists
                ? LocalizedText(en: "the file cannot be read", da: "filen kan ikke læses")
                : LocalizedText(en: "there is no such file", da: "der er ingen sådan fil"),
            at: SourceLocation(path: path),
            hint: isPipe(path)
                ? LocalizedText(
                    en: "write what comes through the pipe to a file first, and name that",
                    da: "skriv det der kommer gennem røret til en fil først, og nævn den"
                )
                : exists
                    ? LocalizedText(
                        en: "check that it is a file and who may read it",
                        da: "kontrollér at det er en fil, og hvem der må læse den"
                    )
                    : LocalizedText(en: "check the path", da: "kontrollér stien")
        )
    }

    /// Whether a path means standard input, or leads to something that is neither file nor folder.
    private static func isPipe(_ path: String) -> Bool {
        if path == "-" { return true }
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard let type = attributes?[.type] as? FileAttributeType else { return false }
        return type != .typeRegular && type != .typeDirectory
    }
}

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
