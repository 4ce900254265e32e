import BarometerCore

/// When a figure became known.
public enum Vintage: Sendable, Hashable {
    /// On this day, or at the latest on this day where only a year or month is known.
    case known(CalendarDay)
    /// Nobody wrote it down: the figure counts as known from the end of the period that it describes.
    case unknown

    /// The vintage as an extract writes it: a day, a month or a year, of which the last day counts; empty is `unknown`.
    public init?(parsing text: String) {
        if text.isEmpty {
            self = .unknown
        } else if let period = Period(parsing: text) {
            self = .known(period.lastDay)
        } else {
            return nil
        }
    }

    /// The day from which a figure of this vintage and period was known.
    public func day(for period: Period?) -> CalendarDay? {
        switch self {
        case .known(let day): day
        case .unknown: period?.lastDay
        }
    }
}

/// When each row of a table became known.
package struct VintageColumn: Sendable {
    package var codes: CodeColumn
    package var vintages: [Vintage]

    package init(codes: CodeColumn, vintages: [Vintage]) {
        self.codes = codes
        self.vintages = vintages
    }
}
