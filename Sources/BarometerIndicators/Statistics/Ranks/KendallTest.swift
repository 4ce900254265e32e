/// Kendall's test of whether two quantities rise together; with time as the first, the Mann-Kendall test of a trend.
///
/// All pairs are counted in whole numbers. Source: M. G. Kendall, Rank Correlation Methods; H. B. Mann,
/// Econometrica 13 (1945).
public struct KendallTest: Sendable, Hashable {
    /// How a p value was computed.
    public enum Method: String, Sendable {
        /// By counting all orders of the values.
        case exact
        /// By the normal approximation, corrected for ties and for continuity.
        case normal
    }

    /// The number of points.
    public let count: Int
    /// S: pairs that rise together less pairs that go opposite ways; pairs with a tie count as 0.
    public let score: Int
    /// The variance of the score where there is no trend, less what ties take away; 0 where all values are equal.
    public let variance: Double
    /// The score, one nearer to 0, over its standard deviation; nil where the variance is 0.
    public let z: Double?
    /// The two-sided p value by the normal approximation; nil where there is no z.
    public let normalP: Double?
    /// The two-sided p value by counting, for up to 10 points and ties in one of the two quantities at most.
    ///
    /// Tied values are counted with all arrangements of the values as they are, ties among them. nil for more points,
    /// for ties in both, and where all values are equal.
    public let exactP: Double?

    /// The p value to use: the exact one where there is one; nil where all values are equal.
    public var p: Double? { exactP ?? normalP }
    /// How the p value to use was computed.
    public var method: Method { exactP == nil ? .normal : .exact }

    /// The largest number of points whose orders are counted.
    public static let exactLimit = 10

    /// The trend of values in the order of time, at times that all differ; nil for fewer than two.
    public init?(_ values: [Double]) {
        self.init(values.indices.map(Double.init), values, tiesInFirst: [])
    }

    /// The association of two quantities of the same points, in any order; nil for fewer than two points.
    public init?(_ first: [Double], _ second: [Double]) {
        precondition(first.count == second.count, "a point has two values")
        self.init(first, second, tiesInFirst: OrderStatistics.ties(first))
    }

    private init?(_ first: [Double], _ second: [Double], tiesInFirst: [Int]) {
        guard first.count >= 2 else { return nil }
        let n = first.count
        var score = 0
        for later in 1..<n {
            for earlier in 0..<later {
                score +=
                    KendallTest.sign(first[later], first[earlier]) * KendallTest.sign(second[later], second[earlier])
            }
        }
        let tiesInSecond = OrderStatistics.ties(second)
        count = n
        self.score = score
        variance = KendallTest.variance(n, tiesInFirst, tiesInSecond)
        guard variance > 0 else {
            (z, normalP, exactP) = (nil, nil, nil)
            return
        }
        let z = Double(score - score.signum()) / variance.squareRoot()
        self.z = z
        normalP = NormalDistribution.twoSided(z)
        exactP =
            n <= KendallTest.exactLimit && (tiesInFirst.isEmpty || tiesInSecond.isEmpty)
            ? KendallTest.exactP(n, ties: tiesInFirst + tiesInSecond, score: score) : nil
    }

    private static func sign(_ later: Double, _ earlier: Double) -> Int {
        later > earlier ? 1 : later < earlier ? -1 : 0
    }

    /// The variance with ties in either quantity, from whole numbers.
    private static func variance(_ n: Int, _ first: [Int], _ second: [Int]) -> Double {
        func sum(_ ties: [Int], _ term: (Int) -> Int) -> Double { Double(ties.reduce(0) { $0 + term($1) }) }
        let cubes = { (t: Int) in t * (t - 1) * (2 * t + 5) }
        let main = (Double(cubes(n)) - sum(first, cubes) - sum(second, cubes)) / 18
        guard !first.isEmpty, !second.isEmpty else { return main }
        let pairs = { (t: Int) in t * (t - 1) }
        let triples = { (t: Int) in t * (t - 1) * (t - 2) }
        let triple = n > 2 ? sum(first, triples) * sum(second, triples) / Double(9 * triples(n)) : 0
        return main + triple + sum(first, pairs) * sum(second, pairs) / Double(2 * pairs(n))
    }

    /// The share of all arrangements whose score is at least as far from 0.
    ///
    /// The numbers of arrangements by inversions are the coefficients of the q-multinomial: the product of 1 - q^i for
    /// i to n, divided by the same products of every group of ties.
    private static func exactP(_ n: Int, ties: [Int], score: Int) -> Double {
        let pairs = n * (n - 1) / 2
        var ways = [Int](repeating: 0, count: pairs + 1)
        ways[0] = 1
        let groups = ties + Array(repeating: 1, count: n - ties.reduce(0, +))
        let divisors = groups.flatMap { 1...$0 }
        for (factor, divisor) in zip(1...n, divisors) {
            for place in stride(from: pairs, through: factor, by: -1) { ways[place] -= ways[place - factor] }
            for place in stride(from: divisor, through: pairs, by: 1) { ways[place] += ways[place - divisor] }
        }
        // An arrangement with k inversions of the comparable pairs has the score: pairs - 2 k.
        let comparable = pairs - ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        var (extreme, all) = (0, 0)
        for inversions in 0...comparable {
            all += ways[inversions]
            if (comparable - 2 * inversions).magnitude >= score.magnitude { extreme += ways[inversions] }
        }
        return Double(extreme) / Double(all)
    }
}
