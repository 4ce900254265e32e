import BarometerCore
import FoundationEssentials

extension Workspace {
    /// The language in the settings of a folder, however faulty the rest; nil where it cannot be read.
    public static func language(of folder: String) -> Language? {
        guard let bytes = try? FileBytes(path: folder + "/" + Settings.fileName).readAll() else { return nil }
        return Settings.read(CatalogueFile(text: String(decoding: bytes, as: UTF8.self), path: folder))?.language
    }

    /// The folder of the workspace that is meant, named or found.
    ///
    /// It is the one named, else that of `$BAROMETER_WORKSPACE`, else the nearest one with a `barometer.yml` from the
    /// working directory upwards. The first two are not looked into here.
    ///
    /// - Throws: `WorkspaceError` (D208) where none is named and none is found.
    public static func folder(named name: String?) throws(WorkspaceError) -> String {
        if let name { return name }
        if let name = ProcessInfo.processInfo.environment["BAROMETER_WORKSPACE"], !name.isEmpty { return name }
        var folder = FileManager.default.currentDirectoryPath
        while true {
            if FileManager.default.fileExists(atPath: folder + "/" + Settings.fileName) { return folder }
            guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { break }
            folder = String(folder[..<slash])
        }
        throw WorkspaceError([
            Diagnostic(
                .noWorkspace,
                LocalizedText(
                    en: "no workspace was named, and neither this folder nor one above it has a \(Settings.fileName)",
                    da:
                        "intet arbejdsområde er nævnt, og hverken denne mappe eller en over den har en \(Settings.fileName)"
                ),
                hint: LocalizedText(
                    en: "name it with --workspace DIR or $BAROMETER_WORKSPACE",
                    da: "nævn det med --workspace MAPPE eller $BAROMETER_WORKSPACE"
                )
            )
        ])
    }
}
