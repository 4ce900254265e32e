import BarometerCore

extension Table {
    /// The rows that say something about the key, period and vintage of an earlier row, with that row.
    ///
    /// Linear in the rows; in the order of the table.
    package var repeatedRows: [(row: Int, first: Int)] {
        var axes = dimensions.map { (codes: $0.codes, meanings: Array($0.entries.indices)) }
        if let time { axes.append((time.codes, Table.numbered(time.periods))) }
        if let vintages { axes.append((vintages.codes, Table.numbered(vintages.vintages))) }
        var size = 1
        var isNumberable = true
        let strides = axes.map { axis in
            let stride = size
            let (product, overflow) = size.multipliedReportingOverflow(by: max(1, axis.meanings.count))
            (size, isNumberable) = (product, isNumberable && !overflow)
            return stride
        }
        // One number for all codes of a row is found much faster than a list of them.
        return isNumberable
            ? Table.repeats(rowCount) { row in
                var key = 0
                for (axis, stride) in zip(axes, strides) { key += axis.meanings[axis.codes[row]] * stride }
                return key
            }
            : Table.repeats(rowCount) { row in axes.map { $0.meanings[$0.codes[row]] } }
    }

    private static func repeats<Key: Hashable>(_ rowCount: Int, key: (Int) -> Key) -> [(row: Int, first: Int)] {
        var rows: [Key: Int] = [:]
        rows.reserveCapacity(rowCount)
        var repeats: [(row: Int, first: Int)] = []
        for row in 0..<rowCount {
            let key = key(row)
            if let first = rows[key] {
                repeats.append((row, first))
            } else {
                rows[key] = row
            }
        }
        return repeats
    }

    /// For each label the number of the first that means the same.
    private static func numbered<Meaning: Hashable>(_ meanings: [Meaning]) -> [Int] {
        var first: [Meaning: Int] = [:]
        return meanings.enumerated().map { position, meaning in
            if let known = first[meaning] { return known }
            first[meaning] = position
            return position
        }
    }
}
