import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

private func proportion(_ part: Double, _ whole: Double) throws -> Proportion { try Proportion(part, of: whole) }

private func difference(_ a: Double, _ b: Double, _ c: Double, _ d: Double) throws -> ProportionDifference {
    ProportionDifference(try proportion(a, b), minus: try proportion(c, d))
}

/// Counts of a share made at random, from tiny to large, ends among them.
private func anyProportion(using generator: inout SeededGenerator) throws -> Proportion {
    let whole = Int.random(in: 1...(Bool.random(using: &generator) ? 12 : 50_000), using: &generator)
    return try proportion(Double(Int.random(in: 0...whole, using: &generator)), Double(whole))
}

@Suite("methods 4.1: Wilson")
struct WilsonTests {
    @Test(
        "published limits",
        arguments: [
            (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
            (1650, 5000, 0.3171, 0.3432), (5800, 20_000, 0.2838, 0.2963),
        ]
    )
    func published(_ part: Double, _ whole: Double, _ lower: Double, _ upper: Double) throws {
        let interval = try proportion(part, whole).interval()
        #expect(isPrinted(interval.lower, lower, decimals: 4) && isPrinted(interval.upper, upper, decimals: 4))
    }

    @Test("turnout 33 % of 5000 is 31.71 to 34.32 %, leisure jobs 29 % of 20 000 are 28.38 to 29.63 %")
    func illustrations() throws {
        let turnout = try proportion(1650, 5000).interval().scaled(by: 100)
        #expect(isPrinted(turnout.lower, 31.71, decimals: 2) && isPrinted(turnout.upper, 34.32, decimals: 2))
        let jobs = try proportion(5800, 20_000).interval().scaled(by: 100)
        #expect(isPrinted(jobs.lower, 28.38, decimals: 2) && isPrinted(jobs.upper, 29.63, decimals: 2))
    }

    @Test("counts that are no part of a whole say why")
    func faults() {
        #expect(throws: Proportion.Fault.negativePart) { try Proportion(-1, of: 10) }
        #expect(throws: Proportion.Fault.emptyWhole) { try Proportion(0, of: 0) }
        #expect(throws: Proportion.Fault.emptyWhole) { try Proportion(1, of: -3) }
        #expect(throws: Proportion.Fault.partAboveWhole) { try Proportion(11, of: 10) }
        #expect(throws: Proportion.Fault.notFinite) { try Proportion(.nan, of: 10) }
        #expect(throws: Proportion.Fault.emptyWhole) {
            try Proportion(Series.Counts(numerator: 0, denominator: 0))
        }
    }

    @Test("inside 0 to 1, around the share, wider with confidence, mirrored by the complement, 2,000 cases")
    func properties() throws {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<2000 {
            let rate = try anyProportion(using: &generator)
            let (narrow, wide) = (rate.interval(confidence: 0.9), rate.interval(confidence: 0.99))
            #expect(0 <= wide.lower && wide.upper <= 1 && narrow.contains(rate.share))
            #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper && wide.width > narrow.width)
            let mirror = try proportion(rate.whole - rate.part, rate.whole).interval(confidence: 0.9)
            #expect((1 - mirror.upper - narrow.lower).magnitude < 1e-12)
            #expect((1 - mirror.lower - narrow.upper).magnitude < 1e-12)
        }
    }
}

@Suite("methods 4.2: Newcombe")
struct NewcombeTests {
    @Test(
        "published limits",
        arguments: [
            (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
            (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
            (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1), (7, 34, 1, 34, 0.0189, 0.3404),
        ]
    )
    func published(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ lower: Double, _ upper: Double) throws {
        let interval = try difference(a, b, c, d).interval()
        #expect(isPrinted(interval.lower, lower, decimals: 4) && isPrinted(interval.upper, upper, decimals: 4))
    }

    @Test("the gap of the city is 10.60, 10.18 to 11.03; the same gap of a small area 10.0, 3.5 to 19.5")
    func illustrations() throws {
        let city = try difference(4800, 30_000, 13_500, 250_000)
        let interval = city.interval().scaled(by: 100)
        #expect(isPrinted(100 * city.value, 10.6, decimals: 2))
        #expect(isPrinted(interval.lower, 10.18, decimals: 2) && isPrinted(interval.upper, 11.03, decimals: 2))
        let small = try difference(12, 80, 30, 600)
        let wide = small.interval().scaled(by: 100)
        #expect(isPrinted(100 * small.value, 10, decimals: 1))
        #expect(isPrinted(wide.lower, 3.5, decimals: 1) && isPrinted(wide.upper, 19.5, decimals: 1))
    }

    @Test("exchanging the groups exchanges ends and signs; around the gap, inside −1 to 1, nested, 2,000 cases")
    func properties() throws {
        var generator = SeededGenerator(seed: 62)
        for _ in 0..<2000 {
            let (one, two) = (try anyProportion(using: &generator), try anyProportion(using: &generator))
            let (plain, swapped) = (ProportionDifference(one, minus: two), ProportionDifference(two, minus: one))
            let correlation = Double.random(in: -1...1, using: &generator)
            let interval = plain.interval(confidence: 0.9, correlation: correlation)
            let other = swapped.interval(confidence: 0.9, correlation: correlation).scaled(by: -1)
            #expect((interval.lower - other.lower).magnitude < 1e-14)
            #expect((interval.upper - other.upper).magnitude < 1e-14)
            #expect(interval.contains(plain.value))
            let independent = plain.interval()
            #expect(-1 - 1e-12 <= independent.lower && independent.upper <= 1 + 1e-12)
            let narrow = plain.interval(confidence: 0.8)
            #expect(independent.lower <= narrow.lower && narrow.upper <= independent.upper)
        }
    }
}

@Suite("methods 4.3: change of a gap")
struct GapChangeTests {
    private func change() throws -> GapChange {
        GapChange(
            from: try difference(4800, 30_000, 13_500, 250_000),
            to: try difference(4620, 31_000, 13_000, 255_000)
        )
    }

    @Test("−0.795, −1.382 to −0.208; Wald z −2.65, p 0.008")
    func independent() throws {
        let change = try change()
        #expect(isPrinted(100 * change.later.value, 9.805, decimals: 3))
        #expect(isPrinted(100 * change.value, -0.795, decimals: 3))
        let interval = change.interval().scaled(by: 100)
        #expect(isPrinted(interval.lower, -1.382, decimals: 3) && isPrinted(interval.upper, -0.208, decimals: 3))
        #expect(isPrinted(change.test()?.z, -2.65, decimals: 2) && isPrinted(change.test()?.p, 0.008, decimals: 3))
    }

    @Test("standard errors 0.299, 0.190 and 0.134 pp for correlations of 0, 0.6 and 0.8; z −5.92 at the last")
    func correlated() throws {
        let change = try change()
        for (correlation, printed) in [(0.0, 0.299), (0.6, 0.190), (0.8, 0.134)] {
            #expect(isPrinted(100 * change.standardError(correlation: correlation), printed, decimals: 3))
        }
        #expect(isPrinted(change.test(correlation: 0.8)?.z, -5.92, decimals: 2))
        let widths = [0, 0.6, 0.8].map { change.interval(correlation: $0).width }
        #expect(widths[0] > widths[1] && widths[1] > widths[2])
        // With many cases the interval is the estimate and its standard errors.
        let interval = change.interval(correlation: 0.8)
        #expect((interval.width / (2 * 1.96 * change.standardError(correlation: 0.8)) - 1).magnitude < 0.01)
    }

    @Test("without correlation it is the printed formula from the two gaps and their intervals, 1,000 cases")
    func formula() throws {
        var generator = SeededGenerator(seed: 63)
        for _ in 0..<1000 {
            let rates = try (0..<4).map { _ in try anyProportion(using: &generator) }
            let earlier = ProportionDifference(rates[0], minus: rates[1])
            let later = ProportionDifference(rates[2], minus: rates[3])
            let change = GapChange(from: earlier, to: later)
            let (first, second) = (earlier.interval(), later.interval())
            let down = ((later.value - second.lower, first.upper - earlier.value))
            let up = ((second.upper - later.value, earlier.value - first.lower))
            let interval = change.interval()
            let lower = change.value - (down.0 * down.0 + down.1 * down.1).squareRoot()
            let upper = change.value + (up.0 * up.0 + up.1 * up.1).squareRoot()
            #expect((interval.lower - lower).magnitude < 1e-12 && (interval.upper - upper).magnitude < 1e-12)
            let back = GapChange(from: later, to: earlier).interval().scaled(by: -1)
            #expect((interval.lower - back.lower).magnitude < 1e-12)
        }
    }

    @Test("no variance, no test")
    func withoutVariance() throws {
        let gap = try difference(10, 10, 0, 10)
        #expect(GapChange(from: gap, to: gap).test() == nil && GapChange(from: gap, to: gap).interval().width > 0)
        #expect(try difference(0, 10, 0, 20).pooledTest == nil)
    }
}

@Suite("methods 4.4: tests for rates and counts")
struct RateTestTests {
    @Test("33 % of 5000 against 39 % of 4000: z −5.90; −6.0 pp, −7.99 to −4.00")
    func twoRates() throws {
        let gap = try difference(1650, 5000, 1560, 4000)
        #expect(isPrinted(gap.pooledTest?.z, -5.9, decimals: 2) && isPrinted(100 * gap.value, -6, decimals: 1))
        let interval = gap.interval().scaled(by: 100)
        #expect(isPrinted(interval.lower, -7.99, decimals: 2) && isPrinted(interval.upper, -4, decimals: 2))
    }

    @Test("Cochran-Armitage: z 2.057, p 0.040")
    func trend() throws {
        let counts = [(320.0, 1000.0), (310, 1000), (335, 1010), (350, 1020), (362, 1030)]
        let rates = try counts.map { try proportion($0.0, $0.1) }
        let test = try #require(NormalTest.trend(in: rates))
        #expect(isPrinted(test.z, 2.057, decimals: 3) && isPrinted(test.p, 0.04, decimals: 3))
        let shifted = try #require(NormalTest.trend(in: rates, at: (0..<5).map { 4021 + 2 * Double($0) }))
        #expect(agrees(shifted.z, test.z, within: 1e-10))
        let falling = try #require(NormalTest.trend(in: rates.reversed()))
        #expect(falling.z < 0)
    }

    @Test("Cochran-Armitage of two editions is the pooled z")
    func trendOfTwo() throws {
        let gap = try difference(1650, 5000, 1560, 4000)
        #expect(agrees(NormalTest.trend(in: [gap.second, gap.first])?.z, gap.pooledTest?.z ?? 0))
    }

    @Test("a trend that nothing can be told of")
    func noTrend() throws {
        let rate = try proportion(5, 10)
        #expect(NormalTest.trend(in: []) == nil && NormalTest.trend(in: [rate]) == nil)
        #expect(NormalTest.trend(in: [rate, rate], at: [3, 3]) == nil)
        let none = try [proportion(0, 10), proportion(0, 20)]
        #expect(NormalTest.trend(in: none) == nil)
    }

    @Test("65 events: Byar 50.163 to 82.849, exact 50.166 to 82.848")
    func counts() throws {
        let (byar, exact) = (try EventCount(65).interval(), try EventCount(65).exactInterval())
        #expect(isPrinted(byar.lower, 50.163, decimals: 3) && isPrinted(byar.upper, 82.849, decimals: 3))
        #expect(isPrinted(exact.lower, 50.166, decimals: 3) && isPrinted(exact.upper, 82.848, decimals: 3))
    }

    @Test("exact limits of few and many events, as another program gives them")
    func exactLimits() throws {
        for (count, lower, upper) in [
            (0.0, 0, 3.6888794541139354), (1, 0.025317807984289876, 5.571643390938898),
            (10, 4.7953886961324335, 18.39035604201778), (1045, 982.593709411132, 1110.3307766118824),
        ] {
            let interval = try EventCount(count).exactInterval()
            #expect(agrees(interval.lower, lower) && agrees(interval.upper, upper))
        }
    }

    @Test("Byar stays within 0.2 % of the exact limits from ten events on, and starts at 0")
    func byarAgainstExact() throws {
        for count in stride(from: 10.0, through: 500, by: 7) {
            let (byar, exact) = (try EventCount(count).interval(), try EventCount(count).exactInterval())
            #expect(agrees(byar.lower, exact.lower, within: 0.002) && agrees(byar.upper, exact.upper, within: 0.002))
        }
        #expect(try EventCount(0).interval().lower == 0)
        #expect(try EventCount(1).interval(confidence: 0.9999).lower == 0)
    }

    @Test("a number that is no count says why")
    func faults() {
        #expect(throws: EventCount.Fault.negative) { try EventCount(-1) }
        #expect(throws: EventCount.Fault.notFinite) { try EventCount(.infinity) }
    }
}

@Suite("methods 5.5: Dobson")
struct DobsonTests {
    @Test("three strata, against an independent calculation")
    func strata() throws {
        // Weights .3 .5 .2, events 12 40 33 of 4000 9000 2500 persons.
        let interval = try #require(
            try EventCount(85).interval(ofRate: 0.005762222222222222, variance: 4.0215679012345685e-07)
        )
        #expect(agrees(interval.lower, 0.0045855255455057135) && agrees(interval.upper, 0.007145128586410806))
    }

    /// The strata are not printed.
    ///
    /// The way the two limits lie around the rate fits Byar's of one whole number of events, 895,
    /// to seven digits and of no other to four; the scale is then that of the variance.
    @Test("the published vector: 10430.248 per 100 000, 9717.709 to 11178.941")
    func published() throws {
        let deviation = 12.3526497
        let interval = try #require(
            try EventCount(895).interval(ofRate: 10430.248, variance: deviation * deviation * 895)
        )
        #expect(isPrinted(interval.lower, 9717.709, decimals: 3) && isPrinted(interval.upper, 11178.941, decimals: 3))
        let other = try #require(
            try EventCount(896).interval(ofRate: 10430.248, variance: deviation * deviation * 895)
        )
        #expect(!isPrinted(other.upper, 11178.941, decimals: 1))
    }

    @Test("one stratum is Byar over its persons")
    func oneStratum() throws {
        let events = try EventCount(65)
        let interval = try #require(events.interval(ofRate: 65 / 8e5, variance: 65 / 64e10))
        #expect(agrees(interval.lower, events.interval().lower / 8e5))
        #expect(agrees(interval.upper, events.interval().upper / 8e5))
    }

    @Test("fewer than ten events have no limits")
    func fewEvents() throws {
        #expect(try EventCount(9).interval(ofRate: 0.1, variance: 0.01) == nil)
        #expect(try EventCount(10).interval(ofRate: 0.1, variance: 0.01) != nil)
    }
}
