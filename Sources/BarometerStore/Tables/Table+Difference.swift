import BarometerCore

extension Table {
    /// How a newer extract of a dataset differs in scale and reach from what is known of it.
    package struct Difference: Sendable {
        /// How many times the known figures nearly all common ones are, where that is a power of ten; nil otherwise.
        package var factor: Double?
        /// How many figures the two have in common.
        package var commonCount: Int
        /// How many of them have another value.
        package var revisedCount: Int
        /// How many of the known figures up to the end of the newer extract it no longer has.
        package var vanishedCount: Int
        /// The codes that it has and the known figures have not, as `dimension=code`.
        package var newCodes: [String]
    }

    /// Compares the figures of two tables of one dataset by their codes and periods.
    ///
    /// Linear in the rows of both.
    package func difference(from known: Table) -> Difference {
        let (own, others) = (figuresByKey, known.figuresByKey)
        var (common, revised) = (0, 0)
        var ratios: [Double] = []
        for (key, value) in own {
            guard let other = others[key] else { continue }
            common += 1
            if value != other { revised += 1 }
            if other > 0, value > 0 { ratios.append(value / other) }
        }
        let factor = [10.0, 100, 1000, 0.1, 0.01, 0.001].first { factor in
            ratios.count >= 3
                && ratios.count { ($0 / factor - 1).magnitude < 0.2 } * 10 >= ratios.count * 8
        }
        let ends = time?.periods.max()
        let vanished = others.keys.count { key in
            guard own[key] == nil, let ends, let period = key.period else { return false }
            return period <= ends
        }
        let codes = dimensions.flatMap { column -> [String] in
            let known = known.dimensions.first { $0.name == column.name }?.entries.map(\.code) ?? []
            return column.entries.map(\.code).filter { !known.contains($0) }.map { "\(column.name)=\($0)" }
        }
        return Difference(
            factor: factor,
            commonCount: common,
            revisedCount: revised,
            vanishedCount: vanished,
            newCodes: codes
        )
    }

    private struct FigureKey: Hashable {
        var codes: [String]
        var period: Period?
    }

    private var figuresByKey: [FigureKey: Double] {
        var figures: [FigureKey: Double] = [:]
        for row in 0..<rowCount {
            guard let value = measures[0][row] else { continue }
            let codes = dimensions.map { $0.entries[$0.codes[row]].code }
            figures[FigureKey(codes: codes, period: time?.period(of: row))] = value
        }
        return figures
    }
}
