import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// An answer that is added up while the file is read is that of the table, to the last digit.
@Suite("Answers while reading")
struct RunningAnswerTests {
    private static let origins = ["Dansk oprindelse", "Indvandrere fra ikke-vestlige lande"]

    private static func query(_ table: Table, by: [String], _ period: TableQuery.Periods, _ rollUp: RollUp?)
        -> TableQuery
    {
        TableQuery(
            by: by.compactMap { table.dimension(named: $0) },
            periods: period,
            rollUp: rollUp,
            figures: .extremes
        )
    }

    private static func gap(_ table: Table, isWhole: Bool) throws -> TableQuestion {
        let select = { (name: String, values: [String]) throws in
            try table.selection(of: name, values: values, ignoringUnknown: !isWhole)
        }
        return .comparison(
            Comparison(
                query(table, by: ["OMRÅDE"], .every(.halfYearly), .sum),
                rate: ([try select("ALDER", ["20 år", "30 år"])], []),
                gap: (try select("HERKOMST", [origins[0]]), try select("HERKOMST", [origins[1]]))
            )
        )
    }

    /// The questions, by what is special about them.
    private static let questions: [String: @Sendable (Table, Bool) throws -> TableQuestion] = [
        "all periods": { table, _ in .figures(query(table, by: [], .native, nil)) },
        "everything together": { table, _ in .figures(query(table, by: [], .together, .sum)) },
        "by two dimensions and half-year": { table, _ in
            .figures(query(table, by: ["ALDER", "OMRÅDE"], .every(.halfYearly), .sum))
        },
        "the mean of the months": { table, _ in .figures(query(table, by: ["OMRÅDE"], .every(.annual), .mean)) },
        "the last month": { table, _ in .figures(query(table, by: ["HERKOMST"], .every(.annual), .last)) },
        "one area": { table, isWhole in
            var query = query(table, by: ["KØN"], .native, nil)
            query.selections = [try table.selection(of: "OMRÅDE", values: ["Område 3"], ignoringUnknown: !isWhole)]
            return .figures(query)
        },
        "the gap of rates": { try gap($0, isWhole: $1) },
    ]

    private func bytes(_ records: [[String]]) -> InMemoryBytes {
        InMemoryBytes(Array(RangeReadingTests.text(records).utf8))
    }

    private func plan(_ rangeSize: Int) -> RangePlan {
        var plan = RangePlan()
        (plan.rangeSize, plan.windowSize, plan.rowsPerBlock) = (rangeSize, 900, 130)
        return plan
    }

    @Test("every question has the table's answer", arguments: questions.keys.sorted(), [false, true])
    func sameAsTable(_ name: String, isScattered: Bool) async throws {
        let question = try #require(RunningAnswerTests.questions[name])
        let records = RangeReadingTests.records(scattered: isScattered, areas: 9) { random, row in
            row % 17 == 0 ? ".." : row > 1500 ? "\(row % 900),\(row % 10)" : "\(random.next(upperBound: 900 as UInt64))"
        }
        let source = bytes(records)
        let table = try #require(try Extract.read(source, path: "x.csv").table)
        let expected = try await table.answer(to: question(table, true), threads: 1)
        for (rangeSize, threads) in [(20_000, 2), (5_000, 1), (1_500, 3), (301, 8)] {
            let found = try await Extract.answer(
                of: source,
                path: "x.csv",
                options: ExtractOptions(),
                threads: threads,
                plan: plan(rangeSize),
                question: question
            )
            let answer = try #require(found)
            #expect(answer.rowCount == table.rowCount)
            #expect(described(answer.answer) == described(expected))
        }
    }

    private func described(_ answer: TableAnswer) -> [String] {
        switch answer {
        case .figures(let result):
            result.lines.map {
                "\($0.entries) \($0.period.map { "\($0)" } ?? "") \($0.sum ?? -1) \($0.count) \($0.missing) "
                    + "\($0.mean ?? -1) \($0.minimum ?? -1) \($0.maximum ?? -1)"
            } + result.notes.map(\.message.en)
        case .comparison(let result):
            result.lines.map { "\($0.entries) \($0.period.map { "\($0)" } ?? "") \($0.figure ?? -1)" }
                + result.notes.map(\.message.en)
        }
    }

    @Test(
        "what cannot be added up in parts is left to the table",
        arguments: ["doubles", "totals in a part of their own", "a fault", "an unknown name"]
    )
    func leftToTable(_ name: String) async throws {
        var records = RangeReadingTests.records(areas: 6) { _, row in name == "doubles" ? "\(row),123456" : "\(row)" }
        if name == "totals in a part of their own" {
            records = RangeReadingTests.records(areas: 2).map { ["Total"] + $0.dropFirst() }.dropLast(240) + records
        }
        if name == "a fault" { records[900][5] = "9a" }
        let unknown = name == "an unknown name"
        let answer = { @Sendable (source: InMemoryBytes) async throws in
            try await Extract.answer(
                of: source,
                path: "x.csv",
                options: ExtractOptions(),
                threads: 2,
                plan: self.plan(4_000),
                question: { table, isWhole in
                    var query = RunningAnswerTests.query(table, by: ["ALDER"], .native, nil)
                    if unknown {
                        let selection = try table.selection(of: "KØN", values: ["Q"], ignoringUnknown: !isWhole)
                        query.selections = [selection]
                    }
                    return .figures(query)
                }
            )
        }
        if unknown {
            await #expect(throws: StoreError.self) { _ = try await answer(bytes(records)) }
        } else {
            #expect(try await answer(bytes(records)) == nil)
        }
    }
}
