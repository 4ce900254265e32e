import BarometerCore
import BarometerStore
import BarometerTestSupport
import Foundation
import Testing

import BarometerExtracts

/// The quick way of reading plain files gives what the careful way gives, whatever the ranges, windows and threads.
@Suite("Range reading")
struct RangeReadingTests {
    /// A made-up file, described by what is special about it.
    struct Form: CustomTestStringConvertible, Sendable {
        var name: String
        var isPlain = true
        var text: @Sendable () -> [UInt8]

        var testDescription: String { name }
    }

    static let header = "OMRÅDE;HERKOMST;ALDER;KØN;TID;INDHOLD"

    /// Long records in the order of a statistics bank, with what is asked changed.
    static func records(
        scattered: Bool = false,
        seed: UInt64 = 1,
        areas: Int = 4,
        value: (inout SeededGenerator, Int) -> String = { random, _ in
            random.next(upperBound: 50 as UInt64) == 0 ? ".." : "\(random.next(upperBound: 90_000 as UInt64))"
        }
    ) -> [[String]] {
        var random = SeededGenerator(seed: seed)
        var records: [[String]] = []
        for area in 0..<areas {
            for origin in ["Dansk oprindelse", "Indvandrere fra ikke-vestlige lande"] {
                for age in 0..<5 {
                    for month in 0..<24 {
                        let period = "\(2010 + month / 12)M" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)"
                        records.append(
                            ["Område \(area)", origin, "\(age * 10) år", area % 2 == 0 ? "M" : "K", period]
                                + [value(&random, records.count)]
                        )
                    }
                }
            }
        }
        if scattered {
            for index in records.indices.reversed() {
                records.swapAt(index, Int(random.next(upperBound: UInt64(index + 1))))
            }
        }
        return records
    }

    static func text(_ records: [[String]], header: String = header, end: String = "\n", quoted: Bool = false) -> String
    {
        let lines = records.map { record in
            record.map { quoted ? "\"\($0)\"" : $0 }.joined(separator: ";")
        }
        return ([header] + lines).map { $0 + end }.joined()
    }

    static let forms: [Form] = [
        Form(name: "nested") { Array(text(records()).utf8) },
        Form(name: "scattered") { Array(text(records(scattered: true)).utf8) },
        Form(name: "quoted") { Array(text(records(), quoted: true).utf8) },
        Form(name: "quoted and scattered") { Array(text(records(scattered: true), quoted: true).utf8) },
        Form(name: "CRLF") { Array(text(records(), end: "\r\n").utf8) },
        Form(name: "CRLF, quoted, scattered") {
            Array(text(records(scattered: true), end: "\r\n", quoted: true).utf8)
        },
        Form(name: "with a mark in front") { [0xEF, 0xBB, 0xBF] + Array(text(records()).utf8) },
        Form(name: "no line end at the end") { Array(text(records()).utf8.dropLast()) },
        Form(name: "several line ends at the end") { Array((text(records()) + "\n\n").utf8) },
        Form(name: "Windows-1252") {
            Array(text(records()).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        },
        Form(name: "Windows-1252 far below") {
            let plain = text(records(), header: "OMRADE;HERKOMST;ALDER;KON;TID;INDHOLD")
                .replacingOccurrences(of: "å", with: "a")
            let last = records().suffix(3).map { $0.joined(separator: ";") + "\n" }.joined()
            return Array(plain.utf8)
                + last.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        },
        Form(name: "decimals far below") {
            Array(
                text(
                    records { random, row in
                        row > 800 ? "\(random.next(upperBound: 900 as UInt64)),\(row % 10)" : "\(row)"
                    }
                ).utf8
            )
        },
        Form(name: "two decimals, then four") {
            Array(text(records { _, row in row % 7 == 0 && row > 700 ? "\(row),1234" : "\(row),25" }).utf8)
        },
        Form(name: "twelve decimals") {
            Array(
                text(
                    records { random, row in
                        "\(row % 10),\(100_000_000_000 + random.next(upperBound: 899_999_999_999 as UInt64))"
                    }
                ).utf8
            )
        },
        Form(name: "twelve decimals far below") {
            Array(text(records { _, row in row > 850 ? "-0,123456789012" : row % 5 == 0 ? "." : "\(row),5" }).utf8)
        },
        Form(name: "negative and large numbers") {
            Array(
                text(records { _, row in row % 3 == 0 ? "-\(row)" : row % 3 == 1 ? "2147483648" : "-2147483648" }).utf8
            )
        },
        Form(name: "numbers beside the marks of short values") {
            Array(text(records { _, row in "\(-2_147_483_648 + row % 40)" }).utf8)
        },
        Form(name: "every mark") {
            let marks = ["..", ".", "...", "-", ":", "", "x", "NA", "NaN", "null", "n/a", "#N/A", "#DIV/0!", "17"]
            return Array(text(records { _, row in marks[row % marks.count] }).utf8)
        },
        Form(name: "decimal point and commas between fields") {
            Array(
                text(records { _, row in "\(row).5" }).replacingOccurrences(of: ";", with: ",").utf8
            )
        },
        Form(name: "tabs between fields") { Array(text(records()).replacingOccurrences(of: ";", with: "\t").utf8) },
        Form(name: "separators in quotes") {
            Array(text(records(scattered: true), quoted: true).replacingOccurrences(of: "Område", with: "By; nr.").utf8)
        },
        Form(name: "separators in quotes, nested") {
            Array(text(records(), quoted: true).replacingOccurrences(of: "Område", with: "By; nr.").utf8)
        },
        Form(name: "a separator at the end of every line") {
            Array(text(records()).replacingOccurrences(of: "\n", with: ";\n").utf8)
        },
        Form(name: "titles and notes") {
            Array(("Befolkning\n" + text(records()) + "Kilde: Danmarks Statistik\nNote 1: foreløbige tal\n").utf8)
        },
        Form(name: "time first") {
            Array(
                text(records().map { [$0[4]] + $0[..<4] + [$0[5]] }, header: "TID;OMRÅDE;HERKOMST;ALDER;KØN;INDHOLD")
                    .utf8
            )
        },
        Form(name: "wide with periods") {
            let rows = (0..<400).map { row in
                ["Sted \(row)", row % 2 == 0 ? "M" : "K"] + (0..<9).map { row % 11 == 0 ? ".." : "\(row * $0)" }
            }
            return Array(text(rows, header: "STED;KØN;" + (2010..<2019).map { "\($0)" }.joined(separator: ";")).utf8)
        },
        Form(name: "wide with classes and decimals far below") {
            let rows = (0..<500).map { row in
                ["10\(1000 + row)", "2015"] + (0..<7).map { row > 400 ? "\(row),\($0)" : "\(row * $0)" }
            }
            return Array(text(rows, header: "StedId;År;" + (0..<7).map { "Alder_\($0)" }.joined(separator: ";")).utf8)
        },
        Form(name: "SDMX-CSV") {
            let rows = records().map { "ESTAT:X(1.0);I;" + $0.joined(separator: ";") + ";A" }.joined(separator: "\n")
            return Array(("DATAFLOW;ACTION;GEO;C;AGE;SEX;TIME_PERIOD;OBS_VALUE;OBS_STATUS\n" + rows + "\n").utf8)
        },
        Form(name: "a title, no heading, and numbers on every other line", isPlain: false) {
            // What fuzzing found: the sample saw only lines of one parity, and took the first record for a heading.
            let rows = (0..<650).map { $0 % 2 == 0 ? "n\($0);aaaaaaaaaaaaaaaaaaa\t1" : "n\($0);b\t" }
            return Array(("NR;,g.1eum\n" + rows.joined(separator: "\n") + "\n").utf8)
        },
        Form(name: "a letter in a number", isPlain: false) {
            Array(text(records { _, row in row == 777 ? "1a" : "\(row)" }).utf8)
        },
        Form(name: "a short record", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: "Område 2;", with: "Område 2").utf8)
        },
        Form(name: "a last record of a few letters behind long ones", isPlain: false) {
            let long = String(repeating: "Område med et langt navn ", count: 30)
            return Array((text(records().map { [long + $0[0]] + $0[1...] }) + "kort;Dansk\n").utf8)
        },
        Form(name: "a short record at the end of every window", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: ";2011M12;", with: "\n").utf8)
        },
        Form(name: "a field too many", isPlain: false) {
            Array(text(records { _, row in row == 900 ? "5;5" : "\(row)" }).utf8)
        },
        Form(name: "a stray quote", isPlain: false) {
            Array(text(records { _, row in "\(row)" }).replacingOccurrences(of: "Område 3", with: "Område \"3\"").utf8)
        },
        Form(name: "doubled quotes", isPlain: false) {
            Array(text(records(), quoted: true).replacingOccurrences(of: "Område 3", with: "Område \"\"3\"\"").utf8)
        },
        Form(name: "line feeds in quotes", isPlain: false) {
            Array(text(records(), quoted: true).replacingOccurrences(of: "Område 3", with: "Område\n3").utf8)
        },
        Form(name: "thousands", isPlain: false) {
            Array(text(records { _, row in row > 900 ? "1.234.567" : "\(row % 900)" }).utf8)
        },
        Form(name: "three digits behind every comma", isPlain: false) {
            Array(text(records { _, row in "\(row % 900),125" }).utf8)
        },
        Form(name: "points and commas", isPlain: false) {
            Array(text(records { _, row in row > 900 ? "1.5" : "\(row),5" }).utf8)
        },
        Form(name: "an unknown period", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: "2011M12", with: "2011M13").utf8)
        },
        Form(name: "provisional periods", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: "2011M12", with: "2011M12*").utf8)
        },
        Form(name: "the same twice", isPlain: false) { Array(text(records() + records().suffix(1)).utf8) },
        Form(name: "flags that say something", isPlain: false) {
            let rows = records().enumerated().map { $1.joined(separator: ";") + ($0 == 800 ? ";e" : ";A") }
            return Array(
                ("GEO;C;AGE;SEX;TIME_PERIOD;OBS_VALUE;OBS_STATUS\n" + rows.joined(separator: "\n") + "\n").utf8
            )
        },
        Form(name: "damaged letters", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: "Område 3", with: "OmrÃ¥de 3").utf8)
        },
        Form(name: "a letter put together in two ways", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: "40 år", with: "40 a\u{30A}r").utf8)
                + Array("Område 9;Dansk oprindelse;40 år;M;2010M01;5\n".utf8)
        },
        Form(name: "UTF-8 above and Windows-1252 below", isPlain: false) {
            Array(text(records()).utf8) + [0xC5] + Array(";D;0 år;M;2010M01;5\n".utf8)
        },
        Form(name: "an empty line", isPlain: false) {
            Array(text(records()).replacingOccurrences(of: "Område 3;", with: "\nOmråde 3;").utf8)
        },
    ]

    @Test("ranges, windows and blocks of any size give the careful way's table", arguments: forms)
    func sameAsCareful(_ form: Form) throws {
        let bytes = form.text()
        let careful = try Extract.read(InMemoryBytes(bytes), path: "x.csv")
        let source = InMemoryBytes(bytes)
        for (range, window, rows) in [
            (32 << 20, 256 << 10, 65_536), (10_000, 700, 100), (3_001, 400, 7), (97, 256, 1000),
        ] {
            var plan = RangePlan()
            (plan.rangeSize, plan.windowSize, plan.rowsPerBlock) = (range, window, rows)
            let reading = try Extract.table(of: source, path: "x.csv", options: ExtractOptions(), plan: plan)
            #expect((reading.counts != nil) == form.isPlain, "\(range)")
            expectSame(reading.table, careful.table)
            if !form.isPlain { #expect(reading.diagnostics == careful.diagnostics) }
        }
    }

    @Test("any number of threads gives the same table", arguments: [1, 2, 3, 8])
    func threads(_ threads: Int) async throws {
        let bytes = Array(RangeReadingTests.text(RangeReadingTests.records(scattered: true, areas: 12)).utf8)
        let careful = try Extract.read(InMemoryBytes(bytes), path: "x.csv")
        var plan = RangePlan()
        (plan.rangeSize, plan.windowSize) = (5_000, 1_000)
        let reading = try await Extract.table(
            of: InMemoryBytes(bytes),
            path: "x.csv",
            options: ExtractOptions(),
            threads: threads,
            plan: plan
        )
        #expect(reading.counts != nil)
        expectSame(reading.table, careful.table)
    }

    @Test("records in order are read by comparison, others column by column")
    func ways() throws {
        let nested = InMemoryBytes(Array(RangeReadingTests.text(RangeReadingTests.records()).utf8))
        let scattered = InMemoryBytes(Array(RangeReadingTests.text(RangeReadingTests.records(scattered: true)).utf8))
        let inOrder = try #require(Extract.table(of: nested, path: "x.csv").counts)
        #expect(inOrder.repeatedWindows == 1 && inOrder.indexedWindows == 0 && inOrder.bytes > 0)
        let mixed = try #require(Extract.table(of: scattered, path: "x.csv").counts)
        #expect(mixed.repeatedWindows == 0 && mixed.indexedWindows == 1)
        #expect(inOrder.probes * 4 < mixed.probes)
    }

    /// Short texts of few signs, so that everything happens: records of all widths, quotes astray, numbers of all forms.
    @Test("random files are read alike or left to the careful way", arguments: 0..<8)
    func randomFiles(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let cells = [
            "a", "b", "æ", "\"a\"", "\"b;c\"", "", "1", "22", "-3", "4,5", "6.75", "0,125", "1.234", "..", "-", "x",
            "12345678901",
            "\"7\"", "2014", "2015K1", "2016M02", "9a", "\"\"", "a\"b", " 5", "5 ",
        ]
        let kinds: [[String]] = [
            ["a", "b", "æ", "\"a\""], ["1", "22", "-3", "..", "\"7\"", ""], ["4,5", "0,25", "6", "-"],
            ["2014", "2015"],
            ["2014M01", "2014M02", "\"2014M03\""], cells,
        ]
        var plain = 0
        for _ in 0..<150 {
            let columns = (0..<Int.random(in: 2...4, using: &random)).map { _ in
                kinds.randomElement(using: &random) ?? cells
            }
            let end = Bool.random(using: &random) ? "\n" : "\r\n"
            let isFaulty = Int.random(in: 0..<4, using: &random) == 0
            var text = columns.indices.map { "S\($0)" }.joined(separator: ";") + end
            for row in 0..<Int.random(in: 20...80, using: &random) {
                var record = columns.map { $0.randomElement(using: &random) ?? "" }
                // A number of its own in each row keeps rows from being the same.
                record[0] = "r\(row)"
                if isFaulty, Int.random(in: 0..<40, using: &random) == 0 {
                    record[Int.random(in: 0..<record.count, using: &random)] = cells.randomElement(using: &random) ?? ""
                }
                text += record.joined(separator: ";") + end
            }
            var plan = RangePlan()
            (plan.headSize, plan.tailSize) = (60, 25)
            plan.rangeSize = Int.random(in: 40...400, using: &random)
            plan.windowSize = Int.random(in: 60...300, using: &random)
            plan.rowsPerBlock = Int.random(in: 1...30, using: &random)
            let source = InMemoryBytes(Array(text.utf8))
            let careful = try Extract.read(source, path: "x.csv")
            let reading = try Extract.table(of: source, path: "x.csv", options: ExtractOptions(), plan: plan)
            plain += reading.counts == nil ? 0 : 1
            expectSame(reading.table, careful.table)
            if reading.counts == nil { #expect(reading.diagnostics == careful.diagnostics) }
            guard reading.counts != nil, careful.diagnostics.contains(where: { $0.severity != .note }) else { continue }
            Issue.record("the careful way has something to tell: \(careful.diagnostics.map(\.message.en)) of\n\(text)")
        }
        #expect(plain > 20)
    }

    private func expectSame(_ table: Table?, _ other: Table?) {
        #expect((table == nil) == (other == nil))
        guard let table, let other else { return }
        #expect(table.rowCount == other.rowCount)
        #expect(table.dimensions.map(\.name) == other.dimensions.map(\.name))
        #expect(table.dimensions.map { $0.entries.map(\.code) } == other.dimensions.map { $0.entries.map(\.code) })
        #expect(table.dimensions.map(\.isOfHeadings) == other.dimensions.map(\.isOfHeadings))
        #expect(table.time?.name == other.time?.name && table.time?.labels == other.time?.labels)
        #expect(table.time?.periods == other.time?.periods)
        #expect(table.measures.map(\.name) == other.measures.map(\.name))
        #expect(table.measures.map(\.printedDecimals) == other.measures.map(\.printedDecimals))
        #expect(table.measures.map(\.isExact) == other.measures.map(\.isExact))
        #expect(table.measures.map(\.total) == other.measures.map(\.total))
        for row in 0..<min(table.rowCount, other.rowCount) {
            let same =
                table.dimensions.map { $0.codes[row] } == other.dimensions.map { $0.codes[row] }
                && table.time?.codes[row] == other.time?.codes[row]
                && table.measures.map { $0[row] } == other.measures.map { $0[row] }
                && table.measures.map { $0.status(of: row) } == other.measures.map { $0.status(of: row) }
            guard same else {
                Issue.record("row \(row) differs")
                return
            }
        }
    }
}
