/// The years of a time axis on which half-years stand at `2 * year + half - 1`.
///
/// Each year is a band that holds its two half-years, so the year is written under the middle of its band and no
/// half-year has to be read as the start or the end of a year.
struct TimeAxis: Sendable {
    let firstYear: Int
    let lastYear: Int

    /// An axis of the whole years around positions; a single year gets a year at each side.
    init(positions: [Int]) {
        // An arithmetic shift rounds down, so that the halves of a year stay together.
        let first = (positions.min() ?? 0) >> 1
        let last = (positions.max() ?? 0) >> 1
        firstYear = first == last ? first - 1 : first
        lastYear = first == last ? last + 1 : last
    }

    /// The left edge of the first year's band, as a position.
    var start: Double { Double(2 * firstYear) - 0.5 }
    /// The right edge of the last year's band, as a position.
    var end: Double { Double(2 * lastYear) + 1.5 }

    /// The years that are written when each needs so much of a plot: all, or every 2nd, 5th, 10th and so on.
    func labelledYears(labelWidth: Double, plotWidth: Double) -> [Int] {
        let band = plotWidth / Double(lastYear - firstYear + 1)
        let step = [1, 2, 5, 10, 20, 50].first { Double($0) * band >= labelWidth } ?? 100
        let years = (firstYear...lastYear).filter { $0 % step == 0 }
        return years.isEmpty ? [firstYear] : years
    }
}
