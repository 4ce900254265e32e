import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import Testing

@Suite("methods 1.12: Copenhagen 2015-18")
struct CopenhagenSchemeTests {
    @Test("case K is green; the word of the movement is the colour, what is not shown is yellow, and none is white")
    func colours() throws {
        let change = try #require(CaseK.assessment(at: .halfYear(2013, 2)).movement?.sinceBaseline)
        #expect(CopenhagenScheme.colour(of: change) == .green)
        let expected: [(Movement.Verdict, CopenhagenScheme.Colour)] = [
            (.better, .green), (.stable, .yellow), (.worse, .red), (.undetermined, .yellow),
        ]
        for (verdict, colour) in expected {
            var judged = change
            judged.verdict = verdict
            #expect(CopenhagenScheme.colour(of: judged) == colour)
        }
        #expect(CopenhagenScheme.colour(of: nil) == .white)
        var broken = change
        broken.verdict = .undetermined
        broken.brokenBy = Indicator.Break(period: .halfYear(2012, 1), reason: LocalizedText("another count"))
        #expect(CopenhagenScheme.colour(of: broken) == .white)
    }
}

@Suite("methods 1.12: the national integrationsbarometer")
struct NationalBarometerSchemeTests {
    /// The movement from a baseline to a value, as printed: value, change and label.
    private func printed(_ values: Double..., direction: Indicator.Direction = .decrease) -> String {
        let facts = SchemeFixture.halfYears(values, direction: direction)
        return NationalBarometerScheme.verdict(of: facts).verdict.map {
            "\(Int($0.value)) \(Int($0.change)) \($0.development)"
        } ?? "none"
    }

    @Test("the gap of 26 points in 2014 is up one since 2011: negative development")
    func gap() {
        #expect(printed(25, 26) == "26 1 negative")
    }

    @Test("20 points in 2020 are 6 fewer than in 2012: positive development; a frequency of 60 is 9 more")
    func later() {
        #expect(printed(26, 20) == "20 -6 positive")
        #expect(printed(51, 60, direction: .increase) == "60 9 positive")
    }

    @Test("case K: 9 points, 2 fewer than at the baseline")
    func caseK() {
        #expect(printed(10.6, 10.8, 10.9, 10.3, 9.7, 9.4, 8.9) == "9 -2 positive")
    }

    @Test("the label is that of the rounded change, half away from zero, so values and change can differ by a point")
    func rounding() {
        #expect(printed(10, 10.4) == "10 0 unchanged" && printed(10, 9.6) == "10 0 unchanged")
        #expect(printed(10, 10.5) == "11 1 negative" && printed(10, 9.5) == "10 -1 positive")
        // Printed as 10 and 11, yet the change of 0.2 is 0.
        #expect(printed(10.4, 10.6) == "11 0 unchanged")
        // In binary 16.15 - 15.65 is a hair less than a half.
        #expect(16.15 - 15.65 < 0.5 && printed(15.65, 16.15) == "16 1 negative")
    }

    @Test("one indicator is its goal; of three the majority decides, and none is unchanged")
    func goals() {
        typealias Scheme = NationalBarometerScheme
        #expect(Scheme.development(of: [.negative]) == .negative)
        #expect(Scheme.development(of: [.positive, .negative, .positive]) == .positive)
        #expect(Scheme.development(of: [.negative, .unchanged, .negative]) == .negative)
        #expect(Scheme.development(of: [.unchanged, .positive, .unchanged]) == .unchanged)
        #expect(Scheme.development(of: [.positive, .negative, .unchanged]) == .unchanged)
        #expect(Scheme.development(of: []) == nil && Scheme.development(of: [.positive, .positive]) == nil)
    }

    @Test("no later figure, and a goal with two sides, have no movement")
    func reasons() {
        #expect(NationalBarometerScheme.verdict(of: SchemeFixture.halfYears([3])).reason == .noLaterFigure)
        let band = SchemeFixture.halfYears([3, 4], goal: .init(.between(1, 2), deadline: nil))
        #expect(NationalBarometerScheme.verdict(of: band).reason == .bandTarget)
        #expect(NationalBarometerScheme.Development.negative.text.da == "negativ udvikling")
    }
}
