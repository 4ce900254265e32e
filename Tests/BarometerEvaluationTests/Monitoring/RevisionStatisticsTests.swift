import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 8.2: revision statistics")
struct RevisionStatisticsTests {
    private static let earlier = [2.1, -0.4, 1.3, 0.8, -1.1, 0.2, 1.9, -0.6, 0.9, 1.2, 0.3, -0.8, 1.5]
    private static let later = [2.4, -0.2, 1.1, 1.2, -1.0, -0.1, 2.2, -0.5, 0.7, 1.6, 0.2, -0.6, 1.8]

    @Test("revisions .2 −.1 .3 .1 .2 −.05: MR 0.108, MAR 0.158, RMSR 0.179, t 1.70 (p 0.15), adjusted t 3.52 hidden")
    func printed() throws {
        let zeros = Array(repeating: 0.0, count: 6)
        let statistics = try #require(RevisionStatistics(earlier: zeros, later: [0.2, -0.1, 0.3, 0.1, 0.2, -0.05]))
        #expect(
            isPrinted(statistics.mean, 0.108, decimals: 3) && isPrinted(statistics.meanAbsolute, 0.158, decimals: 3)
        )
        #expect(isPrinted(statistics.rootMeanSquare, 0.179, decimals: 3))
        #expect(
            isPrinted(statistics.biasTest?.t, 1.70, decimals: 2) && isPrinted(statistics.biasTest?.p, 0.15, decimals: 2)
        )
        #expect(isPrinted(statistics.autocorrelation, -0.62, decimals: 2))
        #expect(statistics.adjustedBiasTest == nil)
        #expect(isPrinted(statistics.unsuppressedAdjustedBiasTest?.t, 3.52, decimals: 2))
    }

    @Test("thirteen periods, against an independent calculation")
    func thirteen() throws {
        let statistics = try #require(
            RevisionStatistics(earlier: RevisionStatisticsTests.earlier, later: RevisionStatisticsTests.later)
        )
        #expect(isPrinted(statistics.mean, 0.115384615, decimals: 9))
        #expect(isPrinted(statistics.biasTest?.t, 1.726306013, decimals: 9))
        #expect(isPrinted(statistics.biasTest?.p, 0.109921447, decimals: 9))
        #expect(isPrinted(statistics.adjustedBiasTest?.t, 2.87291924, decimals: 9))
        #expect(isPrinted(statistics.adjustedBiasTest?.p, 0.014013641, decimals: 9))
        #expect(isPrinted(statistics.theilU1, 0.106306784, decimals: 9))
        #expect(isPrinted(statistics.theilU2, 0.139190018, decimals: 9))
        #expect(isPrinted(statistics.sameSignShare, 0.923076923, decimals: 9))
        #expect(isPrinted(statistics.absolutePercentile(0.9), 0.38, decimals: 9))
        let line = try #require(statistics.slopeAndDrift)
        #expect(
            isPrinted(line.drift, 0.087089284, decimals: 9) && isPrinted(line.slope, 1.050388947, decimals: 9)
        )
        #expect(isPrinted(line.driftTest?.t, 1.117520493, decimals: 9))
        #expect(isPrinted(line.driftTest?.p, 0.28758528, decimals: 9))
        #expect(isPrinted(line.slopeTest?.t, 0.746971657, decimals: 9))
        #expect(isPrinted(line.slopeTest?.p, 0.470746009, decimals: 9))
    }

    @Test("nothing revised, one period, no period, equal revisions, a zero to divide by")
    func edges() throws {
        #expect(RevisionStatistics(earlier: [], later: []) == nil)
        let one = try #require(RevisionStatistics(earlier: [9.7], later: [9.9]))
        #expect(one.count == 1 && one.biasTest == nil && one.theilU2 == nil && one.slopeAndDrift == nil)
        let same = try #require(RevisionStatistics(earlier: [9.7, 9.5, 9.1], later: [9.7, 9.5, 9.1]))
        #expect(same.mean == 0 && same.biasTest == nil && same.theilU1 == 0 && same.theilU2 == 0)
        #expect(same.slopeAndDrift?.slope == 1 && same.slopeAndDrift?.slopeTest == nil)
        let shifted = try #require(RevisionStatistics(earlier: [9.7, 9.5, 9.1, 8.4], later: [9.8, 9.6, 9.2, 8.5]))
        #expect(shifted.biasTest == nil && shifted.autocorrelation == nil)
        let zero = try #require(RevisionStatistics(earlier: [1, 2], later: [0, 3]))
        #expect(zero.theilU2 == nil && RevisionStatistics(earlier: [0, 0], later: [0, 0])?.theilU1 == nil)
    }

    @Test("the adjusted test appears with the twelfth period")
    func twelfth() throws {
        func statistics(_ count: Int) -> RevisionStatistics? {
            RevisionStatistics(
                earlier: Array(RevisionStatisticsTests.earlier.prefix(count)),
                later: Array(RevisionStatisticsTests.later.prefix(count))
            )
        }
        #expect(statistics(11)?.adjustedBiasTest == nil && statistics(12)?.adjustedBiasTest != nil)
    }

    @Test("turning every figure round turns the bias and leaves the sizes, 1,000 cases")
    func properties() throws {
        var generator = SeededGenerator(seed: 91)
        for _ in 0..<1000 {
            let n = Int.random(in: 2...30, using: &generator)
            let earlier = (0..<n).map { _ in Double.random(in: -5...5, using: &generator) }
            let later = earlier.map { $0 + Double.random(in: -1...1, using: &generator) }
            let plain = try #require(RevisionStatistics(earlier: earlier, later: later))
            let turned = try #require(RevisionStatistics(earlier: earlier.map { -$0 }, later: later.map { -$0 }))
            #expect(turned.mean == -plain.mean && turned.biasTest?.p == plain.biasTest?.p)
            #expect(turned.rootMeanSquare == plain.rootMeanSquare && turned.theilU1 == plain.theilU1)
            #expect(plain.mean.magnitude <= plain.meanAbsolute + 1e-15)
            #expect(plain.meanAbsolute <= plain.rootMeanSquare + 1e-15)
            #expect(plain.absolutePercentile(0.5) <= plain.absolutePercentile(0.9))
            #expect((0...1).contains(plain.theilU1 ?? 0))
        }
    }
}

@Suite("methods 4.7: noise floor")
struct NoiseFloorTests {
    private let revisions = RevisionStatistics(earlier: [9.7, 9.5, 9.1], later: [9.9, 9.5, 9.0])

    @Test("rounding of two one-decimal figures is up to 0.1, its standard deviation 0.041")
    func rounding() {
        let floor = NoiseFloor(processInterval: nil, revisions: nil, decimals: 1)
        #expect(floor.value == 0.1 && floor.setBy == .rounding)
        #expect(isPrinted(NoiseFloor.roundingDeviation(decimals: 1), 0.041, decimals: 3))
        #expect(floor.covers(-0.05) && !floor.covers(0.1) && !floor.covers(10.6 - 10.5))
        #expect(NoiseFloor(processInterval: nil, revisions: nil, decimals: 0).value == 1)
    }

    @Test("the largest of the three sets it and is named")
    func largest() throws {
        // The sizes 0.2, 0 and 0.1 of the revisions have the 90th percentile 0.18.
        let byRevisions = NoiseFloor(
            processInterval: Interval(lower: -0.1, upper: 0.2),
            revisions: revisions,
            decimals: 1
        )
        #expect(isPrinted(byRevisions.value, 0.18, decimals: 10) && byRevisions.setBy == .revisions)
        let byProcess = NoiseFloor(
            processInterval: Interval(lower: -1.382, upper: -0.208),
            revisions: revisions,
            decimals: 1
        )
        #expect(isPrinted(byProcess.value, 0.587, decimals: 10) && byProcess.setBy == .process)
        let equal = NoiseFloor(processInterval: Interval(lower: 0, upper: 2), revisions: nil, decimals: 0)
        #expect(equal.setBy == .process)
    }
}
