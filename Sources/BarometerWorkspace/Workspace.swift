import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerStore
import Crypto
import FoundationEssentials

/// A folder with a barometer: settings, codelists, datasets with their extracts, and indicators with their targets.
///
/// Opening reads everything and tells all faults at once; what is open is whole.
public struct Workspace: Sendable {
    /// A dataset as it was loaded.
    public struct LoadedDataset: Sendable {
        /// What the catalogue says of it.
        public var declaration: DatasetDeclaration
        /// The rows of all its extracts as one table, under the name that formulas use.
        public var dataset: Dataset
        /// The files that were read, in the order of the declaration.
        public var extracts: [LoadedExtract]
    }

    /// An extract as it was read, with the digest of its bytes.
    public struct LoadedExtract: Sendable {
        /// The path below the workspace.
        public var path: String
        /// The SHA-256 of the bytes, in hexadecimal.
        public var sha256: String
        /// The data records of the file, without its header.
        public var recordsRead: Int
        /// The data records that became rows; the rest was rejected.
        public var recordsAccepted: Int
    }

    /// The folder as the user wrote it.
    public let folder: String
    /// What `barometer.yml` says.
    public let settings: Settings
    /// The datasets in the order of the catalogue.
    public let datasets: [LoadedDataset]
    /// The indicators with their targets, in the order of the catalogue.
    public let goals: [Goal]
    /// Warnings and notes of opening.
    public let diagnostics: [Diagnostic]

    /// Opens the workspace in a folder.
    ///
    /// - Throws: `WorkspaceError` with every fault of every file.
    public init(folder: String) throws(WorkspaceError) {
        var reading = WorkspaceReading(folder: folder)
        guard let settings = reading.settings() else { throw WorkspaceError(reading.diagnostics) }
        let codelists = reading.codelists(settings)
        let declarations = settings.datasets.flatMap { path in
            reading.catalogue(path) { DatasetDeclaration.read($0, codelists: codelists) } ?? []
        }
        let datasets = declarations.compactMap { reading.load($0) }
        let byID = Dictionary(datasets.map { ($0.dataset.id, $0.dataset) }, uniquingKeysWith: { first, _ in first })
        let areWhole = !reading.diagnostics.contains { $0.severity == .error }
        let goals = settings.indicators.flatMap { path in
            reading.catalogue(path) { Goal.read($0, datasets: byID, areDatasetsWhole: areWhole) } ?? []
        }
        reading.addRepeats(of: declarations.map(\.id))
        reading.addRepeats(of: goals.map(\.indicator.id))
        if reading.diagnostics.contains(where: { $0.severity == .error }) { throw WorkspaceError(reading.diagnostics) }
        self.folder = folder
        self.settings = settings
        self.datasets = datasets
        self.goals = goals
        diagnostics = reading.diagnostics
    }

    /// The datasets by their names in formulas.
    public var datasetsByID: [String: Dataset] {
        Dictionary(datasets.map { ($0.dataset.id, $0.dataset) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Reads the files of a workspace one after the other and gathers what is wrong with them.
private struct WorkspaceReading {
    let folder: String
    private(set) var diagnostics: [Diagnostic] = []

    init(folder: String) {
        self.folder = folder
    }

    private func path(_ relative: String) -> String {
        folder.hasSuffix("/") ? folder + relative : folder + "/" + relative
    }

    private mutating func bytes(_ relative: String) -> [UInt8]? {
        do {
            return try FileBytes(path: path(relative)).readAll()
        } catch {
            diagnostics += (error as? any DiagnosticError)?.diagnostics ?? []
            return nil
        }
    }

    /// Reads a YAML file of the workspace.
    mutating func catalogue<Content>(_ relative: String, _ read: (CatalogueFile) -> Content?) -> Content? {
        guard let bytes = bytes(relative) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            diagnostics.append(
                Diagnostic(
                    .unreadableCatalogue,
                    LocalizedText(en: "the file is not written in UTF-8", da: "filen er ikke skrevet i UTF-8"),
                    at: SourceLocation(path: path(relative)),
                    hint: LocalizedText(en: "save it as UTF-8", da: "gem den som UTF-8")
                )
            )
            return nil
        }
        let file = CatalogueFile(text: text, path: path(relative))
        let content = read(file)
        diagnostics += file.faults
        return content
    }

    /// Tells of names that several files of the catalogue use; within a file the parser tells of them.
    mutating func addRepeats(of names: [String]) {
        for (position, name) in names.enumerated() where names[..<position].contains(name) {
            diagnostics.append(
                Diagnostic(
                    .repeatedKey,
                    LocalizedText(
                        en: "\"\(name)\" is defined in two files of the catalogue",
                        da: "\"\(name)\" er defineret i to af katalogets filer"
                    ),
                    at: SourceLocation(path: path(Settings.fileName)),
                    hint: LocalizedText(en: "rename one of them", da: "omdøb den ene")
                )
            )
        }
    }

    mutating func settings() -> Settings? {
        guard FileManager.default.fileExists(atPath: path(Settings.fileName)) else {
            diagnostics.append(
                Diagnostic(
                    .noWorkspace,
                    LocalizedText(
                        en: "there is no \(Settings.fileName) in this folder",
                        da: "der er ingen \(Settings.fileName) i denne mappe"
                    ),
                    at: SourceLocation(path: folder),
                    hint: LocalizedText(
                        en: "name the folder of a barometer with --workspace",
                        da: "nævn et barometers mappe med --workspace"
                    )
                )
            )
            return nil
        }
        return catalogue(Settings.fileName, Settings.read)
    }

    /// The codelists by name; nil for one with faults, so that no code is held against it.
    mutating func codelists(_ settings: Settings) -> [String: Codelist?] {
        guard let folder = settings.codelists else { return [:] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted() else {
            diagnostics.append(
                Diagnostic(
                    .unreadableFile,
                    LocalizedText(en: "there is no such folder", da: "der er ingen sådan mappe"),
                    at: SourceLocation(path: path(folder)),
                    hint: LocalizedText(
                        en: "correct \"codelists\" in \(Settings.fileName)",
                        da: "ret \"codelists\" i \(Settings.fileName)"
                    )
                )
            )
            return [:]
        }
        var codelists: [String: Codelist?] = [:]
        for name in names where name.hasSuffix(".csv") {
            guard let bytes = bytes(folder + "/" + name) else { continue }
            let id = String(name.dropLast(4))
            var faults: [Diagnostic] = []
            let codelist = Codelist.read(bytes, id: id, path: path(folder + "/" + name), faults: &faults)
            codelists.updateValue(faults.contains { $0.severity == .error } ? nil : codelist, forKey: id)
            diagnostics += faults
        }
        return codelists
    }

    /// A fault where a file repeats what another file of the dataset says of the same vintage; it would count twice.
    private func repeated(in table: Table, of parts: [Table], _ declaration: DatasetDeclaration) -> Diagnostic? {
        let repeats = table.repeatedRows
        guard let (row, first) = repeats.first else { return nil }
        let file = { (row: Int) in
            var rest = row
            return zip(parts, declaration.files).first { part, _ in
                rest -= part.rowCount
                return rest < 0
            }?.1.path ?? ""
        }
        return Diagnostic(
            .duplicateKey,
            LocalizedText(
                en: "the file describes the same as \(file(first)), known at the same time",
                da: "filen beskriver det samme som \(file(first)), kendt på samme tid"
            ),
            at: SourceLocation(path: path(file(row))),
            hint: LocalizedText(
                en: "leave one of them out, or say with \"known\" when each became known",
                da: "udelad den ene, eller angiv med \"known\" hvornår hver blev kendt"
            ),
            count: repeats.count
        )
    }

    /// Tells of an extract that became known later than another and ends before it: the office may have dropped
    /// periods, or an old file came back.
    private mutating func addPeriodsGoingBack(of parts: [Table], _ declaration: DatasetDeclaration) {
        var latest: (end: Period, known: CalendarDay, path: String)?
        let known = zip(parts, declaration.files).compactMap { part, file -> (Period, CalendarDay, String)? in
            guard case .known(let day) = file.vintage, let end = part.time?.periods.max() else { return nil }
            return (end, day, file.path)
        }
        for (end, day, path) in known.sorted(by: { $0.1 < $1.1 }) {
            if let earlier = latest, end < earlier.end, earlier.known < day {
                diagnostics.append(
                    Diagnostic(
                        .periodsGoBack,
                        LocalizedText(
                            en:
                                "the extract ends with \(end), and \(earlier.path), known before it, with \(earlier.end)",
                            da: "udtrækket slutter med \(end), og \(earlier.path), kendt før det, med \(earlier.end)"
                        ),
                        severity: .warning,
                        at: SourceLocation(path: self.path(path)),
                        hint: LocalizedText(
                            en: "check that the files were not exchanged",
                            da: "kontrollér at filerne ikke er forbyttet"
                        )
                    )
                )
            }
            if latest.map({ $0.end < end }) ?? true { latest = (end, day, path) }
        }
    }

    /// Reads all extracts of a dataset into one table; nil where one of them has faults.
    mutating func load(_ declaration: DatasetDeclaration) -> Workspace.LoadedDataset? {
        var tables: [Table] = []
        var extracts: [Workspace.LoadedExtract] = []
        for file in declaration.files {
            guard let bytes = bytes(file.path) else { continue }
            do {
                let extract = try Extract.read(
                    InMemoryBytes(bytes),
                    path: path(file.path),
                    schema: declaration.schema,
                    options: declaration.options,
                    vintage: file.vintage ?? .unknown
                )
                diagnostics += extract.diagnostics
                guard let table = extract.table else { continue }
                tables.append(table)
                let digest = SHA256.hash(data: bytes).map { byte in
                    (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }
                extracts.append(
                    Workspace.LoadedExtract(
                        path: file.path,
                        sha256: digest.joined(),
                        recordsRead: extract.summary.recordsRead,
                        recordsAccepted: extract.summary.recordsAccepted
                    )
                )
            } catch {
                diagnostics += (error as? any DiagnosticError)?.diagnostics ?? []
            }
        }
        guard tables.count == declaration.files.count else { return nil }
        let table: Table
        do throws(StoreError) {
            table = try Table.joining(tables, name: declaration.id)
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
        if let fault = repeated(in: table, of: tables, declaration) { diagnostics.append(fault) }
        addPeriodsGoingBack(of: tables, declaration)
        return Workspace.LoadedDataset(
            declaration: declaration,
            dataset: Dataset(id: declaration.id, table: table),
            extracts: extracts
        )
    }
}
