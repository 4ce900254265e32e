/// A change in a number of jobs, split into what the nation, the mix of branches and the place itself account for.
///
/// The parts of each category, and so their sums, make up the change exactly: national is the category at the pace of
/// the whole nation, mix what its branch did beyond that, local the rest.
///
/// Source: Dunn (1960).
public struct ShiftShare: Sendable {
    /// A branch with its counts here and in the nation.
    public struct Category: Sendable {
        /// The name of the branch.
        public var id: String
        /// The count here, before and after.
        public var local: (before: Double, after: Double)
        /// The count in the whole nation, before and after.
        public var national: (before: Double, after: Double)

        /// A branch; counts are not negative.
        public init(id: String, local: (before: Double, after: Double), national: (before: Double, after: Double)) {
            self.id = id
            self.local = local
            self.national = national
        }
    }

    /// The parts of a change; persons or jobs, as the counts.
    public struct Parts: Sendable, Hashable {
        /// What the pace of the whole nation would have given.
        public var national: Double
        /// What the branches did beyond the nation.
        public var mix: Double
        /// What this place did beyond its branches.
        public var local: Double
        /// The whole change.
        public var total: Double { national + mix + local }
    }

    /// The growth of the nation as a share: 0.03 is 3 per cent.
    public let nationalGrowth: Double
    /// The parts of each category, in the given order.
    public let categories: [(id: String, parts: Parts)]
    /// The parts of the whole change.
    public let total: Parts
    /// Categories that the nation had none of before; their branch counts as growing with the nation, so mix is zero.
    public let withoutNationalBase: [String]

    /// Splits the change of all categories; refused without any, without a national base, or with impossible counts.
    public init(_ categories: [Category]) throws(MethodRefusal) {
        guard !categories.isEmpty else { throw .noCategories }
        var seen: Set<String> = []
        var (before, after) = (0.0, 0.0)
        for category in categories {
            guard seen.insert(category.id).inserted else { throw .repeatedCategory(category.id) }
            let counts = [
                category.local.before, category.local.after, category.national.before, category.national.after,
            ]
            guard counts.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .impossibleCount(category.id) }
            before += category.national.before
            after += category.national.after
        }
        guard before > 0 else { throw .zeroBase }
        let growth = (after - before) / before
        nationalGrowth = growth
        self.categories = categories.map { category in
            let (base, nation) = (category.local.before, category.national)
            let branch = nation.before > 0 ? (nation.after - nation.before) / nation.before : growth
            let change = category.local.after - base
            return (
                category.id,
                Parts(national: base * growth, mix: base * (branch - growth), local: change - base * branch)
            )
        }
        total = self.categories.reduce(into: Parts(national: 0, mix: 0, local: 0)) { sum, category in
            sum.national += category.parts.national
            sum.mix += category.parts.mix
            sum.local += category.parts.local
        }
        withoutNationalBase = categories.filter { $0.national.before == 0 }.map(\.id)
    }
}
