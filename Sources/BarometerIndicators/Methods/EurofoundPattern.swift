/// The patterns of Eurofound's convergence monitoring: twelve, with parallels and crossings.
///
/// They are told from four signs: the change of the reference, that of the group, which of them is the larger, and
/// whether the distance grew, all in the favourable direction. The published table has no place for a group or
/// reference that did not move at all while the other did; that is `unclassified`, where Eurofound asks for a look at
/// the chart.
///
/// Source: Eurofound (2018), Upward convergence in the EU; as implemented in the R package convergEU 0.7.
public enum EurofoundPattern: String, Sendable, CaseIterable {
    case catchingUp, flattening, inversion, outperforming, slowerPace, diving
    case defendingBetter, escaping, fallingAway, underperforming, recovering, reactingBetter
    case parallelBetterOver, parallelEqualOver, parallelWorseOver
    case parallelWorseUnder, parallelEqualUnder, parallelBetterUnder
    /// The group was better off than the reference and is worse off now.
    case crossing
    /// The group was worse off than the reference and is better off now.
    case crossingReversed
    case unclassified

    /// The pattern of a change between two times.
    public init(of change: Convergence) {
        let group = Convergence.Pattern.settled(change.groupChange)
        let reference = Convergence.Pattern.settled(change.referenceChange)
        let lead = Convergence.Pattern.settled(group - reference)
        let (before, after) = (
            Convergence.Pattern.settled(change.gapBefore), Convergence.Pattern.settled(change.gapAfter)
        )
        if lead == 0 {
            let over: [EurofoundPattern] = [.parallelWorseOver, .parallelEqualOver, .parallelBetterOver]
            let under: [EurofoundPattern] = [.parallelWorseUnder, .parallelEqualUnder, .parallelBetterUnder]
            self = (before <= 0 ? over : under)[reference < 0 ? 0 : reference == 0 ? 1 : 2]
        } else if before * after < 0 {
            self = before < 0 ? .crossing : .crossingReversed
        } else if group == 0 || reference == 0 {
            self = .unclassified
        } else {
            let isWider = after.magnitude > before.magnitude
            self =
                switch (reference > 0, group > 0) {
                case (true, true) where lead > 0: isWider ? .outperforming : .catchingUp
                case (true, true): isWider ? .slowerPace : .flattening
                case (true, false): isWider ? .diving : .inversion
                case (false, true): isWider ? .escaping : .recovering
                case (false, false) where lead > 0: isWider ? .defendingBetter : .reactingBetter
                case (false, false): isWider ? .fallingAway : .underperforming
                }
        }
    }
}
