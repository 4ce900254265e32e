import BarometerCore

/// How a file was understood, for a person to agree or object.
public struct ExtractSummary: Sendable {
    /// One column of the file.
    public struct Column: Sendable {
        /// What the cells of a column look like.
        public enum ContentType: String, Sendable {
            case text, integer, decimal, period
        }

        public var name: String
        public var role: ExtractSchema.Role
        public var type: ContentType
        /// How many different texts the column holds.
        public var distinct: Int
        /// How many cells hold no value.
        public var missing: Int
    }

    /// The figures of one measure.
    public struct Measure: Sendable {
        public var name: String
        /// How many values there are, and how many cells without one.
        public var count: Int
        public var missing: Int
        /// nil where there is no value.
        public var sum: Double?
        public var minimum: Double?
        public var maximum: Double?
    }

    /// The first and last period of a file, and the labels under which they stand there.
    public struct TimeSpan: Sendable {
        /// The column that holds the periods; nil where they head the columns.
        public var column: String?
        public var first: Period
        public var last: Period
        public var firstLabel: String
        public var lastLabel: String
    }

    public var path: String
    public var bytes: Int
    public var encoding: Encoding
    public var dialect: Dialect
    /// The number format of the values; nil where all are whole numbers without groups.
    public var numberFormat: NumberFormat?
    public var layout: ExtractSchema.Layout
    public var columns: [Column]
    /// The periods of the file; nil where it has none.
    public var time: TimeSpan?
    public var measures: [Measure]
    /// `read = accepted + rejected`, in data records.
    public var recordsRead: Int
    public var recordsAccepted: Int
    /// Cells with or without a value, after a wide file was made long.
    public var observations: Int

    /// The records that were not understood.
    public var recordsRejected: Int { recordsRead - recordsAccepted }
}
