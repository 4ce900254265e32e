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

    /// Whether two rows say something about the same key, period and vintage; linear in the rows.
    ///
    /// One bit for each possible row is quicker than a hash table where there are not too many.
    package var hasRepeats: Bool {
        var axes = dimensions.map { (codes: $0.codes, meanings: Array($0.entries.indices)) }
        if let time { axes.append((time.codes, Table.numbered(time.periods))) }
        if let vintages { axes.append((vintages.codes, Table.numbered(vintages.vintages))) }
        var size = 1
        for axis in axes {
            let (product, overflow) = size.multipliedReportingOverflow(by: max(1, axis.meanings.count))
            guard !overflow, product <= max(1 << 20, rowCount * 64) else { return !repeatedRows.isEmpty }
            size = product
        }
        var seen = [UInt64](repeating: 0, count: size / 64 + 1)
        for block in 0..<layout.blockCount {
            var keys = [Int](repeating: 0, count: layout.rows(of: block).count)
            var stride = 1
            for axis in axes {
                let parts = axis.meanings.map { $0 * stride }
                switch axis.codes.blocks[block] {
                case .narrow(let codes): Table.add(parts, of: codes, to: &keys)
                case .medium(let codes): Table.add(parts, of: codes, to: &keys)
                case .wide(let codes): Table.add(parts, of: codes, to: &keys)
                }
                stride *= max(1, axis.meanings.count)
            }
            for key in keys {
                let bit: UInt64 = 1 << UInt64(key & 63)
                if seen[key >> 6] & bit != 0 { return true }
                seen[key >> 6] |= bit
            }
        }
        return false
    }

    @inline(__always)
    private static func add<Width: FixedWidthInteger>(_ parts: [Int], of codes: [Width], to keys: inout [Int]) {
        for row in codes.indices { keys[row] += parts[Int(codes[row])] }
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
