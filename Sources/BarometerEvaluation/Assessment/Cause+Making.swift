import BarometerCore
import BarometerIndicators
import BarometerStore

extension Cause {
    /// What the causes are looked for in; what is not supplied is told as such in the record.
    public struct Material: Sendable {
        /// The figures as known now.
        public var series: Series
        /// The period of the baseline.
        public var baseline: Period
        /// The period of the latest figure.
        public var latest: Period
        /// Which way is better.
        public var direction: Indicator.Direction
        /// The name of the city, which may not be among the peers.
        public var city: String
        /// The last printed figure and the figures as they were known then.
        public var printed: (period: Period, series: Series)?
        /// The same indicator of other places.
        public var peers: [PeerBenchmark.Peer]
        /// The two rates that a gap is made of.
        public var rates: Rates?
        /// Which way is better for the two rates; nil where it is not said.
        public var rateDirection: Indicator.Direction?
        /// The categories of both groups at the baseline and now.
        public var composition: (group: GapChangeDecomposition.Group, reference: GapChangeDecomposition.Group)?

        /// Material of a bare series; the rest is added where it is known.
        public init(
            series: Series,
            baseline: Period,
            latest: Period,
            direction: Indicator.Direction,
            city: String = ""
        ) {
            self.series = series
            self.baseline = baseline
            self.latest = latest
            self.direction = direction
            self.city = city
            peers = []
        }
    }

    /// The two rates behind a gap, in per cent.
    public struct Rates: Sendable {
        /// The rate of the group in question.
        public var group: Series
        /// The rate that it is held against.
        public var reference: Series
        /// Which is taken from which.
        public var orientation: GapMeasures.Orientation

        /// The two rates behind a gap.
        public init(group: Series, reference: Series, orientation: GapMeasures.Orientation) {
            self.group = group
            self.reference = reference
            self.orientation = orientation
        }
    }

    /// Gathers what the material tells of causes.
    public init(of material: Material) {
        revision = Cause.part { () throws(MethodRefusal) in try Cause.revision(of: material) }
        peers = Cause.part { () throws(MethodRefusal) in try Cause.peers(of: material) }
        gap = Cause.part { () throws(MethodRefusal) in
            let (before, after) = try Cause.rates(of: material)
            return Gap(baseline: before, latest: after)
        }
        cycle = Cause.part { () throws(MethodRefusal) in
            guard let rates = material.rates else { throw .notSupplied }
            let (baseline, latest) = try Cause.span(of: material)
            return try CyclicalAdjustment(
                gap: material.series,
                reference: rates.reference,
                baseline: baseline,
                latest: latest
            )
        }
        composition = Cause.part { () throws(MethodRefusal) in
            guard let groups = material.composition, let rates = material.rates else { throw .notSupplied }
            let later = (groups.group.later, groups.reference.later)
            return Composition(
                gap: rates.orientation == .groupMinusReference
                    ? try Kitagawa(later.0, minus: later.1) : try Kitagawa(later.1, minus: later.0),
                change: try GapChangeDecomposition(
                    group: groups.group,
                    reference: groups.reference,
                    orientation: rates.orientation
                )
            )
        }
        convergence = Cause.part { () throws(MethodRefusal) in
            let (before, after) = try Cause.rates(of: material)
            guard let direction = material.rateDirection else { throw .notSupplied }
            return Convergence(
                from: Convergence.Rates(group: before.group, reference: before.reference),
                to: Convergence.Rates(group: after.group, reference: after.reference),
                direction: direction
            )
        }
    }

    private static func part<Value>(_ make: () throws(MethodRefusal) -> Value) -> Part<Value> {
        do throws(MethodRefusal) { return .success(try make()) } catch { return .failure(error) }
    }

    private static func revision(of material: Material) throws(MethodRefusal) -> Revision {
        guard let printed = material.printed else { throw .notSupplied }
        let then = try figure(printed.period, in: printed.series)
        let now = try figure(printed.period, in: material.series)
        let current = try figure(material.latest, in: material.series)
        return Revision(
            split: RevisionSplit(printed: then.value, revised: now.value, current: current.value),
            rate: then.counts.flatMap { old in now.counts.flatMap { RateRevision(from: old, to: $0) } }
        )
    }

    private static func peers(of material: Material) throws(MethodRefusal) -> Peers {
        guard !material.peers.isEmpty else { throw .notSupplied }
        let (baseline, latest) = try span(of: material)
        let first = material.series.observations.first?.period ?? baseline
        let benchmark = try PeerBenchmark(
            of: material.series,
            city: material.city,
            peers: material.peers,
            in: min(first, baseline)...latest
        )
        return Peers(
            benchmark: benchmark,
            difference: try DifferenceInDifferences(
                benchmark,
                from: baseline,
                to: latest,
                direction: material.direction
            )
        )
    }

    /// The two rates at the baseline and now.
    private static func rates(
        of material: Material
    ) throws(MethodRefusal) -> (baseline: GapMeasures, latest: GapMeasures) {
        guard let rates = material.rates else { throw .notSupplied }
        let (baseline, latest) = try span(of: material)
        func measures(_ period: Period) throws(MethodRefusal) -> GapMeasures {
            let group = try figure(period, in: rates.group).value
            let reference = try figure(period, in: rates.reference).value
            guard let measures = GapMeasures(group: group, reference: reference, orientation: rates.orientation) else {
                throw .rateOutOfRange((0...100).contains(group) ? reference : group)
            }
            return measures
        }
        return (try measures(baseline), try measures(latest))
    }

    /// The periods of the figures that the change is between; the baseline's may be one that ends in its half-year.
    private static func span(of material: Material) throws(MethodRefusal) -> (baseline: Period, latest: Period) {
        let figures = material.series.observations.filter { $0.value != nil }.map(\.period)
        let asked = material.baseline
        guard
            let baseline = figures.last(where: { $0 == asked })
                ?? figures.last(where: { $0.halfYear == asked.halfYear })
        else { throw .noFigure(asked) }
        guard baseline < material.latest else { throw .tooFewChanges(0, needed: 1) }
        return (baseline, material.latest)
    }

    private static func figure(
        _ period: Period,
        in series: Series
    ) throws(MethodRefusal) -> (value: Double, counts: Series.Counts?) {
        guard let found = series.observations.first(where: { $0.period == period }), let value = found.value else {
            throw .noFigure(period)
        }
        guard case .rate(let counts) = found.basis else { return (value, nil) }
        return (value, counts)
    }
}
