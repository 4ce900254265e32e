import BarometerIndicators

/// How far first figures were from later ones of the same periods, and whether the difference leans to one side.
///
/// Earlier and later are figures of the same periods at two fixed ages, such as first printed and a year after.
/// Source: R. McKenzie and M. Gamba, OECD (2007); tests as in rjd3revisions of JDemetra+.
public struct RevisionStatistics: Sendable {
    /// A test statistic by Student's t.
    public struct Test: Sendable, Hashable {
        /// The estimate over its standard error.
        public let t: Double
        /// The two-sided p value.
        public let p: Double
    }

    /// The line that gives later figures from earlier ones; drift 0 and slope 1 where revisions are pure chance.
    public struct SlopeAndDrift: Sendable, Hashable {
        /// The later figure where the earlier one is 0.
        public let drift: Double
        /// The change of the later figure a unit of the earlier one.
        public let slope: Double
        /// The test of no drift; nil where the line fits exactly.
        public let driftTest: Test?
        /// The test of a slope of 1; nil where the line fits exactly.
        public let slopeTest: Test?
    }

    /// The number of periods.
    public let count: Int
    /// Later minus earlier, in the order given.
    public let revisions: [Double]
    /// The mean revision: the bias of first figures.
    public let mean: Double
    /// The mean size of a revision, without its sign.
    public let meanAbsolute: Double
    /// The root of the mean squared revision.
    public let rootMeanSquare: Double
    /// The share of periods in which the earlier and the later figure have the same sign.
    ///
    /// It tells most of figures that are changes, for then it is how often the first word was the right one.
    public let sameSignShare: Double
    /// The test of no bias; nil for one period, and where all revisions are equal.
    public let biasTest: Test?
    /// The correlation of each revision with that of the period before; nil where all are equal.
    public let autocorrelation: Double?
    /// Theil's U1: 0 where nothing was revised, 1 at worst; nil where all figures are 0.
    public let theilU1: Double?
    /// Theil's U2: below 1 where first figures are better than repeating the later figure of the period before.
    ///
    /// nil where that repetition is perfect, a later figure of 0 would be divided by, or there are fewer than two periods.
    public let theilU2: Double?
    /// Later figures as a line of earlier ones; nil for fewer than three periods, or equal earlier figures.
    public let slopeAndDrift: SlopeAndDrift?

    /// The statistics of figures of the same periods at two ages, in the order of time; nil for no period.
    public init?(earlier: [Double], later: [Double]) {
        precondition(earlier.count == later.count, "every earlier figure has a later one")
        guard !earlier.isEmpty else { return nil }
        let n = Double(earlier.count)
        let revisions = zip(later, earlier).map { $0 - $1 }
        count = earlier.count
        self.revisions = revisions
        let mean = revisions.reduce(0, +) / n
        self.mean = mean
        meanAbsolute = revisions.reduce(0) { $0 + $1.magnitude } / n
        rootMeanSquare = (revisions.reduce(0) { $0 + $1 * $1 } / n).squareRoot()
        let same = zip(earlier, later).count { RevisionStatistics.sign($0) == RevisionStatistics.sign($1) }
        sameSignShare = Double(same) / n

        let noise = 8 * Double.ulpOfOne * later.reduce(0) { max($0, $1.magnitude) }
        let squares = revisions.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let varies = count > 1 && squares > n * noise * noise
        let products = zip(revisions.dropFirst(), revisions).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
        autocorrelation = varies ? products / squares : nil
        biasTest = varies ? Test(mean / (squares / (n - 1) / n).squareRoot(), degreesOfFreedom: n - 1) : nil
        theilU1 = RevisionStatistics.theilU1(earlier, later)
        theilU2 = RevisionStatistics.theilU2(earlier, later)
        slopeAndDrift = LineFit(x: earlier, y: later).flatMap(SlopeAndDrift.init)
    }

    /// The test of no bias that allows for the autocorrelation; nil for fewer than 12 periods, where it means nothing.
    public var adjustedBiasTest: Test? {
        count >= RevisionStatistics.fewestForAdjustment ? unsuppressedAdjustedBiasTest : nil
    }

    /// The same for any number of periods; few of them make it look far more certain than it is.
    package var unsuppressedAdjustedBiasTest: Test? {
        guard let biasTest, let autocorrelation else { return nil }
        let factor = (1 + autocorrelation) / (1 - autocorrelation)
        guard factor > 0 else { return nil }
        return Test(biasTest.t / factor.squareRoot(), degreesOfFreedom: Double(count - 1))
    }

    /// The size that a share of the revisions stays below; 0.9 gives the part of a noise floor.
    public func absolutePercentile(_ share: Double) -> Double {
        OrderStatistics.percentile(revisions.map(\.magnitude), share) ?? 0
    }

    /// The fewest periods that the autocorrelation is allowed for.
    public static let fewestForAdjustment = 12

    private static func sign(_ value: Double) -> Int {
        value > Target.tolerance ? 1 : value < -Target.tolerance ? -1 : 0
    }

    private static func theilU1(_ earlier: [Double], _ later: [Double]) -> Double? {
        func root(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let size = root(later) + root(earlier)
        return size > 0 ? root(zip(later, earlier).map { $0 - $1 }) / size : nil
    }

    private static func theilU2(_ earlier: [Double], _ later: [Double]) -> Double? {
        guard later.count > 1, later.dropLast().allSatisfy({ $0 != 0 }) else { return nil }
        var (missed, moved) = (0.0, 0.0)
        for place in later.indices.dropFirst() {
            let miss = (earlier[place] - later[place]) / later[place - 1]
            let move = (later[place] - later[place - 1]) / later[place - 1]
            missed += miss * miss
            moved += move * move
        }
        return moved > 0 ? (missed / moved).squareRoot() : nil
    }
}

extension RevisionStatistics.Test {
    fileprivate init(_ t: Double, degreesOfFreedom: Double) {
        self.init(t: t, p: StudentDistribution(degreesOfFreedom: degreesOfFreedom).twoSided(t))
    }
}

extension RevisionStatistics.SlopeAndDrift {
    fileprivate init?(_ line: LineFit) {
        guard line.degreesOfFreedom > 0, let slopeError = line.slopeError, let driftError = line.interceptError
        else { return nil }
        func test(_ excess: Double, _ error: Double) -> RevisionStatistics.Test? {
            let freedom = Double(line.degreesOfFreedom)
            return error > 0 ? RevisionStatistics.Test(excess / error, degreesOfFreedom: freedom) : nil
        }
        self.init(
            drift: line.intercept,
            slope: line.slope,
            driftTest: test(line.intercept, driftError),
            slopeTest: test(line.slope - 1, slopeError)
        )
    }
}
