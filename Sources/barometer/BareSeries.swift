import BarometerCore
import BarometerExtracts
import BarometerReports
import BarometerStore
import BarometerWorkspace

/// The bare series of a file: a column of periods, and figures or the counts that they are computed from.
struct BareSeries {
    private static let period = "period"
    private static let value = "value"
    private static let counts = ["numerator", "denominator"]

    let series: Series
    let diagnostics: [Diagnostic]

    /// Reads `period,value`, `period,value,numerator,denominator` or `period,numerator,denominator`.
    ///
    /// Where there are counts, the figure is 100 times one over the other, unrounded, and `value` is what was printed.
    ///
    /// - Parameter unit: what the figures count; else percent where there are counts, and percentage points otherwise.
    /// - Throws: what reading throws; faults of the file are among the diagnostics, and the series is then empty.
    init(of path: String, unit: String?) throws {
        let bytes = try FileBytes(path: path)
        let names = try Extract.read(bytes, path: path).summary.columns.map(\.name)
        let hasCounts = names.contains { BareSeries.counts.contains($0) }
        let hasValue = names.contains(BareSeries.value) || !hasCounts
        let unit = unit.map(Unit.init(symbol:)) ?? (hasCounts ? .percent : .percentagePoints)
        let counts = (hasCounts ? BareSeries.counts : []).map {
            ExtractSchema.Column(name: $0, role: .measure, unit: .count)
        }
        let values =
            hasValue ? [ExtractSchema.Column(name: BareSeries.value, role: .measure, unit: unit)] : []
        let extract = try Extract.read(
            bytes,
            path: path,
            schema: ExtractSchema(
                columns: [ExtractSchema.Column(name: BareSeries.period, role: .time)] + values + counts
            )
        )
        var diagnostics = extract.diagnostics
        if diagnostics.contains(where: { $0.code == .missingColumn }) {
            diagnostics.append(BareSeries.columnsExpected(path))
        }
        guard let table = extract.table, let time = table.time else {
            series = Series(unit: unit, decimals: 0, observations: [])
            self.diagnostics = diagnostics
            return
        }
        let cells = extract.cells
        let measure = { (name: String) in table.measures.first { $0.name == name } }
        let (printed, part, whole) = (measure(BareSeries.value), measure("numerator"), measure("denominator"))
        var observations: [Series.Observation] = []
        for row in 0..<table.rowCount {
            let period = time.period(of: row)
            guard let part, let whole else {
                guard let printed else { continue }
                observations.append(
                    Series.Observation(period: period, value: printed[row], status: printed.status(of: row))
                )
                continue
            }
            guard let numerator = part[row], let denominator = whole[row], denominator > 0 else {
                let status = part[row] == nil ? part.status(of: row) : whole.status(of: row)
                observations.append(
                    Series.Observation(
                        period: period,
                        value: printed?[row],
                        status: printed?[row] != nil ? .normal : status.isMissing ? status : .cannotOccur
                    )
                )
                continue
            }
            let value = 100 * numerator / denominator
            let isPart = (0...denominator).contains(numerator)
            let place = cells.place(row: row, column: 0)
            if !isPart { diagnostics.append(BareSeries.notAPart(period, at: place)) }
            if let printed, let said = printed[row] {
                let decimals = printed.printedDecimals
                if (value - said).magnitude > 0.5 / Double(powerOfTen(decimals)) + 1e-9 {
                    diagnostics.append(
                        BareSeries.differs(period, said: said, computed: value, decimals: decimals, at: place)
                    )
                }
            }
            let counts = Series.Counts(numerator: numerator, denominator: denominator)
            observations.append(
                Series.Observation(
                    period: period,
                    value: value,
                    basis: isPart && unit == .percent ? .rate(counts) : nil
                )
            )
        }
        let isRepeated = Set(observations.map(\.period)).count < observations.count
        series = Series(
            unit: unit,
            decimals: printed.map(\.printedDecimals) ?? 1,
            observations: isRepeated ? [] : observations
        )
        self.diagnostics = diagnostics
    }

    private init(_ series: Series, _ diagnostics: [Diagnostic]) {
        self.series = series
        self.diagnostics = diagnostics
    }

    /// The gap: this series minus the other, in the periods that both have; with counts on both sides its interval too.
    func minus(_ other: BareSeries) -> BareSeries {
        let unit = series.unit == .percent ? Unit.percentagePoints : series.unit
        let reference = Dictionary(uniqueKeysWithValues: other.series.observations.map { ($0.period, $0) })
        let observations = series.observations.compactMap { group -> Series.Observation? in
            reference[group.period].map { reference in
                guard let first = group.value, let second = reference.value else {
                    return Series.Observation(
                        period: group.period,
                        value: nil,
                        status: group.value == nil ? group.status : reference.status
                    )
                }
                var basis: Series.Basis?
                if case .rate(let own) = group.basis, case .rate(let others) = reference.basis {
                    basis = .gap(group: own, reference: others)
                }
                return Series.Observation(
                    period: group.period,
                    value: first - second,
                    status: group.status == .normal ? reference.status : group.status,
                    basis: basis
                )
            }
        }
        let decimals = max(series.decimals, other.series.decimals)
        return BareSeries(
            Series(unit: unit, decimals: decimals, observations: observations),
            diagnostics + other.diagnostics
        )
    }
}

extension BareSeries {
    private static func columnsExpected(_ path: String) -> Diagnostic {
        Diagnostic(
            .missingColumn,
            LocalizedText(
                en: "assess reads a CSV with the columns period and value, or numerator and denominator, and no others",
                da: "assess læser en CSV med kolonnerne period og value, eller numerator og denominator, og ingen andre"
            ),
            severity: .note,
            at: SourceLocation(path: path),
            hint: LocalizedText(
                en: "make one with query, or declare the file as a dataset",
                da: "lav en med query, eller erklær filen som et datasæt"
            )
        )
    }

    private static func notAPart(_ period: Period, at place: (SourceLocation, SourceExcerpt)) -> Diagnostic {
        Diagnostic(
            .incoherentCounts,
            LocalizedText(
                en: "in \(period) the numerator is no part of the denominator, so the figure has no interval",
                da: "i \(period) er tælleren ikke en del af nævneren, så tallet har intet usikkerhedsinterval"
            ),
            severity: .warning,
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en:
                    "the numerator lies between 0 and the denominator; exchange the columns if they stand the wrong way",
                da: "tælleren ligger mellem 0 og nævneren; byt kolonnerne, hvis de står omvendt"
            )
        )
    }

    private static func differs(
        _ period: Period,
        said: Double,
        computed: Double,
        decimals: Int,
        at place: (SourceLocation, SourceExcerpt)
    ) -> Diagnostic {
        let (printed, own) = (
            NumberText.forMachines(said, decimals: decimals), NumberText.forMachines(computed, decimals: decimals + 2)
        )
        return Diagnostic(
            .incoherentCounts,
            LocalizedText(
                en: "in \(period) the value is \(printed) and the counts give \(own); the counts are taken",
                da: "i \(period) er værdien \(printed), og antallene giver \(own); antallene bruges"
            ),
            severity: .warning,
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en: "correct the value or the counts, or leave out the column value",
                da: "ret værdien eller antallene, eller udelad kolonnen value"
            )
        )
    }
}
