import BarometerCore
import BarometerStore

extension ObservationBuilder {
    /// The period of each text of a column, the codes of those that are none, and the order of its days where people
    /// wrote them.
    func readPeriods(
        of column: ExtractSchema.Column,
        at position: Int,
        bag: inout DiagnosticBag
    ) -> (periods: [Period], unread: Set<Int>, order: DayOrder?) {
        let cells = grid.columns[position]
        var unread: Set<Int> = []
        var frequency: Frequency?
        let read = cells.texts.map {
            column.periods.isEmpty ? Period(parsing: ObservationBuilder.withoutMark($0)) : column.periods[$0]
        }
        let days =
            column.periods.isEmpty && read.contains(nil)
            ? writtenDays(of: Array(cells.texts), at: position, bag: &bag) : nil
        let periods = cells.texts.enumerated().map { code, text in
            guard let period = read[code] ?? days?.day(of: text).map(Period.day) else {
                tellUnread(code, of: column, days, position: position, bag: &bag)
                unread.insert(code)
                return Period.year(0)
            }
            if let declared = schema.frequency, declared != period.frequency {
                bag.add(.otherFrequency, path: grid.path, group: column.name, count: cells.counts[code]) {
                    otherFrequency(text, declared, row: cells.firstRows[code], position: position)
                }
            } else if let frequency, frequency != period.frequency {
                bag.add(.mixedFrequencies, path: grid.path, group: column.name, count: cells.counts[code]) {
                    mixedFrequency(text, frequency, row: cells.firstRows[code], position: position)
                }
            }
            frequency = frequency ?? period.frequency
            return period
        }
        return (periods, unread, days?.hasOrder == true ? days?.order : nil)
    }

    /// How the days of a column are written; that a person has to say it is told.
    private func writtenDays(of texts: [String], at position: Int, bag: inout DiagnosticBag) -> WrittenDays? {
        let days = WrittenDays(texts.filter { schema.markers[$0] == nil }, said: dates)
        if let days, days.order == nil { grid.tellUndecidable(days, column: position, severity: .error, &bag) }
        return days
    }

    /// Tells of a text that is no period, unless that was told of the whole column.
    private func tellUnread(
        _ code: Int,
        of column: ExtractSchema.Column,
        _ days: WrittenDays?,
        position: Int,
        bag: inout DiagnosticBag
    ) {
        let cells = grid.columns[position]
        let text = cells.texts[code]
        let isWritten = days?.isWritten(text) == true
        if isWritten, days?.order == nil { return }
        bag.add(.unreadablePeriod, path: grid.path, group: column.name, count: cells.counts[code]) {
            if isWritten, let days { return grid.noSuchDay(text, days, row: cells.firstRows[code], column: position) }
            return unreadablePeriod(text, column, row: cells.firstRows[code], position: position)
        }
    }

    private func unreadablePeriod(
        _ text: String,
        _ column: ExtractSchema.Column,
        row: Int,
        position: Int
    ) -> Diagnostic {
        let (location, excerpt) = grid.place(row: row, column: position)
        let known = column.periods.keys.sorted()
        return Diagnostic(
            .unreadablePeriod,
            LocalizedText(
                en: "\"\(text)\" in column \"\(column.name)\" is no known period",
                da: "\"\(text)\" i kolonnen \"\(column.name)\" er ikke en kendt periode"
            ),
            at: location,
            excerpt: excerpt,
            hint: known.isEmpty
                ? LocalizedText(
                    en: "write it as 2014, 2014H1, 2014K1, 2014M05 or 2014-05-31",
                    da: "skriv den som 2014, 2014H1, 2014K1, 2014M05 eller 2014-05-31"
                )
                : LocalizedText(
                    en: "the dataset knows \(known.joined(separator: ", ")); add it under periods",
                    da: "datasættet kender \(known.joined(separator: ", ")); tilføj den under periods"
                )
        )
    }

    private func otherFrequency(_ text: String, _ declared: Frequency, row: Int, position: Int) -> Diagnostic {
        let (location, excerpt) = grid.place(row: row, column: position)
        return Diagnostic(
            .otherFrequency,
            LocalizedText(
                en: "\"\(text)\" is no period of the declared frequency \(declared.rawValue)",
                da: "\"\(text)\" er ikke en periode med den erklærede frekvens \(declared.rawValue)"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(
                en: "fetch the extract in that frequency, or make it a dataset of its own",
                da: "hent udtrækket med den frekvens, eller gør det til sit eget datasæt"
            )
        )
    }

    private func mixedFrequency(_ text: String, _ frequency: Frequency, row: Int, position: Int) -> Diagnostic {
        let (location, excerpt) = grid.place(row: row, column: position)
        return Diagnostic(
            .mixedFrequencies,
            LocalizedText(
                en: "\"\(text)\" is a period of another frequency than those before it (\(frequency.rawValue))",
                da: "\"\(text)\" er en periode med en anden frekvens end de foregående (\(frequency.rawValue))"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(en: "keep one frequency in a file", da: "hold én frekvens i en fil")
        )
    }

    func vintageColumn(bag: inout DiagnosticBag) -> VintageColumn? {
        guard let (column, position) = columns(.vintage).first else {
            let layout = grid.columns.first?.codes.layout ?? BlockLayout()
            return vintage.map {
                VintageColumn(codes: CodeColumn(repeating: 0, like: layout), vintages: [$0])
            }
        }
        let cells = grid.columns[position]
        let read = cells.texts.map { Vintage(parsing: $0) }
        let days = read.contains(nil) ? writtenDays(of: Array(cells.texts), at: position, bag: &bag) : nil
        let vintages = cells.texts.enumerated().map { code, text -> Vintage in
            if let vintage = read[code] ?? days?.day(of: text).map(Vintage.known) { return vintage }
            tellUnread(code, of: column, days, position: position, bag: &bag)
            return .unknown
        }
        return VintageColumn(codes: cells.codes, vintages: vintages)
    }
}
