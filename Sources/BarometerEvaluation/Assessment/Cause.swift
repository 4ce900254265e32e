import BarometerCore
import BarometerIndicators
import BarometerStore

/// What is known of the causes of a change: corrections, peers, the cycle, the composition, and how the gap closed.
///
/// The answers stand side by side, for none of them is clean by itself. Each part is there or says why it is not; a
/// missing part is never a zero. All changes run from the baseline's figure to the latest one.
public struct Cause: Sendable {
    /// A part of the record, or why it is not there.
    public typealias Part<Value> = Result<Value, MethodRefusal>

    /// The figure printed last time against the one printed now.
    public var revision: Part<Revision>
    /// The change beyond what the peers saw too.
    public var peers: Part<Peers>
    /// The gap as points, ratio and odds ratio, at the baseline and now.
    public var gap: Part<Gap>
    /// What of the change goes with the reference rate.
    public var cycle: Part<CyclicalAdjustment>
    /// What of the gap, and of its change, is who the groups are made of.
    public var composition: Part<Composition>
    /// Who moved, and which way.
    public var convergence: Part<Convergence>

    /// The alarm: the gap closes while everybody loses; nil where the rates of both groups are not known.
    public var levelsDown: Bool? { (try? convergence.get())?.levelsDown }

    /// What a correction of the source did to the printed figure.
    public struct Revision: Sendable, Hashable {
        /// The difference from the figure printed last time, split.
        public var split: RevisionSplit
        /// The correction by numerator and denominator; nil where the counts are not known.
        public var rate: RateRevision?
    }

    /// A city against its peers.
    public struct Peers: Sendable {
        /// The comparison in all periods up to the latest.
        public var benchmark: PeerBenchmark
        /// The change since the baseline beyond that of the peers, with its placebo and the trend before.
        public var difference: DifferenceInDifferences
        /// Why no synthetic control stands beside it.
        public var syntheticControl: MethodRefusal { difference.syntheticControl }
    }

    /// What who the groups are made of has to do with their gap.
    public struct Composition: Sendable {
        /// The gap of now, split.
        public var gap: Kitagawa
        /// Its change since the baseline, split.
        public var change: GapChangeDecomposition
    }

    /// A gap in all its measures.
    public struct Gap: Sendable, Hashable {
        /// The measures at the baseline.
        public var baseline: GapMeasures
        /// The measures now.
        public var latest: GapMeasures
        /// The gap that today's odds ratio gives at the reference rate of the baseline; nil where it is not defined.
        public var atBaselineRate: Double? { latest.gap(atReferenceRate: baseline.reference) }
    }
}
