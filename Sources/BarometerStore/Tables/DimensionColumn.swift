import BarometerCore

/// A dimension of a table: what each row is about, as codes with their meanings.
public struct DimensionColumn: Sendable {
    /// One code of the column: its text and, where the dimension has a codelist, the meaning.
    public struct Entry: Sendable, Hashable {
        /// The code as the extract writes it.
        public var code: String
        /// What the code means; nil where no codelist says it.
        public var item: Codelist.Item?

        /// A code with its meaning.
        package init(code: String, item: Codelist.Item? = nil) {
            self.code = code
            self.item = item
        }

        /// Whether adding this entry to the others would count twice.
        ///
        /// Without a codelist the codes by which Nordic offices mark totals are taken for what they are.
        public var isTotal: Bool {
            item?.isTotal ?? (Entry.endsInTotal(code) || Entry.totalCodes.contains(code))
        }

        /// Whether a code ends in "i alt", in capitals or not; by its bytes, since all codes of a table are asked often.
        private static func endsInTotal(_ code: String) -> Bool {
            let end: [UInt8] = [0x74, 0x6C, 0x61, 0x20, 0x69, 0x20]
            return code.utf8.count >= end.count && zip(code.utf8.reversed(), end).allSatisfy { $0 | 0x20 == $1 }
        }

        /// The label in a language, or the code where there is none.
        public func label(in language: Language) -> String {
            item?.label[language] ?? code
        }

        private static let totalCodes: Set<String> = ["TOT", "IALT", "Total", "total", "I alt", "i alt", "T"]
    }

    /// The dimension's name, as the file heads it or the dataset renames it.
    public let name: String
    package var codes: CodeColumn
    /// The entries in the order of their first appearance; a code of a row is a position here.
    public package(set) var entries: [Entry]

    /// Whether the entries were the headings of a wide file, which may count different things.
    package var isOfHeadings = false

    /// A dimension of finished columns.
    package init(name: String, codes: CodeColumn, entries: [Entry]) {
        self.name = name
        self.codes = codes
        self.entries = entries
    }
}

/// The periods of a table: a dictionary column whose labels are parsed once each.
public struct PeriodColumn: Sendable {
    /// The name of the column that holds the periods, as the file heads it.
    public let name: String
    package var codes: CodeColumn
    /// The labels as the extract writes them, in the order of their first appearance.
    public package(set) var labels: [String]
    /// The periods of the labels, all of one frequency.
    public package(set) var periods: [Period]

    /// A period column of finished parts.
    package init(name: String, codes: CodeColumn, labels: [String], periods: [Period]) {
        precondition(Set(periods.map(\.frequency)).count <= 1, "a table has one frequency")
        self.codes = codes
        self.name = name
        self.labels = labels
        self.periods = periods
    }

    /// The frequency of all periods; nil where there is no row.
    public var frequency: Frequency? { periods.first?.frequency }

    /// The period of a row.
    public func period(of row: Int) -> Period {
        periods[codes[row]]
    }

    /// The rows at these places, in this order.
    package func gathering(_ rows: [Int]) -> PeriodColumn {
        PeriodColumn(name: name, codes: codes.gathering(rows), labels: labels, periods: periods)
    }
}
