import BarometerCore
import BarometerTestSupport
import Testing

import BarometerStore

@Suite("Blocks")
struct BlockTests {
    @Test("a row is found in blocks of any length")
    func places() {
        let layout = BlockLayout(lengths: [3, 1, 65_536, 65_536, 2, 65_536])
        for block in 0..<layout.blockCount {
            let rows = layout.rows(of: block)
            #expect(layout.place(of: rows.lowerBound) == (block, 0))
            #expect(layout.place(of: rows.upperBound - 1) == (block, rows.count - 1))
        }
        #expect(BlockLayout(rowCount: 65_537).lengths == [65_536, 1] && BlockLayout(rowCount: 0).lengths == [])
        #expect(CodeColumn(repeating: 7, like: layout).layout == layout)
    }

    @Test("numbers beside the marks of missing values are kept longer, and none becomes missing")
    func reserved() {
        var column = MeasureColumn(name: "x", unit: .count)
        column.append(DecimalNumber(digits: Int64(ValueBlock.lastShortMark) + 1, decimals: 0))
        guard case .short = column.blocks[0] else { Issue.record("not short"); return }
        column.append(DecimalNumber(digits: Int64(ValueBlock.lastShortMark), decimals: 0))
        guard case .long = column.blocks[0] else { Issue.record("not long"); return }
        column.append(nil, status: .confidential)
        #expect(column[0] == -2_147_483_632 && column[1] == -2_147_483_633 && column.status(of: 2) == .confidential)
        column.append(DecimalNumber(digits: Int64.min, decimals: 0))
        guard case .doubles = column.blocks[0] else { Issue.record("not doubles"); return }
        #expect(column[1] == -2_147_483_633 && column[3] == Double(Int64.min) && column.status(of: 2) == .confidential)
    }

    @Test("a finer scale lengthens only the blocks that need it")
    func rescaling() {
        var column = MeasureColumn(
            name: "x",
            unit: .count,
            decimals: 0,
            printedDecimals: 0,
            blocks: [.short([1_000_000, Int32.min + 6]), .short([7])],
            statuses: [[.provisional, .normal], nil]
        )
        column.append(DecimalNumber(digits: 12_345, decimals: 4))
        guard case .long = column.blocks[0], case .short = column.blocks[1] else { Issue.record("wrong"); return }
        #expect((0..<4).map { column[$0] } == [1_000_000, nil, 7, 1.2345])
        #expect(column.status(of: 0) == .provisional && column.status(of: 1) == .uncertainOrConfidential)
    }

    @Test("the summary of a column is that of its rows", arguments: RandomTable.Values.allCases)
    func summary(_ values: RandomTable.Values) {
        let data = RandomTable(seed: 4, count: 5000, values: values, isNested: false)
        let summary = data.table(lengths: data.lengths(upTo: 900, seed: 4), hasRuns: false).measures[0].summary
        let whole = data.rows.compactMap(\.value)
        #expect(summary.count == whole.count && summary.missing == 5000 - whole.count)
        #expect((summary.total - Double(whole.reduce(0, +)) / 100).magnitude < 1e-3)
        #expect(summary.minimum == whole.min().map { Double($0) / 100 })
        #expect(summary.maximum == whole.max().map { Double($0) / 100 })
    }

    @Test("joined tables answer like one, small blocks become one, and runs stay sound", arguments: UInt64(1)...8)
    func joining(_ seed: UInt64) throws {
        let data = RandomTable(seed: seed, count: 3000, values: .mixed, isNested: true)
        let whole = data.table(lengths: [3000], hasRuns: false)
        let cut = Int(seed) * 300
        let parts = [0..<cut, cut..<3000].map { range in
            var part = data
            part.rows = Array(data.rows[range])
            return part.table(lengths: [range.count], hasRuns: range.lowerBound == 0 || seed % 2 == 0)
        }
        let joined = try #require(Table.joined(parts, name: "joined"))
        #expect(joined.layout.blockCount == 1)
        let gathered = joined.gathering(Array(0..<3000))
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<5 {
            var query = TableQuery.random(data, using: &generator)
            query.figures = []
            let expected = try whole.answer(to: query).lines.map(exactText)
            #expect(try joined.answer(to: query).lines.map(exactText) == expected)
            #expect(try gathered.answer(to: query).lines.map(exactText) == expected)
        }
    }
}
