import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 9.2: medians, percentiles and ranks")
struct OrderStatisticsTests {
    @Test("medians of odd and even counts")
    func medians() {
        #expect(OrderStatistics.median([3, 1, 2]) == 2 && OrderStatistics.median([4, 1, 3, 2]) == 2.5)
        #expect(OrderStatistics.median([7]) == 7 && OrderStatistics.median([]) == nil)
        #expect(OrderStatistics.median([1, 1, 5, 5]) == 3)
    }

    @Test("percentiles between neighbours")
    func percentiles() {
        let values = [15.0, 20, 35, 40, 50]
        #expect(OrderStatistics.percentile(values, 0.4) == 29 && OrderStatistics.percentile(values, 0.25) == 20)
        #expect(OrderStatistics.percentile(values, 0) == 15 && OrderStatistics.percentile(values, 1) == 50)
        #expect(agrees(OrderStatistics.percentile(values, 0.9), 46) && OrderStatistics.percentile([], 0.5) == nil)
        #expect(OrderStatistics.percentile((1...11).map(Double.init), 0.9) == 10)
    }

    @Test("selection gives what sorting gives, ties among it, 2,000 cases")
    func selection() {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<2000 {
            let n = Int.random(in: 1...60, using: &generator)
            let values = (0..<n).map { _ in Double(Int.random(in: 0...25, using: &generator)) }
            let sorted = values.sorted()
            let middle = n.isMultiple(of: 2) ? (sorted[n / 2 - 1] + sorted[n / 2]) / 2 : sorted[n / 2]
            #expect(OrderStatistics.median(values) == middle)
            let place = Int.random(in: 0..<n, using: &generator)
            let share = n > 1 ? Double(place) / Double(n - 1) : 0
            #expect(OrderStatistics.percentile(values, share) == sorted[place])
        }
    }

    @Test("equal values share the mean of their ranks")
    func ranks() {
        #expect(OrderStatistics.ranks([3, 1, 3, 2, 3]) == [4, 1, 4, 2, 4] && OrderStatistics.ranks([]) == [])
    }
}

@Suite("methods 3.4: Mann-Kendall")
struct KendallTestTests {
    @Test("case K: S -15, variance 44.333, Z -2.1026, p 0.0355, exact p 0.0302")
    func caseKTest() throws {
        let test = try #require(KendallTest(caseK))
        #expect(test.score == -15 && isPrinted(test.variance, 44.333, decimals: 3))
        #expect(isPrinted(test.z, -2.1026, decimals: 4) && isPrinted(test.normalP, 0.0355, decimals: 4))
        #expect(isPrinted(test.exactP, 0.0302, decimals: 4) && test.p == test.exactP && test.method == .exact)
    }

    @Test("four points cannot reach 5 %: the smallest exact p is 0.083")
    func fourPoints() {
        #expect(isPrinted(KendallTest([1, 2, 3, 4])?.exactP, 0.083, decimals: 3))
        #expect(agrees(KendallTest([1, 2, 3, 4, 5])?.exactP, 2.0 / 120))
    }

    @Test("ties: the variance shrinks, and the exact p counts the arrangements of the tied values")
    func ties() throws {
        // 1 1 2 3: of 12 arrangements only this one and its mirror have |S| = 5.
        let test = try #require(KendallTest([1, 1, 2, 3]))
        #expect(test.score == 5 && agrees(test.variance, (4.0 * 3 * 13 - 2 * 1 * 9) / 18))
        #expect(agrees(test.exactP, 2.0 / 12))
        let both = try #require(KendallTest([1, 1, 2, 3, 4], [5, 6, 6, 7, 8]))
        #expect(both.score == 8 && both.exactP == nil && both.method == .normal)
        // (300 - 18 - 18)/18 + 0 + 2*2/(2*5*4)
        #expect(agrees(both.variance, 264.0 / 18 + 0.1))
    }

    @Test("nothing to tell: no pair, or all values equal")
    func edges() throws {
        #expect(KendallTest([]) == nil && KendallTest([5]) == nil)
        let level = try #require(KendallTest([5, 5, 5, 5]))
        #expect(level.score == 0 && level.z == nil && level.p == nil && level.variance == 0)
        let two = try #require(KendallTest([5, 4]))
        #expect(two.score == -1 && two.exactP == 1 && two.z == 0)
        let eleven = try #require(KendallTest((0..<11).map(Double.init)))
        #expect(eleven.exactP == nil && eleven.method == .normal && eleven.score == 55)
    }

    @Test("the exact p is that of all orders written out")
    func writtenOut() throws {
        for values in [
            [1.0, 2, 3, 4, 5, 6], [1, 1, 2, 3, 4, 5], [1, 1, 1, 2, 2, 3], [1, 2, 2, 2, 2, 3], [4, 4, 4, 1, 1, 1],
        ] {
            var scores: [Int] = []
            var order = values
            permute(&order, from: 0) { scores.append(score($0)) }
            let test = try #require(KendallTest(values))
            let extreme = scores.count { $0.magnitude >= test.score.magnitude }
            #expect(agrees(test.exactP, Double(extreme) / Double(scores.count)))
        }
    }

    @Test("unchanged by any rising relabelling of time or values, mirrored by a falling one, 1,500 cases")
    func relabelling() throws {
        var generator = SeededGenerator(seed: 52)
        for _ in 0..<1500 {
            let n = Int.random(in: 2...14, using: &generator)
            let values = (0..<n).map { _ in Double(Int.random(in: -9...9, using: &generator)) / 2 }
            var (time, clock) = ([Double](), 0.0)
            for _ in 0..<n {
                clock += Double.random(in: 0.1...9, using: &generator)
                time.append(clock)
            }
            let plain = try #require(KendallTest(values))
            #expect(KendallTest(time, values.map { $0 * $0 * $0 + 7 }) == plain)
            let order = (0..<n).shuffled(using: &generator)
            #expect(KendallTest(order.map { time[$0] }, order.map { values[$0] }) == plain)
            let falling = try #require(KendallTest(values.map { -$0 }))
            #expect(falling.score == -plain.score && falling.p == plain.p && falling.variance == plain.variance)
        }
    }

    private func score(_ values: [Double]) -> Int {
        var sum = 0
        for later in values.indices {
            for earlier in 0..<later {
                sum += values[later] > values[earlier] ? 1 : values[later] < values[earlier] ? -1 : 0
            }
        }
        return sum
    }

    private func permute(_ values: inout [Double], from place: Int, _ visit: ([Double]) -> Void) {
        guard place < values.count else { return visit(values) }
        for other in place..<values.count {
            values.swapAt(place, other)
            permute(&values, from: place + 1, visit)
            values.swapAt(place, other)
        }
    }
}

@Suite("methods 1.8: Spearman")
struct SpearmanCorrelationTests {
    @Test("case K: -0.857, p 0.0137")
    func caseKCorrelation() throws {
        let correlation = try #require(SpearmanCorrelation(caseK))
        #expect(
            isPrinted(correlation.coefficient, -0.857, decimals: 3) && isPrinted(correlation.p, 0.0137, decimals: 4)
        )
    }

    @Test("ties, ends and what cannot be told")
    func edges() throws {
        #expect(SpearmanCorrelation([1]) == nil && SpearmanCorrelation([2, 2, 2]) == nil)
        #expect(SpearmanCorrelation([1, 2])?.p == nil)
        let rising = try #require(SpearmanCorrelation([1, 5, 6, 9]))
        #expect(rising.coefficient == 1 && rising.p == 0)
        // Ranks 1.5 1.5 3 4 against 1 2 3 4: 4.5 / sqrt(5 * 4.5).
        let tied = try #require(SpearmanCorrelation([2, 2, 3, 8]))
        #expect(agrees(tied.coefficient, 4.5 / (22.5).squareRoot()))
    }
}

@Suite("methods 3.4: Theil-Sen")
struct TheilSenTests {
    @Test("case K: slope -0.36667, interval -0.50 to -0.10, intercepts 11.40 and 11.1667")
    func caseKLine() throws {
        let line = try #require(TheilSenFit(caseK))
        #expect(isPrinted(line.slope, -0.36667, decimals: 5) && isPrinted(line.intercept, 11.40, decimals: 2))
        #expect(isPrinted(line.residualIntercept, 11.1667, decimals: 4))
        #expect(isPrinted(line.slopeInterval?.lower, -0.5, decimals: 2))
        #expect(isPrinted(line.slopeInterval?.upper, -0.1, decimals: 2))
        #expect(isPrinted(line.value(at: 8), 8.467, decimals: 3))
        #expect(isPrinted(line.residualIntercept + 8 * line.slope, 8.233, decimals: 3))
    }

    @Test("tied figures, as SciPy gives them")
    func ties() throws {
        let line = try #require(TheilSenFit([10.6, 10.6, 10.9, 10.3, 9.7, 9.4, 9.4]))
        #expect(isPrinted(line.slope, -0.24, decimals: 9) && isPrinted(line.intercept, 11.02, decimals: 9))
        #expect(isPrinted(line.slopeInterval?.lower, -0.5, decimals: 9) && line.slopeInterval?.upper == 0)
    }

    @Test("one outlying figure moves the line by little, two points give a slope without interval")
    func edges() throws {
        let straight = (0..<12).map(Double.init)
        var bent = straight
        bent[11] = 500
        #expect(TheilSenFit(bent)?.slope == 1 && TheilSenFit(straight)?.slopeInterval == Interval(lower: 1, upper: 1))
        let two = try #require(TheilSenFit([3, 5]))
        #expect(two.slope == 2 && two.intercept == 3 && two.residualIntercept == 3 && two.slopeInterval == nil)
        #expect(TheilSenFit([1]) == nil && TheilSenFit(x: [2, 2], y: [1, 5]) == nil)
    }

    @Test("fewer than five points cannot give 95 %")
    func fewPoints() throws {
        #expect(try #require(TheilSenFit([1, 2, 4, 3])).slopeInterval == nil)
        #expect(try #require(TheilSenFit([1, 2, 4, 3, 6])).slopeInterval != nil)
        #expect(try #require(TheilSenFit([1, 2, 4, 3], confidence: 0.8)).slopeInterval != nil)
    }

    @Test("points of one x have no slope between them")
    func repeatedX() throws {
        let line = try #require(TheilSenFit(x: [0, 0, 1, 2], y: [0, 100, 1, 2]))
        #expect(line.slope == 1)
    }

    @Test("equivariance: y -> a + b y and t -> c + d t, and the slopes sorted give the same, 1,200 cases")
    func equivariance() throws {
        var generator = SeededGenerator(seed: 53)
        for _ in 0..<1200 {
            let n = Int.random(in: 2...24, using: &generator)
            let y = (0..<n).map { _ in Double(Int.random(in: -300...300, using: &generator)) / 10 }
            let (a, b) = (
                Double.random(in: -100...100, using: &generator), Double.random(in: -9...9, using: &generator)
            )
            let (c, d) = (
                Double.random(in: -4000...4000, using: &generator), Double.random(in: 0.1...9, using: &generator)
            )
            let plain = try #require(TheilSenFit(y))
            let other = try #require(TheilSenFit(x: (0..<n).map { c + d * Double($0) }, y: y.map { a + b * $0 }))
            #expect((other.slope - plain.slope * b / d).magnitude < 1e-9 * (1 + (plain.slope * b / d).magnitude))
            #expect((other.value(at: c + d * 3) - a - b * plain.value(at: 3)).magnitude < 1e-8)
            var slopes: [Double] = []
            for later in 0..<n {
                for earlier in 0..<later { slopes.append((y[later] - y[earlier]) / Double(later - earlier)) }
            }
            #expect(plain.slope == OrderStatistics.median(slopes))
            if let interval = plain.slopeInterval { #expect(interval.contains(plain.slope)) }
        }
    }
}
