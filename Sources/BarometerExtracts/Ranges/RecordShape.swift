import BarometerCore
import BarometerStore

/// What a plain file looks like, record for record: signs, fields, and where its data stand.
///
/// It is taken from a sample of the file and believed only as long as every record agrees.
struct RecordShape: Sendable {
    /// What is read from a field.
    enum Field: Sendable, Hashable {
        /// A text that is kept as a code.
        case label
        /// A text that only has to be known, for nobody asks which row it stands in.
        case ignored
        /// A number or a marker, which becomes a value of the measure with this number.
        case value(measure: Int)
        /// Nothing: the records end in a separator.
        case blank
    }

    /// A text that stands for a missing value, of at most eight bytes.
    struct Marker: Sendable {
        var word: UInt64
        var length: Int
        var status: ObservationStatus
    }

    var delimiter: UInt8
    /// The byte around fields; 0 where there is none.
    var quote: UInt8
    /// Whether every line ends in CR and LF.
    var hasCarriageReturns: Bool
    var fields: [Field]
    /// Whether the columns of values become rows, each with its heading as one more label.
    var isWide: Bool
    var markers: [Marker]
    /// How many leading fields are mostly the same as in the record before; 0 where none are.
    var leftCount: Int
    /// The decimals that each measure is read with until more are met.
    var decimals: [Int]
    /// The bytes of the records of data, without line ends at the end of the file.
    var body: Range<Int>

    /// How many rows a record becomes.
    var cellsPerRecord: Int {
        isWide ? fields.count { if case .value = $0 { true } else { false } } : 1
    }
}

/// What a range of a file became: its labels, and its rows in blocks.
struct RangeColumns: Sendable {
    /// The labels of a column as bytes, one behind the other, and where each ends.
    struct Labels: Sendable {
        var bytes: [UInt8] = []
        var ends: [Int] = []
    }

    /// What the numbers of a field look like, for the decision on their signs.
    struct NumberForms: Sendable, Hashable {
        var hasComma = false
        var hasPoint = false
        /// Whether any number with a decimal sign has another number of decimals than three.
        var hasOtherThanThree = false
        var hasNumbers = false
    }

    var rowCount = 0
    /// For each field the labels; empty for values.
    var labels: [Labels] = []
    /// For each field that is a label its codes in blocks, and behind them those of a wide file's headings.
    var codes: [[CodeBlock]] = []
    /// For each measure its values in blocks, with their decimals; nil where they are doubles.
    var values: [[ValueBlock]] = []
    var decimals: [Int?] = []
    /// For each measure the most decimals that a value was printed with.
    var printedDecimals: [Int] = []
    /// For each field of values the forms of its numbers.
    var forms: [NumberForms] = []
    /// For each block the rows where the left part changes; nil where that was not looked for.
    var runs: [RowRuns?] = []
    var counts = ReadingCounts()
}

/// How often each way of reading a plain file was taken; the same whatever the number of threads.
package struct ReadingCounts: Sendable, Hashable {
    package var bytes = 0
    /// Windows in which records mostly began like the one before.
    package var repeatedWindows = 0
    /// Windows that were read column by column.
    package var indexedWindows = 0
    /// Windows of them in which quoted fields hold separators.
    package var quotedWindows = 0
    /// Places of hash tables that were looked at.
    package var probes = 0

    static func + (left: Self, right: Self) -> Self {
        ReadingCounts(
            bytes: left.bytes + right.bytes,
            repeatedWindows: left.repeatedWindows + right.repeatedWindows,
            indexedWindows: left.indexedWindows + right.indexedWindows,
            quotedWindows: left.quotedWindows + right.quotedWindows,
            probes: left.probes + right.probes
        )
    }
}
