/// What a figure describes: a year, half-year, quarter, month, week or day, or several of them in a row.
///
/// Two periods of one frequency differ by the difference of their ordinals, so a half-year edition `YYYYHh` has the
/// ordinal `2 * YYYY + h - 1` and spans are counted without any calendar.
public struct Period: Sendable, Hashable {
    /// How long the period is.
    public let frequency: Frequency
    /// The running number within the frequency; of several periods in a row that of the last.
    ///
    /// It is the year, `2 * year + half - 1`, `4 * year + quarter - 1`, `12 * year + month - 1`, weeks since the one of
    /// 1969-12-29, or days since 1970-01-01.
    public let ordinal: Int
    /// How many periods of the frequency it spans, at least 1: a life table of `2020:2024` spans five years.
    public let length: Int

    /// The period of a frequency with this running number, or of several that end with it.
    public init(_ frequency: Frequency, ordinal: Int, length: Int = 1) {
        precondition(length > 0, "a period has a length")
        self.frequency = frequency
        self.ordinal = ordinal
        self.length = length
    }

    /// The week of a year by ISO 8601, or nil where the year has no such week.
    public init?(week: Int, of year: Int) {
        // The fourth of January always lies in the first week.
        guard let fourth = CalendarDay(year: year, month: 1, day: 4) else { return nil }
        let first = (fourth.number + 3).quotient(flooredBy: 7)
        self.init(.weekly, ordinal: first + week - 1)
        guard week >= 1, self.year == year else { return nil }
    }

    /// The period of a year, or nil where `part` is not one of the frequency's parts of a year or it has none (days).
    public init?(_ frequency: Frequency, year: Int, part: Int = 1) {
        guard let parts = frequency.periodsPerYear, (1...parts).contains(part) else { return nil }
        self.init(frequency, ordinal: year * parts + part - 1)
    }

    /// A calendar year.
    public static func year(_ year: Int) -> Period { Period(.annual, ordinal: year) }

    /// A half-year; `half` is 1 or 2.
    public static func halfYear(_ year: Int, _ half: Int) -> Period {
        precondition(half == 1 || half == 2, "a year has two halves")
        return Period(.halfYearly, ordinal: 2 * year + half - 1)
    }

    /// A single day.
    public static func day(_ day: CalendarDay) -> Period { Period(.daily, ordinal: day.number) }

    /// The calendar year that the period ends in; of a week the year that most of it lies in.
    public var year: Int {
        switch frequency {
        case .weekly: CalendarDay(number: ordinal * 7).components.year
        case .daily: CalendarDay(number: ordinal).components.year
        default: ordinal.quotient(flooredBy: frequency.periodsPerYear ?? 1)
        }
    }

    /// Which part of its year the period is, or its last part, from 1; for a day, the day's number within the year.
    public var part: Int {
        switch frequency {
        case .weekly: (ordinal * 7 - Period.year(year).firstDay.number) / 7 + 1
        case .daily: ordinal - Period.year(year).firstDay.number + 1
        default: ordinal - year * (frequency.periodsPerYear ?? 1) + 1
        }
    }

    /// The first day of the period.
    public var firstDay: CalendarDay {
        guard length == 1 else { return Period(frequency, ordinal: ordinal - length + 1).firstDay }
        switch frequency {
        case .weekly: return CalendarDay(number: ordinal * 7 - 3)
        case .daily: return CalendarDay(number: ordinal)
        default: return day(ofMonth: (part - 1) * months + 1, last: false)
        }
    }

    /// The last day of the period.
    public var lastDay: CalendarDay {
        switch frequency {
        case .weekly: CalendarDay(number: ordinal * 7 + 3)
        case .daily: CalendarDay(number: ordinal)
        default: day(ofMonth: part * months, last: true)
        }
    }

    /// How many months one period of the frequency has; for years to months.
    private var months: Int { 12 / (frequency.periodsPerYear ?? 12) }

    private func day(ofMonth month: Int, last: Bool) -> CalendarDay {
        let day = last ? CalendarDay.days(inMonth: month, of: year) : 1
        guard let result = CalendarDay(year: year, month: month, day: day) else {
            preconditionFailure("month \(month) is outside the year")
        }
        return result
    }

    /// The period of an equal or coarser frequency in which this period ends.
    ///
    /// A year ends in its second half-year: an annual figure of 2017 stands at 2017H2. Asked for a finer frequency,
    /// the answer is the last finer period.
    public func ending(in frequency: Frequency) -> Period {
        guard frequency != self.frequency else { return Period(frequency, ordinal: ordinal) }
        let (year, month, _) = lastDay.components
        switch frequency {
        case .annual: return .year(year)
        case .halfYearly: return Period(.halfYearly, ordinal: 2 * year + (month - 1) / 6)
        case .quarterly: return Period(.quarterly, ordinal: 4 * year + (month - 1) / 3)
        case .monthly: return Period(.monthly, ordinal: 12 * year + month - 1)
        case .weekly: return Period(.weekly, ordinal: (lastDay.number + 3).quotient(flooredBy: 7))
        case .daily: return .day(lastDay)
        }
    }

    /// The period so many periods later (earlier when negative).
    public func advanced(by count: Int) -> Period {
        Period(frequency, ordinal: ordinal + count, length: length)
    }
}

extension Period: Comparable {
    /// Earlier ends come first; of two periods that end on the same day the longer one comes first.
    public static func < (left: Period, right: Period) -> Bool {
        if left.frequency == right.frequency {
            return left.ordinal == right.ordinal ? left.length > right.length : left.ordinal < right.ordinal
        }
        let (leftEnd, rightEnd) = (left.lastDay, right.lastDay)
        return leftEnd == rightEnd ? right.frequency.isFiner(than: left.frequency) : leftEnd < rightEnd
    }
}

extension Period: CustomStringConvertible {
    /// The machine form: `2014`, `2014H1`, `2014Q3`, `2014M05`, `2014W07` or `2014-05-31`; of several in a row the
    /// first and the last, as in `2020:2024`.
    public var description: String {
        guard length == 1 else {
            return "\(Period(frequency, ordinal: ordinal - length + 1)):\(Period(frequency, ordinal: ordinal))"
        }
        return switch frequency {
        case .annual: "\(padded(year, to: 4))"
        case .halfYearly: "\(padded(year, to: 4))H\(part)"
        case .quarterly: "\(padded(year, to: 4))Q\(part)"
        case .monthly: "\(padded(year, to: 4))M\(padded(part, to: 2))"
        case .weekly: "\(padded(year, to: 4))W\(padded(part, to: 2))"
        case .daily: "\(firstDay)"
        }
    }
}

extension Int {
    /// The quotient rounded towards minus infinity, so that years before 0 keep their parts in order.
    func quotient(flooredBy divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
