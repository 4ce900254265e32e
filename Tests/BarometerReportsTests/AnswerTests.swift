import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerReports
import BarometerTestSupport
import BarometerWorkspace
import Testing

@Suite("Answers in words")
struct AnswerTests {
    @Test(
        "the level of a value that is met, on the target, or met only within the tolerance",
        arguments: [
            (Target.Aim.atMost(8.8), 0.2, "met within the tolerance, 0.1 percentage points from the target"),
            (.parity(8), 1, "met within the tolerance, 0.9 percentage points from the target"),
            (.atMost(8.9), 0, "met, just on the target"),
            (.atMost(9.1), 0, "met, 0.2 percentage points to spare"),
            (.between(8...9.1), 0, "met, 0.2 percentage points inside the range"),
            (.parity(8, .ratio), 0.2, "met within the tolerance, 11.3 % from the target"),
            (.atMost(8), 0, "not met, 0.9 percentage points to go"),
        ]
    )
    func level(_ aim: Target.Aim, _ tolerance: Double, _ text: String) {
        let record = RecordFixture.record(RecordFixture.caseK, RecordFixture.target(aim, tolerance: tolerance))
        #expect(record.answer("Level") == text)
    }

    @Test("the level within the tolerance in Danish")
    func danishLevel() {
        let record = RecordFixture.record(RecordFixture.caseK, RecordFixture.target(.parity(8), tolerance: 1))
        #expect(record.answer("Niveau", .danish) == "nået inden for tolerancen, 0,9 procentpoint fra målet")
    }

    @Test("the process of case K in both languages")
    func process() throws {
        let record = RecordFixture.record()
        let english = try #require(record.answer("Process"))
        #expect(english.contains("signal of improvement: it lies outside 9.1 to 11.1"))
        #expect(!english.contains("two of three"), "one reason is enough")
        #expect(english.contains("the process until now cannot meet the target") && english.contains("provisional"))
        let danish = try #require(record.answer("Proces", .danish))
        #expect(danish.contains("tegn på bedring: det ligger uden for 9,1 til 11,1"))
        #expect(danish.contains("processen hidtil kan ikke opfylde målet"))
    }

    @Test("an ordinary figure is noise, and one that stands among many on one side is not")
    func noise() throws {
        let ordinary = try #require(RecordFixture.record([10, 11, 10, 11, 10, 11]).answer("Process"))
        #expect(ordinary.hasPrefix("the latest figure is no signal and may be noise"))
        let values = [10, 10.5, 10, 10.5, 10, 10.5, 11, 11.1, 11, 11.1, 11, 11.1, 11.2]
        let run = try #require(RecordFixture.record(values).answer("Process"))
        #expect(run.contains("signal of deterioration: the last 7 figures all lie above the mean"))
    }

    @Test("a break that only the caller knows of starts the process anew")
    func brokenProcess() {
        func processes(_ fracture: Period) -> [String] {
            AssessmentText(
                RecordFixture.record(),
                title: "K",
                breaks: [RecordFixture.fracture(fracture)],
                language: .english
            ).lines.filter { $0.contains("Process  ") }
        }
        #expect(processes(.halfYear(2011, 2)).isEmpty, "five figures have limits too wide for a sentence")
        #expect(processes(.halfYear(2011, 1)).first?.contains("9.1 to 11.1") == false)
        #expect(processes(.halfYear(2014, 1)).first?.contains("outside 9.1 to 11.1") == true, "not yet broken")
    }

    @Test("Destatis is flagged where it had fewer than six figures")
    func destatis() {
        #expect(RecordFixture.record().answer("Other schools")?.contains("Destatis: cloud") == true)
        let short = RecordFixture.record([10.6, 10.8, 10.3])
        #expect(short.answer("Other schools")?.contains("Destatis (from 3 figures only): cloud") == true)
        #expect(short.answer("Andre metoder", .danish)?.contains("Destatis (kun 3 tal): sky") == true)
    }

    @Test("the standing says what the headline does not")
    func standing() throws {
        let missed = RecordFixture.record(
            RecordFixture.caseK,
            RecordFixture.target(.atMost(9.5), by: .halfYear(2012, 2))
        )
        #expect(
            missed.answer("Standing")
                == "missed: 9.7 percentage points in the second half of 2012, 0.2 percentage points short; "
                + "reached in the first half of 2013, ½ year after the deadline"
        )
        #expect(missed.answer("Status", .danish)?.hasSuffix("nået i 1. halvår 2013, ½ år efter fristen") == true)
        let lost = RecordFixture.record([10.6, 5.5, 6.0]).answer("Standing")
        #expect(lost?.hasPrefix("met for the first time in the first half of 2011, and not any more: now 6.0") == true)
        let ended = RecordFixture.record(edition: .halfYear(2018, 1)).answer("Standing")
        #expect(ended?.contains("no figure after the second half of 2013") == true)
        let over = RecordFixture.record(RecordFixture.caseK, RecordFixture.target(ends: .halfYear(2013, 1)))
        #expect(over.answer("Standing")?.hasSuffix("no longer holds; its last figure did not meet it") == true)
        #expect(RecordFixture.record().answer("Standing") == nil)
    }

    @Test("a revised target is told with both targets and the day")
    func revised() throws {
        let record = RecordFixture.record(under: try RecordFixture.revision())
        #expect(
            record.answer("Standing")
                == "the target was revised on 1 July 2012, from at most 5.8 percentage points by the end of 2014 "
                + "to at most 7.0 percentage points by the end of 2014"
        )
        #expect(record.answer("Status", .danish)?.hasPrefix("målet blev ændret den 1. juli 2012 fra højst 5,8") == true)
    }

    @Test("methods 8.4: a caveat where the two readings of a revised baseline differ")
    func readings() {
        func caveats(_ latest: Double) -> [String] {
            AssessmentText(
                RecordFixture.record([10.9, nil, nil, nil, nil, nil, nil, nil, latest]),
                title: "K",
                language: .english
            ).lines.filter { $0.contains("The baseline was revised from 10.6 to 10.9") }
        }
        #expect(caveats(6.0).first?.contains("(at most 5.8) the latest figure is: not met") == true)
        #expect(caveats(6.0).first?.contains("(at most 6.1) it would be: met") == true)
        #expect(caveats(5.7).isEmpty)
    }

    @Test("the pace is told as a factor, a turn, or no movement")
    func pace() {
        #expect(RecordFixture.record().answer("Pace")?.contains("(5.5 times as much)") == true)
        #expect(RecordFixture.record([10.6, 10.8]).answer("Pace")?.contains("(a turn is needed)") == true)
        let still = RecordFixture.record([10.6, 10.8, 10.6 + 1e-12]).answer("Pace")
        #expect(still?.contains("no movement since the baseline") == true && still?.contains("times") == false)
    }
}

@Suite("A leaning word")
struct LeaningTests {
    @Test("is marked in text, and only where it is leaning", arguments: [true, false, nil])
    func text(_ isLeaning: Bool?) throws {
        var record = RecordFixture.record()
        record.headline.isLeaning = isLeaning
        let english = AssessmentText(record, title: "K", language: .english).lines
        #expect(english[0].hasSuffix("behind, without precedent" + (isLeaning == true ? " (leaning)" : "")))
        #expect(record.answer("Reglen bag ordet", .danish)?.contains("(usikkert)") == (isLeaning == true))
    }

    @Test("is marked on the page and in Markdown, and explained in the legend")
    func report() throws {
        let workspace = try Workspace(folder: Repository.path("Data/tutorial"))
        var evaluation = try workspace.evaluate(edition: .halfYear(2013, 2))
        func model() -> ReportModel { ReportModel(evaluation, workspace: workspace, language: .danish) }
        evaluation.items[0].assessment.headline.isLeaning = false
        #expect(!model().legend.contains { $0.label == "(usikkert)" })
        evaluation.items[0].assessment.headline.isLeaning = true
        let leaning = model()
        #expect(leaning.goals[0].verdict?.word.hasSuffix(" (usikkert)") == true)
        #expect(leaning.legend.contains { $0.label == "(usikkert)" })
        #expect(leaning.distribution.allSatisfy { !$0.verdict.word.contains("usikkert") })
        #expect(try HTMLPage(leaning).render().contains("(usikkert)"))
        #expect(MarkdownReport(leaning).render().contains("(usikkert)**"))
    }
}
