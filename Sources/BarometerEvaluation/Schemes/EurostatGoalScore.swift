/// Eurostat's score of a goal: every indicator on a line from −5 to 5, and their plain mean.
///
/// Source: Eurostat, Sustainable development in the European Union, annex on methods; the knots with a target as in
/// Statistics Canada's published derivative.
public enum EurostatGoalScore {
    /// The score of a ratio of growth rates: −5 at −0.6, −2.5 at 0, 0 at 0.6, 2.5 at 0.95 and 5 at 1.3, level outside.
    public static func score(ratio: Double) -> Double {
        clamped(ratio < 0.6 ? 2.5 * ratio / 0.6 - 2.5 : 2.5 * (ratio - 0.6) / 0.35)
    }

    /// The score of a growth rate without a target, a fraction a year the right way: ±5 at ±0.02, level outside.
    public static func score(growth: Double) -> Double {
        clamped(250 * growth)
    }

    /// The mean of the scores there are, without weights; nil where there are none.
    public static func mean(of scores: [Double?]) -> Double? {
        let scores = scores.compactMap { $0 }
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    private static func clamped(_ score: Double) -> Double { min(max(score, -5), 5) }
}
