import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 5.4: shift-share")
struct ShiftShareTests {
    private let branches = [
        ShiftShare.Category(id: "a", local: (4_000, 3_700), national: (400_000, 376_000)),
        ShiftShare.Category(id: "b", local: (9_000, 10_200), national: (1_200_000, 1_296_000)),
        ShiftShare.Category(id: "c", local: (7_000, 7_350), national: (900_000, 909_000)),
    ]

    @Test("G = 3.24 %; +1250 = national 648 + mix -98 + local 700")
    func printed() throws {
        let result = try ShiftShare(branches)
        #expect(isPrinted(100 * result.nationalGrowth, 3.24, decimals: 2))
        #expect(isPrinted(result.total.national, 648, decimals: 6) && isPrinted(result.total.mix, -98, decimals: 6))
        #expect(isPrinted(result.total.local, 700, decimals: 6) && isPrinted(result.total.total, 1_250, decimals: 6))
        #expect(result.withoutNationalBase.isEmpty)
    }

    @Test("a branch without a national base is new: no mix, and it is named")
    func newBranch() throws {
        let result = try ShiftShare(
            branches + [ShiftShare.Category(id: "new", local: (0, 120), national: (0, 5_000))]
        )
        let parts = try #require(result.categories.last?.parts)
        #expect(parts.national == 0 && parts.mix == 0 && parts.local == 120)
        #expect(result.withoutNationalBase == ["new"] && isPrinted(result.total.total, 1_370, decimals: 6))
        let odd = try ShiftShare(
            branches + [ShiftShare.Category(id: "odd", local: (50, 40), national: (0, 0))]
        )
        #expect(odd.categories.last?.parts.mix == 0 && isPrinted(odd.total.total, 1_240, decimals: 6))
    }

    @Test("what is refused, and why")
    func refusals() {
        func reason(_ categories: [ShiftShare.Category]) -> MethodRefusal? {
            refusal { () throws(MethodRefusal) in try ShiftShare(categories) }
        }
        #expect(reason([]) == .noCategories)
        #expect(reason([branches[0], branches[0]]) == .repeatedCategory("a"))
        #expect(reason([ShiftShare.Category(id: "x", local: (1, 2), national: (0, 5))]) == .zeroBase)
        for value in [-1, Double.nan, .infinity] {
            let bad = ShiftShare.Category(id: "x", local: (1, value), national: (1, 2))
            #expect(reason([bad]) == .impossibleCount("x"))
        }
    }

    @Test("the parts of each branch and of all make up the change exactly")
    func sums() throws {
        var generator = SeededGenerator(seed: 54)
        for _ in 0..<1_000 {
            let some = (0..<Int.random(in: 1...9, using: &generator)).map { position in
                ShiftShare.Category(
                    id: "\(position)",
                    local: (generator.tenth(0...90_000), generator.tenth(0...90_000)),
                    national: (generator.tenth(0...9_000_000), generator.tenth(0...9_000_000))
                )
            }
            let base = some.reduce(0) { $0 + $1.national.before }
            guard base > 0 else { continue }
            let result = try ShiftShare(some)
            let change = some.reduce(0) { $0 + $1.local.after - $1.local.before }
            #expect((result.total.total - change).magnitude < 1e-9 * max(1, base))
            for (category, parts) in zip(some, result.categories.map(\.parts)) {
                let own = category.local.after - category.local.before
                let scale = [parts.national, parts.mix, parts.local].map(\.magnitude).max() ?? 1
                #expect((parts.total - own).magnitude < 1e-9 * max(1, scale))
            }
        }
    }
}
