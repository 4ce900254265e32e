/// Cases and persons of one category of a group, such as the unemployed and the labour force aged 16-29.
public struct Stratum: Sendable, Hashable {
    /// The name of the category; the same in all groups that are compared.
    public var id: String
    /// How many of the persons are cases, or how many events they had.
    public var cases: Double
    /// The persons, or person-years, that the cases come from.
    public var persons: Double

    /// A category with its counts.
    public init(id: String, cases: Double, persons: Double) {
        self.id = id
        self.cases = cases
        self.persons = persons
    }

    /// The cases per person; not a number without persons.
    var rate: Double { cases / persons }
}

extension Array where Element == Stratum {
    /// The persons of all categories.
    var persons: Double { reduce(0) { $0 + $1.persons } }
    /// The cases of all categories.
    var cases: Double { reduce(0) { $0 + $1.cases } }

    /// The categories of this group with those of another by name, in the order of this group.
    ///
    /// A category in which only one of the two has persons has no rate to compare, and is told; one in which neither
    /// has any is left out.
    func paired(with other: [Stratum]) throws(MethodRefusal) -> [(first: Stratum, second: Stratum)] {
        let (first, second) = (try checked(), try other.checked())
        var byName: [String: Stratum] = [:]
        for stratum in second { byName[stratum.id] = stratum }
        let pairs = first.compactMap { stratum in byName[stratum.id].map { (first: stratum, second: $0) } }
        guard pairs.count == first.count, pairs.count == second.count else {
            let common = Set(pairs.map(\.first.id))
            throw .missingCategories((first + second).map(\.id).filter { !common.contains($0) })
        }
        guard !pairs.isEmpty else { throw .noCategories }
        return pairs
    }

    /// The categories with persons, after a look at the counts.
    func checked() throws(MethodRefusal) -> [Stratum] {
        var seen: Set<String> = []
        for stratum in self {
            guard seen.insert(stratum.id).inserted else { throw .repeatedCategory(stratum.id) }
            guard stratum.cases >= 0, stratum.cases.isFinite, stratum.persons >= 0, stratum.persons.isFinite,
                stratum.persons > 0 || stratum.cases == 0
            else { throw .impossibleCount(stratum.id) }
        }
        return filter { $0.persons > 0 }
    }
}
