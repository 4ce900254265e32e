import BarometerCore
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

/// A table of six places with counts of a part and a whole over eight half-years, one cell in twenty missing.
private struct RandomCase {
    static let places = (0..<6).map { "p\($0)" }
    let data: [String: Dataset]
    let lag: Int
    let weights: [Int]

    init(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var text = "STED;TID;DEL;ALLE;PCT\n"
        for place in RandomCase.places {
            for half in 0..<8 where Int.random(in: 0..<20, using: &generator) > 0 {
                let whole = Int.random(in: 1...50_000, using: &generator)
                let part = Int.random(in: 0...whole, using: &generator)
                let isMissing = Int.random(in: 0..<20, using: &generator) == 0
                let share = Int.random(in: 1...999, using: &generator)
                text +=
                    "\(place);\(2005 + half / 2)H\(half % 2 + 1);\(isMissing ? ".." : "\(part)");\(whole);\(share)\n"
            }
        }
        data = byID(try Dataset("d", text, unit: .count, measures: ["DEL", "ALLE", "PCT"]))
        lag = Int.random(in: 1...4, using: &generator)
        weights = (0..<3).map { _ in Int.random(in: 1...30, using: &generator) }
    }

    func figures(_ text: String) throws -> [Series.Observation] {
        try result(text, data).series.observations
    }

    func rate(_ place: String) -> String { "rate(d.DEL[STED=\(place)], d.ALLE[STED=\(place)])" }
}

extension [Series.Observation] {
    fileprivate func value(at period: Period) -> Double? {
        first { $0.period == period }?.value
    }

    /// Whether periods, statuses and values are the same, the values up to double arithmetic.
    fileprivate func agrees(with other: [Series.Observation]) -> Bool {
        map(\.period) == other.map(\.period) && map(\.status) == other.map(\.status)
            && agree(map(\.value), other.map(\.value))
    }
}

@Suite("Properties of formulas")
struct FormulaPropertyTests {
    private static let cases = 1000

    /// A table for every five cases, each with other places in the same distances.
    private func forAll(_ check: (RandomCase, String, String, String) throws -> Void) throws {
        for seed in 0..<UInt64(FormulaPropertyTests.cases / 5) {
            let table = try RandomCase(seed: seed)
            for turn in 0..<5 {
                let places = RandomCase.places.indices.map { RandomCase.places[($0 + turn) % 6] }
                try check(table, places[0], places[2], places[3])
            }
        }
    }

    @Test("a gap seen from the other side has the other sign, and its counts change places")
    func antisymmetric() throws {
        try forAll { table, a, b, _ in
            let (there, back) = ("gap(\(table.rate(a)), \(table.rate(b)))", "gap(\(table.rate(b)), \(table.rate(a)))")
            let (gap, opposite) = (try table.figures(there), try table.figures("-\(back)"))
            #expect(gap.map(\.value) == opposite.map(\.value) && gap.map(\.basis) == opposite.map(\.basis))
            #expect(try table.figures("\(table.rate(a)) - \(table.rate(b))") == gap)
        }
    }

    @Test("a rate is 100 times the sum of the part over the sum of the whole, and lies between those of its groups")
    func union() throws {
        try forAll { table, a, b, c in
            let union = try table.figures("rate(d.DEL[STED=\(a)|\(b)|\(c)], d.ALLE[STED=\(a)|\(b)|\(c)])")
            let sums = try table.figures(
                "rate(d.DEL[STED=\(c)] + d.DEL[STED=\(a)] + d.DEL[STED=\(b)], d.ALLE[STED=\(a)|\(b)] + d.ALLE[STED=\(c)])"
            )
            let groups = try [a, b, c].map { try table.figures(table.rate($0)) }
            for rate in union {
                guard let value = rate.value else { continue }
                guard case .rate(let counts) = rate.basis else { Issue.record("\(rate)"); continue }
                #expect(value == 100 * counts.numerator / counts.denominator)
                #expect(value == sums.value(at: rate.period))
                let single = groups.compactMap { $0.value(at: rate.period) }
                #expect(single.count == 3)
                #expect((single.min() ?? 0) - 1e-9 <= value && value <= (single.max() ?? 0) + 1e-9)
            }
        }
    }

    @Test("what is left of 100 percent is the rate of the rest")
    func rest() throws {
        try forAll { table, a, _, _ in
            let rest = try table.figures("rate(d.ALLE[STED=\(a)] - d.DEL[STED=\(a)], d.ALLE[STED=\(a)])")
            let left = try table.figures("100 - \(table.rate(a))")
            #expect(left.agrees(with: rest) && left.map(\.basis) == rest.map(\.basis))
        }
    }

    @Test("an index is 100 at its base and proportional to the figures")
    func index() throws {
        try forAll { table, a, _, _ in
            let figures = try table.figures("d.PCT[STED=\(a)]")
            let base = try #require(figures.first { $0.value != nil })
            let index = try table.figures("index(d.PCT[STED=\(a)], \(base.period))")
            #expect(index.value(at: base.period) == 100)
            let value = try #require(base.value)
            #expect(agree(index.map(\.value), figures.map { $0.value.map { 100 * $0 / value } }))
        }
    }

    @Test("changes add up: over several periods to the change over all of them")
    func telescope() throws {
        try forAll { table, a, _, _ in
            let (figures, steps) = (try table.figures(table.rate(a)), try table.figures("change(\(table.rate(a)))"))
            for change in try table.figures("change(\(table.rate(a)), \(table.lag))") {
                let before = change.period.advanced(by: -table.lag)
                let first = figures.value(at: before)
                let last = figures.value(at: change.period)
                #expect((change.value == nil) == (first == nil || last == nil))
                guard let value = change.value, let first, let last else { continue }
                #expect(abs(value - (last - first)) < 1e-9)
                let parts = (0..<table.lag).map { steps.value(at: change.period.advanced(by: -$0)) }
                guard !parts.contains(nil) else { continue }
                #expect(abs(parts.reduce(0) { $0 + ($1 ?? 0) } - value) < 1e-9)
            }
        }
    }

    @Test("a mean of peers lies between them, does not know their order or the scale of weights, and one is itself")
    func peers() throws {
        try forAll { table, a, b, c in
            let w = table.weights
            let rate = "rate(d.DEL, d.ALLE)"
            let members = try [a, b, c].map { try table.figures(table.rate($0)) }
            let mean = try table.figures("peers(\(rate), STED=\(a):\(w[0])|\(b):\(w[1])|\(c):\(w[2]))")
            let turned = try table.figures(
                "peers(\(rate), STED=\(c):\(Double(w[2]) / 4)|\(a):\(Double(w[0]) / 4)|\(b):\(Double(w[1]) / 4))"
            )
            #expect(agree(mean.map(\.value), turned.map(\.value)))
            for figure in mean {
                let single = members.compactMap { $0.value(at: figure.period) }
                guard let value = figure.value else { continue }
                #expect((single.min() ?? 0) - 1e-9 <= value && value <= (single.max() ?? 0) + 1e-9)
            }
            let one = try table.figures("peers(\(rate), STED=\(b):\(w[1]))")
            #expect(one.map(\.value) == members[1].map(\.value) && one.map(\.status) == members[1].map(\.status))
        }
    }

    @Test("a missing figure has a reason and no counts, and every figure is finite")
    func missing() throws {
        try forAll { table, a, b, c in
            for text in [
                "gap(\(table.rate(a)), \(table.rate(b)))", "d.DEL[STED=\(a)|\(b)] / d.DEL[STED=\(c)]",
                "change(\(table.rate(a)), year) * 1000000", "index(d.DEL[STED=\(a)], 2005H1)",
            ] where faults(text, table.data).isEmpty {
                for figure in try table.figures(text) {
                    #expect((figure.value == nil) == figure.status.isMissing, "\(text)")
                    #expect(figure.value?.isFinite != false && (figure.value != nil || figure.basis == nil))
                }
            }
        }
    }

    @Test("no text crashes: it has a meaning or a fault inside of it, told in both languages")
    func anyText() throws {
        let table = try RandomCase(seed: 4)
        let pieces = [
            "rate", "gap", "peers", "change", "index", "mean", "(", ")", "(", ")", "[", "]", ",", "=", "!=", "|", ":",
            "-",
            "+", "*", "/", "100", "0", "0.5", "d", "d.DEL", "d.PCT[STED=p1]", "d[STED=p1]", "STED", "p2", "\"", "p3",
            "*", " ",
            "2005H1", "2005", "year", "previous", "æ", "½", "\n", "“", table.rate("p1"), table.rate("p2"),
        ]
        var generator = SeededGenerator(seed: 11)
        var meaningful = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...12, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let found = faults(text, table.data)
            meaningful += found.isEmpty ? 1 : 0
            if found.isEmpty { _ = try? result(text, table.data) }
            for fault in found {
                let marked = try #require(fault.excerpt?.marked)
                #expect(marked.lowerBound >= 1 && marked.upperBound <= text.count + 2, "\(text)")
                #expect(fault.location?.column == marked.lowerBound)
                #expect(fault.hint?.en.isEmpty == false && fault.hint?.da.isEmpty == false, "\(text)")
            }
        }
        #expect(meaningful > 100)
    }

}
