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
        func record(_ edition: String) throws -> [String: Any] {
            let run = try run(
                ["g.csv": group, "r.csv": reference],
                [
                    "g.csv", "--minus", "r.csv", "--target", "at most 5.8", "--by", "2014H2", "--edition", edition,
                    "--format", "json",
                ]
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
        #expect(try part(record, "latest")["value"] as? Double == 125)
        #expect(try part(record, "latest")["interval95"] is NSNull)
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
}
