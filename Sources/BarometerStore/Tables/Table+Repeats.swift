import BarometerCore

extension Table {
    /// The rows that say something about the key, period and vintage of an earlier row, with that row.
    ///
    /// Linear in the rows; in the order of the table.
    package var repeatedRows: [(row: Int, first: Int)] {
        var rows: [VersionKey: Int] = [:]
        var repeats: [(row: Int, first: Int)] = []
        for row in 0..<rowCount {
            let key = VersionKey(observation: key(of: row), vintage: vintages.map { $0.vintages[$0.codes[row]] })
            if let first = rows[key] {
                repeats.append((row, first))
            } else {
                rows[key] = row
            }
        }
        return repeats
    }

    private struct VersionKey: Hashable {
        var observation: ObservationKey
        var vintage: Vintage?
    }
}
