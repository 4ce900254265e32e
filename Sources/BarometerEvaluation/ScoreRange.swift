import BarometerCore
import BarometerIndicators

/// How far an index of a theme would depend on choices that nobody can prove right: the range and never a point.
///
/// Scores are the achieved shares of the way in per cent, with the goalposts fixed at baseline and target. They are put
/// together in four ways, with all goals and with each one left out, and the smallest and the largest result is the
/// range.
///
/// Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, on robustness.
public struct ScoreRange: Sendable {
    /// A way to put scores together, from the one that lets good goals outweigh bad ones to the one that does not.
    public enum Mean: String, Sendable, CaseIterable {
        case arithmetic, geometric, harmonic, minimum

        /// The mean of scores; nil without any, and for geometric and harmonic where one is not above zero.
        public func of(_ scores: [Double]) -> Double? {
            let count = Double(scores.count)
            switch self {
            case .minimum:
                return scores.min()
            case .arithmetic:
                return scores.isEmpty ? nil : scores.reduce(0, +) / count
            case .geometric:
                guard let least = scores.min(), least > 0 else { return nil }
                return Elementary.exponential(scores.reduce(0) { $0 + Elementary.naturalLog($1) } / count)
            case .harmonic:
                guard let least = scores.min(), least > 0 else { return nil }
                return count / scores.reduce(0) { $0 + 1 / $1 }
            }
        }
    }

    /// The result of each way with all goals; nil where it is not defined.
    public let byMean: [(mean: Mean, value: Double?)]
    /// The results with one goal left out, for each goal in its given order.
    public let withoutOne: [(id: String, byMean: [(mean: Mean, value: Double?)])]
    /// From the smallest to the largest of all these results.
    public let range: Interval

    /// The range of the scores of a theme; nil without any.
    public init?(_ scores: [(id: String, score: Double)]) {
        let values = scores.map(\.score)
        guard values.allSatisfy(\.isFinite) else { return nil }
        func all(_ values: [Double]) -> [(mean: Mean, value: Double?)] { Mean.allCases.map { ($0, $0.of(values)) } }
        byMean = all(values)
        withoutOne = scores.enumerated().map { position, goal in
            var others = values
            others.remove(at: position)
            return (goal.id, all(others))
        }
        let results = (byMean + withoutOne.flatMap(\.byMean)).compactMap(\.value)
        guard let least = results.min(), let most = results.max() else { return nil }
        range = Interval(lower: least, upper: most)
    }

    /// The score of a value: 0 at the baseline, 100 at the target; nil where the two are the same.
    public static func score(of value: Double, baseline: Double, target: Double) -> Double? {
        target == baseline ? nil : 100 * (value - baseline) / (target - baseline)
    }
}
