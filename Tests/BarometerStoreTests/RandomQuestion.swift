import BarometerCore
import BarometerTestSupport

import BarometerStore

extension TableQuery {
    /// A question drawn by a generator: some groups, some selections, one of the ways to take periods together.
    static func random(_ data: RandomTable, using generator: inout SeededGenerator) -> TableQuery {
        let ways: [(Periods, RollUp?)] = [
            (.native, nil), (.together, .sum), (.together, .last), (.every(.halfYearly), .sum),
            (.every(.halfYearly), .mean), (.every(.quarterly), .last), (.every(.annual), .sum),
        ]
        let way = ways[Int.random(in: ways.indices, using: &generator)]
        return TableQuery(
            selections: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                .random(data, using: &generator)
            },
            by: data.cardinalities.indices.filter { _ in Bool.random(using: &generator) },
            periods: way.0,
            rollUp: way.1
        )
    }
}

extension Selection {
    /// A selection of about a third of the codes of some dimension, or of the periods.
    static func random(_ data: RandomTable, using generator: inout SeededGenerator) -> Selection {
        let position = Int.random(in: 0...data.cardinalities.count, using: &generator)
        let isTime = position == data.cardinalities.count
        let count = isTime ? data.periods.count : data.cardinalities[position]
        return Selection(
            axis: isTime ? .time : .dimension(position),
            included: (0..<count).map { _ in Int.random(in: 0..<3, using: &generator) == 0 }
        )
    }
}

/// All of a line as text, with the exact digits of its figures.
func exactText(_ line: QueryResult.Line) -> String {
    let figures = [line.sum, line.mean, line.minimum, line.maximum].map { $0.map { "\($0.bitPattern)" } ?? "-" }
    let statuses = [line.reason, line.flag].map { $0.map(\.name) ?? "-" }
    let period = line.period.map { "\($0)" } ?? "-"
    return
        ([
            "\(line.entries)", period, "\(line.count)", "\(line.missing)",
        ] + figures + statuses).joined(separator: " ")
}
