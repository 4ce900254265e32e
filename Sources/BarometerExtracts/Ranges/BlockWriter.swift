import BarometerCore
import BarometerStore

/// Gathers the rows of windows into blocks of columns; the columns of a wide file become rows on the way.
struct BlockWriter {
    /// The most rows that a wide file's records are spread out to at a time.
    private static let spreadRows = 16_384

    private let shape: RecordShape
    private let rowsPerBlock: Int
    /// The fields that are labels, and behind them the headings of a wide file.
    private let labelFields: [Int]
    private let valueFields: [(field: Int, measure: Int)]
    private var codes: [PendingCodes]
    private var values: [PendingValues]
    private var pendingRows = 0
    /// The rows of the pending block where a run begins; nil where one of its windows did not look.
    private var runs: [UInt32]? = []
    /// The scale of the rows so far; nil for doubles.
    private var scales: [Int?]
    private var result = RangeColumns()

    init(_ shape: RecordShape, rowsPerBlock: Int) {
        self.shape = shape
        self.rowsPerBlock = rowsPerBlock
        labelFields =
            shape.fields.indices.filter { shape.fields[$0] == .label } + (shape.isWide ? [shape.fields.count] : [])
        valueFields = shape.fields.enumerated().compactMap { position, field in
            if case .value(let measure) = field { (position, measure) } else { nil }
        }
        codes = labelFields.map { _ in PendingCodes(capacity: rowsPerBlock) }
        values = shape.decimals.map { _ in PendingValues(capacity: rowsPerBlock) }
        scales = shape.decimals
        result.codes = (0...shape.fields.count).map { _ in [] }
        result.values = shape.decimals.map { _ in [] }
    }

    func deallocate() {
        for pending in codes { pending.deallocate() }
        for pending in values { pending.deallocate() }
    }

    /// Adds the rows that a window has read, with those of its rows where a run begins, if it looked for them.
    mutating func append(_ rows: Int, of reader: RangeReader, runs starts: [UInt32]?) {
        adoptScales(reader.measures)
        guard shape.isWide else {
            return add(
                rows,
                codes: labelFields.map { UnsafePointer(reader.codes[$0]) },
                limits: labelFields.map { reader.tables[$0].count },
                values: valueFields.map { UnsafePointer(reader.values[$0.field]) },
                runs: starts
            )
        }
        let step = max(1, BlockWriter.spreadRows / shape.cellsPerRecord)
        for start in stride(from: 0, to: rows, by: step) {
            spread(start..<min(rows, start + step), of: reader)
        }
    }

    /// Adds the cells of some records of a wide file, record by record, with the heading of each.
    private mutating func spread(_ records: Range<Int>, of reader: RangeReader) {
        let cells = shape.cellsPerRecord
        let count = records.count * cells
        let spreadCodes = labelFields.map { field in
            [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
                for (row, record) in records.enumerated() {
                    for cell in 0..<cells {
                        buffer[row * cells + cell] =
                            field == shape.fields.count ? UInt32(cell) : reader.codes[field][record]
                    }
                }
                filled = count
            }
        }
        let spreadValues = [Int64](unsafeUninitializedCapacity: count) { buffer, filled in
            for (cell, source) in valueFields.enumerated() {
                let values = reader.values[source.field]
                for (row, record) in records.enumerated() { buffer[row * cells + cell] = values[record] }
            }
            filled = count
        }
        let limits = labelFields.map { $0 == shape.fields.count ? cells : reader.tables[$0].count }
        // Sound: the pointers are used within the closures that lend them.
        spreadValues.withUnsafeBufferPointer { values in
            withPointers(to: spreadCodes[...], []) { codes in
                guard let start = values.baseAddress else { return }
                add(count, codes: codes, limits: limits, values: [start], runs: nil)
            }
        }
    }

    private func withPointers(
        to arrays: ArraySlice<[UInt32]>,
        _ pointers: [UnsafePointer<UInt32>],
        _ body: ([UnsafePointer<UInt32>]) -> Void
    ) {
        guard let first = arrays.first else { return body(pointers) }
        first.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            withPointers(to: arrays.dropFirst(), pointers + [start], body)
        }
    }

    /// Adds rows, and seals the block each time that it is full.
    private mutating func add(
        _ rows: Int,
        codes sources: [UnsafePointer<UInt32>],
        limits: [Int],
        values valueSources: [UnsafePointer<Int64>],
        runs starts: [UInt32]?
    ) {
        var done = 0
        var nextRun = 0
        while done < rows {
            let added = min(rows - done, rowsPerBlock - pendingRows)
            for position in codes.indices {
                codes[position].append(sources[position] + done, count: added, limit: limits[position])
            }
            for position in values.indices {
                let form: PendingValues.Form = scales[position] == nil ? .double : .whole
                values[position].append(valueSources[position] + done, count: added, form: form)
            }
            if let starts {
                if pendingRows == 0 { runs?.append(0) }
                while nextRun < starts.count, Int(starts[nextRun]) < done + added {
                    let row = UInt32(Int(starts[nextRun]) - done + pendingRows)
                    if row > 0 { runs?.append(row) }
                    nextRun += 1
                }
            } else {
                runs = nil
            }
            pendingRows += added
            done += added
            if pendingRows == rowsPerBlock { seal() }
        }
    }

    private mutating func seal() {
        guard pendingRows > 0 else { return }
        for position in codes.indices { result.codes[labelFields[position]].append(codes[position].seal()) }
        for position in values.indices {
            result.values[position].append(values[position].seal(form: scales[position] == nil ? .double : .whole))
        }
        let isLong = (runs?.count ?? 0) * RowRuns.leastMeanLength <= pendingRows
        result.runs.append(isLong ? runs.map { RowRuns(starts: $0) } : nil)
        result.rowCount += pendingRows
        runs = []
        pendingRows = 0
    }

    /// Brings the rows so far to the scale that a window has raised.
    private mutating func adoptScales(_ measures: [MeasureState]) {
        for (position, measure) in measures.enumerated() where measure.decimals != scales[position] {
            seal()
            result.values[position] = result.values[position].map {
                $0.brought(from: scales[position], to: measure.decimals)
            }
            scales[position] = measure.decimals
        }
    }

    /// All blocks.
    mutating func finished(_ measures: [MeasureState]) -> RangeColumns {
        seal()
        result.decimals = measures.map(\.decimals)
        return result
    }
}

extension ValueBlock {
    /// The same rows at a finer scale, or as doubles where `finer` is nil or they no longer fit.
    func brought(from scale: Int?, to finer: Int?) -> ValueBlock {
        guard let scale else { return self }
        guard let finer else { return asDoubles(divisor: powerOfTen(scale)) }
        return rescaled(by: powerOfTen(finer - scale)) ?? asDoubles(divisor: powerOfTen(scale))
    }
}
