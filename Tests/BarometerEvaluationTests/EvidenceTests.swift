import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import Testing

@Suite("Evidence")
struct EvidenceTests {
    private func evidence(
        _ figures: [(step: Int, value: Double?)],
        edition: Int,
        status: ObservationStatus = .normal,
        cases: Double? = nil,
        breaks: [Indicator.Break] = []
    ) -> Evidence {
        let start = Period.halfYear(2010, 2)
        let observations = figures.map { figure in
            Series.Observation(
                period: start.advanced(by: figure.step),
                value: figure.value,
                status: figure.value == nil ? .notAvailable : status,
                basis: cases.map { .rate(Series.Counts(numerator: $0, denominator: 10_000)) }
            )
        }
        return Assessment(
            of: Series(unit: .percent, decimals: 1, observations: observations),
            target: nil,
            direction: .decrease,
            edition: start.advanced(by: edition),
            background: Assessment.Background(breaks: breaks)
        ).evidence
    }

    private let twelve = (0..<12).map { (step: $0, value: Optional(10 + Double($0 % 3))) }

    @Test("twelve figures with counts, up to date: A, and no reason")
    func best() {
        let best = evidence(twelve, edition: 11, cases: 1_000)
        #expect(best.grade == .a && best.reasons.isEmpty && best.points == 12)
    }

    @Test("each weakness is a reason and costs its weight")
    func reasons() {
        #expect(evidence(twelve, edition: 11).reasons == [.noCounts])
        #expect(evidence(twelve, edition: 11).grade == .b)
        #expect(evidence(twelve, edition: 13, cases: 1_000).reasons == [.oldFigure])
        #expect(evidence(twelve, edition: 12, cases: 1_000).reasons.isEmpty)
        #expect(evidence(twelve, edition: 15, cases: 1_000).reasons == [.veryOldFigure])
        #expect(evidence(twelve, edition: 15, cases: 1_000).grade == .c)
        #expect(evidence(twelve, edition: 11, status: .provisional, cases: 1_000).reasons == [.provisional])
        #expect(evidence(twelve, edition: 11, cases: 9).reasons == [.smallNumbers])
        #expect(evidence(Array(twelve.prefix(5)), edition: 4, cases: 1_000).reasons == [.fewPoints])
        let gaps = twelve.map { (step: $0.step, value: $0.step % 4 == 1 ? nil : $0.value) }
        #expect(evidence(gaps, edition: 11, cases: 1_000).reasons == [.manyPointsMissing])
        let broken = Indicator.Break(period: .halfYear(2012, 1), reason: LocalizedText("another count"))
        #expect(evidence(twelve, edition: 11, cases: 1_000, breaks: [broken]).reasons == [.broken])
    }

    @Test("the grade ends at D, and the heaviest reasons come first")
    func worst() {
        let poor = evidence([(0, 10), (1, nil)], edition: 9)
        #expect(poor.grade == .d)
        #expect(poor.reasons == [.fewerThanThree, .veryOldFigure, .manyPointsMissing, .noCounts])
        #expect(Evidence.Reason.allCases.allSatisfy { !$0.text.en.isEmpty && !$0.text.da.isEmpty })
    }

    @Test("figures that nobody has touched for two years, such as forecasts that were never replaced")
    func vintage() throws {
        func reasons(_ day: CalendarDay?) -> [Evidence.Reason] {
            Assessment(
                of: CaseK.series([10.6, 10.5, 10.4, 10.3, 10.2, 10.1]),
                target: nil,
                direction: .decrease,
                edition: .halfYear(2013, 1),
                background: .init(vintage: day)
            ).evidence.reasons
        }
        #expect(reasons(Period.halfYear(2013, 1).lastDay) == [.noCounts])
        #expect(reasons(Period.halfYear(2010, 2).lastDay) == [.oldVintage, .noCounts])
    }
}
