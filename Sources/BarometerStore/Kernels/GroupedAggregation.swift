import BarometerCore

/// For one column, which part of the group number each code contributes; a code that is filtered away has none.
///
/// A filter, a roll-up and a grouping are all the same thing: an array from code to partial group number.
package struct GroupLookup: Sendable {
    /// Marks a code that belongs to no group.
    ///
    /// It is so large that a row which meets it lies behind every group, and a 4096th of the largest number, so that
    /// adding one from each of up to 63 columns cannot overflow.
    package static let none = Int.max / 4096

    package var column: CodeColumn
    /// The partial group number of each code, already multiplied by the stride of the column.
    package var partials: [Int]

    package init(column: CodeColumn, partials: [Int]) {
        self.column = column
        self.partials = partials
    }

    /// The lookup of a filter: nothing for what is selected, no group for the rest.
    package init(column: CodeColumn, keeping selection: Selection) {
        self.init(column: column, partials: selection.included.map { $0 ? 0 : GroupLookup.none })
    }
}

/// Sums, counts, smallest and largest values of groups, by group number.
///
/// Each array has one place more than there are groups; the last gathers the rows that belong to none.
package struct GroupAccumulators: Sendable {
    /// The sums of the values at the scale of the column; exact.
    package var exactSums: [Int64]
    /// The sums of doubles, in the order of the rows, with the running error added back (Neumaier).
    package var doubleSums: [Double]
    /// How many rows of the group have a value.
    package var counts: [Int]
    /// How many rows of the group have none.
    package var missing: [Int]
    /// Why the last missing row of the group has no value; `normal` where none is missing.
    package var reasons: [ObservationStatus]
    /// The status of the last value of the group that is not an ordinary one.
    package var flags: [ObservationStatus]
    /// The smallest value of the group; infinite where no row has one.
    package var minima: [Double]
    /// The largest value of the group; minus infinity where no row has one.
    package var maxima: [Double]
    /// The decimals of the exact sums; nil where the column holds doubles.
    package var decimals: Int?

    /// The sum of a group, or nil where no row has a value.
    package func sum(of group: Int) -> Double? {
        guard counts[group] > 0 else { return nil }
        guard let decimals else { return doubleSums[group] }
        return Double(exactSums[group]) / Double(powerOfTen(decimals))
    }
}

/// The one aggregation kernel: adds the partial group numbers of a row and accumulates its value there.
///
/// Linear in the rows, without hashing and without a branch on the kind of question. The rows are taken in blocks,
/// whose group numbers stand in a small buffer that stays in the cache.
package enum GroupedAggregation {
    /// Aggregates a measure over the groups `0 ..< groupCount` that the lookups lead to.
    ///
    /// Takes the time of rows times lookups, and of the groups.
    ///
    /// - Throws: `StoreError` (D401) where an exact sum leaves 64 bits on the way.
    package static func run(
        _ measure: MeasureColumn,
        lookups: [GroupLookup],
        groupCount: Int
    ) throws(StoreError) -> GroupAccumulators {
        precondition(
            lookups.allSatisfy { $0.column.layout == measure.layout },
            "columns of one table have the same blocks"
        )
        precondition(lookups.count < 4096, "more dimensions than the discard number allows for")
        // One group more than asked for takes all rows that are filtered away, so that the loops have no branch.
        var result = GroupAccumulators(
            exactSums: Array(repeating: 0, count: groupCount + 1),
            doubleSums: Array(repeating: 0, count: groupCount + 1),
            counts: Array(repeating: 0, count: groupCount + 1),
            missing: Array(repeating: 0, count: groupCount + 1),
            reasons: Array(repeating: .normal, count: groupCount + 1),
            flags: Array(repeating: .normal, count: groupCount + 1),
            minima: Array(repeating: .infinity, count: groupCount + 1),
            maxima: Array(repeating: -.infinity, count: groupCount + 1),
            decimals: nil
        )
        if measure.isExact { result.decimals = measure.decimals }
        var errors = Array(repeating: 0.0, count: groupCount + 1)
        var groups: [Int] = []
        var overflow = false
        for block in measure.blocks.indices {
            groups = Array(repeating: 0, count: measure.blocks[block].count)
            for lookup in lookups { addPartials(of: lookup, block: block, to: &groups) }
            for index in groups.indices { groups[index] = min(groups[index], groupCount) }
            count(measure, block: block, groups: groups, into: &result)
            switch measure.blocks[block] {
            case .short(let values):
                overflow = add(values.map(Int64.init), Int64(ValueBlock.lastShortMark), groups, &result) || overflow
            case .long(let values): overflow = add(values, ValueBlock.lastLongMark, groups, &result) || overflow
            case .doubles(let doubles): add(doubles, groups: groups, into: &result, errors: &errors)
            }
        }
        if overflow { throw StoreError.sumOverflow(measure: measure.name) }
        for group in 0...groupCount { result.doubleSums[group] += errors[group] }
        return result
    }

    private static func addPartials(of lookup: GroupLookup, block: Int, to groups: inout [Int]) {
        switch lookup.column.blocks[block] {
        case .narrow(let codes): addPartials(codes, lookup.partials, to: &groups)
        case .medium(let codes): addPartials(codes, lookup.partials, to: &groups)
        case .wide(let codes): addPartials(codes, lookup.partials, to: &groups)
        }
    }

    @inline(__always)
    private static func addPartials<Width: FixedWidthInteger>(
        _ codes: [Width],
        _ partials: [Int],
        to groups: inout [Int]
    ) {
        for row in codes.indices { groups[row] &+= partials[Int(codes[row])] }
    }

    private static func count(
        _ measure: MeasureColumn,
        block: Int,
        groups: [Int],
        into result: inout GroupAccumulators
    ) {
        let values = measure.blocks[block]
        for (row, group) in groups.enumerated() {
            if let status = values.missingStatus(of: row) {
                result.missing[group] += 1
                result.reasons[group] = status
            } else {
                result.counts[group] += 1
                if let status = measure.statuses[block]?[row], status != .normal { result.flags[group] = status }
            }
        }
    }

    /// Adds scaled integers and tells whether a sum left 64 bits.
    private static func add(
        _ scaled: [Int64],
        _ lastMark: Int64,
        _ groups: [Int],
        _ result: inout GroupAccumulators
    ) -> Bool {
        var overflow = false
        let discard = result.counts.count - 1
        let scale = Double(powerOfTen(result.decimals ?? 0))
        for (row, group) in groups.enumerated() where scaled[row] > lastMark {
            let (sum, wrapped) = result.exactSums[group].addingReportingOverflow(scaled[row])
            result.exactSums[group] = sum
            overflow = overflow || (wrapped && group != discard)
            let value = Double(scaled[row]) / scale
            result.minima[group] = min(result.minima[group], value)
            result.maxima[group] = max(result.maxima[group], value)
        }
        return overflow
    }

    private static func add(
        _ doubles: [Double],
        groups: [Int],
        into result: inout GroupAccumulators,
        errors: inout [Double]
    ) {
        for (row, group) in groups.enumerated() where !doubles[row].isNaN {
            let (old, value) = (result.doubleSums[group], doubles[row])
            let sum = old + value
            errors[group] += old.magnitude >= value.magnitude ? (old - sum) + value : (value - sum) + old
            result.doubleSums[group] = sum
            result.minima[group] = min(result.minima[group], value)
            result.maxima[group] = max(result.maxima[group], value)
        }
    }
}
