import BarometerTestSupport
import Foundation
import Testing

private let caseK =
    "period,value\n2010H2,10.6\n2011H1,10.8\n2011H2,10.9\n2012H1,10.3\n2012H2,9.7\n2013H1,9.4\n2013H2,8.9\n"

@Suite("The program")
struct CommandTests {
    @Test(
        "assess prints the numbers of case K",
        arguments: [
            (
                "2012H2",
                [
                    "expected": 8.2, "variance": -1.5, "achievedShare": 0.1875, "timeShare": 0.5, "delayHalfYears": 2.5,
                    "index": 0.375, "required": -0.975, "observed": -0.225, "acceleration": 4.3333, "distance": 3.9,
                ]
            ),
            (
                "2013H2",
                [
                    "expected": 7.0, "variance": -1.9, "achievedShare": 0.3542, "timeShare": 0.75,
                    "delayHalfYears": 3.1667, "index": 0.4722, "required": -1.55, "observed": -0.2833,
                    "acceleration": 5.4706, "bestRecord": -0.6, "distance": 3.1,
                ]
            ),
        ]
    )
    func assess(_ edition: String, _ numbers: [String: Double]) throws {
        try withTemporaryFolder { folder in
            try caseK.write(toPath: folder + "/k.csv")
            let run = try Program.run(
                "assess",
                folder + "/k.csv",
                "--baseline",
                "2010H2=10.6",
                "--target",
                "at most 5.8",
                "--by",
                "2014H2",
                "--edition",
                edition,
                "--format",
                "json"
            )
            #expect(run.status == 0)
            let record = try Program.json(run.output)
            let parts = ["level", "schedule", "pace"].compactMap { record[$0] as? [String: Any] }
            for (name, expected) in numbers {
                let value = try #require(parts.compactMap { $0[name] as? Double }.first, "\(name)")
                #expect((value * 10_000).rounded() / 10_000 == expected, "\(name)")
            }
            #expect((record["headline"] as? [String: Any])?["code"] as? String == "behindUnprecedented")
        }
    }

    @Test("query gives 7. Nord's and the city's turnout, as added up here by hand")
    func query() throws {
        let rate = "OPGØRELSE=Afgivne stemmer / OPGØRELSE=Stemmeberettigede"
        let city = try Program.run("query", "folketingsvalg", "-w", "Data/copenhagen", "--rate", rate)
        let place = try Program.run(
            "query",
            "folketingsvalg",
            "-w",
            "Data/copenhagen",
            "--rate",
            rate,
            "--where",
            "VALGSTED=7. Nord"
        )
        var expected = ["city": "period,rate\n", "place": "period,rate\n"]
        for (year, day) in [("2005", "2005-02-08"), ("2007", "2007-11-13"), ("2015", "2015-06-18")] {
            let url = Repository.root.appending(path: "Data/copenhagen/extracts/folketingsvalg-\(year).csv")
            let rows = try String(contentsOf: url, encoding: .isoLatin1).split(separator: "\n").dropFirst().map {
                line in
                line.split(separator: ";", omittingEmptySubsequences: false).map { String($0.dropFirst().dropLast()) }
            }
            func turnout(_ rows: [[String]]) -> Double {
                let sums = [7, 8].map { column in rows.reduce(0) { $0 + (Double($1[column]) ?? .nan) } }
                return (100 * sums[1] / sums[0] * 1e10).rounded() / 1e10
            }
            expected["city"]? += "\(day),\(turnout(rows))\n"
            let nord = rows.filter { $0[2] == "101032" }
            if year != "2005" { expected["place"]? += "\(day),\(turnout(nord))\n" }
        }
        #expect(city.output == expected["city"])
        #expect(place.output == expected["place"])
    }

    @Test("evaluate says that the target of 2014 was missed")
    func evaluate() throws {
        let run = try Program.run(
            "evaluate",
            "overledighed",
            "--workspace",
            "Data/copenhagen",
            "--edition",
            "2017H2",
            "--lang",
            "en"
        )
        #expect(run.status == 0)
        #expect(
            run.output.contains("missed")
                && run.output.contains("0.5\u{A0}percentage points short, 3 years past the deadline")
        )
        #expect(run.output.contains("6.3\u{A0}percentage points") && run.output.contains("at most 5.8"))
        let json = try Program.run(
            "evaluate",
            "overledighed",
            "--workspace",
            "Data/copenhagen",
            "--edition",
            "2017H2",
            "--format",
            "json"
        )
        let record = try #require((try Program.json(json.output)["indicators"] as? [[String: Any]])?.first)
        #expect((record["headline"] as? [String: Any])?["code"] as? String == "missed")
    }

    @Test("report writes its files and says where")
    func report() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/deep/report"
            let run = try Program.run("report", "-w", "Data/copenhagen", "--edition", "2024H1", "--out", out)
            #expect(run.status == 0)
            #expect(
                run.output
                    == ["index.html", "report.md", "figures.csv", "assessment.json"].map { "\(out)/\($0)\n" }.joined()
            )
            for path in run.output.split(separator: "\n") {
                #expect(FileManager.default.fileExists(atPath: String(path)))
            }
        }
    }

    @Test(
        "faults give status 1 and a diagnostic at their place, marked under the line",
        arguments: [
            ("Omr;TID;INDHOLD\nx;2014;5,8\ny;2014;5,x\n", "bad.csv:3:8: error[D104]", "    y;2014;5,x\n           ^^^"),
            ("Omr;TID;INDHOLD\nx;2014;5,8\ny;2014\n", "bad.csv:3:1: error[D103]", "    y;2014\n    ^^^^^^"),
            ("Omr;TID;INDHOLD\nx;2014H7;5,8\n", "bad.csv:2:3: error[D105]", "    x;2014H7;5,8\n      ^^^^^^"),
        ]
    )
    func faults(_ text: String, _ place: String, _ excerpt: String) throws {
        try withTemporaryFolder { folder in
            try text.write(toPath: folder + "/bad.csv")
            let run = try Program.run("inspect", "bad.csv", folder: folder)
            #expect(run.status == 1)
            #expect(run.messages.contains(place), "\(run.messages)")
            #expect(run.messages.contains(excerpt), "\(run.messages)")
            #expect(run.messages.contains("    hint: "))
            let json = try Program.json(
                try Program.run("inspect", "bad.csv", "--format", "json", folder: folder).output
            )
            let faults = json["diagnostics"] as? [[String: Any]]
            #expect(faults?.first?["severity"] as? String == "error")
            #expect(try Program.run("query", "bad.csv", folder: folder).status == 1)
        }
    }

    @Test("a wrong key in the catalogue gives status 1 and the nearest right one")
    func catalogueFault() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.path("Data/tutorial"), toPath: folder + "/w")
            let path = folder + "/w/indicators.yml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "comparator:", with: "comparatr:").write(toPath: path)
            let run = try Program.run("check", "-w", "w", folder: folder)
            #expect(run.status == 1)
            #expect(
                run.messages.contains("w/indicators.yml:18:7: error[D202]: unknown key \"comparatr\""),
                "\(run.messages)"
            )
            #expect(run.messages.contains("did you mean \"comparator\"?"))
        }
    }

    @Test(
        "wrong use gives status 64",
        arguments: [
            ["report"], ["evaluate", "--edition", "2014"], ["evaluate", "--edition", "2014H3"], ["assess", "x.csv"],
            ["frobnicate"], ["inspect", "x.csv", "--dates", "ymd"],
            ["inspect", "x.csv", "--dataset", "x", "--dates", "dmy"],
            ["assess", "x.csv", "--target", "below 5", "--by", "2014H2", "--baseline", "2010H2"],
            ["assess", "x.csv", "--target", "at most 5", "--by", "2010H2", "--baseline", "2010H2"],
            ["query", "Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv", "--aggregate", "median"],
            ["query", "Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv", "--rate", "STATUS=LEDIG"],
        ]
    )
    func wrongUse(_ arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 64, "\(run.messages)")
        #expect(run.output == "")
    }

    @Test("the workspace is found from the environment and from the folder upwards, or it is said that there is none")
    func finding() throws {
        let arguments = ["evaluate", "overledighed", "--edition", "2013H2", "--format", "csv"]
        let found = try Program.run(arguments, environment: ["BAROMETER_WORKSPACE": Repository.path("Data/tutorial")])
        #expect(found.status == 0 && found.output.contains("overledighed,2013H2,8.9,7,normal,pp,yes"))
        let upwards = try Program.run(arguments, folder: Repository.path("Data/tutorial/extracts"))
        #expect(upwards.output == found.output)
        try withTemporaryFolder { folder in
            let none = try Program.run(arguments, folder: folder)
            #expect(none.status == 1 && none.messages.contains("D208"))
        }
    }

    @Test("query rolls up, compares and writes to a file")
    func queryForms() throws {
        let file = "Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv"
        let needed = try Program.run("query", file, "--by", "HERKOMST", "--period", "year")
        #expect(needed.status == 1 && needed.messages.contains("D404"))
        let gap = try Program.run(
            "query",
            file,
            "--where",
            "OMRÅDE=101",
            "--rate",
            "STATUS=LEDIG / STATUS=STYRKE",
            "--gap",
            "HERKOMST=25:1",
            "--sort"
        )
        #expect(gap.status == 0 && gap.output.hasPrefix("period,gap\n2010H2,"))
        try withTemporaryFolder { folder in
            let out = folder + "/new/answer.csv"
            let written = try Program.run(
                "query",
                file,
                "--by",
                "OMRÅDE,STATUS",
                "--period",
                "year",
                "--roll",
                "last",
                "--aggregate",
                "sum,count,missing",
                "--out",
                out
            )
            #expect(written.status == 0 && written.output == "")
            let text = try String(contentsOfFile: out, encoding: .utf8)
            #expect(text.hasPrefix("OMRÅDE,STATUS,period,sum,count,missing\n101,LEDIG,2010,"))
        }
    }

    @Test("a further extract is held to its dataset, and what would change is told")
    func examine() throws {
        let source = try String(
            contentsOfFile: Repository.path("Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv"),
            encoding: .utf8
        )
        try withTemporaryFolder { folder in
            func messages(_ text: String) throws -> (Int32, String) {
                try text.write(toPath: folder + "/new.csv")
                let path = Repository.path("Data/tutorial")
                let run = try Program.run(
                    "inspect",
                    "new.csv",
                    "--dataset",
                    "arbejdsstyrke",
                    "-w",
                    path,
                    folder: folder
                )
                return (run.status, run.messages)
            }
            #expect(
                try messages(source).1.contains(
                    "of 348 figures that the dataset has too, 0 are revised; 0 that it has are gone"
                )
            )
            let revised = source.replacingOccurrences(of: "101;1;LEDIG;2010H2;13500", with: "101;1;LEDIG;2010H2;13501")
            #expect(try messages(revised).1.contains("1 are revised"))
            let shorter = source.split(separator: "\r\n").filter { !$0.contains("2013H2") }.joined(separator: "\r\n")
            #expect(try messages(shorter).1.contains("warning[D123]"))
            let lines = source.split(separator: "\r\n").map { line in
                line.hasSuffix("INDHOLD") || line.hasSuffix("..") ? String(line) : line + "000"
            }
            #expect(
                try messages(lines.joined(separator: "\r\n")).1.contains(
                    "warning[D122]: nearly all figures are about 1000 times"
                )
            )
            let unknown = try messages(source.replacingOccurrences(of: "\r\n751;", with: "\r\n752;"))
            #expect(unknown.0 == 1 && unknown.1.contains("error[D110]") && unknown.1.contains("did you mean \"751\"?"))
        }
    }

    @Test("day and month that cannot be told apart are asked for, and --dates says them")
    func dates() throws {
        try withTemporaryFolder { folder in
            try "navn;dato;INDHOLD\nx;03/04/1973;1\ny;12/04/1973;2\n".write(toPath: folder + "/d.csv")
            let bare = try Program.run("inspect", "d.csv", folder: folder)
            #expect(bare.status == 0 && bare.messages.hasPrefix("d.csv:2:3: note[D125]: "), "\(bare.messages)")
            let asked = try Program.run("inspect", "d.csv", "--time", "dato", folder: folder)
            #expect(asked.status == 1 && asked.messages.hasPrefix("d.csv:2:3: error[D125]: "), "\(asked.messages)")
            #expect(asked.messages.contains("hint: say --dates dmy or --dates mdy"))
            for (order, words) in [("dmy", "day first"), ("mdy", "month first")] {
                let said = try Program.run("inspect", "d.csv", "--dates", order, folder: folder)
                #expect(said.status == 0 && said.output.contains("frequency D, \(words)\n"), "\(said.output)")
                let json = try Program.json(
                    Program.run("inspect", "d.csv", "--dates", order, "--format", "json", folder: folder).output
                )
                let time = try #require(json["time"] as? [String: Any])
                #expect(time["dates"] as? String == order && time["first"] as? String == "03/04/1973")
            }
        }
    }

    @Test("as-of leaves out what was not known")
    func asOf() throws {
        let run = try Program.run(
            "evaluate",
            "overledighed",
            "-w",
            "Data/copenhagen",
            "--edition",
            "2017H2",
            "--as-of",
            "2013-12-31",
            "--format",
            "csv"
        )
        #expect(run.output == "indicator,period,value,required,status,unit\noverledighed,2010,10.6,10.6,normal,pp\n")
    }

    @Test("messages are Danish when asked for")
    func danish() throws {
        try withTemporaryFolder { folder in
            try "Omr;TID;INDHOLD\nx;2014;5,x\ny;2014;6,1\n".write(toPath: folder + "/bad.csv")
            let run = try Program.run("inspect", "bad.csv", "--lang", "da", folder: folder)
            #expect(
                run.messages.contains(
                    "fejl[D104]: \"5,x\" i kolonnen \"INDHOLD\" er ikke et tal med decimalkomma (regneark: C2)"
                )
            )
            #expect(run.messages.contains("    hjælp: "))
        }
    }
}
