extension Period {
    /// Reads a period code as statistics offices write it; nil where it has none of the forms below.
    ///
    /// | form | meaning |
    /// |---|---|
    /// | `2014` | year |
    /// | `2014H1`, `2014H01`, `2014-H1`, `2014-S1` | half-year |
    /// | `2014K1`, `2014Q1`, `2014KV1`, `2014-Q1`, each also with two digits | quarter |
    /// | `2014M05`, `2014-05` | month |
    /// | `2014M05D31`, `2014-05-31` | day |
    ///
    /// Blanks and tabs around the code are ignored and letters may be small. A period is never guessed, so `05-2014`
    /// and `14H1` are no periods, and neither is `2014H3`.
    public init?(parsing text: some StringProtocol) {
        var scanner = PeriodScanner(text)
        guard let year = scanner.number(digits: 4...4) else { return nil }
        if scanner.isAtEnd {
            self = .year(year)
            return
        }
        let dashed = scanner.skip("-")
        let period: Period?
        if dashed, let month = scanner.number(digits: 2...2) {
            period =
                scanner.skip("-")
                ? scanner.number(digits: 2...2).flatMap { Period.day(year, month, $0) }
                : Period(.monthly, year: year, part: month)
        } else if scanner.skip("H") || (dashed && scanner.skip("S")) {
            period = scanner.number(digits: 1...2).flatMap { Period(.halfYearly, year: year, part: $0) }
        } else if scanner.skip("Q") || (!dashed && (scanner.skip("KV") || scanner.skip("K"))) {
            period = scanner.number(digits: 1...2).flatMap { Period(.quarterly, year: year, part: $0) }
        } else if !dashed, scanner.skip("M"), let month = scanner.number(digits: 2...2) {
            period =
                scanner.skip("D")
                ? scanner.number(digits: 2...2).flatMap { Period.day(year, month, $0) }
                : Period(.monthly, year: year, part: month)
        } else {
            period = nil
        }
        guard let period, scanner.isAtEnd else { return nil }
        self = period
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
        CalendarDay(year: year, month: month, day: day).map(Period.day)
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
