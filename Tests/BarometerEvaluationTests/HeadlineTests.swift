import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

/// Case K's target on other figures, half-yearly from the baseline on.
private func record(_ values: [Double], target: Double = 5.8) -> Assessment {
    var promise = CaseK.target
    promise.aim = .atMost(target)
    promise.baseline.value = values[0]
    return Assessment(
        of: CaseK.series(values),
        target: promise,
        direction: .decrease,
        edition: Period.halfYear(2010, 2).advanced(by: values.count - 1)
    )
}

@Suite("The word")
struct HeadlineTests {
    @Test("the classes behind count as one: case K is behind for sure, though each class of its own is not")
    func caseK() throws {
        let outlook = try #require(CaseK.assessment(at: .halfYear(2013, 2)).outlook?.paceProbabilities)
        #expect(outlook.probability(of: .farBehind) < 0.8)
        #expect(CaseK.assessment(at: .halfYear(2013, 2)).headline.isLeaning == false)
    }

    @Test("a word whose class is less likely than 80 % is leaning")
    func leaning() throws {
        let close = record([10.6, 10.4, 9.2, 9.0, 8.6, 7.2, 7.0])
        #expect(close.headline.code == .onSchedule && close.headline.isLeaning == true)
        let sure = record([10.6, 10.0, 9.4, 8.7, 8.1, 7.5, 6.8])
        #expect(sure.headline.code == .onSchedule && sure.headline.isLeaning == false)
    }

    @Test("where no word has half of the probability the headline says so")
    func undetermined() {
        let wild = record([10.6, 2.0, 17.0, 1.5, 18.0, 3.0, 8.0])
        #expect(wild.headline.code == .undetermined && wild.headline.isLeaning == nil)
    }

    @Test("with fewer than six figures nothing is undetermined, and whether it leans is not known")
    func few() {
        let few = record([10.6, 2.0, 17.0, 9.5])
        #expect(few.headline.code != .undetermined && few.headline.isLeaning == nil)
    }

    @Test("met, and the latest change is worse beyond the floor: slipping")
    func slipping() {
        #expect(record([10.6, 5.0, 5.4]).headline.code == .metSlipping)
        #expect(record([10.6, 5.4, 5.4]).headline.code == .met)
    }

    @Test("a better current value never gives a worse word, the two that cannot tell left out")
    func monotone() {
        let order: [Headline.Code] = [
            .wrongWay, .behindUnprecedented, .behindReachable, .onSchedule, .metSlipping, .met,
        ]
        var generator = SeededGenerator(seed: 91)
        for _ in 0..<1_000 {
            let count = Int.random(in: 2...5, using: &generator)
            let values = (0..<count).map { _ in Double(Int.random(in: 40...150, using: &generator)) / 10 }
            guard values[0] > 5.8 else { continue }
            let worse = Double(Int.random(in: 30...150, using: &generator)) / 10
            let better = worse - Double(Int.random(in: 1...50, using: &generator)) / 10
            // Up to five figures there are no probabilities, which the property holds fixed.
            let words = [worse, better].map { record(values.dropLast() + [$0]).headline.code }
            let places = words.compactMap { order.firstIndex(of: $0) }
            if places.count == 2 { #expect(places[0] <= places[1], "\(values) \(worse) \(better) \(words)") }
        }
    }
}
