import BarometerCore
import BarometerIndicators
import BarometerStore

/// The record of one indicator in one edition: separate answers with their numbers, and one headline word by stated rules.
///
/// Every number is unrounded and in the unit of the indicator; half-years are counted as differences of `2 * year + half - 1`. What cannot
/// be told is nil, never zero.
public struct Assessment: Sendable {
    public var indicator: String?
    /// The half-year in which the record is printed.
    public var edition: Period
    public var unit: Unit
    public var direction: Indicator.Direction
    /// Where the way to the target starts; for a goal without target the first figure.
    public var baseline: BaselineFigure?
    public var target: Target?
    /// The latest figure up to the edition; nil where there is none.
    public var latest: LatestFigure?
    public var level: Level?
    public var schedule: Schedule?
    public var pace: Pace?
    public var movement: Movement?
    /// The verdict of the city's own rule of 2015-18.
    public var copenhagen: CopenhagenScheme.Colour
    public var headline: Headline
    /// The required path; nil without a target or where the deadline is not after the baseline.
    public var trajectory: Trajectory?
    /// All figures up to the edition, from early to late.
    public var series: Series

    /// The value that the way to the target starts from.
    public struct BaselineFigure: Sendable {
        public var period: Period
        public var value: Double
        /// The period that was asked for, where it has no figure and a later one was taken.
        public var movedFrom: Period?
    }

    /// The latest figure, with how old it is.
    public struct LatestFigure: Sendable {
        public var period: Period
        public var value: Double
        /// Half-years between the end of the figure's period and the edition.
        public var ageHalfYears: Int
        /// Whether the figure describes an earlier half-year than the edition, and so is nothing new.
        public var isCarried: Bool { ageHalfYears > 0 }
    }
}
