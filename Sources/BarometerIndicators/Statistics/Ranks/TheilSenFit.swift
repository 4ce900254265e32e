/// The median of the slopes through all pairs of points: a trend that single outlying figures cannot bend.
///
/// Source: H. Theil (1950), P. K. Sen, Journal of the American Statistical Association 63 (1968).
public struct TheilSenFit: Sendable, Hashable {
    /// The number of points.
    public let count: Int
    /// The median slope: the change of y a unit of x.
    public let slope: Double
    /// The value at x = 0 of the line through the median of x and the median of y.
    public let intercept: Double
    /// The value at x = 0 of the line that as many points lie above as below.
    ///
    /// It is the median of what y has beyond slope times x; the two intercepts agree for points on a line and may
    /// differ by a good part of a step for few points.
    public let residualIntercept: Double
    /// Where the slope lies by Sen's interval with the confidence given.
    ///
    /// nil where so few points cannot give it: at 95 % fewer than five.
    public let slopeInterval: Interval?
    /// The confidence that the interval was asked for with.
    public let confidence: Double

    /// The line of values at times 0, 1, 2 and on; nil for fewer than two.
    public init?(_ values: [Double], confidence: Double = 0.95) {
        self.init(x: values.indices.map(Double.init), y: values, confidence: confidence)
    }

    /// The line of points; nil for fewer than two different x.
    ///
    /// Pairs of the same x have no slope and are left out.
    ///
    /// One buffer holds all slopes, n (n − 1) / 2 of them, and their middle and ends are selected, not sorted.
    public init?(x: [Double], y: [Double], confidence: Double = 0.95) {
        precondition(x.count == y.count, "a point has an x and a y")
        precondition(0 < confidence && confidence < 1, "a confidence lies between 0 and 1")
        let n = x.count
        guard n >= 2 else { return nil }
        var buffer: [Double] = []
        buffer.reserveCapacity(n * (n - 1) / 2)
        for later in 1..<n {
            for earlier in 0..<later where x[later] != x[earlier] {
                buffer.append((y[later] - y[earlier]) / (x[later] - x[earlier]))
            }
        }
        guard let slope = OrderStatistics.median(reordering: &buffer) else { return nil }
        count = n
        self.slope = slope
        self.confidence = confidence
        slopeInterval = TheilSenFit.interval(&buffer, x: x, y: y, confidence: confidence)
        let middle = { (values: [Double]) in OrderStatistics.median(values) ?? 0 }
        intercept = middle(y) - slope * middle(x)
        residualIntercept = middle((0..<n).map { y[$0] - slope * x[$0] })
    }

    /// The value at an x of the line through the medians.
    public func value(at x: Double) -> Double { intercept + slope * x }

    /// The slopes between which so many lie as the variance of Kendall's score says, ties in either quantity left out.
    private static func interval(
        _ slopes: inout [Double],
        x: [Double],
        y: [Double],
        confidence: Double
    ) -> Interval? {
        func cubes(_ t: Int) -> Int { t * (t - 1) * (2 * t + 5) }
        let ties = OrderStatistics.ties(x) + OrderStatistics.ties(y)
        let variance = Double(cubes(x.count) - ties.reduce(0) { $0 + cubes($1) }) / 18
        let reach = NormalDistribution.criticalValue(confidence: confidence) * max(0, variance).squareRoot()
        let total = Double(slopes.count)
        // Halves go to the even number, as in the published implementation.
        let lower = Int(((total - reach) / 2).rounded(.toNearestOrEven)) - 1
        let upper = min(Int(((total + reach) / 2).rounded(.toNearestOrEven)), slopes.count - 1)
        guard lower >= 0, lower <= upper else { return nil }
        let least = OrderStatistics.select(lower, in: &slopes)
        return Interval(lower: least, upper: OrderStatistics.select(upper, in: &slopes))
    }
}
