import BarometerCore

/// Whether a number is the printed one, to the digits shown.
func isPrinted(_ value: Double?, _ printed: Double, decimals: Int) -> Bool {
    value.map { rounded($0, decimals: decimals) == printed } ?? false
}

/// Whether two numbers agree to a share of the second; 1e-12 is what the quantiles promise.
func agrees(_ value: Double?, _ expected: Double, within share: Double = 1e-12) -> Bool {
    guard let value else { return false }
    return value == expected || (value - expected).magnitude <= share * expected.magnitude
}
