import BarometerCore
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
    private let list = Codelist(
        id: "valgsted",
        items: [
            Codelist.Item(
                code: "101032",
                label: LocalizedText("Nørrebro"),
                validTo: CalendarDay(year: 2005, month: 12, day: 31)
            ),
            Codelist.Item(
                code: "101032",
                label: LocalizedText("7. Nord"),
                validFrom: CalendarDay(year: 2007, month: 1, day: 1)
            ),
        ]
    )

    @Test("a code means what it meant on the day")
    func validity() throws {
        let days = try [(2005, 2, 8), (2015, 6, 18), (2006, 6, 1)].map {
            try #require(CalendarDay(year: $0, month: $1, day: $2))
        }
        #expect(list.position(of: "101032", on: days[0]) == 0)
        #expect(list.position(of: "101032", on: days[1]) == 1)
        #expect(list.position(of: "101032", on: days[2]) == nil)
        #expect(list.contains("101032"))
        #expect(!list.contains("101033"))
    }

    @Test(
        "the nearest name is suggested, a far one is not",
        arguments: [
            ("OMRADE", "OMRÅDE"), ("Kebenhavns", "Københavns"), ("overledihed", "overledighed"), ("xyz", nil),
            ("7.nord", "7. Nord"),
        ]
    )
    func nearest(_ name: String, _ expected: String?) {
        #expect(nearestName(to: name, among: ["OMRÅDE", "Københavns", "overledighed", "7. Nord"]) == expected)
    }

    @Test("a missing value needs a status that says why")
    func statuses() {
        #expect(ObservationStatus.allCases.filter(\.isMissing).count == 6)
        for status in ObservationStatus.allCases { #expect(ObservationStatus(name: status.name) == status) }
        #expect(!ObservationStatus.nilValue.isMissing)
    }

    @Test("repeats of a kind are counted and their diagnostics are not made")
    func bag() {
        var bag = DiagnosticBag()
        var made = 0
        for _ in 0..<1000 {
            bag.add(.unreadableNumber, path: "x.csv", group: "INDHOLD") {
                made += 1
                return Diagnostic(.unreadableNumber, LocalizedText("no number"))
            }
        }
        bag.add(.unreadableNumber, path: "x.csv", group: "ANTAL", count: 3) {
            Diagnostic(.unreadableNumber, LocalizedText("no"))
        }
        #expect(made == 1)
        #expect(bag.diagnostics.map(\.count) == [1000, 3])
        #expect(bag.hasErrors)
    }

    @Test("an error behind a hundred groups of warnings is listed, and an error behind a hundred errors is counted")
    func severities() {
        var bag = DiagnosticBag()
        let add = { (severity: Diagnostic.Severity, group: Int) in
            bag.add(.statusFlag, severity: severity, path: "x.json", group: "\(group)") {
                Diagnostic(.statusFlag, LocalizedText("flag \(group)"))
            }
        }
        for group in 0..<150 { add(.warning, group) }
        #expect(!bag.hasErrors)
        for group in 0..<150 { add(.error, group) }
        #expect(
            bag.diagnostics.map(\.severity) == Array(repeating: .warning, count: 100)
                + Array(repeating: .error, count: 100)
        )
        #expect(bag.diagnostics.map(\.count).reduce(0, +) == 300)
        #expect(bag.diagnostics[99].count == 51 && bag.diagnostics[199].count == 51)
    }

    @Test(
        "cells have the spreadsheet's names",
        arguments: [(6, 482, "F482"), (26, 1, "Z1"), (27, 2, "AA2"), (703, 9, "AAA9")]
    )
    func cells(_ column: Int, _ row: Int, _ name: String) {
        #expect(spreadsheetCell(column: column, row: row) == name)
    }
}
