import BarometerCore
import BarometerIndicators
import BarometerStore

/// The record of one indicator in one edition: separate answers with their numbers, and one headline by stated rules.
///
/// Every number is unrounded. Figures are in the unit of the indicator, their differences in percentage points where
/// that is percent; half-years are counted as differences of `2 * year + half - 1`. What cannot be told is nil, never
/// zero.
public struct Assessment: Sendable {
    /// The id of the indicator; nil for a bare series.
    public var indicator: String?
    /// The half-year in which the record is printed.
    public var edition: Period
    /// What the figures count; `unit.ofDifference` is the unit of changes and distances.
    public var unit: Unit
    /// Which way is better: the target decides, and without a target what the indicator says.
    ///
    /// Under a target between two values, or at parity, it is the way from the baseline.
    public var direction: Indicator.Direction
    /// Where the way to the target starts; for a goal without target the first figure.
    public var baseline: BaselineFigure?
    /// What was promised; nil where there is only a direction, and then no level, schedule, pace or path either.
    public var target: Target?
    /// The targets that were in force before, in the order of the register.
    public var formerTargets: [TargetRegister.Entry]
    /// The reading of the target relative to its baseline; nil unless that was revised since the target was adopted.
    public var revisedBaseline: RevisedBaseline?
    /// Where the goal stands in its life, beside the headline.
    public var standing: Standing
    /// The latest figure up to the edition; nil where there is none.
    public var latest: LatestFigure?
    /// Whether the latest figure meets the target, and how far it is; nil without a figure or a target.
    public var level: Level?
    /// The latest figure against the path at its own half-year; nil without a path, and where it is before the baseline,
    /// after the end of the target, or no quantity of a ratio.
    public var schedule: Schedule?
    /// The pace so far and the pace that is needed; nil in the same cases as the schedule.
    public var pace: Pace?
    /// What changed up to the latest figure; nil where there is none.
    public var movement: Movement?
    /// Where the figures are heading; nil without a target or a figure, and for yes or no.
    public var outlook: Outlook?
    /// What is known of the causes of the change since the baseline; nil where nothing is that could tell of one.
    public var cause: Cause?
    /// How much all of this rests on.
    public var evidence: Evidence
    /// What the published schemes say of the same figures; none of them decides the headline.
    public var schemes: SchemeVerdicts
    /// The one word for all of this, by the first rule that fires; `notAssessable` says why.
    public var headline: Headline
    /// The required path; nil without a target, for yes or no, where the deadline is not after the baseline, and where a
    /// number lies outside the scale of the path.
    public var trajectory: Trajectory?
    /// Why there is no path although there is a target, where the value of the baseline is the reason.
    public var pathFaults: [Target.Fault] { target?.faults(from: baseline?.value) ?? [] }
    /// All figures up to the edition, from early to late.
    public var series: Series

    /// The value that the way to the target starts from.
    public struct BaselineFigure: Sendable {
        /// What the value describes; its half-year is that of the target's baseline unless it was moved.
        public var period: Period
        /// The value as adopted with the target, or the figure of the period; in the unit of the indicator.
        public var value: Double
        /// The period that was asked for, where it has no figure and a later one was taken.
        public var movedFrom: Period?
    }

    /// The latest figure, with how old it is.
    public struct LatestFigure: Sendable {
        /// What the figure describes; it ends in the edition's half-year or before.
        public var period: Period
        /// The figure, unrounded and in the unit of the indicator.
        public var value: Double
        /// Where the figure lies as an outcome of the process behind its counts; nil without counts.
        public var interval95: Interval?
        /// What is to be known of the figure, such as that it is provisional.
        public var status: ObservationStatus
        /// Half-years between the end of the figure's period and the edition.
        public var ageHalfYears: Int
        /// Whether the figure describes an earlier half-year than the edition, and so is nothing new.
        public var isCarried: Bool { ageHalfYears > 0 }
    }
}
