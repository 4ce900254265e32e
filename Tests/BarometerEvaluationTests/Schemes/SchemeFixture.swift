import BarometerEvaluation
import BarometerIndicators
import Testing

/// Cases for the schemes, written the way they are read: annual figures by year, half-yearly ones from a half-year on.
enum SchemeFixture {
    /// Case K with the six invented cities of the distance and the goalposts of the score.
    static let caseK = halfYears(
        CaseK.values,
        baseline: SchemeCase.Figure(halfYear: 4021, value: 10.6),
        goal: SchemeCase.Goal(.atMost(5.8), deadline: 4029),
        reference: OECDScheme.ReferenceSpread(of: [8.9, 7.4, 6.8, 9.6, 5.9, 8.1]),
        goalposts: SchemeCase.Goalposts(worst: 20, best: 0)
    )

    static func halfYears(
        _ values: [Double],
        from start: Int = 4021,
        baseline: SchemeCase.Figure? = nil,
        goal: SchemeCase.Goal? = nil,
        direction: Indicator.Direction = .decrease,
        reference: OECDScheme.ReferenceSpread? = nil,
        goalposts: SchemeCase.Goalposts? = nil
    ) -> SchemeCase {
        SchemeCase(
            figures: values.enumerated().map { SchemeCase.Figure(halfYear: start + $0, value: $1) },
            baseline: baseline,
            goal: goal,
            direction: direction,
            reference: reference,
            goalposts: goalposts
        )
    }

    /// Annual figures; the deadline is the end of a year, and the baseline the figure of a year where one is given.
    static func years(
        _ figures: KeyValuePairs<Int, Double>,
        baseYear: Int? = nil,
        aim: SchemeCase.Aim? = nil,
        by deadline: Int? = nil,
        direction: Indicator.Direction = .increase,
        quantity: SchemeCase.Quantity = .other,
        limit: Double? = nil
    ) -> SchemeCase {
        let all = figures.map { SchemeCase.Figure(halfYear: end(of: $0), value: $1) }
        return SchemeCase(
            figures: all,
            baseline: baseYear.flatMap { year in all.first { $0.halfYear >= end(of: year) } },
            goal: aim.map { SchemeCase.Goal($0, deadline: deadline.map(end)) },
            direction: direction,
            quantity: quantity,
            limit: limit
        )
    }

    static func end(of year: Int) -> Int { 2 * year + 1 }

    /// A value that grows by a rate over one year from 100.
    static func growing(_ rate: Double, direction: Indicator.Direction = .increase) -> SchemeCase {
        years([2015: 100, 2016: 100 * (1 + rate)], direction: direction)
    }
}

/// Below a threshold by more than the tolerance.
func hairBelow(_ value: Double) -> Double { value - 1e-7 }

/// Below a threshold by less than the tolerance: what a computation makes of the threshold itself.
func noiseBelow(_ value: Double) -> Double { value - 5e-10 }

/// Above a threshold by less than the tolerance.
func noiseAbove(_ value: Double) -> Double { value + 5e-10 }
