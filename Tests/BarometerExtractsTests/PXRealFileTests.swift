import BarometerCore
import BarometerTestSupport
import Foundation
import Testing

import BarometerExtracts

/// What another reader counted in a real file (a few regular expressions in Python).
struct PXExpectation: Sendable, CustomTestStringConvertible {
    var name: String
    var encoding: Encoding
    var dimensions: [String]
    var counts: [Int]
    var first: String
    var last: String
    var missing: [ObservationStatus: Int] = [:]
    var nilCount = 0
    var sum: Double
    var warnings: [DiagnosticCode] = []

    var testDescription: String { name }
}

@Suite("PX: real files", .enabled(if: Repository.sharedExtracts != nil))
struct PXRealFileTests {
    private static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: try #require(Repository.sharedExtracts)).appending(path: "px")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static let expectations = [
        PXExpectation(
            name: "12b4.px",
            encoding: .utf8,
            dimensions: ["Vuosi", "Sähkön tuotanto ja kulutus, GWh", "Tiedot"],
            counts: [25, 20, 4],
            first: "21575/0",
            last: "cannotOccur",
            missing: [.cannotOccur: 70],
            sum: 7_899_195
        ),
        PXExpectation(
            name: "BE0101N1.px",
            encoding: .windows1252,
            dimensions: ["Region", "Civilstand", "Alder", "Kon", "ContentsCode", "Tid"],
            counts: [2, 2, 2, 2, 2, 2],
            first: "1054/0",
            last: "45/0",
            sum: 33_740
        ),
        PXExpectation(
            name: "BEXSTA_windows_1252.px",
            encoding: .windows1252,
            dimensions: ["place of birth", "gender", "age", "residence type", "time"],
            counts: [3, 3, 100, 8, 1],
            first: "747/0",
            last: "0/0 nilValue",
            nilCount: 1937,
            sum: 452_872
        ),
        PXExpectation(
            name: "HalfYearStatistics.px",
            encoding: .windows1252,
            dimensions: ["Puolivuosi", "Toimiala", "Tiedot"],
            counts: [56, 1, 1],
            first: "247314/4",
            last: "1417410/4",
            sum: 4479.6835
        ),
        PXExpectation(
            name: "MultipleContentSmall.px",
            encoding: .windows1252,
            dimensions: ["KOKkommuneregion0000", "ContentsCode", "Tid"],
            counts: [2, 3, 2],
            first: "31444/0",
            last: "25433/0",
            sum: 329_408
        ),
        PXExpectation(
            name: "NAAC01_20230728-205316.px",
            encoding: .windows1252,
            dimensions: ["reporting country", "national accounts indicator", "unit", "time"],
            counts: [10, 8, 3, 28],
            first: "14144140/2",
            last: "5430/2",
            missing: [.uncertainOrConfidential: 1445],
            sum: 4_131_746_002.56
        ),
        PXExpectation(
            name: "PR0101B3.px",
            encoding: .windows1252,
            dimensions: ["Product group", "period"],
            counts: [8, 5],
            first: "23696/2",
            last: "23817/2",
            sum: 9972.09,
            warnings: [.missingEnd]
        ),
        PXExpectation(
            name: "SOXATI4.px",
            encoding: .utf8,
            dimensions: ["labour force status", "uddannelsesniveau", "calculation method", "time"],
            counts: [12, 6, 2, 6],
            first: "55860/0",
            last: "221/0",
            sum: 2_632_816
        ),
        PXExpectation(
            name: "tab_12909_metaid.px",
            encoding: .windows1252,
            dimensions: ["Yrke", "LandBakgr", "ContentsCode", "Tid"],
            counts: [2, 3, 2, 1],
            first: "64/1",
            last: "60/1",
            sum: 33.1
        ),
    ]

    @Test("cells, dimensions and marks are those that another reader counted", arguments: expectations)
    func counts(_ expected: PXExpectation) throws {
        let bytes = try PXRealFileTests.bytes(expected.name)
        #expect(PXReader.recognises(bytes))
        let file = PXFixture(bytes)
        #expect(file.diagnostics.map(\.code) == expected.warnings)
        let cube = try #require(file.cube)
        #expect(file.encoding == expected.encoding)
        #expect(cube.dimensions.map(\.name) == expected.dimensions)
        #expect(cube.dimensions.map(\.categories.count) == expected.counts)
        #expect(file.cells?.first == expected.first && file.cells?.last == expected.last)
        var (missing, nilCount, sum) = ([ObservationStatus: Int](), 0, 0.0)
        for cell in cube.cells {
            switch cell {
            case .number(let number, let status):
                sum += number.value
                nilCount += status == .nilValue ? 1 : 0
            case .double(let value, _): sum += value
            case .missing(let status): missing[status, default: 0] += 1
            }
        }
        #expect(missing == expected.missing && nilCount == expected.nilCount)
        #expect(abs(sum - expected.sum) < 0.001)
        let time = try #require(cube.dimensions.first { $0.role == .time })
        #expect(time.categories.allSatisfy { Period(parsing: $0.code) != nil })
    }

    @Test("codes, periods, totals and units")
    func meanings() throws {
        let halfYears = PXFixture(try PXRealFileTests.bytes("HalfYearStatistics.px"))
        #expect(halfYears.codes("Puolivuosi")?.first == "1995H1" && halfYears.codes("Puolivuosi")?.last == "2022H2")
        #expect(halfYears.cube?.units == ["alkuperainen": "Index point"])
        let sick = PXFixture(try PXRealFileTests.bytes("tab_12909_metaid.px"))
        #expect(sick.codes("Yrke") == ["0-9", "1"] && sick.codes("LandBakgr") == ["999", "00", "015a"])
        #expect(sick.codes("Tid") == ["2025K4"])
        #expect(sick.cube?.dimensions.map(\.totalCode) == ["0-9", "999", nil, nil])
        let greenland = PXFixture(try PXRealFileTests.bytes("BEXSTA_windows_1252.px"), language: "da")
        #expect(greenland.languages == ["en", "da", "kl"] && greenland.diagnostics.isEmpty)
        #expect(greenland.cube?.dimensions.map(\.name) == ["fødested", "køn", "alder", "bostedstype", "tid"])
        #expect(greenland.labels("køn") == ["I alt", "Mænd", "Kvinder"] && greenland.codes("køn") == ["T", "M", "K"])
        #expect(greenland.cube?.units == ["": "personer"] && greenland.cube?.dimensions[0].totalCode == "T")
        let power = PXFixture(try PXRealFileTests.bytes("12b4.px"), language: "sv")
        #expect(power.time == "År" && power.cube?.units["vv_muutos"] == "%")
        let prices = PXFixture(try PXRealFileTests.bytes("PR0101B3.px"))
        #expect(prices.cube?.title.hasSuffix("by Product group andperiod") == true)
        #expect(prices.cube?.notes.contains { $0.contains("martin.ribe@scb.se") } == false)
        #expect(prices.cube?.notes.first?.hasPrefix("Index numbers for main and subgroups") == true)
    }
}
