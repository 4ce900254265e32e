extension Period {
    /// Reads a period code as statistics offices write it.
    ///
    /// | form | meaning |
    /// |---|---|
    /// | `2014` | year |
    /// | `2014H1`, `2014H01`, `2014-S1` | half-year |
    /// | `2014K1`, `2014Q1`, `2014KV1`, `2014-Q1` | quarter |
    /// | `2014M05`, `2014-05` | month |
    /// | `2014U07`, `2014W07`, `2014-W07` | week, Monday to Sunday by ISO 8601 |
    /// | `2014M05D31`, `2014-05-31` | day |
    /// | `2020:2024`, `2013/2014`, `2013-2014` | years in a row, seasons |
    /// | `2002U31-48` | weeks in a row |
    /// | `AUG - DEC 2019` | months in a row |
    /// | `2020QMAT02` | the four quarters up to the second of 2020 |
    /// | `2019Q3:2020Q2` | periods in a row, as `description` writes them |
    ///
    /// The letters of half-years, quarters and weeks may follow a dash. Blanks around the code are ignored and letters
    /// may be small. Anything else gives nil: a period is never guessed, so `05-2014` and `14H1` are no periods, and a
    /// span must run forwards. A mark for provisional figures (`2023*`) is no part of the code.
    public init?(parsing text: some StringProtocol) {
        var scanner = PeriodScanner(text)
        var period: Period?
        if let year = scanner.number(digits: 4...4) {
            period = scanner.isAtEnd ? .year(year) : Period.afterYear(year, &scanner)
        } else {
            period = Period.monthSpan(&scanner)
        }
        if let first = period, first.length == 1, scanner.skip(":") { period = Period.span(from: first, &scanner) }
        guard let period, scanner.isAtEnd else { return nil }
        self = period
    }

    private static func afterYear(_ year: Int, _ scanner: inout PeriodScanner) -> Period? {
        if scanner.skip(":") || scanner.skip("/") { return yearSpan(from: year, &scanner) }
        let isDashed = scanner.skip("-")
        if isDashed {
            if let month = scanner.number(digits: 2...2) {
                return scanner.skip("-")
                    ? scanner.number(digits: 2...2).flatMap { day(year, month, $0) }
                    : Period(.monthly, year: year, part: month)
            }
            if let span = yearSpan(from: year, &scanner) { return span }
        }
        if scanner.skip("H") || scanner.skip("S") {
            return scanner.number(digits: 1...2).flatMap { Period(.halfYearly, year: year, part: $0) }
        }
        if scanner.skip("QMAT") {
            return scanner.number(digits: 1...2).flatMap { Period(.quarterly, year: year, part: $0) }
                .flatMap { $0.ordinal < 3 ? nil : Period(.quarterly, ordinal: $0.ordinal, length: 4) }
        }
        if scanner.skip("Q") || scanner.skip("KV") || scanner.skip("K") {
            return scanner.number(digits: 1...2).flatMap { Period(.quarterly, year: year, part: $0) }
        }
        if scanner.skip("U") || scanner.skip("W") { return weeks(of: year, &scanner) }
        guard scanner.skip("M"), let month = scanner.number(digits: 2...2) else { return nil }
        return scanner.skip("D")
            ? scanner.number(digits: 2...2).flatMap { day(year, month, $0) }
            : Period(.monthly, year: year, part: month)
    }

    /// The second half of `2019Q3:2020Q2`, the machine form of any span.
    private static func span(from first: Period, _ scanner: inout PeriodScanner) -> Period? {
        guard let year = scanner.number(digits: 4...4), let last = afterYear(year, &scanner), last.length == 1,
            last.frequency == first.frequency, last.ordinal > first.ordinal
        else { return nil }
        return Period(first.frequency, ordinal: last.ordinal, length: last.ordinal - first.ordinal + 1)
    }

    private static func yearSpan(from first: Int, _ scanner: inout PeriodScanner) -> Period? {
        guard let last = scanner.number(digits: 4...4), last > first else { return nil }
        return Period(.annual, ordinal: last, length: last - first + 1)
    }

    private static func weeks(of year: Int, _ scanner: inout PeriodScanner) -> Period? {
        guard let week = scanner.number(digits: 1...2), let first = Period(week: week, of: year) else { return nil }
        guard scanner.skip("-") else { return first }
        guard let lastWeek = scanner.number(digits: 1...2), let last = Period(week: lastWeek, of: year),
            last.ordinal > first.ordinal
        else { return nil }
        return Period(.weekly, ordinal: last.ordinal, length: last.ordinal - first.ordinal + 1)
    }

    private static let monthNames: [StaticString] = [
        "JAN", "FEB", "MAR", "APR", "MAJ", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC", "MAY", "OCT",
    ]

    /// `AUG - DEC 2019`, in Danish or English.
    private static func monthSpan(_ scanner: inout PeriodScanner) -> Period? {
        let month = { (scanner: inout PeriodScanner) -> Int? in
            guard let index = monthNames.firstIndex(where: { scanner.skip($0) }) else { return nil }
            return index < 12 ? index + 1 : index == 12 ? 5 : 10
        }
        guard let first = month(&scanner) else { return nil }
        scanner.skipBlanks()
        guard scanner.skip("-") else { return nil }
        scanner.skipBlanks()
        guard let last = month(&scanner), last > first else { return nil }
        scanner.skipBlanks()
        guard let year = scanner.number(digits: 4...4), let end = Period(.monthly, year: year, part: last) else {
            return nil
        }
        return Period(.monthly, ordinal: end.ordinal, length: last - first + 1)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
        CalendarDay(year: year, month: month, day: day).map { Period.day($0) }
    }
}

/// Walks over the bytes of a period code.
private struct PeriodScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        bytes = Array(text.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Reads a run of digits whose length lies in the range; nothing is consumed where it does not.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let run = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.contains(run.count) else { return nil }
        position = run.endIndex
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    mutating func skipBlanks() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// Consumes the text, written in capitals, in either case.
    mutating func skip(_ text: StaticString) -> Bool {
        let matches = text.withUTF8Buffer { wanted in
            bytes[position...].count >= wanted.count
                && zip(bytes[position...], wanted).allSatisfy { $0 == $1 || ($0 > 0x60 && $0 & 0xDF == $1) }
        }
        if matches { position += text.utf8CodeUnitCount }
        return matches
    }
}
