import BarometerCore
import BarometerStore

/// Which figures of a dataset take part.
public struct FigureSelection: Sendable {
    /// A condition on a dimension: one of these values, or none of them.
    public struct Condition: Sendable {
        /// The dimension by its name in the table.
        public var dimension: Name
        /// The codes or labels, at least one; `*` stands for all codes that are no totals.
        public var values: [Name]
        /// Whether all values but these are meant, written `!=`.
        public var excluding: Bool
    }

    /// A name with its place in the text.
    public struct Name: Sendable {
        /// The name without its quotation marks.
        public var text: String
        /// The characters of the formula's text, from 0, with the quotation marks.
        public var range: Range<Int>
    }

    /// The dataset by its id in the catalogue.
    public var dataset: Name
    /// The measure, where the dataset has several; nil takes the first.
    public var measure: Name?
    /// What a row must meet, all of it; dimensions without a condition take part without their totals.
    public var conditions: [Condition]
}

extension FigureSelection {
    /// The same figures for one code of a dimension, whatever was asked of that dimension before.
    func of(_ peer: PeerGroup.Peer, in dimension: Name) -> FigureSelection {
        var result = self
        result.conditions.removeAll { $0.dimension.text == dimension.text }
        result.conditions.append(Condition(dimension: dimension, values: [peer.name], excluding: false))
        return result
    }

    /// The position of the measure in a table, or nil where the table does not have it.
    func measure(in table: Table) -> Int? {
        guard let measure else { return 0 }
        return table.measure(named: measure.text)
    }

    /// The question to a table whose answer is these figures by period.
    ///
    /// - Throws: `StoreError` (D405) where the table does not know a name.
    func query(
        of table: Table,
        measure: Int,
        figures: TableQuery.Figures
    ) throws(StoreError) -> TableQuery {
        var selections: [Selection] = []
        for condition in conditions { selections.append(try condition.selection(in: table)) }
        return TableQuery(selections: selections, measure: measure, figures: figures)
    }
}

extension FigureSelection.Condition {
    /// The characters of the condition.
    var range: Range<Int> {
        dimension.range.lowerBound..<(values.last?.range.upperBound ?? dimension.range.upperBound)
    }

    /// The codes or periods of a table that the condition means.
    func selection(in table: Table) throws(StoreError) -> Selection {
        try table.selection(of: dimension.text, values: values.map(\.text), excluding: excluding)
    }
}
