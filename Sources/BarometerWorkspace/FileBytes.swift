import BarometerCore
import BarometerExtracts
import FoundationEssentials

/// A file as a source of bytes for the engine.
///
/// An ordinary file is read where and when the engine asks. Standard input, pipes and whatever else has an end only when
/// it comes are read to that end first and kept in memory.
public struct FileBytes: ByteSource {
    /// The path that means standard input, in commands and in messages.
    public static let standardInput = "-"

    private enum Storage: Sendable {
        case file(OpenFile, size: Int)
        case memory(InMemoryBytes)
    }

    private let path: String
    private let storage: Storage

    /// The file at a path, or standard input where the path is `-`.
    ///
    /// - Throws: `WorkspaceError` (D001) where it cannot be read.
    public init(path: String) throws(WorkspaceError) {
        let opened = path == FileBytes.standardInput ? OpenFile.standardInput : OpenFile(path: path)
        guard let file = opened, !file.isFolder else { throw WorkspaceError([FileBytes.unreadable(path)]) }
        self.path = path
        if let size = file.size {
            storage = .file(file, size: size)
        } else if let bytes = file.readToEnd() {
            storage = .memory(InMemoryBytes(bytes))
        } else {
            throw WorkspaceError([FileBytes.unreadable(path)])
        }
    }

    /// Whether a path leads to a file, a pipe or standard input, and not to a folder.
    public static func isFile(_ path: String) -> Bool {
        if path == standardInput { return true }
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
    }

    /// Whether a path means standard input, under its short name or as the device; it can be read only once.
    public static func isStandardInput(_ path: String) -> Bool {
        [standardInput, "/dev/stdin", "/dev/fd/0"].contains(path)
    }

    /// The number of bytes when the file was opened.
    public var size: Int {
        switch storage {
        case .file(_, let size): size
        case .memory(let bytes): bytes.size
        }
    }

    /// All bytes; those in memory without a copy.
    ///
    /// - Throws: `WorkspaceError` (D001) where they cannot be read.
    public func readAll() throws -> [UInt8] {
        if case .memory(let bytes) = storage { return bytes.readAll() }
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = try read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// Copies bytes into the buffer.
    ///
    /// - Throws: `WorkspaceError` (D001) where they cannot be read.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        switch storage {
        case .memory(let bytes): return bytes.read(at: offset, into: buffer)
        case .file(let file, let size):
            let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(max(0, size - offset)))
            guard let count = file.read(at: offset, into: wanted) else {
                throw WorkspaceError([FileBytes.unreadable(path)])
            }
            return count
        }
    }

    private static func unreadable(_ path: String) -> Diagnostic {
        let exists = isFile(path) || FileManager.default.fileExists(atPath: path)
        return Diagnostic(
            .unreadableFile,
            exists
                ? LocalizedText(en: "the file cannot be read", da: "filen kan ikke læses")
                : LocalizedText(en: "there is no such file", da: "der er ingen sådan fil"),
            at: SourceLocation(path: path),
            hint: exists
                ? LocalizedText(
                    en: "check that it is a file and who may read it",
                    da: "kontrollér at det er en fil, og hvem der må læse den"
                )
                : LocalizedText(en: "check the path", da: "kontrollér stien")
        )
    }
}
