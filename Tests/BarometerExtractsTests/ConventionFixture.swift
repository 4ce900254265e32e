import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// What a file of these bytes is understood as.
func read(bytes: [UInt8], schema: ExtractSchema? = nil, options: ExtractOptions = ExtractOptions()) throws -> Extract {
    try Extract.read(InMemoryBytes(bytes), path: "x.csv", schema: schema, options: options)
}

extension Extract {
    /// The names of the columns as they stand in the file.
    var names: [String] { cells.columns.map(\.name) }

    /// The records of data as text.
    var rows: [[String]] {
        (0..<cells.rowCount).map { row in cells.columns.map { $0.texts[$0.codes[row]] } }
    }

    /// The codes of all diagnostics, notes too.
    var codes: [DiagnosticCode] { diagnostics.map(\.code) }

    /// What the columns were taken for.
    var roles: [ExtractSchema.Role] { summary.columns.map(\.role) }

    /// The values of the first measure, row by row.
    var values: [Double?] {
        get throws {
            let table = try #require(table)
            return (0..<table.rowCount).map { table.measures[0][$0] }
        }
    }

    /// The statuses of the first measure, row by row.
    var statuses: [ObservationStatus] {
        get throws {
            let table = try #require(table)
            return (0..<table.rowCount).map { table.measures[0].status(of: $0) }
        }
    }

    /// The codes of a dimension, row by row.
    func entries(_ name: String) throws -> [String] {
        let table = try #require(table)
        let position = try #require(table.dimension(named: name))
        return (0..<table.rowCount).map {
            table.dimensions[position].entries[table.dimensions[position].codes[$0]].code
        }
    }

    /// The periods of the rows in their machine form.
    var periods: [String] {
        get throws {
            let table = try #require(table)
            let time = try #require(table.time)
            return (0..<table.rowCount).map { "\(time.period(of: $0))" }
        }
    }
}
