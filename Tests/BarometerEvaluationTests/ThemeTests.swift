import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

private func theme(_ codes: [Headline.Code]) -> ThemeSummary {
    ThemeSummary(codes.enumerated().map { ThemeSummary.Item(id: "\($0)", code: $1) })
}

@Suite("methods 7: theme status")
struct ThemeTests {
    @Test("2017: 14 better and 4 worse of 25 reported, +0.40")
    func netBalance() {
        let verdicts: [Movement.Verdict?] =
            Array(repeating: .better, count: 14) + Array(repeating: .worse, count: 4)
            + Array(repeating: .stable, count: 7) + [nil]
        let goals = ThemeSummary(
            verdicts.enumerated().map { ThemeSummary.Item(id: "\($0)", code: .notAssessable, sinceBaseline: $1) }
        )
        #expect(goals.items.count == 26 && goals.reported == 25 && goals.better == 14 && goals.worse == 4)
        #expect(isPrinted(goals.netBalance, 0.40, decimals: 2))
        #expect(theme([.met]).netBalance == nil)
    }

    @Test("the distribution names every state, and the worst is told")
    func distribution() {
        let goals = theme([
            .met, .metSlipping, .onSchedule, .behindReachable, .behindUnprecedented, .wrongWay, .missed, .undetermined,
            .notAssessable, .met,
        ])
        #expect(goals.distribution.map(\.state) == ThemeSummary.State.allCases)
        #expect(goals.distribution.map(\.count) == [3, 1, 2, 1, 1, 1, 1])
        #expect(goals.worst == .missed && theme([.met, .undetermined]).worst == .met)
        #expect(theme([.undetermined, .notAssessable]).worst == nil)
    }

    @Test("less than 60 % assessed: no word; exactly 60 % is enough")
    func coverage() {
        let three = theme([.met, .met, .met, .notAssessable, .notAssessable])
        #expect(three.isCovered && three.coverage == 0.6 && three.median == .met)
        let two = theme([.met, .met, .notAssessable, .notAssessable])
        #expect(!two.isCovered && two.median == nil && two.assessed == 2)
        #expect(theme([]).coverage == nil && theme([]).median == nil && !theme([]).isCovered)
        #expect(theme([.undetermined, .undetermined, .undetermined, .notAssessable, .notAssessable]).isCovered)
    }

    @Test(
        "the median: more than half are as good, and undetermined goals count",
        arguments: [
            ([Headline.Code.met], Headline.Code.met), ([.met, .missed], .missed),
            ([.met, .onSchedule, .missed], .onSchedule),
            ([.met, .met, .missed, .missed], .missed), ([.met, .met, .met, .missed], .met),
            ([.undetermined], .undetermined), ([.met, .undetermined], .undetermined),
            ([.met, .met, .met, .undetermined], .met), ([.met, .met, .undetermined], .met),
            ([.met, .onSchedule, .undetermined], .undetermined),
            ([.met, .onSchedule, .missed, .undetermined], .undetermined),
            ([.met, .onSchedule, .onSchedule, .missed, .undetermined], .onSchedule),
            ([.behindReachable, .behindUnprecedented, .wrongWay], .behindUnprecedented),
        ]
    )
    func median(_ codes: [Headline.Code], _ word: Headline.Code) {
        #expect(theme(codes).median == word)
    }

    @Test("the matched set leaves out what was assessed in one edition only")
    func matched() {
        func edition(_ codes: [(String, Headline.Code)]) -> ThemeSummary {
            ThemeSummary(codes.map { ThemeSummary.Item(id: $0.0, code: $0.1) })
        }
        let earlier = edition([
            ("a", .missed), ("b", .onSchedule), ("c", .met), ("d", .met), ("e", .wrongWay), ("gone", .wrongWay),
            ("f", .notAssessable),
        ])
        let later = edition([
            ("e", .behindReachable), ("d", .undetermined), ("c", .met), ("b", .wrongWay), ("a", .missed), ("f", .met),
            ("new", .met),
        ])
        let result = later.compared(withEarlier: earlier)
        #expect(result.improved == ["e"] && result.worsened == ["b"] && result.unchanged == ["a", "c"])
        #expect(result.untold == ["d"] && result.onlyEarlier == ["gone"] && result.onlyLater == ["f", "new"])
        #expect(result.netBalance == 0 && result.earlier.items.count == 5)
        #expect(later.compared(withEarlier: theme([])).netBalance == nil)
    }

    @Test("a matched-set comparison is symmetric in time, and an unrelated goal changes nothing")
    func symmetry() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<1_000 {
            func edition() -> ThemeSummary {
                let ids = (0..<9).filter { _ in Bool.random(using: &generator) }.shuffled(using: &generator)
                return ThemeSummary(
                    ids.map { id in
                        let code = Headline.Code.allCases.randomElement(using: &generator) ?? .met
                        return ThemeSummary.Item(id: "\(id)", code: code)
                    }
                )
            }
            let (first, second) = (edition(), edition())
            let (there, back) = (MatchedComparison(from: first, to: second), MatchedComparison(from: second, to: first))
            #expect(there.improved == back.worsened && there.worsened == back.improved)
            #expect(there.unchanged == back.unchanged && there.untold == back.untold)
            #expect(there.onlyEarlier == back.onlyLater && there.earlier.items == back.later.items)
            let parts = there.improved.count + there.worsened.count + there.unchanged.count + there.untold.count
            #expect(parts == there.earlier.items.count)
            let more = ThemeSummary(second.items + [ThemeSummary.Item(id: "other", code: .missed)])
            let again = MatchedComparison(from: first, to: more)
            #expect(again.improved == there.improved && again.worsened == there.worsened)
            #expect(again.onlyLater == there.onlyLater + ["other"])
        }
    }
}

@Suite("methods 7: index arithmetic")
struct ScoreTests {
    private func means(_ scores: [Double]) -> [Double?] { ScoreRange.Mean.allCases.map { $0.of(scores) } }

    @Test("scores 35.4 80 100: arithmetic 71.8, geometric 65.7, harmonic 59.1, minimum 35.4")
    func printed() {
        let values = means([35.4, 80, 100])
        for (value, printed) in zip(values, [71.8, 65.7, 59.1, 35.4]) {
            #expect(isPrinted(value, printed, decimals: 1))
        }
    }

    @Test("arithmetic cannot tell (10, 90) from (50, 50), geometric gives 30 against 50")
    func compensation() {
        #expect(means([10, 90])[0] == 50 && means([50, 50])[0] == 50)
        #expect(isPrinted(means([10, 90])[1], 30, decimals: 10) && isPrinted(means([50, 50])[1], 50, decimals: 10))
    }

    @Test("the score is the achieved share: case K at 2013H2 has 35.4")
    func score() {
        #expect(isPrinted(ScoreRange.score(of: 8.9, baseline: 10.6, target: 5.8), 35.4, decimals: 1))
        #expect(ScoreRange.score(of: 1, baseline: 2, target: 2) == nil)
    }

    @Test("the range runs over all means and with each goal left out")
    func range() throws {
        let range = try #require(ScoreRange([("a", 35.4), ("b", 80), ("c", 100)]))
        #expect(isPrinted(range.range.lower, 35.4, decimals: 6) && isPrinted(range.range.upper, 90, decimals: 6))
        #expect(range.withoutOne.map(\.id) == ["a", "b", "c"])
        #expect(isPrinted(range.withoutOne[0].byMean[0].value, 90, decimals: 6))
        #expect(ScoreRange([]) == nil && ScoreRange([("a", .nan)]) == nil)
    }

    @Test("geometric and harmonic need scores above zero, a theme of one goal has nothing without it")
    func edges() throws {
        #expect(means([0, 50]) == [25, nil, nil, 0] && means([-10, 50]) == [20, nil, nil, -10])
        #expect(means([]) == [nil, nil, nil, nil])
        let one = try #require(ScoreRange([("a", 40)]))
        #expect(one.withoutOne[0].byMean.allSatisfy { $0.value == nil })
        #expect((one.range.lower - 40).magnitude < 1e-9 && (one.range.upper - 40).magnitude < 1e-9)
    }

    @Test("minimum <= harmonic <= geometric <= arithmetic")
    func order() {
        var generator = SeededGenerator(seed: 71)
        for _ in 0..<1_000 {
            let count = Int.random(in: 1...9, using: &generator)
            let scores = (0..<count).map { _ in Double(Int.random(in: 1...1_200, using: &generator)) / 10 }
            let values = means(scores).compactMap(\.self)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 } && values.count == 4)
        }
    }
}
