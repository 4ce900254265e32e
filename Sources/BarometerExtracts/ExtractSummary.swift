import BarometerCore

/// How a file was understood, for a person to agree or object.
public struct ExtractSummary: Sendable {
    /// The forms of statistics files.
    public enum Format: String, Sendable {
        case csv, tsv, px
        case jsonStat = "json-stat"
        case sdmxCSV = "sdmx-csv"
        case eurostatTSV = "eurostat-tsv"
        case jsonLines = "json-lines"
    }

    /// One column of the file.
    public struct Column: Sendable {
        /// What the cells of a column look like.
        public enum ContentType: String, Sendable {
            case text, integer, decimal, period
        }

        /// The name in the file's header, also where the dataset calls the dimension otherwise.
        public var name: String
        /// What the column is declared as, or was taken for.
        public var role: ExtractSchema.Role
        /// What the cells are read as; a measure is `decimal` where any of its values has decimals.
        public var type: ContentType
        /// How many different texts the column holds.
        public var distinct: Int
        /// How many cells are empty or, in a measure, hold a marker of a missing value.
        public var missing: Int
    }

    /// The figures of one measure of the table, over all its rows.
    public struct Measure: Sendable {
        /// The name of the column or, of a wide file, the one name that its layout gives to all cells.
        public var name: String
        /// How many cells hold a value.
        public var count: Int
        /// How many cells hold none.
        public var missing: Int
        /// The sum of the values, totals and their parts alike; nil where there is no value.
        public var sum: Double?
        /// The smallest value; nil where there is none.
        public var minimum: Double?
        /// The largest value; nil where there is none.
        public var maximum: Double?
    }

    /// The first and last period of a file, and the labels under which they stand there.
    public struct TimeSpan: Sendable {
        /// The column that holds the periods; nil where they head the columns.
        public var column: String?
        /// The earliest period, wherever it stands in the file.
        public var first: Period
        /// The latest period, wherever it stands in the file.
        public var last: Period
        /// The earliest period as the file writes it.
        public var firstLabel: String
        /// The latest period as the file writes it.
        public var lastLabel: String
        /// Which of day and month stands first; nil where the periods are not days as people write them.
        public var dayOrder: DayOrder?
    }

    /// The name of the file for messages, as the reader was given it.
    public var path: String
    /// The size of the file.
    public var bytes: Int
    /// The form of the file.
    public var format: Format
    /// How letters are written as bytes.
    public var encoding: Encoding
    /// nil for files that are not delimited.
    public var dialect: Dialect?
    /// The number format of the values; nil where all are whole numbers without groups.
    public var numberFormat: NumberFormat?
    /// How many records the header takes; 0 where the file has none.
    public var headerLines: Int
    /// How many physical lines stand before the header.
    public var preambleLines: Int
    /// How many records of notes stand behind the data.
    public var footnoteLines: Int
    /// `long`, `wide`, `stepped` or `cube`.
    public var layout: String
    /// The columns in the order of the file; of a cube its dimensions and the value.
    public var columns: [Column]
    /// The periods of the file; nil where it has none.
    public var time: TimeSpan?
    /// The measures of the table; none where the file has faults.
    public var measures: [Measure]
    /// How many records of data the file has.
    public var recordsRead: Int
    /// How many of them were understood in all their cells.
    public var recordsAccepted: Int
    /// Cells with or without a value, after the file was made long.
    public var observations: Int

    /// The records that were not understood.
    public var recordsRejected: Int { recordsRead - recordsAccepted }
}
