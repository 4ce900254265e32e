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
        let close = record([10.6, 11.5, 9.0, 10.0, 7.5, 8.6, 7.0])
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
        var compared = 0
        while compared < 1_000 {
            let count = Int.random(in: 2...5, using: &generator)
            let values = (0..<count).map { _ in Double(Int.random(in: 40...150, using: &generator)) / 10 }
            guard values[0] > 5.8 else { continue }
            let worse = Double(Int.random(in: 30...150, using: &generator)) / 10
            let better = worse - Double(Int.random(in: 1...50, using: &generator)) / 10
            // Up to five figures there are no probabilities, which the property holds fixed.
            let words = [worse, better].map { record(values.dropLast() + [$0]).headline.code }
            let places = words.compactMap { order.firstIndex(of: $0) }
            if places.count == 2 {
                compared += 1
                #expect(places[0] <= places[1], "\(values) \(worse) \(better) \(words)")
            }
        }
    }

    @Test("yes or no has nothing in between before its deadline, and a path that cannot be is told as such")
    func reasons() {
        func reason(_ aim: Target.Aim, path: Target.Path = .linear, _ values: [Double]) -> Headline.Reason? {
            let target = Target(
                aim,
                baseline: Target.Baseline(period: .halfYear(2010, 2)),
                deadline: .halfYear(2014, 2),
                path: path
            )
            let edition = Period.halfYear(2010, 2).advanced(by: values.count - 1)
            return Assessment(
                of: CaseK.series(values.map { $0 }),
                target: target,
                direction: .decrease,
                edition: edition
            ).headline.reason
        }
        #expect(reason(.yes, [0, 0]) == .nothingInBetween)
        #expect(reason(.atMost(5), path: .geometric, [0, 8]) == nil, "the baseline meets the target")
        #expect(reason(.atLeast(5), path: .geometric, [0, 3]) == .impossiblePath)
        #expect(reason(.atMost(12), [10]) == .onlyBaseline, "met, but nothing is known after the baseline")
    }

    @Test("a break after the figure that decided does not undo the decision; one before it does")
    func breaks() {
        func code(_ broken: Period) -> Headline.Code {
            Assessment(
                of: CaseK.series([10.6, 10, 9, 8, 7, 6.5, 6.2, 6, 5.5, 9]),
                target: CaseK.target,
                direction: .decrease,
                edition: .halfYear(2015, 1),
                background: .init(breaks: [Indicator.Break(period: broken, reason: LocalizedText("another count"))])
            ).headline.code
        }
        #expect(code(.halfYear(2015, 1)) == .met)
        #expect(code(.halfYear(2014, 1)) == .notAssessable)
    }

    @Test("a figure worse than the baseline that gets better is behind, and how sure that is comes from behind")
    func turning() {
        let turning = record([10.6, 10.8, 11.0, 11.2, 11.4, 11.6, 11.4])
        #expect(turning.headline.code == .behindUnprecedented && turning.headline.isLeaning == true)
    }

    @Test(
        "a figure that has passed a range and moves on goes the wrong way, however near it is; one that comes back does not"
    )
    func beyond() {
        func code(_ values: [Double]) -> Headline.Code {
            Assessment(
                of: CaseK.series(values.map { $0 }),
                target: Target(
                    .between(45...55),
                    baseline: Target.Baseline(period: .halfYear(2010, 2)),
                    deadline: .halfYear(2014, 2)
                ),
                direction: .increase,
                edition: Period.halfYear(2010, 2).advanced(by: values.count - 1)
            ).headline.code
        }
        #expect(code([40, 44, 51, 56]) == .wrongWay)
        #expect(code([40, 44, 60, 56]) == .onSchedule)
    }
}
