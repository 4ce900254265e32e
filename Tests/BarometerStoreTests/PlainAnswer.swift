import BarometerCore

import BarometerStore

/// The answer to a question by a dictionary and row by row: slow, and too plain to be wrong.
struct PlainAnswer {
    struct Figures {
        var sum: Int64 = 0
        var count = 0
        var missing = 0
        var minimum: Int64?
        var maximum: Int64?
        var reason: ObservationStatus?
        var flag: ObservationStatus?
    }

    /// What a line of an answer says of its group.
    struct Line: Hashable {
        var sum: Double?
        var count: Int
        var mean: Double?
        var missing: Int
        var reason: ObservationStatus?
        var flag: ObservationStatus?
        var minimum: Double?
        var maximum: Double?
    }

    struct Key: Hashable {
        var entries: [Int]
        var period: Period?
    }

    private(set) var lines: [Key: Line] = [:]

    init(_ query: TableQuery, _ data: RandomTable) {
        var slots: [Key: [Period?: Figures]] = [:]
        for row in data.rows {
            let isSelected = query.selections.allSatisfy { selection in
                switch selection.axis {
                case .dimension(let position): selection.included[row.codes[position]]
                case .time: selection.included[row.period]
                }
            }
            guard isSelected else { continue }
            let period = data.periods[row.period]
            let target: Period? =
                switch query.periods {
                case .native: period
                case .together: nil
                case .every(let frequency): period.ending(in: frequency)
                }
            let key = Key(entries: query.by.map { row.codes[$0] }, period: target)
            let slot = query.rollUp == .mean || query.rollUp == .last ? period : target
            slots[key, default: [:]][slot, default: Figures()].add(row)
        }
        for (key, slots) in slots {
            let ordered = slots.sorted { left, right in
                guard let first = left.key, let second = right.key else { return false }
                return first < second
            }.map(\.value)
            lines[key] = PlainAnswer.line(query.rollUp == .last ? ordered.suffix(1) : ordered, by: query.rollUp)
        }
    }

    private static func line(_ slots: [Figures], by rollUp: RollUp?) -> Line {
        let valued = slots.filter { $0.count > 0 }
        let total = valued.reduce(0.0) { $0 + Double($1.sum) / 100 }
        let count = valued.reduce(0) { $0 + $1.count }
        return Line(
            sum: valued.isEmpty ? nil : rollUp == .mean ? total / Double(valued.count) : total,
            count: count,
            mean: valued.isEmpty ? nil : total / Double(count),
            missing: slots.reduce(0) { $0 + $1.missing },
            reason: slots.last { $0.reason != nil }?.reason,
            flag: slots.last { $0.flag != nil }?.flag,
            minimum: valued.compactMap(\.minimum).min().map { Double($0) / 100 },
            maximum: valued.compactMap(\.maximum).max().map { Double($0) / 100 }
        )
    }
}

extension PlainAnswer.Line {
    init(_ line: QueryResult.Line) {
        self.init(
            sum: line.sum,
            count: line.count,
            mean: line.mean,
            missing: line.missing,
            reason: line.reason,
            flag: line.flag,
            minimum: line.minimum,
            maximum: line.maximum
        )
    }
}

extension PlainAnswer.Figures {
    mutating func add(_ row: RandomTable.Row) {
        guard let value = row.value else {
            missing += 1
            reason = row.status
            return
        }
        sum += value
        count += 1
        minimum = min(minimum ?? value, value)
        maximum = max(maximum ?? value, value)
        if row.status != .normal { flag = row.status }
    }
}
