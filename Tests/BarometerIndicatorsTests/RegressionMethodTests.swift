import BarometerCore
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

@Suite("methods 5.7: Oaxaca-Blinder")
struct OaxacaBlinderTests {
    private let reference = OaxacaBlinder.Group(intercept: 0.50, coefficients: [0.40], means: [0.70])
    private let group = OaxacaBlinder.Group(intercept: 0.42, coefficients: [0.20], means: [0.50])

    @Test("0.78 - 0.52 = 0.26 = explained 0.08 + unexplained 0.18, or 0.04 + 0.18 + interaction 0.04")
    func printed() throws {
        let result = try OaxacaBlinder(reference, minus: group)
        #expect(arePrinted([reference.outcome, group.outcome], [0.78, 0.52], decimals: 10))
        let (two, three) = (result.twoFold, result.threeFold)
        #expect(arePrinted([two.explained, two.unexplained, two.total], [0.08, 0.18, 0.26], decimals: 10))
        #expect(arePrinted([three.endowments, three.coefficients], [0.04, 0.18], decimals: 10))
        #expect(arePrinted([three.interaction, three.total], [0.04, 0.26], decimals: 10))
        #expect(arePrinted(result.explained, [0.08], decimals: 10))
    }

    @Test("fitted to persons: the line's mean is the mean of the outcomes, and the parts make up their difference")
    func fitted() throws {
        let school: [[Double]] = [[10, 12, 14, 16, 11], [0, 1, 1, 0, 1]]
        let wages: [Double] = [20, 27, 30, 33, 24]
        let first = try OaxacaBlinder.Group(fitting: wages, to: school)
        #expect(isPrinted(first.outcome, 26.8, decimals: 10) && arePrinted(first.means, [12.6, 0.6], decimals: 10))
        let second = try OaxacaBlinder.Group(
            fitting: [18, 20, 25, 22, 26],
            to: [[9, 10, 13, 12, 12], [1, 0, 0, 1, 1]]
        )
        let result = try OaxacaBlinder(first, minus: second)
        #expect(isPrinted(result.twoFold.total, 4.6, decimals: 10))
    }

    @Test("what is refused, and why")
    func refusals() {
        let none = OaxacaBlinder.Group(intercept: 1, coefficients: [], means: [])
        let two = OaxacaBlinder.Group(intercept: 1, coefficients: [1, 2], means: [1, 2])
        #expect(refusal { () throws(MethodRefusal) in try OaxacaBlinder(none, minus: none) } == .noCategories)
        #expect(refusal { () throws(MethodRefusal) in try OaxacaBlinder(group, minus: two) } == .unequalFactors)
        func reason(_ outcomes: [Double], _ circumstances: [[Double]]) -> MethodRefusal? {
            refusal { () throws(MethodRefusal) in try OaxacaBlinder.Group(fitting: outcomes, to: circumstances) }
        }
        #expect(reason([1, 2], [[1, 2]]) == .tooFewUnits(2, needed: 3))
        #expect(reason([1, 2, 3], [[1, 2]]) == .unequalFactors)
        #expect(reason([1, 2, 3], [[4, 4, 4]]) == .noVariation)
    }

    @Test("both splits make up the difference, and the three parts turn with the groups")
    func properties() throws {
        var generator = SeededGenerator(seed: 57)
        for _ in 0..<1_000 {
            let count = Int.random(in: 1...5, using: &generator)
            func group() -> OaxacaBlinder.Group {
                OaxacaBlinder.Group(
                    intercept: generator.tenth(-99...99),
                    coefficients: (0..<count).map { _ in generator.tenth(-99...99) },
                    means: (0..<count).map { _ in generator.tenth(-99...99) }
                )
            }
            let (first, second) = (group(), group())
            let result = try OaxacaBlinder(first, minus: second)
            let difference = first.outcome - second.outcome
            #expect((result.twoFold.total - difference).magnitude < 1e-9)
            #expect((result.threeFold.total - difference).magnitude < 1e-9)
            let back = try OaxacaBlinder(second, minus: first)
            // What differs together keeps its size: the product of two differences.
            #expect((back.threeFold.interaction - result.threeFold.interaction).magnitude < 1e-9)
            #expect((back.threeFold.endowments + result.twoFold.explained).magnitude < 1e-9)
        }
    }
}

@Suite("methods 5.8: cyclical adjustment by regression")
struct CyclicalAdjustmentTests {
    private let gap: [Double?] = [10.6, 10.8, 10.9, 10.3, 9.7, 9.4, 8.9]
    private let rate: [Double?] = [5.4, 5.7, 5.9, 5.6, 5.3, 5.1, 4.9]

    private func reason(_ gap: [Double?], _ rate: [Double?], _ baseline: Int = 0, _ latest: Int = 6) -> MethodRefusal? {
        refusal { () throws(MethodRefusal) in
            try CyclicalAdjustment(gap: gap, reference: rate, baseline: baseline, latest: latest)
        }
    }

    @Test("b = 1.316; y_adj 9.558; of -1.70, -0.66 is cycle and -1.04 remains; levels 2.061, with a trend 1.263")
    func printed() throws {
        let result = try CyclicalAdjustment(gap: gap, reference: rate, baseline: 0, latest: 6)
        #expect(isPrinted(result.slope, 1.316, decimals: 3) && result.changes == 6)
        #expect(isPrinted(result.adjusted[6], 9.558, decimals: 3) && result.adjusted[0] == 10.6)
        #expect(isPrinted(result.total, -1.70, decimals: 2) && isPrinted(result.cycle, -0.66, decimals: 2))
        #expect(isPrinted(result.remaining, -1.04, decimals: 2))
        #expect(isPrinted(result.levelsSlope, 2.061, decimals: 3))
        #expect(isPrinted(result.levelsSlopeWithTrend, 1.263, decimals: 3))
        // b -+ t(4; 0.975) * 0.134653, computed apart.
        #expect(isPrinted(result.slopeInterval95.lower, 0.9419, decimals: 4))
        #expect(isPrinted(result.slopeInterval95.upper, 1.6896, decimals: 4))
        #expect(isPrinted(result.cycleInterval95.lower, -0.8448, decimals: 4))
        #expect(isPrinted(result.cycleInterval95.upper, -0.4710, decimals: 4))
        #expect(isPrinted(result.drift, -0.1737, decimals: 4))
    }

    @Test("the same from series, whatever stands before or after")
    func series() throws {
        let start = Period.halfYear(2010, 2)
        let (own, reference) = (halfYears(gap + [8.5]), halfYears([nil, 5.5] + rate, from: .halfYear(2009, 2)))
        let result = try CyclicalAdjustment(
            gap: own,
            reference: reference,
            baseline: start,
            latest: start.advanced(by: 6)
        )
        #expect(isPrinted(result.slope, 1.316, decimals: 3) && result.adjusted.count == 7)
        let missing = refusal { () throws(MethodRefusal) in
            try CyclicalAdjustment(gap: own, reference: reference, baseline: .halfYear(2009, 2), latest: start)
        }
        #expect(missing == .noFigure(.halfYear(2009, 2)))
    }

    @Test("fewer than six changes, no change of the reference rate, or no figure: no b, and the reason why")
    func refusals() {
        #expect(reason(Array(gap.dropLast()), Array(rate.dropLast()), 0, 5) == .tooFewChanges(5, needed: 6))
        var hole = gap
        hole[3] = nil
        #expect(reason(hole, rate) == .tooFewChanges(4, needed: 6))
        #expect(reason(gap, [5, 6, 7, 8, 9, 10, 11]) == .noVariation)
        #expect(reason(gap, [nil] + rate.dropFirst()) == .noPeriods)
        #expect(reason(gap, rate, 0, 7) == .noPeriods)
    }

    @Test("a gap that only follows the reference rate has nothing left")
    func pureCycle() throws {
        var generator = SeededGenerator(seed: 58)
        for _ in 0..<1_000 {
            let count = Int.random(in: 7...40, using: &generator)
            let rates = (0..<count).map { _ in generator.tenth(10...200) }
            let slope = generator.tenth(-30...30)
            let changes = zip(rates, rates.dropFirst()).map { $1 - $0 }
            guard (changes.max() ?? 0) - (changes.min() ?? 0) > 0.05 else { continue }
            let result = try CyclicalAdjustment(
                gap: rates.map { 2 + slope * $0 },
                reference: rates,
                baseline: 0,
                latest: count - 1
            )
            #expect((result.slope - slope).magnitude < 1e-7 && result.remaining.magnitude < 1e-5)
            #expect(result.slopeInterval95.contains(result.slope))
            #expect(result.adjusted.allSatisfy { (($0 ?? .nan) - 2 - slope * rates[0]).magnitude < 1e-5 })
        }
    }
}

@Suite("methods 5.9: expected-versus-actual benchmarking")
struct ExpectedPerformanceTests {
    private let places = zip([0.10, 0.14, 0.18, 0.22, 0.26], [7.0, 7.8, 9.4, 9.9, 11.4]).enumerated().map {
        ExpectedPerformance.Place(id: "\($0)", outcome: $1.1, circumstances: [$1.0])
    }

    private func reason(_ places: [ExpectedPerformance.Place]) -> MethodRefusal? {
        refusal { () throws(MethodRefusal) in
            try ExpectedPerformance(places, margin: .share(0.05), direction: .decrease)
        }
    }

    @Test("y = 4.195 + 27.25x; residuals 0.08 -0.21 0.30 -0.29 0.12; all within 5 per cent")
    func printed() throws {
        let result = try ExpectedPerformance(places, margin: .share(0.05), direction: .decrease)
        #expect(
            isPrinted(result.intercept, 4.195, decimals: 6) && arePrinted(result.coefficients, [27.25], decimals: 6)
        )
        #expect(arePrinted(result.comparisons.map(\.residual), [0.08, -0.21, 0.30, -0.29, 0.12], decimals: 6))
        #expect(result.places(.asExpected).count == 5 && result.comparisons.map(\.id) == places.map(\.id))
    }

    @Test("three groups by a share of the expectation, the better one by the direction")
    func shares() throws {
        let lower = try ExpectedPerformance(places, margin: .share(0.025), direction: .decrease)
        #expect(lower.comparisons.map(\.standing) == [.asExpected, .better, .worse, .better, .asExpected])
        let higher = try ExpectedPerformance(places, margin: .share(0.025), direction: .increase)
        #expect(higher.places(.better) == ["2"] && higher.places(.worse) == ["1", "3"])
    }

    @Test("by the prediction interval a place is held against the line of the others")
    func predictionInterval() throws {
        let usual = try ExpectedPerformance(places, margin: .predictionInterval, direction: .decrease)
        #expect(usual.places(.asExpected).count == 5)
        let line = (0..<12).map { position in
            ExpectedPerformance.Place(
                id: "\(position)",
                outcome: 3 * Double(position) + (position.isMultiple(of: 2) ? 0.1 : -0.1) - (position == 5 ? 2 : 0),
                circumstances: [Double(position)]
            )
        }
        let result = try ExpectedPerformance(line, margin: .predictionInterval, direction: .decrease)
        #expect(result.places(.better) == ["5"] && result.places(.worse).isEmpty)
        let turned = try ExpectedPerformance(line, margin: .predictionInterval, direction: .increase)
        #expect(turned.places(.worse) == ["5"])
    }

    @Test("what is refused, and why")
    func refusals() {
        #expect(reason(Array(places.prefix(3))) == .tooFewUnits(3, needed: 4))
        #expect(reason([]) == .tooFewUnits(0, needed: 3))
        let level = places.map { ExpectedPerformance.Place(id: $0.id, outcome: $0.outcome, circumstances: [1]) }
        #expect(reason(level) == .noVariation)
        let none = places.map { ExpectedPerformance.Place(id: $0.id, outcome: $0.outcome, circumstances: []) }
        #expect(reason(none) == .unequalFactors)
        var ragged = places
        ragged[2].circumstances = [1, 2]
        #expect(reason(ragged) == .unequalFactors)
        var broken = places
        broken[3].outcome = .nan
        #expect(reason(broken) == .impossibleCount("3"))
    }
}
