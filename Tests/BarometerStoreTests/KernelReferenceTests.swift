import BarometerCore
import BarometerTestSupport
import Testing

import BarometerStore

@Suite("Kernels against a plain loop")
struct KernelReferenceTests {
    @Test(
        "every figure, roll-up and filter is that of adding up row by row",
        arguments: RandomTable.Values.allCases,
        [false, true]
    )
    func agrees(_ values: RandomTable.Values, _ isNested: Bool) throws {
        for seed in UInt64(1)...8 {
            let data = RandomTable(seed: seed, count: 3000, values: values, isNested: isNested)
            var generator = SeededGenerator(seed: seed + 100)
            let tables = [
                data.table(lengths: [3000], hasRuns: isNested),
                data.table(lengths: data.lengths(upTo: 97, seed: seed), hasRuns: isNested && seed % 2 == 0),
            ]
            for _ in 0..<6 {
                let query = TableQuery.random(data, using: &generator)
                let plain = PlainAnswer(query, data)
                for table in tables { expect(try table.answer(to: query), plain, values) }
                var lean = query
                lean.figures = []
                for table in tables { expect(try table.answer(to: lean), plain, values, isLean: true) }
                var tiny = AggregationLimits()
                tiny.dense = 0
                for table in tables { expect(try table.answer(to: query, limits: tiny), plain, values) }
            }
        }
    }

    private func expect(
        _ result: QueryResult,
        _ plain: PlainAnswer,
        _ values: RandomTable.Values,
        isLean: Bool = false
    ) {
        #expect(result.lines.count == plain.lines.count)
        for line in result.lines {
            guard var expected = plain.lines[PlainAnswer.Key(entries: line.entries, period: line.period)] else {
                Issue.record("a line that no row belongs to")
                continue
            }
            if isLean {
                (expected.minimum, expected.maximum, expected.reason, expected.flag) = (nil, nil, nil, nil)
            }
            if values == .doubles {
                // Hundredths added as doubles differ from whole numbers in the last digits only.
                #expect(isClose(line.sum, expected.sum) && isClose(line.mean, expected.mean))
                (expected.sum, expected.mean) = (line.sum, line.mean)
            }
            #expect(PlainAnswer.Line(line) == expected)
        }
    }

    private func isClose(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return (left - right).magnitude <= 1e-6 * max(1, right.magnitude)
    }
}
