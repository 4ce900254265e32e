import BarometerCore
import BarometerStore

/// Gives the labels of one range after the other the numbers that they have in the whole file.
///
/// The ranges must come in the order of the file, so that labels are numbered by their first appearance.
final class RangeJoiner {
    private let sample: FileSample
    private let tables: UnsafeMutablePointer<LabelTable>
    /// The labels of each field as text; none for values.
    private(set) var texts: [[String]]
    /// What the letters of headings and labels say of the encoding.
    private var evidence = LetterEvidence()
    /// The encoding that the texts are read in, Windows-1252 or UTF-8.
    private var reading: Encoding
    /// What the numbers of each field look like in all ranges.
    private(set) var forms: [RangeColumns.NumberForms]

    init(_ sample: FileSample) {
        self.sample = sample
        let count = sample.shape.fields.count
        tables = .allocate(capacity: count)
        reading = sample.encoding == .windows1252 ? .windows1252 : .utf8
        for field in 0..<count { (tables + field).initialize(to: LabelTable()) }
        texts = Array(repeating: [], count: count)
        forms = Array(repeating: RangeColumns.NumberForms(), count: count)
        evidence.add(sample.heading)
    }

    deinit {
        tables.deinitialize(count: sample.shape.fields.count)
        tables.deallocate()
    }

    /// Brings the codes of the next range to the numbers of the file; false where a label is none that a plain field
    /// can hold.
    func join(_ range: inout RangeColumns) -> Bool {
        for field in sample.shape.fields.indices {
            forms[field].formUnion(range.forms[field])
            let labels = range.labels[field]
            range.labels[field] = RangeColumns.Labels()
            guard isPlain(labels) else { return false }
            evidence.add(labels.bytes)
            let known = tables[field].count
            let map = labels.codes(in: &tables[field])
            guard tables[field].count <= ExtractLimits.codes else { return false }
            decodeLabels(of: field, from: known, labels, map)
            guard map.enumerated().contains(where: { $0 != $1 }) else { continue }
            for block in range.codes[field].indices { range.codes[field][block].remap(map) }
        }
        return true
    }

    /// The encoding of the file by the letters of its headings and labels, which are all that it has; nil where some are
    /// whole letters of UTF-8 and others are not, so that the careful way must weigh them.
    private var encoding: Encoding? {
        if sample.encoding == .windows1252, sample.options.encoding != nil { return .windows1252 }
        guard evidence.hasBrokenLetters else { return .utf8 }
        let mayBeOther = sample.options.encoding == nil && sample.encoding != .utf8WithMark
        return mayBeOther && !evidence.hasWholeLetters ? .windows1252 : nil
    }

    /// Whether the texts were read in the encoding of the file.
    var hasRightTexts: Bool { encoding == reading }

    /// Reads the texts in the encoding of the file, where the sample had another; false where there is none.
    func correctTexts() -> Bool {
        guard let encoding else { return false }
        guard encoding != reading else { return true }
        reading = encoding
        for field in texts.indices {
            let (bytes, ends) = tables[field].labels()
            texts[field] = []
            decodeLabels(of: field, from: 0, RangeColumns.Labels(bytes: bytes, ends: ends), Array(ends.indices))
        }
        return true
    }

    private func isPlain(_ labels: RangeColumns.Labels) -> Bool {
        let quote = sample.shape.quote
        guard labels.ends.count <= ExtractLimits.codes,
            labels.bytes.count <= ExtractLimits.fieldBytes || labels.hasShortTexts
        else { return false }
        return !labels.bytes.contains { $0 == 0x0A || $0 == 0x0D || ($0 == quote && quote != 0) }
    }

    private func decodeLabels(of field: Int, from known: Int, _ labels: RangeColumns.Labels, _ map: [Int]) {
        var start = 0
        for (label, end) in labels.ends.enumerated() {
            defer { start = end }
            guard map[label] >= known else { continue }
            let bytes = labels.bytes[start..<end]
            texts[field].append(
                reading == .windows1252
                    ? String(decoding: Encoding.windows1252.decode(Array(bytes)), as: UTF8.self)
                    : String(decoding: bytes, as: UTF8.self)
            )
        }
    }
}

extension RangeColumns.NumberForms {
    fileprivate mutating func formUnion(_ other: Self) {
        hasComma = hasComma || other.hasComma
        hasPoint = hasPoint || other.hasPoint
        hasOtherThanThree = hasOtherThanThree || other.hasOtherThanThree
        hasNumbers = hasNumbers || other.hasNumbers
    }
}

extension RangeColumns.Labels {
    /// Whether no label goes beyond the bound of a field, which the careful way tells.
    fileprivate var hasShortTexts: Bool {
        zip([0] + ends, ends).allSatisfy { $1 - $0 <= ExtractLimits.fieldBytes }
    }

    /// The codes that these labels have in a table, which takes in those it does not have.
    fileprivate func codes(in table: inout LabelTable) -> [Int] {
        // Sound: words may be loaded before and behind a label, so the bytes are put between padding.
        let padding = [UInt8](repeating: 0, count: 16)
        return (padding + bytes + padding).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return [] }
            var start = 0
            var last = 0
            return ends.map { end in
                defer { start = end }
                last = table.code(at: base + padding.count + start, length: end - start, below: last)
                return last
            }
        }
    }
}

/// What the letters beyond ASCII of some bytes say of their encoding.
struct LetterEvidence {
    private(set) var hasWholeLetters = false
    private(set) var hasBrokenLetters = false

    mutating func add(_ bytes: [UInt8]) {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        if String(validating: bytes, as: UTF8.self) != nil {
            hasWholeLetters = true
        } else {
            hasBrokenLetters = true
            hasWholeLetters = hasWholeLetters || Encoding.letters(in: bytes).whole > 0
        }
    }
}
