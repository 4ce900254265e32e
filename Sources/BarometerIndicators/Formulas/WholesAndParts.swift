import BarometerCore
import BarometerStore

/// Which codes of a dimension hold others, by the parents and totals of its codelist.
extension [DimensionColumn.Entry] {
    /// Whether a code has someone in common with another: they are the same, or one is a part of the other.
    func share(_ first: Int, _ second: Int) -> Bool {
        first == second || isPart(first, of: second) || isPart(second, of: first) || isWholeOfAll(first)
    }

    /// The first of some codes that another of them is a part of, with that part; nil where nobody counts twice.
    ///
    /// Linear in the codes, for codelists of a few levels.
    func wholeWithPart(among chosen: [Int]) -> (whole: Int, part: Int)? {
        guard chosen.count > 1 else { return nil }
        if let whole = chosen.first(where: isWholeOfAll), let part = chosen.first(where: { $0 != whole }) {
            return (whole, part)
        }
        var parents: [String: String] = [:]
        for entry in self { parents[entry.code] = entry.item?.parent }
        var places: [String: Int] = [:]
        for place in chosen { places[self[place].code] = place }
        for part in chosen {
            var code = self[part].item?.parent
            for _ in indices {
                guard let parent = code else { break }
                if let whole = places[parent], whole != part { return (whole, part) }
                code = parents[parent]
            }
        }
        return nil
    }

    /// Whether a code is below another in the codelist, at whatever distance.
    func isPart(_ part: Int, of whole: Int) -> Bool {
        var code = self[part].item?.parent
        for _ in indices {
            guard let parent = code else { return false }
            if parent == self[whole].code { return true }
            code = first { $0.code == parent }?.item?.parent
        }
        return false
    }

    /// A total without parts of its own in the codelist is the whole of everything.
    private func isWholeOfAll(_ position: Int) -> Bool {
        self[position].isTotal && !contains { $0.item?.parent == self[position].code }
    }
}
