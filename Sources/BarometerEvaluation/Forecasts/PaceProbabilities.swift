import BarometerIndicators

/// How likely each class of the pace is, by the uncertainty of the slope since the baseline.
///
/// The slope of the least-squares line through the figures since the baseline is held against the slope that leads
/// straight from the baseline to the target at the deadline. Their ratio has Student's t distribution around the
/// estimate, and the thresholds of the classes cut it into four parts.
///
/// Source: thresholds of Eurostat's monitoring reports; the probabilities are the project's own, method notes 3.6.
public struct PaceProbabilities: Sendable {
    /// The classes that have a probability, from the best to the worst.
    public static let classes: [ScheduleClass] = [.onSchedule, .slightlyBehind, .farBehind, .wrongWay]

    /// The slope of the line over the required slope, 1 being the required pace.
    public let index: Double
    /// The standard error of the index; 0 where the figures lie on a line.
    public let standardError: Double
    /// The figures since the baseline, less two.
    public let degreesOfFreedom: Int
    /// The probabilities in the order of the classes; they sum to 1.
    private let probabilities: [Double]

    /// The probabilities for figures since a baseline.
    ///
    /// nil for fewer than six figures since the baseline, where the deadline is not after it, and where the baseline
    /// met the target, so that no pace is required.
    init?(
        _ figures: [(halfYear: Int, value: Double)],
        target: TargetRange,
        baseline: (halfYear: Int, value: Double),
        deadline: Int
    ) {
        guard deadline > baseline.halfYear, !target.isMet(by: baseline.value),
            let history = FigureHistory(figures.filter { $0.halfYear >= baseline.halfYear }),
            history.count >= ForecastMethod.linearTrend.minimumFigures,
            let line = LinearTrend(history), let slopeError = line.slopeStandardError
        else { return nil }
        let way = target.nearestEnd(to: baseline.value) - baseline.value
        let required = way / Double(deadline - baseline.halfYear)
        index = line.slope / required
        standardError = slopeError / required.magnitude
        degreesOfFreedom = line.degreesOfFreedom
        guard standardError > 0 else {
            let certain = ScheduleClass(index: index)
            probabilities = PaceProbabilities.classes.map { $0 == certain ? 1 : 0 }
            return
        }
        let error = ErrorDistribution.studentT(standardError: standardError, degreesOfFreedom: degreesOfFreedom)
        var ceiling = Double.infinity
        var parts: [Double] = []
        for scheduleClass in PaceProbabilities.classes {
            parts.append(error.probability(from: scheduleClass.leastIndex - index, to: ceiling - index) ?? 0)
            ceiling = scheduleClass.leastIndex
        }
        probabilities = parts
    }

    /// The probability of a class, 0 to 1; of a target that is met early, 0.
    public func probability(of scheduleClass: ScheduleClass) -> Double {
        zip(PaceProbabilities.classes, probabilities).first { $0.0 == scheduleClass }?.1 ?? 0
    }

    /// The most likely class; of equally likely ones the better.
    public var likeliest: ScheduleClass {
        var best = ScheduleClass.onSchedule
        for scheduleClass in PaceProbabilities.classes where probability(of: scheduleClass) > probability(of: best) {
            best = scheduleClass
        }
        return best
    }

    /// Whether one class has a probability of at least 80 %; otherwise a verdict is leaning.
    public var isRobust: Bool {
        probabilities.contains { $0 >= 0.8 - Target.tolerance }
    }
}
