import BarometerCore
import BarometerTestSupport

import BarometerStore

/// Rows drawn by a seed, from which tables of the same content and different storage can be made.
struct RandomTable {
    enum Values: CaseIterable { case short, long, mixed, doubles }

    struct Row {
        var codes: [Int]
        var period: Int
        /// The value in hundredths, nil where it is missing.
        var value: Int64?
        var status: ObservationStatus
    }

    let cardinalities: [Int]
    let periods: [Period]
    let values: Values
    var rows: [Row] = []

    /// Rows of random codes, or, nested, those of a statistics bank whose periods turn fastest.
    init(seed: UInt64, count: Int, values: Values, isNested: Bool) {
        var generator = SeededGenerator(seed: seed)
        cardinalities = [300, 5, 4].map { Int.random(in: 1...$0, using: &generator) }
        periods = (0..<Int.random(in: 6...30, using: &generator)).map { Period(.monthly, ordinal: 24_150 + $0) }
        self.values = values
        var place = 0
        while rows.count < count {
            var row = Row(codes: [], period: 0, value: nil, status: .notAvailable)
            // A nested file lacks a row now and then, and so has runs of different lengths.
            if isNested { place += Int.random(in: 0..<40, using: &generator) == 0 ? 2 : 1 }
            var rest = place / periods.count
            for cardinality in cardinalities.reversed() {
                row.codes.insert(
                    isNested ? rest % cardinality : Int.random(in: 0..<cardinality, using: &generator),
                    at: 0
                )
                rest /= cardinality
            }
            row.period = isNested ? place % periods.count : Int.random(in: periods.indices, using: &generator)
            let kind = Int.random(in: 0..<30, using: &generator)
            if kind < 3 {
                row.status = [.notAvailable, .confidential, .empty][kind]
            } else {
                let reach: Int64 = values == .short ? 100_000 : 1 << 40
                row.value = Int64.random(in: -reach...reach, using: &generator)
                row.status = kind == 4 ? .provisional : kind == 5 ? .estimated : .normal
            }
            rows.append(row)
        }
    }

    /// The table in blocks of these lengths, which must add up to the rows.
    func table(lengths: [Int], hasRuns: Bool) -> Table {
        var table = Table(
            name: "random",
            dimensions: cardinalities.enumerated().map { position, cardinality in
                DimensionColumn(
                    name: "D\(position)",
                    codes: codes(lengths) { $0.codes[position] },
                    entries: (0..<cardinality).map { DimensionColumn.Entry(code: "c\($0)") }
                )
            },
            time: PeriodColumn(
                name: "TID",
                codes: codes(lengths) { $0.period },
                labels: periods.map { "\($0)" },
                periods: periods
            ),
            vintages: nil,
            measures: [measure(lengths)]
        )
        if hasRuns { table.findRuns() }
        return table
    }

    /// Random lengths of blocks up to a limit.
    func lengths(upTo limit: Int, seed: UInt64) -> [Int] {
        var generator = SeededGenerator(seed: seed)
        var lengths: [Int] = []
        var rest = rows.count
        while rest > 0 {
            lengths.append(min(rest, Int.random(in: 1...limit, using: &generator)))
            rest -= lengths[lengths.count - 1]
        }
        return lengths
    }

    private func codes(_ lengths: [Int], _ code: (Row) -> Int) -> CodeColumn {
        let layout = BlockLayout(lengths: lengths)
        return CodeColumn(blocks: (0..<layout.blockCount).map { CodeBlock(rows[layout.rows(of: $0)].map(code)) })
    }

    private func measure(_ lengths: [Int]) -> MeasureColumn {
        let layout = BlockLayout(lengths: lengths)
        let parts = (0..<layout.blockCount).map { rows[layout.rows(of: $0)] }
        return MeasureColumn(
            name: "INDHOLD",
            unit: .count,
            decimals: values == .doubles ? 0 : 2,
            printedDecimals: 2,
            blocks: parts.map(block),
            statuses: parts.map { part in
                part.contains { $0.value != nil && $0.status != .normal } ? part.map(\.status) : nil
            }
        )
    }

    private func block(_ part: ArraySlice<Row>) -> ValueBlock {
        let isShort = part.allSatisfy { Int32(exactly: $0.value ?? 0) != nil }
        if values == .doubles {
            return .doubles(part.map { row in row.value.map { Double($0) / 100 } ?? ValueBlock.mark(row.status) })
        }
        if isShort, values != .long {
            return .short(part.map { Int32($0.value ?? Int64(Int32.min) + Int64($0.status.rawValue)) })
        }
        return .long(part.map { $0.value ?? Int64.min + Int64($0.status.rawValue) })
    }
}
