import BarometerCore

extension Table {
    /// The rows of several extracts of one dataset as one table, in the order of the extracts; nil for no extracts.
    ///
    /// The parts must have the same dimensions and measures by name and order, one frequency, and either all vintages
    /// or none. Codes are merged in the order of their first appearance. Rows that two parts share stay twice. Linear
    /// in the rows.
    package static func joined(_ parts: [Table], name: String) -> Table? {
        guard var result = parts.first else { return nil }
        result.name = name
        for part in parts.dropFirst() { result.append(part) }
        return result
    }

    private mutating func append(_ other: Table) {
        precondition(
            dimensions.map(\.name) == other.dimensions.map(\.name) && measures.map(\.name) == other.measures.map(\.name)
                && (time == nil) == (other.time == nil) && (vintages == nil) == (other.vintages == nil),
            "only tables of one shape can be joined"
        )
        runs = joinedRuns(with: other)
        for position in dimensions.indices {
            dimensions[position].append(other.dimensions[position])
        }
        if let otherTime = other.time { time?.append(otherTime) }
        if let otherVintages = other.vintages { vintages?.append(otherVintages) }
        for position in measures.indices {
            measures[position].append(contentsOf: other.measures[position])
        }
        rowCount += other.rowCount
    }

    /// The runs of both tables one after the other; the first row of the other always starts one.
    private func joinedRuns(with other: Table) -> [RowRuns?] {
        guard !runs.isEmpty || !other.runs.isEmpty else { return [] }
        var joined = runs.isEmpty ? Array(repeating: nil, count: layout.blockCount) : runs
        var more = other.runs.isEmpty ? Array(repeating: nil, count: other.layout.blockCount) : other.runs
        if layout.rowsMerged(whenJoining: other.layout) > 0 {
            let (own, first) = (joined.removeLast(), more.removeFirst())
            let offset = UInt32(layout.rows(of: layout.blockCount - 1).count)
            joined.append(
                own.flatMap { own in first.map { RowRuns(starts: own.starts + $0.starts.map { $0 + offset }) } }
            )
        }
        return joined + more
    }
}

/// The codes of a second dictionary in a first one, to which the new entries are added.
private func merge<Entry: Hashable>(_ entries: [Entry], into known: inout [Entry]) -> [Int] {
    var positions = Dictionary(known.indices.map { (known[$0], $0) }, uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
        if let position = positions[entry] { return position }
        positions[entry] = known.count
        known.append(entry)
        return known.count - 1
    }
}

extension DimensionColumn {
    fileprivate mutating func append(_ other: DimensionColumn) {
        let map = merge(other.entries, into: &entries)
        codes.append(contentsOf: other.codes, map: map)
    }
}

extension PeriodColumn {
    fileprivate mutating func append(_ other: PeriodColumn) {
        let map = merge(other.labels, into: &labels)
        for (code, position) in map.enumerated() where position == periods.count {
            periods.append(other.periods[code])
        }
        precondition(Set(periods.map(\.frequency)).count <= 1, "a table has one frequency")
        codes.append(contentsOf: other.codes, map: map)
    }
}

extension VintageColumn {
    fileprivate mutating func append(_ other: VintageColumn) {
        let map = merge(other.vintages, into: &vintages)
        codes.append(contentsOf: other.codes, map: map)
    }
}

extension Table {
    /// The rows of several files of one shape as one table.
    ///
    /// - Throws: `StoreError` (D108) where the columns or the frequency of a file differ from those of the first.
    public static func joining(_ parts: [Table], name: String) throws(StoreError) -> Table {
        var faults: [Diagnostic] = []
        let shape = { (table: Table) in
            table.dimensions.map(\.name) + table.measures.map(\.name)
                + [table.time?.frequency?.rawValue ?? "", table.vintages == nil ? "" : "vintages"]
        }
        for part in parts.dropFirst() where shape(part) != shape(parts[0]) {
            faults.append(
                Diagnostic(
                    .missingColumn,
                    LocalizedText(
                        en: "the file has other columns or periods than \(parts[0].name)",
                        da: "filen har andre kolonner eller perioder end \(parts[0].name)"
                    ),
                    at: SourceLocation(path: part.name),
                    hint: LocalizedText(
                        en: "ask about files of one shape, or declare them as a dataset",
                        da: "spørg om filer af samme form, eller erklær dem som et datasæt"
                    )
                )
            )
        }
        guard faults.isEmpty, let table = joined(parts, name: name) else { throw StoreError(faults) }
        return table
    }
}
