import BarometerIndicators
import Testing

@Suite("methods 5.1: a gap is itself cyclical")
struct GapMeasureTests {
    private let plan = GapMeasures(group: 16, reference: 5.4, orientation: .groupMinusReference)

    @Test("rates 16.0 and 5.4: 10.6 points, ratio 2.963, odds ratio 3.337")
    func printed() throws {
        let plan = try #require(plan)
        #expect(isPrinted(plan.gap, 10.6, decimals: 1))
        #expect(isPrinted(plan.ratio, 2.963, decimals: 3))
        #expect(isPrinted(plan.oddsRatio, 3.337, decimals: 3))
    }

    @Test(
        "only the reference rate moves: the gap at the same ratio, and at the same odds ratio",
        arguments: [(3.0, 5.89, 6.35), (8.0, 15.70, 14.49)]
    )
    func cycle(_ reference: Double, _ byRatio: Double, _ byOdds: Double) {
        #expect(isPrinted(plan?.gapKeepingRatio(atReferenceRate: reference), byRatio, decimals: 2))
        #expect(isPrinted(plan?.gap(atReferenceRate: reference), byOdds, decimals: 2))
    }

    @Test("the target of 5.8 points is met without any relative improvement at a reference rate of 2.95 %")
    func targetByTheCycleAlone() {
        #expect(isPrinted(plan?.referenceRate(atGap: 5.8), 2.95, decimals: 2))
    }

    @Test("at its own reference rate a gap stays what it is, whichever way round it is taken")
    func ownRate() throws {
        for orientation in [GapMeasures.Orientation.groupMinusReference, .referenceMinusGroup] {
            let measures = try #require(GapMeasures(group: 52, reference: 76, orientation: orientation))
            #expect(areClose(measures.gap(atReferenceRate: 76), measures.gap))
            #expect(areClose(measures.gapKeepingRatio(atReferenceRate: 76), measures.gap))
            #expect(areClose(measures.referenceRate(atGap: measures.gap), 76))
        }
    }

    @Test("both orientations are positive when bad: unemployment 16 against 5.4, employment 84 against 94.6")
    func orientation() throws {
        let employment = try #require(GapMeasures(group: 84, reference: 94.6, orientation: .referenceMinusGroup))
        #expect(isPrinted(employment.gap, 10.6, decimals: 10))
        #expect(areClose(employment.oddsRatio, plan?.oddsRatio))
        #expect(areClose(employment.gap(atReferenceRate: 97), plan?.gap(atReferenceRate: 3)))
        #expect(employment.orientation.rateDirection == .increase)
    }

    @Test("rates of 0 and 100 % have no odds, rates outside are no rates")
    func edges() throws {
        let nobody = try #require(GapMeasures(group: 16, reference: 0, orientation: .groupMinusReference))
        #expect(nobody.gap == 16 && nobody.ratio == nil && nobody.oddsRatio == nil)
        #expect(nobody.gap(atReferenceRate: 5) == nil && nobody.gapKeepingRatio(atReferenceRate: 5) == nil)
        let all = try #require(GapMeasures(group: 100, reference: 50, orientation: .groupMinusReference))
        #expect(all.ratio == 2 && all.oddsRatio == nil)
        #expect(plan?.gap(atReferenceRate: 0) == nil && plan?.gap(atReferenceRate: 100) == nil)
        #expect(GapMeasures(group: 101, reference: 5, orientation: .groupMinusReference) == nil)
        #expect(GapMeasures(group: -0.1, reference: 5, orientation: .groupMinusReference) == nil)
        #expect(GapMeasures(group: .nan, reference: 5, orientation: .groupMinusReference) == nil)
        let equal = try #require(GapMeasures(group: 5, reference: 5, orientation: .groupMinusReference))
        #expect(equal.referenceRate(atGap: 1) == nil && equal.oddsRatio == 1)
        #expect(plan?.referenceRate(atGap: 500) == nil)
    }
}
