import BarometerCore
import BarometerStore

/// Puts the columns of ranges together, in the order of the file, and checks that the sample was right about them.
struct RangeAssembly {
    private let sample: FileSample
    private let joiner: RangeJoiner
    /// The finest scale of each measure so far; nil for doubles.
    private var scales: [Int?]
    private var printedDecimals: [Int]
    private var shape: RecordShape { sample.shape }

    init(_ sample: FileSample) {
        self.sample = sample
        joiner = RangeJoiner(sample)
        scales = sample.shape.decimals
        printedDecimals = sample.shape.decimals.map { _ in 0 }
    }

    // MARK: Tables

    /// The table of all ranges; nil where the file is otherwise than the sample said.
    mutating func table(of ranges: consuming [RangeColumns], name: String) -> Table? {
        var columns = RangeColumns()
        columns.codes = (0...shape.fields.count).map { _ in [] }
        var values: [[(blocks: [ValueBlock], decimals: Int?)]] = scales.map { _ in [] }
        for position in ranges.indices {
            guard adopt(&ranges[position]) else { return nil }
            // What has been taken over is given back at once, so that nothing stands in memory twice.
            for field in columns.codes.indices {
                columns.codes[field] += ranges[position].codes[field]
                ranges[position].codes[field] = []
            }
            for measure in values.indices {
                values[measure].append((ranges[position].values[measure], ranges[position].decimals[measure]))
                ranges[position].values[measure] = []
            }
            columns.runs += ranges[position].runs
        }
        for measure in values.indices {
            var blocks = values[measure].flatMap { part in
                part.decimals == scales[measure]
                    ? part.blocks : part.blocks.map { $0.brought(from: part.decimals, to: scales[measure]) }
            }
            if let scale = scales[measure], blocks.contains(where: \.isDoubles) {
                blocks = blocks.map { $0.brought(from: scale, to: nil) }
                scales[measure] = nil
            }
            columns.values.append(blocks)
        }
        return joiner.correctTexts() && isConfirmed ? table(of: columns, name: name) : nil
    }

    /// The rows of the next range as a table that knows all labels so far; nil where that is not possible in parts.
    mutating func part(of range: inout RangeColumns, name: String) -> Table? {
        guard adopt(&range) else { return nil }
        for measure in scales.indices where range.decimals[measure] != scales[measure] {
            range.values[measure] = range.values[measure].map {
                $0.brought(from: range.decimals[measure], to: scales[measure])
            }
        }
        return table(of: range, name: name)
    }

    /// Whether the whole file is as the sample said, now that all ranges have been seen.
    var isConfirmed: Bool {
        hasDecidedNumbers && joiner.hasRightTexts && hasPlainTexts && confirmsRoles
    }

    private mutating func adopt(_ range: inout RangeColumns) -> Bool {
        guard joiner.join(&range) else { return false }
        for measure in scales.indices {
            scales[measure] = scales[measure].flatMap { scale in range.decimals[measure].map { max($0, scale) } }
            printedDecimals[measure] = max(printedDecimals[measure], range.printedDecimals[measure])
        }
        return true
    }

    private func table(of columns: RangeColumns, name: String) -> Table? {
        let table = RangeTable(
            sample.schema,
            texts: joiner.texts,
            codes: columns.codes.dropLast().map { CodeColumn(blocks: $0) },
            headings: CodeColumn(blocks: columns.codes.last ?? []),
            measures: scales.indices.map { measure in
                RangeTable.Values(
                    blocks: columns.values[measure],
                    decimals: scales[measure],
                    printedDecimals: printedDecimals[measure]
                )
            },
            runs: columns.runs.allSatisfy { $0 == nil } ? [] : columns.runs
        )
        return table.table(name: name)
    }

    // MARK: Checks

    /// Whether no label is damaged, and no two differ only in how their letters are put together.
    private var hasPlainTexts: Bool {
        joiner.texts.allSatisfy { texts in
            let letters = texts.filter { $0.utf8.contains { $0 >= 0x80 } }
            return Set(letters).count == letters.count && !letters.contains(where: CellGrid.isDamaged)
        }
    }

    /// Whether the columns are for what the sample said, now that all their labels are known.
    private var confirmsRoles: Bool {
        let columns = sample.grid.columns.enumerated().map { position, column in
            if case .value = shape.fields[position] { return column }
            let texts = joiner.texts[position]
            return column.texts.elementsEqual(texts) ? column : CellGrid.Column(name: column.name, texts: texts)
        }
        // A blank stub is that of a page, whose outer levels stand on lines of their own.
        guard shape.fields[0] != .label || !columns[0].texts.contains("") else { return false }
        var bag = DiagnosticBag()
        let grid = CellGrid(columns: columns, path: sample.grid.path)
        let schema = ColumnRoles.schema(of: grid, options: sample.options, bag: &bag)
        return bag.diagnostics.isEmpty && schema.columns.map(\.role) == sample.schema.columns.map(\.role)
            && schema.layout.name == sample.schema.layout.name
    }

    /// Whether the signs of every column of numbers mean what they were read as.
    ///
    /// Three digits behind the sign in all numbers might be thousands, which other columns or a person decide.
    private var hasDecidedNumbers: Bool {
        shape.fields.indices.allSatisfy { field in
            guard case .value = shape.fields[field] else { return true }
            let forms = joiner.forms[field]
            guard forms.hasNumbers else { return false }
            guard forms.hasComma || forms.hasPoint else { return true }
            guard forms.hasComma != forms.hasPoint, forms.hasOtherThanThree else { return false }
            return sample.options.numberFormat.map { $0.decimal == (forms.hasComma ? "," : ".") } ?? true
        }
    }
}
