/// A target after its baseline was revised: as adopted, and as far from the new baseline as it was from the old one.
///
/// The adopted value is the promise; the relative reading asks for the same way. Where the two give different statuses
/// both are printed, for a correction of the source must neither meet nor miss a target by itself.
///
/// Source: project's method notes, 8.4.
public struct TargetReadings: Sendable, Hashable {
    /// The target as adopted.
    public let absolute: Double
    /// The adopted way from baseline to target: below zero for a fall.
    public let adoptedDistance: Double
    /// The target that lies the adopted way from the revised baseline.
    public let relative: Double

    /// Both readings, in the unit of the indicator.
    public init(target: Double, adoptedBaseline: Double, revisedBaseline: Double) {
        absolute = target
        adoptedDistance = target - adoptedBaseline
        relative = revisedBaseline + (target - adoptedBaseline)
    }

    /// The statuses by both readings.
    public struct Statuses: Sendable, Hashable {
        /// By the target as adopted.
        public let absolute: Headline.Code
        /// By the relative reading.
        public let relative: Headline.Code
        /// Whether both have to be printed.
        public var differ: Bool { absolute != relative }
    }

    /// Evaluates both readings.
    public func statuses(_ evaluate: (Double) throws -> Headline.Code) rethrows -> Statuses {
        Statuses(absolute: try evaluate(absolute), relative: try evaluate(relative))
    }
}
