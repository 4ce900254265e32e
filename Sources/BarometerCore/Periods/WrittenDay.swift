/// Which of day and month people write first, before the year.
public enum DayOrder: String, Sendable, CaseIterable {
    /// `03-04-1901` is the third of April, as in Danish and German offices.
    case dayFirst = "dmy"
    /// `04/03/1901` is the third of April, as in the United States.
    case monthFirst = "mdy"
}

/// A day as people and spreadsheets write it, whose first two parts may be day and month or month and day.
///
/// | form | example |
/// |---|---|
/// | one or two digits, twice, and a year, parted by `-`, `.` or `/` | `03-04-1901`, `3.4.1901`, `04/03/1901` |
/// | any of these with midnight behind it | `03-04-1901 00:00:00`, `4/3/1901 0:00` |
/// | the day of ISO 8601 with midnight behind it | `1901-04-03 00:00:00` |
///
/// Years have four digits, for two of them do not say the century. Which part is the day is decided over a whole column
/// and is no property of one text.
package struct WrittenDay {
    /// What all days of one column have in common.
    package struct Style: Hashable {
        package var separator: UInt8
        package var isYearFirst: Bool
        /// The midnight as it is written; empty where there is none.
        package var time: String

        /// Whether both orders are in use for days that are written so.
        package var hasTwoOrders: Bool { separator == UInt8(ascii: "/") }
    }

    package let style: Style
    private let year: Int
    private let parts: (Int, Int)

    private static let midnights: Set<String> = ["00:00:00", "0:00:00", "00:00", "0:00"]

    /// A text of one of the forms above, blanks around it ignored; nil for any other.
    package init?(_ text: some StringProtocol) {
        guard let first = text.utf8.first, WrittenDay.isDigit(first) || first == UInt8(ascii: " ") else { return nil }
        let words = text.utf8.split(separator: UInt8(ascii: " "))
        guard let day = words.first, words.count <= 2 else { return nil }
        let time = words.count == 2 ? String(decoding: words[1], as: UTF8.self) : ""
        guard time.isEmpty || WrittenDay.midnights.contains(time),
            let separator = day.first(where: { !WrittenDay.isDigit($0) }), "-./".utf8.contains(separator)
        else { return nil }
        let fields = day.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count == 3, fields.allSatisfy({ $0.allSatisfy(WrittenDay.isDigit) }) else { return nil }
        let widths = fields.map(\.count)
        let isYearFirst = widths == [4, 2, 2] && separator == UInt8(ascii: "-") && !time.isEmpty
        let isYearLast = (1...2).contains(widths[0]) && (1...2).contains(widths[1]) && widths[2] == 4
        guard isYearFirst || isYearLast else { return nil }
        let numbers = fields.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        year = isYearFirst ? numbers[0] : numbers[2]
        parts = isYearFirst ? (numbers[2], numbers[1]) : (numbers[0], numbers[1])
        guard year >= 1000 else { return nil }
        style = Style(separator: separator, isYearFirst: isYearFirst, time: time)
    }

    /// The order that this text shows by a part that can be no month; nil where it shows none.
    package var shownOrder: DayOrder? {
        if style.isYearFirst || (parts.0 > 12) == (parts.1 > 12) { return nil }
        return parts.0 > 12 ? .dayFirst : .monthFirst
    }

    /// The day in this order, or nil where the calendar has none.
    package func day(_ order: DayOrder) -> CalendarDay? {
        order == .dayFirst || style.isYearFirst
            ? CalendarDay(year: year, month: parts.1, day: parts.0)
            : CalendarDay(year: year, month: parts.0, day: parts.1)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
