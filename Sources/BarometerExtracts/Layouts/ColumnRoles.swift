import BarometerCore
import BarometerStore

/// Tells what the columns of a bare file are for, by the names that offices use and by what all their cells hold.
///
/// Dimensions lead and measures trail. A column under a known name of measures makes the file long; otherwise the
/// numeric columns behind the last code-like one hold the values, and where these are several the file is wide.
struct ColumnRoles {
    private static let timeNames: Set<String> = [
        "tid", "time", "time_period", "periode", "period", "year", "år", "aar", "kvartal", "quarter", "måned", "month",
        "dato", "date", "ar",
    ]
    private static let measureNames: Set<String> = ["indhold", "obs_value", "value", "værdi", "vaerdi", "antal"]

    /// The schema of a file, with overrides by name.
    static func schema(of grid: CellGrid, options: ExtractOptions, bag: inout DiagnosticBag) -> ExtractSchema {
        var markers = ExtractSchema.commonMarkers
        for text in options.missing { markers[text] = .notAvailable }
        let names = Set(grid.columns.map(\.name))
        for name in [options.time].compactMap({ $0 }) + (options.measures ?? []) where !names.contains(name) {
            bag.add(unknownColumn(name, in: grid))
        }
        let time = timeColumn(of: grid, options: options)
        let measures = measureColumns(of: grid, time: time, options: options, markers: markers)
        if measures.isEmpty { bag.add(noMeasure(in: grid)) }
        let columns = grid.columns.indices.map { position in
            ExtractSchema.Column(
                name: grid.columns[position].name,
                role: position == time ? .time : measures.contains(position) ? .measure : .dimension
            )
        }
        let isWide = measures.count > 1 && options.measures == nil
        return ExtractSchema(
            columns: columns,
            layout: isWide ? .wide(dimension: "variable", measure: "value") : .long,
            markers: markers
        )
    }

    private static func timeColumn(of grid: CellGrid, options: ExtractOptions) -> Int? {
        if let name = options.time { return grid.columns.firstIndex { $0.name == name } }
        let arePeriods = grid.columns.map { column in
            column.texts.count > 0 && column.texts.allSatisfy { Period(parsing: $0) != nil }
        }
        // A name decides for a column that is meant to hold periods even where one of them is misspelt.
        let named = grid.columns.indices.filter { timeNames.contains(grid.columns[$0].name.lowercased()) }
        if let position = named.first(where: { arePeriods[$0] }) ?? named.first { return position }
        return grid.columns.indices.first { position in
            arePeriods[position] && !grid.columns[position].texts.allSatisfy { $0.utf8.count == 4 }
        }
    }

    private static func measureColumns(
        of grid: CellGrid,
        time: Int?,
        options: ExtractOptions,
        markers: [String: ObservationStatus]
    ) -> Set<Int> {
        if let names = options.measures {
            return Set(grid.columns.indices.filter { names.contains(grid.columns[$0].name) })
        }
        let known = grid.columns.indices.filter { measureNames.contains(grid.columns[$0].name.lowercased()) }
        if let last = known.last { return [last] }
        var trailing: Set<Int> = []
        for position in grid.columns.indices.reversed() {
            if position == time || isCodeName(grid.columns[position].name) { break }
            guard isNumeric(grid.columns[position], markers: markers) else { break }
            trailing.insert(position)
        }
        return trailing
    }

    /// Ids and numbers of places are codes, whatever they look like.
    private static func isCodeName(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return ["id", "nr", "kode", "code", "nummer"].contains { lowered.hasSuffix($0) }
    }

    /// Whether nearly all texts of a column are numbers or markers; the rest are then faults of their cells.
    private static func isNumeric(_ column: CellGrid.Column, markers: [String: ObservationStatus]) -> Bool {
        let texts = column.texts.filter { markers[$0] == nil }
        guard !texts.isEmpty else { return column.texts.count > 0 }
        let numbers = texts.count { text in
            DecimalNumber(parsing: text, format: .danish) != nil
                || DecimalNumber(parsing: text, format: .machine) != nil
                || DecimalNumber(parsing: text, format: NumberFormat(decimal: ",", grouping: ".")) != nil
        }
        return numbers * 10 >= texts.count * 8
    }

    private static func unknownColumn(_ name: String, in grid: CellGrid) -> Diagnostic {
        let names = grid.columns.map(\.name)
        let list = names.joined(separator: ", ")
        return Diagnostic(
            .missingColumn,
            LocalizedText(en: "the file has no column \"\(name)\"", da: "filen har ingen kolonne \"\(name)\""),
            at: SourceLocation(path: grid.path, line: 1),
            hint: nearestName(to: name, among: names).map {
                LocalizedText(en: "did you mean \"\($0)\"?", da: "mente du \"\($0)\"?")
            } ?? LocalizedText(en: "its columns are \(list)", da: "dens kolonner er \(list)")
        )
    }

    private static func noMeasure(in grid: CellGrid) -> Diagnostic {
        Diagnostic(
            .noMeasure,
            LocalizedText(
                en: "no column holds values: none is called INDHOLD or the like, and no column at the end is numeric",
                da:
                    "ingen kolonne rummer værdier: ingen hedder INDHOLD eller lignende, og ingen kolonne til sidst er tal"
            ),
            at: SourceLocation(path: grid.path, line: 1),
            hint: LocalizedText(en: "name the column with --measure", da: "nævn kolonnen med --measure")
        )
    }
}
