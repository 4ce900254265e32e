import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import BarometerWorkspace
import Foundation
import Testing

@Suite("Why a word is another one than in the edition before")
struct ChangeTests {
    private let declared = Sandbox().changing(
        "datasets.yml",
        "      TID: time",
        "      TID: time\n      UDGIVET: vintage"
    )

    /// At least 35 by 2014H2, from 29 in 2012; the figures of 2013 as published in turn.
    private func change(_ rows: String, edition: Period) throws -> StatusChange? {
        var sandbox = declared
        sandbox.files["job.csv"] = "OMRÅDE;TID;INDHOLD;UDGIVET\n101;2012;29,0;2013-01-01\n" + rows
        return try withTemporaryFolder { folder in
            for (name, text) in sandbox.files { try text.write(toPath: folder + "/" + name) }
            return try Workspace(folder: folder).evaluate(edition: edition).items.first?.statusChange
        }
    }

    @Test("the city moved: the same data, a new figure")
    func moved() throws {
        let found = try change("101;2013;31,0;2013-12-01\n101;2014;36,0;2014-12-01\n", edition: .halfYear(2014, 2))
        let change = try #require(found)
        #expect(change.printed == .behindReachable && change.current == .met)
        #expect(change.labels == [.cityMoved])
    }

    @Test("data were revised: the old edition is met with what is known of it today")
    func revised() throws {
        let found = try change("101;2013;31,0;2013-12-01\n101;2013;36,0;2014-03-01\n", edition: .halfYear(2014, 1))
        let change = try #require(found)
        #expect(change.printed == .behindReachable && change.current == .met)
        #expect(change.labels == [.dataRevised])
    }

    @Test("an edition after which nothing was known has nothing to compare with")
    func nothing() throws {
        #expect(try change("", edition: .halfYear(2012, 2)) == nil)
    }
}
