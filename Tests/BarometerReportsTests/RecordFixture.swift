import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerReports
import BarometerStore
import Foundation
import Testing

/// Records of made figures, half-year by half-year from 2010H2 on, as scripts and people read them.
enum RecordFixture {
    /// Case K of the method notes.
    static let caseK: [Double?] = [10.6, 10.8, 10.9, 10.3, 9.7, 9.4, 8.9]

    static func target(
        _ aim: Target.Aim = .atMost(5.8),
        tolerance: Double = 0,
        baseline: Double? = 10.6,
        by deadline: Period = .halfYear(2014, 2),
        path: Target.Path = .linear,
        ends: Period? = nil,
        adopted: Target.Adoption? = nil
    ) -> Target {
        Target(
            aim,
            tolerance: tolerance,
            baseline: Target.Baseline(period: .halfYear(2010, 2), value: baseline, decimals: 1),
            deadline: deadline,
            path: path,
            ends: ends,
            decimals: 1,
            adopted: adopted
        )
    }

    static func record(
        _ values: [Double?] = caseK,
        _ target: Target? = target(),
        edition: Period? = nil,
        breaks: [Indicator.Break] = []
    ) -> Assessment {
        record(
            values,
            under: (target.map { TargetRegister($0) } ?? TargetRegister()).reading(in: .halfYear(2100, 1)),
            edition: edition,
            breaks: breaks
        )
    }

    static func record(
        _ values: [Double?] = caseK,
        under reading: TargetRegister.Reading,
        edition: Period? = nil,
        breaks: [Indicator.Break] = []
    ) -> Assessment {
        let start = Period.halfYear(2010, 2)
        let series = Series(
            unit: .percentagePoints,
            decimals: 1,
            observations: values.enumerated().map { step, value in
                Series.Observation(
                    period: start.advanced(by: step),
                    value: value,
                    status: value == nil ? .notAvailable : .normal
                )
            }
        )
        return Assessment(
            of: series,
            under: reading,
            direction: .decrease,
            edition: edition ?? start.advanced(by: values.count - 1),
            background: Assessment.Background(breaks: breaks)
        )
    }
}

extension Assessment {
    /// The record as a script reads it.
    func read() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    }

    /// A part of the record, and an empty one where it is null or no object.
    func read(_ part: String) throws -> [String: Any] {
        try read()[part] as? [String: Any] ?? [:]
    }

    /// The text of an answer, with ordinary blanks; nil where it is not given.
    func answer(_ label: String, _ language: Language = .english) -> String? {
        AssessmentText(self, title: "K", language: language).lines.first { $0.hasPrefix("  \(label)  ") }
            .map { $0.dropFirst(label.count + 2).trimmingCharacters(in: .whitespaces) }
            .map { $0.replacingOccurrences(of: "\u{A0}", with: " ") }
    }
}

extension RecordFixture {
    /// A break whose reason does not matter.
    static func fracture(_ period: Period) -> Indicator.Break {
        Indicator.Break(period: period, reason: LocalizedText("new definition"))
    }

    /// At most 5.8 from 2010, at most 7.0 from 2012-07-01 on, read in 2013H2.
    static func revision() throws -> TargetRegister.Reading {
        let first = try #require(CalendarDay(year: 2010, month: 12, day: 1))
        let second = try #require(CalendarDay(year: 2012, month: 7, day: 1))
        let council = LocalizedText(en: "the City Council", da: "Borgerrepræsentationen")
        let plan = target(adopted: Target.Adoption(on: first, by: council))
        let revised = target(.atMost(7), adopted: Target.Adoption(on: second))
        let register = try #require(
            TargetRegister([
                TargetRegister.Entry(id: "plan", plan), TargetRegister.Entry(revised, supersedes: "plan"),
            ])
        )
        return register.reading(in: .halfYear(2013, 2))
    }
}
