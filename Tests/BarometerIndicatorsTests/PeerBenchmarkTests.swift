import BarometerCore
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Testing

/// The peers of the method notes, 5.2; invented.
private let weights: [Double] = [15, 9, 6, 4, 3]
private let before = [11.2, 9.8, 8.9, 8.0, 8.6]
private let after = [10.1, 9.5, 8.1, 7.6, 8.5]
private let peers = (0..<5).map { position in
    PeerBenchmark.Peer(
        id: "peer \(position + 1)",
        weight: weights[position],
        series: halfYears([before[position], after[position]])
    )
}
private let city = halfYears([10.6, 8.9])
private let (first, second) = (Period.halfYear(2010, 2), Period.halfYear(2011, 1))

@Suite("methods 5.2: difference to a weighted peer benchmark")
struct PeerBenchmarkTests {
    @Test("B 9.930 -> 9.230, city 10.6 -> 8.9, differential +0.670 -> -0.330")
    func printed() throws {
        let benchmark = try PeerBenchmark(of: city, city: "city", peers: peers)
        #expect(arePrinted(benchmark.points.map(\.benchmark), [9.930, 9.230], decimals: 3))
        #expect(benchmark.points.map(\.city) == [10.6, 8.9])
        #expect(arePrinted(benchmark.points.map(\.differential), [0.670, -0.330], decimals: 3))
        #expect(benchmark.used.map(\.id) == peers.map(\.id) && benchmark.dropped.isEmpty)
    }

    @Test("a peer that lacks a period is dropped from all of them and named")
    func dropped() throws {
        var some = peers
        some[0].series = halfYears([11.2, nil])
        some[2].series = halfYears([8.9])
        let benchmark = try PeerBenchmark(of: city, city: "city", peers: some)
        #expect(benchmark.used.map(\.id) == ["peer 2", "peer 4", "peer 5"])
        #expect(benchmark.dropped.map(\.id) == ["peer 1", "peer 3"])
        #expect(benchmark.dropped.map(\.lacks) == [[second], [second]])
        #expect(isPrinted(benchmark.points[0].benchmark, 9.125, decimals: 10))
    }

    @Test("periods without a figure of the city do not count, nor do those outside the span")
    func periods() throws {
        let gap = halfYears([10.6, nil, 8.9])
        let long = peers.map {
            PeerBenchmark.Peer(id: $0.id, weight: 1, series: halfYears([9, 8, nil, 6], from: .halfYear(2010, 1)))
        }
        #expect(refusal { () throws(MethodRefusal) in try PeerBenchmark(of: gap, city: "city", peers: long) } == nil)
        let benchmark = try PeerBenchmark(of: gap, city: "city", peers: long, in: first...second)
        #expect(benchmark.points.map(\.period) == [first] && benchmark.points[0].benchmark == 8)
    }

    @Test("what is refused, and why")
    func refusals() {
        func reason(_ peers: [PeerBenchmark.Peer], _ series: Series = city) -> MethodRefusal? {
            refusal { () throws(MethodRefusal) in try PeerBenchmark(of: series, city: "city", peers: peers) }
        }
        func peer(_ id: String, _ weight: Double, _ values: [Double?] = [1, 2]) -> PeerBenchmark.Peer {
            PeerBenchmark.Peer(id: id, weight: weight, series: halfYears(values))
        }
        #expect(reason([]) == .noPeers)
        #expect(reason([peer("a", 1), peer("city", 1)]) == .cityAmongPeers("city"))
        #expect(reason([peer("a", 1), peer("a", 1)]) == .repeatedPeer("a"))
        for weight in [0, -1, Double.nan, .infinity] {
            #expect(reason([peer("a", weight)]) == .weightNotPositive("a"))
        }
        #expect(reason([peer("a", 1, [1, nil])]) == .noCompletePeer(["a"]))
        #expect(reason([peer("a", 1)], halfYears([nil])) == .noPeriods)
    }

    @Test("the order of the peers and the size of the weights change nothing but their ratio does")
    func properties() throws {
        var generator = SeededGenerator(seed: 521)
        for _ in 0..<1_000 {
            let count = Int.random(in: 1...8, using: &generator)
            let some = (0..<count).map { position in
                PeerBenchmark.Peer(
                    id: "\(position)",
                    weight: generator.tenth(1...500),
                    series: halfYears([generator.tenth(0...300), generator.tenth(0...300)])
                )
            }
            let plain = try PeerBenchmark(of: city, city: "city", peers: some)
            let scaled = some.reversed().map { PeerBenchmark.Peer(id: $0.id, weight: 7 * $0.weight, series: $0.series) }
            let other = try PeerBenchmark(of: city, city: "city", peers: scaled)
            for (left, right) in zip(plain.points, other.points) {
                #expect((left.benchmark - right.benchmark).magnitude < 1e-9)
                let values = some.map { $0.series.observations[left.period == first ? 0 : 1].value ?? 0 }
                #expect((values.min() ?? 0) - 1e-9 <= left.benchmark && left.benchmark <= (values.max() ?? 0) + 1e-9)
            }
        }
    }
}

@Suite("methods 5.3: difference-in-differences and placebo")
struct DifferenceInDifferencesTests {
    private func difference(
        _ peers: [PeerBenchmark.Peer],
        of series: Series = city,
        from: Period = first,
        to: Period = second,
        direction: Indicator.Direction = .decrease
    ) throws -> DifferenceInDifferences {
        let benchmark = try PeerBenchmark(of: series, city: "city", peers: peers)
        return try DifferenceInDifferences(benchmark, from: from, to: to, direction: direction)
    }

    @Test("-1.7 - (-0.7) = -1.0; placebos -0.67 +0.53 -0.12 +0.34 +0.65; rank p = 1/6")
    func printed() throws {
        let result = try difference(peers)
        #expect(isPrinted(result.cityChange, -1.7, decimals: 1) && isPrinted(result.benchmarkChange, -0.7, decimals: 1))
        #expect(isPrinted(result.effect, -1.0, decimals: 1))
        let placebo = try #require(result.placebo)
        #expect(arePrinted(placebo.effects.map(\.effect), [-0.67, 0.53, -0.12, 0.34, 0.65], decimals: 2))
        #expect(placebo.rank == 1 && placebo.count == 6 && placebo.p == 1.0 / 6)
        #expect(try difference(peers, direction: .increase).placebo?.rank == 6)
    }

    @Test("a tie counts against the city")
    func tie() throws {
        let two = [before[0], before[1]].enumerated().map { position, value in
            PeerBenchmark.Peer(id: "\(position)", weight: 1, series: halfYears([value, value - 2]))
        }
        let result = try difference(two, of: halfYears([10, 8]))
        #expect(result.effect.magnitude < 1e-12 && result.placebo?.rank == 3)
    }

    @Test(
        "the differentials before the start are part of the result, and a synthetic control is refused with its reason"
    )
    func trendBefore() throws {
        let start = Period.halfYear(2009, 2)
        let long = peers.map { peer in
            let values = peer.series.observations.compactMap(\.value)
            return PeerBenchmark.Peer(
                id: peer.id,
                weight: peer.weight,
                series: halfYears([values[0] + 0.5, values[0]] + values, from: start)
            )
        }
        let result = try difference(long, of: halfYears([11.1, 10.8, 10.6, 8.9], from: start))
        #expect(result.before.map(\.period) == [start, .halfYear(2010, 1)])
        #expect(arePrinted(result.before.map(\.differential), [0.670, 0.870], decimals: 3))
        #expect(arePrinted(result.before.map(\.sinceStart), [0, 0.2], decimals: 10))
        #expect(isPrinted(result.effect, -1.0, decimals: 1))
        #expect(result.syntheticControl == .notIdentified(periodsBefore: 2))
        #expect(try difference(peers).before.isEmpty)
    }

    @Test("one peer leaves nobody to compare it with; a period without a figure is told")
    func edges() throws {
        #expect(try difference([peers[0]]).placebo == nil)
        let benchmark = try PeerBenchmark(of: city, city: "city", peers: peers)
        let missing = Period.halfYear(2009, 1)
        for (from, to) in [(missing, second), (first, missing)] {
            let reason = refusal { () throws(MethodRefusal) in
                try DifferenceInDifferences(benchmark, from: from, to: to, direction: .decrease)
            }
            #expect(reason == .noFigure(missing))
        }
    }

    @Test("the effect changes its sign with the order of time, and a shift of all figures leaves it")
    func properties() throws {
        var generator = SeededGenerator(seed: 53)
        for _ in 0..<1_000 {
            let count = Int.random(in: 2...7, using: &generator)
            let some = (0..<count).map { position -> PeerBenchmark.Peer in
                PeerBenchmark.Peer(
                    id: "\(position)",
                    weight: generator.tenth(1...500),
                    series: halfYears([generator.tenth(0...300), generator.tenth(0...300)])
                )
            }
            let own = halfYears([generator.tenth(0...300), generator.tenth(0...300)])
            let (there, back) = (
                try difference(some, of: own),
                try difference(some, of: own, from: second, to: first)
            )
            #expect((there.effect + back.effect).magnitude < 1e-9)
            let shift = generator.tenth(-100...100)
            func shifted(_ series: Series) -> Series {
                halfYears(series.observations.map { $0.value.map { $0 + shift } })
            }
            let moved = try difference(
                some.map { PeerBenchmark.Peer(id: $0.id, weight: $0.weight, series: shifted($0.series)) },
                of: shifted(own)
            )
            #expect((there.effect - moved.effect).magnitude < 1e-9)
            #expect(there.placebo?.rank == moved.placebo?.rank)
            // Placebos, by their own weight and that of the others, add up to nothing.
            let all = some.reduce(0) { $0 + $1.weight }
            let sum = zip(there.placebo?.effects ?? [], some).reduce(0) { sum, pair in
                sum + pair.0.effect * pair.1.weight * (all - pair.1.weight)
            }
            #expect(sum.magnitude < 1e-12 * all * all * 100)
        }
    }
}
