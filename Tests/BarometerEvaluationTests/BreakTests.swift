import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

private let start = Period.halfYear(2007, 1)

private func reason(_ old: [Double?], _ new: [Double?], from period: Period, _ kind: BreakLink.Kind) -> MethodRefusal? {
    do throws(MethodRefusal) {
        _ = try BreakLink(CaseK.series(old, from: start), to: CaseK.series(new, from: period), by: kind)
        return nil
    } catch {
        return error
    }
}

@Suite("methods 6.3 and 8.4: breaks and targets")
struct BreakTests {
    @Test("1 July 2007: western descendants from 17 028 to 14 798, factor 0.86904")
    func parents() throws {
        let (old, new) = (
            CaseK.series([16_500, 17_028], from: start), CaseK.series([14_798, 15_000], from: .halfYear(2007, 2))
        )
        let link = try BreakLink(old, to: new, by: .factor)
        #expect(isPrinted(link.amount, 0.86904, decimals: 5) && isPrinted(100 * (link.amount - 1), -13.1, decimals: 1))
        #expect(link.overlap == [.halfYear(2007, 2)] && link.amounts.width == 0)
        #expect(link.linked.observations.map { rounded($0.value ?? 0, decimals: 1) } == [14_339.1, 14_798, 15_000])
        #expect(link.linked.observations.map(\.status) == [.estimated, .normal, .normal])
        #expect(link.old.observations.compactMap(\.value) == [16_500, 17_028])
        #expect(link.statement.en.contains("multiplied by 0.86904, by 2007H2"))
        #expect(link.statement.da.contains("ganget med 0,86904"))
    }

    @Test("a gap is linked by what is added, over all periods in common")
    func additive() throws {
        let (old, new) = (
            CaseK.series([10.6, nil, 10.2, 10.0], from: start),
            CaseK.series([10.5, 10.5, 9.7], from: .halfYear(2008, 1))
        )
        let link = try BreakLink(old, to: new, by: .additive)
        #expect(isPrinted(link.amount, 0.4, decimals: 10) && link.overlap.count == 2)
        #expect(isPrinted(link.amounts.lower, 0.3, decimals: 10) && isPrinted(link.amounts.upper, 0.5, decimals: 10))
        #expect(link.linked.observations.map(\.value) == [11.0, nil, 10.5, 10.5, 9.7])
        #expect(link.linked.observations[1].status == .notAvailable)
        #expect(link.statement.en.contains("+0.40 was added"))
    }

    @Test("no link without an overlap, and no factor of what is not above zero")
    func refusals() {
        #expect(reason([1, 2], [3, 4], from: .halfYear(2008, 1), .additive) == .noOverlap)
        #expect(reason([1, 2], [nil, 4], from: .halfYear(2007, 2), .additive) == .noOverlap)
        #expect(reason([1, 0], [3, 4], from: .halfYear(2007, 2), .factor) == .overlapNotPositive)
        #expect(reason([1, 2], [-3, 4], from: .halfYear(2007, 2), .factor) == .overlapNotPositive)
        #expect(reason([1, 0], [3, 4], from: .halfYear(2007, 2), .additive) == nil)
    }

    @Test("a link moves the old segment alone, and by the same everywhere")
    func properties() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<1_000 {
            func values(_ count: Int) -> [Double] {
                (0..<count).map { _ in Double(Int.random(in: 1...9_999, using: &generator)) / 10 }
            }
            let (before, common) = (Int.random(in: 1...6, using: &generator), Int.random(in: 1...4, using: &generator))
            let (old, new) = (values(before + common), values(common + 2))
            let (first, second) = (
                CaseK.series(old, from: start), CaseK.series(new, from: start.advanced(by: before))
            )
            let shift = try BreakLink(first, to: second, by: .additive)
            let factor = try BreakLink(first, to: second, by: .factor)
            #expect(shift.amounts.lower - 1e-9 <= shift.amount && shift.amount <= shift.amounts.upper + 1e-9)
            #expect(factor.amounts.lower - 1e-9 <= factor.amount && factor.amount <= factor.amounts.upper + 1e-9)
            for (link, move) in [(shift, { $0 + shift.amount }), (factor, { $0 * factor.amount })]
                as [(BreakLink, (Double) -> Double)]
            {
                let linked = link.linked.observations.compactMap(\.value)
                #expect(linked == old.prefix(before).map(move) + new)
            }
        }
    }
}
