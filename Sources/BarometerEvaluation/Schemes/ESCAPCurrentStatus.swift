/// ESCAP's current status index: how much of the way from baseline to target is gone, from 0 to 10.
///
/// `10 * d * (y - y0) / |T - y0|`, at most 10; a regression is negative. It is linear, so units and a target of zero do not
/// matter. A target with two sides is judged by the distance to it, `10 - 10 * distance now / distance at the baseline`.
/// A latest value that meets the target is 10.
///
/// Source: United Nations ESCAP, Asia and the Pacific SDG progress report, as in UNICEF's published benchmarking code.
public enum ESCAPCurrentStatus {
    /// The index of a case; none where the baseline met the target and the latest value does not.
    public static func index(of schemeCase: SchemeCase) -> SchemeOutcome<Double> {
        SchemeOutcome { () throws(SchemeReason) in
            guard schemeCase.goal != nil else { throw .noTarget }
            if schemeCase.isMet(by: try schemeCase.latest().value) { return 10 }
            let span = try schemeCase.span()
            if case .between(let lower, let upper) = schemeCase.goal?.aim {
                func distance(_ value: Double) -> Double { max(lower - value, value - upper, 0) }
                guard !schemeCase.isMet(by: span.base.value) else { throw .baselineMeetsTarget }
                return 10 - 10 * distance(span.latest.value) / distance(span.base.value)
            }
            return min(10 * span.change / (try schemeCase.journey(from: span.base).length) + 0, 10)
        }
    }

    /// The index of a goal: the mean of those of its indicators, without weights; nil where there are none.
    public static func mean(of indices: [Double?]) -> Double? {
        let indices = indices.compactMap { $0 }
        return indices.isEmpty ? nil : indices.reduce(0, +) / Double(indices.count)
    }
}
