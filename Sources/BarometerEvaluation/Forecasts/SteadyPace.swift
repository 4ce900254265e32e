import BarometerCore

/// The pace kept since the baseline, continued: where it leads, and when it reaches a value.
///
/// It uses two figures and knows nothing of chance. Source: the project's method notes, section 2.4.
public struct SteadyPace: Sendable {
    /// How the value moves on.
    public enum Growth: Sendable {
        /// By the same step in every half-year.
        case linear
        /// By the same factor in every half-year; for positive quantities that grow in proportion.
        case geometric
    }

    /// How the value moves on.
    public let growth: Growth
    /// The step a half-year, or the natural logarithm of the factor.
    public let rate: Double
    private let latest: (halfYear: Int, value: Double)

    /// The pace from a baseline to the latest figure.
    ///
    /// nil where the figure is not after the baseline, and for a geometric pace where a value is not above zero.
    public init?(
        from baseline: (halfYear: Int, value: Double),
        to latest: (halfYear: Int, value: Double),
        growth: Growth = .linear
    ) {
        guard latest.halfYear > baseline.halfYear else { return nil }
        let halfYears = Double(latest.halfYear - baseline.halfYear)
        switch growth {
        case .linear:
            rate = (latest.value - baseline.value) / halfYears
        case .geometric:
            guard latest.value > 0, baseline.value > 0 else { return nil }
            rate = Elementary.naturalLog(latest.value / baseline.value) / halfYears
        }
        self.growth = growth
        self.latest = latest
    }

    /// The value at a half-year, if the pace goes on.
    public func value(at halfYear: Int) -> Double {
        let ahead = Double(halfYear - latest.halfYear)
        return switch growth {
        case .linear: latest.value + ahead * rate
        case .geometric: latest.value * Elementary.exponential(ahead * rate)
        }
    }

    /// The half-years from the latest figure until the value is reached, 0 where it stands there now.
    ///
    /// nil where the pace leads away from it or nowhere, and for a value not above zero at a geometric pace.
    public func halfYears(to value: Double) -> Double? {
        let way: Double
        switch growth {
        case .linear:
            way = value - latest.value
        case .geometric:
            guard value > 0 else { return nil }
            way = Elementary.naturalLog(value / latest.value)
        }
        if way == 0 { return 0 }
        return way * rate > 0 ? way / rate : nil
    }
}
