import BarometerCore
import BarometerStore

/// What a part of a formula comes to; a plain number is the same in all periods.
enum PeriodFigures {
    case constant(Double)
    /// From early to late, each period once.
    case byPeriod([Series.Observation])

    /// The figures by period; none of a plain number.
    var observations: [Series.Observation] {
        guard case .byPeriod(let observations) = self else { return [] }
        return observations
    }

    /// Two figures period by period.
    ///
    /// A period that one side lacks is left out; one that is missing on a side is missing, for the reason of the first
    /// side that is. What cannot be computed, such as a division by zero, cannot occur. Linear in the periods.
    static func joined(
        _ left: PeriodFigures,
        _ right: PeriodFigures,
        basis: (Series.Observation, Series.Observation) -> Series.Basis? = { _, _ in nil },
        _ operation: (Double, Double) -> Double?
    ) -> PeriodFigures {
        switch (left, right) {
        case (.constant(let left), .constant(let right)):
            return .constant(operation(left, right) ?? .nan)
        case (.constant(let number), .byPeriod(let figures)):
            return .byPeriod(
                figures.map { Series.Observation(number, like: $0).joined(with: $0, basis: basis, operation) }
            )
        case (.byPeriod(let figures), .constant(let number)):
            return .byPeriod(
                figures.map { $0.joined(with: Series.Observation(number, like: $0), basis: basis, operation) }
            )
        case (.byPeriod(let left), .byPeriod(let right)):
            var result: [Series.Observation] = []
            result.reserveCapacity(min(left.count, right.count))
            var place = 0
            for observation in left {
                while place < right.count, right[place].period < observation.period { place += 1 }
                guard place < right.count else { break }
                guard right[place].period == observation.period else { continue }
                result.append(observation.joined(with: right[place], basis: basis, operation))
            }
            return .byPeriod(result)
        }
    }

    /// Each figure by itself.
    func map(
        basis: (Series.Observation) -> Series.Basis? = { _ in nil },
        _ operation: (Double) -> Double
    ) -> PeriodFigures {
        switch self {
        case .constant(let number): .constant(operation(number))
        case .byPeriod(let figures):
            .byPeriod(
                figures.map { figure in
                    var result = figure
                    result.value = figure.value.map(operation)
                    result.basis = basis(figure)
                    return result
                }
            )
        }
    }
}

extension Series.Observation {
    fileprivate init(_ number: Double, like other: Series.Observation) {
        self.init(period: other.period, value: number)
    }

    fileprivate func joined(
        with other: Series.Observation,
        basis: (Series.Observation, Series.Observation) -> Series.Basis?,
        _ operation: (Double, Double) -> Double?
    ) -> Series.Observation {
        guard let first = value, let second = other.value else {
            return Series.Observation(period: period, value: nil, status: value == nil ? reason : other.reason)
        }
        guard let result = operation(first, second), result.isFinite else {
            return Series.Observation(period: period, value: nil, status: .cannotOccur)
        }
        return Series.Observation(
            period: period,
            value: result,
            status: status == .normal ? other.status : status,
            basis: basis(self, other)
        )
    }

    /// Why a missing figure is missing.
    var reason: ObservationStatus {
        status.isMissing ? status : .notAvailable
    }
}
