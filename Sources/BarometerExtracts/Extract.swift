import BarometerCore
import BarometerStore

/// A statistics file as it was understood: its table, and how it was read.
public struct Extract: Sendable {
    /// The observations; nil where the file has faults or no values, for then nothing of it is loaded.
    public let table: Table?
    /// How the file was understood, as far as it could be.
    public let summary: ExtractSummary
    /// All faults, warnings and notes.
    public let diagnostics: [Diagnostic]
    /// The cells as text, as they stand in the file; those of a cube are put together each time they are asked for.
    package var cells: CellGrid { makeCells() }
    let makeCells: @Sendable () -> CellGrid
    /// Whether the names of the columns stand in the file or were given.
    let hasHeader: Bool

    /// Reads a statistics file: delimited text, PC-Axis, JSON-stat, SDMX-CSV, Eurostat's TSV or JSON lines.
    ///
    /// Form, encoding, dialect, number signs and, without a schema, the columns are detected over the whole file;
    /// options override it. The file is read to its end whatever is wrong with it, so that all faults are told in one
    /// run. Linear in the size.
    ///
    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - path: the name for messages.
    ///   - schema: what a dataset declares; nil infers it.
    ///   - vintage: when the figures became known, where no column says it.
    /// - Throws: `ExtractError` where the file is no statistics at all, and what the source throws.
    public static func read(
        _ source: some ByteSource,
        path: String,
        schema: ExtractSchema? = nil,
        options: ExtractOptions = ExtractOptions(),
        vintage: Vintage? = nil
    ) throws -> Extract {
        let bytes = try source.readAll()
        let size = bytes.count
        switch ContentKind(bytes) {
        case .other(let other):
            throw ExtractError(diagnostics: [other.diagnostic(path: path)])
        case .px:
            var bag = DiagnosticBag()
            guard
                let (cube, encoding, _) = PXReader.read(
                    bytes,
                    path: path,
                    encoding: options.encoding,
                    language: nil,
                    bag: &bag
                )
            else { throw ExtractError(diagnostics: bag.diagnostics) }
            let form = Form(bytes: size, format: .px, encoding: encoding)
            return try Extract(cube, form, path: path, schema: schema, options: options, vintage: vintage, bag: bag)
        case .jsonStat:
            var bag = DiagnosticBag()
            let encoding = options.encoding ?? .detected(in: bytes)
            guard let cube = JSONStatReader.read(encoding.decode(consume bytes), path: path, bag: &bag) else {
                throw ExtractError(diagnostics: bag.diagnostics)
            }
            let form = Form(bytes: size, format: .jsonStat, encoding: encoding)
            return try Extract(cube, form, path: path, schema: schema, options: options, vintage: vintage, bag: bag)
        case .jsonLines:
            var bag = DiagnosticBag()
            let encoding = options.encoding ?? .detected(in: bytes)
            guard let (columns, rows) = JSONLinesReader.read(encoding.decode(consume bytes), path: path, bag: &bag)
            else {
                throw ExtractError(diagnostics: bag.diagnostics)
            }
            let grid = CellGrid(columns: columns, rows: rows.map(\.cells), lines: rows.map(\.line), path: path)
            let form = Form(bytes: size, format: .jsonLines, encoding: encoding)
            return Extract(grid, form, schema: schema, options: options, vintage: vintage, bag: bag)
        case .delimited:
            let encoding = options.encoding ?? .detected(in: bytes)
            let text = encoding.decode(consume bytes)
            var bag = DiagnosticBag()
            let dialect = Dialect.detected(in: text, options: options)
            let records = RecordIndex(text, dialect: dialect, path: path)
            // What stands behind a record without an end is not known, so nothing is said of the rest.
            if let fault = records.tooLarge { throw ExtractError(diagnostics: [fault]) }
            let frame = Frame(records, options: options)
            let grid = CellGrid(records, frame: frame, isLenient: options.isLenient, bag: &bag)
            guard !bag.diagnostics.contains(where: { $0.code == .tooLarge }) else {
                throw ExtractError(diagnostics: bag.diagnostics)
            }
            var form = Form(bytes: size, format: .csv, encoding: encoding)
            form.take(dialect, frame)
            if frame.header.isEmpty, options.columns == nil { bag.add(noHeader(path, records)) }
            return Extract(grid, form, schema: schema, options: options, vintage: vintage, bag: bag)
        }
    }

    private static func noHeader(_ path: String, _ records: RecordIndex) -> Diagnostic {
        Diagnostic(
            .noHeader,
            LocalizedText(
                en: "the file has no heading line, so its columns have no names",
                da: "filen har ingen overskriftslinje, så dens kolonner har ingen navne"
            ),
            severity: .warning,
            at: SourceLocation(path: path, line: records.count > 0 ? records.line(of: 0) : nil),
            hint: LocalizedText(
                en: "name them with --columns, in the order of the file",
                da: "nævn dem med --columns, i filens rækkefølge"
            )
        )
    }
}

extension Extract {
    /// The cells as they were read: the header, if the file has one, then a line for each record; RFC 4180 with commas.
    public var cellsAsCSV: String {
        var text = ""
        let cells = cells
        if hasHeader { text += Extract.record(cells.columns.map(\.name)) }
        for row in 0..<cells.rowCount {
            text += Extract.record(cells.columns.map { $0.texts[$0.codes[row]] })
        }
        return text
    }

    private static func record(_ fields: [String]) -> String {
        // An empty record of one field must not look like an empty line.
        if fields == [""] { return "\"\"\n" }
        return fields.map { field in
            let isPlain = field.utf8.allSatisfy {
                $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
                    && $0 != UInt8(ascii: "\r")
            }
            if isPlain { return field }
            // By bytes: a quotation mark with a combining sign behind it is another character, but still a quote.
            let parts = field.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            return "\"" + parts.map { Substring($0) }.joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + "\n"
    }
}

// MARK: - Grids

extension Extract {
    /// The form of a file, before its columns are known.
    struct Form {
        var bytes: Int
        var format: ExtractSummary.Format
        var encoding: Encoding
        var dialect: Dialect?
        var headerLines = 0
        var preambleLines = 0
        var footnoteLines = 0

        mutating func take(_ dialect: Dialect, _ frame: Frame) {
            self.dialect = dialect
            headerLines = frame.header.count
            preambleLines = frame.preambleLines
            footnoteLines = frame.footnotes.count
        }
    }

    /// A cube, which a schema makes a declared file like any other.
    private init(
        _ cube: Cube,
        _ form: Form,
        path: String,
        schema: ExtractSchema?,
        options: ExtractOptions,
        vintage: Vintage?,
        bag: DiagnosticBag
    ) throws(ExtractError) {
        guard var schema else {
            try self.init(cube, form.format, encoding: form.encoding, bytes: form.bytes, path: path, bag: bag)
            return
        }
        schema.markers = CubeMarks.markers
        var options = options
        (options.decimal, options.grouping) = (".", .some(nil))
        let grid = CellGrid(cube, path: path, marksStatuses: true)
        self.init(grid, form, schema: schema, options: options, vintage: vintage, bag: bag)
    }

    private init(
        _ cells: CellGrid,
        _ form: Form,
        schema declared: ExtractSchema?,
        options: ExtractOptions,
        vintage: Vintage?,
        bag: DiagnosticBag
    ) {
        var (bag, form) = (bag, form)
        var grid = PackedColumns.unpacked(cells, bag: &bag)
        if form.format == .csv {
            form.format =
                grid.columns.count != cells.columns.count
                ? .eurostatTSV
                : PackedColumns.isSDMX(grid) ? .sdmxCSV : form.dialect?.delimiter == UInt8(ascii: "\t") ? .tsv : .csv
        }
        grid.tellDamagedText(&bag)
        var schema = declared ?? ColumnRoles.schema(of: grid, options: options, bag: &bag)
        for text in options.missing { schema.markers[text] = .notAvailable }
        var layout = schema.layout.name
        // Columns of a bare file are known by their place, for names may be blank or repeated.
        var positions =
            declared == nil
            ? Array(schema.columns.indices) : ExtractValidation.positions(of: schema, in: grid, bag: &bag)
        let values = Set(zip(schema.columns, positions).filter { $0.0.role == .measure }.map(\.1))
        if SteppedLayout.isStepped(grid, values: values) {
            grid = SteppedLayout.filled(grid, values: values)
            layout = "stepped"
            if declared == nil {
                schema = ColumnRoles.schema(of: grid, options: options, bag: &bag)
                positions = Array(schema.columns.indices)
            }
        }
        if declared == nil { ColumnRoles.tellUndecidableDays(of: grid, schema: schema, options: options, bag: &bag) }
        let valuePositions = zip(schema.columns, positions).filter { $0.0.role == .measure }.map(\.1)
        let decoder = FieldDecoder(
            grid,
            columns: valuePositions,
            markers: schema.markers,
            forced: options.numberFormat,
            // Where commas part fields, they seldom stand in numbers.
            usual: form.dialect?.delimiter == UInt8(ascii: ",") ? "." : ",",
            bag: &bag
        )
        let builder = ObservationBuilder(
            grid: grid,
            schema: schema,
            positions: positions,
            decoder: decoder,
            vintage: vintage,
            dates: options.dates,
            bag: &bag
        )
        let isTooLarge = grid.tellTooManyCodes(schema, positions: positions, &bag)
        var table = isTooLarge ? nil : builder.table(name: grid.path, bytes: form.bytes, bag: &bag)
        table?.absentIsZero = schema.absentIsZero
        // In a bare file the columns may only have been misunderstood, so that a repeat is a warning; looking for
        // repeats in millions of rows would cost more than reading them.
        if let table, declared != nil || table.rowCount < Extract.largestCheckedTable {
            ExtractValidation.findDuplicates(
                in: table,
                grid: grid,
                cellsPerRow: grid.rowCount == 0 ? 1 : table.rowCount / grid.rowCount,
                severity: declared == nil ? .warning : .error,
                bag: &bag
            )
        }
        if let table, declared != nil, !bag.hasErrors {
            let cellsPerRow = grid.rowCount == 0 ? 1 : table.rowCount / grid.rowCount
            let places = grid
            let checks = FigureChecks(
                table: table,
                codelists: schema.codelists(of: table),
                place: {
                    places.place(row: $0 / cellsPerRow, column: valuePositions[$0 % cellsPerRow % valuePositions.count])
                }
            )
            checks.run(path: grid.path, bag: &bag)
        }
        makeCells = { cells }
        hasHeader = form.headerLines > 0 || options.columns != nil || form.format == .jsonLines
        self.table = bag.hasErrors ? nil : table
        diagnostics = bag.diagnostics.inOrderOfLines
        let unread = decoder.unreadRows(in: grid).union(builder.unreadRows)
        summary = ExtractSummary(
            path: grid.path,
            bytes: form.bytes,
            format: form.format,
            encoding: form.encoding,
            dialect: form.dialect,
            numberFormat: positions.compactMap { decoder.formats[$0] }.first,
            headerLines: form.headerLines,
            preambleLines: form.preambleLines,
            footnoteLines: form.footnoteLines,
            layout: layout,
            columns: zip(schema.columns, positions).sorted { $0.1 < $1.1 }.map { column, position in
                ExtractSummary.Column(
                    column,
                    grid.columns[position],
                    values: decoder.values[position],
                    markers: schema.markers
                )
            },
            time: table.flatMap {
                ExtractSummary.TimeSpan(
                    $0,
                    column: schema.columns.first { $0.role == .time }?.name,
                    dayOrder: builder.dayOrder
                )
            },
            measures: table?.measures.map(ExtractSummary.Measure.init) ?? [],
            recordsRead: cells.recordsRead,
            recordsAccepted: cells.rowCount - unread.count,
            observations: table?.rowCount ?? 0
        )
    }
}

extension [Diagnostic] {
    /// Faults in the order of the lines that they stand on, those without a line first.
    fileprivate var inOrderOfLines: [Diagnostic] {
        enumerated().sorted { left, right in
            let lines = (left.element.location?.line ?? 0, right.element.location?.line ?? 0)
            return lines.0 == lines.1 ? left.offset < right.offset : lines.0 < lines.1
        }.map(\.element)
    }
}
