import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.8: OECD's distance to target")
struct OECDSchemeTests {
    @Test("case K with six cities: s = 1.3644, a distance of 2.27")
    func distance() throws {
        let reference = try #require(SchemeFixture.caseK.reference)
        #expect(isPrinted(reference.deviation, 1.3644, decimals: 4) && reference.count == 6)
        let distance = try #require(OECDScheme.distance(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(distance.deviations, 2.27, decimals: 2) && distance.isUnstable)
    }

    @Test("case K: a rank correlation of -0.857, p = 0.0137, improving")
    func trend() throws {
        let trend = try #require(OECDScheme.trend(of: SchemeFixture.caseK).verdict)
        #expect(isPrinted(trend.correlation, -0.857, decimals: 3) && isPrinted(trend.p, 0.0137, decimals: 4))
        #expect(trend.direction == .improving)
    }

    @Test("the same figures the other way round are worsening, and a weak trend is not called")
    func directions() {
        func direction(_ values: [Double], _ direction: Indicator.Direction) -> OECDScheme.Direction? {
            OECDScheme.trend(of: SchemeFixture.halfYears(values, direction: direction)).verdict?.direction
        }
        #expect(direction(CaseK.values, .increase) == .worsening)
        #expect(direction([5, 3, 6, 4, 5.5], .increase) == .notSignificant)
        #expect(direction([5, 5, 5, 5], .increase) == .notSignificant)
        #expect(direction([1, 2, 3, 4], .increase) == .improving)
    }

    @Test("three figures in order are no significant trend, whatever the approximation says")
    func threeFigures() {
        #expect(OECDScheme.trend(of: SchemeFixture.halfYears([1, 2, 3])).reason == .tooFewFigures)
    }

    @Test("a target that is met is at distance 0, and one without a frozen group has none")
    func edges() {
        let reference = OECDScheme.ReferenceSpread(of: [1, 2, 3])
        func distance(_ value: Double, _ reference: OECDScheme.ReferenceSpread?) -> SchemeOutcome<OECDScheme.Distance> {
            OECDScheme.distance(
                of: SchemeFixture.halfYears([9, value], goal: .init(.atMost(5.8), deadline: nil), reference: reference)
            )
        }
        #expect(distance(5, reference).verdict?.deviations == 0 && distance(5.8, reference).verdict?.deviations == 0)
        #expect(distance(6.8, reference).verdict.map { ($0.deviations - 1).magnitude < 1e-9 } == true)
        #expect(distance(6.8, nil).reason == .noReferenceGroup)
        #expect(OECDScheme.distance(of: SchemeFixture.halfYears([9, 8], reference: reference)).reason == .noTarget)
    }

    @Test("a group of one, or of equals, has no spread; ten are enough for a steady one")
    func spread() {
        #expect(OECDScheme.ReferenceSpread(of: [1]) == nil && OECDScheme.ReferenceSpread(of: [2, 2, 2]) == nil)
        #expect(OECDScheme.ReferenceSpread(of: (1...9).map(Double.init))?.isUnstable == true)
        #expect(OECDScheme.ReferenceSpread(of: (1...10).map(Double.init))?.isUnstable == false)
    }
}
