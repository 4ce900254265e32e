/// P values of many indicators at once, raised so that chance finds stay as rare as promised.
///
/// An adjusted p value is compared with the level itself. The order of the values is kept.
public enum MultipleTesting {
    /// Against even one false find among all: Holm's step-down method.
    ///
    /// Values that could not be computed are left out by the caller. Source: S. Holm (1979).
    public static func holm(_ values: [Double]) -> [Double] {
        var adjusted = values
        var largest = 0.0
        for (rank, place) in ascending(values).enumerated() {
            largest = max(largest, min(1, Double(values.count - rank) * values[place]))
            adjusted[place] = largest
        }
        return adjusted
    }

    /// Against too large a share of false finds among the finds: the step-up method of Benjamini and Hochberg (1995).
    public static func benjaminiHochberg(_ values: [Double]) -> [Double] {
        var adjusted = values
        var smallest = 1.0
        for (rank, place) in ascending(values).enumerated().reversed() {
            smallest = min(smallest, Double(values.count) / Double(rank + 1) * values[place])
            adjusted[place] = smallest
        }
        return adjusted
    }

    private static func ascending(_ values: [Double]) -> [Int] {
        values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    }
}
