import BarometerCore

/// Which variable of a PX file is time, and the codes of its periods.
struct PXTime {
    /// The place of the time variable among the variables.
    let position: Int
    /// The length of the periods where TIMEVAL says it; weeks have none here.
    private let frequency: Frequency?
    /// The periods of TIMEVAL, which may stand in another order than the values.
    private let listed: [Period]?

    /// Finds the time variable: by TIMEVAL, by VARIABLE-TYPE, by its name, or because all its values are periods.
    ///
    /// Codes are not asked, since areas have codes such as `1001`. nil where no variable is time, or where several
    /// could be and none is named so.
    init?(among variables: [PXVariable], header: PXHeader, contents: Int?) {
        let candidates = variables.indices.filter { $0 != contents }
        func entry(_ keyword: String, _ position: Int) -> PXEntry? {
            header.entry(keyword, variables[position].main) ?? header.translated(keyword, variables[position].local)
        }
        let byType = { (position: Int) in
            ["t", "time"].contains(entry("VARIABLE-TYPE", position)?.values.first?.text.lowercased())
        }
        let byName = { (position: Int) in
            let code = header.localized(
                "VARIABLECODE",
                main: variables[position].main,
                local: variables[position].local
            )
            return [variables[position].main, variables[position].local, code ?? ""]
                .contains { PXTime.names.contains($0.lowercased()) }
        }
        let byValues = candidates.filter { PXTime.codes(variables[$0].values, frequency: nil) != nil }
        guard
            let position = candidates.first(where: { entry("TIMEVAL", $0) != nil })
                ?? candidates.first(where: byType)
                ?? candidates.first(where: byName)
                ?? (byValues.count == 1 ? byValues.first : nil)
        else { return nil }
        self.position = position
        let list = entry("TIMEVAL", position).map(PXTime.list)
        frequency = list?.frequency
        listed = list?.texts(count: variables[position].values.count)
    }

    /// The codes of the time variable's categories: texts that are periods where the file has such, else its codes.
    ///
    /// The first of codes and values of which all are periods of one frequency; then the entries of TIMEVAL, if they
    /// provably stand in the order of the values. The sign of provisional periods, a trailing `*`, is left out.
    func codes(of variable: PXVariable) -> [String] {
        let sources = [variable.codes, variable.values].compactMap { $0 }
        for source in sources {
            if let codes = PXTime.codes(source, frequency: frequency) { return codes }
        }
        if let listed, PXTime.isOrdered(listed, as: variable.values) { return listed.map(\.description) }
        return variable.keys.map(PXTime.withoutSign)
    }

    private static let names: Set<String> = [
        "tid", "time", "tidsperiode", "år", "aar", "year", "år/tid", "periode", "period", "halvår", "half-year",
        "kvartal", "quarter", "måned", "månad", "month", "date", "dato", "vuosi", "piffissaq",
    ]

    // MARK: - Reading periods

    /// The texts as period codes; nil unless all are periods of one frequency, the given one if there is any.
    private static func codes(_ texts: [String], frequency: Frequency?) -> [String]? {
        var codes: [String] = []
        var common = frequency
        for text in texts {
            let plain = withoutSign(text)
            if let period = Period(parsing: plain), period.frequency == common ?? period.frequency, isUsual(period) {
                common = period.frequency
                codes.append(plain)
            } else if let frequency, let period = period(plain, frequency), isUsual(period) {
                codes.append(period.description)
            } else {
                return nil
            }
        }
        return codes
    }

    /// Four digits are a year only where statistics have been made or projected.
    private static func isUsual(_ period: Period) -> Bool {
        (1500...2300).contains(period.year)
    }

    /// A period as the file format writes it in TIMEVAL: `1994`, `19951`, `200601`; the other forms hold as well.
    private static func period(_ text: String, _ frequency: Frequency) -> Period? {
        if let period = Period(parsing: text) { return period.frequency == frequency ? period : nil }
        let widths: [Frequency: Int] = [.halfYearly: 1, .quarterly: 1, .monthly: 2]
        guard let width = widths[frequency], text.utf8.count == 4 + width, text.utf8.allSatisfy(PXByte.isDigit),
            let year = Int(text.prefix(4)), let part = Int(text.suffix(width))
        else { return nil }
        return Period(frequency, year: year, part: part)
    }

    private static func withoutSign(_ text: String) -> String {
        let isLoose = { (character: Character) in character == " " || character == "*" }
        return text.hasSuffix("*") ? String(text.reversed().drop(while: isLoose).reversed()) : text
    }

    // MARK: - TIMEVAL

    /// The entry TIMEVAL taken apart.
    private struct List {
        var frequency: Frequency?
        var values: [PXEntry.Value]

        /// The periods of the list or range; nil where they are not as many as the values.
        func texts(count: Int) -> [Period]? {
            guard let frequency else { return nil }
            if values.count == 3, !values[1].isQuoted, values[1].text == "-" {
                guard let first = PXTime.period(values[0].text, frequency),
                    let last = PXTime.period(values[2].text, frequency), last.ordinal - first.ordinal + 1 == count
                else { return nil }
                return (0..<count).map { first.advanced(by: $0) }
            }
            let periods = values.compactMap { PXTime.period($0.text, frequency) }
            return periods.count == count && values.count == count ? periods : nil
        }
    }

    /// `TLIST(A1),"1994","1995"`, or `TLIST(A1,"1994"-"1996")` whose parenthesis closes behind the list.
    private static func list(_ entry: PXEntry) -> List {
        let head = entry.values.first { !$0.isQuoted && $0.text.uppercased().hasPrefix("TLIST(") }?.text ?? ""
        let letter = String(head.dropFirst(6).prefix(1)).uppercased()
        return List(
            frequency: Frequency(rawValue: letter),
            values: entry.values.filter { $0.isQuoted || $0.text == "-" }
        )
    }

    /// Whether each period's year stands in the value at its place, and the years tell one direction from the other.
    private static func isOrdered(_ periods: [Period], as values: [String]) -> Bool {
        let years = periods.map(\.year)
        guard periods.first?.frequency == .annual || years != years.reversed() else { return false }
        return zip(years, values).allSatisfy { year, value in
            value.split { !$0.isNumber }.contains { $0.count == 4 && Int($0) == year }
        }
    }
}
