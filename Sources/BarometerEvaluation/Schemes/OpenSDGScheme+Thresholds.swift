import BarometerCore

extension OpenSDGScheme {
    /// The thresholds of a series, lowered near a natural limit where there is no target, and the scores between them.
    struct Thresholds {
        let hasTarget: Bool
        let high: Double
        let medium: Double
        /// What the limit leaves of the thresholds, 0 to 1; 1 without a limit.
        let factor: Double

        init(of series: Series) {
            hasTarget = series.target != nil
            factor =
                hasTarget ? 1 : series.limit.map { limitFactor(baseline: series.base.value, limit: $0) } ?? 1
            high = hasTarget ? 0.95 : 0.015 * factor
            medium = hasTarget ? 0.6 : 0.005 * factor
        }

        func status(of value: Double) -> Status {
            if value >= high { return .substantialProgress }
            if value >= medium { return .moderateProgress }
            return value >= 0 ? .limitedProgress : .deterioration
        }

        func score(of value: Double) -> Double {
            if hasTarget {
                // The published constants, which do not quite meet the knots.
                return value >= medium ? min(7.1429 * value - 4.2857, 5) : max(4.1667 * value - 2.5, -5)
            }
            if value < 0 { return max(125 * value - 2.5, -5) }
            if factor == 0 { return 5 }
            if value >= high { return min(500 * value / factor - 5, 5) }
            return value >= medium ? 250 * value / factor - 1.25 : 500 * value / factor - 2.5
        }
    }

    /// How much a natural limit leaves of the growth that is asked for, 1 far from it and 0 for a baseline at it.
    ///
    /// For a ceiling `1 - (y0/L)^4.44`; for a floor the same with the mirrored distance `(2L - y0)/L`; 1 from twice the
    /// limit on. All by magnitude.
    public static func limitFactor(baseline: Double, limit: Double) -> Double {
        let (value, limit) = (baseline.magnitude, limit.magnitude)
        if value >= 2 * limit { return 1 }
        let nearness = value <= limit ? value / limit : (2 * limit - value) / limit
        return 1 - (Elementary.power(nearness, 4.44) ?? 0)
    }
}
