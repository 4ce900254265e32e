import BarometerCore
import BarometerTestSupport
import Testing

import BarometerStore

@Suite("Kernels on any number of threads")
struct KernelDeterminismTests {
    @Test("the answer has the same digits on 1, 2, 3 and 8 threads", arguments: RandomTable.Values.allCases)
    func threads(_ values: RandomTable.Values) async throws {
        for seed in UInt64(1)...4 {
            let data = RandomTable(seed: seed, count: 4000, values: values, isNested: seed % 2 == 0)
            let table = data.table(lengths: data.lengths(upTo: 150, seed: seed), hasRuns: seed % 2 == 0)
            var generator = SeededGenerator(seed: seed)
            for hashed in [false, true] {
                var limits = AggregationLimits()
                if hashed { limits.dense = 0 }
                let query = TableQuery.random(data, using: &generator)
                let alone = try table.answer(to: query, limits: limits)
                for threads in [1, 2, 3, 8] {
                    let answer = try await table.answer(to: query, threads: threads, limits: limits)
                    #expect(answer.lines.map(exactText) == alone.lines.map(exactText))
                    #expect(answer.notes == alone.notes && answer.work == alone.work)
                }
            }
        }
    }

    @Test("sums of doubles are joined in the order of their chunks")
    func doublesInOrder() async throws {
        var data = RandomTable(seed: 5, count: 4000, values: .doubles, isNested: false)
        // Numbers of very different size: any other order of addition has other digits.
        for row in data.rows.indices where data.rows[row].value != nil {
            data.rows[row].value = row % 3 == 0 ? 1 << 60 : row % 3 == 1 ? -(1 << 60) : Int64(row)
        }
        let table = data.table(lengths: Array(repeating: 40, count: 100), hasRuns: false)
        let alone = try table.answer(to: TableQuery(periods: .together, rollUp: .sum))
        for threads in [2, 3, 8] {
            let answer = try await table.answer(to: TableQuery(periods: .together, rollUp: .sum), threads: threads)
            #expect(answer.lines.map(exactText) == alone.lines.map(exactText))
        }
    }

    @Test("a comparison has the same figures on several threads")
    func comparison() async throws {
        let data = RandomTable(seed: 8, count: 4000, values: .short, isNested: true)
        let table = data.table(lengths: data.lengths(upTo: 200, seed: 8), hasRuns: true)
        var generator = SeededGenerator(seed: 8)
        let numerator = Selection.random(data, using: &generator)
        let comparison = Comparison(TableQuery(by: [1]), rate: ([numerator], []))
        let alone = try table.answer(to: comparison)
        for threads in [2, 8] {
            let answer = try await table.answer(to: comparison, threads: threads)
            #expect(answer.lines.map(\.figure) == alone.lines.map(\.figure))
        }
    }
}
