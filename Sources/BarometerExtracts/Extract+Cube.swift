import BarometerCore
import BarometerStore

extension Extract {
    init(
        _ cube: Cube,
        _ format: ExtractSummary.Format,
        encoding: Encoding,
        bytes: Int,
        path: String,
        bag: DiagnosticBag
    ) throws(ExtractError) {
        var bag = bag
        guard let table = cube.table(name: path, path: path, bag: &bag), !bag.hasErrors else {
            throw ExtractError(diagnostics: bag.diagnostics)
        }
        self.table = table
        diagnostics = bag.diagnostics
        hasHeader = true
        makeCells = { CellGrid(cube, path: path) }
        let dimensions = cube.dimensions.map { dimension in
            ExtractSummary.Column(
                name: dimension.name,
                role: dimension.role == .time ? .time : .dimension,
                type: dimension.role == .time ? .period : .text,
                distinct: dimension.categories.count,
                missing: 0
            )
        }
        let measure = ExtractSummary.Measure(table.measures[0])
        let isDecimal = table.measures[0].printedDecimals > 0
        summary = ExtractSummary(
            path: path,
            bytes: bytes,
            format: format,
            encoding: encoding,
            dialect: nil,
            numberFormat: isDecimal ? .machine : nil,
            headerLines: 0,
            preambleLines: 0,
            footnoteLines: 0,
            layout: "cube",
            columns: dimensions + [
                ExtractSummary.Column(
                    name: "value",
                    role: .measure,
                    type: isDecimal ? .decimal : .integer,
                    distinct: Set(cube.cells).count,
                    missing: measure.missing
                )
            ],
            time: ExtractSummary.TimeSpan(
                table,
                column: cube.dimensions.first { $0.role == .time }?.name,
                dayOrder: nil
            ),
            measures: [measure],
            recordsRead: cube.cells.count,
            recordsAccepted: cube.cells.count,
            observations: cube.cells.count
        )
    }
}

extension CellGrid {
    /// The cells of a cube as a long table of text: codes, then the value as it is written for machines.
    ///
    /// - Parameter marksStatuses: whether statuses are written as marks that a decoder reads back (`CubeMarks`); else a
    ///   missing value is an empty cell.
    init(_ cube: Cube, path: String, marksStatuses: Bool = false) {
        var rows: [[String]] = []
        let counts = cube.dimensions.map { max(1, $0.categories.count) }
        for (index, cell) in cube.cells.enumerated() {
            var rest = index
            var codes: [String] = []
            for (dimension, count) in zip(cube.dimensions, counts).reversed() {
                codes.append(dimension.text(of: rest % count))
                rest /= count
            }
            rows.append(codes.reversed() + [marksStatuses ? CubeMarks.text(of: cell) : cell.text])
        }
        self.init(columns: cube.dimensions.map(\.name) + ["value"], rows: rows, lines: [], path: path)
    }
}

extension Cube.Dimension {
    /// The code of a category; of a period the text that says which one is meant.
    fileprivate func text(of category: Int) -> String {
        let (code, label) = (categories[category].code, categories[category].label)
        let isPeriod = { (text: String) in Period(parsing: ObservationBuilder.withoutMark(text)) != nil }
        guard role == .time, !isPeriod(code), isPeriod(label) else { return code }
        return label
    }
}

extension Cube.Cell {
    fileprivate var text: String {
        switch self {
        case .number(let number, _): NumberText.forMachines(number.value, decimals: min(12, number.decimals))
        case .double(let double, _): "\(double)"
        case .missing: ""
        }
    }
}

/// How the statuses of a cube's cells are written as text, so that a declared cube goes the way of every declared file.
enum CubeMarks {
    /// Marks that no file holds, for every status of a missing value and for nil.
    static let markers: [String: ObservationStatus] = Dictionary(
        uniqueKeysWithValues: ObservationStatus.allCases.filter { $0.isMissing || $0 == .nilValue }.map {
            (mark($0), $0)
        }
    )

    static func text(of cell: Cube.Cell) -> String {
        switch cell {
        case .missing(let status): mark(status)
        case .number(_, .nilValue): mark(.nilValue)
        case .number(_, let status), .double(_, let status): cell.text + (suffixes[status] ?? "")
        }
    }

    private static func mark(_ status: ObservationStatus) -> String {
        "\u{1}" + status.name
    }

    /// The decoder's own signs for figures that are not ordinary.
    private static let suffixes: [ObservationStatus: String] = [.provisional: "*", .estimated: " e", .forecast: " f"]
}
