import BarometerCore
import BarometerTestSupport
import Testing

import BarometerStore

@Suite("Columns")
struct ColumnTests {
    @Test("codes keep their value when the column widens", arguments: [255, 256, 65_535, 65_536, 70_000])
    func widening(_ largest: Int) {
        var column = CodeColumn()
        for code in 0...largest { column.append(code) }
        #expect(column.count == largest + 1)
        #expect(column[0] == 0)
        #expect(column[min(255, largest)] == min(255, largest))
        #expect(column[largest] == largest)
        switch column.blocks[0] {
        case .narrow: #expect(largest <= 255)
        case .medium: #expect(largest > 255)
        case .wide: Issue.record("no code of the first block needs 32 bits")
        }
        #expect(column.blocks.count == (largest < BlockLayout.rowLimit ? 1 : 2))
        if largest >= BlockLayout.rowLimit {
            guard case .wide = column.blocks[1] else { Issue.record("not wide"); return }
            #expect(column.bounds == [0...65_535, 65_536...largest])
        }
    }

    @Test("numbers of different decimals stay exact in one column")
    func exactDecimals() {
        var column = MeasureColumn(name: "x", unit: .count)
        column.append(DecimalNumber(digits: 12764, decimals: 0))
        column.append(DecimalNumber(digits: 1_348_131, decimals: 2))
        column.append(nil, status: .uncertainOrConfidential)
        column.append(DecimalNumber(digits: 5, decimals: 1))
        #expect(column.isExact && column.decimals == 2)
        #expect((0..<4).map { column[$0] } == [12764, 13481.31, nil, 0.5])
        #expect(column.status(of: 2) == .uncertainOrConfidential)
        #expect(column.status(of: 0) == .normal)
        #expect(column.missingCount == 1)
        #expect(column.total == 26245.81)
    }

    @Test("numbers that cannot be scaled become doubles, none is lost")
    func doubles() {
        var column = MeasureColumn(name: "x", unit: .count)
        column.append(DecimalNumber(digits: 7, decimals: 0))
        column.append(DecimalNumber(digits: 156_569_093, decimals: 9))
        column.append(nil, status: .empty)
        #expect(!column.isExact)
        #expect((0..<3).map { column[$0] } == [7, 0.156569093, nil])
        var large = MeasureColumn(name: "x", unit: .count)
        large.append(DecimalNumber(digits: 900_000_000_000_000_000, decimals: 0))
        large.append(DecimalNumber(digits: 1, decimals: 4))
        #expect(large[0] == 9e17)
        #expect(large[1] == 0.0001)
    }

    @Test("joining columns is the same as appending their rows")
    func joining() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            var parts = [MeasureColumn(name: "x", unit: .count), MeasureColumn(name: "x", unit: .count)]
            var whole = MeasureColumn(name: "x", unit: .count)
            for position in parts.indices {
                for _ in 0..<Int.random(in: 0...5, using: &generator) {
                    let isMissing = Int.random(in: 0..<4, using: &generator) == 0
                    let digits = Int64.random(in: -10_000...10_000, using: &generator)
                    let number =
                        isMissing
                        ? nil : DecimalNumber(digits: digits, decimals: Int.random(in: 0...5, using: &generator))
                    let status: ObservationStatus = isMissing ? .notAvailable : .normal
                    parts[position].append(number, status: status)
                    whole.append(number, status: status)
                }
            }
            var joined = parts[0]
            joined.append(contentsOf: parts[1])
            #expect(joined.count == whole.count)
            for row in 0..<whole.count {
                #expect(joined[row] == whole[row])
                #expect(joined.status(of: row) == whole.status(of: row))
            }
        }
    }
}
