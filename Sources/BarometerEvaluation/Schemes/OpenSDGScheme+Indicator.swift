extension OpenSDGScheme {
    /// A part of an indicator: one series, or a group of parts that together count as one.
    public indirect enum Part: Sendable {
        case series(Verdict)
        case group([Part])
    }

    /// The answer for an indicator of several series.
    public struct IndicatorVerdict: Sendable, Hashable {
        /// The label of the score; `target_achieved` only where every series with a score met its target.
        public var status: Status
        /// The mean of the scores there are, groups by their own mean first; nil where there are none.
        public var score: Double?
    }

    /// The answer for an indicator: the mean of its parts' scores, and the label of that mean.
    ///
    /// The label comes from the score and that of a series from its value, so near a threshold the two can differ.
    public static func indicator(of parts: [Part]) -> IndicatorVerdict {
        guard let score = score(of: .group(parts)) else { return IndicatorVerdict(status: .notAvailable) }
        let achieved = isAchieved(.group(parts))
        return IndicatorVerdict(status: achieved ? .targetAchieved : status(ofScore: score), score: score)
    }

    private static func score(of part: Part) -> Double? {
        switch part {
        case .series(let verdict): return verdict.score
        case .group(let parts):
            let scores = parts.compactMap(score)
            return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
        }
    }

    private static func isAchieved(_ part: Part) -> Bool {
        switch part {
        case .series(let verdict): verdict.score == nil || verdict.status == .targetAchieved
        case .group(let parts): parts.allSatisfy(isAchieved)
        }
    }
}
