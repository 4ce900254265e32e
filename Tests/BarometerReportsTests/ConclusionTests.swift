import BarometerCore
import BarometerEvaluation
import BarometerReports
import BarometerTestSupport
import BarometerWorkspace
import Foundation
import Testing

/// The report of a workspace of the repository.
private func report(_ workspace: String, _ edition: Period, _ language: Language) throws -> [String: String] {
    let workspace = try Workspace(folder: Repository.path("Data/\(workspace)"))
    let files = try Report(workspace.evaluate(edition: edition), workspace: workspace, language: language).files()
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
}

private func model(_ workspace: String, _ edition: Period, _ language: Language) throws -> ReportModel {
    let workspace = try Workspace(folder: Repository.path("Data/\(workspace)"))
    return try ReportModel(workspace.evaluate(edition: edition), workspace: workspace, language: language)
}

@Suite("Conclusions")
struct ConclusionTests {
    private let space = "\u{A0}"

    @Test("behind the path, in both languages")
    func behind() throws {
        let danish = try model("tutorial", .halfYear(2013, 2), .danish).goals[0].headline
        #expect(
            danish == "Overledighed (opdigtet): 8,9\(space)procentpoint i 2. halvår 2013. "
                + "Målet er højst 5,8\(space)procentpoint inden udgangen af 2014. "
                + "For at nå det i jævne skridt skulle værdien nu være 7,0; den er 1,9\(space)procentpoint bagud."
        )
        let english = try model("tutorial", .halfYear(2013, 2), .english).goals[0].headline
        #expect(
            english == "Excess unemployment (invented): 8.9\(space)percentage points in the second half of 2013. "
                + "The target is at most 5.8\(space)percentage points by the end of 2014. "
                + "To reach it in even steps the figure would now have to be 7.0; it is 1.9\(space)percentage points behind."
        )
    }

    @Test("a missed target with an old figure")
    func missed() throws {
        let goal = try model("copenhagen", .halfYear(2024, 1), .danish).goals[0]
        #expect(goal.headline.contains("Det er ikke nået: der mangler 0,5\(space)procentpoint, 3 år efter fristen."))
        #expect(goal.headline.hasSuffix("Tallet er ikke nyt: det er 6½ år gammelt i denne udgave."))
        #expect(goal.verdict?.code == "missed" && goal.verdict?.word == "ikke nået")
        #expect(goal.numbers.map(\.value) == ["6,3", "5,8", "højst 5,8"])
        #expect(
            goal.table.rows == [
                ["2010", "10,6", "10,6", "0,0"], ["2011", "10,9", "9,4", "\u{2212}1,5"],
                ["2017", "6,3", "5,8", "\u{2212}0,5"],
            ]
        )
    }

    @Test("every figure of a carried series says how old it is")
    func carried() throws {
        for goal in try model("copenhagen", .halfYear(2024, 1), .english).goals {
            #expect(goal.headline.contains("This is not a new figure"))
            #expect(goal.numbers[0].note.hasSuffix("old"))
        }
    }

    @Test("context figures have no verdict")
    func context() throws {
        let model = try model("copenhagen", .halfYear(2024, 1), .english)
        #expect(model.context.map(\.id) == ["fritidsjob", "beskaeftigelsesgab"])
        #expect(model.context.allSatisfy { $0.verdict == nil && $0.answers.isEmpty })
        #expect(model.distribution.map { "\($0.count) \($0.verdict.code)" } == ["1 missed", "4 notAssessable"])
    }
}

@Suite("Report files")
struct ReportFileTests {
    @Test("the page asks nobody for anything and runs no script", arguments: ["copenhagen", "tutorial"])
    func selfContained(_ workspace: String) throws {
        let page = try #require(try report(workspace, .halfYear(2017, 2), .danish)["index.html"])
        #expect(!page.contains("<script") && !page.contains("http-equiv=\"refresh\""))
        #expect(
            page.matches(of: /(?:src|href|action)\s*=\s*"(?!#|data:,)[^"]*"/).filter { !$0.output.contains("https://") }
                .isEmpty
        )
        #expect(
            !page.contains("@import") && !page.contains("url(") && !page.contains("<img") && !page.contains("<iframe")
        )
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"da\">"))
        #expect(page.contains("<svg"))
    }

    @Test("invented figures are marked in every file of the report")
    func invented() throws {
        let files = try report("tutorial", .halfYear(2013, 2), .english)
        #expect(files["index.html"]?.contains("INVENTED FIGURES") == true)
        #expect(files["report.md"]?.contains("INVENTED FIGURES") == true)
        #expect(files["assessment.json"]?.contains("\"invented\" : true") == true)
        #expect(files["figures.csv"]?.hasPrefix("indicator,period,value,required,status,unit,invented\n") == true)
        #expect(try report("copenhagen", .halfYear(2017, 2), .english)["index.html"]?.contains("INVENTED") == false)
    }

    @Test("files are the same as those kept", arguments: ["report.md", "figures.csv", "assessment.json"])
    func golden(_ name: String) throws {
        try expectGolden(
            try #require(try report("tutorial", .halfYear(2013, 2), .english)[name]),
            "tutorial-2013H2-\(name)"
        )
        try expectGolden(
            try #require(try report("copenhagen", .halfYear(2024, 1), .danish)[name]),
            "copenhagen-2024H1-\(name)"
        )
    }

    @Test("the same evaluation gives the same bytes")
    func deterministic() throws {
        #expect(
            try report("copenhagen", .halfYear(2024, 1), .danish) == report("copenhagen", .halfYear(2024, 1), .danish)
        )
    }
}

@Suite("Machine output")
struct MachineTests {
    @Test("absent facts are null, keys are sorted, noise is rounded away")
    func json() {
        let value = JSONValue.object([
            "b": .optional(Double?.none), "a": .optional(0.1 + 0.2), "c": .optional(Double.nan),
        ])
        #expect(value.text == "{\n  \"a\" : 0.3,\n  \"b\" : null,\n  \"c\" : null\n}\n")
    }

    @Test("CSV is RFC 4180, and no label becomes a spreadsheet's formula")
    func csv() {
        #expect(
            CSVText.record(["a,b", "say \"hi\"", "x\ny", "-3.5", ""]) == "\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",-3.5,\n"
        )
        #expect(CSVText.record(["=A", "-"]) == "=A,-\n")
        #expect(CSVText.recordForSpreadsheets(["=cmd()", "@x", "+1", "-x", "-1.5"]) == "'=cmd(),'@x,'+1,'-x,-1.5\n")
    }

    @Test("hostile labels are harmless in page and Markdown")
    func hostile() throws {
        let hostile = "<script>alert(1)</script> | _x_ \u{202E}"
        var model = try model("tutorial", .halfYear(2013, 2), .danish)
        (model.title, model.edition, model.notice, model.provenance) = (hostile, hostile, hostile, [hostile])
        var goal = model.goals[0]
        (goal.id, goal.title, goal.subtitle, goal.headline, goal.caveats) = (
            hostile, hostile, hostile, hostile, [hostile]
        )
        goal.verdict?.word = hostile
        goal.numbers[0].value = hostile
        goal.table.rows[0] = [hostile, hostile]
        goal.answers[0].text = hostile
        goal.sources[0].label = hostile
        goal.chart?.title = hostile
        goal.chart?.description = hostile
        goal.chart?.points[0].text = hostile
        model.goals = [goal]
        #expect(try !HTMLPage(model).render().contains("<script"))
        #expect(!MarkdownReport(model).render().contains("<script"))
    }
}
