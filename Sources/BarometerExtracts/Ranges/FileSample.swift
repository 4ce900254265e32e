import BarometerCore
import BarometerStore

/// The first and last records of a large file, understood as the careful way would understand them.
///
/// What they say of the file is only a guess. It is believed as far as every record bears it out, and else the file is
/// read the careful way.
struct FileSample {
    let grid: CellGrid
    let schema: ExtractSchema
    private(set) var shape: RecordShape
    let encoding: Encoding
    /// Bytes of titles and headings, of which the letters must be of the file's encoding.
    let heading: [UInt8]
    let options: ExtractOptions
    /// How many bytes the records of data in the sample take.
    let sampledBytes: Int

    /// nil where the file is none that ranges can be read of.
    init?(of source: some ByteSource, path: String, options: ExtractOptions, plan: RangePlan) throws {
        guard source.size >= plan.headSize + plan.tailSize, options.escape == nil else { return nil }
        var head = try source.bytes(0..<plan.headSize)
        let marks = head.starts(with: FileSample.mark) ? 3 : 0
        guard case .delimited = ContentKind(head), let lastEnd = head.lastIndex(of: 0x0A) else { return nil }
        head.removeSubrange((lastEnd + 1)...)
        let tailStart = source.size - plan.tailSize
        let tail = try source.bytes(tailStart..<source.size)
        guard let firstEnd = tail.firstIndex(of: 0x0A) else { return nil }
        let raw = Array(head.dropFirst(marks)) + tail[(firstEnd + 1)...]
        let encoding = options.encoding ?? .detected(in: head)
        guard encoding != .utf16LittleEndian, encoding != .utf16BigEndian else { return nil }
        let text = encoding.decode(raw)
        let dialect = Dialect.detected(in: text, options: options)
        guard dialect.newline != .cr, dialect.delimiter != UInt8(ascii: " ") else { return nil }
        let records = RecordIndex(text, dialect: dialect, path: path)
        let rawRecords = text == raw ? records : RecordIndex(raw, dialect: dialect, path: path)
        let frame = Frame(records, options: options)
        let headCount =
            (0..<rawRecords.count).first { rawRecords.offset(of: $0) >= head.count - marks } ?? rawRecords.count
        guard records.count == rawRecords.count, records.faults.isEmpty, frame.width > 1, !frame.hasRowNames,
            frame.body.lowerBound < headCount, frame.body.upperBound > headCount,
            frame.body.allSatisfy({ records.width(of: $0) == frame.width }),
            FileSample.isCertain(frame, of: records, options: options)
        else { return nil }

        // The body ends before the notes, or with the last record.
        let tailOffset = tailStart + firstEnd + 1 - (head.count - marks)
        var end = source.size
        if let note = frame.footnotes.first { end = rawRecords.offset(of: note) + tailOffset }
        end = try FileSample.endOfRecords(in: source, before: end)
        let start = rawRecords.offset(of: frame.body.lowerBound) + marks

        var bag = DiagnosticBag()
        var headFrame = frame
        headFrame.body = frame.body.lowerBound..<headCount
        let grid = CellGrid(records, frame: headFrame, isLenient: false, bag: &bag)
        guard grid.columns.count == frame.names.count, !grid.columns.contains(where: \.name.isEmpty),
            !FileSample.isPacked(grid)
        else { return nil }
        let schema = ColumnRoles.schema(of: grid, options: options, bag: &bag)
        let values = Set(schema.columns.indices.filter { schema.columns[$0].role == .measure })
        guard bag.diagnostics.isEmpty, !values.isEmpty, !SteppedLayout.isStepped(grid, values: values) else {
            return nil
        }
        self.grid = grid
        self.schema = schema
        self.encoding = marks > 0 ? .utf8WithMark : encoding
        self.options = options
        sampledBytes = head.count - start
        heading = Array(raw[..<rawRecords.offset(of: frame.body.lowerBound)])
        shape = RecordShape(
            grid,
            schema,
            dialect,
            hasBlankField: frame.hasTrailingSeparator,
            body: start..<max(start, end)
        )
    }

    /// The sample of a file that begins like another one, byte for byte up to its data, without looking at more of it.
    ///
    /// nil where it begins otherwise, or where its first line would be divided into as many fields by another separator,
    /// which might then fit all of its records too.
    init?(of source: some ByteSource, like other: FileSample) throws {
        let start = other.shape.body.lowerBound
        guard source.size > start else { return nil }
        let head = try source.bytes(0..<start)
        guard head.count == start, head.suffix(other.heading.count) == other.heading[...],
            other.isMarked == head.starts(with: FileSample.mark)
        else { return nil }
        let line = other.heading.split(separator: 0x0A).last ?? []
        let isEndangered = Dialect.candidates.contains { candidate in
            candidate != other.shape.delimiter && line.count { $0 == candidate } + 1 >= other.shape.fields.count
        }
        guard !isEndangered else { return nil }
        self = other
        shape.body = start..<max(start, try FileSample.endOfRecords(in: source, before: source.size))
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private var isMarked: Bool { encoding == .utf8WithMark }

    /// The end of the last record before an offset, without line ends.
    private static func endOfRecords(in source: some ByteSource, before end: Int) throws -> Int {
        let last = try source.bytes(max(0, end - 64)..<end)
        return end - last.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    }

    /// Whether the heading is one whatever the records in the middle of the file hold: a single one without numbers, or
    /// what a person says.
    private static func isCertain(_ frame: Frame, of records: RecordIndex, options: ExtractOptions) -> Bool {
        if options.header != nil { return !frame.header.isEmpty || options.columns != nil }
        guard frame.header.count == 1, let heading = frame.header.first, !records.isBlank(heading, 0) else {
            return false
        }
        return (0..<records.width(of: heading)).allSatisfy { position in
            let cell = records.string(heading, position)
            return !ColumnKinds.isNumber(cell) || Period(parsing: ObservationBuilder.withoutMark(cell)) != nil
        }
    }

    /// Whether columns hold several dimensions in one, which only the careful way takes apart.
    private static func isPacked(_ grid: CellGrid) -> Bool {
        grid.columns[0].name.contains("\\")
            || (PackedColumns.isSDMX(grid) && grid.columns.contains { $0.name.contains(": ") })
    }
}

extension RecordShape {
    init(
        _ grid: CellGrid,
        _ schema: ExtractSchema,
        _ dialect: Dialect,
        hasBlankField: Bool,
        body: Range<Int>
    ) {
        let isWide = if case .wide = schema.layout { true } else { false }
        var measureCount = 0
        fields = schema.columns.map { column in
            switch column.role {
            case .measure:
                measureCount += isWide && measureCount == 1 ? 0 : 1
                return .value(measure: measureCount - 1)
            case .dimension, .time: return .label
            case .ignored, .flag, .vintage: return .ignored
            }
        }
        leftCount = RecordShape.leftCount(of: grid, fields)
        if hasBlankField { fields.append(.blank) }
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0
        hasCarriageReturns = dialect.newline == .crlf
        self.isWide = isWide
        markers = schema.markers.sorted { $0.key < $1.key }.compactMap { text, status in
            guard text.utf8.count <= 8, status.isMissing else { return nil }
            let word = text.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Marker(word: word, length: text.utf8.count, status: status)
        }
        decimals = Array(repeating: 0, count: measureCount)
        self.body = body
    }

    /// How many leading labels stay the same in at least three of four records, where the last field is a value and
    /// all others behind them are labels.
    private static func leftCount(of grid: CellGrid, _ fields: [Field]) -> Int {
        guard case .value = fields.last, grid.rowCount > 1 else { return 0 }
        let labels = fields.prefix { $0 == .label || $0 == .ignored }.count
        guard labels == fields.count - 1 else { return 0 }
        let codes = grid.columns.prefix(labels).map(\.codes)
        // How many records differ from the one before first in the column.
        var differing = Array(repeating: 0, count: labels + 1)
        for row in 1..<grid.rowCount {
            differing[codes.firstIndex { $0[row] != $0[row - 1] } ?? labels] += 1
        }
        var repeats = differing[labels]
        for count in stride(from: labels, to: 0, by: -1) {
            if repeats * 4 >= (grid.rowCount - 1) * 3 { return count }
            repeats += differing[count - 1]
        }
        return 0
    }
}

extension ByteSource {
    /// The bytes of a range, fewer where the source ends before.
    func bytes(_ range: Range<Int>) throws -> [UInt8] {
        let wanted = max(0, min(range.upperBound, size) - range.lowerBound)
        return try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                // Sound: the slice lies within the capacity just allocated; `count` covers only bytes that were read.
                let rest = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<wanted]
                )
                let read = try self.read(at: range.lowerBound + count, into: rest)
                if read == 0 { break }
                count += read
            }
        }
    }
}
