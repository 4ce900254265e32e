import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import Testing

private let first = Period.halfYear(2010, 2)
private let latest = Period.halfYear(2013, 2)

/// Case K with everything that is invented around it in the method notes.
private let material: Cause.Material = {
    var material = Cause.Material(
        series: CaseK.series(CaseK.values),
        baseline: first,
        latest: latest,
        direction: .decrease,
        city: "København"
    )
    material.printed = (.halfYear(2012, 2), CaseK.series([10.6, 10.8, 10.9, 10.3, 9.5]))
    material.peers = zip(
        zip(["a", "b", "c", "d", "e"], [15.0, 9, 6, 4, 3]),
        zip([11.2, 9.8, 8.9, 8.0, 8.6], [10.1, 9.5, 8.1, 7.6, 8.5])
    ).map { name, ends in
        let values = (0..<7).map { step in ends.0 + (ends.1 - ends.0) * Double(step) / 6 }
        return PeerBenchmark.Peer(id: name.0, weight: name.1, series: CaseK.series(values))
    }
    let reference = [5.4, 5.7, 5.9, 5.6, 5.3, 5.1, 4.9]
    material.rates = Cause.Rates(
        group: CaseK.series(zip(CaseK.values, reference).map { $0 + $1 }),
        reference: CaseK.series(reference),
        orientation: .groupMinusReference
    )
    func strata(_ persons: [Double], _ rates: [Double]) -> [Stratum] {
        zip(["16-29", "30-44", "45-64"], zip(persons, rates)).map { name, counts in
            Stratum(id: name, cases: counts.0 * counts.1 / 100, persons: counts.0)
        }
    }
    material.composition = (
        GapChangeDecomposition.Group(
            earlier: strata([6_000, 16_000, 8_000], [12, 16, 19]),
            later: strata([7_000, 15_000, 9_000], [11, 14, 18])
        ),
        GapChangeDecomposition.Group(
            earlier: strata([90_000, 100_000, 60_000], [6, 5, 5.15]),
            later: strata([88_000, 99_000, 64_000], [5.5, 4.9, 5.2])
        )
    )
    return material
}()

@Suite("Causes of a change")
struct CauseTests {
    @Test("case K: 0.7 of the 1.7 points is shared with the peers, 1.0 is its own")
    func peers() throws {
        let peers = try Cause(of: material).peers.get()
        #expect(isPrinted(peers.difference.cityChange, -1.7, decimals: 1))
        #expect(isPrinted(peers.difference.benchmarkChange, -0.7, decimals: 1))
        #expect(isPrinted(peers.difference.effect, -1.0, decimals: 1))
        #expect(peers.difference.placebo?.rank == 1 && peers.difference.placebo?.count == 6)
        #expect(peers.benchmark.points.count == 7 && peers.difference.before.isEmpty)
        #expect(peers.syntheticControl == .notIdentified(periodsBefore: 0))
    }

    @Test("figures before the baseline show the trend before, for city and peers")
    func trendBefore() throws {
        var longer = material
        let start = Period.halfYear(2009, 2)
        longer.series = CaseK.series([10.9, 10.7] + CaseK.values, from: start)
        longer.peers = material.peers.map { peer in
            var peer = peer
            peer.series = CaseK.series([10, 10] + peer.series.observations.map(\.value), from: start)
            return peer
        }
        let peers = try Cause(of: longer).peers.get()
        #expect(peers.difference.before.map(\.period) == [start, .halfYear(2010, 1)])
        #expect(isPrinted(peers.difference.effect, -1.0, decimals: 1))
    }

    @Test("case K: of -1.70 points, -0.66 goes with the cycle, and the odds ratio says what the gap would be")
    func cycle() throws {
        let cause = Cause(of: material)
        let cycle = try cause.cycle.get()
        #expect(isPrinted(cycle.slope, 1.316, decimals: 3) && isPrinted(cycle.cycle, -0.66, decimals: 2))
        #expect(isPrinted(cycle.remaining, -1.04, decimals: 2))
        let gap = try cause.gap.get()
        #expect(isPrinted(gap.baseline.gap, 10.6, decimals: 1) && isPrinted(gap.latest.gap, 8.9, decimals: 1))
        // (13.8/86.2) / (4.9/95.1) = 3.1071, and at 5.4 per cent 15.0643 - 5.4.
        #expect(isPrinted(gap.latest.oddsRatio, 3.1071, decimals: 4))
        #expect(isPrinted(gap.atBaselineRate, 9.6643, decimals: 4))
    }

    @Test("the printed figure was corrected, and the composition hardly changed")
    func revisionAndComposition() throws {
        let cause = Cause(of: material)
        let split = try cause.revision.get().split
        #expect(isPrinted(split.revision, 0.2, decimals: 1) && isPrinted(split.movement, -0.8, decimals: 1))
        #expect(try cause.revision.get().rate == nil)
        let composition = try cause.composition.get()
        let parts = composition.change.total
        #expect(isPrinted(parts.total, -1.306982, decimals: 6))
        #expect(isPrinted(parts.composition, -0.003375, decimals: 6) && isPrinted(parts.rate, -1.303606, decimals: 6))
        #expect(isPrinted(composition.gap.total.total, 9.297, decimals: 3))
    }

    @Test("with counts the correction is split once more")
    func counts() throws {
        var counted = Cause.Material(
            series: CaseK.series([]),
            baseline: first,
            latest: first,
            direction: .increase
        )
        func series(_ numerator: Double, _ denominator: Double) -> Series {
            let counts = Series.Counts(numerator: numerator, denominator: denominator)
            let value = 100 * numerator / denominator
            return Series(
                unit: .percent,
                decimals: 1,
                observations: [Series.Observation(period: first, value: value, basis: .rate(counts))]
            )
        }
        counted.series = series(4_900, 31_000)
        counted.printed = (first, series(4_800, 30_000))
        let revision = try Cause(of: counted).revision.get()
        #expect(isPrinted(revision.rate?.numerator, 0.327957, decimals: 6))
        #expect(isPrinted(revision.split.revision, -0.193548, decimals: 6))
    }

    @Test("unemployment falls in both groups, more in the one that has more: catching up, no alarm")
    func convergence() throws {
        var material = material
        #expect(Cause(of: material).levelsDown == nil, "which way is better for the rates is not said")
        material.rateDirection = .decrease
        let cause = Cause(of: material)
        #expect(try cause.convergence.get().pattern == .catchingUp && cause.levelsDown == false)
    }

    @Test("levelling down rings the alarm: employment 78 -> 72 and 52 -> 51")
    func alarm() throws {
        var material = Cause.Material(
            series: CaseK.series([26, 21]),
            baseline: first,
            latest: .halfYear(2011, 1),
            direction: .decrease
        )
        material.rates = Cause.Rates(
            group: CaseK.series([52, 51]),
            reference: CaseK.series([78, 72]),
            orientation: .referenceMinusGroup
        )
        material.rateDirection = .increase
        let cause = Cause(of: material)
        #expect(try cause.levelsDown == true && cause.gap.get().latest.gap == 21)
        #expect(cause.cycle.refusal == .tooFewChanges(1, needed: 6))
    }

    @Test("a bare series knows none of it, and says so")
    func bare() {
        let cause = Cause(
            of: Cause.Material(
                series: CaseK.series(CaseK.values),
                baseline: first,
                latest: latest,
                direction: .decrease
            )
        )
        let reasons = [
            cause.revision.refusal, cause.peers.refusal, cause.gap.refusal, cause.cycle.refusal,
            cause.composition.refusal, cause.convergence.refusal,
        ]
        #expect(reasons == Array(repeating: .notSupplied, count: 6) && cause.levelsDown == nil)
    }

    @Test("each part says what it lacks")
    func lacking() {
        var some = material
        some.peers.append(PeerBenchmark.Peer(id: "København", weight: 1, series: some.series))
        some.rates?.reference = CaseK.series([105, 5.7, 5.9, 5.6, 5.3, 5.1, 4.9])
        some.printed?.period = .halfYear(2009, 1)
        some.composition?.group.later.removeLast()
        let cause = Cause(of: some)
        #expect(cause.peers.refusal == .cityAmongPeers("København"))
        #expect(cause.gap.refusal == .rateOutOfRange(105) && cause.convergence.refusal == .rateOutOfRange(105))
        #expect(cause.revision.refusal == .noFigure(.halfYear(2009, 1)))
        #expect(cause.composition.refusal == .missingCategories(["45-64"]))
        some.baseline = .halfYear(2009, 2)
        #expect(Cause(of: some).cycle.refusal == .noFigure(.halfYear(2009, 2)))
        some.baseline = latest
        #expect(Cause(of: some).gap.refusal == .tooFewChanges(0, needed: 1))
    }

    @Test("an annual baseline is the half-year that it ends in")
    func annualBaseline() throws {
        var annual = material
        annual.baseline = .year(2010)
        #expect(isPrinted(try Cause(of: annual).peers.get().difference.effect, -1.0, decimals: 1))
        #expect(isPrinted(try Cause(of: annual).cycle.get().slope, 1.316, decimals: 3))
    }

    @Test("every reason has a text in both languages that names what it is about")
    func texts() {
        let reasons: [MethodRefusal] = [
            .notSupplied, .noPeers, .cityAmongPeers("x"), .repeatedPeer("x"), .weightNotPositive("x"),
            .noCompletePeer(["x"]), .noFigure(first), .noPeriods, .notIdentified(periodsBefore: 3), .noCategories,
            .repeatedCategory("x"), .missingCategories(["x"]), .impossibleCount("x"), .zeroBase, .rateOutOfRange(105),
            .rateUndefined, .tooManyFactors(9, atMost: 8), .unequalFactors, .tooFewChanges(5, needed: 6),
            .tooFewUnits(3, needed: 4), .noVariation, .noOverlap, .overlapNotPositive,
        ]
        #expect(
            Set(reasons.map(\.text.en)).count == reasons.count && Set(reasons.map(\.text.da)).count == reasons.count
        )
        for reason in reasons { #expect(reason.text.en != reason.text.da) }
        #expect(MethodRefusal.noFigure(first).text.en.contains("2010H2"))
        #expect(MethodRefusal.tooFewChanges(5, needed: 6).text.da.contains("5"))
    }
}

extension Result where Failure == MethodRefusal {
    fileprivate var refusal: MethodRefusal? {
        if case .failure(let reason) = self { reason } else { nil }
    }
}
