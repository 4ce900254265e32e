extension LineFit {
    /// The value of the line at an x, inside or outside the points.
    package func value(at x: Double) -> Double { meanY + slope * (x - meanX) }

    /// The standard error of a new point of weight 1 at an x: of the line and of the point around it.
    ///
    /// nil for two points, which leave nothing to tell the error from.
    package func predictionError(at x: Double) -> Double? {
        residualStandardDeviation.map { $0 * (1 + spreadAt(x)).squareRoot() }
    }

    /// Where a new point at an x will lie with the confidence given; nil for fewer than four points.
    package func predictionInterval(at x: Double, confidence: Double) -> Interval? {
        guard count >= LineFit.fewestForInterval else { return nil }
        return predictionError(at: x).map {
            let (middle, reach) = (value(at: x), student.criticalValue(confidence: confidence) * $0)
            return Interval(lower: middle - reach, upper: middle + reach)
        }
    }

    /// The range of x where the prediction interval contains a value: when a target may be reached.
    ///
    /// It is bounded only where the slope is significant at the same confidence. nil for fewer than four points.
    /// Source: inverse prediction by E. C. Fieller's argument (1954), with the variance of a new point.
    package func covering(_ value: Double, confidence: Double) -> CoveringRange? {
        guard count >= LineFit.fewestForInterval, let deviation = residualStandardDeviation else { return nil }
        let reach = student.criticalValue(confidence: confidence) * deviation
        // (miss + slope * d)² <= reach² * (constant + d² / spreadX), where d is the distance from the mean of x.
        let miss = meanY - value
        let constant = 1 + 1 / totalWeight
        return CoveringRange(
            square: slope * slope - reach * reach / spreadX,
            half: slope * miss,
            constant: miss * miss - reach * reach * constant,
            origin: meanX
        )
    }

    private func spreadAt(_ x: Double) -> Double {
        1 / totalWeight + (x - meanX) * (x - meanX) / spreadX
    }
}

/// The values of x at which an interval that widens on both sides contains a value.
package enum CoveringRange: Sendable, Hashable {
    /// Nowhere: the line is level, without error, and not at the value.
    case nowhere
    /// Between two ends: the usual answer where the slope is clear.
    case between(Interval)
    /// Up to the lower end and again from the upper end on; only between them is the value excluded.
    case outside(Interval)
    /// Up to an end, and from there on no more.
    case upTo(Double)
    /// From an end on, and not before.
    case from(Double)
    /// At every x: the points exclude the value nowhere.
    case everywhere

    /// The first and the last x at or after a start at which the value is contained.
    ///
    /// The last is nil where there is none, which is to be said as "no end can be given". nil where the value is not
    /// contained at all from the start on; of two parts the range reaches from the first to the end of the second.
    package func onwards(from start: Double) -> (first: Double, last: Double?)? {
        switch self {
        case .nowhere: nil
        case .everywhere: (start, nil)
        case .from(let end): (max(start, end), nil)
        case .upTo(let end): start <= end ? (start, end) : nil
        case .between(let range): start <= range.upper ? (max(start, range.lower), range.upper) : nil
        case .outside(let gap): (start <= gap.lower ? start : max(start, gap.upper), nil)
        }
    }

    /// Where `square * d² + 2 * half * d + constant` is at most 0, for x = origin + d.
    fileprivate init(square: Double, half: Double, constant: Double, origin: Double) {
        if square == 0 {
            if half == 0 {
                self = constant <= 0 ? .everywhere : .nowhere
            } else {
                let end = origin - constant / (2 * half)
                self = half > 0 ? .upTo(end) : .from(end)
            }
            return
        }
        let discriminant = half * half - square * constant
        guard discriminant >= 0 else { self = square < 0 ? .everywhere : .nowhere; return }
        // The larger root in magnitude first, so that nothing cancels.
        let larger = -half - (half < 0 ? -1 : 1) * discriminant.squareRoot()
        let roots = larger == 0 ? (0, 0) : (larger / square, constant / larger)
        let ends = Interval(lower: origin + min(roots.0, roots.1), upper: origin + max(roots.0, roots.1))
        self = square > 0 ? .between(ends) : .outside(ends)
    }
}
