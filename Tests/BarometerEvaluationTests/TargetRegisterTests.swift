import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

private func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
}

private func target(_ value: Double, adopted: CalendarDay? = nil) -> Target {
    Target(
        .atMost(value),
        baseline: Target.Baseline(period: .halfYear(2010, 2), value: 10.6),
        deadline: .halfYear(2014, 2),
        decimals: 1,
        adopted: adopted.map { Target.Adoption(on: $0, by: LocalizedText("Committee")) }
    )
}

private func register() throws -> TargetRegister {
    try #require(
        TargetRegister([
            .init(id: "plan", target(5.8, adopted: try day(2010, 12, 15))),
            .init(id: "new", target(7.0, adopted: try day(2012, 6, 1)), from: try day(2012, 7, 1), supersedes: "plan"),
        ])
    )
}

@Suite("methods 2.5 and 8.4: adopted targets")
struct TargetRegisterTests {
    @Test("each edition is held against the target in force on its last day; replaced targets stay visible")
    func inForce() throws {
        let register = try register()
        func values(_ edition: Period) -> (inForce: Double?, former: [Double?]) {
            let reading = register.reading(in: edition)
            return (reading.inForce?.target.value, reading.former.map(\.target.value))
        }
        #expect(values(.halfYear(2010, 1)) == (nil, []))
        #expect(values(.halfYear(2010, 2)) == (5.8, []) && values(.halfYear(2012, 1)) == (5.8, []))
        #expect(values(.halfYear(2012, 2)) == (7, [5.8]) && values(.halfYear(2013, 2)) == (7, [5.8]))
    }

    @Test("with an as-of day only what was adopted by then is known, and a target whose successor is unknown holds on")
    func asOf() throws {
        let register = try register()
        let edition = Period.halfYear(2013, 2)
        #expect(register.reading(in: edition, asOf: try day(2012, 5, 31)).inForce?.id == "plan")
        #expect(register.reading(in: edition, asOf: try day(2012, 6, 1)).inForce?.id == "plan", "not yet in force")
        #expect(register.reading(in: edition, asOf: try day(2012, 7, 1)).inForce?.id == "new")
        #expect(register.reading(in: edition, asOf: try day(2010, 1, 1)).inForce == nil)
        // A decision that reaches back is not known before it was made.
        let back = try #require(
            TargetRegister([
                .init(id: "plan", target(5.8, adopted: try day(2010)), to: try day(2010, 12, 31)),
                .init(target(7, adopted: try day(2012)), from: try day(2011), supersedes: "plan"),
            ])
        )
        #expect(back.reading(in: .halfYear(2011, 2)).inForce?.target.value == 7)
        #expect(back.reading(in: .halfYear(2011, 2), asOf: try day(2011, 12, 31)).inForce?.target.value == 5.8)
    }

    @Test("an edition against the revised target says so, one before it knows nothing of it")
    func assessment() throws {
        let register = try register()
        func record(_ edition: Period) -> Assessment {
            Assessment(
                of: CaseK.series(CaseK.values),
                under: register.reading(in: edition),
                direction: .decrease,
                edition: edition
            )
        }
        let before = record(.halfYear(2012, 1))
        #expect(before.target?.value == 5.8 && before.standing == .onTheWay && before.formerTargets.isEmpty)
        let after = record(.halfYear(2013, 2))
        #expect(after.target?.value == 7 && after.formerTargets.map(\.id) == ["plan"])
        #expect(after.standing == .targetRevised(on: try day(2012, 7, 1), now: .onTheWay))
        let early = record(.halfYear(2010, 1))
        #expect(early.target == nil && early.standing == .noTarget)
    }

    @Test("a policy that ended without a successor leaves no target in force")
    func ended() throws {
        let register = try #require(
            TargetRegister([.init(target(9.5, adopted: try day(2010)), to: try day(2012, 12, 31))])
        )
        let reading = register.reading(in: .halfYear(2013, 1))
        #expect(reading.hasEnded && reading.inForce == nil && reading.former.count == 1)
        let record = Assessment(
            of: CaseK.series(CaseK.values),
            under: reading,
            direction: .decrease,
            edition: .halfYear(2013, 1)
        )
        #expect(record.standing == .policyEnded(wasMet: false) && record.level == nil, "9.7 in 2012H2, not 9.4")
    }

    @Test("contradictions are told with the entries they concern")
    func faults() throws {
        let (first, second) = (try day(2010), try day(2012))
        func faults(_ entries: TargetRegister.Entry...) -> [TargetRegister.Fault] {
            let faults = TargetRegister.faults(in: entries)
            #expect((TargetRegister(entries) == nil) == !faults.isEmpty)
            return faults
        }
        let plan = TargetRegister.Entry(id: "plan", target(5.8, adopted: first))
        #expect(faults(plan, .init(target(7, adopted: second))) == [.overlap(entry: 1, other: 0, on: second)])
        #expect(faults(.init(target(5)), .init(target(6))) == [.overlap(entry: 1, other: 0, on: nil)])
        #expect(
            faults(plan, .init(target(7, adopted: second), supersedes: "pln")).first == .unknownPredecessor(entry: 1)
        )
        #expect(faults(plan, .init(target(7), supersedes: "plan")).first == .notAfterPredecessor(entry: 1))
        #expect(
            faults(plan, .init(target(7, adopted: first), supersedes: "plan")).first == .notAfterPredecessor(entry: 1)
        )
        #expect(
            faults(
                plan,
                .init(target(7, adopted: second), to: try day(2013), supersedes: "plan"),
                .init(target(8, adopted: try day(2014)), supersedes: "plan")
            ) == [.supersededTwice(entry: 2)]
        )
        #expect(faults(.init(target(5), from: second, to: first)) == [.endsBeforeItStarts(entry: 0)])
        #expect(
            faults(.init(id: "a", target(5), to: first), .init(id: "a", target(6), from: second))
                == [.repeatedID(entry: 1)]
        )
        #expect(
            faults(.init(target(5), to: first), .init(target(6), from: first)) == [
                .overlap(entry: 1, other: 0, on: first)
            ]
        )
        #expect(
            faults(
                .init(target(6), from: second),
                .init(target(5), from: first, to: CalendarDay(number: second.number - 1))
            ) == []
        )
        #expect(faults() == [])
    }

    @Test("adding a later decision never changes what held as of an earlier day (methods 9.1)")
    func monotone() throws {
        var generator = SeededGenerator(seed: 84)
        for _ in 0..<1500 {
            var entries: [TargetRegister.Entry] = []
            var decided = CalendarDay(number: 14_000)
            for index in 0..<Int.random(in: 1...4, using: &generator) {
                decided = CalendarDay(number: decided.number + Int.random(in: 1...500, using: &generator))
                // In force at once, later, or reaching back, but later than the one before.
                let earliest = (entries.last?.from?.number ?? 13_000) + 1
                let from = max(earliest, decided.number + Int.random(in: -300...300, using: &generator))
                entries.append(
                    TargetRegister.Entry(
                        id: "\(index)",
                        target(Double(index), adopted: decided),
                        from: CalendarDay(number: from),
                        supersedes: index == 0 ? nil : "\(index - 1)"
                    )
                )
            }
            let whole = try #require(TargetRegister(entries))
            let earlier = try #require(TargetRegister(Array(entries.dropLast())))
            let day = CalendarDay(number: decided.number - Int.random(in: 1...900, using: &generator))
            let edition = Period(.halfYearly, ordinal: Int.random(in: 4010...4030, using: &generator))
            #expect(
                whole.reading(in: edition, asOf: day).inForce?.id == earlier.reading(in: edition, asOf: day).inForce?.id
            )
        }
    }
}

@Suite("methods 8.4: the reading relative to a revised baseline")
struct RevisedBaselineTests {
    private func record(_ values: [Double?], _ target: Target, edition: Int) -> Assessment {
        Assessment(
            of: CaseK.series(values),
            target: target,
            direction: .decrease,
            edition: .halfYear(2010, 2).advanced(by: edition)
        )
    }

    @Test("10.6 revised to 10.9: adopted distance -4.8, absolute 5.8, relative 6.1, and 6.0 meets only one of them")
    func worked() throws {
        let record = record([10.9, nil, nil, nil, nil, nil, nil, nil, 6.0], target(5.8), edition: 8)
        let revised = try #require(record.revisedBaseline)
        #expect(revised.adopted == 10.6 && revised.revised == 10.9)
        #expect(isPrinted(revised.adoptedDistance, -4.8, decimals: 9))
        #expect(isPrinted(revised.relative.value, 6.1, decimals: 9) && revised.relative.baseline.value == 10.9)
        #expect(revised.absoluteReading?.isMet == false && revised.relativeReading?.isMet == true)
        #expect(revised.readingsDiffer)
        #expect(record.level?.met == false && record.target?.value == 5.8, "the target as adopted counts")
    }

    @Test("the same class under both is no difference; another class is")
    func classes() throws {
        // Half the time: 8.35 is 2.25 of 4.8 from 10.6, and 2.55 of 4.8 from 10.9: index 0.94 and 1.06.
        let differing = record([10.9, nil, nil, nil, 8.35], target(5.8), edition: 4)
        #expect(differing.revisedBaseline?.absoluteReading?.scheduleClass == .slightlyBehind)
        #expect(differing.revisedBaseline?.relativeReading?.scheduleClass == .onSchedule)
        #expect(differing.revisedBaseline?.readingsDiffer == true)
        #expect(record([10.9, nil, nil, nil, 10.0], target(5.8), edition: 4).revisedBaseline?.readingsDiffer == false)
    }

    @Test("what still rounds to the adopted value was not revised")
    func rounding() {
        var adopted = target(5.8)
        adopted.baseline.decimals = 1
        #expect(record([10.64, 10], adopted, edition: 1).revisedBaseline == nil)
        #expect(record([10.65, 10], adopted, edition: 1).revisedBaseline != nil)
        #expect(record([10.6 + 1e-12, 10], target(5.8), edition: 1).revisedBaseline == nil)
        #expect(record([nil, 10], adopted, edition: 1).revisedBaseline == nil)
        adopted.baseline.value = nil
        #expect(record([10.9, 10], adopted, edition: 1).revisedBaseline == nil)
    }

    @Test("milestones and ranges move too, a geometric path keeps the factor, parity and yes stay")
    func moving() throws {
        var milestones = target(5.8)
        milestones.path = .milestones([.init(period: .halfYear(2012, 2), value: 9)])
        let moved = try #require(record([10.9, 10], milestones, edition: 1).revisedBaseline)
        #expect(isPrinted(moved.relative.path.milestones.first?.value, 9.3, decimals: 9))
        var range = target(5.8)
        range.aim = .between(4...6)
        if case .between(let bounds) = record([10.9, 10], range, edition: 1).revisedBaseline?.relative.aim {
            #expect(isPrinted(bounds.lowerBound, 4.3, decimals: 9) && isPrinted(bounds.upperBound, 6.3, decimals: 9))
        } else {
            Issue.record("a range moves with its baseline")
        }
        // Descendants of non-western origin before and after the parent information of 2007: factor 0.86904.
        var count = target(16_000)
        count.baseline.value = 17_028
        count.path = .geometric
        let factor = try #require(record([14_798, 14_500], count, edition: 1).revisedBaseline)
        #expect(isPrinted(factor.relative.value.map { $0 / 16_000 }, 0.86904, decimals: 5))
        for aim in [Target.Aim.parity(5), .yes] {
            var fixed = target(5.8)
            fixed.aim = aim
            #expect(record([10.9, 10], fixed, edition: 1).revisedBaseline == nil)
        }
    }
}
