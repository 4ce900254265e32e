import BarometerCore
import BarometerStore
import BarometerTestSupport
import Foundation
import Testing

import BarometerExtracts

/// Real files, where they lie beside the repository.
@Suite("Real extracts", .enabled(if: Repository.sharedExtracts != nil))
struct RealExtractTests {
    private func extract(_ path: String) throws -> Extract {
        let url = URL(filePath: try #require(Repository.sharedExtracts)).appending(path: path)
        return try Extract.read(InMemoryBytes(Array(try Data(contentsOf: url))), path: path)
    }

    @Test(
        "the StatBank's files",
        arguments: [
            ("dst-statbank-api/FOLK1A_copenhagen_civilstand.csv", "UTF-8", "LF", 245, "2008K1", "2020K1"),
            ("dst-statbank-api/FOLK1A_country_quarters_bom_crlf.csv", "UTF-8-BOM", "CRLF", 52, "2008K1", "2020K4"),
            ("dst-statbank-api/STRAF42_herkomst1_2023_en.csv", "UTF-8-BOM", "CRLF", 1, "2023", "2023"),
        ]
    )
    func statBank(_ path: String, _ encoding: String, _ newline: String, _ rows: Int, _ first: String, _ last: String)
        throws
    {
        let summary = try extract(path).summary
        #expect(summary.encoding.rawValue == encoding)
        #expect(summary.dialect?.newline.rawValue == newline)
        #expect(summary.recordsAccepted == rows && summary.recordsRejected == 0)
        #expect(summary.time?.firstLabel == first && summary.time?.lastLabel == last)
    }

    @Test(
        "the election database's files: turnout of the city as added up by hand",
        arguments: [
            ("valgdat05.csv", 1855, 299_244.0, 371_863.0), ("valgdat07.csv", 1645, 310_363, 369_991),
            ("valgdat15.csv", 1389, 337_787, 402_983),
        ]
    )
    func elections(_ name: String, _ rows: Int, _ cast: Double, _ eligible: Double) throws {
        let extract = try extract("dst-valgdatabase/\(name)")
        #expect(extract.summary.encoding == .windows1252)
        #expect(extract.summary.recordsAccepted == rows)
        let table = try #require(extract.table)
        let places = try #require(table.dimension(named: "ValgstedId")).self
        let city = table.dimensions[places].entries.map(\.code).filter { $0.hasPrefix("101") && $0.count == 6 }
        let selection = try table.selection(of: "ValgstedId", values: city)
        for (column, expected) in [("Afgivne stemmer", cast), ("Stemmeberettigede", eligible)] {
            let count = try table.selection(of: "variable", values: [column])
            #expect(try table.answer(to: TableQuery(selections: [selection, count])).lines.map(\.sum) == [expected])
        }
    }
}
