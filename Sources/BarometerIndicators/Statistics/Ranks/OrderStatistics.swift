/// Medians, percentiles and ranks of a few numbers.
package enum OrderStatistics {
    /// The middle value; of an even count the mean of the two middle ones, nil of none.
    package static func median(_ values: [Double]) -> Double? {
        var buffer = values
        return median(reordering: &buffer)
    }

    /// The value that a share of the numbers lies below, drawn evenly between the two nearest; nil of none.
    ///
    /// The share runs from 0, the smallest, to 1, the largest. Source: definition 7 of Hyndman and Fan (1996), which
    /// spreadsheets and most statistics programs use.
    package static func percentile(_ values: [Double], _ share: Double) -> Double? {
        precondition(0 <= share && share <= 1, "a share lies between 0 and 1")
        guard !values.isEmpty else { return nil }
        var buffer = values
        let place = share * Double(values.count - 1)
        // A place such as 0.9 * 10 is meant to be whole.
        let nearest = place.rounded()
        let below = (place - nearest).magnitude < 1e-9 ? Int(nearest) : Int(place.rounded(.down))
        let part = max(0, place - Double(below))
        let lower = select(below, in: &buffer)
        guard part > 1e-9, below + 1 < buffer.count else { return lower }
        let upper = smallest(of: buffer[(below + 1)...])
        return lower + part * (upper - lower)
    }

    /// The rank of each value from 1 on, in the order given; equal values share the mean of their ranks.
    package static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks
    }

    /// The sizes of the groups of equal values, larger than one, from the smallest value on.
    static func ties(_ values: [Double]) -> [Int] {
        var (sizes, run) = ([Int](), 1)
        let sorted = values.sorted()
        for place in sorted.indices.dropFirst() {
            if sorted[place] == sorted[place - 1] {
                run += 1
            } else {
                if run > 1 { sizes.append(run) }
                run = 1
            }
        }
        if run > 1 { sizes.append(run) }
        return sizes
    }

    /// The median of a buffer that may be put in another order.
    static func median(reordering buffer: inout [Double]) -> Double? {
        guard !buffer.isEmpty else { return nil }
        let middle = buffer.count / 2
        let upper = select(middle, in: &buffer)
        guard buffer.count.isMultiple(of: 2) else { return upper }
        // Selection leaves nothing larger in front of its place.
        return (upper + largest(of: buffer[..<middle])) / 2
    }

    /// Brings the value of a place in sorted order to that place, smaller ones in front of it and larger ones behind.
    ///
    /// Hoare's selection with the median of three as the pivot: linear in the count for any usual order.
    @discardableResult
    static func select(_ place: Int, in buffer: inout [Double]) -> Double {
        var (low, high) = (0, buffer.count - 1)
        while low < high {
            let middle = low + (high - low) / 2
            if buffer[middle] < buffer[low] { buffer.swapAt(middle, low) }
            if buffer[high] < buffer[low] { buffer.swapAt(high, low) }
            if buffer[high] < buffer[middle] { buffer.swapAt(high, middle) }
            let pivot = buffer[middle]
            var (i, j) = (low, high)
            while i <= j {
                while buffer[i] < pivot { i += 1 }
                while pivot < buffer[j] { j -= 1 }
                if i <= j {
                    buffer.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if place <= j { high = j } else if place >= i { low = i } else { break }
        }
        return buffer[place]
    }

    private static func largest(of part: ArraySlice<Double>) -> Double { part.reduce(-.infinity) { max($0, $1) } }
    private static func smallest(of part: ArraySlice<Double>) -> Double { part.reduce(.infinity) { min($0, $1) } }
}
