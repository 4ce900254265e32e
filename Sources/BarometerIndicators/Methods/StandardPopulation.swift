/// A fixed population whose shares by category weigh the rates of all groups and editions alike.
///
/// Chosen once, as the pooled population at the baseline, and kept for the whole series: a standard that moved would
/// bring the composition back in.
public struct StandardPopulation: Sendable, Hashable {
    /// A category of the standard.
    public struct Share: Sendable, Hashable {
        /// The name of the category.
        public let id: String
        /// Its share of the standard, 0 to 1; all add up to 1.
        public let weight: Double
    }

    /// The categories with persons, in their given order.
    public let shares: [Share]

    /// A standard of given sizes, in persons or any other unit.
    ///
    /// Refused without any persons, and where a category comes twice or its size is negative or no number.
    public init(_ sizes: [(id: String, size: Double)]) throws(MethodRefusal) {
        var (seen, total) = (Set<String>(), 0.0)
        for (id, size) in sizes {
            guard seen.insert(id).inserted else { throw .repeatedCategory(id) }
            guard size >= 0, size.isFinite else { throw .impossibleCount(id) }
            total += size
        }
        guard total > 0 else { throw .noCategories }
        shares = sizes.filter { $0.size > 0 }.map { Share(id: $0.id, weight: $0.size / total) }
    }

    /// The standard of several groups taken together, such as both groups of a gap at the baseline.
    public init(pooling groups: [Stratum]...) throws(MethodRefusal) {
        var (order, sizes): ([String], [String: Double]) = ([], [:])
        for group in groups {
            for stratum in group {
                if sizes[stratum.id] == nil { order.append(stratum.id) }
                sizes[stratum.id, default: 0] += stratum.persons
            }
        }
        try self.init(order.map { ($0, sizes[$0] ?? 0) })
    }
}
