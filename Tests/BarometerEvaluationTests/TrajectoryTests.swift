import BarometerCore
import BarometerEvaluation
import Testing

/// Case K's target with another path.
func caseK(_ path: Target.Path) -> Target {
    var target = CaseK.target
    target.path = path
    return target
}

/// Case K's path from its baseline, 4021 to 4029.
private func trajectory(_ path: Target.Path, from baseline: Double = 10.6) throws -> Trajectory {
    try #require(Trajectory(from: baseline, at: 4021, to: caseK(path)))
}

private let milestone = Target.Milestone(period: .halfYear(2012, 2), value: 9.0)

@Suite("methods 2.1: target trajectories")
struct TrajectoryTests {
    @Test(
        "the worked rows",
        arguments: [
            (Target.Path.linear, 1, [10.6, 10.0, 9.4, 8.8, 8.2, 7.6, 7.0, 6.4, 5.8]),
            (.geometric, 2, [10.60, 9.83, 9.12, 8.45, 7.84, 7.27, 6.74, 6.25, 5.80]),
            (.logit, 2, [10.6, 9.85, 9.14, 8.49, 7.87, 7.30, 6.76, 6.26, 5.8]),
            (.milestones([milestone]), 1, [10.6, 10.2, 9.8, 9.4, 9.0, 8.2, 7.4, 6.6, 5.8]),
            (.steps([milestone]), 1, [10.6, 10.6, 10.6, 10.6, 9.0, 9.0, 9.0, 9.0, 5.8]),
        ]
    )
    func rows(_ path: Target.Path, _ decimals: Int, _ row: [Double]) throws {
        let path = try trajectory(path)
        #expect((4021...4029).map { rounded(path.value(at: $0), decimals: decimals) } == row)
        #expect(path.value(at: 4021) == 10.6 && path.value(at: 4029) == 5.8)
    }

    @Test("the geometric path falls by the factor 0.92740 a half-year, 13.99 % a year")
    func factor() throws {
        let path = try trajectory(.geometric)
        for halfYear in 4021..<4029 {
            let factor = path.value(at: halfYear + 1) / path.value(at: halfYear)
            #expect(
                isPrinted(factor, 0.92740, decimals: 5) && isPrinted(100 * (factor * factor - 1), -13.99, decimals: 2)
            )
        }
    }

    @Test("at 2013H2 the milestone asks for 7.4 between straight lines and for 9.0 in steps")
    func milestones() throws {
        #expect(isPrinted(try trajectory(.milestones([milestone])).value(at: 4027), 7.4, decimals: 1))
        #expect(try trajectory(.steps([milestone])).value(at: 4027) == 9.0)
    }

    @Test("after the deadline the target holds as a standing limit, unless it ends", arguments: [nil, 2016] as [Int?])
    func hold(_ year: Int?) throws {
        var target = caseK(.geometric)
        target.ends = year.map { Period.year($0) }
        let path = try #require(Trajectory(from: 10.6, at: 4021, to: target))
        #expect(path.value(at: 4100) == 5.8 && path.required(at: 4033) == 5.8)
        #expect(path.required(at: 4034) == (year == nil ? 5.8 : nil))
        #expect(path.required(at: 4020) == nil)
    }

    @Test("there is no path without time, back in time, or outside the scale")
    func none() {
        var target = CaseK.target
        for deadline in [Period.halfYear(2010, 2), .halfYear(2010, 1), .year(2010)] {
            target.deadline = deadline
            #expect(Trajectory(from: 10.6, at: 4021, to: target) == nil)
        }
        #expect(Trajectory(from: 0, at: 4021, to: caseK(.geometric)) != nil, "0 meets the target: a level path")
        target = Target(.atMost(0), baseline: CaseK.target.baseline, deadline: .halfYear(2014, 2), path: .geometric)
        #expect(Trajectory(from: 10.6, at: 4021, to: target) == nil)
        target.path = .linear
        #expect(Trajectory(from: 10.6, at: 4021, to: target)?.value(at: 4025) == 5.3)
        for (aim, baseline) in [(100.0, 90.0), (90.0, 0.0), (90.0, -1.0)] {
            target = Target(.atLeast(aim), baseline: .init(period: .year(2010)), deadline: .year(2014), path: .logit)
            #expect(Trajectory(from: baseline, at: 4021, to: target) == nil)
        }
        #expect(
            Trajectory(from: 0, at: 4021, to: Target(.yes, baseline: .init(period: .year(2010)), deadline: .year(2014)))
                == nil
        )
        let backwards = [milestone, Target.Milestone(period: .halfYear(2011, 2), value: 10)]
        #expect(Trajectory(from: 10.6, at: 4021, to: caseK(.milestones(backwards))) == nil)
    }

    @Test(
        "a baseline that meets the target gives the level line at the target, whatever the path",
        arguments: [Target.Path.linear, .geometric, .logit, .milestones([milestone]), .steps([milestone])]
    )
    func level(_ path: Target.Path) throws {
        for baseline in [5.8, 5.0, 5.8 + 1e-10] {
            let path = try trajectory(path, from: baseline)
            #expect(path.isLevel && (4021...4031).allSatisfy { path.value(at: $0) == 5.8 })
            #expect(path.delay(of: 6, at: 4024) == nil && path.achievedShare(of: 6) == nil)
        }
        #expect(try !trajectory(path, from: 5.9).isLevel)
    }

    @Test("a baseline that was moved leaves milestones behind it out")
    func movedBaseline() throws {
        let path = try #require(Trajectory(from: 9.5, at: 4025, to: caseK(.milestones([milestone]))))
        #expect(path.points.map(\.halfYear) == [4025, 4029])
    }

    @Test("milestones may ask for worse first, and for better than the target")
    func detour() throws {
        let worse = Target.Milestone(period: .halfYear(2011, 2), value: 11.0)
        let path = try trajectory(.milestones([worse, milestone]))
        #expect((4021...4025).map { path.value(at: $0) } == [10.6, 10.8, 11.0, 10.0, 9.0])
    }

    @Test("points to draw: corners of lines, every half-year of curves, upright steps")
    func points() throws {
        func drawn(_ path: Target.Path) throws -> [[Double]] {
            try trajectory(path).points.map { [Double($0.halfYear), rounded($0.value, decimals: 2)] }
        }
        #expect(try drawn(.linear) == [[4021, 10.6], [4029, 5.8]])
        #expect(try drawn(.milestones([milestone])) == [[4021, 10.6], [4025, 9], [4029, 5.8]])
        #expect(try drawn(.steps([milestone])) == [[4021, 10.6], [4025, 10.6], [4025, 9], [4029, 9], [4029, 5.8]])
        #expect(try drawn(.geometric).map { $0[1] } == [10.6, 9.83, 9.12, 8.45, 7.84, 7.27, 6.74, 6.25, 5.8])
    }
}

@Suite("methods 2.2: delay on every path")
struct DelayTests {
    @Test(
        "a value on the path is in time at every half-year",
        arguments: [Target.Path.linear, .geometric, .logit, .milestones([milestone])]
    )
    func onPath(_ path: Target.Path) throws {
        let path = try trajectory(path)
        for halfYear in 4021...4029 {
            #expect((path.delay(of: path.value(at: halfYear), at: halfYear) ?? 9).magnitude < 1e-9)
        }
    }

    @Test("worse than the start is late by all the time, the target is ahead by what is left and never late")
    func outside() throws {
        for path in [Target.Path.linear, .geometric, .logit, .milestones([milestone]), .steps([milestone])] {
            let path = try trajectory(path)
            #expect(path.delay(of: 10.7, at: 4027) == 6 && path.delay(of: 99, at: 4021) == 0)
            #expect(path.delay(of: 5.8, at: 4024) == -5 && path.delay(of: 5, at: 4024) == -5)
            #expect(path.delay(of: 5.8, at: 4040) == 0 && path.delay(of: 5, at: 4040) == 0)
        }
        #expect(isPrinted(try trajectory(.linear).delay(of: 6.3, at: 4035), 6.8333, decimals: 4))
    }

    @Test("the delay of 8.9 at 2013H2 by path, worked by hand")
    func byPath() throws {
        // 9.0 is due at step 4 and 0.8 less a half-year later: 8.9 at 4.125.
        #expect(isPrinted(try trajectory(.milestones([milestone])).delay(of: 8.9, at: 4027), 1.875, decimals: 3))
        // ln(8.9/10.6) / ln(5.8/10.6) is 0.28989 of eight steps.
        #expect(isPrinted(try trajectory(.geometric).delay(of: 8.9, at: 4027), 3.6809, decimals: 4))
        // In steps 8.9 is enough until the half-year before the deadline.
        #expect(try trajectory(.steps([milestone])).delay(of: 8.9, at: 4027) == -1)
        #expect(try trajectory(.steps([milestone])).delay(of: 9.0, at: 4027) == -1)
        #expect(try trajectory(.steps([milestone])).delay(of: 9.1, at: 4027) == 3)
    }

    @Test("on a path that goes back and forth the last step counts at which it equals the value")
    func backAndForth() throws {
        let detour = [
            Target.Milestone(period: .halfYear(2011, 2), value: 8.0),
            Target.Milestone(period: .halfYear(2012, 2), value: 9.0),
        ]
        let path = try trajectory(.milestones(detour))
        // 8.5 is passed on the way down to 8, on the way up to 9, and at step 4.625 on the way to 5.8.
        #expect(isPrinted(path.delay(of: 8.5, at: 4027), 1.375, decimals: 3))
        let worse = try trajectory(.milestones([Target.Milestone(period: .halfYear(2011, 2), value: 11.0)]))
        // 10.8 is passed on the way up to 11, and again 0.2 of 5.2 into the six half-years after it.
        #expect(isPrinted(worse.delay(of: 10.8, at: 4022), -1.2308, decimals: 4))
        #expect(worse.delay(of: 11.1, at: 4022) == 1)
    }
}
