import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 5.5: direct and indirect standardisation")
struct StandardisationTests {
    private func standard() throws -> StandardPopulation {
        try StandardPopulation(pooling: Ages.danish, Ages.nonWestern)
    }

    @Test("crude gap 10.604, standardised 9.978 pp, 95 % 9.546..10.409")
    func direct() throws {
        let gap = try StandardisedGap(
            group: Ages.nonWestern,
            reference: Ages.danish,
            standard: try standard(),
            orientation: .groupMinusReference
        )
        #expect(isPrinted(gap.crude, 10.604, decimals: 3) && isPrinted(gap.value, 9.978, decimals: 3))
        #expect(isPrinted(gap.interval95.lower, 9.546, decimals: 3))
        #expect(isPrinted(gap.interval95.upper, 10.409, decimals: 3))
        let turned = try StandardisedGap(
            group: Ages.nonWestern,
            reference: Ages.danish,
            standard: try standard(),
            orientation: .referenceMinusGroup
        )
        #expect(turned.value == -gap.value && turned.interval95.lower == -gap.interval95.upper)
    }

    @Test("indirect: expected 1572 at Danish rates, observed 4800, ratio 3.053")
    func indirect() throws {
        let result = try IndirectRatio(of: Ages.nonWestern, atRatesOf: Ages.danish)
        #expect(isPrinted(result.expected, 1_572, decimals: 6) && isPrinted(result.observed, 4_800, decimals: 6))
        #expect(isPrinted(result.ratio, 3.053, decimals: 3))
        // Byar's limits of 4800 by hand, over 1572.
        #expect(isPrinted(result.interval95.lower, 2.967658, decimals: 6))
        #expect(isPrinted(result.interval95.upper, 3.141062, decimals: 6))
    }

    @Test("rates of events: Dobson's limits on Byar's, none with fewer than ten events")
    func events() throws {
        let group = [
            Stratum(id: "young", cases: 12, persons: 4_000), Stratum(id: "old", cases: 90, persons: 1_500),
        ]
        let standard = try StandardPopulation([("young", 70), ("old", 30)])
        let rate = try DirectEventRate(of: group, standard: standard)
        // 0.7 * 300 + 0.3 * 6000, and sqrt(variance / 102) times Byar's limits of 102 less 102; computed apart.
        #expect(isPrinted(rate.value, 2_010, decimals: 6) && rate.events == 102)
        #expect(isPrinted(rate.interval95?.lower, 1_638.568, decimals: 3))
        #expect(isPrinted(rate.interval95?.upper, 2_440.384, decimals: 3))
        let few = [Stratum(id: "young", cases: 3, persons: 4_000), Stratum(id: "old", cases: 6, persons: 1_500)]
        #expect(try DirectEventRate(of: few, standard: standard).interval95 == nil)
        let often = [Stratum(id: "young", cases: 8_000, persons: 4_000), Stratum(id: "old", cases: 9, persons: 1)]
        #expect(try DirectEventRate(of: often, standard: standard, per: 1).value == 4.1)
    }

    @Test("the standard is fixed: a later edition with other ages is weighed as before")
    func fixedStandard() throws {
        let older = Ages.strata(persons: [1_000, 9_000, 90_000], rates: [12, 16, 19])
        let (then, now) = (
            try DirectRate(of: Ages.nonWestern, standard: try standard()),
            try DirectRate(of: older, standard: try standard())
        )
        #expect((then.value - now.value).magnitude < 1e-9 && now.crude > then.crude + 2)
    }

    @Test("a category that is missing in a group, or in the standard, is told")
    func missing() throws {
        let standard = try standard()
        func reason(_ group: [Stratum], _ standard: StandardPopulation) -> MethodRefusal? {
            refusal { () throws(MethodRefusal) in try DirectRate(of: group, standard: standard) }
        }
        #expect(reason(Array(Ages.danish.dropFirst()), standard) == .missingCategories(["16-29"]))
        var empty = Ages.danish
        empty[2] = Stratum(id: "45-64", cases: 0, persons: 0)
        #expect(reason(empty, standard) == .missingCategories(["45-64"]))
        let short = try StandardPopulation([("16-29", 1), ("30-44", 1), ("45-64", 0)])
        #expect(reason(Ages.danish, short) == .missingCategories(["45-64"]))
        #expect(reason(Ages.danish, try StandardPopulation([("16-29", 1)])) == .missingCategories(["30-44", "45-64"]))
        var many = Ages.danish
        many[0].cases = many[0].persons + 1
        #expect(reason(many, standard) == .impossibleCount("16-29"))
        let indirect = refusal { () throws(MethodRefusal) in
            try IndirectRatio(of: Ages.nonWestern, atRatesOf: Array(Ages.danish.dropLast()))
        }
        #expect(indirect == .missingCategories(["45-64"]))
    }

    @Test("what else is refused")
    func refusals() {
        func reason(_ sizes: [(String, Double)]) -> MethodRefusal? {
            refusal { () throws(MethodRefusal) in try StandardPopulation(sizes) }
        }
        #expect(reason([]) == .noCategories && reason([("a", 0)]) == .noCategories)
        #expect(reason([("a", 1), ("a", 2)]) == .repeatedCategory("a"))
        #expect(reason([("a", 1), ("b", -2)]) == .impossibleCount("b"))
        #expect(reason([("a", .nan)]) == .impossibleCount("a"))
        let none = [Stratum(id: "a", cases: 0, persons: 10)]
        #expect(refusal { () throws(MethodRefusal) in try IndirectRatio(of: none, atRatesOf: none) } == .zeroBase)
    }

    @Test("weighed by itself a group has its crude rate, and a standardised rate lies among those of the categories")
    func properties() throws {
        var generator = SeededGenerator(seed: 55)
        for _ in 0..<1_000 {
            let group = (0..<Int.random(in: 1...10, using: &generator)).map { position in
                let persons = Double(Int.random(in: 1...50_000, using: &generator))
                return Stratum(
                    id: "\(position)",
                    cases: Double(Int.random(in: 0...Int(persons), using: &generator)),
                    persons: persons
                )
            }
            let own = try DirectRate(of: group, standard: try StandardPopulation(pooling: group))
            #expect((own.value - own.crude).magnitude < 1e-9)
            let sizes = group.map { ($0.id, generator.tenth(1...9_999)) }
            let rate = try DirectRate(of: group, standard: try StandardPopulation(sizes))
            let rates = group.map { 100 * $0.cases / $0.persons }
            #expect((rates.min() ?? 0) - 1e-9 <= rate.value && rate.value <= (rates.max() ?? 0) + 1e-9)
            #expect(rate.interval95.contains(rate.value))
            if group.contains(where: { $0.cases > 0 }) {
                #expect((try IndirectRatio(of: group, atRatesOf: group).ratio - 1).magnitude < 1e-9)
            }
        }
    }
}
