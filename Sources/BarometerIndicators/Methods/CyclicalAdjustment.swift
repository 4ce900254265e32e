import BarometerCore
import BarometerStore

/// A gap freed from the business cycle by a regression of its changes on those of the reference rate.
///
/// The changes are `dy = a + b * du`, and the adjusted gap is what it would be at the reference rate of the baseline:
/// `y - b * (u - u*)`. Changes are taken because in levels a common trend passes for the cycle; the slopes of the
/// levels come along to show how much. With few changes b is uncertain, so it never comes without its interval.
///
/// Source: project's method notes, 5.8; regression of first differences is standard for series that wander.
public struct CyclicalAdjustment: Sendable {
    /// Fewer changes tell nothing that is worth printing.
    public static let fewestChanges = 6

    /// The change of the gap for one point of the reference rate, b.
    public let slope: Double
    /// Where b lies with 95 % confidence, by Student's t.
    public let slopeInterval95: Interval
    /// The change of the gap from one period to the next at a level reference rate, a.
    public let drift: Double
    /// How many changes b rests on.
    public let changes: Int
    /// The adjusted gap at each step, in percentage points; nil where one of the two figures is missing.
    public let adjusted: [Double?]
    /// The change of the gap from the baseline to the latest step.
    public let total: Double
    /// The part of it that goes with the reference rate.
    public let cycle: Double
    /// The same part at the two ends of the interval of b.
    public let cycleInterval95: Interval
    /// What remains.
    public var remaining: Double { total - cycle }
    /// The slope of the levels without a trend, which takes the trend for the cycle; nil where it is not defined.
    public let levelsSlope: Double?
    /// The slope of the levels beside a linear trend; nil where it is not defined.
    public let levelsSlopeWithTrend: Double?

    /// Adjusts a gap, from figures at even steps.
    ///
    /// Refused with fewer than six changes between neighbouring steps that have both figures, where the reference rate
    /// changes by the same in all of them, or where the baseline or the latest step lacks a figure.
    ///
    /// - Parameters:
    ///   - gap: the gap at each step, in percentage points; nil where it is missing.
    ///   - reference: the rate of the reference group at the same steps, in per cent.
    ///   - baseline: the step whose reference rate all others are brought to.
    ///   - latest: the step up to which the change is told.
    public init(
        gap: [Double?],
        reference: [Double?],
        baseline: Int,
        latest: Int
    ) throws(MethodRefusal) {
        precondition(gap.count == reference.count, "a step has a gap and a reference rate")
        let steps = zip(gap, reference).map { gap, rate -> (gap: Double, rate: Double)? in
            guard let gap, let rate, gap.isFinite, rate.isFinite else { return nil }
            return (gap, rate)
        }
        guard steps.indices.contains(baseline), steps.indices.contains(latest), let start = steps[baseline],
            let end = steps[latest]
        else { throw .noPeriods }
        let pairs = zip(steps, steps.dropFirst()).compactMap { earlier, later -> (gap: Double, rate: Double)? in
            guard let earlier, let later else { return nil }
            return (later.gap - earlier.gap, later.rate - earlier.rate)
        }
        guard pairs.count >= CyclicalAdjustment.fewestChanges else {
            throw .tooFewChanges(pairs.count, needed: CyclicalAdjustment.fewestChanges)
        }
        guard let fit = LineFit(x: pairs.map(\.rate), y: pairs.map(\.gap)),
            let interval = fit.slopeInterval(confidence: 0.95)
        else { throw .noVariation }
        slope = fit.slope
        slopeInterval95 = interval
        drift = fit.intercept
        changes = pairs.count
        adjusted = steps.map { step in step.map { $0.gap - fit.slope * ($0.rate - start.rate) } }
        let move = end.rate - start.rate
        total = end.gap - start.gap
        cycle = fit.slope * move
        let ends = [interval.lower * move, interval.upper * move]
        cycleInterval95 = Interval(lower: min(ends[0], ends[1]), upper: max(ends[0], ends[1]))
        let levels = steps.enumerated().compactMap { step, figures in
            figures.map { (time: Double(step), gap: $0.gap, rate: $0.rate) }
        }
        let (rates, gaps) = (levels.map(\.rate), levels.map(\.gap))
        levelsSlope = LineFit(x: rates, y: gaps)?.slope
        levelsSlopeWithTrend = MultipleRegression([rates, levels.map(\.time)], response: gaps)?.slopes[0].value
    }

    /// Adjusts a gap, from two series of one frequency; figures up to the latest period take part.
    ///
    /// Periods of other lengths are passed over.
    public init(
        gap: Series,
        reference: Series,
        baseline: Period,
        latest: Period
    ) throws(MethodRefusal) {
        guard let first = gap.observations.first(where: { $0.period.frequency == latest.frequency })?.period.ordinal,
            first <= baseline.ordinal, baseline.frequency == latest.frequency, baseline <= latest
        else { throw .noFigure(baseline) }
        func steps(_ series: Series) -> [Double?] {
            var values = [Double?](repeating: nil, count: latest.ordinal - first + 1)
            for observation in series.observations
            where observation.period.frequency == latest.frequency && observation.period.length == latest.length {
                let step = observation.period.ordinal - first
                if values.indices.contains(step) { values[step] = observation.value }
            }
            return values
        }
        try self.init(
            gap: steps(gap),
            reference: steps(reference),
            baseline: baseline.ordinal - first,
            latest: latest.ordinal - first
        )
    }
}
