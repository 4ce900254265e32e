import BarometerIndicators
import BarometerTestSupport
import Testing

private func way(
    _ group: (Double, Double),
    _ reference: (Double, Double),
    _ direction: Indicator.Direction = .increase
) -> Convergence {
    Convergence(
        from: Convergence.Rates(group: group.0, reference: reference.0),
        to: Convergence.Rates(group: group.1, reference: reference.1),
        direction: direction
    )
}

@Suite("methods 5.10: how a gap closed")
struct ConvergenceTests {
    @Test("employment 76 -> 78 and 52 -> 60: gap 24 -> 18, catching up")
    func catchingUp() {
        let change = way((52, 60), (76, 78))
        #expect(change.gapBefore == 24 && change.gapAfter == 18 && change.gapChange == -6)
        #expect(change.pattern == .catchingUp && !change.levelsDown && change.eurofound == .catchingUp)
    }

    @Test("employment 78 -> 72 and 52 -> 51: gap 26 -> 21, levelling down, and the alarm")
    func levellingDown() {
        let change = way((52, 51), (78, 72))
        #expect(change.gapBefore == 26 && change.gapAfter == 21)
        #expect(change.pattern == .levellingDown && change.levelsDown)
    }

    @Test(
        "every pattern, for rates that should be high and for those that should be low",
        arguments: [
            (2.0, 1.0, Convergence.Pattern.catchingUp), (1, 0, .catchingUp), (-1, -2, .levellingDown),
            (0, -2, .levellingDown), (1, -1, .closingWithOppositeMoves), (1, 2, .fallingBehind), (0, 2, .fallingBehind),
            (-2, -1, .bothWorsenGroupFaster), (-2, 0, .bothWorsenGroupFaster), (-1, 1, .diverging),
            (1, 1, .parallel), (0, 0, .parallel), (-3, -3, .parallel), (1 + 1e-12, 1, .parallel),
            (-1e-12, -2, .levellingDown), (1e-12, -2, .levellingDown),
        ]
    )
    func patterns(_ group: Double, _ reference: Double, _ pattern: Convergence.Pattern) {
        #expect(Convergence.Pattern(groupChange: group, referenceChange: reference) == pattern)
        #expect(way((50, 50 + group), (70, 70 + reference)).pattern == pattern)
        #expect(way((20, 20 - group), (5, 5 - reference), .decrease).pattern == pattern)
    }

    @Test(
        "Eurofound's twelve, parallels and crossings, as the package convergEU names them",
        arguments: [
            ((2.0, 6.0), (5.0, 7.0), EurofoundPattern.catchingUp), ((8, 9), (5, 7), .flattening),
            ((8, 7.5), (5, 7), .inversion), ((8, 12), (5, 7), .outperforming), ((2, 3), (5, 7), .slowerPace),
            ((4, 3), (5, 7), .diving), ((8, 7), (5, 3), .defendingBetter), ((8, 9), (5, 3), .escaping),
            ((4, 1), (5, 3), .fallingAway), ((9, 4), (5, 3), .underperforming), ((1, 2), (5, 3), .recovering),
            ((2, 1), (5, 3), .reactingBetter), ((8, 10), (5, 7), .parallelBetterOver),
            ((8, 8), (5, 5), .parallelEqualOver), ((8, 6), (5, 3), .parallelWorseOver),
            ((4, 2), (5, 3), .parallelWorseUnder), ((4, 4), (5, 5), .parallelEqualUnder),
            ((4, 6), (5, 7), .parallelBetterUnder), ((6, 6.5), (5, 7), .crossing), ((4, 8), (5, 7), .crossingReversed),
            ((4, 4), (5, 7), .unclassified), ((4, 6), (5, 5), .crossingReversed), ((6, 8), (6, 8), .parallelBetterOver),
        ]
    )
    func eurofound(_ group: (Double, Double), _ reference: (Double, Double), _ pattern: EurofoundPattern) {
        #expect(way(group, reference).eurofound == pattern)
        let low = way((100 - group.0, 100 - group.1), (100 - reference.0, 100 - reference.1), .decrease)
        #expect(low.eurofound == pattern)
    }

    @Test("a group that overtakes is told")
    func crossing() {
        #expect(way((4, 8), (5, 7)).crosses && !way((4, 5), (5, 7)).crosses && !way((4, 7), (5, 7)).crosses)
    }

    @Test("sigma and delta, with the values of the package's example")
    func dispersion() throws {
        let years: [[Double]] = [[1201, 868, 578], [1150, 978, 682], [998, 1250, 332]]
        let all = try years.map { try #require(Dispersion(of: $0, direction: .increase)) }
        #expect(all.map(\.distanceToBest) == [956, 640, 1170])
        #expect(isPrinted(all[0].standardDeviation, 254.5405, decimals: 4))
        #expect(all[0].convergesInSigma(to: all[1]) && !all[1].convergesInSigma(to: all[2]))
        #expect(all[0].convergesInDelta(to: all[1]) && !all[1].convergesInDelta(to: all[2]))
        let low = try #require(Dispersion(of: [3, 5, 7], direction: .decrease))
        #expect(low.distanceToBest == 6 && isPrinted(low.standardDeviation, 1.632993, decimals: 6))
        #expect(isPrinted(low.coefficientOfVariation, 0.326599, decimals: 6))
        #expect(Dispersion(of: [3], direction: .decrease) == nil)
        #expect(Dispersion(of: [-1, 1], direction: .increase)?.coefficientOfVariation == nil)
    }

    @Test("every combination of signs has exactly one pattern, and a gap narrows only in those that say so")
    func everyCombination() {
        var generator = SeededGenerator(seed: 510)
        let closing: Set<Convergence.Pattern> = [.catchingUp, .levellingDown, .closingWithOppositeMoves]
        let widening: Set<Convergence.Pattern> = [.fallingBehind, .bothWorsenGroupFaster, .diverging]
        for _ in 0..<2_000 {
            let group = (generator.tenth(0...40), generator.tenth(0...40))
            let reference = (generator.tenth(0...40), generator.tenth(0...40))
            let change = way(group, reference, Bool.random(using: &generator) ? .increase : .decrease)
            let (m, r) = (
                Convergence.Pattern.exact(change.groupChange), Convergence.Pattern.exact(change.referenceChange)
            )
            let rules: [(Convergence.Pattern, Bool)] = [
                (.catchingUp, m > r && r >= 0), (.levellingDown, r < m && m <= 0),
                (.closingWithOppositeMoves, m > 0 && 0 > r), (.fallingBehind, 0 <= m && m < r),
                (.bothWorsenGroupFaster, m < r && r <= 0), (.diverging, m < 0 && 0 < r), (.parallel, m == r),
            ]
            #expect(rules.filter(\.1).map(\.0) == [change.pattern])
            #expect((change.gapAfter - change.gapBefore - change.gapChange).magnitude < 1e-9)
            #expect(closing.contains(change.pattern) == (change.gapChange < -1e-9))
            #expect(widening.contains(change.pattern) == (change.gapChange > 1e-9))
            #expect((change.eurofound == .unclassified) == (m != r && m * r == 0 && !change.crosses))
            // The other way round in time every change turns its sign.
            let back = Convergence(from: change.after, to: change.before, direction: change.direction)
            #expect((change.pattern == .parallel) == (back.pattern == .parallel))
            #expect(closing.contains(change.pattern) == widening.contains(back.pattern))
        }
    }
}

extension Convergence.Pattern {
    /// A change of numbers with one decimal, without the noise of their subtraction.
    fileprivate static func exact(_ change: Double) -> Double { (change * 10).rounded() / 10 }
}
