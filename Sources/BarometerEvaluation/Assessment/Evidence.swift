import BarometerCore
import BarometerIndicators
import BarometerStore

/// How much an assessment rests on, from A to D, and every reason that it is not A.
///
/// The grade says nothing of the city: a goal can be met on poor evidence and missed on good. Source: section 9 of the
/// project's method notes, item 7; the weights are the project's own.
public struct Evidence: Sendable, Hashable {
    /// From the best to the worst.
    public enum Grade: String, Sendable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
    }

    /// What takes a grade away, or two.
    public enum Reason: String, Sendable, CaseIterable {
        case fewerThanThree, fewPoints, manyPointsMissing, oldFigure, veryOldFigure, provisional, oldVintage,
            smallNumbers,
            noCounts,
            broken
        case movedBaseline, methodsDisagree, autocorrelated

        /// How many grades the reason takes away.
        public var weight: Int {
            switch self {
            case .fewerThanThree: 3
            case .broken, .veryOldFigure, .smallNumbers: 2
            default: 1
            }
        }

        /// The reason as a clause.
        public var text: LocalizedText {
            switch self {
            case .fewerThanThree:
                LocalizedText(en: "there are fewer than three figures", da: "der er færre end tre tal")
            case .fewPoints: LocalizedText(en: "there are fewer than six figures", da: "der er færre end seks tal")
            case .manyPointsMissing:
                LocalizedText(en: "more than one figure in five is missing", da: "mere end hvert femte tal mangler")
            case .oldFigure:
                LocalizedText(
                    en: "the latest figure is more than half a year old",
                    da: "det seneste tal er mere end et halvt år gammelt"
                )
            case .veryOldFigure:
                LocalizedText(
                    en: "the latest figure is two years old or more",
                    da: "det seneste tal er to år gammelt eller mere"
                )
            case .provisional:
                LocalizedText(en: "the latest figure is provisional", da: "det seneste tal er foreløbigt")
            case .oldVintage:
                LocalizedText(en: "no figures have become known for two years", da: "der er ikke kommet tal i to år")
            case .smallNumbers:
                LocalizedText(en: "a rate rests on fewer than ten cases", da: "en rate hviler på færre end ti tilfælde")
            case .noCounts:
                LocalizedText(
                    en: "without the counts behind the figures there is no interval",
                    da: "uden antallene bag tallene er der intet usikkerhedsinterval"
                )
            case .broken:
                LocalizedText(
                    en: "the series is broken after the baseline",
                    da: "serien er brudt efter udgangspunktet"
                )
            case .movedBaseline:
                LocalizedText(
                    en: "the baseline is not of the period that was adopted",
                    da: "udgangspunktet er ikke fra den vedtagne periode"
                )
            case .methodsDisagree:
                LocalizedText(
                    en: "methods of forecasting disagree on whether the target is met",
                    da: "fremskrivningerne er uenige om, hvorvidt målet nås"
                )
            case .autocorrelated:
                LocalizedText(
                    en: "deviations from the trend follow each other, so that intervals are too narrow",
                    da: "afvigelser fra tendensen følger hinanden, så intervallerne er for smalle"
                )
            }
        }
    }

    /// A without a reason; each reason takes its weight away, down to D.
    public var grade: Grade
    /// How many figures there are up to the edition.
    public var points: Int
    /// Every reason, the heaviest first.
    public var reasons: [Reason]

    /// The grade that the reasons leave.
    init(points: Int, reasons: [Reason]) {
        let order = Reason.allCases
        let known = order.filter(reasons.contains)
        self.points = points
        self.reasons = known.filter { $0.weight > 1 } + known.filter { $0.weight == 1 }
        let lost = min(Grade.allCases.count - 1, known.reduce(0) { $0 + $1.weight })
        grade = Grade.allCases[lost]
    }
}

extension Evidence {
    /// The grade of an assessment.
    ///
    /// - Parameter vintageDays: the days from the latest vintage to the end of the edition; nil where none is known.
    init(
        series: Series,
        latest: Assessment.LatestFigure?,
        baseline: Assessment.BaselineFigure?,
        movement: Movement?,
        outlook: Outlook?,
        vintageDays: Int?
    ) {
        let figures = series.observations.filter { $0.value != nil }
        let (count, missing) = (figures.count, series.observations.count - figures.count)
        let age = latest?.ageHalfYears ?? 0
        let isRate = series.unit == .percent || series.unit == .percentagePoints
        let basis = figures.last?.basis
        let found: [(reason: Reason, holds: Bool)] = [
            (.fewerThanThree, count < 3),
            (.fewPoints, 3...5 ~= count),
            (.manyPointsMissing, missing * 5 > series.observations.count),
            (.oldFigure, 2...3 ~= age),
            (.veryOldFigure, age >= 4),
            (.provisional, latest.map { [.provisional, .estimated, .forecast].contains($0.status) } ?? false),
            (.oldVintage, age < 2 && vintageDays.map { $0 > 730 } ?? false),
            (.smallNumbers, basis.map { $0.fewestCases < 10 } ?? false),
            (.noCounts, isRate && basis == nil && count > 0),
            (.broken, movement?.sinceBaseline?.brokenBy != nil),
            (.movedBaseline, baseline?.movedFrom != nil),
            (.methodsDisagree, outlook?.warnings.contains(.methodsDisagree) ?? false),
            (.autocorrelated, outlook?.warnings.contains(.autocorrelatedResiduals) ?? false),
        ]
        self.init(points: count, reasons: found.filter(\.holds).map(\.reason))
    }
}
