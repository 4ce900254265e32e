import BarometerCore
import BarometerEvaluation
import BarometerTestSupport
import BarometerWorkspace
import Foundation
import Testing

extension Sandbox {
    /// The workspace with lines under the indicator in place of its target; the first of them is line 6 of the file.
    fileprivate func with(_ lines: String...) -> Sandbox {
        var copy = self
        let file = files["indicators.yml"] ?? ""
        let kept = file.split(separator: "\n", omittingEmptySubsequences: false).prefix(5).map(String.init)
        copy.files["indicators.yml"] = (kept + lines.map { "    " + $0 }).joined(separator: "\n") + "\n"
        return copy
    }

    /// A target of such keys, the first of them on line 7.
    fileprivate func withTarget(_ keys: String...) -> Sandbox {
        var copy = with("target:")
        copy.files["indicators.yml"]? += keys.map { "      \($0)\n" }.joined()
        return copy
    }

    fileprivate func diagnostics() throws -> [Diagnostic] {
        try withTemporaryFolder { folder in
            for (name, text) in files { try text.write(toPath: folder + "/" + name) }
            do {
                return try Workspace(folder: folder).diagnostics
            } catch let error as WorkspaceError {
                return error.diagnostics
            }
        }
    }

    fileprivate func targets() throws -> TargetRegister {
        try withTemporaryFolder { folder in
            for (name, text) in files { try text.write(toPath: folder + "/" + name) }
            return try #require(try Workspace(folder: folder).goals.first).targets
        }
    }
}

private let way = ["baseline: {period: 2012, value: 29.0}", "deadline: 2016H2"]

@Suite("Targets of the catalogue")
struct TargetReadingTests {
    private func target(_ keys: String...) throws -> Target {
        var sandbox = Sandbox().withTarget()
        sandbox.files["indicators.yml"]? += (keys + way).map { "      \($0)\n" }.joined()
        #expect(try sandbox.faults() == [])
        return try #require(try sandbox.targets().entries.first).target
    }

    @Test("every comparator, with what it takes")
    func comparators() throws {
        #expect(try target("comparator: at most", "value: 5.8").aim == .atMost(5.8))
        #expect(try target("comparator: at least", "value: 35.50").decimals == 2)
        let range = try target("comparator: between", "from: 45", "to: 55.5", "tolerance: 0.5")
        #expect(range.aim == .between(45...55.5) && range.tolerance == 0.5 && range.decimals == 1)
        #expect(try target("comparator: parity", "value: 50").aim == .parity(50))
        #expect(try target("comparator: parity", "value: 1", "scale: ratio").aim == .parity(1, .ratio))
        #expect(try target("comparator: yes").aim == .yes)
        let baseline = try target("comparator: yes").baseline
        #expect(baseline.value == 29 && baseline.decimals == 1)
    }

    @Test("every path")
    func paths() throws {
        func path(_ keys: String...) throws -> Target.Path {
            try target("comparator: at least", "value: 35", keys.first ?? "", keys.dropFirst().first ?? "").path
        }
        let milestones = [
            Target.Milestone(period: .halfYear(2013, 2), value: 30), .init(period: .year(2014), value: 32.5),
        ]
        let list = "milestones: [{period: 2013H2, value: 30}, {period: 2014, value: 32.5}]"
        #expect(try path() == .linear && path("path: linear") == .linear)
        #expect(try path("path: geometric") == .geometric && path("path: logit") == .logit)
        #expect(try path("path: milestones", list) == .milestones(milestones))
        #expect(try path(list) == .milestones(milestones) && path("path: linear", list) == .milestones(milestones))
        #expect(try path("path: steps", list) == .steps(milestones))
    }

    @Test("who adopted it, when and until when it holds; a text alone will do as before")
    func adoption() throws {
        let plain = try target("comparator: at least", "value: 35", "adopted: The council, case 12")
        #expect(plain.adopted == Target.Adoption(text: LocalizedText("The council, case 12")))
        let both = try target("comparator: at least", "value: 35", "adopted: {en: Council, da: Råd}")
        #expect(both.adopted?.text == LocalizedText(en: "Council", da: "Råd") && both.adopted?.on == nil)
        let whole = try target(
            "comparator: at least",
            "value: 35",
            "adopted: {on: 2012-11-30, by: {en: Council, da: Råd}, text: case 12}",
            "ends: 2018"
        )
        #expect(whole.adopted?.on == CalendarDay(year: 2012, month: 11, day: 30))
        #expect(whole.adopted?.by?.da == "Råd" && whole.adopted?.text?.en == "case 12" && whole.ends == .year(2018))
        let month = try target("comparator: at least", "value: 35", "adopted: {on: 2012M11}")
        #expect(month.adopted?.on == CalendarDay(year: 2012, month: 11, day: 30))
    }

    @Test("a register: each edition is evaluated against the target in force")
    func register() throws {
        let sandbox = Sandbox().with(
            "targets:",
            "  - id: plan",
            "    comparator: at least",
            "    value: 35",
            "    baseline: {period: 2012}",
            "    deadline: 2014H2",
            "    adopted: {on: 2012-06-01}",
            "  - comparator: at least",
            "    value: 33",
            "    baseline: {period: 2012}",
            "    deadline: 2016H2",
            "    supersedes: plan",
            "    inForce: {from: 2013H2, to: 2017}"
        )
        #expect(try sandbox.faults() == [])
        let register = try sandbox.targets()
        #expect(register.reading(in: .halfYear(2013, 1)).inForce?.target.value == 35)
        #expect(register.reading(in: .halfYear(2013, 2)).inForce?.target.value == 33)
        #expect(register.reading(in: .halfYear(2018, 1)).hasEnded)
        let records = try withTemporaryFolder { folder in
            for (name, text) in sandbox.files { try text.write(toPath: folder + "/" + name) }
            let workspace = try Workspace(folder: folder)
            return try [
                workspace.evaluate(edition: .halfYear(2013, 2)),
                workspace.evaluate(edition: .halfYear(2013, 2), asOf: CalendarDay(year: 2013, month: 3, day: 1)),
            ].map { try #require($0.items.first).assessment }
        }
        #expect(records[0].target?.value == 33 && records[0].formerTargets.map(\.id) == ["plan"])
        #expect(records[1].target?.value == 35 && records[1].formerTargets.isEmpty)
    }

    @Test(
        "wrong definitions are told at their line",
        arguments: [
            (["comparator: at least", "value: 35", way[0], "deadline: 2011H2"], ["D207 indicators.yml:10:17"]),
            (["comparator: at least", "value: 35", way[0]], ["D203 indicators.yml:7:7"]),
            (["comparator: between", "from: 55", "to: 45"] + way, ["D207 indicators.yml:9:11"]),
            (
                ["comparator: between", "value: 55"] + way,
                [
                    "D202 indicators.yml:8:7", "D203 indicators.yml:7:7", "D203 indicators.yml:7:7",
                ]
            ),
            (["comparator: at lest", "value: 35"] + way, ["D204 indicators.yml:7:19"]),
            (["comparator: at least", "value: 35", "path: logistic"] + way, ["D204 indicators.yml:9:13"]),
            (["comparator: at least", "value: 0", "path: geometric"] + way, ["D210 indicators.yml:9:13"]),
            (["comparator: at least", "value: 100", "path: logit"] + way, ["D210 indicators.yml:9:13"]),
            (["comparator: parity", "value: 0", "scale: ratio"] + way, ["D210 indicators.yml:9:14"]),
            (["comparator: at least", "value: 35", "path: steps"] + way, ["D203 indicators.yml:7:7"]),
            (
                ["comparator: at least", "value: 35", "path: steps", "milestones: []"] + way,
                ["D210 indicators.yml:9:13"]
            ),
            (
                ["comparator: at least", "value: 35", "path: geometric", "milestones: [{period: 2014, value: 30}]"]
                    + way,
                ["D210 indicators.yml:10:19"]
            ),
            (
                [
                    "comparator: at least", "value: 35", "milestones:", "  - {period: 2012H2, value: 29}",
                    "  - {period: 2015, value: 33}", "  - {period: 2014, value: 31}", "  - {period: 2016H2, value: 34}",
                ] + way,
                ["D210 indicators.yml:10:20", "D210 indicators.yml:12:20", "D210 indicators.yml:13:20"]
            ),
            (
                ["comparator: at least", "value: 35", "milestones: [{period: 2014, valu: 30}]"] + way,
                ["D202 indicators.yml:9:35", "D203 indicators.yml:9:20"]
            ),
            (["comparator: at least", "value: 35", "tolerance: -1"] + way, ["D207 indicators.yml:9:18"]),
            (["comparator: at least", "value: 35", "ends: 2015"] + way, ["D207 indicators.yml:9:13"]),
            (["comparator: yes", "path: geometric"] + way, ["D202 indicators.yml:8:7"]),
            (["comparator: at least", "value: 35", "supersedes: plan"] + way, ["D206 indicators.yml:9:19"]),
            (["comparator: at least", "value: 35", "adopted: {on: yesterday}"] + way, ["D204 indicators.yml:9:21"]),
            (
                ["comparator: at least", "value: 35", "inForce: {from: 2014, to: 2013}"] + way,
                ["D209 indicators.yml:9:16"]
            ),
            (
                ["comparator: at most", "value: x", "path: round", way[0], "deadline: 2011"],
                ["D204 indicators.yml:8:14", "D204 indicators.yml:9:13", "D207 indicators.yml:11:17"]
            ),
            (
                ["comparator: at most", "value: x", "path: round", "milestones: 9", "deadline: soon", way[0]],
                [
                    "D204 indicators.yml:8:14", "D204 indicators.yml:11:17", "D204 indicators.yml:9:13",
                    "D204 indicators.yml:10:19",
                ]
            ),
        ] as [([String], [String])]
    )
    func faults(_ keys: [String], _ expected: [String]) throws {
        var sandbox = Sandbox().withTarget()
        sandbox.files["indicators.yml"]? += keys.map { "      \($0)\n" }.joined()
        #expect(try sandbox.faults() == expected)
    }

    @Test("targets in force at once, repeated ids, both keys, and a direction against one of them")
    func registerFaults() throws {
        func entry(_ keys: String...) -> String {
            "  - {comparator: at least, value: 35, baseline: {period: 2012}, deadline: 2016H2"
                + keys.map { ", " + $0 }.joined() + "}"
        }
        func faults(_ entries: String...) throws -> [String] {
            var sandbox = Sandbox().with("targets:")
            sandbox.files["indicators.yml"]? += entries.map { "    \($0)\n" }.joined()
            return try sandbox.faults()
        }
        #expect(try faults(entry(), entry()) == ["D209 indicators.yml:8:9"])
        #expect(
            try faults(entry("adopted: {on: 2012}", "id: a"), entry("adopted: {on: 2013}", "supersedes: b"))
                == ["D206 indicators.yml:8:120"]
        )
        #expect(
            try faults(entry("inForce: {to: 2013}", "id: a"), entry("inForce: {from: 2013H2}", "id: a"))
                == ["D205 indicators.yml:8:116", "D209 indicators.yml:8:96"]
        )
        #expect(try faults(entry("id: a"), entry("supersedes: a")).first == "D209 indicators.yml:8:99")
        let both = Sandbox().with(
            "target: {comparator: at least, value: 35, baseline: {period: 2012}, deadline: 2016H2}",
            "targets: [{comparator: at least, value: 35, baseline: {period: 2012}, deadline: 2016H2}]"
        )
        #expect(try both.faults().first == "D205 indicators.yml:7:14")
        let direction = Sandbox().with(
            "direction: decrease",
            "target: {comparator: at least, value: 35, baseline: {period: 2012}, deadline: 2016H2}"
        )
        #expect(try direction.faults() == ["D207 indicators.yml:6:16"])
        let parity = Sandbox().with(
            "direction: decrease",
            "target: {comparator: parity, value: 35, baseline: {period: 2012}, deadline: 2016H2}"
        )
        #expect(try parity.faults() == [])
    }

    @Test("the example of the article is a whole register")
    func article() throws {
        let path = "Sources/BarometerWorkspace/Documentation.docc/targets.md"
        let lines = try String(contentsOfFile: Repository.path(path), encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let example = lines.drop { $0 != "    targets:" }.prefix { $0.hasPrefix("    ") }
        var sandbox = Sandbox().with()
        sandbox.files["indicators.yml"]? += example.map { $0 + "\n" }.joined()
        #expect(try sandbox.faults() == [])
        let register = try sandbox.targets()
        #expect(register.reading(in: .halfYear(2012, 1)).inForce?.id == "plan-2011")
        #expect(register.reading(in: .halfYear(2012, 2)).inForce?.target.aim == .between(4...6))
    }

    @Test("whole things are counted whole")
    func counts() throws {
        var sandbox = Sandbox().withTarget("comparator: at least", "value: 2.5", way[0], way[1])
            .changing("datasets.yml", "unit: percent", "unit: count")
        sandbox.files["job.csv"] = "OMRÅDE;TID;INDHOLD\n101;2012;0\n101;2013;1\n"
        #expect(try sandbox.faults() == ["D207 indicators.yml:8:14"])
        #expect(try sandbox.changing("indicators.yml", "2.5", "2").faults() == [])
    }

    @Test("a baseline that only the figures give is judged when they are known")
    func baselineOfFigures() throws {
        var sandbox = Sandbox().withTarget(
            "comparator: at least",
            "value: 35",
            "path: geometric",
            "baseline: {period: 2012}",
            "deadline: 2016H2"
        )
        func evaluated() throws -> EditionEvaluation {
            try withTemporaryFolder { folder in
                for (name, text) in sandbox.files { try text.write(toPath: folder + "/" + name) }
                return try Workspace(folder: folder).evaluate(edition: .halfYear(2013, 2))
            }
        }
        #expect(try evaluated().diagnostics == [])
        sandbox = sandbox.changing("job.csv", "29,0", "0,0")
        let evaluation = try evaluated()
        #expect(evaluation.diagnostics.map(\.code) == [.impossiblePath] && evaluation.items.count == 1)
        #expect(evaluation.diagnostics.first?.severity == .warning)
        #expect(evaluation.items.first?.assessment.trajectory == nil)
    }

    @Test("messages name the nearest word and speak both languages")
    func messages() throws {
        func told(_ keys: String...) throws -> Diagnostic {
            var sandbox = Sandbox().withTarget()
            sandbox.files["indicators.yml"]? += (keys + way).map { "      \($0)\n" }.joined()
            return try #require(try sandbox.diagnostics().first)
        }
        #expect(try told("comparator: at lest", "value: 3").hint?.en == "did you mean \"at least\"?")
        #expect(try told("comparator: at least", "value: 3", "path: geometrc").hint?.da == "mente du \"geometric\"?")
        #expect(
            try told("comparator: below", "value: 3").hint?.en
                == "write one of: at most, at least, between, parity, yes"
        )
        let milestone = try told("comparator: at least", "value: 35", "milestones: [{period: 2019, value: 30}]")
        #expect(milestone.message.en == "the milestone 2019 is not between baseline and deadline")
        #expect(milestone.message.da == "milepælen 2019 ligger ikke mellem udgangspunkt og frist")
        #expect(milestone.hint?.da == "nævn et halvår efter 2012 og før 2016H2")
    }
}
