import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

private func parts(_ parts: [(label: ChangeLabel, amount: Double)]) -> [String] {
    parts.map { "\($0.label) \(NumberText.forMachines($0.amount, decimals: 6))" }
}

private func counts(_ numerator: Double, _ denominator: Double) -> Series.Counts {
    Series.Counts(numerator: numerator, denominator: denominator)
}

@Suite("methods 8.3: the figure changed")
struct RevisionSplitTests {
    @Test("printed 9.7, now 9.9 and 9.5: -0.2 = revision +0.2 + movement -0.4")
    func printed() {
        let split = RevisionSplit(printed: 9.7, revised: 9.9, current: 9.5)
        #expect(isPrinted(split.total, -0.2, decimals: 1) && isPrinted(split.revision, 0.2, decimals: 1))
        #expect(isPrinted(split.movement, -0.4, decimals: 1) && split.method == 0)
        #expect(parts(split.parts) == ["dataRevised 0.2", "cityMoved -0.4"])
    }

    @Test("the same from the series as they were known then and now")
    func series() {
        let (first, second) = (Period.halfYear(2012, 2), Period.halfYear(2013, 1))
        let (old, new) = (CaseK.series([9.7], from: first), CaseK.series([9.9, 9.5], from: first))
        let split = RevisionSplit(printed: first, in: old, current: second, in: new)
        #expect(split == RevisionSplit(printed: 9.7, revised: 9.9, current: 9.5))
        #expect(RevisionSplit(printed: second, in: old, current: second, in: new) == nil)
        let withdrawn = CaseK.series([nil, 9.5], from: first)
        #expect(RevisionSplit(printed: first, in: old, current: second, in: withdrawn) == nil)
    }

    @Test("another method and another target are parts of their own")
    func fourLabels() {
        let split = RevisionSplit(printed: 9.7, recomputed: 9.6, revised: 9.9, current: 9.5)
        #expect(parts(split.parts) == ["methodChanged -0.1", "dataRevised 0.3", "cityMoved -0.4"])
        var other = CaseK.target
        other.aim = .atMost(6.1)
        let distance = split.distanceParts(from: CaseK.target, to: other)
        #expect(
            parts(distance) == ["methodChanged -0.1", "dataRevised 0.3", "yardstickChanged -0.3", "cityMoved -0.4"]
        )
        #expect(ChangeLabel.cityMoved.word.en == "city moved" && ChangeLabel.allCases.count == 4)
    }

    @Test("the correction of a rate by numerator and denominator")
    func rate() throws {
        // 4800 of 30 000 become 4900 of 31 000: +100 at the mean of 1/30 000 and 1/31 000, and so on.
        let revision = try #require(RateRevision(from: counts(4_800, 30_000), to: counts(4_900, 31_000)))
        #expect(isPrinted(revision.numerator, 0.327957, decimals: 6))
        #expect(isPrinted(revision.denominator, -0.521505, decimals: 6))
        #expect(isPrinted(revision.total, -0.193548, decimals: 6))
        #expect(RateRevision(from: counts(1, 0), to: counts(1, 2)) == nil)
        #expect(RateRevision(from: counts(1, 2), to: counts(1, 0)) == nil)
    }

    @Test("the parts sum to the whole, and the way back turns all signs")
    func properties() throws {
        var generator = SeededGenerator(seed: 83)
        func figure() -> Double { Double(Int.random(in: -9_999...9_999, using: &generator)) / 100 }
        for _ in 0..<1_000 {
            let split = RevisionSplit(printed: figure(), recomputed: figure(), revised: figure(), current: figure())
            #expect((split.method + split.revision + split.movement - split.total).magnitude < 1e-9)
            #expect((split.parts.reduce(0) { $0 + $1.amount } - split.total).magnitude < 1e-8)
            var (old, new) = (CaseK.target, CaseK.target)
            let (before, after) = (figure(), figure())
            (old.aim, new.aim) = (.atMost(before), .atMost(after))
            let change = (after - split.current) - (before - split.printed)
            let distance = split.distanceParts(from: old, to: new).reduce(0) { $0 + $1.amount }
            #expect((distance + change).magnitude < 1e-8)
            let (first, second) = (
                counts(Double(Int.random(in: 0...9_999, using: &generator)), 1 + figure().magnitude * 900),
                counts(Double(Int.random(in: 0...9_999, using: &generator)), 1 + figure().magnitude * 900)
            )
            let there = try #require(RateRevision(from: first, to: second))
            let back = try #require(RateRevision(from: second, to: first))
            let whole = 100 * (second.numerator / second.denominator - first.numerator / first.denominator)
            #expect((there.total - whole).magnitude < 1e-9 * max(1, whole.magnitude, there.numerator.magnitude))
            #expect(there.numerator == -back.numerator && there.denominator == -back.denominator)
        }
    }
}

@Suite("methods 8.3: the status changed")
struct StatusChangeTests {
    /// The word of the first or the second edition after the baseline, on data and a target of then or of today.
    private func word(_ data: [Double], target: Double = 5.8, at edition: Period) -> Headline.Code {
        var yardstick = CaseK.target
        yardstick.aim = .atMost(target)
        return Assessment(of: CaseK.series(data), target: yardstick, direction: .decrease, edition: edition)
            .headline.code
    }
    private let then = Period.halfYear(2011, 1)
    private let now = Period.halfYear(2011, 2)

    private func change(_ old: [Double], _ new: [Double], target: Double = 5.8) -> StatusChange {
        StatusChange(printed: word(Array(old.prefix(2)), at: then)) { today in
            word(
                Array((today.isToday(.dataRevised) ? new : old).prefix(today.isToday(.cityMoved) ? 3 : 2)),
                target: today.isToday(.yardstickChanged) ? target : 5.8,
                at: today.isToday(.cityMoved) ? now : then
            )
        }
    }

    @Test("a flip that is there at the old period in the new data is a revision")
    func revision() {
        let result = change([10.6, 10.0, 9.4], [10.6, 10.7, 10.8])
        #expect(result.printed == .onSchedule && result.current == .wrongWay && result.labels == [.dataRevised])
    }

    @Test("else it is a movement")
    func movement() {
        let result = change([10.6, 10.0, 10.8], [10.6, 10.0, 10.8])
        #expect(result.labels == [.cityMoved] && result.isChange)
        #expect(result.steps.map(\.from) == [.onSchedule] && result.steps.map(\.to) == [.wrongWay])
    }

    @Test("a target that was adopted anew is the yardstick")
    func yardstick() {
        let result = change([10.6, 10.0, 9.4], [10.6, 10.0, 9.4], target: 10.2)
        #expect(result.current == .met && result.labels == [.yardstickChanged])
    }

    @Test("a word that is corrected away and won back has two causes and is no change")
    func thereAndBack() {
        let result = change([10.6, 10.0, 9.4], [10.6, 10.7, 9.4])
        #expect(result.labels == [.dataRevised, .cityMoved] && !result.isChange)
    }

    @Test("nothing changed, nothing is named; what is not exchanged is not evaluated")
    func nothing() {
        #expect(change([10.6, 10.0, 9.4], [10.6, 10.0, 9.4]).labels.isEmpty)
        var asked: [Set<ChangeLabel>] = []
        let result = StatusChange(printed: .met, exchanged: [.dataRevised, .cityMoved]) { today in
            asked.append(today.today)
            return .missed
        }
        #expect(asked == [[.dataRevised], [.dataRevised, .cityMoved]] && result.labels == [.dataRevised])
    }

    @Test("the same from words that were evaluated before")
    func words() {
        let method = StatusChange(printed: .onSchedule, newMethod: .behindReachable, current: .behindReachable)
        #expect(method.labels == [.methodChanged])
        let all = StatusChange(
            printed: .met,
            newMethod: .missed,
            newData: .met,
            newYardstick: .onSchedule,
            current: .wrongWay
        )
        #expect(all.labels == ChangeLabel.allCases && all.current == .wrongWay)
        #expect(StatusChange(printed: .met, current: .met).labels.isEmpty)
        let moved = StatusChange(printed: .met, newData: .met, current: .metSlipping)
        #expect(moved.steps.map(\.from) == [.met] && moved.labels == [.cityMoved])
    }

    @Test("the steps lead from the printed word to the one of now, whatever the words are")
    func properties() {
        var generator = SeededGenerator(seed: 84)
        func word() -> Headline.Code { Headline.Code.allCases.randomElement(using: &generator) ?? .met }
        for _ in 0..<1_000 {
            let words = (word(), word(), word(), word(), word())
            let result = StatusChange(
                printed: words.0,
                newMethod: words.1,
                newData: words.2,
                newYardstick: words.3,
                current: words.4
            )
            #expect(result.steps.first?.from ?? words.4 == words.0 && result.steps.last?.to ?? words.0 == words.4)
            #expect(zip(result.steps, result.steps.dropFirst()).allSatisfy { $0.to == $1.from })
            #expect(result.isChange == (words.0 != words.4) && (!result.isChange || !result.labels.isEmpty))
        }
    }
}
