import BarometerCore
import BarometerStore

/// Reads the records of a plain file that begin in a range of bytes, window by window, into blocks of columns.
///
/// It only knows plain records: all of one shape, numbers without groups, no line feeds or doubled quotes in quoted
/// fields. Where a record is otherwise it gives way, and the file is read the careful way, which tells what is wrong. So
/// it needs no messages, and what it gives is what the careful way would give.
///
/// A range owns the records that begin in it. What is read depends on the bytes and the range alone.
final class RangeReader {
    /// A record longer than this is left to the careful way.
    static let largestRecord = 16 << 20
    /// Bytes before the window that may be read and mean nothing.
    static let lead = 16

    let shape: RecordShape
    private let rowsPerBlock: Int

    // Sound: all memory is allocated here or in `grow`, is never handed out, and lives as long as the reader. The bytes of
    // the window are followed by the padding that `endWindow` writes, so that words may be loaded behind its end.
    private var capacity: Int
    private var memory: UnsafeMutablePointer<UInt8>
    var ends: UnsafeMutablePointer<UInt32>
    /// For each field the codes or values of the window's rows, as large as the window has room for records.
    var codes: [UnsafeMutablePointer<UInt32>] = []
    var values: [UnsafeMutablePointer<Int64>] = []
    let tables: UnsafeMutablePointer<LabelTable>
    private var rowCapacity: Int

    var measures: [MeasureState]
    var forms: [RangeColumns.NumberForms]
    var left: LeftPart
    private var writer: BlockWriter
    private var counts = ReadingCounts()

    /// Where the bytes of the window begin.
    var window: UnsafeMutablePointer<UInt8> { memory + RangeReader.lead }

    /// How a window was taken.
    enum Outcome {
        case read(rows: Int)
        /// A quoted field holds a separator: the window must be indexed with quotes in mind.
        case quoted
        /// More decimals than before: the values of the window must be read again at the new scale.
        case rescaled
        /// The records are not plain.
        case refused
    }

    init(_ shape: RecordShape, windowSize: Int, rowsPerBlock: Int) {
        self.shape = shape
        self.rowsPerBlock = rowsPerBlock
        capacity = windowSize
        rowCapacity = RangeReader.rows(in: windowSize, shape)
        memory = .allocate(capacity: RangeReader.lead + windowSize + 64)
        ends = .allocate(capacity: windowSize + 64)
        tables = .allocate(capacity: shape.fields.count)
        for position in shape.fields.indices { (tables + position).initialize(to: LabelTable()) }
        measures = shape.decimals.map { MeasureState(decimals: $0) }
        forms = Array(repeating: RangeColumns.NumberForms(), count: shape.fields.count)
        left = LeftPart(fieldCount: shape.leftCount)
        writer = BlockWriter(shape, rowsPerBlock: rowsPerBlock)
        memory.initialize(repeating: 0, count: RangeReader.lead)
        allocateRows()
    }

    deinit {
        memory.deallocate()
        ends.deallocate()
        for pointer in codes { pointer.deallocate() }
        for pointer in values { pointer.deallocate() }
        tables.deinitialize(count: shape.fields.count)
        tables.deallocate()
        writer.deallocate()
        left.deallocate()
    }

    /// The most records that so many bytes hold: each has a byte for every separator.
    private static func rows(in bytes: Int, _ shape: RecordShape) -> Int {
        bytes / shape.fields.count + 2
    }

    private func allocateRows() {
        for field in shape.fields {
            if case .value = field {
                codes.append(.allocate(capacity: 0))
                values.append(.allocate(capacity: rowCapacity))
            } else {
                codes.append(.allocate(capacity: rowCapacity))
                values.append(.allocate(capacity: 0))
            }
        }
    }

    /// The columns of the records that begin in a range; nil where they are not plain.
    ///
    /// - Throws: what the source throws.
    func read(_ range: Range<Int>, of source: some ByteSource) throws -> RangeColumns? {
        // The record that the byte before the range belongs to ends at the first line feed from there on.
        var isSkipping = range.lowerBound > shape.body.lowerBound
        var position = isSkipping ? range.lowerBound - 1 : range.lowerBound
        var filled = 0
        while true {
            let wanted = min(capacity - filled, shape.body.upperBound - position - filled)
            let target = UnsafeMutableRawBufferPointer(start: window + filled, count: wanted)
            var got = 0
            while got < wanted {
                let more = try source.read(
                    at: position + filled + got,
                    into: UnsafeMutableRawBufferPointer(rebasing: target[got...])
                )
                if more == 0 { return nil }
                got += more
            }
            filled += wanted
            counts.bytes += wanted
            let count = endWindow(filled, isLast: position + filled == shape.body.upperBound)
            var start = 0
            if isSkipping {
                guard let end = firstLineEnd(from: 0, to: count) else {
                    guard grow() else { return nil }
                    continue
                }
                start = end
                isSkipping = false
            }
            let lastOwned = range.upperBound - 1 - position
            let ownEnd = lastOwned < count ? firstLineEnd(from: max(0, lastOwned), to: count) : nil
            guard let limit = ownEnd ?? lastLineEnd(from: start, to: count) else {
                guard grow() else { return nil }
                continue
            }
            if limit > start, !take(start..<limit) { return nil }
            if ownEnd != nil { return finished() }
            let rest = filled - limit
            memmove(window, window + limit, rest)
            position += limit
            filled = rest
        }
    }

    private func memmove(_ target: UnsafeMutablePointer<UInt8>, _ source: UnsafeMutablePointer<UInt8>, _ count: Int) {
        if count > 0 { target.update(from: source, count: count) }
    }

    /// Puts a line end behind the last record of the file, and behind the window what searches stop at.
    private func endWindow(_ filled: Int, isLast: Bool) -> Int {
        var count = filled
        if isLast {
            if shape.hasCarriageReturns {
                window[count] = 0x0D
                count += 1
            }
            window[count] = 0x0A
            count += 1
        }
        for (offset, byte) in [shape.delimiter, shape.quote, 0x0A].enumerated() { window[count + offset] = byte }
        for offset in 3..<16 { window[count + offset] = 0 }
        return count
    }

    private func firstLineEnd(from start: Int, to count: Int) -> Int? {
        let end = start + SeparatorIndex.first(0x0A, from: window + start) + 1
        return end <= count ? end : nil
    }

    private func lastLineEnd(from start: Int, to count: Int) -> Int? {
        var end = count
        while end > start, window[end - 1] != 0x0A { end -= 1 }
        return end > start ? end : nil
    }

    /// Makes the window twice as large; false where a record is too long.
    private func grow() -> Bool {
        guard capacity < RangeReader.largestRecord else { return false }
        let old = (memory, capacity)
        capacity *= 2
        memory = .allocate(capacity: RangeReader.lead + capacity + 64)
        memory.update(from: old.0, count: RangeReader.lead + old.1)
        old.0.deallocate()
        ends.deallocate()
        ends = .allocate(capacity: capacity + 64)
        for pointer in codes { pointer.deallocate() }
        for pointer in values { pointer.deallocate() }
        (codes, values) = ([], [])
        rowCapacity = RangeReader.rows(in: capacity, shape)
        allocateRows()
        return true
    }

    // MARK: Windows

    /// Reads whole records and hands their rows on; false where they are not plain.
    private func take(_ bytes: Range<Int>) -> Bool {
        if left.isWorthwhile, shape.leftCount > 0 {
            left.save()
            switch readRepeated(bytes) {
            case .read(let rows):
                counts.repeatedWindows += 1
                writer.append(rows, of: self, runs: left.runStarts)
                left.endWindow(rows: rows)
                return true
            case .rescaled:
                left.restore()
                return take(bytes)
            case .quoted, .refused:
                left.restore()
                left.forget()
            }
        }
        let base = UnsafePointer(window + bytes.lowerBound)
        let found = SeparatorIndex.find(in: base, count: bytes.count, delimiter: shape.delimiter, into: ends)
        var outcome = readIndexed(base, found)
        if case .quoted = outcome {
            counts.quotedWindows += 1
            guard
                let found = SeparatorIndex.findOutsideQuotes(
                    in: base,
                    count: bytes.count,
                    delimiter: shape.delimiter,
                    quote: shape.quote,
                    into: ends
                )
            else { return false }
            outcome = readIndexed(base, found)
        } else {
            counts.indexedWindows += 1
        }
        guard case .read(let rows) = outcome else { return false }
        writer.append(rows, of: self, runs: nil)
        return true
    }

    private func finished() -> RangeColumns {
        var result = writer.finished(measures)
        result.labels = shape.fields.indices.map { position in
            if case .value = shape.fields[position] { return RangeColumns.Labels() }
            let (bytes, ends) = tables[position].labels()
            return RangeColumns.Labels(bytes: bytes, ends: ends)
        }
        result.printedDecimals = measures.map(\.printedDecimals)
        result.forms = forms
        for position in shape.fields.indices { counts.probes += tables[position].probes }
        result.counts = counts
        return result
    }
}

/// How the values of a measure are kept so far.
struct MeasureState {
    /// The decimals of the scale; nil where values are doubles.
    private(set) var decimals: Int?
    private(set) var printedDecimals = 0

    init(decimals: Int) {
        self.decimals = decimals
    }

    var form: PendingValues.Form { decimals == nil ? .double : .whole }

    /// Takes a number with more decimals than the scale has.
    mutating func raise(to wanted: Int) {
        decimals = decimals.flatMap { _ in wanted <= MeasureColumn.mostExactDecimals ? wanted : nil }
    }

    mutating func print(_ decimals: Int) {
        printedDecimals = max(printedDecimals, decimals)
    }
}
