import BarometerCore
import BarometerIndicators
import BarometerStore
import BarometerTestSupport

/// Whether numbers come out as they are printed, one by one.
func arePrinted(_ values: [Double], _ printed: [Double], decimals: Int) -> Bool {
    values.count == printed.count && zip(values, printed).allSatisfy { isPrinted($0, $1, decimals: decimals) }
}

/// Whether two computed numbers are the same but for rounding.
func areClose(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return false }
    return (left - right).magnitude <= 1e-9 * max(1, right.magnitude)
}

/// A series of half-years.
func halfYears(_ values: [Double?], from start: Period = .halfYear(2010, 2)) -> Series {
    Series(
        unit: .percentagePoints,
        decimals: 1,
        observations: values.enumerated().map { step, value in
            Series.Observation(
                period: start.advanced(by: step),
                value: value,
                status: value == nil ? .notAvailable : .normal
            )
        }
    )
}

/// The reason that a method gives for not giving a result.
func refusal<Value>(_ work: () throws(MethodRefusal) -> Value) -> MethodRefusal? {
    do throws(MethodRefusal) {
        _ = try work()
        return nil
    } catch {
        return error
    }
}

/// Ages of the method notes, 5.5 and 5.6: unemployed and labour force of two groups; invented.
enum Ages {
    static let names = ["16-29", "30-44", "45-64"]
    static let danish = strata(persons: [90_000, 100_000, 60_000], rates: [6, 5, 5.15])
    static let nonWestern = strata(persons: [6_000, 16_000, 8_000], rates: [12, 16, 19])

    static func strata(persons: [Double], rates: [Double]) -> [Stratum] {
        zip(names, zip(persons, rates)).map { name, counts in
            Stratum(id: name, cases: counts.0 * counts.1 / 100, persons: counts.0)
        }
    }
}

extension SeededGenerator {
    /// A number from a range, with one decimal.
    mutating func tenth(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &self)) / 10 }
}
