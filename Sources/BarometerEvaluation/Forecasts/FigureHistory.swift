/// The figures that a forecast is made from, each at its own half-year, on the scale on which they are continued.
///
/// Half-years are counted as `2 * year + half - 1`, and every method works with these real positions. Annual figures
/// stand two apart, figures of elections eight, and a half-year without a figure is a longer step, never a zero.
public struct FigureHistory: Sendable {
    /// The half-years that have a figure, rising.
    public let halfYears: [Int]
    /// The figures, in the unit of the indicator.
    public let values: [Double]
    /// The scale on which the figures are continued.
    public let scale: ValueScale
    /// The figures on that scale.
    let modelled: [Double]
    private let largest: Double

    /// The history of some figures in the order of time, or nil where there is none.
    ///
    /// Of several figures of one half-year the last stands for it. A value that is not finite counts as missing.
    ///
    /// - Parameters:
    ///   - figures: figures of one definition, so none from before a break.
    ///   - range: where such figures can lie at all.
    public init?(_ figures: [(halfYear: Int, value: Double)], in range: NaturalRange = .unbounded) {
        var halfYears: [Int] = []
        var values: [Double] = []
        halfYears.reserveCapacity(figures.count)
        values.reserveCapacity(figures.count)
        for figure in figures where figure.value.isFinite {
            if let last = halfYears.last {
                precondition(last <= figure.halfYear, "figures come in the order of time")
                if last == figure.halfYear {
                    values[values.count - 1] = figure.value
                    continue
                }
            }
            halfYears.append(figure.halfYear)
            values.append(figure.value)
        }
        guard !values.isEmpty else { return nil }
        let scale = ValueScale(for: values, in: range)
        self.halfYears = halfYears
        self.values = values
        self.scale = scale
        modelled = scale == .logit ? values.map(scale.modelled) : values
        largest = modelled.reduce(0) { max($0, $1.magnitude) }
    }

    /// The number of figures.
    public var count: Int { values.count }

    /// The latest figure with its half-year.
    public var latest: (halfYear: Int, value: Double) { (halfYears[count - 1], values[count - 1]) }

    /// The half-years from the first figure to the last.
    public var span: Int { halfYears[count - 1] - halfYears[0] }

    /// Whether all figures stand equally far apart.
    public var isEvenlySpaced: Bool {
        guard count > 2 else { return true }
        let step = halfYears[1] - halfYears[0]
        return (2..<count).allSatisfy { halfYears[$0] - halfYears[$0 - 1] == step }
    }

    /// The half-years from the first figure to each.
    var places: [Double] { halfYears.map { Double($0 - halfYears[0]) } }

    /// The half-years between a figure and the one before it.
    func elapsed(before index: Int) -> Int { halfYears[index] - halfYears[index - 1] }

    /// A spread, or none where it is no more than the rounding of binary numbers.
    ///
    /// 10.6, 10.0, 9.4 fall by 0.6 each time, and yet their differences in binary differ in the last bits. A spread of
    /// up to 1e-12 of the largest figure is such rounding; no published figure has so many digits.
    func spread(_ deviation: Double) -> Double {
        deviation <= 1e-12 * largest ? 0 : deviation
    }
}
