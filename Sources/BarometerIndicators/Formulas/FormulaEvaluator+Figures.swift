import BarometerCore
import BarometerStore

/// Figures of a dataset under conditions.
extension FormulaEvaluator {
    /// The figures by period, added up over the other dimensions where the unit allows it.
    ///
    /// A group with a missing cell is missing: a sum without it would look like a figure and be another.
    func figures(of selection: FigureSelection, at range: Range<Int>) throws(FormulaError) -> [Series.Observation] {
        guard let table = datasets[selection.dataset.text]?.table, let measure = selection.measure(in: table) else {
            return []
        }
        do throws(StoreError) {
            let query = try selection.query(of: table, measure: measure, figures: [.reasons, .flags])
            let lines = try table.answer(to: query).lines
            let isAdditive = table.measures[measure].unit.isAdditive
            if !isAdditive, let line = lines.first(where: { $0.count + $0.missing > 1 }) {
                throw StoreError([source.notAdditive(line, selection, of: table, query, at: range)])
            }
            let incomplete =
                isAdditive && !table.absentIsZero ? try incompletePeriods(of: selection, in: table, query) : []
            return lines.compactMap { line in
                line.period.map { period in
                    guard line.missing == 0, !incomplete.contains(period) else {
                        let reason = line.missing > 0 ? line.reason : nil
                        return Series.Observation(period: period, value: nil, status: reason ?? .notAvailable)
                    }
                    return Series.Observation(period: period, value: line.sum, status: line.flag ?? .normal)
                }
            }
        } catch {
            throw FormulaError(
                error.diagnostics.map {
                    $0.excerpt == nil ? source.diagnostic($0.code, at: range, $0.message, hint: $0.hint) : $0
                }
            )
        }
    }

    /// The periods in which a combination of the codes named has no row although others have: their sum would look
    /// whole and be too small.
    private func incompletePeriods(
        of selection: FigureSelection,
        in table: Table,
        _ query: TableQuery
    ) throws(StoreError) -> Set<Period> {
        var named: [(position: Int, values: [Set<Int>])] = []
        for condition in selection.conditions where !condition.excluding {
            let values = condition.values.map(\.text)
            guard let position = table.dimension(named: condition.dimension.text), !values.contains("*") else {
                continue
            }
            var different: [Set<Int>] = []
            for value in values {
                let entries = table.entries(named: value, in: position)
                if !different.contains(entries) { different.append(entries) }
            }
            named.append((position, different))
        }
        let expected = named.reduce(1) { $0 * $1.values.count }
        guard expected > 1 else { return [] }
        var divided = query
        (divided.by, divided.figures) = (named.map(\.position), [])
        var found: [Period: Set<[Int]>] = [:]
        for line in try table.answer(to: divided).lines {
            guard let period = line.period else { continue }
            let combination = zip(line.entries, named).map { entry, name in
                name.values.firstIndex { $0.contains(entry) } ?? -1
            }
            found[period, default: []].insert(combination)
        }
        return Set(found.filter { $0.value.count < expected }.keys)
    }
}
