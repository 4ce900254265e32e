import BarometerCore
import BarometerExtracts
import BarometerReports

extension ExtractSummary {
    /// How a file was understood, as lines for a terminal.
    func text(in language: Language) -> String {
        let wording = Wording(language)
        var form = [format.rawValue, encoding.rawValue]
        if let dialect {
            let delimiter = dialect.delimiter == UInt8(ascii: "\t") ? "TAB" : String(UnicodeScalar(dialect.delimiter))
            let quote = dialect.quote.map { String(UnicodeScalar($0)) } ?? wording(en: "none", da: "ingen")
            form += [
                dialect.newline.rawValue, wording(en: "delimiter ", da: "skilletegn ") + delimiter,
                wording(en: "quote ", da: "anførselstegn ") + quote,
            ]
        }
        form.append(
            wording(en: "decimal ", da: "decimaltegn ")
                + (numberFormat.map { String($0.decimal) } ?? wording(en: "none seen", da: "ingen set"))
        )
        if let grouping = numberFormat?.grouping {
            form.append(wording(en: "grouping ", da: "tusindtegn ") + String(grouping))
        }
        var lines = [path, "  \(bytes) bytes: " + (form + [layout]).joined(separator: ", ")]
        if headerLines != 1 || preambleLines > 0 || footnoteLines > 0, dialect != nil {
            lines.append(
                wording(
                    en:
                        "  \(preambleLines) lines before the header, \(headerLines) header, \(footnoteLines) notes behind the data",
                    da:
                        "  \(preambleLines) linjer før overskriften, \(headerLines) overskrift, \(footnoteLines) noter efter data"
                )
            )
        }
        if layout == "wide" {
            lines.append(
                wording(
                    en:
                        "  the measure columns are read as codes of \"variable\" or as periods, their cells as \"value\"",
                    da:
                        "  værdikolonnerne læses som koder i \"variable\" eller som perioder, deres celler som \"value\""
                )
            )
        }
        let width = columns.map(\.name.count).max() ?? 0
        lines += columns.map { column in
            let name = column.name + String(repeating: " ", count: width - column.name.count)
            return wording(
                en:
                    "  \(name)  \(column.role.rawValue), \(column.type.rawValue), \(column.distinct) distinct, \(column.missing) missing",
                da:
                    "  \(name)  \(column.role.rawValue), \(column.type.rawValue), \(column.distinct) forskellige, \(column.missing) mangler"
            )
        }
        if let time {
            lines.append(
                wording(
                    en: "  periods \(time.firstLabel) to \(time.lastLabel), frequency \(time.first.frequency.rawValue)",
                    da: "  perioder \(time.firstLabel) til \(time.lastLabel), frekvens \(time.first.frequency.rawValue)"
                ) + (time.dayOrder.map { order(of: $0, wording) } ?? "")
            )
        }
        lines += measures.map { measure in
            let figures = [measure.sum, measure.minimum, measure.maximum].map {
                $0.map { NumberText.forMachines($0) } ?? "–"
            }
            return wording(
                en:
                    "  \(measure.name): \(measure.count) values, \(measure.missing) missing, sum \(figures[0]), min \(figures[1]), max \(figures[2])",
                da:
                    "  \(measure.name): \(measure.count) værdier, \(measure.missing) mangler, sum \(figures[0]), min \(figures[1]), maks. \(figures[2])"
            )
        }
        lines.append(
            wording(
                en:
                    "  read \(recordsRead) = accepted \(recordsAccepted) + rejected \(recordsRejected); \(observations) observations",
                da:
                    "  læst \(recordsRead) = godkendt \(recordsAccepted) + afvist \(recordsRejected); \(observations) observationer"
            )
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private func order(of days: DayOrder, _ wording: Wording) -> String {
        days == .dayFirst
            ? wording(en: ", day first", da: ", dagen først") : wording(en: ", month first", da: ", måneden først")
    }
}
