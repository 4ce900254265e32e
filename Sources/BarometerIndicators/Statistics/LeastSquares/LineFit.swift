/// A straight line through points by ordinary or weighted least squares, with what its errors are computed from.
///
/// The errors take the points as independent with one variance (over the weight, where there are weights); look at
/// ``residualAutocorrelation`` before trusting them for a series in time.
package struct LineFit: Sendable {
    /// The number of points.
    package let count: Int
    /// The value of the line at x = 0.
    package let intercept: Double
    /// The change of the line a unit of x.
    package let slope: Double
    /// The mean of x, by weight.
    package let meanX: Double
    /// The mean of y, by weight: the value of the line at the mean of x.
    package let meanY: Double
    /// The sum of the weights; the number of points where there are none.
    package let totalWeight: Double
    /// The sum of squared differences of x from its mean, by weight; above 0.
    package let spreadX: Double
    /// The sum of squared differences of y from its mean, by weight.
    package let spreadY: Double
    /// The sum of squared residuals, by weight; exactly 0 where they are no more than the rounding of the sums.
    package let residualSquares: Double
    /// The correlation of each residual with the one before, in the order given; nil where there are no residuals.
    package let residualAutocorrelation: Double?

    /// The line through points; nil for fewer than two, or where all have the same x.
    ///
    /// Points are x and y in arrays of one length, in the order of time. Weights, all above 0, count a point as that
    /// many points of weight 1 would in the sums, while the degrees of freedom stay those of the number of points.
    package init?(x: [Double], y: [Double], weights: [Double]? = nil) {
        self.init(x: x[...], y: y[...], weights: weights?[...])
    }

    /// The line through points that are a part of longer arrays, as a backtest runs through them.
    package init?(x: ArraySlice<Double>, y: ArraySlice<Double>, weights: ArraySlice<Double>? = nil) {
        precondition(x.count == y.count && weights?.count ?? x.count == x.count, "a point has an x, a y and a weight")
        precondition(weights?.allSatisfy { $0 > 0 } ?? true, "weights are above 0")
        guard x.count >= 2 else { return nil }
        let (firstX, firstY, firstWeight) = (x.startIndex, y.startIndex, weights?.startIndex ?? 0)
        func weight(_ place: Int) -> Double { weights.map { $0[firstWeight + place] } ?? 1 }

        var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
        for place in 0..<x.count {
            let w = weight(place)
            sum += w
            sumX += w * (x[firstX + place] - x[firstX])
            sumY += w * (y[firstY + place] - y[firstY])
        }
        let (meanX, meanY) = (x[firstX] + sumX / sum, y[firstY] + sumY / sum)
        var (spreadX, spreadY, product, largest) = (0.0, 0.0, 0.0, 0.0)
        for place in 0..<x.count {
            let w = weight(place)
            let (dx, dy) = (x[firstX + place] - meanX, y[firstY + place] - meanY)
            spreadX += w * dx * dx
            spreadY += w * dy * dy
            product += w * dx * dy
            largest = max(largest, y[firstY + place].magnitude)
        }
        guard spreadX > 0 else { return nil }
        let slope = product / spreadX
        var (squares, plainSquares, products, previous) = (0.0, 0.0, 0.0, 0.0)
        for place in 0..<x.count {
            let residual = y[firstY + place] - meanY - slope * (x[firstX + place] - meanX)
            squares += weight(place) * residual * residual
            plainSquares += residual * residual
            products += residual * previous
            previous = residual
        }
        let noise = 8 * Double.ulpOfOne * largest
        let isExact = x.count == 2 || squares <= sum * noise * noise

        count = x.count
        (self.meanX, self.meanY, self.slope) = (meanX, meanY, slope)
        intercept = meanY - slope * meanX
        totalWeight = sum
        (self.spreadX, self.spreadY) = (spreadX, spreadY)
        residualSquares = isExact ? 0 : squares
        residualAutocorrelation = isExact ? nil : products / plainSquares
    }

    /// The number of points less the two that the line itself takes; 0 for two points.
    package var degreesOfFreedom: Int { count - 2 }

    /// The standard deviation of a point of weight 1 around the line; nil for two points.
    package var residualStandardDeviation: Double? {
        degreesOfFreedom > 0 ? (residualSquares / Double(degreesOfFreedom)).squareRoot() : nil
    }

    /// The share of the variation of y that the line explains; nil where y does not vary.
    package var determination: Double? { spreadY > 0 ? 1 - residualSquares / spreadY : nil }

    /// The standard error of the slope; nil for two points.
    package var slopeError: Double? { residualStandardDeviation.map { $0 / spreadX.squareRoot() } }

    /// The standard error of the intercept; nil for two points.
    package var interceptError: Double? {
        residualStandardDeviation.map { $0 * (1 / totalWeight + meanX * meanX / spreadX).squareRoot() }
    }

    /// The slope over its standard error; nil for two points, and where there is no error to divide by.
    package var slopeT: Double? { slopeError.flatMap { $0 > 0 ? slope / $0 : nil } }

    /// The two-sided p value of the slope against none, by Student's t; nil where there is no t.
    package var slopeP: Double? { slopeT.map { student.twoSided($0) } }

    /// The fewest points that an interval is given for; three leave one degree of freedom, with which it is boundless.
    package static let fewestForInterval = 4

    /// Where the true slope lies with the confidence given, such as 0.95; nil for fewer than four points.
    package func slopeInterval(confidence: Double) -> Interval? {
        guard count >= LineFit.fewestForInterval else { return nil }
        return slopeError.map {
            let reach = student.criticalValue(confidence: confidence) * $0
            return Interval(lower: slope - reach, upper: slope + reach)
        }
    }

    var student: StudentDistribution { StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)) }
}
