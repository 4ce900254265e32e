import BarometerCore

/// Where figures of a kind can lie at all, whatever a forecast says.
public enum NaturalRange: Sendable, Hashable {
    /// Anywhere: gaps between groups, which may change their sign.
    case unbounded
    /// From 0 to 100: shares in percent.
    case share
    /// On one side of a value, the side on which the figures lie; figures on both sides make it no limit.
    case limit(Double)
}

/// The scale on which figures are continued, and the way back from it.
public enum ValueScale: Sendable, Hashable {
    /// The log odds of a share, on which 0 and 100 percent are infinitely far away.
    case logit
    /// The figures as they are; what is forecast beyond the ends of the range is printed as the end.
    case plain(within: ClosedRange<Double>)

    /// No limit on either side.
    static let unbounded = ValueScale.plain(within: -.infinity ... .infinity)

    /// The scale for figures of a kind.
    ///
    /// Shares are continued on the logit where every figure lies strictly between 0 and 100. A figure of exactly 0 or
    /// 100 has no logit: such shares are continued as they are and cut off at 0 and 100. Percentages outside of 0 to
    /// 100 are no shares and have no limit.
    init(for values: some Collection<Double>, in range: NaturalRange) {
        switch range {
        case .unbounded:
            self = .unbounded
        case .share:
            if values.allSatisfy({ 0 < $0 && $0 < 100 }) {
                self = .logit
            } else {
                self = values.allSatisfy { 0 <= $0 && $0 <= 100 } ? .plain(within: 0...100) : .unbounded
            }
        case .limit(let limit):
            if values.allSatisfy({ $0 >= limit }) {
                self = .plain(within: limit ... .infinity)
            } else {
                self = values.allSatisfy { $0 <= limit } ? .plain(within: -.infinity...limit) : .unbounded
            }
        }
    }

    /// A figure on the scale; shares of 0 and less are minus infinity on the logit, 100 and more plus infinity.
    func modelled(_ figure: Double) -> Double {
        switch self {
        case .plain: return figure
        case .logit:
            if figure <= 0 { return -.infinity }
            if figure >= 100 { return .infinity }
            return Elementary.naturalLog(figure) - Elementary.naturalLog(100 - figure)
        }
    }

    /// The figure behind a place on the scale, never outside of the natural range.
    func figure(_ modelled: Double) -> Double {
        switch self {
        case .plain(let range): min(max(modelled, range.lowerBound), range.upperBound)
        case .logit: 100 / (1 + Elementary.exponential(-modelled))
        }
    }
}
