import BarometerCore
import BarometerIndicators
import BarometerStore
import Testing

/// Methods 5.2: the city 10.6 and 8.9, five peers, a peer F that lacks 2012, and the total.
private func cities(_ more: String = "") throws -> [String: Dataset] {
    let rows = [
        "101;2010;10.6", "101;2013;8.9", "A;2010;11.2", "A;2013;10.1", "B;2010;9.8", "B;2013;9.5", "C;2010;8.9",
        "C;2013;8.1", "D;2010;8.0", "D;2013;7.6", "E;2010;8.6", "E;2013;8.5",
    ]
    let text = "BY;TID;INDHOLD\n" + rows.joined(separator: "\n") + "\n" + more
    return byID(try Dataset("gab", text, unit: .percentagePoints))
}

private let weighted = "peers(gab[BY=101], BY=A:15 | B:9 | C:6 | D:4 | E:3)"

@Suite("methods 5.2: difference to a weighted peer benchmark")
struct PeersTests {
    @Test("the benchmark is 9.930 and 9.230, the differential +0.670 and -0.330")
    func printed() throws {
        let benchmark = try result(weighted, cities())
        #expect(benchmark.series.observations.map { rounded($0.value ?? 0, decimals: 3) } == [9.930, 9.230])
        #expect(benchmark.series.unit == .percentagePoints && benchmark.warnings.isEmpty)
        let differential = try values("gab[BY=101] - \(weighted)", cities())
        #expect(differential.map { rounded($0 ?? 0, decimals: 3) } == [0.670, -0.330])
        // Methods 5.3: of the fall of 1.7, 0.7 is shared and 1.0 own.
        let own = try values("change(gab[BY=101], previous) - change(\(weighted), previous)", cities())
        #expect(own.map { rounded($0 ?? 0, decimals: 1) } == [-1.0])
    }

    @Test("without weights all peers count alike, and one peer is itself")
    func equal() throws {
        let data = try cities()
        #expect(agree(try values("peers(gab, BY=A|B|C)", data), [29.9 / 3, 27.7 / 3]))
        #expect(try values("peers(gab, BY=E)", data) == [8.6, 8.5])
        #expect(try values("peers(gab, BY=E:0.001)", data) == [8.6, 8.5])
    }

    @Test("a peer that lacks a period is left out of all, which is told at its name")
    func leftOut() throws {
        let data = try cities("F;2010;99\nG;2010;99\nG;2013;..\n")
        let found = try result("peers(gab, BY=A|F|B|C|G|D)", data)
        #expect(
            agree(found.series.observations.map(\.value), [(11.2 + 9.8 + 8.9 + 8) / 4, (10.1 + 9.5 + 8.1 + 7.6) / 4])
        )
        #expect(found.warnings.map(\.code) == [.missingReference, .missingReference])
        #expect(found.warnings.map { $0.excerpt?.marked } == [17..<18, 23..<24])
        #expect(found.warnings.allSatisfy { $0.severity == .warning && $0.hint?.da.isEmpty == false })
        #expect(found.warnings.first?.message.en == "F has no figure for 2013 and is left out of all periods")
        // Weights of those who are left out do not count.
        let two = try result("peers(gab, BY=A:1|F:50|B:3)", data)
        #expect(agree(two.series.observations.map(\.value), [(11.2 + 29.4) / 4, (10.1 + 28.5) / 4]))
    }

    @Test("a period that less than half of the peers have is missing, and drives nobody out")
    func earlyReporter() throws {
        let found = try result("peers(gab, BY=A|B|C)", cities("A;2014;10\nB;2015;..\n"))
        #expect(found.warnings.isEmpty)
        #expect(found.series.observations.map { "\($0.period)" } == ["2010", "2013", "2014", "2015"])
        #expect(found.series.observations.map { $0.value == nil } == [false, false, true, true])
        #expect(found.series.observations[2].status == .notAvailable)
        #expect(found.series.observations[3].status == .uncertainOrConfidential)
        let half = try result("peers(gab, BY=A|B)", cities("A;2014;10\n"))
        #expect(half.series.observations.map(\.value) == [11.2, 10.1, 10] && half.warnings.count == 1)
    }

    @Test("where every peer lacks some period there is no benchmark")
    func nobody() throws {
        let text = "BY;TID;INDHOLD\nA;2010;1\nA;2011;1\nB;2011;1\nB;2012;1\nC;2010;1\nC;2012;1\n"
        let found = try result("peers(d, BY=A|B|C)", byID(try Dataset("d", text, unit: .percent)))
        #expect(found.series.observations.map(\.value) == [nil, nil, nil])
        #expect(found.warnings.map { $0.excerpt?.marked.lowerBound } == [13, 15, 17])
    }

    @Test("the mean of rates is one of rates, each from its own counts, and carries no counts")
    func rates() throws {
        let text = """
            BY;DEL;TID;INDHOLD
            101;LEDIG;2010;5
            101;ALLE;2010;50
            A;LEDIG;2010;1
            A;ALLE;2010;10
            B;LEDIG;2010;300
            B;ALLE;2010;1000
            """
        let data = byID(try Dataset("d", text, unit: .count))
        let rate = "rate(d[BY=101, DEL=LEDIG], d[BY=101, DEL=ALLE])"
        let found = try result("peers(\(rate), BY=A|B)", data).series
        #expect(agree(found.observations.map(\.value), [20]) && found.observations[0].basis == nil)
        #expect(found.unit == .percent && found.decimals == 1)
        #expect(agree(try values("\(rate) - peers(\(rate), BY=A|B)", data), [-10]))
    }

    @Test("a figure of a peer that is provisional makes a provisional mean")
    func provisional() throws {
        let text = "BY;TID;INDHOLD\nA;2010;1\nB;2010;2*\n"
        let found = try result("peers(d, BY=A|B)", byID(try Dataset("d", text, unit: .percent))).series
        #expect(found.observations == [Series.Observation(period: .year(2010), value: 1.5, status: .provisional)])
    }

    @Test("a whole that holds the city, and a part of it, are no peers")
    func shared() throws {
        func item(_ code: String, in parent: String? = nil, isTotal: Bool = false) -> Codelist.Item {
            Codelist.Item(code: code, label: LocalizedText("by \(code)"), parent: parent, isTotal: isTotal)
        }
        let list = Codelist(
            id: "by",
            items: [
                item("000", isTotal: true), item("084", in: "000", isTotal: true),
                item("081", in: "000", isTotal: true),
                item("101", in: "084"), item("101-1", in: "101"), item("851", in: "081"), item("999", isTotal: true),
            ]
        )
        let text = "BY;TID;INDHOLD\n" + list.items.map { "\($0.code);2010;5\n" }.joined()
        let data = byID(try Dataset("d", text, unit: .percent, codelists: ["BY": list]))
        for peer in ["101", "\"by 101\"", "084", "000", "101-1", "999"] {
            let found = faults("peers(d[BY=101], BY=851|\(peer))", data)
            #expect(found.map(\.code) == [.formulaName] && found.first?.location?.column == 25, "\(peer)")
        }
        // A region without the city is a peer, and so is a place beside the total that the city is compared with.
        #expect(faults("peers(d[BY=101], BY=851|081)", data).isEmpty)
        #expect(faults("gap(d[BY=101], d[BY=000]) - (peers(d[BY=101], BY=851) - d[BY=000])", data).isEmpty)
    }
}
