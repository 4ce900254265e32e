import BarometerCore
import BarometerStore

extension ExtractSummary.TimeSpan {
    init?(_ table: Table, column: String?, dayOrder: DayOrder?) {
        guard let time = table.time,
            let first = time.periods.indices.min(by: { time.periods[$0] < time.periods[$1] }),
            let last = time.periods.indices.max(by: { time.periods[$0] < time.periods[$1] })
        else { return nil }
        self.init(
            column: column,
            first: time.periods[first],
            last: time.periods[last],
            firstLabel: time.labels[first],
            lastLabel: time.labels[last],
            dayOrder: dayOrder
        )
    }
}

extension ExtractSummary.Column {
    init(
        _ column: ExtractSchema.Column,
        _ cells: CellGrid.Column,
        values: [FieldDecoder.Value?]?,
        markers: [String: ObservationStatus]
    ) {
        name = column.name
        role = column.role
        distinct = cells.texts.count
        let missingCodes = cells.texts.indices.filter { code in
            if let values { if case .missing = values[code] { return true } else { return false } }
            return cells.texts[code].isEmpty
        }
        missing = missingCodes.reduce(0) { $0 + cells.counts[$1] }
        let isDecimal = values?.contains { value in
            switch value {
            case .number(let number, _): number.decimals > 0
            case .double: true
            default: false
            }
        }
        type =
            switch column.role {
            case .time, .vintage: .period
            case .measure: isDecimal == true ? .decimal : .integer
            case .dimension, .ignored, .flag: .text
            }
    }
}

extension ExtractSummary.Measure {
    init(_ column: MeasureColumn) {
        let summary = column.summary
        self.init(
            name: column.name,
            count: summary.count,
            missing: summary.missing,
            sum: summary.count == 0 ? nil : summary.total,
            minimum: summary.minimum,
            maximum: summary.maximum
        )
    }
}
