import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerReports
import Foundation
import Testing

@Suite("methods 9: all of the record is in its JSON")
struct RecordTests {
    @Test("a missed target carries what was missed, by how much, and when it was reached")
    func missed() throws {
        let record = RecordFixture.record(
            RecordFixture.caseK,
            RecordFixture.target(.atMost(9.5), by: .halfYear(2012, 2))
        )
        let details = try record.read("standingDetails")
        #expect(try record.read()["standing"] as? String == "deadlinePassedUnmet")
        #expect(details["period"] as? String == "2012H2" && details["value"] as? Double == 9.7)
        #expect(details["shortfall"] as? Double == 0.2 && details["halfYearsLate"] as? Int == 1)
        #expect(details["reached"] as? String == "2013H1" && details["firstMet"] is NSNull)
    }

    @Test("states that carry a period, a value or nothing")
    func states() throws {
        let early = RecordFixture.record(RecordFixture.caseK, RecordFixture.target(.atMost(9.5)))
        #expect(try early.read("standingDetails")["since"] as? String == "2013H1")
        let lost = try RecordFixture.record([10.6, 5.5, 6.0]).read("standingDetails")
        #expect(lost["firstMet"] as? String == "2011H1" && lost["current"] as? Double == 6)
        let ended = RecordFixture.record(edition: .halfYear(2018, 1))
        #expect(try ended.read("standingDetails")["period"] as? String == "2013H2")
        let over = RecordFixture.record(RecordFixture.caseK, RecordFixture.target(ends: .halfYear(2013, 1)))
        #expect(try over.read("standingDetails")["wasMet"] as? Bool == false)
        let broken = RecordFixture.record(breaks: [RecordFixture.fracture(.halfYear(2012, 1))])
        #expect(try broken.read("standingDetails")["break"] as? String == "2012H1")
        #expect(try RecordFixture.record().read()["standingDetails"] is NSNull)
    }

    @Test("a revised target keeps the one before it, with its days")
    func revisedTarget() throws {
        let record = RecordFixture.record(under: try RecordFixture.revision())
        let details = try record.read("standingDetails")
        #expect(details["on"] as? String == "2012-07-01")
        #expect((details["now"] as? [String: Any])?["standing"] as? String == "onTheWay")
        let former = try #require((try record.read()["formerTargets"] as? [[String: Any]])?.first)
        #expect(former["id"] as? String == "plan" && former["bounds"] as? [Double] == [5.8])
        #expect(former["from"] as? String == "2010-12-01" && former["to"] as? String == "2012-06-30")
        #expect((former["adoptedBy"] as? [String: String])?["da"] == "Borgerrepræsentationen")
        let target = try record.read("target")
        #expect(target["adoptedOn"] as? String == "2012-07-01" && target["adoptedBy"] is NSNull)
    }

    @Test("milestones and the end of a target")
    func target() throws {
        let path = Target.Path.milestones([Target.Milestone(period: .halfYear(2012, 2), value: 9)])
        let target = try RecordFixture.record(
            RecordFixture.caseK,
            RecordFixture.target(path: path, ends: .halfYear(2020, 2))
        ).read("target")
        let milestone = try #require((target["milestones"] as? [[String: Any]])?.first)
        #expect(milestone["period"] as? String == "2012H2" && milestone["value"] as? Double == 9)
        #expect(target["ends"] as? String == "2020H2" && target["adoptedOn"] is NSNull)
    }

    @Test("methods 8.4: absolute 5.8 and relative 6.1 differ on 6.0")
    func revisedBaseline() throws {
        let record = RecordFixture.record([10.9, nil, nil, nil, nil, nil, nil, nil, 6.0])
        let revised = try record.read("revisedBaseline")
        #expect(revised["adopted"] as? Double == 10.6 && revised["revised"] as? Double == 10.9)
        #expect(revised["adoptedDistance"] as? Double == -4.8 && revised["readingsDiffer"] as? Bool == true)
        #expect((revised["relativeTarget"] as? [String: Any])?["value"] as? Double == 6.1)
        #expect((revised["absolute"] as? [String: Any])?["met"] as? Bool == false)
        #expect((revised["relative"] as? [String: Any])?["met"] as? Bool == true)
        #expect(try RecordFixture.record().read()["revisedBaseline"] is NSNull)
    }

    @Test("the outlook tells how each method did in the past, and how far the methods lie apart")
    func outlook() throws {
        let record = RecordFixture.record()
        let outlook = try record.read("outlook")
        let backtest = try #require(outlook["backtest"] as? [String: Double])
        let method = try #require(outlook["method"] as? String)
        #expect(backtest[method] == outlook["backtestError"] as? Double && backtest.count > 1)
        #expect(outlook["trials"] as? Int == 4)
        #expect(rounded(try #require(outlook["meanAbsoluteStep"] as? Double), decimals: 5) == 0.38333)
        let spread = try #require(outlook["spread"] as? [Double])
        let values = try #require(outlook["methods"] as? [String: Double]).values
        #expect(spread == [values.min(), values.max()])
        let season = try #require(outlook["seasonalTerm"] as? [String: Double])
        #expect(Set(season.keys) == ["effect", "standardError", "t"])
        let short = try RecordFixture.record([10.6, 10.8, 10.9]).read("outlook")
        #expect(short["backtest"] is NSNull && short["trials"] is NSNull && short["seasonalTerm"] is NSNull)
    }

    @Test("Destatis tells how many figures its symbol rests on")
    func destatis() throws {
        #expect(try RecordFixture.record().read("schemes")["destatisFigures"] as? Int == 6)
        #expect(try RecordFixture.record([10.6, 10.8, 10.3]).read("schemes")["destatisFigures"] as? Int == 3)
    }

    @Test("an acceleration that is no factor is null")
    func acceleration() throws {
        #expect(try RecordFixture.record([10.6, 10.8, 10.6 + 1e-12]).read("pace")["acceleration"] is NSNull)
        let turn = try #require(try RecordFixture.record([10.6, 10.8]).read("pace")["acceleration"] as? Double)
        #expect(turn < 0)
    }
}

@Suite("methods 3.8: the process chart in the record")
struct ProcessRecordTests {
    @Test("case K: 8.9 is an improvement, and the present process cannot deliver 5.8")
    func caseK() throws {
        let process = try RecordFixture.record().read("process")
        #expect(rounded(try #require(process["mean"] as? Double), decimals: 4) == 10.0857)
        let limits = try #require(process["limits"] as? [Double])
        #expect(limits.map { rounded($0, decimals: 3) } == [9.066, 11.105])
        #expect(process["provisional"] as? Bool == true && process["from"] as? String == "2010H2")
        #expect(process["assurance"] as? String == "consistentlyFailed")
        let signals = try #require(process["signals"] as? [[String: Any]])
        #expect(
            signals.contains {
                $0["rule"] as? String == "outsideLimits" && $0["periods"] as? [String] == ["2013H2"]
                    && $0["meaning"] as? String == "improvement"
            }
        )
    }

    @Test("the chart starts after a break, and needs three figures and a direction")
    func edges() throws {
        let broken = RecordFixture.record(breaks: [RecordFixture.fracture(.halfYear(2012, 1))])
        #expect(try broken.read("process")["from"] as? String == "2012H1")
        let late = RecordFixture.record(breaks: [RecordFixture.fracture(.halfYear(2013, 1))])
        #expect(try late.read()["process"] is NSNull)
        #expect(try RecordFixture.record([10.6, 10.8]).read()["process"] is NSNull)
        let range = RecordFixture.record(RecordFixture.caseK, RecordFixture.target(.between(4...6)))
        #expect(try range.read()["process"] is NSNull && range.answer("Process") == nil)
        let direction = try RecordFixture.record(RecordFixture.caseK, nil).read("process")
        #expect(direction["assurance"] is NSNull && direction["mean"] != nil)
    }

    @Test("the tolerance belongs to what the process can meet")
    func tolerance() throws {
        func assurance(_ target: Target) throws -> String? {
            try RecordFixture.record(RecordFixture.caseK, target).read("process")["assurance"] as? String
        }
        #expect(try assurance(RecordFixture.target(.atMost(9))) == "consistentlyFailed")
        #expect(try assurance(RecordFixture.target(.atMost(9), tolerance: 0.1)) == "hitAndMiss")
        #expect(try assurance(RecordFixture.target(.atMost(11), tolerance: 0.2)) == "consistentlyMet")
    }
}
