import BarometerIndicators

/// The line with the median of all pairwise slopes, which single odd figures cannot turn.
///
/// It goes through the median of the half-years and the median of the figures. Its slope has an interval by Kendall's
/// distribution; a figure ahead has none, for the method says nothing of how figures stray.
///
/// Source: Theil 1950, Sen 1968; Mann 1945 and Kendall for the test.
public struct TheilSenTrend: ForecastModel {
    /// The line over the half-years after the first figure, with the interval of its slope.
    public let line: TheilSenFit
    /// The test for a rising or falling trend of any shape, exact for up to ten figures.
    public let kendall: KendallTest
    private let span: Double

    /// The line through some figures; nil for fewer than two.
    public init?(_ history: FigureHistory) {
        guard let line = TheilSenFit(x: history.places, y: history.modelled),
            let kendall = KendallTest(history.modelled)
        else { return nil }
        self.line = line
        self.kendall = kendall
        span = Double(history.span)
    }

    /// `theilSen`.
    public var method: ForecastMethod { .theilSen }

    /// The line's value so many half-years after the latest figure.
    public func value(after halfYears: Int) -> Double {
        line.value(at: span + Double(halfYears))
    }

    /// Always unknown.
    public func error(after halfYears: Int) -> ErrorDistribution { .unknown }
}
