import BarometerCore
import BarometerStore

/// A statistics file as it was understood: its table, and how it was read.
public struct Extract: Sendable {
    /// The observations; nil where the file has faults, for then nothing of it is loaded.
    public let table: Table?
    /// How the file was understood, as far as it could be.
    public let summary: ExtractSummary
    /// All faults, warnings and notes.
    public let diagnostics: [Diagnostic]

    /// Reads a delimited statistics file.
    ///
    /// Encoding, dialect, number formats and, without a schema, the columns are detected over the whole file; options
    /// override it. The file is read to its end whatever is wrong with it, so that all faults are told in one run. Rows
    /// that repeat a key are faults only under a schema. Linear in the size.
    ///
    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - path: the name for messages.
    ///   - name: the name of the table; nil takes the path.
    ///   - declared: what a dataset declares; nil infers it.
    ///   - options: what is said of the file; its time and measure columns count only without a schema.
    ///   - vintage: when the figures became known, where no column says it.
    /// - Throws: `ExtractError` (D101) where the file is empty, and what the source throws.
    public static func read(
        _ source: some ByteSource,
        path: String,
        schema declared: ExtractSchema? = nil,
        options: ExtractOptions = ExtractOptions(),
        vintage: Vintage? = nil
    ) throws -> Extract {
        let bytes = try source.readAll()
        var bag = DiagnosticBag()
        let encoding = options.encoding ?? .detected(in: bytes)
        let text = encoding.decode(bytes)
        let dialect = Dialect.detected(in: text, delimiter: options.delimiter, quote: options.quote)
        let grid = CellGrid(text, dialect: dialect, path: path, bag: &bag)
        guard !grid.columns.isEmpty else { throw ExtractError(diagnostics: [emptyFile(path)]) }
        findDamagedText(in: grid, bag: &bag)

        let schema: ExtractSchema
        if var declared {
            for text in options.missing { declared.markers[text] = .notAvailable }
            schema = declared
        } else {
            schema = ColumnRoles.schema(of: grid, options: options, bag: &bag)
        }
        let positions = ExtractValidation.positions(of: schema, in: grid, bag: &bag)
        let valuePositions = zip(schema.columns, positions).filter { $0.0.role == .measure }.map(\.1)
        let decoder = FieldDecoder(
            grid,
            columns: valuePositions,
            markers: schema.markers,
            forced: options.numberFormat,
            bag: &bag
        )
        let builder = ObservationBuilder(
            grid: grid,
            schema: schema,
            positions: positions,
            decoder: decoder,
            vintage: vintage,
            bag: &bag
        )
        let table = builder.table(name: path, bag: &bag)
        if let table, declared != nil {
            let cellsPerRow = grid.rowCount == 0 ? 1 : table.rowCount / grid.rowCount
            ExtractValidation.findDuplicates(in: table, grid: grid, cellsPerRow: cellsPerRow, bag: &bag)
        }
        let summary = ExtractSummary(
            path: path,
            bytes: bytes.count,
            encoding: encoding,
            grid: grid,
            schema: schema,
            positions: positions,
            decoder: decoder,
            table: table
        )
        return Extract(table: bag.hasErrors ? nil : table, summary: summary, diagnostics: bag.diagnostics)
    }

    private static func emptyFile(_ path: String) -> Diagnostic {
        Diagnostic(
            .emptyFile,
            LocalizedText(en: "the file holds no records", da: "filen indeholder ingen poster"),
            at: SourceLocation(path: path),
            hint: LocalizedText(en: "fetch the extract again", da: "hent udtrækket igen")
        )
    }

    /// Letters that were lost before the file came to us are told of and never repaired.
    private static func findDamagedText(in grid: CellGrid, bag: inout DiagnosticBag) {
        for (position, column) in grid.columns.enumerated() {
            for (code, text) in column.texts.enumerated() where text.unicodeScalars.contains("\u{FFFD}") {
                bag.add(.damagedText, path: grid.path, group: column.name, count: column.counts[code]) {
                    let (location, excerpt) = grid.place(row: column.firstRows[code], column: position)
                    return Diagnostic(
                        .damagedText,
                        LocalizedText(
                            en: "\"\(text)\" holds a sign that stands for a lost letter",
                            da: "\"\(text)\" indeholder et tegn der står for et tabt bogstav"
                        ),
                        severity: .warning,
                        at: location,
                        excerpt: excerpt,
                        hint: LocalizedText(
                            en: "name the encoding with --encoding, or fetch the file again",
                            da: "nævn tegnsættet med --encoding, eller hent filen igen"
                        )
                    )
                }
            }
        }
    }
}

extension ExtractSummary {
    init(
        path: String,
        bytes: Int,
        encoding: Encoding,
        grid: CellGrid,
        schema: ExtractSchema,
        positions: [Int],
        decoder: FieldDecoder,
        table: Table?
    ) {
        self.path = path
        self.bytes = bytes
        self.encoding = encoding
        dialect = grid.dialect
        numberFormat = positions.compactMap { decoder.formats[$0] }.first
        layout = schema.layout
        recordsRead = grid.recordsRead
        recordsAccepted = grid.rowCount
        observations = table?.rowCount ?? 0
        columns = zip(schema.columns, positions).sorted { $0.1 < $1.1 }.map { column, position in
            Column(column, grid.columns[position], values: decoder.values[position], markers: schema.markers)
        }
        time = nil
        measures = []
        guard let table else { return }
        if let column = table.time,
            let first = column.periods.indices.min(by: { column.periods[$0] < column.periods[$1] }),
            let last = column.periods.indices.max(by: { column.periods[$0] < column.periods[$1] })
        {
            time = TimeSpan(
                column: schema.columns.first { $0.role == .time }?.name,
                first: column.periods[first],
                last: column.periods[last],
                firstLabel: column.labels[first],
                lastLabel: column.labels[last]
            )
        }
        measures = table.measures.map(Measure.init)
    }
}

extension ExtractSummary.Column {
    fileprivate init(
        _ column: ExtractSchema.Column,
        _ cells: CellGrid.Column,
        values: [FieldDecoder.Value?]?,
        markers: [String: ObservationStatus]
    ) {
        name = column.name
        role = column.role
        distinct = cells.texts.count
        missing = zip(cells.texts, cells.counts)
            .reduce(0) { $0 + ($1.0.isEmpty || (values != nil && markers[$1.0]?.isMissing == true) ? $1.1 : 0) }
        let numbers = values?.compactMap { if case .number(let number, _) = $0 { number } else { nil } }
        type =
            switch column.role {
            case .time, .vintage: .period
            case .measure: numbers?.contains { $0.decimals > 0 } == true ? .decimal : .integer
            case .dimension, .ignored: .text
            }
    }
}

extension ExtractSummary.Measure {
    fileprivate init(_ column: MeasureColumn) {
        let values = (0..<column.count).compactMap { column[$0] }
        self.init(
            name: column.name,
            count: values.count,
            missing: column.missingCount,
            sum: values.isEmpty ? nil : column.total,
            minimum: values.min(),
            maximum: values.max()
        )
    }
}
