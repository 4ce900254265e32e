import BarometerCore
import BarometerExtracts
import BarometerStore
import Yams

/// What the catalogue says of a dataset: where its extracts lie, what their columns are, and where they come from.
public struct DatasetDeclaration: Sendable {
    /// One file of a dataset.
    public struct File: Sendable {
        /// The path below the workspace.
        public var path: String
        /// When its figures became known, where no column says it.
        public var vintage: Vintage?
    }

    /// The name in formulas: letters, digits and underscores, a letter first.
    public var id: String
    /// The name for people.
    public var title: LocalizedText
    /// Who published the figures, and where.
    public var source: LocalizedText
    /// On which terms the figures may be used; nil where the catalogue does not say.
    public var licence: LocalizedText?
    /// The extracts, whose rows become one table in this order.
    public var files: [File]
    /// What the columns of every file are, where the values stand, and what its markers mean.
    public var schema: ExtractSchema
    /// What is said of the form of every file; the rest is detected.
    public var options: ExtractOptions
}

extension DatasetDeclaration {
    private static let keys = [
        "title", "source", "licence", "extracts", "read", "markers", "wide", "columns", "frequency", "absent",
    ]

    /// Reads the declarations of a file with the key `datasets`.
    static func read(_ file: CatalogueFile, codelists: [String: Codelist?]) -> [DatasetDeclaration] {
        guard let top = file.top() else { return [] }
        top.allowOnly(["datasets"])
        guard let datasets = top.mapping("datasets", required: true) else { return [] }
        return datasets.entries.compactMap { entry in
            guard let mapping = file.mapping(entry.value) else { return nil }
            if entry.name.first?.isLetter != true || !entry.name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
            {
                file.addFault(
                    .wrongValue,
                    at: entry.mark,
                    LocalizedText(
                        en: "\"\(entry.name)\" cannot be the name of a dataset in formulas",
                        da: "\"\(entry.name)\" kan ikke være navnet på et datasæt i formler"
                    ),
                    hint: LocalizedText(
                        en: "use letters, digits and underscores, a letter first",
                        da: "brug bogstaver, cifre og understreg, først et bogstav"
                    ),
                    length: entry.name.count
                )
            }
            return DatasetDeclaration(mapping, id: entry.name, codelists: codelists)
        }
    }

    private init?(_ mapping: CatalogueMapping, id: String, codelists: [String: Codelist?]) {
        mapping.allowOnly(DatasetDeclaration.keys)
        let texts = (mapping.localizedText("title", required: true), mapping.localizedText("source", required: true))
        let items = mapping.items("extracts", required: true)
        if items.isEmpty, let node = mapping.node("extracts") {
            mapping.addFault(
                at: node,
                LocalizedText(en: "a dataset needs an extract", da: "et datasæt skal have et udtræk"),
                hint: LocalizedText(en: "name its files", da: "nævn dets filer")
            )
        }
        files = items.compactMap { File($0, in: mapping) }
        let columns = mapping.mapping("columns", required: true).map { columns in
            columns.entries.compactMap { entry in
                ExtractSchema.Column(entry.value, name: entry.name, in: columns, codelists: codelists)
            }
        }
        let areColumnsWhole = columns?.count == mapping.mapping("columns")?.entries.count
        var layout = ExtractSchema.Layout.long
        if let wide = mapping.mapping("wide") {
            wide.allowOnly(["dimension", "measure"])
            if let dimension = wide.string("dimension", required: true),
                let measure = wide.string("measure", required: true)
            {
                layout = .wide(dimension: dimension, measure: measure)
            }
        }
        if let columns, areColumnsWhole, let node = mapping.node("columns") {
            mapping.addFaults(of: columns, layout: layout, at: node)
        }
        let markers = mapping.mapping("markers").map(DatasetDeclaration.markers)
        let absentIsZero = mapping.choice("absent", among: ["zero": true, "unknown": false])
        let frequency = mapping.choice(
            "frequency",
            among: [
                "A": Frequency.annual, "H": .halfYearly, "Q": .quarterly, "M": .monthly, "W": .weekly, "D": .daily,
            ]
        )
        options = mapping.mapping("read").map(ExtractOptions.init) ?? ExtractOptions()
        guard let title = texts.0, let source = texts.1, let columns, areColumnsWhole, !files.isEmpty else {
            return nil
        }
        self.id = id
        self.title = title
        self.source = source
        licence = mapping.localizedText("licence")
        schema = ExtractSchema(
            columns: columns,
            layout: layout,
            markers: markers ?? ExtractSchema.commonMarkers,
            absentIsZero: absentIsZero ?? false,
            frequency: frequency
        )
    }

    /// Declared markers replace the common ones: what a dataset says of its marks is all that counts.
    private static func markers(_ mapping: CatalogueMapping) -> [String: ObservationStatus] {
        var markers: [String: ObservationStatus] = [:]
        for entry in mapping.entries {
            guard let text = mapping.string(entry.value) else { continue }
            if let status = ObservationStatus(name: text), status.isMissing || status == .nilValue {
                markers[entry.name] = status
                continue
            }
            let names = ObservationStatus.allCases.filter { $0.isMissing || $0 == .nilValue }.map(\.name)
            mapping.addFault(
                at: entry.value,
                LocalizedText(
                    en: "\"\(text)\" is no status of a missing value",
                    da: "\"\(text)\" er ikke en status for en manglende værdi"
                ),
                hint: LocalizedText(
                    en: "write one of: \(names.joined(separator: ", "))",
                    da: "skriv en af: \(names.joined(separator: ", "))"
                )
            )
        }
        return markers
    }
}

extension DatasetDeclaration.File {
    /// A path, or a path with the date from which the figures are known.
    fileprivate init?(_ node: Node, in mapping: CatalogueMapping) {
        if let scalar = node.scalar {
            self.init(path: scalar.string, vintage: nil)
            return
        }
        guard let file = mapping.file.mapping(node) else { return nil }
        file.allowOnly(["file", "known"])
        guard let path = file.string("file", required: true) else { return nil }
        self.init(path: path, vintage: file.period("known").map { .known($0.lastDay) })
    }
}

extension ExtractSchema.Column {
    /// A role alone (`ignored`), or the role with what belongs to it.
    fileprivate init?(
        _ node: Node,
        name: String,
        in columns: CatalogueMapping,
        codelists: [String: Codelist?]
    ) {
        if let scalar = node.scalar {
            guard let role = ExtractSchema.Role(rawValue: scalar.string) else {
                columns.addFault(
                    at: node,
                    LocalizedText(en: "\"\(scalar.string)\" is no role", da: "\"\(scalar.string)\" er ikke en rolle"),
                    hint: LocalizedText(
                        en: "write dimension, time, vintage, measure, flag or ignored",
                        da: "skriv dimension, time, vintage, measure, flag eller ignored"
                    )
                )
                return nil
            }
            self.init(name: name, role: role)
            return
        }
        guard let mapping = columns.file.mapping(node) else { return nil }
        mapping.allowOnly(["role", "name", "codelist", "periods", "unit"])
        let role = mapping.choice(
            "role",
            among: [
                "dimension": ExtractSchema.Role.dimension, "time": .time, "vintage": .vintage, "measure": .measure,
                "flag": .flag, "ignored": .ignored,
            ],
            required: true
        )
        guard let role else { return nil }
        var codelist: Codelist?
        if let node = mapping.node("codelist"), let id = mapping.string(node) {
            codelist = codelists[id] ?? nil
            if codelists.index(forKey: id) == nil {
                mapping.addUnknownCodelist(id, at: node, known: codelists.keys.sorted())
            }
        }
        var periods: [String: Period] = [:]
        if let map = mapping.mapping("periods") {
            for entry in map.entries { periods[entry.name] = map.period(entry.value) }
        }
        self.init(
            name: name,
            role: role,
            dimension: mapping.string("name"),
            codelist: codelist,
            periods: periods,
            unit: mapping.string("unit", required: role == .measure).map(Unit.init(symbol:)) ?? .count
        )
    }
}

extension CatalogueMapping {
    /// Faults of columns that cannot be one dataset: no values, two periods, several units in one wide table.
    fileprivate func addFaults(of columns: [ExtractSchema.Column], layout: ExtractSchema.Layout, at node: Node) {
        let count = { (role: ExtractSchema.Role) in columns.count { $0.role == role } }
        var messages: [LocalizedText] = []
        if count(.measure) == 0 {
            messages.append(LocalizedText(en: "no column has the role measure", da: "ingen kolonne har rollen measure"))
        }
        for role in [ExtractSchema.Role.time, .vintage] where count(role) > 1 {
            messages.append(
                LocalizedText(
                    en: "several columns have the role \(role.rawValue)",
                    da: "flere kolonner har rollen \(role.rawValue)"
                )
            )
        }
        if case .wide = layout, Set(columns.filter { $0.role == .measure }.map(\.unit)).count > 1 {
            messages.append(
                LocalizedText(
                    en: "the columns of a wide dataset must have one unit",
                    da: "kolonnerne i et bredt datasæt skal have én enhed"
                )
            )
        }
        for message in messages {
            addFault(
                at: node,
                message,
                hint: LocalizedText(en: "correct the roles and units", da: "ret roller og enheder")
            )
        }
    }

    fileprivate func addUnknownCodelist(_ id: String, at node: Node, known: [String]) {
        addFault(
            .unknownReference,
            at: node,
            LocalizedText(en: "there is no codelist \"\(id)\"", da: "der er ingen kodeliste \"\(id)\""),
            hint: didYouMean(id, among: known)
                ?? LocalizedText(
                    en: "add \(id).csv to the folder of codelists",
                    da: "tilføj \(id).csv i mappen med kodelister"
                )
        )
    }
}

extension ExtractOptions {
    /// What a dataset says of the form of its files.
    fileprivate init(_ mapping: CatalogueMapping) {
        mapping.allowOnly([
            "encoding", "delimiter", "quote", "escape", "decimal", "grouping", "dates", "skip", "header", "columns",
        ])
        self.init()
        if let node = mapping.node("encoding"), let name = mapping.string(node) {
            encoding = Encoding(named: name)
            if encoding == nil {
                mapping.addFault(
                    at: node,
                    LocalizedText(en: "\"\(name)\" is no known encoding", da: "\"\(name)\" er ikke et kendt tegnsæt"),
                    hint: LocalizedText(en: "write UTF-8 or windows-1252", da: "skriv UTF-8 eller windows-1252")
                )
            }
        }
        delimiter = mapping.sign("delimiter")?.utf8.first
        if mapping.string("quote") == "none" {
            quote = .some(nil)
        } else if let sign = mapping.sign("quote")?.utf8.first {
            quote = sign
        }
        escape = mapping.sign("escape")?.utf8.first
        let small = Dictionary(uniqueKeysWithValues: (0...20).map { ("\($0)", $0) }).merging(["none": 0]) { $1 }
        skip = mapping.wholeNumber("skip", among: small)
        header = mapping.wholeNumber("header", among: small)
        let names = mapping.items("columns").compactMap { mapping.string($0) }
        columns = names.isEmpty ? nil : names
        decimal = mapping.sign("decimal")?.unicodeScalars.first
        dates = mapping.choice("dates", among: ["dmy": DayOrder.dayFirst, "mdy": .monthFirst])
        if mapping.string("grouping") == "none" {
            grouping = .some(nil)
        } else if let sign = mapping.sign("grouping")?.unicodeScalars.first {
            grouping = sign
        }
    }
}

extension CatalogueMapping {
    /// A small number of lines, or `none`.
    fileprivate func wholeNumber(_ key: String, among words: [String: Int]) -> Int? {
        guard let node = node(key), let text = string(node) else { return nil }
        if let number = words[text] { return number }
        addFault(
            at: node,
            LocalizedText(en: "\"\(text)\" is no number of lines", da: "\"\(text)\" er ikke et antal linjer"),
            hint: LocalizedText(en: "write 0 to 20, or none", da: "skriv 0 til 20, eller none")
        )
        return nil
    }

    /// A single sign, which may be written `tab`.
    fileprivate func sign(_ key: String) -> String? {
        guard let node = node(key), let text = string(node) else { return nil }
        if text == "tab" { return "\t" }
        // Between and around fields only a sign of one byte can stand.
        let isByte = text.utf8.count == 1 || !["delimiter", "quote", "escape"].contains(key)
        if text.count == 1, isByte { return text }
        addFault(
            at: node,
            LocalizedText(en: "\"\(text)\" is not one sign", da: "\"\(text)\" er ikke ét tegn"),
            hint: LocalizedText(
                en: "write one sign in quotation marks, or tab",
                da: "skriv ét tegn i anførselstegn, eller tab"
            )
        )
        return nil
    }
}
