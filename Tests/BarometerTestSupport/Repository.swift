import Foundation

/// Where the files of the repository lie.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A path below the root as text.
    public static func path(_ relative: String) -> String {
        root.appending(path: relative).path
    }

    /// The folder of real extracts beside the repository, or nil where it is not there.
    public static let sharedExtracts: String? = {
        let path = root.deletingLastPathComponent().appending(path: "shared/extracts").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()
}

/// A folder that is gone when the test has ended.
public func withTemporaryFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "barometer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder.path)
}

extension String {
    /// Writes the text as UTF-8; folders on the way are made.
    public func write(toPath path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(utf8).write(to: url)
    }
}
