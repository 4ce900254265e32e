import BarometerCore
import BarometerStore

extension Cube {
    /// The cube as a long table: its last dimension turns fastest, and the time dimension becomes the period.
    ///
    /// Categories of the time dimension that are no periods are faults. Linear in the cells.
    func table(name: String, path: String, bag: inout DiagnosticBag) -> Table? {
        let timePosition = dimensions.firstIndex { $0.role == .time }
        var periods: [Period] = []
        var labels: [String] = []
        if let timePosition {
            for category in dimensions[timePosition].categories {
                // Some offices give periods codes of their own, and only the text says which period is meant.
                let texts = [category.code, category.label]
                if let text = texts.first(where: { Period(parsing: ObservationBuilder.withoutMark($0)) != nil }),
                    let period = Period(parsing: ObservationBuilder.withoutMark(text))
                {
                    if let frequency = periods.first?.frequency, frequency != period.frequency {
                        bag.add(.mixedFrequencies, path: path, group: dimensions[timePosition].name) {
                            mixedFrequency(text, frequency, path: path)
                        }
                    }
                    periods.append(period)
                    labels.append(text)
                } else {
                    bag.add(.unreadablePeriod, path: path, group: dimensions[timePosition].name) {
                        unreadablePeriod(category, path: path)
                    }
                }
            }
            guard periods.count == dimensions[timePosition].categories.count,
                Set(periods.map(\.frequency)).count <= 1
            else { return nil }
        }
        let codes = codeColumns()
        // Offices mark periods with provisional figures by a `*` behind the code or the text.
        let isProvisional = timePosition.map { position in
            dimensions[position].categories.map {
                ObservationBuilder.isMarked($0.code) || ObservationBuilder.isMarked($0.label)
            }
        }
        var measure = MeasureColumn(name: "value", unit: unit)
        for (index, cell) in cells.enumerated() {
            let mark = timePosition.flatMap { isProvisional?[codes[$0][index]] } ?? false
            let own = { (status: ObservationStatus) in mark && status == .normal ? .provisional : status }
            switch cell {
            case .number(let number, let status): measure.append(number, status: own(status))
            case .double(let number, let status): measure.append(double: number, status: own(status))
            case .missing(let status): measure.append(nil, status: status)
            }
        }
        let others = dimensions.indices.filter { $0 != timePosition }
        return Table(
            name: name,
            dimensions: others.map { position in
                DimensionColumn(
                    name: dimensions[position].name,
                    codes: codes[position],
                    entries: dimensions[position].entries
                )
            },
            time: timePosition.map { position in
                PeriodColumn(
                    name: dimensions[position].name,
                    codes: codes[position],
                    labels: labels,
                    periods: periods
                )
            },
            vintages: nil,
            measures: [measure]
        )
    }

    /// The unit of all cells, or a name of its own where contents differ in theirs.
    private var unit: Unit {
        let all = Set(units.values)
        guard all.count == 1, let unit = all.first else { return units.isEmpty ? .count : .other("value") }
        let lowered = unit.lowercased()
        return lowered.contains("percent") || lowered.contains("pct") || lowered == "%" ? .percent : .count
    }

    /// The codes of each dimension for every cell.
    private func codeColumns() -> [CodeColumn] {
        var stride = cells.count
        return dimensions.map { dimension in
            let count = max(1, dimension.categories.count)
            stride /= count
            var column = CodeColumn()
            let (repeats, block) = (stride == 0 ? 0 : cells.count / (stride * count), stride)
            for _ in 0..<repeats {
                for code in 0..<count {
                    for _ in 0..<block { column.append(code) }
                }
            }
            return column
        }
    }

    private func mixedFrequency(_ text: String, _ frequency: Frequency, path: String) -> Diagnostic {
        Diagnostic(
            .mixedFrequencies,
            LocalizedText(
                en: "\"\(text)\" is a period of another frequency than those before it (\(frequency.rawValue))",
                da: "\"\(text)\" er en periode med en anden frekvens end de foregående (\(frequency.rawValue))"
            ),
            at: SourceLocation(path: path),
            hint: LocalizedText(en: "keep one frequency in a file", da: "hold én frekvens i en fil")
        )
    }

    private func unreadablePeriod(_ category: Category, path: String) -> Diagnostic {
        Diagnostic(
            .unreadablePeriod,
            LocalizedText(
                en: "\"\(category.code)\" is no known period",
                da: "\"\(category.code)\" er ikke en kendt periode"
            ),
            at: SourceLocation(path: path),
            hint: LocalizedText(
                en: "fetch the table with period codes such as 2014K1",
                da: "hent tabellen med periodekoder som 2014K1"
            )
        )
    }
}

extension Cube.Dimension {
    /// The categories as entries of a table's dimension, with what is a total.
    fileprivate var entries: [DimensionColumn.Entry] {
        categories.map { category in
            let item = Codelist.Item(
                code: category.code,
                label: LocalizedText(category.label),
                isTotal: totalCode.map { $0 == category.code } ?? DimensionColumn.Entry(code: category.code).isTotal
            )
            return DimensionColumn.Entry(code: category.code, item: item)
        }
    }
}
