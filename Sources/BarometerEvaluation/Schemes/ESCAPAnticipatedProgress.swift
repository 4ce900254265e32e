import BarometerIndicators

/// ESCAP's anticipated progress index: how much of the way will be missing at the deadline, by a line that favours the
/// recent figures.
///
/// A straight line through the figures since the baseline, figure i of n weighted `decay^(n - i)`, is read at the
/// deadline. The gap `100 * d * (T - line) / |T - y0|` is a percentage of the required way: 0 or less is reached, up to 10
/// reached with minor extra effort, up to 100 accelerate, more reverse. Taken: the exact weights of working paper 04/2017
/// were not recovered, so the decay is a parameter and three are given side by side; a line asks for three figures.
///
/// Source: United Nations ESCAP, working paper SD/WP/04 (2017); thresholds as commonly reported.
public enum ESCAPAnticipatedProgress {
    /// The class of a gap.
    public enum Category: String, Sendable, CaseIterable {
        case reached, minorEffort, accelerate, reverse
    }

    /// A gap with its class.
    public struct Verdict: Sendable, Hashable {
        /// The weight of a figure over that of the next one.
        public var decay: Double
        /// The line at the deadline, in the unit of the figures.
        public var expected: Double
        /// What is then missing, in per cent of the way from baseline to target; negative is beyond the target.
        public var gap: Double
        /// Its class.
        public var category: Category
    }

    /// The decays that are given side by side; 1 weighs all figures alike.
    public static let decays = [1, 0.9, 0.8]
    /// How many figures a line asks for.
    static let leastFigures = 3

    /// The verdict with one decay, above 0 and at most 1.
    public static func verdict(of schemeCase: SchemeCase, decay: Double) -> SchemeOutcome<Verdict> {
        precondition(decay > 0 && decay <= 1, "a decay is above 0 and at most 1")
        return SchemeOutcome { () throws(SchemeReason) in
            let (span, sign) = (try schemeCase.span(), try schemeCase.sign())
            let journey = try schemeCase.journey(from: span.base)
            let deadline = try schemeCase.deadline(after: span.base)
            guard span.latest.halfYear <= deadline else { throw .deadlinePassed }
            let figures = schemeCase.halfYearly.drop { $0.halfYear < span.base.halfYear }
            guard figures.count >= leastFigures, let line = line(through: figures, decay: decay) else {
                throw .tooFewFigures
            }
            let expected = line.value(at: Double(deadline))
            let gap = 100 * sign * (journey.target - expected) / journey.length.magnitude + 0
            return Verdict(decay: decay, expected: expected, gap: gap, category: category(gap: gap))
        }
    }

    /// The class of a gap in per cent.
    public static func category(gap: Double) -> Category {
        if !gap.exceeds(0) { return .reached }
        if !gap.exceeds(10) { return .minorEffort }
        return gap.exceeds(100) ? .reverse : .accelerate
    }

    private static func line(through figures: ArraySlice<SchemeCase.Figure>, decay: Double) -> LineFit? {
        var weights = [Double](repeating: 1, count: figures.count)
        for place in weights.indices.dropLast().reversed() {
            weights[place] = max(weights[place + 1] * decay, .leastNormalMagnitude)
        }
        return LineFit(x: figures.map { Double($0.halfYear) }, y: figures.map(\.value), weights: weights)
    }
}
