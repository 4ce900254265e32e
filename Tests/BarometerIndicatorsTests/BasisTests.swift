import BarometerCore
import BarometerIndicators
import BarometerStore
import Testing

private typealias Counts = Series.Counts

private func workforce() throws -> [String: Dataset] {
    let text = """
        HERKOMST;TID;LEDIGE;STYRKE
        25;2010H2;3000;20000
        35;2010H2;1800;10000
        1;2010H2;13500;250000
        25;2011H1;2000;0
        35;2011H1;1800;0
        1;2011H1;13500;250000
        """
    let data = try Dataset("d", text, unit: .count, measures: ["LEDIGE", "STYRKE"])
    let money = try Dataset("kr", "TID;A;B\n2010H2;3;4\n", unit: .other("kr."), measures: ["A", "B"])
    return byID(data, money, try Dataset("p", "TID;INDHOLD\n2010H2;5.4\n", unit: .percent))
}

private let group = "rate(d.LEDIGE[HERKOMST=25|35], d.STYRKE[HERKOMST=25|35])"
private let reference = "rate(d.LEDIGE[HERKOMST=1], d.STYRKE[HERKOMST=1])"
private let groupCounts = Counts(numerator: 4800, denominator: 30000)
private let referenceCounts = Counts(numerator: 13500, denominator: 250_000)

@Suite("The counts behind figures")
struct BasisTests {
    private func basis(_ text: String) throws -> Series.Basis? {
        try #require(try result(text, workforce()).series.observations.first, "\(text)").basis
    }

    @Test("a rate carries its counts, added up over its groups")
    func rate() throws {
        #expect(try basis(group) == .rate(groupCounts))
        let sums = "rate(d.LEDIGE[HERKOMST=25] + d.LEDIGE[HERKOMST=35], d.STYRKE - d.STYRKE[HERKOMST=1])"
        #expect(try basis(sums) == .rate(groupCounts))
    }

    @Test("a gap of two rates carries the counts of both sides, however it is written")
    func gap() throws {
        let expected = Series.Basis.gap(group: groupCounts, reference: referenceCounts)
        #expect(try basis("gap(\(group), \(reference))") == expected)
        #expect(try basis("\(group) - \(reference)") == expected)
        #expect(try basis("-gap(\(reference), \(group))") == expected)
        #expect(agree(try values("gap(\(group), \(reference))", workforce()), [10.6, nil]))
    }

    @Test("what is left of 100 percent is a rate of the others")
    func rest() throws {
        #expect(try basis("100 - \(group)") == .rate(Counts(numerator: 25200, denominator: 30000)))
        #expect(agree(try values("100 - \(group)", workforce()), [84, nil]))
        let employment = "gap(100 - \(group), 100 - \(reference))"
        #expect(agree(try values(employment, workforce()), [-10.6, nil]))
        #expect(
            try basis(employment)
                == .gap(
                    group: Counts(numerator: 25200, denominator: 30000),
                    reference: Counts(numerator: 236_500, denominator: 250_000)
                )
        )
    }

    @Test(
        "what is no rate and no gap of two has none",
        arguments: [
            "p", "d.LEDIGE", "2 * \(group)", "\(group) / 2", "\(group) / \(reference)", "gap(\(group), p)",
            "gap(\(group), \(reference)) - gap(\(reference), \(group))", "gap(\(group), \(reference)) / 1",
            "peers(\(group), HERKOMST=1)", "index(\(group), 2010H2)", "change(\(reference))",
            // Scaled counts, money and means are no number of persons.
            "rate(d.LEDIGE / 1000, d.STYRKE / 1000)", "rate(kr.A, kr.B)",
            "rate(peers(d.LEDIGE[HERKOMST=25], HERKOMST=1), d.STYRKE)",
        ]
    )
    func none(_ text: String) throws {
        #expect(try basis(text) == nil)
    }

    @Test("a missing figure carries none")
    func missing() throws {
        let observations = try result("gap(\(group), \(reference))", workforce()).series.observations
        #expect(observations[1].value == nil && observations[1].basis == nil)
        #expect(observations[1].status == .cannotOccur)
    }

    @Test("money over money of one unit is a rate too")
    func money() throws {
        #expect(try values("rate(kr.A, kr.B)", workforce()) == [75])
    }
}
