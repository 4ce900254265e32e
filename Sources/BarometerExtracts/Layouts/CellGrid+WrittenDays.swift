import BarometerCore

extension CellGrid {
    /// Tells that day and month of a column cannot be told apart; as a note where the column then stays text.
    func tellUndecidable(
        _ days: WrittenDays,
        column: Int,
        severity: Diagnostic.Severity,
        _ bag: inout DiagnosticBag
    ) {
        let cells = columns[column]
        let written = cells.texts.indices.filter { days.isWritten(cells.texts[$0]) }
        let count = written.reduce(0) { $0 + cells.counts[$1] }
        bag.add(.undecidableDays, severity: severity, path: path, group: "\(column)", count: count) {
            let (location, excerpt) = place(row: written.first.map { cells.firstRows[$0] } ?? 0, column: column)
            let isText = severity == .note
            return Diagnostic(
                .undecidableDays,
                LocalizedText(
                    en: "the days of column \"\(cells.name)\" can be read in two ways, day or month first"
                        + (isText ? ", and stay text" : ""),
                    da: "dagene i kolonnen \"\(cells.name)\" kan læses på to måder, med dag eller måned først"
                        + (isText ? ", og forbliver tekst" : "")
                ),
                severity: severity,
                at: location,
                excerpt: excerpt,
                hint: LocalizedText(
                    en: "say --dates dmy or --dates mdy, or read: {dates: dmy} in the dataset",
                    da: "skriv --dates dmy eller --dates mdy, eller read: {dates: dmy} i datasættet"
                )
            )
        }
    }

    /// A text that is written like the days of its column and is none in their order.
    func noSuchDay(_ text: String, _ days: WrittenDays, row: Int, column: Int) -> Diagnostic {
        let (location, excerpt) = place(row: row, column: column)
        let name = columns[column].name
        let isDayFirst = days.order == .dayFirst
        let other: DayOrder = isDayFirst ? .monthFirst : .dayFirst
        let way =
            days.witness.map { witness in
                LocalizedText(
                    en: "\"\(witness)\" has the \(isDayFirst ? "day" : "month") first; correct the cell that is wrong",
                    da: "\"\(witness)\" har \(isDayFirst ? "dagen" : "måneden") først; ret den celle der er forkert"
                )
            }
            ?? LocalizedText(
                en: "correct the cell, or say --dates \(other.rawValue)",
                da: "ret cellen, eller skriv --dates \(other.rawValue)"
            )
        return Diagnostic(
            .unreadablePeriod,
            LocalizedText(
                en: "\"\(text)\" in column \"\(name)\" is no day with the \(isDayFirst ? "day" : "month") first",
                da: "\"\(text)\" i kolonnen \"\(name)\" er ikke en dag med \(isDayFirst ? "dagen" : "måneden") først"
            ),
            at: location,
            excerpt: excerpt,
            hint: way
        )
    }
}
