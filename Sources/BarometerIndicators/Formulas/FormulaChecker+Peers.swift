import BarometerCore
import BarometerStore

/// The peers of `peers(figures, DIMENSION=code | code)`: known, different, and not what the formula is about.
extension FormulaChecker {
    mutating func checkPeers(_ figures: Formula.Part, _ group: PeerGroup) -> Kind? {
        let wasInside = isInsidePeers
        isInsidePeers = true
        let checked = checkFigures(figures)
        isInsidePeers = wasInside
        var isRight = checked != nil && checkPlace(of: group, in: figures)
        for selection in figures.formula.selections {
            guard let table = datasets[selection.dataset.text]?.table else { continue }
            if !check(group, in: table) { isRight = false }
        }
        guard isRight, !isInsidePeers, let kind = checked?.kind else { return nil }
        for peer in group.peers {
            for (selection, range) in figures.of(peer, in: group).selections {
                checkAddition(of: selection, at: range)
            }
        }
        // A mean has a decimal more than whole figures.
        return Kind(unit: kind.unit, frequency: kind.frequency, decimals: max(kind.decimals, 1))
    }

    /// Whether all figures ask the same of the dimension whose codes the peers take the place of; tells it where not.
    private mutating func checkPlace(of group: PeerGroup, in figures: Formula.Part) -> Bool {
        let asked = figures.formula.selections.map { selection in
            (selection, selection.conditions.filter { $0.dimension.text == group.dimension.text })
        }
        let meanings = asked.map {
            $1.map { ($0.excluding ? "!=" : "=") + $0.values.map(\.text).joined(separator: "|") }
        }
        guard let first = meanings.first, let place = meanings.firstIndex(where: { $0 != first }) else { return true }
        let (selection, conditions) = asked[place]
        let name = group.dimension.text
        addFault(
            .formulaSyntax,
            at: conditions.first.map(\.range) ?? selection.dataset.range,
            LocalizedText(
                en: "the figures ask different things of \(name), and each peer would take the place of both",
                da: "tallene spørger om forskelligt i \(name), og hver kode i listen ville træde i stedet for begge"
            ),
            hint: LocalizedText(
                en: "let all figures inside peers(…) ask the same of \(name); compare outside of it",
                da: "lad alle tal inde i peers(…) spørge om det samme i \(name); sammenlign uden for det"
            )
        )
        return false
    }

    private mutating func check(_ group: PeerGroup, in table: Table) -> Bool {
        guard let position = table.dimension(named: group.dimension.text) else {
            addUnknownName(
                group.dimension,
                known: table.dimensions.map(\.name),
                LocalizedText(
                    en: "\(table.name) has no dimension \"\(group.dimension.text)\"",
                    da: "\(table.name) har ingen dimension \"\(group.dimension.text)\""
                )
            )
            return false
        }
        let entries = table.dimensions[position].entries
        let own = entriesNamed(in: group.dimension.text, of: table, at: position)
        var isRight = true
        var taken: Set<Int> = []
        for peer in group.peers {
            let name = peer.name
            let meant = table.entries(named: name.text, in: position)
            if meant.isEmpty {
                isRight = false
                addUnknownPeer(name, in: table, group.dimension)
            } else if !taken.isDisjoint(with: meant) {
                isRight = false
                addFault(
                    .formulaName,
                    at: name.range,
                    LocalizedText(en: "\(name.text) is named twice", da: "\(name.text) er nævnt to gange"),
                    hint: LocalizedText(en: "name every peer once", da: "nævn hver én gang")
                )
            } else if let shared = own.first(where: { city in meant.contains { entries.share($0, city) } }) {
                isRight = false
                addOwnPeer(name, entries[shared].code)
            }
            taken.formUnion(meant)
        }
        return isRight
    }

    /// What the formula is about in a dimension: the codes that it names there, in the order of the dimension.
    ///
    /// A total, and a whole that holds another of them, is what it is compared with.
    private func entriesNamed(in dimension: String, of table: Table, at position: Int) -> [Int] {
        let entries = table.dimensions[position].entries
        let conditions = parsed.part.formula.selections.flatMap(\.conditions)
        let names = conditions.filter { $0.dimension.text == dimension }.flatMap(\.values).map(\.text)
        let named = names.reduce(into: Set<Int>()) { $0.formUnion(table.entries(named: $1, in: position)) }.sorted()
        return named.filter { place in
            !entries[place].isTotal && !named.contains { entries.isPart($0, of: place) }
        }
    }

    private mutating func addUnknownPeer(
        _ name: FigureSelection.Name,
        in table: Table,
        _ dimension: FigureSelection.Name
    ) {
        do throws(StoreError) {
            _ = try table.selection(of: dimension.text, values: [name.text])
        } catch {
            for fault in error.diagnostics { addFault(.formulaName, at: name.range, fault.message, hint: fault.hint) }
            return
        }
        addFault(
            .formulaName,
            at: name.range,
            LocalizedText(en: "\"\(name.text)\" is no single peer", da: "\"\(name.text)\" er ikke én kode"),
            hint: LocalizedText(en: "name the codes one by one", da: "nævn koderne én for én")
        )
    }

    private mutating func addOwnPeer(_ name: FigureSelection.Name, _ own: String) {
        addFault(
            .formulaName,
            at: name.range,
            name.text == own
                ? LocalizedText(
                    en: "\(own) is what the formula is about and would be held against itself",
                    da: "\(own) er det formlen handler om, og ville blive holdt op mod sig selv"
                )
                : LocalizedText(
                    en: "\(name.text) holds \(own), which the formula is about, or is held by it",
                    da: "\(name.text) rummer \(own), som formlen handler om, eller rummes af det"
                ),
            hint: LocalizedText(
                en: "name only peers that have nothing in common with \(own)",
                da: "nævn kun nogen der intet har til fælles med \(own)"
            )
        )
    }
}
