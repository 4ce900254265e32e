import BarometerCore

import BarometerStore

/// A table made of texts: dimensions, a period and a value a row; a nil value is missing.
func makeTable(
    _ dimensions: [String],
    _ rows: [(codes: [String], period: String?, value: String?)],
    vintages: [String]? = nil,
    unit: Unit = .count
) -> Table {
    var dictionaries = dimensions.map { _ in CodeDictionary() }
    var columns = dimensions.map { _ in CodeColumn() }
    var labels = CodeDictionary()
    var periods = CodeColumn()
    var measure = MeasureColumn(name: "INDHOLD", unit: unit)
    var vintageTexts = CodeDictionary()
    var vintageCodes = CodeColumn()
    for (index, row) in rows.enumerated() {
        for (position, code) in row.codes.enumerated() {
            columns[position].append(dictionaries[position].encode(code))
        }
        if let period = row.period { periods.append(labels.encode(period)) }
        let number = row.value.flatMap { DecimalNumber(parsing: $0, format: .machine) }
        measure.append(number, status: number == nil ? .uncertainOrConfidential : .normal)
        if let vintages { vintageCodes.append(vintageTexts.encode(vintages[index])) }
    }
    return Table(
        name: "table",
        dimensions: dimensions.indices.map { position in
            DimensionColumn(
                name: dimensions[position],
                codes: columns[position],
                entries: dictionaries[position].texts.map { DimensionColumn.Entry(code: $0) }
            )
        },
        time: rows.first?.period == nil
            ? nil
            : PeriodColumn(
                name: "TID",
                codes: periods,
                labels: labels.texts,
                periods: labels.texts.compactMap { Period(parsing: $0) }
            ),
        vintages: vintages.map { _ in
            VintageColumn(codes: vintageCodes, vintages: vintageTexts.texts.compactMap { Vintage(parsing: $0) })
        },
        measures: [measure]
    )
}
