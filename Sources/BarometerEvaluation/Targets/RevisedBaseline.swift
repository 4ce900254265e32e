import BarometerCore

/// A target read twice where its baseline was revised after adoption: as adopted, and moved along with the baseline.
///
/// The target as adopted counts; the second reading shows what is left of the adopted distance. Adopted from 10.6 to
/// 5.8, a distance of −4.8, with a baseline that is now 10.9: absolute 5.8, relative 6.1. A geometric path keeps the
/// factor and not the distance.
///
/// Source: section 8.4 of the project's method notes.
public struct RevisedBaseline: Sendable {
    /// How the latest figure stands under one of the two readings.
    public struct Reading: Sendable, Hashable {
        /// Whether the figure meets the target.
        public var isMet: Bool
        /// The class of the schedule index; nil where the figure has none.
        public var scheduleClass: ScheduleClass?
    }

    /// The value of the baseline as adopted.
    public var adopted: Double
    /// The figure of the same period as it is known now.
    public var revised: Double
    /// From the adopted baseline to the adopted target, of a range to its nearer bound: −4.8.
    public var adoptedDistance: Double
    /// The target that lies as far from the revised baseline as the adopted one from the adopted.
    public var relative: Target
    /// The latest figure under the target as adopted; nil without a figure from the baseline on.
    public var absoluteReading: Reading?
    /// The latest figure under the moved target.
    public var relativeReading: Reading?

    /// Whether the two readings differ, so that both must be told.
    public var readingsDiffer: Bool { absoluteReading != relativeReading }

    /// nil where no value was adopted, the figure still rounds to it, or the target is no distance from a baseline:
    /// parity, and yes or no.
    init?(of target: Target, figures: [(period: Period, value: Double)]) {
        guard let adopted = target.baseline.value,
            let figure = Assessment.figure(of: target.baseline.period, in: figures),
            !target.baseline.roundsToAdopted(figure.value),
            let relative = target.moved(from: adopted, to: figure.value)
        else { return nil }
        self.adopted = adopted
        revised = figure.value
        adoptedDistance = Yardstick(target.aim, from: adopted).goal - adopted
        self.relative = relative
        guard let latest = figures.last else { return }
        absoluteReading = Reading(of: latest, target: target)
        relativeReading = Reading(of: latest, target: relative)
    }
}

extension RevisedBaseline.Reading {
    fileprivate init?(of latest: (period: Period, value: Double), target: Target) {
        let (start, halfYear) = (target.baseline.period.halfYear, latest.period.halfYear)
        guard let baseline = target.baseline.value, halfYear >= start else { return nil }
        isMet = target.isMet(by: latest.value)
        let path = Trajectory(from: baseline, at: start, to: target)
        scheduleClass = path.flatMap { ScheduleClass(of: latest.value, at: halfYear, on: $0, isMet: isMet) }
    }
}

extension Target.Baseline {
    /// Whether a figure, printed with the decimals of the adopted value, is that value.
    fileprivate func roundsToAdopted(_ figure: Double) -> Bool {
        guard let value else { return false }
        let printed = decimals.map { rounded(figure, decimals: $0) } ?? figure
        return (printed - value).magnitude <= Target.tolerance
    }
}

extension Target {
    /// The target as far from another baseline as it is from the adopted one.
    fileprivate func moved(from adopted: Double, to revised: Double) -> Target? {
        let keepsFactor = path == .geometric && adopted > 0 && revised > 0
        let move = { (value: Double) in keepsFactor ? value * (revised / adopted) : value + (revised - adopted) }
        var target = self
        target.baseline.value = revised
        target.path = path.mapMilestones { Milestone(period: $0.period, value: move($0.value)) }
        switch aim {
        case .atMost(let value): target.aim = .atMost(move(value))
        case .atLeast(let value): target.aim = .atLeast(move(value))
        case .between(let range): target.aim = .between(move(range.lowerBound)...move(range.upperBound))
        case .parity, .yes: return nil
        }
        return target
    }
}
