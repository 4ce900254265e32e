import BarometerCore
import BarometerTestSupport
import Testing

import BarometerStore

@Suite("Comparison in one pass")
struct OnePassComparisonTests {
    @Test("is that of an answer for each sum, whatever the selections have in common", arguments: 1...40)
    func agrees(_ seed: UInt64) throws {
        let data = RandomTable(
            seed: seed,
            count: 2000,
            values: RandomTable.Values.allCases[Int(seed) % 3],
            isNested: seed % 2 == 0
        )
        let table = data.table(lengths: data.lengths(upTo: 700, seed: seed), hasRuns: true)
        var generator = SeededGenerator(seed: seed)
        let draw = { (count: ClosedRange<Int>) in
            (0..<Int.random(in: count, using: &generator)).map { _ in Selection.random(data, using: &generator) }
        }
        let (numerator, denominator, sides) = (draw(0...2), draw(0...2), (draw(1...1)[0], draw(1...1)[0]))
        let query = TableQuery.random(data, using: &generator)
        for figures in [TableQuery.Figures.all, []] {
            var query = query
            query.figures = figures
            var expected: [[String: Double?]] = []
            for side in [[sides.0], [sides.1]] {
                let rates = try [numerator, denominator].map { part in
                    var query = query
                    query.selections += side + part
                    let pairs = try table.answer(to: query).lines.map { (name($0.entries, $0.period), $0.sum) }
                    return Dictionary(uniqueKeysWithValues: pairs)
                }
                var rate: [String: Double?] = [:]
                for key in Set(rates[0].keys).union(rates[1].keys) {
                    let (part, whole) = (rates[0][key] ?? nil, rates[1][key] ?? nil)
                    let figure: Double? = part.flatMap { part in whole.flatMap { $0 == 0 ? nil : 100 * part / $0 } }
                    rate[key] = .some(figure)
                }
                expected.append(rate)
            }
            let result = try table.answer(to: Comparison(query, rate: (numerator, denominator), gap: sides))
            #expect(Set(result.lines.map(name)) == Set(expected[0].keys).union(expected[1].keys))
            for line in result.lines {
                let (left, right) = (expected[0][name(line)] ?? nil, expected[1][name(line)] ?? nil)
                #expect(line.figure == left.flatMap { left in right.map { left - $0 } })
            }
        }
    }

    private func name(_ entries: [Int], _ period: Period?) -> String {
        "\(entries) \(period.map { "\($0)" } ?? "-")"
    }

    private func name(_ line: ComparisonResult.Line) -> String {
        name(line.entries, line.period)
    }
}
