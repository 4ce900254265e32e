import BarometerTestSupport
import Foundation
import Testing

private let caseK =
    "period,value\n2010H2,10.6\n2011H1,10.8\n2011H2,10.9\n2012H1,10.3\n2012H2,9.7\n2013H1,9.4\n2013H2,8.9\n"

@Suite("Targets of assess")
struct AssessTests {
    /// The record of case K's figures with other options.
    private func record(_ options: String..., by deadline: String = "2014H2") throws -> [String: Any] {
        let run = try Program.run(
            ["assess", "-", "--by", deadline, "--format", "json", "--baseline", "2010H2=10.6"] + options,
            input: Data(caseK.utf8)
        )
        #expect(run.status == 0, "\(run.messages)")
        return try Program.json(run.output)
    }

    private func number(_ record: [String: Any], _ part: String, _ key: String) throws -> Double {
        let value = try #require((record[part] as? [String: Any])?[key] as? Double, "\(part) \(key)")
        return (value * 10_000).rounded() / 10_000
    }

    @Test(
        "the path that is asked for",
        arguments: [
            ([], "linear", 7.0, 3.1667), (["--path", "geometric"], "geometric", 6.7437, 3.6809),
            (["--path", "logit"], "logit", 6.7626, 3.636),
            (["--milestone", "2012H2=9.0"], "milestones", 7.4, 1.875),
            (["--path", "steps", "--milestone", "2012H2=9,0"], "steps", 9.0, -1),
        ]
    )
    func paths(_ options: [String], _ name: String, _ expected: Double, _ delay: Double) throws {
        let run = try Program.run(
            [
                "assess", "-", "--baseline", "2010H2=10.6", "--target", "at most 5.8", "--by", "2014H2", "--format",
                "json",
            ] + options,
            input: Data(caseK.utf8)
        )
        #expect(run.status == 0, "\(run.messages)")
        let record = try Program.json(run.output)
        #expect((record["target"] as? [String: Any])?["path"] as? String == name)
        #expect(try number(record, "schedule", "expected") == expected)
        #expect(try number(record, "schedule", "delayHalfYears") == delay)
        #expect(try number(record, "pace", "index") == 0.4722)
    }

    @Test(
        "the target that is asked for",
        arguments: [
            ("between 4 and 6", "between", false, 2.9), ("between 8 and 9", "between", true, -0.1),
            ("parity 8", "parity", false, 0.9), ("parity 8 within 1", "parity", true, 0.9),
            ("at most 8,85 within 0.05", "atMost", true, 0.05), ("at least 9", "atLeast", false, 0.1),
        ]
    )
    func targets(_ target: String, _ name: String, _ met: Bool, _ distance: Double) throws {
        let record = try record("--target", target)
        #expect((record["target"] as? [String: Any])?["comparator"] as? String == name)
        #expect((record["level"] as? [String: Any])?["met"] as? Bool == met)
        #expect(try number(record, "level", "distance") == distance)
    }

    @Test("yes or no has no schedule")
    func yes() throws {
        let run = try Program.run(
            ["assess", "-", "--target", "yes", "--by", "2014", "--baseline", "2010=0", "--format", "json"],
            input: Data("period,value\n2010,0\n2012,1\n".utf8)
        )
        let record = try Program.json(run.output)
        #expect((record["level"] as? [String: Any])?["met"] as? Bool == true && record["schedule"] is NSNull)
    }

    @Test(
        "what cannot be is told, with status 64",
        arguments: [
            (["--target", "between 6 and 4"], "4 is below 6"), (["--target", "parity"], "is no target"),
            (["--target", "between 4 or 6"], "is no target"), (["--target", "at most five"], "is no number"),
            (["--target", "at most 5.8", "--path", "logit", "--milestone", "2012=9"], "has no milestones"),
            (["--target", "at most 5.8", "--milestone", "2015=5"], "the milestone 2015 is not between"),
            (["--target", "at most 5.8", "--milestone", "2012"], "is no milestone"),
            (
                ["--target", "at most 5.8", "--milestone", "2013=8", "--milestone", "2012=9"],
                "not in a later half-year"
            ),
            (["--target", "at most 0", "--path", "geometric"], "0 is not above zero"),
            (["--target", "at least 100", "--path", "logit"], "100 is not between 0 and 100"),
            (["--target", "yes", "--path", "geometric"], "has no path"),
            (["--target", "parity 5", "--direction", "decrease"], "--direction says nothing"),
            (["--target", "at most 5.8", "--direction", "increase"], "contradicts the target"),
            (["--target", "at most 5.8", "--limit", "--path"], "\"--path\" is no number"),
            (["--target", "at most 5.8", "--rates", "decrease"], "--rates needs --minus"),
            (["--target", "at most 1e15"], "more than 15 digits"),
            (["--target", "at most 1e400"], "more than 15 digits"),
            (["--target", "at most 1.234,5"], "is no number"), (["--target", "at most 0x1p3"], "is no number"),
            (["--target", "at most 5.8", "--minus", "y.csv", "--unit", "percent"], "percentage points, pp"),
            (["--target", "at most 5.8", "--minus", "y.csv", "--unit", "%"], "percentage points, pp"),
            (["--target", "at most 5.8 within -1"], "the tolerance is below zero"),
            (["--target", "at most 5.8", "--path", "round"], "'round' is invalid"),
        ]
    )
    func faults(_ options: [String], _ message: String) throws {
        let run = try Program.run(["assess", "x.csv", "--baseline", "2010H2=10.6", "--by", "2014H2"] + options)
        #expect(run.status == 64 && run.output == "")
        #expect(run.messages.contains(message), "\(run.messages)")
    }

    @Test("a baseline that is read from the file may make the path impossible, which is told")
    func baselineOfFile() throws {
        let arguments = [
            "assess", "-", "--baseline", "2010", "--target", "at least 5", "--by", "2014", "--path", "geometric",
        ]
        let run = try Program.run(arguments, input: Data("period,value\n2010,0\n2012,1\n".utf8))
        #expect(run.status == 0 && run.messages.contains("warning[D210]: --path geometric: 0 is not above zero"))
    }

    @Test("a path without a target, and milestones without one, are wrong use")
    func withoutTarget() throws {
        for options in [["--path", "geometric"], ["--milestone", "2012=9"]] {
            let run = try Program.run(["assess", "x.csv", "--direction", "decrease"] + options)
            #expect(run.status == 64 && run.messages.contains("need --target"))
        }
    }

    @Test("steps without milestones ask for the baseline's value until the deadline, and then for the target")
    func stepsAlone() throws {
        let file = "period,value\n2010,8\n2011,7.5\n2012,7\n"
        func schedule(_ edition: String) throws -> [String: Any] {
            let run = try Program.run(
                [
                    "assess", "-", "--target", "at most 6", "--by", "2012", "--path", "steps", "--edition", edition,
                    "--format", "json",
                ],
                input: Data(file.utf8)
            )
            #expect(run.status == 0 && run.messages.isEmpty, "\(run.messages)")
            return try Program.json(run.output)
        }
        let before = try schedule("2011H2")
        #expect((before["target"] as? [String: Any])?["path"] as? String == "steps")
        #expect(try number(before, "schedule", "expected") == 8)
        #expect(try number(schedule("2012"), "schedule", "expected") == 6)
    }

    @Test(
        "an edition is the half-year in which its period ends",
        arguments: [
            ("2012", "2012H2"), ("2013M05", "2013H1"), ("2013M07", "2013H2"), ("2012Q3", "2012H2"),
            ("2013-06-30", "2013H1"), ("2012H1", "2012H1"),
        ]
    )
    func editions(_ period: String, _ edition: String) throws {
        #expect(try record("--target", "at most 5.8", "--edition", period)["edition"] as? String == edition)
    }

    @Test(
        "a limit may lie below zero, and on either side of the target",
        arguments: ["-5", "-5.5", "\u{2212}5", "0", "5", "100", "6.5"]
    )
    func limits(_ limit: String) throws {
        let record = try record("--target", "at most 5.8", "--limit", limit)
        #expect(try number(record, "level", "distance") == 3.1)
    }

    @Test(
        "numbers as programs print them",
        arguments: [
            ("at most 0.018785520830948176", 0.018785520830948176), ("at most 1e-05", 1e-05),
            ("at most 1,5e-3", 1.5e-3), ("at most 2.5E0", 2.5), ("at most 0.12345678901234567", 0.12345678901234567),
            ("at most 8.50000000000000000000", 8.5),
        ]
    )
    func longNumbers(_ target: String, _ value: Double) throws {
        let record = try record("--target", target)
        let read = try #require((record["target"] as? [String: Any])?["value"] as? Double)
        #expect((read - value).magnitude < 1e-10)
        let run = try Program.run(
            ["assess", "-", "--target", target, "--by", "2014H2", "--baseline", "2010H2=1.06e1"],
            input: Data(caseK.utf8)
        )
        #expect(run.status == 0 && run.output.contains("8.9"))
    }

    @Test("a baseline after all figures has no value, which is told")
    func lateBaseline() throws {
        for target in [["--target", "at most 5.8", "--by", "2030"], ["--direction", "decrease"]] {
            let run = try Program.run(["assess", "-", "--baseline", "2025"] + target, input: Data(caseK.utf8))
            #expect(run.status == 0, "\(run.messages)")
            #expect(run.messages.contains("warning[D501]: there is no figure in or after the baseline 2025"))
            let said = try Program.run(["assess", "-", "--baseline", "2025=9"] + target, input: Data(caseK.utf8))
            #expect(said.status == 0 && said.messages.isEmpty, "\(said.messages)")
        }
    }

    @Test(
        "odd files are told or assessed, and never crash",
        arguments: [
            ("", 1, "D102"), ("period,value\n", 1, "D501"), ("period,numerator,denominator\n", 1, "D501"),
            ("period,value\n2013,..\n", 1, "D501"), ("period,value\n2013,5\n", 0, ""),
            ("period,value\n2013,5\n2013,6\n", 1, "D111"), ("period,value\n2013,NaN\n2014,5\n", 0, "D115"),
            ("period,value\n2013,nan\n2014,5\n", 1, "where a figure is missing leave it empty"),
            ("period,value\n2013,inf\n", 1, "D104"), ("period,value\nsoon,5\n", 1, "D105"),
            ("2013,5\n2014,6\n", 1, "name the columns in a line above"),
        ]
    )
    func oddFiles(_ file: String, _ status: Int32, _ message: String) throws {
        for options in [["--direction", "decrease"], ["--target", "at most 3", "--by", "2020"]] {
            let run = try Program.run(["assess", "-"] + options, input: Data(file.utf8))
            #expect(run.status == status && (run.messages.contains(message) || message.isEmpty), "\(run.messages)")
        }
    }

    @Test("a deadline before the first figure is wrong use, and an edition before it has no figure")
    func early() throws {
        let deadline = try Program.run(
            ["assess", "-", "--target", "at most 5.8", "--by", "2009"],
            input: Data(caseK.utf8)
        )
        #expect(deadline.status == 64 && deadline.messages.contains("2009 is not after the baseline 2010H2"))
        let edition = try Program.run(
            ["assess", "-", "--target", "at most 5.8", "--by", "2014", "--edition", "2009"],
            input: Data(caseK.utf8)
        )
        #expect(edition.status == 0 && edition.output.contains("no figure up to the second half of 2009"))
    }
}
