import BarometerIndicators

/// A chart of single figures that tells noise from a signal, and whether the process can meet a target at all (XmR).
///
/// The limits come from how far a figure usually lies from the one before. Figures stand in the order of time and are
/// named by their place from 0 on. Source: W. A. Shewhart, D. J. Wheeler; constants and the reading of a target as in
/// NHSRplotthedots.
public struct ProcessChart: Sendable {
    /// A stretch of figures that one process gave, from one rebasing to the next.
    public struct Segment: Sendable, Hashable {
        /// The places of its figures.
        public let places: Range<Int>
        /// The mean, which is the middle line.
        public let mean: Double
        /// The mean difference of neighbouring figures without their sign, screened; nil for a single figure.
        public let meanRange: Double?
        /// How many differences were screened out as too large to belong to the noise.
        public let screenedRanges: Int

        /// The limits: mean ± 2.66 mean ranges; nil for a single figure.
        public var limits: Interval? { lines(at: ProcessChart.limitFactor) }
        /// The warning lines at two thirds of the way to the limits; nil for a single figure.
        public var warningLines: Interval? { lines(at: ProcessChart.limitFactor * 2 / 3) }
        /// Whether there are fewer than 12 figures, so that the limits are still to settle.
        public var isProvisional: Bool { places.count < ProcessChart.settledCount }

        private func lines(at factor: Double) -> Interval? {
            meanRange.map { Interval(lower: mean - factor * $0, upper: mean + factor * $0) }
        }
    }

    /// What a target is to the present process.
    public enum Assurance: String, Sendable {
        /// The target lies beyond the limit on the worse side: the process meets it whatever chance does.
        case consistentlyMet
        /// The target lies beyond the limit on the better side: without another process it is not met.
        case consistentlyFailed
        /// The target lies between the limits: chance decides.
        case hitAndMiss
    }

    /// The stretches between rebasings, in order; they cover all figures.
    public let segments: [Segment]
    /// What is not noise, by rule and then by place.
    public let signals: [Signal]

    /// The chart of figures in the order of time; nil without figures.
    ///
    /// A rebasing is the place of the first figure of a new process, after a shift that has been proven and explained;
    /// limits and rules start anew there. Differences above 3.267 times their mean are screened once unless it is
    /// declined, so that one leap does not widen the limits.
    public init?(
        _ values: [Double],
        direction: Indicator.Direction,
        rebasedAt: [Int] = [],
        screensRanges: Bool = true
    ) {
        guard !values.isEmpty else { return nil }
        precondition(rebasedAt.allSatisfy { values.indices.contains($0) }, "a rebasing is the place of a figure")
        let starts = [0] + rebasedAt.filter { $0 > 0 }.sorted()
        let ends = starts.dropFirst() + [values.count]
        segments = zip(starts, ends).filter { $0 < $1 }.map { start, end in
            Segment(of: values, places: start..<end, screensRanges: screensRanges)
        }
        signals = Signal.find(in: values, segments: segments, direction: direction)
    }

    /// The process of today: the stretch since the last rebasing.
    public var present: Segment { segments[segments.count - 1] }

    /// Whether the present process meets a target always, never or by chance; nil where there are no limits yet.
    ///
    /// A target on a limit lies between them.
    public func assurance(of target: Double, direction: Indicator.Direction) -> Assurance? {
        present.limits.map { limits in
            if target > limits.upper + Target.tolerance {
                direction == .increase ? .consistentlyFailed : .consistentlyMet
            } else if target < limits.lower - Target.tolerance {
                direction == .increase ? .consistentlyMet : .consistentlyFailed
            } else {
                .hitAndMiss
            }
        }
    }

    static let limitFactor = 2.66
    static let screeningFactor = 3.267
    static let settledCount = 12
}

extension ProcessChart.Segment {
    fileprivate init(of values: [Double], places: Range<Int>, screensRanges: Bool) {
        self.places = places
        let part = values[places]
        mean = part.reduce(0, +) / Double(part.count)
        let ranges = zip(part.dropFirst(), part).map { ($0 - $1).magnitude }
        guard !ranges.isEmpty else {
            (meanRange, screenedRanges) = (nil, 0)
            return
        }
        let first = ranges.reduce(0, +) / Double(ranges.count)
        let largest = screensRanges ? ProcessChart.screeningFactor * first + Target.tolerance : .infinity
        let kept = ranges.filter { $0 <= largest }
        meanRange = kept.reduce(0, +) / Double(kept.count)
        screenedRanges = ranges.count - kept.count
    }
}
