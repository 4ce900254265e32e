import BarometerCore

/// What an indicator computes, as a tree of its parts with their places in the text.
///
/// The page `formulas` of the documentation describes the language, with examples that tests run.
public indirect enum Formula: Sendable {
    /// A whole or decimal number.
    case number(Double)
    /// Figures of a dataset.
    case figures(FigureSelection)
    /// The sum of one thing divided by the sum of another, in percent.
    case rate(numerator: Part, denominator: Part)
    /// The figures of a group minus those of its reference.
    case gap(group: Part, reference: Part)
    /// The weighted mean of the same figures for fixed peers.
    case peers(Part, PeerGroup)
    /// Figures minus earlier ones of their own; nil is one period earlier.
    case change(Part, Lag?)
    /// Figures in percent of that of a base period.
    case index(Part, base: Base)
    /// Figures with the other sign.
    case negated(Part)
    /// Two figures joined by a sign.
    case combined(Operator, Part, Part)

    /// A sign between two figures.
    public enum Operator: String, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    /// A part of a formula with its place in the text.
    public struct Part: Sendable {
        /// What the part computes; the parts below it carry their own places.
        public var formula: Formula
        /// The characters of the text, from 0.
        public var range: Range<Int>
    }

    /// How much earlier the figures are that a change is counted from.
    public struct Lag: Sendable {
        /// A distance in time, or in figures.
        public enum Distance: Sendable, Hashable {
            /// So many periods, at least one.
            case periods(Int)
            /// A year: the same part of the year before.
            case year
            /// The figure before, however long ago; for elections and other days without a fixed distance.
            case previous
        }

        /// How much earlier.
        public var distance: Distance
        /// The characters of the text, from 0.
        public var range: Range<Int>
    }

    /// The period whose figure an index calls 100.
    public struct Base: Sendable {
        /// A period of the same frequency as the figures.
        public var period: Period
        /// The characters of the text, from 0.
        public var range: Range<Int>
    }
}

/// Fixed codes of a dimension whose mean something is held against, such as other cities.
public struct PeerGroup: Sendable {
    /// One of the codes with its weight.
    public struct Peer: Sendable {
        /// The code or label.
        public var name: FigureSelection.Name
        /// How much the peer counts, above zero; one where the formula gives no weights.
        public var weight: Double
    }

    /// The dimension by its name in the table.
    public var dimension: FigureSelection.Name
    /// The codes, at least one, in the order of the text.
    public var peers: [Peer]
}

extension Formula {
    /// The parts one step below, in the order of the text.
    var parts: [Part] {
        switch self {
        case .number, .figures: []
        case .peers(let part, _), .change(let part, _), .index(let part, _), .negated(let part): [part]
        case .rate(let first, let second), .gap(let first, let second), .combined(_, let first, let second):
            [first, second]
        }
    }

    /// What the formula takes from datasets, as written, in the order of the text.
    var selections: [FigureSelection] {
        guard case .figures(let selection) = self else { return parts.flatMap(\.formula.selections) }
        return [selection]
    }

    /// The datasets that the formula uses, each once, in the order of the text.
    public var datasets: [String] {
        var names: [String] = []
        for selection in selections where !names.contains(selection.dataset.text) {
            names.append(selection.dataset.text)
        }
        return names
    }
}

extension Formula.Part {
    /// The same part with other figures of its datasets.
    func mapFigures(_ other: (FigureSelection) -> FigureSelection) -> Formula.Part {
        let formula: Formula =
            switch formula {
            case .number: formula
            case .figures(let selection): .figures(other(selection))
            case .rate(let first, let second):
                .rate(numerator: first.mapFigures(other), denominator: second.mapFigures(other))
            case .gap(let first, let second): .gap(group: first.mapFigures(other), reference: second.mapFigures(other))
            case .peers(let part, let group): .peers(part.mapFigures(other), group)
            case .change(let part, let lag): .change(part.mapFigures(other), lag)
            case .index(let part, let base): .index(part.mapFigures(other), base: base)
            case .negated(let part): .negated(part.mapFigures(other))
            case .combined(let sign, let first, let second):
                .combined(sign, first.mapFigures(other), second.mapFigures(other))
            }
        return Formula.Part(formula: formula, range: range)
    }

    /// What the part takes from datasets, as written, with its places.
    var selections: [(selection: FigureSelection, range: Range<Int>)] {
        guard case .figures(let selection) = formula else { return formula.parts.flatMap(\.selections) }
        return [(selection, range)]
    }

    /// The same part for one peer.
    func of(_ peer: PeerGroup.Peer, in group: PeerGroup) -> Formula.Part {
        mapFigures { $0.of(peer, in: group.dimension) }
    }
}
