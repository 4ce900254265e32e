/// The ticks of a value axis: whole multiples of 1, 2, 2.5 or 5 times a power of ten.
struct ValueAxis: Sendable {
    let lower: Double
    let upper: Double
    let ticks: [Double]
    /// How many decimals the ticks need.
    let decimals: Int

    /// Whether zero is on the axis; where it is not, the chart must say so.
    var showsZero: Bool { lower <= 0 && upper >= 0 }

    /// An axis around values below 10^15 in size, with ticks of at most so many decimals, 0 to 12.
    ///
    /// Zero is on the axis where the values span at least a third of their size, and where there is only one value:
    /// then nothing is gained by leaving it out. Without any value the axis goes from 0 to 1.
    init(values: [Double], decimals: Int, maximumIntervals: Int = 6) {
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        if high - low == 0 || (high - low) * 3 >= max(low.magnitude, high.magnitude) {
            low = min(low, 0)
            high = max(high, 0)
        }
        if low == high { high = 1 }
        let step = ValueAxis.step(
            from: low,
            to: high,
            decimals: max(0, min(decimals, 12)),
            maximumIntervals: maximumIntervals
        )
        var first = (low / step.size + 1e-9).rounded(.down)
        var last = max((high / step.size - 1e-9).rounded(.up), first + 1)
        // A line along the edge of the plot would hide in the axis.
        if first > 0, low - first * step.size < 0.05 * (high - low) { first -= 1 }
        if last < 0, last * step.size - high < 0.05 * (high - low) { last += 1 }
        lower = first * step.size
        upper = last * step.size
        let count = Int(last - first)
        ticks = (0...count).map { (first + Double($0)) * step.size }
        self.decimals = step.decimals
    }

    private static let mantissas: [(size: Double, decimals: Int)] = [(1, 0), (2, 0), (2.5, 1), (5, 0)]

    /// The smallest step that needs no more intervals and decimals than allowed.
    private static func step(
        from low: Double,
        to high: Double,
        decimals: Int,
        maximumIntervals: Int
    ) -> (size: Double, decimals: Int) {
        var power = 1.0
        for _ in 0..<decimals { power /= 10 }
        // A step that is lost in the digits of the values would make the axis of no length.
        let smallest = max(low.magnitude, high.magnitude) * 1e-9
        for exponent in -decimals...18 {
            for mantissa in mantissas {
                let needed = max(0, mantissa.decimals - exponent)
                let size = mantissa.size * power
                let intervals = (high / size - 1e-9).rounded(.up) - (low / size + 1e-9).rounded(.down)
                if needed <= decimals, size >= smallest, intervals <= Double(maximumIntervals) {
                    return (size, needed)
                }
            }
            power *= 10
        }
        return ((high - low) / Double(maximumIntervals - 1), 0)
    }
}
