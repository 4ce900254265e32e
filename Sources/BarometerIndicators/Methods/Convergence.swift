/// How a gap between a group and a reference came to change: who moved, and which way.
///
/// A gap can close because the group gets better, or because the reference gets worse. The second is called levelling
/// down, and is the alarm of this method: the target is nearer and everybody has lost.
///
/// Source: classes of the project's method notes, 5.10, after the idea of Eurofound's convergence monitoring.
public struct Convergence: Sendable, Hashable {
    /// The ways, told from the changes in the favourable direction; every pair of changes has exactly one.
    public enum Pattern: String, Sendable, CaseIterable {
        /// The group gained more than the reference, which lost nothing.
        case catchingUp
        /// The reference lost more than the group, which gained nothing: the gap closes and everybody loses.
        case levellingDown
        /// The group gained and the reference lost.
        case closingWithOppositeMoves
        /// The group gained less than the reference, or nothing.
        case fallingBehind
        /// The group lost more than the reference, which gained nothing.
        case bothWorsenGroupFaster
        /// The group lost and the reference gained.
        case diverging
        /// Both changed alike.
        case parallel

        /// The pattern of two changes, each above zero where it is for the better.
        ///
        /// Changes within 1e-9 of zero are none, and two within 1e-9 of each other are alike.
        public init(groupChange: Double, referenceChange: Double) {
            let (group, reference) = (Pattern.settled(groupChange), Pattern.settled(referenceChange))
            let lead = Pattern.settled(group - reference)
            if lead == 0 {
                self = .parallel
            } else if lead > 0 {
                self = reference >= 0 ? .catchingUp : group <= 0 ? .levellingDown : .closingWithOppositeMoves
            } else {
                self = group >= 0 ? .fallingBehind : reference <= 0 ? .bothWorsenGroupFaster : .diverging
            }
        }

        /// A number, or zero where it is nothing but noise of the computation.
        static func settled(_ value: Double) -> Double { value.magnitude <= 1e-9 ? 0 : value }
    }

    /// The rates of a group and its reference at one time, in per cent.
    public struct Rates: Sendable, Hashable {
        /// The rate of the group in question.
        public var group: Double
        /// The rate that it is held against.
        public var reference: Double

        /// Two rates at one time.
        public init(group: Double, reference: Double) {
            self.group = group
            self.reference = reference
        }
    }

    /// The rates at the earlier time.
    public let before: Rates
    /// The rates at the later one.
    public let after: Rates
    /// Which way is better for the rates.
    public let direction: Indicator.Direction

    /// The way from two rates to two others.
    public init(from before: Rates, to after: Rates, direction: Indicator.Direction) {
        self.before = before
        self.after = after
        self.direction = direction
    }

    /// The change of the group, above zero for the better; percentage points.
    public var groupChange: Double { direction.sign * (after.group - before.group) }
    /// The change of the reference, above zero for the better.
    public var referenceChange: Double { direction.sign * (after.reference - before.reference) }
    /// The gap at the earlier time, above zero where the group is worse off.
    public var gapBefore: Double { direction.sign * (before.reference - before.group) }
    /// The gap at the later time.
    public var gapAfter: Double { direction.sign * (after.reference - after.group) }
    /// The change of the gap; below zero is for the better.
    public var gapChange: Double { referenceChange - groupChange }
    /// How the gap came to change.
    public var pattern: Pattern { Pattern(groupChange: groupChange, referenceChange: referenceChange) }
    /// The alarm: a gap target comes nearer while everybody loses.
    public var levelsDown: Bool { pattern == .levellingDown }
    /// Whether the group was worse off before and is better off now, or the other way round.
    public var crosses: Bool { Pattern.settled(gapBefore) * Pattern.settled(gapAfter) < 0 }
    /// The pattern by Eurofound's names, with the reference in the place of the mean of all.
    public var eurofound: EurofoundPattern { EurofoundPattern(of: self) }
}
