import BarometerTestSupport
import Foundation
import Testing

@Suite("assess with counts")
struct AssessCountsTests {
    private func run(_ files: [String: String], _ arguments: [String]) throws -> Program.Outcome {
        try withTemporaryFolder { folder in
            for (name, text) in files {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            return try Program.run(["assess"] + arguments, folder: folder)
        }
    }

    private func part(_ record: [String: Any], _ name: String) throws -> [String: Any] {
        try #require(record[name] as? [String: Any], "\(name)")
    }

    private func rounded(_ interval: Any?) throws -> [Double] {
        try #require(interval as? [Double]).map { ($0 * 100).rounded() / 100 }
    }

    @Test("a rate has Wilson's interval: 33 % of 5000 is 31.71 to 34.32")
    func rate() throws {
        let file = "period,numerator,denominator\n2013H1,1700,5000\n2013H2,1650,5000\n"
        let run = try run(["a.csv": file], ["a.csv", "--direction", "increase", "--format", "json"])
        let record = try Program.json(run.output)
        #expect(run.status == 0 && record["unit"] as? String == "percent")
        #expect(try rounded(part(record, "latest")["interval95"]) == [31.71, 34.32])
        #expect(try part(part(record, "movement"), "noiseFloor")["setBy"] as? String == "process")
        #expect(try part(part(record, "movement"), "sinceLastEdition")["verdict"] as? String == "undetermined")
    }

    @Test("a gap has Newcombe's interval and its change the one of four rates, and the causes are those of two rates")
    func gap() throws {
        let group = "period,numerator,denominator\n2013H1,4800,30000\n2013H2,4620,31000\n"
        let reference = "period,value,numerator,denominator\n2013H1,5.4,13500,250000\n2013H2,5.1,13000,255000\n"
        func record(_ edition: String, _ more: String...) throws -> [String: Any] {
            let run = try run(
                ["g.csv": group, "r.csv": reference],
                [
                    "g.csv", "--minus", "r.csv", "--target", "at most 5.8", "--by", "2014H2", "--edition", edition,
                    "--format", "json",
                ] + more
            )
            #expect(run.status == 0 && run.messages.isEmpty)
            return try Program.json(run.output)
        }
        let first = try part(record("2013H1"), "latest")
        #expect(((first["value"] as? Double) ?? 0) == 10.6)
        #expect(try rounded(first["interval95"]) == [10.18, 11.03])
        let second = try record("2013H2")
        #expect(try part(second, "baseline")["period"] as? String == "2013H1")
        let change = try part(part(second, "movement"), "sinceLastEdition")
        #expect(try rounded(change["interval95"]) == [-1.38, -0.21] && change["verdict"] as? String == "better")
        let gap = try part(part(second, "cause"), "gap")
        #expect((try part(gap, "baseline")["oddsRatio"] as? Double).map { ($0 * 1000).rounded() / 1000 } == 3.337)
        #expect(try part(second, "cause")["convergence"] is NSNull, "which way is better for the rates is not said")
        let told = try part(record("2013H2", "--rates", "decrease"), "cause")
        #expect(try part(told, "convergence")["pattern"] as? String == "catchingUp")
    }

    @Test("with values alone the record says what it cannot tell")
    func valuesAlone() throws {
        let run = try run(
            ["a.csv": "period,value\n2013H1,34\n2013H2,33\n"],
            ["a.csv", "--direction", "increase", "--unit", "percent", "--format", "json"]
        )
        let record = try Program.json(run.output)
        #expect(try part(record, "latest")["interval95"] is NSNull)
        #expect(try part(part(record, "movement"), "noiseFloor")["setBy"] as? String == "rounding")
        #expect(try (part(record, "evidence")["reasons"] as? [String])?.contains("noCounts") == true)
    }

    @Test("counts that do not give the value, or are no part of a whole, are told at their line")
    func incoherent() throws {
        let file =
            "period,value,numerator,denominator\n2013H1,33,1650,5000\n2013H2,39.5,1560,4000\n2014H1,125,5000,4000\n"
        let run = try run(["a.csv": file], ["a.csv", "--direction", "increase", "--format", "json"])
        #expect(run.status == 0)
        #expect(run.messages.contains("a.csv:3:1: warning[D502]") && run.messages.contains("a.csv:4:1: warning[D502]"))
        #expect(!run.messages.contains("a.csv:2:"))
        let record = try Program.json(run.output)
        #expect(try part(record, "latest")["period"] as? String == "2013H2", "125 % is no figure")
    }

    @Test("a missing count is a missing rate, and a column of neither kind is told with what assess reads")
    func faults() throws {
        let run = try run(
            ["a.csv": "period,numerator,denominator\n2013H1,1650,5000\n2013H2,..,5000\n"],
            ["a.csv", "--direction", "increase", "--format", "json", "--edition", "2013H2"]
        )
        let record = try Program.json(run.output)
        #expect(try part(record, "latest")["period"] as? String == "2013H1")
        let other = try self.run(["a.csv": "period,numerator\n2013H1,1650\n"], ["a.csv", "--direction", "increase"])
        #expect(other.status == 1 && other.messages.contains("numerator and denominator"))
    }

    @Test("Open SDG's base year is 2015 where none is said, and the one that is said else")
    func openSDG() throws {
        let file = "period,value\n2010,40\n2015,50\n2020,56\n"
        func growth(_ options: String...) throws -> Double? {
            let run = try run(["a.csv": file], ["a.csv", "--direction", "increase", "--format", "json"] + options)
            let scheme = try part(part(Program.json(run.output), "schemes"), "openSDG")
            return (scheme["value"] as? Double).map { ($0 * 10_000).rounded() / 10_000 }
        }
        #expect(try growth() == 0.0229)
        #expect(try growth("--baseline", "2010") == 0.0342)
        // With a target too: from 50 in 2015 to 56, over 50 to 60 in ten years.
        #expect(try growth("--target", "at least 60", "--by", "2025") == 1.2459)
    }

    @Test("a limit raises what a share near its ceiling is asked: 93 to 94 of 100 is moderate progress")
    func limit() throws {
        let run = try run(
            ["a.csv": "period,value\n2015,93\n2020,94\n"],
            ["a.csv", "--direction", "increase", "--limit", "100", "--format", "json"]
        )
        let scheme = try part(part(Program.json(run.output), "schemes"), "openSDG")
        #expect(scheme["status"] as? String == "moderate_progress")
        #expect((scheme["score"] as? Double).map { ($0 * 10_000).rounded() / 10_000 } == 0.6935)
    }

    /// The latest figure of a file.
    private func latest(_ file: String, _ options: String...) throws -> Double? {
        let run = try run(["a.csv": file], ["a.csv", "--direction", "increase", "--format", "json"] + options)
        #expect(run.status == 0, "\(run.messages)")
        return try part(Program.json(run.output), "latest")["value"] as? Double
    }

    @Test("three decimals are no thousands, whatever parts the fields")
    func decimals() throws {
        #expect(try latest("period,value\n2015,93\n2020,94.125\n") == 94.125)
        #expect(try latest("period,value\n2015,10.625\n2020,9.125\n") == 9.125)
        #expect(try latest("period;value\n2015;10,6\n2020;9,125\n") == 9.125)
        #expect(try latest("period;value\n2015;10,625\n2020;9,125\n") == 9.125)
        #expect(try latest("period\tvalue\n2015\t10.625\n2020\t9.125\n") == 9.125)
        #expect(try latest("period;value\n2015;93\n2020;1094\n") == 1094)
        #expect(try latest("period;numerator;denominator\n2020;20,5;1000,125\n").map { ($0 * 1000).rounded() } == 2050)
    }

    @Test(
        "thousands with a sign are told, not guessed",
        arguments: [
            ("period;value\n2015;1.010,6\n", "D104"), ("period,value\n2015,\"1,010\"\n", "D104"),
            ("period;value\n2015;10,6\n2016;10.6\n", "D104"), ("period;value\n2015;1 010\n", "D104"),
            ("period;numerator;denominator\n2015;999;25.000\n", "D112"),
            ("period\tnumerator\tdenominator\n2015\t1,999\t25,000\n", "D112"),
        ]
    )
    func groups(_ file: String, _ code: String) throws {
        let run = try run(["a.csv": file], ["a.csv", "--direction", "increase"])
        #expect(run.status == 1 && run.messages.contains("a.csv:2:") || run.messages.contains("a.csv:3:"))
        #expect(run.messages.contains("error[\(code)]") && run.output.isEmpty, "\(run.messages)")
    }

    @Test("a unit is that of the finished series: it takes no interval away, and must not contradict the counts")
    func units() throws {
        let files = [
            "a.csv": "period,numerator,denominator\n2013H1,4800,30000\n", "b.csv": "period,value\n2013H1,34\n",
            "c.csv": "period,value,numerator,denominator\n2013H1,5.4,13500,250000\n",
        ]
        func told(_ arguments: String...) throws -> (Int32, unit: String?, interval: [Double]?, message: String) {
            let run = try run(files, arguments + ["--direction", "decrease", "--format", "json"])
            let record = run.status == 0 ? try Program.json(run.output) : [:]
            let interval = (record["latest"] as? [String: Any])?["interval95"]
            return (
                run.status, record["unit"] as? String, interval is [Double] ? try rounded(interval) : nil, run.messages
            )
        }
        for unit in [["--unit", "pp"], []] {
            let gap = try run(
                files,
                ["a.csv", "--minus", "c.csv", "--direction", "decrease", "--format", "json"] + unit
            )
            let record = try Program.json(gap.output)
            #expect(record["unit"] as? String == "pp")
            #expect(try rounded(part(record, "latest")["interval95"]) == [10.18, 11.03])
        }
        let rate = try told("a.csv", "--unit", "percent")
        #expect(rate.unit == "percent" && rate.interval?.count == 2)
        #expect(try told("b.csv", "--unit", "count").unit == "count" && told("b.csv").unit == "pp")
        #expect(try told("b.csv", "--minus", "b.csv", "--unit", "count").unit == "count")
        for unit in ["pp", "count", "persons"] {
            let refused = try told("a.csv", "--unit", unit)
            #expect(refused.0 == 64 && refused.message.contains("their rate is in percent"), "\(refused)")
        }
        let gap = try told("a.csv", "--minus", "c.csv", "--unit", "count")
        #expect(gap.0 == 64 && gap.message.contains("in percentage points, pp"))
    }

    @Test("periods that one file has alone are told, and files without a common period are an error")
    func unmatched() throws {
        let group = "period,value\n2010H1,9\n2010H2,9\n2011H1,8\n2011H2,8\n"
        let reference = "period,value\n2011H1,5\n2011H2,5\n2012H1,5\n"
        let options = ["g.csv", "--minus", "r.csv", "--direction", "decrease"]
        let some = try run(["g.csv": group, "r.csv": reference], options)
        #expect(some.status == 0)
        #expect(
            some.messages.contains(
                "r.csv: warning[D411]: 2 periods have a figure in g.csv and none here, the first 2010H1"
            )
        )
        #expect(some.messages.contains("g.csv: warning[D411]: 2012H1 has a figure in r.csv and none here"))
        let missing = try run(["g.csv": group, "r.csv": reference + "2010H1,4\n2010H2,..\n"], options)
        #expect(missing.messages.contains("r.csv: warning[D411]: 2010H2 has a figure in g.csv"))
        for other in ["period,value\n2010,5\n2011,5\n", "period,value\n2010H1,..\n2013H1,5\n"] {
            let none = try run(["g.csv": group, "r.csv": other], options)
            #expect(none.status == 1 && none.output.isEmpty)
            #expect(none.messages.contains("error[D411]: g.csv and r.csv have no period with a figure in common"))
        }
        let empty = try run(["g.csv": group, "r.csv": "period,value\n"], options)
        #expect(empty.status == 1 && empty.messages.contains("r.csv: error[D501]"))
        let alike = try run(["g.csv": group, "r.csv": group], options)
        #expect(alike.status == 0 && alike.messages.isEmpty)
    }

    @Test("a denominator of zero or below is told at its line; a printed value is taken then")
    func denominators() throws {
        let file =
            "period,value,numerator,denominator\n2012,..,10,0\n2013,..,10,-100\n2014,9.5,10,0\n2015,10.0,10,100\n"
        let run = try run(
            ["a.csv": file],
            ["a.csv", "--direction", "increase", "--format", "json", "--edition", "2014"]
        )
        #expect(run.status == 0)
        #expect(run.messages.contains("a.csv:2:1: warning[D502]: in 2012 the denominator is 0, so there is no rate"))
        #expect(run.messages.contains("a.csv:3:1: warning[D502]: in 2013 the denominator is -100, so there is no rate"))
        #expect(
            run.messages.contains(
                "a.csv:4:1: warning[D502]: in 2014 the denominator is 0, so there is no rate; the value"
            )
        )
        #expect(!run.messages.contains("a.csv:5:"))
        let latest = try part(Program.json(run.output), "latest")
        #expect(latest["value"] as? Double == 9.5 && latest["interval95"] is NSNull)
    }

    @Test(
        "numbers of more than 15 digits are refused at their line",
        arguments: [
            "period,value\n2015,3\n2016,1e15\n", "period,value\n2015,3\n2016,-1000000000000000\n",
            "period,numerator,denominator\n2015,3,10\n2016,3,1000000000000000\n",
            "period,numerator,denominator\n2015,3,10\n2016,30000000000,0.0000000001\n",
        ]
    )
    func tooLarge(_ file: String) throws {
        let run = try run(["a.csv": file], ["a.csv", "--direction", "increase"])
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.messages.contains("a.csv:3:") && run.messages.contains("2016 has more than 15 digits"))
        #expect(try latest("period,value\n2015,3\n2016,999999999999999\n") == 999_999_999_999_999)
    }

    @Test("a rate of a provisional count is provisional")
    func provisional() throws {
        let file = "period,numerator,denominator\n2015,3,10\n2016,4*,10\n"
        let run = try run(["a.csv": file], ["a.csv", "--direction", "increase"])
        #expect(run.status == 0 && run.output.contains("the latest figure is provisional"))
    }

    @Test("which way is better for the two rates decides how the gap closed")
    func rates() throws {
        let files = [
            "g.csv": "period,numerator,denominator\n2013H1,20000,30000\n2013H2,21000,30000\n",
            "r.csv": "period,numerator,denominator\n2013H1,200000,250000\n2013H2,201000,250000\n",
        ]
        func pattern(_ rates: String) throws -> String? {
            let run = try run(
                files,
                ["r.csv", "--minus", "g.csv", "--direction", "decrease", "--rates", rates, "--format", "json"]
            )
            #expect(run.status == 0, "\(run.messages)")
            return try part(part(Program.json(run.output), "cause"), "convergence")["pattern"] as? String
        }
        #expect(try pattern("increase") == "catchingUp")
        #expect(try pattern("decrease") == "levellingDown")
    }
}
