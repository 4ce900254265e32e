import BarometerCore
import BarometerStore

/// Computes a checked formula as a series.
struct FormulaEvaluator {
    let source: FormulaSource
    /// What was known on the day in question.
    let datasets: [String: Dataset]

    /// The figures of a part by period; a plain number has the same figure in all periods.
    enum Figures {
        case constant(Double)
        case byPeriod([Period: Series.Observation])
    }

    func evaluate(_ part: Formula.Part) throws(FormulaError) -> Figures {
        switch part.formula {
        case .number(let number):
            return .constant(number)
        case .figures(let selection):
            return .byPeriod(try figures(of: selection, at: part.range))
        case .rate(let numerator, let denominator):
            return joined(try evaluate(numerator), try evaluate(denominator)) { numerator, denominator in
                guard denominator != 0 else { return (nil, nil) }
                return (100 * numerator / denominator, Series.Counts(numerator: numerator, denominator: denominator))
            }
        case .gap(let left, let right), .combined(.minus, let left, let right):
            return joined(try evaluate(left), try evaluate(right)) { ($0 - $1, nil) }
        case .combined(.plus, let left, let right):
            return joined(try evaluate(left), try evaluate(right)) { ($0 + $1, nil) }
        case .combined(.times, let left, let right):
            return joined(try evaluate(left), try evaluate(right)) { ($0 * $1, nil) }
        case .combined(.over, let left, let right):
            return joined(try evaluate(left), try evaluate(right)) { ($1 == 0 ? nil : $0 / $1, nil) }
        }
    }

    /// The figures of a dataset under conditions, added up over the other dimensions where the unit allows it.
    ///
    /// A group with a missing cell is missing: a sum without it would look like a figure and be another.
    private func figures(
        of selection: FigureSelection,
        at range: Range<Int>
    ) throws(FormulaError) -> [Period: Series.Observation] {
        guard let table = datasets[selection.dataset.text]?.table else { return [:] }
        let measure = selection.measure.flatMap { table.measure(named: $0.text) } ?? 0
        let result: QueryResult
        do {
            let selections = try selection.conditions.map { condition in
                try table.selection(
                    of: condition.dimension.text,
                    values: condition.values.map(\.text),
                    excluding: condition.excluding
                )
            }
            result = try table.answer(
                to: TableQuery(selections: selections, measure: measure, figures: [.reasons, .flags])
            )
        } catch {
            let diagnostics = (error as? any DiagnosticError)?.diagnostics ?? []
            throw FormulaError(
                diagnostics.map { source.fault($0.code, at: range, $0.message, hint: $0.hint) }
            )
        }
        var figures: [Period: Series.Observation] = [:]
        for line in result.lines {
            guard let period = line.period else { continue }
            if !table.measures[measure].unit.isAdditive, line.count + line.missing > 1 {
                throw FormulaError([notAdditive(line, table.measures[measure].unit, at: range)])
            }
            figures[period] = Series.Observation(
                period: period,
                value: line.missing > 0 ? nil : line.sum,
                status: line.reason ?? line.flag ?? .normal
            )
        }
        if table.measures[measure].unit.isAdditive, !table.absentIsZero {
            for period in try incompletePeriods(of: selection, in: table, measure: measure, at: range) {
                figures[period] = Series.Observation(period: period, value: nil, status: .notAvailable)
            }
        }
        return figures
    }

    /// The periods in which a combination of the codes named has no row although others have: their sum would look
    /// whole and be too small.
    private func incompletePeriods(
        of selection: FigureSelection,
        in table: Table,
        measure: Int,
        at range: Range<Int>
    ) throws(FormulaError) -> [Period] {
        var named: [(position: Int, values: [Set<Int>])] = []
        var selections: [Selection] = []
        for condition in selection.conditions {
            guard
                let chosen = try? table.selection(
                    of: condition.dimension.text,
                    values: condition.values.map(\.text),
                    excluding: condition.excluding
                )
            else { continue }
            selections.append(chosen)
            guard case .dimension(let position) = chosen.axis, !condition.excluding else { continue }
            let values = condition.values.filter { $0.text != "*" }.map { value in
                table.entries(named: value.text, in: position)
            }
            if values.count == condition.values.count { named.append((position, values)) }
        }
        guard named.contains(where: { $0.values.count > 1 }) || named.count > 1 else { return [] }
        let query = TableQuery(selections: selections, by: named.map(\.position), measure: measure, figures: [])
        guard let lines = try? table.answer(to: query).lines else { return [] }
        let expected = named.reduce(1) { $0 * $1.values.count }
        var found: [Period: Set<[Int]>] = [:]
        for line in lines {
            guard let period = line.period else { continue }
            let combination = zip(line.entries, named).map { entry, name in
                name.values.firstIndex { $0.contains(entry) } ?? -1
            }
            found[period, default: []].insert(combination)
        }
        return found.filter { $0.value.count < expected }.map(\.key)
    }

    private func notAdditive(_ line: QueryResult.Line, _ unit: Unit, at range: Range<Int>) -> Diagnostic {
        let period = line.period.map { "\($0)" } ?? ""
        return source.fault(
            .notAdditive,
            at: range,
            LocalizedText(
                en:
                    "\(line.count + line.missing) figures in \(unit.symbol) answer for \(period), and they cannot be added up",
                da:
                    "\(line.count + line.missing) tal i \(unit.symbol) svarer for \(period), og de kan ikke lægges sammen"
            ),
            hint: LocalizedText(
                en: "select one code in each dimension, or compute a rate from counts",
                da: "vælg én kode i hver dimension, eller beregn en rate af antal"
            )
        )
    }

    /// Joins the figures of two sides period by period.
    ///
    /// A period that one side lacks is left out; one that is missing on a side is missing.
    private func joined(
        _ left: Figures,
        _ right: Figures,
        _ operation: (Double, Double) -> (value: Double?, counts: Series.Counts?)
    ) -> Figures {
        switch (left, right) {
        case (.constant(let left), .constant(let right)):
            return .constant(operation(left, right).value ?? .nan)
        case (.constant(let number), .byPeriod(let figures)):
            return .byPeriod(figures.mapValues { combined(constant(number, like: $0), $0, operation) })
        case (.byPeriod(let figures), .constant(let number)):
            return .byPeriod(figures.mapValues { combined($0, constant(number, like: $0), operation) })
        case (.byPeriod(let left), .byPeriod(let right)):
            var result: [Period: Series.Observation] = [:]
            for (period, observation) in left {
                if let other = right[period] { result[period] = combined(observation, other, operation) }
            }
            return .byPeriod(result)
        }
    }

    private func constant(_ number: Double, like observation: Series.Observation) -> Series.Observation {
        Series.Observation(period: observation.period, value: number)
    }

    private func combined(
        _ left: Series.Observation,
        _ right: Series.Observation,
        _ operation: (Double, Double) -> (value: Double?, counts: Series.Counts?)
    ) -> Series.Observation {
        guard let first = left.value, let second = right.value else {
            let status = left.value == nil ? left.status : right.status
            return Series.Observation(
                period: left.period,
                value: nil,
                status: status.isMissing ? status : .notAvailable
            )
        }
        var result = operation(first, second)
        if result.value?.isFinite == false { result.value = nil }
        let status = left.status == .normal ? right.status : left.status
        return Series.Observation(
            period: left.period,
            value: result.value,
            status: result.value == nil ? .cannotOccur : status,
            counts: result.counts
        )
    }
}
