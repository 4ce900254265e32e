import BarometerCore

/// Which codes of a dimension take part.
public struct Selection: Sendable, Hashable {
    /// The position of the dimension in the table.
    public let dimension: Int
    /// For each entry of the dimension whether it takes part.
    package let included: [Bool]

    package init(dimension: Int, included: [Bool]) {
        self.dimension = dimension
        self.included = included
    }

    /// The selection of codes that both allow; the two must be of one dimension.
    package func intersected(with other: Selection) -> Selection {
        precondition(dimension == other.dimension, "selections of different dimensions do not meet")
        return Selection(dimension: dimension, included: zip(included, other.included).map { $0 && $1 })
    }
}

extension Table {
    /// The selection of some values of a dimension, or of all but these where `excluding` is true.
    ///
    /// Each value is given as a code, as a label in either language, or as `*` for all codes that are no totals. No
    /// values select nothing. A name that several codes share selects all of them.
    ///
    /// - Throws: `StoreError` (D405) with one diagnostic for each unknown name, with the nearest known one.
    public func selection(
        of name: String,
        values: [String],
        excluding: Bool = false
    ) throws(StoreError) -> Selection {
        guard let position = dimension(named: name) else {
            throw StoreError([unknownDimension(name)])
        }
        let entries = dimensions[position].entries
        var included = Array(repeating: false, count: entries.count)
        var faults: [Diagnostic] = []
        for value in values {
            let matches = entries.indices.filter { index in
                value == "*" ? !entries[index].isTotal : entries[index].isNamed(value)
            }
            if matches.isEmpty, value != "*" { faults.append(unknownValue(value, in: position)) }
            for match in matches { included[match] = true }
        }
        guard faults.isEmpty else { throw StoreError(faults) }
        return Selection(dimension: position, included: excluding ? included.map { !$0 } : included)
    }

    /// The selection that keeps totals from being added to their parts.
    ///
    /// nil where the dimension has no totals among other codes.
    package func withoutTotals(_ position: Int) -> Selection? {
        let isTotal = dimensions[position].entries.map(\.isTotal)
        guard isTotal.contains(true), isTotal.contains(false) else { return nil }
        return Selection(dimension: position, included: isTotal.map { !$0 })
    }

    private func unknownDimension(_ name: String) -> Diagnostic {
        let names = dimensions.map(\.name)
        let list = names.joined(separator: ", ")
        return Diagnostic(
            .unknownSelection,
            LocalizedText(
                en: "\(self.name) has no dimension \"\(name)\"",
                da: "\(self.name) har ingen dimension \"\(name)\""
            ),
            hint: nearestName(to: name, among: names).map {
                LocalizedText(en: "did you mean \"\($0)\"?", da: "mente du \"\($0)\"?")
            } ?? LocalizedText(en: "its dimensions are \(list)", da: "dens dimensioner er \(list)")
        )
    }

    private func unknownValue(_ value: String, in position: Int) -> Diagnostic {
        let column = dimensions[position]
        let known = column.entries.flatMap { [$0.code] + ($0.item.map { [$0.label.da, $0.label.en] } ?? []) }
        let list =
            column.entries.prefix(8).map(\.code).joined(separator: ", ") + (column.entries.count > 8 ? ", …" : "")
        return Diagnostic(
            .unknownSelection,
            LocalizedText(
                en: "\(column.name) has no code or label \"\(value)\"",
                da: "\(column.name) har ingen kode eller tekst \"\(value)\""
            ),
            hint: nearestName(to: value, among: known).map {
                LocalizedText(en: "did you mean \"\($0)\"?", da: "mente du \"\($0)\"?")
            } ?? LocalizedText(en: "its codes are \(list)", da: "dens koder er \(list)")
        )
    }
}

extension DimensionColumn.Entry {
    /// Whether a name given by a user means this entry.
    fileprivate func isNamed(_ name: String) -> Bool {
        code == name || item?.label.da == name || item?.label.en == name
    }
}
