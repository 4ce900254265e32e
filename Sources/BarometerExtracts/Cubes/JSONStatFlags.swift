import BarometerCore

/// What the flags of a JSON-stat data set say of its cells.
///
/// Flags are free texts in JSON-stat. Known are the marks of Danish tables and PX (`..`), and the letters of Eurostat
/// and SDMX in either case, also up to four together (`ep`).
struct JSONStatFlags {
    /// What a flag makes of a figure, and what of a missing one; nil where it says nothing that can be kept.
    private struct Meaning {
        var present: ObservationStatus?
        var missing: ObservationStatus?
        /// Whether something in the flag is not known.
        var isPartial = false
    }

    private static let letters: [Character: Meaning] = [
        "a": Meaning(present: .normal), "p": Meaning(present: .provisional), "e": Meaning(present: .estimated),
        "s": Meaning(present: .estimated), "f": Meaning(present: .forecast),
        "c": Meaning(present: .confidential, missing: .confidential),
        // A figure of low reliability is one all the same.
        "u": Meaning(missing: .uncertainOrConfidential), "z": Meaning(missing: .cannotOccur),
        "m": Meaning(missing: .notAvailable), ":": Meaning(present: .notAvailable, missing: .notAvailable),
        " ": Meaning(present: .normal),
        // Break in the series, other definition, not significant, revised: nothing that a status can say.
        "b": Meaning(), "d": Meaning(), "n": Meaning(), "r": Meaning(),
    ]

    private let text: JSONText
    /// What each flag means, and under which name it is counted.
    private var known: [String: (meaning: Meaning, group: String)] = [:]
    /// More flags than this are no flags, and are told together.
    private static let toldApart = 30
    private(set) var isFaulty = false

    init(text: JSONText) {
        self.text = text
    }

    /// Lets a flag speak of a cell; null and the empty text say nothing.
    mutating func apply(_ node: JSONNode, to cell: inout Cube.Cell, bag: inout DiagnosticBag) {
        if case .null = node.value { return }
        guard let flag = node.string else {
            isFaulty = true
            return bag.add(.jsonStatShape, path: text.path, group: "status") {
                text.wrongKind(node, en: "a flag is no text", da: "et flag er ikke en tekst")
            }
        }
        if flag.isEmpty { return }
        let (meaning, group) =
            known[flag] ?? (JSONStatFlags.meaning(of: flag), known.count < JSONStatFlags.toldApart ? flag : "")
        if known[flag] == nil { known[flag] = (meaning, group) }
        switch cell {
        case .missing:
            if let status = meaning.missing { cell = .missing(status) }
            if meaning.missing == nil, meaning.present == nil { addUnknown(flag, group, node, bag: &bag) }
        case .number(let number, _):
            // The dash stands for a true zero where the zero itself is given.
            let status = flag == "-" && number.digits == 0 ? .nilValue : meaning.present
            cell = marked(status, .number(number, status ?? .normal), flag, group, node, bag: &bag)
            if status == nil || meaning.isPartial { addUnknown(flag, group, node, bag: &bag) }
        case .double(let number, _):
            cell = marked(meaning.present, .double(number, meaning.present ?? .normal), flag, group, node, bag: &bag)
            if meaning.present == nil || meaning.isPartial { addUnknown(flag, group, node, bag: &bag) }
        }
    }

    /// The cell, or a missing one where the flag says that its figure is none.
    private func marked(
        _ status: ObservationStatus?,
        _ cell: Cube.Cell,
        _ flag: String,
        _ group: String,
        _ node: JSONNode,
        bag: inout DiagnosticBag
    ) -> Cube.Cell {
        guard let status, status.isMissing else { return cell }
        bag.add(.statusFlag, severity: .warning, path: text.path, group: group) {
            text.diagnostic(
                .statusFlag,
                LocalizedText(
                    en: "the flag \"\(flag)\" says \(status.name) of a figure that is given; the figure is left out",
                    da: "flaget \"\(flag)\" siger \(status.name) om et tal der er oplyst; tallet udelades"
                ),
                at: node.range,
                hint: LocalizedText(
                    en: "ask the source whether the figure may be used",
                    da: "spørg kilden om tallet må bruges"
                )
            )
        }
        return .missing(status)
    }

    private func addUnknown(_ flag: String, _ group: String, _ node: JSONNode, bag: inout DiagnosticBag) {
        bag.add(.statusFlag, severity: .note, path: text.path, group: group) {
            text.diagnostic(
                .statusFlag,
                LocalizedText(
                    en: "the flag \"\(flag)\" is not kept: figures count as ordinary, missing ones as not available",
                    da: "flaget \"\(flag)\" bevares ikke: tal regnes for almindelige, manglende for ikke oplyst"
                ),
                at: node.range,
                hint: LocalizedText(
                    en: "look the flag up at the source before the figures are used",
                    da: "slå flaget op hos kilden, før tallene bruges"
                )
            )
        }
    }

    private static func meaning(of flag: String) -> Meaning {
        if let status = ExtractSchema.commonMarkers[flag] { return Meaning(present: status, missing: status) }
        let pieces = flag.lowercased().compactMap { letters[$0] }
        guard pieces.count == flag.count, pieces.count <= 4 else { return Meaning() }
        return Meaning(
            present: strongest(pieces.compactMap(\.present)),
            missing: strongest(pieces.compactMap(\.missing)),
            isPartial: pieces.contains { $0.present == nil }
        )
    }

    /// Of several statuses the one that says most: why a figure is missing, else that it is not an ordinary one.
    private static func strongest(_ statuses: [ObservationStatus]) -> ObservationStatus? {
        statuses.first { $0.isMissing && $0 != .notAvailable } ?? statuses.first { $0.isMissing }
            ?? statuses.first { $0 != .normal } ?? statuses.first
    }
}
