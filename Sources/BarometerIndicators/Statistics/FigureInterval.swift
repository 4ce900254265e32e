import BarometerStore

extension Series.Basis {
    /// Where the figure lies as one outcome of the process behind its counts: percent for a rate (Wilson), percentage
    /// points for a gap (Newcombe).
    ///
    /// nil where a count is no part of its whole, such as a rate above 100.
    public func interval(confidence: Double = 0.95) -> Interval? {
        switch self {
        case .rate(let counts):
            (try? Proportion(counts))?.interval(confidence: confidence).scaled(by: 100)
        case .gap(let group, let reference):
            Self.difference(group, reference)?.interval(confidence: confidence).scaled(by: 100)
        }
    }

    /// Where the change since an earlier figure lies, in percentage points; nil where either has no interval, or one is
    /// a rate and the other a gap.
    ///
    /// The two figures are taken as independent. Registers count mostly the same people twice, which makes the change
    /// surer than the interval says.
    public func change(since earlier: Self?, confidence: Double = 0.95) -> Interval? {
        switch (earlier, self) {
        case (.rate(let old), .rate(let new)):
            Self.difference(new, old)?.interval(confidence: confidence).scaled(by: 100)
        case (.gap(let oldGroup, let oldReference), .gap(let newGroup, let newReference)):
            Self.difference(oldGroup, oldReference).flatMap { earlier in
                Self.difference(newGroup, newReference).map { later in
                    GapChange(from: earlier, to: later).interval(confidence: confidence).scaled(by: 100)
                }
            }
        default: nil
        }
    }

    /// The test of no change since an earlier figure, the two taken as independent; nil in the cases of the interval, and
    /// where there is no variance.
    public func test(since earlier: Self?) -> NormalTest? {
        switch (earlier, self) {
        case (.rate(let old), .rate(let new)):
            Self.difference(new, old)?.pooledTest
        case (.gap(let oldGroup, let oldReference), .gap(let newGroup, let newReference)):
            Self.difference(oldGroup, oldReference).flatMap { earlier in
                Self.difference(newGroup, newReference).flatMap { GapChange(from: earlier, to: $0).test() }
            }
        default: nil
        }
    }

    /// The smallest numerator, or denominator minus numerator, behind the figure: what its sureness hangs on.
    public var fewestCases: Double {
        let counts =
            switch self {
            case .rate(let counts): [counts]
            case .gap(let group, let reference): [group, reference]
            }
        return counts.map { min($0.numerator, $0.denominator - $0.numerator) }.min() ?? 0
    }

    private static func difference(_ first: Series.Counts, _ second: Series.Counts) -> ProportionDifference? {
        guard let first = try? Proportion(first), let second = try? Proportion(second) else { return nil }
        return ProportionDifference(first, minus: second)
    }
}
