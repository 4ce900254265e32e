import BarometerCore

/// Reads JSON lines, one flat object a line, as a grid of text.
///
/// Municipal pulls from jobindsats.dk are saved like this, often under the name .csv and with the error messages of
/// earlier tries on top of the data.
package struct JSONLinesReader {
    /// The columns in order of the first appearance of their keys, and the records.
    package typealias Grid = (columns: [String], rows: [(cells: [String], line: Int, offset: Int)])

    /// Whether a text holds one object a line, of which at least one starts on a later line, or a single flat object.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        let outline = JSONOutline(bytes)
        guard outline.startsObject, !outline.isJSONStat, let end = outline.objectEnd else { return false }
        guard let next = bytes[end...].firstIndex(where: { !JSONOutline.isBlank($0) }) else { return outline.isFlat }
        return bytes[next] == UInt8(ascii: "{") && !bytes[outline.start..<end].contains(where: JSONText.isLineEnd)
            && bytes[end..<next].contains(where: JSONText.isLineEnd)
    }

    /// The records of a text as texts; nil where it has none, which is told.
    ///
    /// Numbers are given as they are written, strings as they are, null and absent keys as empty, true and false as
    /// words. Lines that are no JSON (D140) or no flat object (D148) are left out and told. Messages of the source in
    /// place of data (D146) are a warning beside records and an error without. Linear in the size.
    package static func read(_ bytes: [UInt8], path: String, bag: inout DiagnosticBag) -> Grid? {
        var reader = JSONLinesReader(JSONText(bytes, path: path))
        let outline = JSONOutline(bytes)
        if let end = outline.objectEnd, bytes[end...].allSatisfy(JSONOutline.isBlank) {
            // A single object may be spread over several lines.
            reader.add(outline.start..<end, line: reader.text.line(of: outline.start), bag: &bag)
        } else {
            reader.addLines(bag: &bag)
        }
        return reader.finished(bag: &bag)
    }

    let text: JSONText
    private(set) var columns: [String] = []
    private(set) var rows: [(cells: [String], line: Int, offset: Int)] = []
    /// The first message of the source, and how many there are.
    private(set) var message: (text: String, range: Range<Int>, count: Int)?
    private var positions: [String: Int] = [:]
    private var hasFaults = false
    /// Whether the records have so few keys in common that a table of them would be nearly empty.
    private var isScattered = false
    /// Whether a record was larger than it may be, which was told; the rest is not read.
    private var isTooLarge = false

    private init(_ text: JSONText) {
        self.text = text
    }

    private mutating func addLines(bag: inout DiagnosticBag) {
        let bytes = text.bytes
        var start = JSONText.byteOrderMark(of: bytes)
        var line = 1
        while start < bytes.count, !isTooLarge {
            let end = bytes[start...].firstIndex(where: JSONText.isLineEnd) ?? bytes.count
            if let first = bytes[start..<end].firstIndex(where: { !JSONOutline.isBlank($0) }) {
                add(first..<end, line: line, bag: &bag)
            }
            let isPair = bytes[end...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
            start = end + (isPair ? 2 : 1)
            line += 1
        }
    }

    private mutating func add(_ range: Range<Int>, line: Int, bag: inout DiagnosticBag) {
        guard range.count <= ExtractLimits.recordBytes else {
            return addTooLarge(.record(offset: range.lowerBound), &bag)
        }
        guard let node = text.parse(in: range, bag: &bag) else {
            hasFaults = true
            return
        }
        guard let members = node.members else { return addFault(node, key: nil, bag: &bag) }
        if let words = JSONLinesReader.message(in: members) {
            message = (message?.text ?? words, message?.range ?? node.range, (message?.count ?? 0) + 1)
            return
        }
        isScattered = isScattered || !CellGrid.isBearable(columns.count * rows.count, bytes: text.bytes.count)
        guard !isScattered else { return }
        var cells = [String](repeating: "", count: columns.count)
        for member in members {
            guard let cell = cell(member.node) else { return addFault(member.node, key: member.key, bag: &bag) }
            if let position = positions[member.key] {
                cells[position] = cell
            } else {
                positions[member.key] = columns.count
                columns.append(member.key)
                cells.append(cell)
                guard columns.count <= ExtractLimits.columns else {
                    return addTooLarge(.columns(offset: member.keyRange.lowerBound), &bag)
                }
            }
        }
        rows.append((cells, line, node.range.lowerBound))
    }

    private func cell(_ node: JSONNode) -> String? {
        switch node.value {
        case .null: ""
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .number: String(decoding: text.bytes[node.range], as: UTF8.self)
        case .string(let text): text
        case .array, .object: nil
        }
    }

    private mutating func addTooLarge(_ excess: RecordScanner.Excess, _ bag: inout DiagnosticBag) {
        isTooLarge = true
        let (offset, code, message, hint) = RecordIndex.wording(of: excess)
        bag.add(text.diagnostic(code, message, at: offset..<offset + 1, hint: hint))
    }

    private mutating func finished(bag: inout DiagnosticBag) -> Grid? {
        if isTooLarge { return nil }
        if let message { bag.add(told(message, besideRecords: !rows.isEmpty && !columns.isEmpty)) }
        guard !rows.isEmpty, !columns.isEmpty else {
            if message == nil, !hasFaults { bag.add(noRecords()) }
            return nil
        }
        guard !isScattered else {
            bag.add(scattered())
            return nil
        }
        // Keys that came later stand at the end, and the records before them have nothing there.
        for position in rows.indices where rows[position].cells.count < columns.count {
            rows[position].cells += Array(repeating: "", count: columns.count - rows[position].cells.count)
        }
        return (columns, rows)
    }
}

// MARK: - Messages of the source

extension JSONLinesReader {
    /// The keys that name an error, and those that then hold its words.
    private static let errorKeys: Set<String> = ["errorTypeCode", "error", "errors", "errorCode", "errorMessage"]
    private static let messageKeys = ["message", "errorMessage", "error", "errors"]

    /// The source's words where an object is an error message and no record.
    ///
    /// `{"The key has expired.":""}` is one of jobindsats.dk, `{"errorTypeCode":"…","message":"…"}` one of the StatBank.
    private static func message(in members: [JSONMember]) -> String? {
        if members.count == 1, members[0].node.string?.isEmpty == true { return members[0].key }
        guard let code = members.first(where: { errorKeys.contains($0.key) }) else { return nil }
        let words = messageKeys.lazy.compactMap { key in members.first { $0.key == key }?.node.string }.first
        let name = code.node.string ?? code.key
        return words.map { $0 == name ? $0 : "\(name): \($0)" } ?? name
    }

    private func told(_ message: (text: String, range: Range<Int>, count: Int), besideRecords: Bool) -> Diagnostic {
        let shown = message.text.count > 300 ? message.text.prefix(300) + "…" : message.text
        var diagnostic = text.diagnostic(
            .sourceMessage,
            LocalizedText(
                en: "the source sent a message in place of data: \"\(shown)\"",
                da: "kilden har sendt en besked i stedet for data: \"\(shown)\""
            ),
            severity: besideRecords ? .warning : .error,
            at: message.range,
            hint: besideRecords
                ? LocalizedText(
                    en: "check that the records are all there, or renew the key and fetch the file again",
                    da: "efterse at alle poster er med, eller forny nøglen og hent filen igen"
                )
                : LocalizedText(
                    en: "do what the message asks, such as renewing the key, and fetch the file again",
                    da: "gør hvad beskeden beder om, fx at forny nøglen, og hent filen igen"
                )
        )
        diagnostic.count = message.count
        return diagnostic
    }
}

// MARK: - Faults

extension JSONLinesReader {
    private mutating func addFault(_ node: JSONNode, key: String?, bag: inout DiagnosticBag) {
        hasFaults = true
        bag.add(.jsonRecord, path: text.path, group: key == nil ? "" : "nested") {
            text.diagnostic(
                .jsonRecord,
                key.map {
                    LocalizedText(
                        en: "the value of \"\($0)\" is an object or an array, not a text or a number",
                        da: "værdien af \"\($0)\" er et objekt eller en liste, ikke en tekst eller et tal"
                    )
                }
                    ?? LocalizedText(
                        en: "the line holds no object of keys and values",
                        da: "linjen rummer intet objekt af nøgler og værdier"
                    ),
                at: node.range,
                hint: LocalizedText(
                    en: "write each record as one flat object on a line of its own",
                    da: "skriv hver post som ét fladt objekt på sin egen linje"
                )
            )
        }
    }

    private func scattered() -> Diagnostic {
        Diagnostic(
            .jsonRecord,
            LocalizedText(
                en: "the records have hardly any keys in common: \(columns.count) in the first \(rows.count) records",
                da: "posterne har næsten ingen nøgler til fælles: \(columns.count) i de første \(rows.count) poster"
            ),
            at: SourceLocation(path: text.path),
            hint: LocalizedText(
                en: "give all records the same keys, and put what differs into the values",
                da: "giv alle poster de samme nøgler, og læg det der varierer, i værdierne"
            )
        )
    }

    private func noRecords() -> Diagnostic {
        Diagnostic(
            .emptyFile,
            LocalizedText(en: "the file holds no records", da: "filen indeholder ingen poster"),
            at: SourceLocation(path: text.path),
            hint: LocalizedText(en: "fetch the extract again", da: "hent udtrækket igen")
        )
    }
}
