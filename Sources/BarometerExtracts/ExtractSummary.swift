import BarometerCore

/// How a file was understood, for a person to agree or object.
public struct ExtractSummary: Sendable {
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
    }

    /// The name of the file for messages, as the reader was given it.
    public var path: String
    /// The size of the file, counted before decoding.
    public var bytes: Int
    /// How letters were read: as said, or as detected over all bytes.
    public var encoding: Encoding
    /// The separator, the quotation mark and the line end, as said or as detected.
    public var dialect: Dialect
    /// The number format of the first measure column that needs one; nil where all are whole numbers without groups.
    public var numberFormat: NumberFormat?
    /// Whether the measure columns were read as measures (long), or as codes or periods (wide).
    public var layout: ExtractSchema.Layout
    /// The declared or inferred columns in the order of the file; columns that nobody declared are left out.
    public var columns: [Column]
    /// The periods of the file; nil where it has none, or where faults kept the table from being built.
    public var time: TimeSpan?
    /// The measures in the order of the table; empty where faults kept it from being built.
    public var measures: [Measure]
    /// All data records, without the header; `read = accepted + rejected`.
    public var recordsRead: Int
    /// The data records with sound quotes and as many fields as the header, whatever their cells hold.
    public var recordsAccepted: Int
    /// Rows of the table, with or without a value, after a wide file was made long; 0 where it could not be built.
    public var observations: Int

    /// The records that were not understood.
    public var recordsRejected: Int { recordsRead - recordsAccepted }
}
