import BarometerCore

/// Calls of functions, each with arguments of its own kind.
extension FormulaParser {
    mutating func call(_ name: FigureSelection.Name) throws(FormulaError) -> Formula.Part {
        let start = name.range.lowerBound
        guard let function = FormulaFunction(rawValue: name.text) else {
            try skipCall(of: name)
            meaningless.append(start..<position)
            return Formula.Part(formula: .number(0), range: start..<position)
        }
        try expect("(")
        let formula: Formula
        switch function {
        case .rate, .gap:
            let first = try sum()
            try expect(",", of: function)
            let second = try sum()
            formula =
                function == .rate
                ? .rate(numerator: first, denominator: second) : .gap(group: first, reference: second)
        case .peers: formula = try peers(start: start)
        case .change:
            let figures = try sum()
            formula = .change(figures, take(",") ? try lag() : nil)
        case .index:
            let figures = try sum()
            try expect(",", of: function)
            formula = .index(figures, base: try base())
        }
        try expect(")", of: function)
        return Formula.Part(formula: formula, range: start..<position)
    }

    // MARK: Arguments

    private mutating func peers(start: Int) throws(FormulaError) -> Formula {
        if isInsidePeers {
            addFault(
                .formulaSyntax,
                at: start..<start + FormulaFunction.peers.rawValue.count,
                LocalizedText(en: "peers(…) stands inside peers(…)", da: "peers(…) står inde i peers(…)"),
                hint: LocalizedText(en: "name all peers in one list", da: "nævn alle i én liste")
            )
        }
        let wasInside = isInsidePeers
        isInsidePeers = true
        let figures = try sum()
        isInsidePeers = wasInside
        try expect(",", of: .peers)
        let dimension = try dimension()
        try expect("=", of: .peers)
        var names: [FigureSelection.Name] = []
        var weights: [Double?] = []
        repeat {
            try countPart()
            names.append(try value(endingAt: ",|:)\""))
            weights.append(take(":") ? try weight() : nil)
        } while take("|")
        let firstWithout = zip(names, weights).first { $1 == nil }?.0
        if let firstWithout, weights.contains(where: { $0 != nil }) {
            addFault(
                .formulaSyntax,
                at: firstWithout.range,
                LocalizedText(
                    en: "\(firstWithout.text) has no weight, and other peers have",
                    da: "\(firstWithout.text) har ingen vægt, og andre har"
                ),
                hint: LocalizedText(
                    en: "give every peer a weight, as in \(firstWithout.text):1, or none",
                    da: "giv alle en vægt, som \(firstWithout.text):1, eller ingen"
                )
            )
        }
        return .peers(
            figures,
            PeerGroup(
                dimension: dimension,
                peers: zip(names, weights).map { PeerGroup.Peer(name: $0, weight: $1 ?? 1) }
            )
        )
    }

    private mutating func weight() throws(FormulaError) -> Double {
        skipBlanks()
        let start = position
        guard peek?.isNumber == true, case let weight = try number(), weight > 0 else {
            throw unexpected(
                at: start..<max(position, start + 1),
                expecting: LocalizedText(en: "a weight above zero", da: "en vægt over nul")
            )
        }
        return weight
    }

    /// The most periods that a change may span: a century of days, and far from the end of whole numbers.
    private static let mostPeriods = 36_525

    private mutating func lag() throws(FormulaError) -> Formula.Lag {
        skipBlanks()
        let start = position
        let word = takeWord { $0.isLetter || $0.isNumber || $0 == "." }
        let distance: Formula.Lag.Distance? =
            switch word {
            case "year": .year
            case "previous": .previous
            default: Int(word).flatMap { (1...FormulaParser.mostPeriods).contains($0) ? .periods($0) : nil }
            }
        guard let distance else {
            throw unexpected(
                at: start..<max(position, start + 1),
                expecting: LocalizedText(
                    en: "a number of periods (1, 2 …), year or previous",
                    da: "et antal perioder (1, 2 …), year eller previous"
                )
            )
        }
        return Formula.Lag(distance: distance, range: start..<position)
    }

    private mutating func base() throws(FormulaError) -> Formula.Base {
        let name = try value(endingAt: ",)\"")
        guard let period = Period(parsing: name.text) else {
            throw unexpected(
                at: name.range,
                expecting: LocalizedText(
                    en: "a period such as 2010, 2010H2, 2010Q4 or 2010M12",
                    da: "en periode som 2010, 2010H2, 2010Q4 eller 2010M12"
                )
            )
        }
        return Formula.Base(period: period, range: name.range)
    }

    // MARK: Unknown functions

    /// Tells that there is no such function and goes on behind its brackets; its first argument can still be checked.
    private mutating func skipCall(of name: FigureSelection.Name) throws(FormulaError) {
        addFault(
            .formulaName,
            at: name.range,
            LocalizedText(
                en: "there is no function \"\(name.text)\"",
                da: "der er ingen funktion \"\(name.text)\""
            ),
            hint: didYouMean(name.text, among: FormulaFunction.allCases.map(\.rawValue))
                ?? LocalizedText(
                    en: "the functions are \(FormulaFunction.list.en)",
                    da: "funktionerne er \(FormulaFunction.list.da)"
                )
        )
        try expect("(")
        guard !take(")") else { return }
        loose.append(try sum())
        var open = 0
        while let character = peek, open > 0 || character != ")" {
            if try takeQuoted() != nil { continue }
            open += character == "(" ? 1 : character == ")" ? -1 : 0
            position += 1
        }
        try expect(")")
    }
}
