/// The difference of two rates, split into who the groups are made of and what happens in each category of them.
///
/// Composition is what different shares of the categories account for, at the mean of both groups' rates; rate is what
/// different rates account for, at the mean of both groups' shares. Both add up to the difference exactly, for each
/// category and in all, and change their signs with the order of the groups.
///
/// Source: Kitagawa (1955).
public struct Kitagawa: Sendable {
    /// A category of both groups.
    public struct Category: Sendable, Hashable {
        /// The name of the category.
        public var id: String
        /// Its share of the first and of the second group, 0 to 1.
        public var shares: Pair
        /// The rate within it in the first and in the second group, in any unit; the result has the same.
        public var rates: Pair

        /// A category with its shares and rates.
        public init(id: String, shares: Pair, rates: Pair) {
            self.id = id
            self.shares = shares
            self.rates = rates
        }
    }

    /// A quantity of the first group and of the second.
    public struct Pair: Sendable, Hashable {
        /// That of the first group, or of the later time.
        public var first: Double
        /// That of the second group, or of the earlier time.
        public var second: Double

        /// A quantity of both groups.
        public init(_ first: Double, _ second: Double) {
            self.first = first
            self.second = second
        }

        var difference: Double { first - second }
        var mean: Double { (first + second) / 2 }
    }

    /// The two parts of a difference.
    public struct Parts: Sendable, Hashable {
        /// What different shares account for.
        public var composition: Double
        /// What different rates account for.
        public var rate: Double
        /// Both.
        public var total: Double { composition + rate }
    }

    /// The three parts of a difference with the second group as the base.
    public struct ThreeParts: Sendable, Hashable {
        /// Different shares at the rates of the second group.
        public var composition: Double
        /// Different rates at the shares of the second group.
        public var rate: Double
        /// Where shares and rates differ together; it belongs to neither.
        public var interaction: Double
        /// All three.
        public var total: Double { composition + rate + interaction }
    }

    /// The parts of each category, in the given order.
    public let categories: [(id: String, parts: Parts)]
    /// The parts of the whole difference, first minus second.
    public let total: Parts
    /// The same difference in three parts, by the second group.
    public let threeParts: ThreeParts

    /// Splits the difference of two groups of shares and rates; shares are taken as they are given.
    public init(_ categories: [Category]) throws(MethodRefusal) {
        guard !categories.isEmpty else { throw .noCategories }
        var total = Parts(composition: 0, rate: 0)
        var three = ThreeParts(composition: 0, rate: 0, interaction: 0)
        self.categories = categories.map { category in
            let (shares, rates) = (category.shares, category.rates)
            let parts = Parts(composition: shares.difference * rates.mean, rate: rates.difference * shares.mean)
            total.composition += parts.composition
            total.rate += parts.rate
            three.composition += shares.difference * rates.second
            three.rate += rates.difference * shares.second
            three.interaction += shares.difference * rates.difference
            return (category.id, parts)
        }
        self.total = total
        threeParts = three
    }

    /// Splits the difference of the rates of two groups, in percentage points, from their counts.
    ///
    /// Refused where a category has persons in one group only, for it has no rate in the other.
    public init(_ first: [Stratum], minus second: [Stratum]) throws(MethodRefusal) {
        let pairs = try first.paired(with: second)
        let (persons, others) = (pairs.map(\.first).persons, pairs.map(\.second).persons)
        try self.init(
            pairs.map { pair in
                Category(
                    id: pair.first.id,
                    shares: Pair(pair.first.persons / persons, pair.second.persons / others),
                    rates: Pair(100 * pair.first.rate, 100 * pair.second.rate)
                )
            }
        )
    }
}

/// The change of a gap between two editions: the change of each group split by itself, one taken from the other.
///
/// Source: Kitagawa (1955), once for each group.
public struct GapChangeDecomposition: Sendable {
    /// A group at the two editions.
    public struct Group: Sendable {
        /// The categories at the earlier edition.
        public var earlier: [Stratum]
        /// The categories at the later one.
        public var later: [Stratum]

        /// A group at two editions.
        public init(earlier: [Stratum], later: [Stratum]) {
            self.earlier = earlier
            self.later = later
        }
    }

    /// The change of the rate that others are taken from: of the group where the gap is group minus reference.
    public let minuend: Kitagawa
    /// The change of the rate that is taken from it.
    public let subtrahend: Kitagawa
    /// The parts of the change of the gap, in percentage points.
    public var total: Kitagawa.Parts {
        Kitagawa.Parts(
            composition: minuend.total.composition - subtrahend.total.composition,
            rate: minuend.total.rate - subtrahend.total.rate
        )
    }

    /// Splits the change of the gap between two groups, each from the earlier edition to the later.
    public init(
        group: Group,
        reference: Group,
        orientation: GapMeasures.Orientation
    ) throws(MethodRefusal) {
        let own = try Kitagawa(group.later, minus: group.earlier)
        let other = try Kitagawa(reference.later, minus: reference.earlier)
        (minuend, subtrahend) = orientation == .groupMinusReference ? (own, other) : (other, own)
    }
}
