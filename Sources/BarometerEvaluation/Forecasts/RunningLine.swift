/// A least-squares line that takes up one figure after the other, by updated means and moments.
///
/// Source: Welford 1962; nothing is subtracted that is nearly equal.
struct RunningLine {
    private var meanPlace = 0.0
    private var meanValue = 0.0
    private var placeSquares = 0.0
    private var products = 0.0
    private var count = 0.0

    mutating func add(_ place: Double, _ value: Double) {
        count += 1
        let before = place - meanPlace
        meanPlace += before / count
        meanValue += (value - meanValue) / count
        placeSquares += before * (place - meanPlace)
        products += before * (value - meanValue)
    }

    /// The line's value at a place, from two figures on.
    func value(at place: Double) -> Double {
        meanValue + products / placeSquares * (place - meanPlace)
    }
}
