import BarometerCore
import BarometerStore

/// A benchmark: the weighted mean of the same figures for fixed peers.
extension FormulaEvaluator {
    /// The weighted mean of the peers that have all periods of the benchmark; who lacks one is left out of all, which
    /// is told, so that a change of the mean is never one of its members.
    ///
    /// The periods of the benchmark are those that at least half of the peers have a figure for, so that one early
    /// reporter does not drive the others out; elsewhere the mean is missing. Source: methods 5.2.
    mutating func benchmark(_ part: Formula.Part, _ group: PeerGroup) throws(FormulaError) -> [Series.Observation] {
        var members: [(peer: PeerGroup.Peer, figures: [Series.Observation])] = []
        for peer in group.peers {
            members.append((peer, try evaluate(part.of(peer, in: group)).observations))
        }
        let periods = members.flatMap { $0.figures.map(\.period) }.sorted()
        let axis = zip(periods, [nil] + periods.map(Optional.some)).filter { $0 != $1 }.map(\.0)
        let rows = members.map { $0.figures.placed(on: axis) }
        let isOfBenchmark = axis.indices.map { place in
            2 * rows.count { $0[place]?.value != nil } >= rows.count
        }
        let kept = rows.indices.filter { row in
            axis.indices.allSatisfy { !isOfBenchmark[$0] || rows[row][$0]?.value != nil }
        }
        tellLeftOut(members.map(\.peer), kept: kept) { row in
            axis.indices.filter { isOfBenchmark[$0] && rows[row][$0]?.value == nil }.map { axis[$0] }
        }
        let total = kept.reduce(0) { $0 + members[$1].peer.weight }
        let shares = kept.map { members[$0].peer.weight / total }
        return axis.indices.map { place in
            guard isOfBenchmark[place], !kept.isEmpty else {
                let missing = rows.lazy.compactMap { $0[place] }.first { $0.value == nil }
                return Series.Observation(period: axis[place], value: nil, status: missing?.reason ?? .notAvailable)
            }
            var mean = 0.0
            var status = ObservationStatus.normal
            for (row, share) in zip(kept, shares) {
                guard let figure = rows[row][place], let value = figure.value else { continue }
                mean += share * value
                if status == .normal { status = figure.status }
            }
            return Series.Observation(period: axis[place], value: mean, status: status)
        }
    }

    private mutating func tellLeftOut(
        _ peers: [PeerGroup.Peer],
        kept: [Int],
        lacking: (Int) -> [Period]
    ) {
        for row in peers.indices where !kept.contains(row) {
            let periods = lacking(row)
            guard let first = periods.first else { continue }
            let name = peers[row].name
            warn(
                name.range,
                kept.isEmpty
                    ? LocalizedText(
                        en:
                            "\(name.text) has no figure for \(first), and no peer has one for every period: the mean has "
                            + "none",
                        da:
                            "\(name.text) har intet tal for \(first), og ingen har tal for alle perioder: gennemsnittet "
                            + "har intet"
                    )
                    : LocalizedText(
                        en: "\(name.text) has no figure for \(first) and is left out of all periods",
                        da: "\(name.text) har intet tal for \(first) og er udeladt i alle perioder"
                    ),
                hint: LocalizedText(
                    en: "name a peer that has all periods, or select the periods that all have",
                    da: "nævn en der har alle perioder, eller vælg de perioder som alle har"
                ),
                count: periods.count
            )
        }
    }
}

extension [Series.Observation] {
    /// The figure of each period of an axis that holds all periods of the figures, both from early to late.
    fileprivate func placed(on axis: [Period]) -> [Series.Observation?] {
        var place = 0
        return axis.map { period in
            guard place < count, self[place].period == period else { return nil }
            defer { place += 1 }
            return self[place]
        }
    }
}
