import BarometerCore

/// Which codes of a dimension, or which periods, take part.
public struct Selection: Sendable, Hashable {
    /// A column of a table that rows can be selected by.
    public enum Axis: Sendable, Hashable {
        /// A dimension by its position in the table.
        case dimension(Int)
        case time
    }

    /// What is selected by.
    public let axis: Axis
    /// For each entry of the dimension, or each label of the periods, whether it takes part.
    package let included: [Bool]

    package init(axis: Axis, included: [Bool]) {
        self.axis = axis
        self.included = included
    }

    /// The selection of what both allow; the two must be of one axis.
    package func intersected(with other: Selection) -> Selection {
        precondition(axis == other.axis, "selections of different axes do not meet")
        return Selection(axis: axis, included: zip(included, other.included).map { $0 && $1 })
    }
}

extension Table {
    /// The selection of some values of a dimension or of the periods, or of all but these where `excluding` is true.
    ///
    /// A value of a dimension is given as a code, as a label in either language, or as `*` for all codes that are no
    /// totals. A period is given as the file writes it or in its machine form; a longer one selects all that end in it.
    /// No values select nothing. A name that several codes share selects all of them.
    ///
    /// - Parameter ignoringUnknown: whether names that the table does not know select nothing, as in a part of a table.
    /// - Throws: `StoreError` (D405) with one diagnostic for each unknown name, with the nearest known one.
    public func selection(
        of name: String,
        values: [String],
        excluding: Bool = false,
        ignoringUnknown: Bool = false
    ) throws(StoreError) -> Selection {
        let axis: Selection.Axis
        let matches: (String) -> [Bool]
        if let position = dimension(named: name) {
            axis = .dimension(position)
            let entries = dimensions[position].entries
            matches = { value in entries.map { value == "*" ? !$0.isTotal : $0.isNamed(value) } }
        } else if let time, time.name == name {
            axis = .time
            matches = { value in time.labels.indices.map { value == "*" || time.isNamed(value, at: $0) } }
        } else {
            throw StoreError([unknownDimension(name)])
        }
        var included = matches("").map { _ in false }
        var faults: [Diagnostic] = []
        for value in values {
            let found = matches(value)
            if !found.contains(true), value != "*", !ignoringUnknown {
                faults.append(unknownValue(value, in: name, on: axis))
            }
            for (index, isFound) in found.enumerated() where isFound { included[index] = true }
        }
        guard faults.isEmpty else { throw StoreError(faults) }
        return Selection(axis: axis, included: excluding ? included.map { !$0 } : included)
    }

    /// The entries of a dimension that a name means: none, one, or several where a code has several meanings.
    package func entries(named name: String, in position: Int) -> Set<Int> {
        Set(dimensions[position].entries.indices.filter { dimensions[position].entries[$0].isNamed(name) })
    }

    /// The selection that keeps totals from being added to their parts.
    ///
    /// nil where the dimension has no totals among other codes.
    package func withoutTotals(_ position: Int) -> Selection? {
        let entries = dimensions[position].entries
        let parents = Set(entries.compactMap { $0.item?.parent })
        let isTotal = entries.map { $0.isTotal || parents.contains($0.code) }
        guard isTotal.contains(true), isTotal.contains(false) else { return nil }
        return Selection(axis: .dimension(position), included: isTotal.map { !$0 })
    }

    private func unknownDimension(_ name: String) -> Diagnostic {
        let names = dimensions.map(\.name) + (time.map { [$0.name] } ?? [])
        let list = names.joined(separator: ", ")
        return Diagnostic(
            .unknownSelection,
            LocalizedText(
                en: "\(self.name) has no dimension \"\(name)\"",
                da: "\(self.name) har ingen dimension \"\(name)\""
            ),
            hint: didYouMean(name, among: names)
                ?? LocalizedText(en: "its dimensions are \(list)", da: "dens dimensioner er \(list)")
        )
    }

    private func unknownValue(_ value: String, in name: String, on axis: Selection.Axis) -> Diagnostic {
        var codes = time?.labels ?? []
        var known = codes
        if case .dimension(let position) = axis {
            let entries = dimensions[position].entries
            codes = entries.map(\.code)
            known = entries.flatMap { [$0.code] + ($0.item.map { [$0.label.da, $0.label.en] } ?? []) }
        }
        let list = codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? ", …" : "")
        return Diagnostic(
            .unknownSelection,
            LocalizedText(
                en: "\(name) has no code or label \"\(value)\"",
                da: "\(name) har ingen kode eller tekst \"\(value)\""
            ),
            hint: didYouMean(value, among: known)
                ?? LocalizedText(en: "its codes are \(list)", da: "dens koder er \(list)")
        )
    }
}

extension DimensionColumn.Entry {
    /// Whether a name given by a user means this entry.
    fileprivate func isNamed(_ name: String) -> Bool {
        code == name || item?.label.da == name || item?.label.en == name
    }
}

extension PeriodColumn {
    /// Whether a name given by a user means the period of a label: the label, its machine form, or a longer period that
    /// it ends in.
    fileprivate func isNamed(_ name: String, at code: Int) -> Bool {
        if labels[code] == name { return true }
        guard let wanted = Period(parsing: name), !wanted.frequency.isFiner(than: periods[code].frequency) else {
            return false
        }
        return periods[code].ending(in: wanted.frequency) == wanted
    }
}
