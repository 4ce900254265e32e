import BarometerCore
import BarometerTestSupport
import Foundation
import Testing

import BarometerExtracts

/// One line of the index of real files.
private struct Source: CustomTestStringConvertible {
    var fields: [String: String]
    var file: String { self["file"] }
    var testDescription: String { file }

    subscript(_ name: String) -> String { fields[name] ?? "" }

    /// All lines of the index; none where the folder is not there.
    static let all: [Source] = {
        guard let folder = Repository.sharedExtracts,
            let text = try? String(contentsOfFile: "\(folder)/SOURCES.csv", encoding: .utf8)
        else { return [] }
        let lines = text.split(whereSeparator: \.isNewline).map { fields(of: $0) }
        return lines.dropFirst().map { line in
            Source(fields: Dictionary(zip(lines[0], line), uniquingKeysWith: { first, _ in first }))
        }
    }()

    /// The fields of a line with commas and quotes; the index has no line ends inside fields.
    private static func fields(of line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for piece in line.components(separatedBy: "\"").enumerated() {
            isQuoted = !piece.offset.isMultiple(of: 2)
            // A doubled quote leaves an empty piece between two quoted ones.
            if piece.offset > 1, !isQuoted, piece.element.isEmpty, line.contains("\"\"") {
                fields[fields.count - 1] += "\""
            }
            let parts = isQuoted ? [piece.element] : piece.element.components(separatedBy: ",")
            fields[fields.count - 1] += parts[0]
            fields += parts.dropFirst()
        }
        return fields
    }
}

/// How the index words what a summary says; `formats.md` as a whole.
private struct Wording {
    var encoding: String?
    var newline: String?
    var delimiter: String?
    var decimal: String?
    var layout: String?
    var headerLines: String?
    var rows: String?
    var period: String?

    private static let encodings = [
        "utf-8": "UTF-8", "ascii": "UTF-8", "utf-8 BOM": "UTF-8-BOM", "iso-8859-1": "windows-1252",
        "windows-1252": "windows-1252", "iso-8859-15": "windows-1252", "iso-8859-15 declared": "windows-1252",
        "none declared (cp1252)": "windows-1252",
    ]
    private static let frequencies = [
        "year": "A", "quarter": "Q", "2008Q3": "Q", "half-year": "H", "month": "M", "date": "D", "2020QMAT02": "Q",
    ]

    /// What the index says; nil where it says nothing.
    init(_ source: Source) {
        let isDelimited =
            ![".px", ".json"].contains { source.file.hasSuffix($0) } && source["delimiter"] != "json lines"
        encoding = Wording.encodings[source["encoding"]] ?? source["encoding"]
        if isDelimited {
            newline = source["newline"].components(separatedBy: ",")[0]
            delimiter = source["delimiter"].hasPrefix("TAB") ? "\t" : source["delimiter"]
            headerLines = source["header_lines"]
        }
        decimal =
            source["decimal"].hasPrefix(".") ? "." : source["decimal"].hasPrefix("comma") ? "," : source["decimal"]
        if decimal == "none" || decimal == "-" { decimal = nil }
        let word = source["layout"].prefix { $0.isLetter }
        layout = word == "json" ? "wide" : word == "lookup" || word == "table" ? "long" : String(word)
        rows = source["rows"].isEmpty ? nil : source["rows"]
        period = Wording.frequencies[String(source["period_kind"].prefix { $0 != " " && $0 != "," && $0 != ";" })]
    }

    /// What the reader says.
    init(_ summary: ExtractSummary) {
        encoding = summary.encoding.rawValue
        newline = summary.dialect?.newline.rawValue
        delimiter = summary.dialect.map { String(UnicodeScalar($0.delimiter)) }
        decimal = summary.numberFormat.map { String($0.decimal) }
        layout = summary.layout
        headerLines = summary.dialect.map { _ in "\(summary.preambleLines + summary.headerLines)" }
        rows = "\(summary.recordsRead)"
        period = summary.time?.first.frequency.rawValue
    }

    /// The parts by the names of the index's columns.
    var parts: [(name: String, value: String?)] {
        [
            ("encoding", encoding), ("newline", newline), ("delimiter", delimiter), ("decimal", decimal),
            ("layout", layout), ("header_lines", headerLines), ("rows", rows), ("period_kind", period),
        ]
    }
}

/// Every real file is understood as the index of `shared/extracts` says.
@Suite("Conventions: real files and their index", .enabled(if: Repository.sharedExtracts != nil))
struct RealFileConventionTests {
    /// Where the index uses other words: what the reader says, and why.
    private static let otherWords: [String: (says: String?, why: String)] = [
        "dk-elections/borgmestre_KV2025.csv decimal": (
            ".", "a time of day as 21.03 cannot be told from a number; say which columns hold values"
        ),
        "dk-other/municipality_old_new_2007.csv layout": (
            "wide", "a lookup of two numeric columns looks like values by heading; declare them as dimensions"
        ),
        "jsonstat/galicia-2.0.json decimal": (nil, "all values are whole numbers; the point is that of JSON"),
        "jsonstat/statswe.json decimal": (nil, "all values are whole numbers; the point is that of JSON"),
        "valgdatabase-reorganised/kriminalitet_anholdelser.csv layout": (
            "long", "a wide file of one value column is long"
        ),
    ]

    /// Files that are no statistics.
    private static let refused = ["dst-statbank-api/STRAF42_tableinfo_da.json"]

    private static func bytes(_ source: Source) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: try #require(Repository.sharedExtracts)).appending(path: source.file)))
    }

    @Test("each file agrees with its line", arguments: Source.all)
    private func agrees(_ source: Source) throws {
        let bytes = try RealFileConventionTests.bytes(source)
        #expect("\(bytes.count)" == source["bytes"] || source["part"].hasPrefix("first"))
        guard !RealFileConventionTests.refused.contains(source.file) else {
            let error = try #require(throws: ExtractError.self) { try read(bytes: bytes) }
            #expect(error.diagnostics.map(\.code) == [.noStatistics])
            return
        }
        let summary = try read(bytes: bytes).summary
        for (indexed, found) in zip(Wording(source).parts, Wording(summary).parts) {
            if let other = RealFileConventionTests.otherWords["\(source.file) \(indexed.name)"] {
                #expect(found.value == other.says && found.value != indexed.value, "\(other.why)")
            } else if indexed.name != "rows" || indexed.value != nil {
                #expect(found.value == indexed.value, "\(indexed.name)")
            }
        }
    }

    @Test("the index names every file of the folder, and no exception is left over")
    func complete() throws {
        let folder = try #require(Repository.sharedExtracts)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        #expect(Set(paths).subtracting(["SOURCES.csv"]) == Set(Source.all.map(\.file)))
        let files = Set(Source.all.map(\.file))
        let named = RealFileConventionTests.otherWords.keys.map { $0.components(separatedBy: " ")[0] }
        #expect(files.isSuperset(of: named) && files.isSuperset(of: RealFileConventionTests.refused))
    }

    @Test("files that need a word from a person say so", arguments: Source.all)
    private func needsWords(_ source: Source) throws {
        guard !RealFileConventionTests.refused.contains(source.file) else { return }
        let expected: [String: Set<DiagnosticCode>] = [
            "dk-elections/folkeafstemninger_1916-2000.csv": [.fieldCount, .noHeader],
            "dk-other/municipality_old_new_2007.csv": [.duplicateKey],
            "dst-statbank-api/statbank_catalogue_2021.csv": [.noMeasure],
            "dst-statbank-web/FOLK1A_2020Q3_headerless_latin1.csv": [.noHeader],
            "dst-valgdatabase/geodat05.csv": [.noMeasure], "dst-valgdatabase/geodat15.csv": [.noMeasure],
            "jsonstat/QS104EW.json": [.cubeSize], "px/PR0101B3.px": [.missingEnd],
        ]
        let told = try read(bytes: RealFileConventionTests.bytes(source)).diagnostics.filter { $0.severity != .note }
        #expect(Set(told.map(\.code)) == expected[source.file] ?? [])
    }
}
