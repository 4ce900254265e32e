import BarometerCore

/// What a trajectory chart draws: the observed line, the required path, the target at its deadline, the baseline.
///
/// Positions on the time axis are half-years as `2 * year + half - 1`, the ordinals of half-year periods; annual and
/// daily figures stand at the half-year in which they end. Values are in the unit of the indicator.
public struct TrajectoryChart: Sendable {
    /// A value on the observed line.
    public struct Point: Sendable {
        /// The half-year.
        public var position: Int
        /// In the unit of the indicator.
        public var value: Double
        /// The value as printed, with decimals of the source: "8,9".
        public var text: String
        /// Preliminary, estimated or forecast values are drawn hollow.
        public var isPreliminary: Bool
    }
    /// A remark at a place on the time axis.
    public struct Mark: Sendable {
        /// The half-year.
        public var position: Int
        /// The remark, without a full stop.
        public var text: String
    }
    /// The target as a marker at the deadline.
    public struct Goal: Sendable {
        /// The half-year of the deadline.
        public var position: Int
        /// In the unit of the indicator.
        public var value: Double
        /// As on the page: "mål: højst 5,8".
        public var text: String
    }

    /// The language of number forms and of words in the picture.
    public var language: Language
    /// A number unique on the page, for the ids inside the picture.
    public var id: String
    /// The message: the headline of the section.
    public var title: String
    /// The text alternative: the conclusion.
    public var description: String
    /// The unit of the value axis, in words.
    public var unit: String
    /// Decimals of the value axis at most.
    public var decimals: Int
    /// The observed values, from early to late.
    public var points: [Point]
    /// The required path as straight pieces, at least two positions where there is one.
    public var path: [(position: Int, value: Double)]
    /// Where the way to the target starts; nil without a target.
    public var baseline: Mark?
    /// The target at its deadline; nil where there is none.
    public var goal: Goal?
    /// Where the series breaks, with the reason; drawn as a vertical line.
    public var breaks: [Mark]
    /// Periods whose value is hidden or missing, drawn as a sign on the axis.
    public var missing: [Mark]
    /// The edition's own half-year, where the page stands.
    public var edition: Int
}
