import BarometerCore

extension MeasureColumn {
    /// Adds the rows of another column of the same measure.
    ///
    /// The coarser of two scales is brought to the finer one; where that cannot be, or where either holds doubles, the
    /// column holds doubles. Linear in the rows of both.
    package mutating func append(contentsOf other: MeasureColumn) {
        var other = other
        let finer = max(decimals, other.decimals)
        let isExact = isExact && other.isExact && rescale(to: finer) && other.rescale(to: finer)
        if !isExact {
            turnIntoDoubles()
            other.turnIntoDoubles()
        }
        let merged = layout.rowsMerged(whenJoining: other.layout)
        if merged > 0 { merge(other) }
        for position in other.blocks.indices.dropFirst(merged > 0 ? 1 : 0) {
            blocks.append(other.blocks[position])
            statuses.append(other.statuses[position])
            layout.append(other.blocks[position].count)
        }
        printedDecimals = max(printedDecimals, other.printedDecimals)
    }

    /// Adds the first block of another column of the same scale to the last block.
    private mutating func merge(_ other: MeasureColumn) {
        let last = blocks.count - 1
        let (own, more) = (blocks[last].count, other.blocks[0].count)
        if statuses[last] != nil || other.statuses[0] != nil {
            statuses[last] =
                (statuses[last] ?? Array(repeating: .normal, count: own))
                + (other.statuses[0] ?? Array(repeating: .normal, count: more))
        }
        blocks[last] = blocks[last].joined(with: other.blocks[0])
        for _ in 0..<more { _ = layout.appendRow() }
    }

    /// The rows at these places, in this order, in full blocks.
    package func gathering(_ rows: [Int]) -> MeasureColumn {
        let places = rows.map(layout.place)
        let full = BlockLayout(rowCount: rows.count)
        var result = MeasureColumn(name: name, unit: unit)
        for block in 0..<full.blockCount {
            let places = places[full.rows(of: block)]
            result.blocks.append(gathered(places))
            let isRemarkable = places.contains { place in
                blocks[place.block].missingStatus(of: place.offset) == nil
                    && statuses[place.block]?[place.offset] ?? .normal != .normal
            }
            result.statuses.append(
                isRemarkable ? places.map { statuses[$0.block]?[$0.offset] ?? .normal } : nil
            )
        }
        (result.layout, result.decimals) = (full, decimals)
        (result.holdsDoubles, result.printedDecimals) = (holdsDoubles, printedDecimals)
        return result
    }

    private func gathered(_ places: ArraySlice<(block: Int, offset: Int)>) -> ValueBlock {
        var result = holdsDoubles ? ValueBlock.doubles([]) : .short([])
        for place in places {
            let block = blocks[place.block]
            if let status = block.missingStatus(of: place.offset) {
                result.append(missing: status)
            } else if case .doubles(let values) = block {
                result.append(double: values[place.offset])
            } else if let scaled = block.scaled(of: place.offset) {
                _ = result.append(scaled: scaled)
            }
        }
        return result
    }
}
