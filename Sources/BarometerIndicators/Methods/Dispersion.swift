/// How far several groups or places are from each other at one time, for sigma and delta convergence.
///
/// Sigma convergence is a standard deviation, or a coefficient of variation, that falls; delta convergence a sum of the
/// distances to the best that falls. The standard deviation is that of all groups and no estimate from a sample, so it
/// divides by their number.
///
/// Source: Eurofound (2018), Upward convergence in the EU.
public struct Dispersion: Sendable, Hashable {
    /// The standard deviation, in the unit of the values.
    public let standardDeviation: Double
    /// The standard deviation over the mean; nil where the mean is not above zero.
    public let coefficientOfVariation: Double?
    /// The sum of all distances to the best value.
    public let distanceToBest: Double

    /// The dispersion of values at one time; nil with fewer than two.
    public init?(of values: [Double], direction: Indicator.Direction) {
        guard values.count > 1, let best = direction == .increase ? values.max() : values.min() else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = (squares / Double(values.count)).squareRoot()
        coefficientOfVariation = mean > 0 ? standardDeviation / mean : nil
        distanceToBest = values.reduce(0) { $0 + (best - $1).magnitude }
    }

    /// Whether the standard deviation falls from this time to a later one.
    public func convergesInSigma(to later: Dispersion) -> Bool {
        later.standardDeviation < standardDeviation - 1e-9
    }

    /// Whether the sum of the distances to the best falls from this time to a later one.
    public func convergesInDelta(to later: Dispersion) -> Bool {
        later.distanceToBest < distanceToBest - 1e-9
    }
}
