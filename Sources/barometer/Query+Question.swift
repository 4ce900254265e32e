import ArgumentParser
import BarometerCore
import BarometerStore

// MARK: What is asked

extension Query {
    /// The question to a table, or to a part of one that may not know all names yet.
    func question(to table: Table, isWhole: Bool = true) throws -> TableQuestion {
        let query = try query(to: table, isWhole: isWhole)
        guard rate != nil || gap != nil else { return .figures(query) }
        let aggregate = try aggregates()[0]
        let rate = try self.rate.map { text in
            let rate = try RateText(text)
            return (
                numerator: try rate.numerator.map { try $0.selection(in: table, isWhole: isWhole) },
                denominator: try rate.denominator.map { try $0.selection(in: table, isWhole: isWhole) }
            )
        }
        let gap = try self.gap.map { text in
            let sides = try ConditionText(text, separator: ":")
            guard sides.values.count == 2, !sides.excluding else {
                throw ValidationError("\"\(text)\" is no gap; write DIMENSION=A:B")
            }
            var (group, reference) = (sides, sides)
            (group.values, reference.values) = ([sides.values[0]], [sides.values[1]])
            return (
                group: try group.selection(in: table, isWhole: isWhole),
                reference: try reference.selection(in: table, isWhole: isWhole)
            )
        }
        // Sums are compared without the lines that other figures are read from.
        guard aggregate != .sum else { return .comparison(Comparison(query, rate: rate, gap: gap)) }
        return .comparison(Comparison(query, rate: rate, gap: gap, figure: { aggregate.figure($0) }))
    }

    /// The rows, groups and periods that are asked for.
    func query(to table: Table, isWhole: Bool = true) throws -> TableQuery {
        TableQuery(
            selections: try self.where.map { try ConditionText($0).selection(in: table, isWhole: isWhole) },
            by: try groupings(in: table),
            periods: period?.periods ?? .native,
            rollUp: roll,
            measure: try measure(in: table),
            figures: try aggregates().contains { $0 == .min || $0 == .max } ? .extremes : []
        )
    }

    private func groupings(in table: Table) throws -> [Int] {
        guard let by else { return [] }
        return try ConditionText.split(by[...], at: ",").map { name in
            let name = ConditionText.trimmed(name)
            if let position = table.dimension(named: name) { return position }
            // A selection of everything finds the dimension, or tells which one was meant.
            guard case .dimension(let position) = try table.selection(of: name, values: ["*"]).axis else {
                throw ValidationError("Periods always divide the answer; leave \"\(name)\" out of --by.")
            }
            return position
        }
    }

    private func measure(in table: Table) throws -> Int {
        guard let name = extractOptions.measure?.split(separator: ",").first.map(String.init) else { return 0 }
        if let position = table.measure(named: name) { return position }
        let names = table.measures.map(\.name)
        throw ValidationError("There is no measure \"\(name)\"; there is \(names.joined(separator: ", ")).")
    }

    func aggregates() throws -> [Aggregate] {
        guard let aggregate else { return [.sum] }
        let names = aggregate.split(separator: ",")
        guard !names.isEmpty else { throw ValidationError("--aggregate names no figure.") }
        return try names.map { name in
            guard let aggregate = Aggregate(rawValue: String(name)) else {
                let names = Aggregate.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\"\(name)\" is no aggregate; write some of \(names).")
            }
            return aggregate
        }
    }
}
