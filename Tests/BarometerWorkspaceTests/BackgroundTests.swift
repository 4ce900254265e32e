import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import BarometerWorkspace
import Foundation
import Testing

@Suite("What the catalogue says beside formula and target")
struct BackgroundTests {
    private let peers = """
            peers:
              - {name: Aarhus, weight: 6, formula: "job[OMRÅDE=751]"}
              - {name: Odense, weight: 4, formula: "job[OMRÅDE=461]"}

        """

    private var sandbox: Sandbox {
        var sandbox = Sandbox()
        sandbox.files["codelists/omraade.csv"] =
            "code,da,en\n101,København,Copenhagen\n461,Odense,Odense\n751,Aarhus,Aarhus\n"
        sandbox.files["job.csv"] = """
            OMRÅDE;TID;INDHOLD
            101;2012;29,0
            101;2013;31,0
            461;2012;30,0
            461;2013;31,0
            751;2012;32,0
            751;2013;32,5

            """
        sandbox.files["indicators.yml"]? += "\n" + peers
        return sandbox
    }

    private func assessment(_ sandbox: Sandbox, edition: Period = .halfYear(2013, 2)) throws -> Assessment {
        try withTemporaryFolder { folder in
            for (name, text) in sandbox.files { try text.write(toPath: folder + "/" + name) }
            let evaluation = try Workspace(folder: folder).evaluate(edition: edition)
            return try #require(evaluation.items.first).assessment
        }
    }

    @Test("peers are computed by their own formulas and weights: what they share, and what is the city's own")
    func benchmark() throws {
        let peers = try #require(try assessment(sandbox).cause?.peers.get())
        // (6 × 0.5 + 4 × 1.0) / 10 = 0.7 of the 2.0 is shared.
        #expect(isNear(peers.difference.benchmarkChange, 0.7) && isNear(peers.difference.effect, 1.3))
        #expect(peers.benchmark.used.map(\.id) == ["Aarhus", "Odense"])
    }

    @Test("a margin makes small changes stable")
    func margin() throws {
        var wide = sandbox
        wide.files["indicators.yml"]? += "    margin: 5\n"
        #expect(try assessment(sandbox).movement?.sinceBaseline?.verdict == .better)
        #expect(try assessment(wide).movement?.sinceBaseline?.verdict == .stable)
    }

    @Test("a goal without target counts from the baseline that the catalogue names")
    func baseline() throws {
        var open = Sandbox()
        open.files["job.csv"] = "OMRÅDE;TID;INDHOLD\n101;2011;33,0\n101;2012;29,0\n101;2013;31,0\n"
        let head = open.files["indicators.yml"]?.components(separatedBy: "    target:").first ?? ""
        open.files["indicators.yml"] = head + "    direction: increase\n"
        #expect(try assessment(open).schemes.copenhagen == .red)
        open.files["indicators.yml"]? += "    baseline: {period: 2012}\n"
        #expect(try assessment(open).schemes.copenhagen == .green)
    }

    @Test("near a natural limit less is asked")
    func limit() throws {
        var open = Sandbox()
        open.files["job.csv"] = "OMRÅDE;TID;INDHOLD\n101;2015;93,0\n101;2016;94,0\n"
        let head = open.files["indicators.yml"]?.components(separatedBy: "    target:").first ?? ""
        open.files["indicators.yml"] = head + "    direction: increase\n"
        let edition = Period.halfYear(2016, 2)
        #expect(try assessment(open, edition: edition).schemes.openSDG.status == .moderateProgress)
        open.files["indicators.yml"]? += "    limit: 100\n"
        #expect(try assessment(open, edition: edition).schemes.openSDG.status == .substantialProgress)
    }

    @Test("no target lies behind the limit of an indicator")
    func targetBehindLimit() throws {
        func faults(_ limit: String) throws -> [String] {
            var sandbox = Sandbox().changing("indicators.yml", "{period: 2012}", "{period: 2012, value: 29}")
            sandbox.files["indicators.yml"]? += "\n    limit: \(limit)\n"
            return try sandbox.faults()
        }
        #expect(try faults("34") == ["D207 indicators.yml:11:12"])
        #expect(try faults("35") == [] && faults("100") == [] && faults("0") == [])
    }

    @Test("vintages say what revisions are usual, and what a correction did to the printed figure")
    func vintages() throws {
        var revised = Sandbox().changing(
            "datasets.yml",
            "      TID: time",
            "      TID: time\n      UDGIVET: vintage"
        )
        let old = (2008...2012).map { "101;\($0);\(29 + $0 % 2),0;2013-03-01\n" }.joined()
        let new = (2008...2013).map { "101;\($0);\(29 + $0 % 2),5;2014-03-01\n" }.joined()
        revised.files["job.csv"] = "OMRÅDE;TID;INDHOLD;UDGIVET\n" + old + new
        let record = try assessment(revised)
        #expect(record.movement?.noiseFloor?.setBy == .revisions)
        #expect(isNear(record.movement?.noiseFloor?.value ?? 0, 0.5))
        let revision = try #require(try record.cause?.revision.get())
        // Printed 29.0 of 2012; now 29.5, and 2013 is 30.5.
        #expect(isNear(revision.split.revision, 0.5) && isNear(revision.split.movement, 1))
        #expect(isNear(revision.split.total, 1.5))
    }

    @Test(
        "what cannot be is told at its line",
        arguments: [
            ("    margin: -1\n", "D204"), ("    margin: much\n", "D204"), ("    rates: down\n", "D204"),
            ("    baseline: {period: 2012}\n", "D204"),
            ("    peers: [{name: A, weight: 0, formula: \"job[OMRÅDE=\\\"101\\\"]\"}]\n", "D204"),
            ("    peers: [{name: A, weight: 1, formula: \"job[OMRÅDE=101]\"}]\n", "D204"),
            ("    peers: [{name: A, formula: \"job[OMRÅDE=101]\"}]\n", "D203"),
            ("    peers: [{name: A, weight: 1, formula: \"job[OMRÅDE=999]\"}]\n", "D302"),
            ("    peers: [{name: A, weight: 1, formula: \"gap(job[OMRÅDE=101], job[OMRÅDE=101])\"}]\n", "D303"),
        ]
    )
    func faults(_ line: String, _ code: String) throws {
        var sandbox = Sandbox()
        sandbox.files["indicators.yml"]? += "\n" + line
        let faults = try sandbox.faults()
        #expect(faults.count == 1 && faults[0].hasPrefix("\(code) indicators.yml:11:"), "\(faults)")
    }

    private func isNear(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-9 }
}
