import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 5.6: Kitagawa decomposition")
struct KitagawaTests {
    @Test("composition 0.282 + rate 10.322 = 10.604, by age, and in three parts with the Danish group as base")
    func printed() throws {
        let result = try Kitagawa(Ages.nonWestern, minus: Ages.danish)
        #expect(isPrinted(result.total.composition, 0.282, decimals: 3))
        #expect(isPrinted(result.total.rate, 10.322, decimals: 3) && isPrinted(result.total.total, 10.604, decimals: 3))
        #expect(arePrinted(result.categories.map(\.parts.composition), [-1.440, 1.400, 0.322], decimals: 3))
        #expect(arePrinted(result.categories.map(\.parts.rate), [1.680, 5.133, 3.509], decimals: 3))
        #expect(result.categories.map(\.id) == Ages.names)
        let three = result.threeParts
        #expect(arePrinted([three.composition, three.rate, three.interaction], [-0.156, 9.884, 0.876], decimals: 3))
        #expect(isPrinted(three.total, 10.604, decimals: 3))
    }

    @Test("published: US headship rates 1970-85, 1.2269 composition + 1.7403 rate = 2.9672")
    func headship() throws {
        let result = try Kitagawa(
            (0..<13).map { age in
                Kitagawa.Category(
                    id: "\(age)",
                    shares: Kitagawa.Pair(Headship.size1985[age] / 100, Headship.size1970[age] / 100),
                    rates: Kitagawa.Pair(Headship.rate1985[age], Headship.rate1970[age])
                )
            }
        )
        #expect(isPrinted(result.total.composition, 1.2269, decimals: 4))
        #expect(isPrinted(result.total.rate, 1.7403, decimals: 4) && isPrinted(result.total.total, 2.9672, decimals: 4))
    }

    @Test("the change of a gap: each group over time, one taken from the other")
    func gapChange() throws {
        let later = Ages.strata(persons: [7_000, 15_000, 9_000], rates: [11, 14, 18])
        let danish = Ages.strata(persons: [88_000, 99_000, 64_000], rates: [5.5, 4.9, 5.2])
        let result = try GapChangeDecomposition(
            group: GapChangeDecomposition.Group(earlier: Ages.nonWestern, later: later),
            reference: GapChangeDecomposition.Group(earlier: Ages.danish, later: danish),
            orientation: .groupMinusReference
        )
        let gaps = try [(Ages.nonWestern, Ages.danish), (later, danish)].map { try Kitagawa($0, minus: $1).total.total }
        #expect((result.total.total - (gaps[1] - gaps[0])).magnitude < 1e-9)
        #expect(result.minuend.total.total < 0 && result.subtrahend.total.total < 0)
        let turned = try GapChangeDecomposition(
            group: GapChangeDecomposition.Group(earlier: Ages.nonWestern, later: later),
            reference: GapChangeDecomposition.Group(earlier: Ages.danish, later: danish),
            orientation: .referenceMinusGroup
        )
        #expect((turned.total.composition + result.total.composition).magnitude < 1e-12)
    }

    @Test("a category that one group has nobody in is told, one that neither has is left out")
    func missing() throws {
        func reason(_ first: [Stratum], _ second: [Stratum]) -> MethodRefusal? {
            refusal { () throws(MethodRefusal) in try Kitagawa(first, minus: second) }
        }
        var short = Ages.nonWestern
        short[1] = Stratum(id: "30-44", cases: 0, persons: 0)
        #expect(reason(short, Ages.danish) == .missingCategories(["30-44"]))
        #expect(reason(Ages.nonWestern, Array(Ages.danish.dropLast())) == .missingCategories(["45-64"]))
        #expect(reason([], []) == .noCategories)
        #expect(reason(Ages.danish + [Ages.danish[0]], Ages.danish) == .repeatedCategory("16-29"))
        for bad in [Stratum(id: "x", cases: -1, persons: 2), Stratum(id: "x", cases: 1, persons: 0)] {
            #expect(reason([bad], [bad]) == .impossibleCount("x"))
        }
        let nobody = Stratum(id: "65+", cases: 0, persons: 0)
        let result = try Kitagawa(Ages.nonWestern + [nobody], minus: [nobody] + Ages.danish)
        #expect(result.categories.count == 3 && isPrinted(result.total.composition, 0.282, decimals: 3))
    }

    @Test("parts sum to the whole, and a swap of the groups flips all signs")
    func properties() throws {
        var generator = SeededGenerator(seed: 56)
        for _ in 0..<1_000 {
            let ids = (0..<Int.random(in: 1...12, using: &generator)).map(String.init)
            func group() -> [Stratum] {
                ids.map { id in
                    let persons = Double(Int.random(in: 1...90_000, using: &generator))
                    let cases = Double(Int.random(in: 0...Int(persons), using: &generator))
                    return Stratum(id: id, cases: cases, persons: persons)
                }
            }
            let (first, second) = (group(), group())
            func crude(_ strata: [Stratum]) -> Double {
                100 * strata.reduce(0) { $0 + $1.cases } / strata.reduce(0) { $0 + $1.persons }
            }
            let (there, back) = (try Kitagawa(first, minus: second), try Kitagawa(second, minus: first))
            let difference = crude(first) - crude(second)
            #expect((there.total.total - difference).magnitude < 1e-9)
            #expect((there.threeParts.total - difference).magnitude < 1e-9)
            #expect((there.total.composition + back.total.composition).magnitude < 1e-9)
            #expect((there.total.rate + back.total.rate).magnitude < 1e-9)
            let byCategory = there.categories.reduce(0) { $0 + $1.parts.total }
            #expect((byCategory - difference).magnitude < 1e-9)
        }
    }
}

/// Das Gupta (1993), example 5.1: shares by age in per cent and household headship rates per 100, United States; ages
/// 15-19 to 70-74 by five years, and 75 and more.
private enum Headship {
    static let size1970 = [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9]
    static let size1985 = [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5]
    static let rate1970 = [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8]
    static let rate1985 = [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2]
}

@Suite("methods 5.6: Das Gupta, any number of factors")
struct DasGuptaTests {
    /// A published example: factors of the first and of the second population, effects and the digits they are given
    /// with.
    struct Published: CustomTestStringConvertible {
        var testDescription: String
        var first: [Double]
        var second: [Double]
        var effects: [Double]
        var difference: Double
        var decimals: Int
    }

    @Test(
        "published products of two to five factors",
        arguments: [
            Published(
                testDescription: "2.1: earnings, white and black men, United States 1980",
                first: [16_591, 0.825974],
                second: [10_930, 0.717892],
                effects: [4_369.913, 1_487.262],
                difference: 5_857.175,
                decimals: 3
            ),
            Published(
                testDescription: "2.2: birth rates, Chile and Austria 1981",
                first: [84.90502, 0.75756, 0.51065],
                second: [51.78746, 0.45919, 0.52638],
                effects: [10.4340333, 10.5608476, -0.6670084],
                difference: 20.3278726,
                decimals: 7
            ),
            Published(
                testDescription: "2.3: births outside marriage, United States 1979 and 1971",
                first: [32.7, 0.290, 0.473, 0.986],
                second: [25.3, 0.214, 0.279, 0.949],
                effects: [0.6889411, 0.8125381, 1.3829055, 0.1047547],
                difference: 2.9891394,
                decimals: 7
            ),
            Published(
                testDescription: "2.4: total fertility, South Korea",
                first: [0.72, 0.97, 0.97, 0.56, 16.158],
                second: [0.58, 0.76, 0.84, 0.66, 16.573],
                effects: [1.0909785, 1.2298438, 0.7278399, -0.8398707, -0.1290187],
                difference: 2.0797729,
                decimals: 7
            ),
        ]
    )
    func products(_ example: Published) throws {
        let result = try DasGupta(productOf: example.first.map { [$0] }, minus: example.second.map { [$0] })
        #expect(arePrinted(result.effects, example.effects, decimals: example.decimals))
        #expect(isPrinted(result.difference, example.difference, decimals: example.decimals))
    }

    @Test("published 4.3: three factors by age, birth rate of Taiwan 1970 and 1960")
    func vectors() throws {
        let later: [[Double]] = [
            [488, 452, 338, 156, 63, 22, 3], [0.082, 0.527, 0.866, 0.941, 0.942, 0.923, 0.876],
            [0.058, 0.038, 0.032, 0.030, 0.026, 0.023, 0.019],
        ]
        let earlier: [[Double]] = [
            [393, 407, 369, 274, 184, 90, 16], [0.122, 0.622, 0.903, 0.930, 0.916, 0.873, 0.800],
            [0.043, 0.041, 0.036, 0.032, 0.026, 0.020, 0.018],
        ]
        let result = try DasGupta(productOf: later, minus: earlier)
        #expect(arePrinted(result.effects, [-7.285632, -2.720633, -1.565181], decimals: 6))
        #expect(isPrinted(result.difference, -11.571446, decimals: 6))
    }

    @Test("published 3.1 and 4.4: rates that are no product")
    func functions() throws {
        let growth = try DasGupta([[23.7], [9.5]], minus: [[19.4], [10.8]]) { $0[0][0] - $0[1][0] }
        #expect(
            arePrinted(growth.effects, [4.3, 1.3], decimals: 10) && isPrinted(growth.difference, 5.6, decimals: 10)
        )
        let women1963: [[Double]] = [
            [0.200, 0.163, 0.146, 0.154, 0.168, 0.169], [0.866, 0.325, 0.119, 0.099, 0.099, 0.121],
            [0.007, 0.021, 0.023, 0.015, 0.008, 0.002], [0.454, 0.326, 0.195, 0.107, 0.051, 0.015],
        ]
        let women1983: [[Double]] = [
            [0.169, 0.195, 0.190, 0.174, 0.150, 0.122], [0.931, 0.563, 0.311, 0.216, 0.199, 0.191],
            [0.018, 0.026, 0.023, 0.016, 0.008, 0.002], [0.380, 0.201, 0.149, 0.079, 0.025, 0.006],
        ]
        let result = try DasGupta(women1983, minus: women1963) { factors in
            var (outside, inside) = (0.0, 0.0)
            for age in 0..<6 {
                outside += factors[0][age] * factors[1][age] * factors[2][age]
                inside += factors[0][age] * (1 - factors[1][age]) * factors[3][age]
            }
            return outside / (outside + inside)
        }
        #expect(arePrinted(result.effects, [-0.00620498, 0.04866154, 0.02705922, 0.02470928], decimals: 8))
        #expect(isPrinted(result.difference, 0.09422505, decimals: 8))
    }

    @Test("with two factors it is Kitagawa's decomposition")
    func twoFactors() throws {
        let result = try DasGupta(
            productOf: [Headship.size1985.map { $0 / 100 }, Headship.rate1985],
            minus: [Headship.size1970.map { $0 / 100 }, Headship.rate1970]
        )
        #expect(arePrinted(result.effects, [1.2269, 1.7403], decimals: 4))
    }

    @Test("what is refused, and why")
    func refusals() {
        let nine = [[Double]](repeating: [1], count: 9)
        #expect(
            refusal { () throws(MethodRefusal) in try DasGupta(productOf: nine, minus: nine) }
                == .tooManyFactors(9, atMost: 8)
        )
        #expect(refusal { () throws(MethodRefusal) in try DasGupta(productOf: [], minus: []) } == .noCategories)
        #expect(refusal { () throws(MethodRefusal) in try DasGupta([], minus: []) { _ in 0 } } == .noCategories)
        #expect(
            refusal { () throws(MethodRefusal) in try DasGupta(productOf: [[1], [1, 2]], minus: [[1], [1, 2]]) }
                == .unequalFactors
        )
        #expect(
            refusal { () throws(MethodRefusal) in try DasGupta(productOf: [[1, 2]], minus: [[1]]) } == .unequalFactors
        )
        #expect(
            refusal { () throws(MethodRefusal) in try DasGupta([[1], [0]], minus: [[1], [2]]) { $0[0][0] / $0[1][0] } }
                == .rateUndefined
        )
    }

    @Test("effects sum to the difference, change signs with the order, and are the mean over all orders")
    func properties() throws {
        var generator = SeededGenerator(seed: 561)
        for _ in 0..<1_000 {
            let count = Int.random(in: 1...5, using: &generator)
            let cells = Int.random(in: 1...4, using: &generator)
            func population() -> [[Double]] {
                (0..<count).map { _ in (0..<cells).map { _ in generator.tenth(-50...50) / 2 } }
            }
            let (first, second) = (population(), population())
            let (there, back) = (
                try DasGupta(productOf: first, minus: second), try DasGupta(productOf: second, minus: first)
            )
            #expect((there.effects.reduce(0, +) - there.difference).magnitude < 1e-9)
            #expect(zip(there.effects, back.effects).allSatisfy { ($0 + $1).magnitude < 1e-9 })
            let byOrders = meanOverOrders(first, second)
            #expect(zip(there.effects, byOrders).allSatisfy { ($0 - $1).magnitude < 1e-9 })
        }
    }

    /// The mean over all orders by going through them one after the other.
    private func meanOverOrders(_ first: [[Double]], _ second: [[Double]]) -> [Double] {
        func rate(_ factors: [[Double]]) -> Double {
            factors[0].indices.reduce(0) { sum, cell in sum + factors.reduce(1) { $0 * $1[cell] } }
        }
        var (sums, count) = ([Double](repeating: 0, count: first.count), 0.0)
        func exchange(_ rest: [Int], _ mixture: [[Double]]) {
            if rest.isEmpty { count += 1 }
            for factor in rest {
                var next = mixture
                next[factor] = first[factor]
                var orders = 1.0
                for size in 1..<max(rest.count, 1) { orders *= Double(size) }
                sums[factor] += (rate(next) - rate(mixture)) * orders
                exchange(rest.filter { $0 != factor }, next)
            }
        }
        exchange(Array(first.indices), second)
        return sums.map { $0 / count }
    }
}
