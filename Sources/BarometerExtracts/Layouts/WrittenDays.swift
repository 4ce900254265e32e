import BarometerCore

/// How the days of a column are written, decided over all its distinct texts and never cell by cell.
///
/// A part over 12 can be no month and shows the order. Where none is, days with dashes and points have the day first, as
/// statistics offices write them; with slashes both orders are in use, and a person has to say which.
struct WrittenDays {
    /// Which part is the day; nil where the column cannot tell.
    let order: DayOrder?
    /// The first text that shows the order; nil where it was said or is the custom.
    let witness: String?
    /// How many distinct texts are written so.
    let count: Int
    private let style: WrittenDay.Style

    /// Decides for the texts of a column without its markers; nil where none is a written day.
    ///
    /// The style is that of the most texts. A midnight counts only where all texts have it. Linear in the texts.
    init?(_ texts: [String], said: DayOrder?) {
        let days = texts.map { WrittenDay(ObservationBuilder.withoutMark($0)) }
        guard let style = WrittenDays.commonStyle(of: days) else { return nil }
        count = days.count { $0?.style == style }
        guard style.time.isEmpty || count == texts.count else { return nil }
        self.style = style
        func first(_ order: DayOrder) -> Int? {
            days.firstIndex { $0?.style == style && $0?.shownOrder == order }
        }
        let (dayFirst, monthFirst) = (first(.dayFirst), first(.monthFirst))
        let seen: DayOrder? =
            switch (dayFirst, monthFirst) {
            case (nil, nil): nil
            case (_?, nil): .dayFirst
            case (nil, _?): .monthFirst
            case (let day?, let month?): style.hasTwoOrders && month < day ? .monthFirst : .dayFirst
            }
        order = said ?? seen ?? (style.hasTwoOrders ? nil : .dayFirst)
        witness = said == nil ? seen.flatMap { $0 == .dayFirst ? dayFirst : monthFirst }.map { texts[$0] } : nil
    }

    /// How a column is written whose texts are all days in one style and order; nil for any other.
    ///
    /// Ends at the first text that is no written day.
    static func only(_ texts: some Collection<String>, said: DayOrder?) -> WrittenDays? {
        guard texts.allSatisfy({ WrittenDay(ObservationBuilder.withoutMark($0)) != nil }) else { return nil }
        return WrittenDays(Array(texts), said: said).flatMap { $0.count == texts.count ? $0 : nil }
    }

    /// Whether the order of day and month makes a difference.
    var hasOrder: Bool { !style.isYearFirst }

    /// Whether a text is written like the others, be there such a day or not.
    func isWritten(_ text: String) -> Bool {
        WrittenDay(ObservationBuilder.withoutMark(text))?.style == style
    }

    /// The day of a text; nil where it is written otherwise, the calendar has no such day, or the order is unknown.
    func day(of text: String) -> CalendarDay? {
        guard let order, let written = WrittenDay(ObservationBuilder.withoutMark(text)), written.style == style else {
            return nil
        }
        return written.day(order)
    }

    private static func commonStyle(of days: [WrittenDay?]) -> WrittenDay.Style? {
        var styles: [(style: WrittenDay.Style, count: Int)] = []
        for day in days.compactMap({ $0 }) {
            if let index = styles.firstIndex(where: { $0.style == day.style }) {
                styles[index].count += 1
            } else {
                styles.append((day.style, 1))
            }
        }
        // Of two equally common the first.
        return styles.reduce(nil as (style: WrittenDay.Style, count: Int)?) { best, next in
            best.map { $0.count >= next.count } == true ? best : next
        }?.style
    }
}
