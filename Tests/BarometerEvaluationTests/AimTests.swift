import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import Testing

private func target(_ aim: Target.Aim, tolerance: Double = 0, from baseline: Double? = nil) -> Target {
    Target(
        aim,
        tolerance: tolerance,
        baseline: Target.Baseline(period: .halfYear(2010, 2), value: baseline),
        deadline: .halfYear(2014, 2)
    )
}

private func record(_ values: [Double?], _ target: Target, steps: Int? = nil) -> Assessment {
    Assessment(
        of: CaseK.series(values),
        target: target,
        direction: .increase,
        edition: .halfYear(2010, 2).advanced(by: steps ?? values.count - 1)
    )
}

@Suite("methods 0: comparators, tolerance, parity, yes or no")
struct AimTests {
    @Test(
        "met is non-strict, with 1e-9 and the tolerance in favour of the better class",
        arguments: [
            (Target.Aim.atMost(5.8), 0.0, [5.8, 5.8 + 1e-10, 0], [5.8 + 1e-8, 6]),
            (.atLeast(60), 0, [60, 60 - 1e-10, 99], [60 - 1e-8]),
            (.between(45...55), 0, [45, 55, 50, 45 - 1e-10, 55 + 1e-10], [45 - 1e-8, 55 + 1e-8]),
            (.parity(50), 0, [50, 50 + 1e-10], [50.1, 49.9]),
            (.parity(50), 2, [48, 52, 50], [47.9, 52.1]),
            (.parity(1, .ratio), 0.25, [1.25, 0.8, 1], [1.26, 0.79, 0, -1]),
            (.atMost(5.8), 0.05, [5.85], [5.86]), (.between(45...55), 1, [44, 56], [43.9, 56.1]),
            (.yes, 0, [1, 2], [0, 0.5]),
        ] as [(Target.Aim, Double, [Double], [Double])]
    )
    func met(_ aim: Target.Aim, _ tolerance: Double, _ met: [Double], _ unmet: [Double]) {
        let target = target(aim, tolerance: tolerance)
        for value in met { #expect(target.isMet(by: value), "\(aim) \(value)") }
        for value in unmet { #expect(!target.isMet(by: value), "\(aim) \(value)") }
    }

    @Test(
        "the distance is positive where something is still to go",
        arguments: [
            (Target.Aim.atMost(5.8), 8.9, 3.1), (.atMost(5.8), 5, -0.8), (.atLeast(60), 52, 8), (.atLeast(60), 61, -1),
            (.between(45...55), 40, 5), (.between(45...55), 60, 5), (.between(45...55), 47, -2),
            (.parity(50), 47, 3), (.parity(50), 53, 3), (.parity(1, .ratio), 0.5, 1), (.parity(1, .ratio), 2, 1),
            (.parity(50, .ratio), 40, 0.25), (.yes, 0, 1), (.yes, 1, 0),
        ] as [(Target.Aim, Double, Double)]
    )
    func distance(_ aim: Target.Aim, _ value: Double, _ distance: Double) {
        #expect(isPrinted(aim.distance(of: value), distance, decimals: 9))
    }

    @Test("a ratio of nothing is infinitely far away, and has no schedule")
    func noRatio() {
        let target = target(.parity(1, .ratio), from: 0.5)
        let record = record([0.5, 0], target)
        #expect(record.level?.met == false && record.level?.distance == .infinity)
        #expect(record.trajectory != nil && record.schedule == nil && record.pace == nil)
        #expect(Trajectory(from: -1, at: 4021, to: target) == nil)
    }

    @Test("5.85 is not rounded into a target of at most 5.8 (methods 0)")
    func rounding() {
        let record = record([10.6, 5.85], target(.atMost(5.8), from: 10.6))
        #expect(record.level?.met == false && record.level?.metAsPublished == false)
        let parity = self.parityLevel(49.96)
        #expect(parity?.met == false && parity?.metAsPublished == true)
    }

    private func parityLevel(_ value: Double) -> Level? {
        record([40, value], target(.parity(50), from: 40)).level
    }

    @Test("from below, parity is assessed like at least; a value beyond it is behind by as much as it is too far")
    func parity() throws {
        let parity = record([40, 41, 44], target(.parity(50), from: 40))
        let least = record([40, 41, 44], target(.atLeast(50), from: 40))
        #expect(parity.direction == .increase && parity.schedule?.expected == 42.5)
        #expect(parity.schedule?.variance == 1.5 && parity.schedule?.delayHalfYears == least.schedule?.delayHalfYears)
        #expect(parity.pace?.index == least.pace?.index && parity.pace?.required == least.pace?.required)
        let beyond = record([40, 41, 56], target(.parity(50), from: 40))
        #expect(beyond.schedule?.expected == 42.5 && beyond.schedule?.variance == 1.5)
        #expect(beyond.level?.distance == 6 && beyond.pace?.index == parity.pace?.index)
        #expect(beyond.schedule?.delayHalfYears == parity.schedule?.delayHalfYears)
        let tooFar = record([40, 41, 62], target(.parity(50), from: 40))
        #expect(tooFar.pace?.scheduleClass == .wrongWay && tooFar.schedule?.delayHalfYears == 2)
    }

    @Test("from above, parity is assessed like at most")
    func parityFromAbove() {
        let parity = record([60, 59, 55], target(.parity(50), from: 60))
        let most = record([60, 59, 55], target(.atMost(50), from: 60))
        #expect(parity.direction == .decrease && parity.pace?.index == most.pace?.index)
        #expect(parity.schedule?.expected == 57.5 && parity.pace?.observed == -2.5)
        #expect(parity.pace?.required == most.pace?.required)
    }

    @Test("by ratios half as much and twice as much are equally far, and the path is straight in the ratio")
    func ratio() throws {
        let below = record([0.5, 0.8], target(.parity(1, .ratio), from: 0.5))
        let above = record([2, 1.25], target(.parity(1, .ratio), from: 2))
        // The ratio goes from 2 to 1 in eight steps: 1.875 is due at the first.
        #expect(isPrinted(above.schedule?.expected, 1.875, decimals: 9))
        #expect(isPrinted(below.schedule?.expected, 0.5333, decimals: 4))
        for record in [below, above] {
            #expect(isPrinted(record.schedule?.achievedShare, 0.75, decimals: 9))
            #expect(isPrinted(record.pace?.index, 6, decimals: 9))
            #expect(isPrinted(record.schedule?.variance, 0.625, decimals: 9))
            #expect(isPrinted(record.pace?.observed, -0.75, decimals: 9))
        }
        #expect(below.trajectory?.points.count == 9 && below.direction == .increase && above.direction == .decrease)
    }

    @Test("a range is approached from the side of the baseline, and its inside meets it")
    func range() {
        let below = record([40, 42], target(.between(45...55), from: 40))
        #expect(below.trajectory?.target == 45 && below.schedule?.expected == 40.625)
        let inside = record([40, 50], target(.between(45...55), from: 40))
        #expect(inside.level?.met == true && inside.level?.distance == -5 && inside.pace?.scheduleClass == .metEarly)
        let beyond = record([40, 58], target(.between(45...55), from: 40))
        #expect(beyond.level?.distance == 3 && beyond.schedule?.variance == 1.375)
        let above = record([60, 57], target(.between(45...55), from: 60))
        #expect(above.direction == .decrease && above.trajectory?.target == 55)
        let level = record([50, 43], target(.between(45...55), from: 50))
        #expect(level.trajectory?.isLevel == true && level.schedule?.variance == -2)
    }

    @Test("better is nearer, and inside a range nothing is nearer than anything else")
    func improvement() {
        #expect(isPrinted(target(.atMost(5.8)).improvement(from: 9.4, to: 8.9), 0.5, decimals: 9))
        #expect(isPrinted(target(.atLeast(60)).improvement(from: 61, to: 60.5), -0.5, decimals: 9))
        #expect(target(.parity(50)).improvement(from: 47, to: 52) == 1)
        #expect(target(.between(45...55)).improvement(from: 46, to: 54) == 0)
        #expect(target(.between(45...55)).improvement(from: 46, to: 57) == -2)
    }

    @Test("at least two institutions: counted whole, due in steps")
    func counts() {
        var goal = target(.atLeast(2), from: 0)
        goal.path = .steps([Target.Milestone(period: .halfYear(2012, 2), value: 1)])
        let early = record([0, 0, 0], goal)
        #expect(early.schedule?.expected == 0 && early.schedule?.variance == 0)
        #expect(early.schedule?.delayHalfYears == -1, "none is enough until 2012H1")
        let one = record([0, 0, 0, 0, 1, 1], goal)
        #expect(one.level?.met == false && one.level?.distance == 1 && one.schedule?.variance == 0)
        #expect(record([0, 0, 0, 0, 1, 2], goal).level?.met == true)
    }

    @Test("yes or no has a level and neither path nor pace")
    func yes() {
        let goal = target(.yes, from: 0)
        let no = record([0, 0, 0], goal)
        #expect(no.level?.met == false && no.trajectory == nil && no.schedule == nil && no.pace == nil)
        #expect(no.standing == .onTheWay && no.direction == .increase)
        let yes = record([0, 0, 1], goal)
        #expect(yes.level?.met == true && yes.standing == .metEarly(since: .halfYear(2011, 2)))
    }

    @Test("a value within the tolerance meets the target and is still short of it")
    func tolerance() {
        let record = record([10.6, 5.9], target(.atMost(5.8), tolerance: 0.2, from: 10.6))
        #expect(record.level?.met == true && isPrinted(record.level?.distance, 0.1, decimals: 9))
        #expect(record.pace?.required == nil && record.pace?.scheduleClass == .metEarly)
        #expect(record.trajectory?.target == 5.8)
    }

    @Test("faults of a definition, all of them")
    func faults() {
        func faults(_ aim: Target.Aim, _ path: Target.Path, deadline: Period = .halfYear(2014, 2), ends: Period? = nil)
            -> [Target.Fault]
        {
            Target(
                aim,
                baseline: .init(period: .halfYear(2010, 2), value: 10),
                deadline: deadline,
                path: path,
                ends: ends
            )
            .faults()
        }
        func milestones(_ years: Int...) -> [Target.Milestone] {
            years.map { Target.Milestone(period: .year($0), value: 9) }
        }
        #expect(faults(.atMost(5), .milestones(milestones(2011, 2013))) == [])
        #expect(faults(.atMost(5), .linear, deadline: .halfYear(2010, 1)) == [.deadlineNotAfterBaseline])
        #expect(faults(.atMost(5), .linear, ends: .halfYear(2014, 1)) == [.endsBeforeDeadline])
        #expect(faults(.atMost(5), .linear, ends: .halfYear(2014, 2)) == [])
        #expect(faults(.atMost(0), .geometric) == [.notAboveZero(0)])
        #expect(faults(.atLeast(100), .logit) == [.notAShare(100)])
        #expect(faults(.parity(-1, .ratio), .linear) == [.notAboveZero(-1)])
        #expect(faults(.yes, .geometric) == [.pathOfYesOrNo])
        #expect(faults(.atMost(5), .steps([])) == [.stepsWithoutMilestones])
        #expect(
            faults(.atMost(5), .steps(milestones(2010, 2012, 2011, 2014)))
                == [.milestoneOutside(0), .milestoneNotLater(2), .milestoneOutside(3)]
        )
        #expect(faults(.atMost(0), .geometric, deadline: .year(2009)) == [.deadlineNotAfterBaseline, .notAboveZero(0)])
        var negative = target(.parity(50), tolerance: -1)
        #expect(negative.faults() == [.negativeTolerance])
        negative.tolerance = 0
        negative.path = .geometric
        #expect(negative.faults(from: -2) == [.notAboveZero(-2)] && negative.faults() == [])
        for fault in [Target.Fault.deadlineNotAfterBaseline, .notAboveZero(0), .notAShare(100)] {
            let text = negative.message(for: fault)
            #expect(text.en != text.da && negative.hint(for: fault).en != negative.hint(for: fault).da)
        }
    }
}
