import BarometerIndicators

extension ProcessChart {
    /// Something in a process chart that chance alone gives too rarely.
    public struct Signal: Sendable, Hashable {
        /// The four rules.
        public enum Rule: String, Sendable, CaseIterable {
            /// A figure beyond a limit.
            case outsideLimits
            /// Seven figures or more in a row on one side of the mean.
            case runOnOneSide
            /// Seven figures or more in a row, each higher or each lower than the one before.
            case trend
            /// Two of three neighbouring figures beyond the same warning line.
            case twoOfThreeBeyondWarning
        }

        /// What a signal means for the indicator.
        public enum Meaning: String, Sendable {
            case improvement, concern
        }

        /// The rule that fired.
        public let rule: Rule
        /// The figures that made it fire: all of a run or trend, and those beyond the line for the other rules.
        public let places: [Int]
        /// Whether the figures lie above the mean, or rise.
        public let isUpward: Bool
        /// Whether that is the better side, or the better way.
        public let meaning: Meaning
    }

    /// The signals that a figure takes part in.
    public func signals(at place: Int) -> [Signal] { signals.filter { $0.places.contains(place) } }
}

extension ProcessChart.Signal {
    static func find(
        in values: [Double],
        segments: [ProcessChart.Segment],
        direction: Indicator.Direction
    ) -> [ProcessChart.Signal] {
        var signals: [ProcessChart.Signal] = []
        for rule in Rule.allCases {
            for segment in segments {
                for (places, isUpward) in rule.groups(in: values, segment) {
                    let isBetter = isUpward == (direction == .increase)
                    signals.append(
                        ProcessChart.Signal(
                            rule: rule,
                            places: places,
                            isUpward: isUpward,
                            meaning: isBetter ? .improvement : .concern
                        )
                    )
                }
            }
        }
        return signals
    }

    /// The shortest run or trend that counts.
    fileprivate static let shortestRun = 7
}

extension ProcessChart.Signal.Rule {
    fileprivate typealias Group = (places: [Int], isUpward: Bool)

    /// The figures that fire the rule, a group for each time it fires, from early to late.
    fileprivate func groups(in values: [Double], _ segment: ProcessChart.Segment) -> [Group] {
        guard let limits = segment.limits, let warning = segment.warningLines else { return [] }
        switch self {
        case .outsideLimits:
            return segment.places.compactMap { place in
                let side = side(of: values[place], limits)
                return side == 0 ? nil : ([place], side > 0)
            }
        case .runOnOneSide:
            let middle = Interval(lower: segment.mean, upper: segment.mean)
            return runs(of: segment.places.map { side(of: values[$0], middle) }, from: segment.places.lowerBound)
                .filter { $0.places.count >= ProcessChart.Signal.shortestRun }
        case .trend:
            let steps = segment.places.dropFirst().map { place in
                side(of: values[place], Interval(lower: values[place - 1], upper: values[place - 1]))
            }
            // A run of steps belongs to one figure more than it has steps.
            return runs(of: steps, from: segment.places.lowerBound + 1)
                .map { ([$0.places[0] - 1] + $0.places, $0.isUpward) }
                .filter { $0.places.count >= ProcessChart.Signal.shortestRun }
        case .twoOfThreeBeyondWarning:
            return pairs(of: segment.places.map { side(of: values[$0], warning) }, from: segment.places.lowerBound)
        }
    }

    /// 1 above the upper end, −1 below the lower one, 0 between them or on one.
    private func side(of value: Double, _ lines: Interval) -> Int {
        value > lines.upper + Target.tolerance ? 1 : value < lines.lower - Target.tolerance ? -1 : 0
    }

    /// The longest runs of one sign other than 0.
    private func runs(of sides: [Int], from start: Int) -> [Group] {
        var groups: [Group] = []
        for (offset, side) in sides.enumerated() where side != 0 {
            if offset > 0, sides[offset - 1] == side {
                groups[groups.count - 1].places.append(start + offset)
            } else {
                groups.append(([start + offset], side > 0))
            }
        }
        return groups
    }

    /// Figures beyond one line with another such at most two places before; neighbours of the kind are joined.
    private func pairs(of sides: [Int], from start: Int) -> [Group] {
        var groups: [Group] = []
        for sign in [1, -1] {
            var chain: [Int] = []
            for (offset, side) in sides.enumerated() where side == sign {
                if let last = chain.last, start + offset - last > 2 {
                    if chain.count > 1 { groups.append((chain, sign > 0)) }
                    chain = []
                }
                chain.append(start + offset)
            }
            if chain.count > 1 { groups.append((chain, sign > 0)) }
        }
        return groups.sorted { $0.places[0] < $1.places[0] }
    }
}
