import BarometerCore
import BarometerStore

/// What the columns of an extract are: declared by a dataset, or inferred from a file.
public struct ExtractSchema: Sendable {
    /// What a column is for.
    public enum Role: String, Sendable {
        case dimension, time, vintage, measure, ignored
        /// Statuses of the values beside it, in the letters of Eurostat and SDMX.
        case flag
    }

    /// One column of the file.
    public struct Column: Sendable {
        /// The name in the file's header.
        public var name: String
        /// Whether its cells are codes, periods, vintages, values, or are not read.
        public var role: Role
        /// The name of the dimension, where the dataset calls it otherwise than the file.
        public var dimension: String
        /// The codes that a dimension may have; nil allows all.
        public var codelist: Codelist?
        /// For a time column the periods that texts stand for, such as an election's id.
        ///
        /// Empty where the texts are period codes themselves.
        public var periods: [String: Period]
        /// For a measure what its values count.
        public var unit: Unit

        /// A column with a role.
        public init(
            name: String,
            role: Role,
            dimension: String? = nil,
            codelist: Codelist? = nil,
            periods: [String: Period] = [:],
            unit: Unit = .count
        ) {
            self.name = name
            self.role = role
            self.dimension = dimension ?? name
            self.codelist = codelist
            self.periods = periods
            self.unit = unit
        }
    }

    /// Where the observations stand.
    public enum Layout: Sendable {
        /// One observation a record and measure.
        case long
        /// The measure columns are the codes of one more dimension, or periods, and their cells are its values.
        case wide(dimension: String, measure: String)

        /// The word of machine files.
        public var name: String {
            switch self {
            case .long: "long"
            case .wide: "wide"
            }
        }
    }

    /// The columns in the order of the file.
    public var columns: [Column]
    /// Whether the measure columns are measures, or codes or periods of a wide file.
    public var layout: Layout
    /// What texts in place of a number mean.
    public var markers: [String: ObservationStatus]
    /// Whether a combination that the file does not have is zero, as in the StatBank's BULK; else it is unknown.
    public var absentIsZero: Bool
    /// The frequency that all periods must have; nil allows any one.
    public var frequency: Frequency?

    /// A schema with these columns.
    public init(
        columns: [Column],
        layout: Layout = .long,
        markers: [String: ObservationStatus] = Self.commonMarkers,
        absentIsZero: Bool = false,
        frequency: Frequency? = nil
    ) {
        self.columns = columns
        self.layout = layout
        self.markers = markers
        self.absentIsZero = absentIsZero
        self.frequency = frequency
    }

    /// The codelists of a table's dimensions, by their positions.
    func codelists(of table: Table) -> [Int: Codelist] {
        var codelists: [Int: Codelist] = [:]
        // Only columns with a codelist are looked up: of a hundred thousand columns without one that took minutes.
        for column in columns where column.role == .dimension && column.codelist != nil {
            if let position = table.dimension(named: column.dimension) { codelists[position] = column.codelist }
        }
        return codelists
    }

    /// What offices print in place of a number where no dataset says otherwise.
    ///
    /// The dash is nil in Danish tables and "not given" in the election database; unsaid it is taken as not given,
    /// since a missing value can be told from zero later and not the other way round.
    public static let commonMarkers: [String: ObservationStatus] = [
        "..": .uncertainOrConfidential, ".": .cannotOccur, "...": .notYetAvailable, "-": .notAvailable,
        ":": .notAvailable, "": .empty, "x": .notAvailable, "NA": .notAvailable, "NaN": .notAvailable,
        "null": .notAvailable, "n/a": .notAvailable, "#N/A": .notAvailable, "#DIV/0!": .notAvailable,
    ]
}
