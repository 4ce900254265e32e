import BarometerCore
import BarometerEvaluation
import Yams

/// Reads what the catalogue says of an indicator's targets: one under `target`, or every one that was ever adopted
/// under `targets`.
///
/// All faults are told in one run, each where it stands.
struct TargetReading {
    /// The entry of the indicator.
    let indicator: CatalogueMapping
    /// What the figures count; nil where the formula is faulty.
    let unit: Unit?

    /// The register, empty for a goal without target; nil where a target is faulty, which is told.
    func register() -> TargetRegister? {
        let single = indicator.node("target")
        let list = indicator.node("targets")
        if single != nil, let list {
            indicator.addFault(
                .repeatedKey,
                at: list,
                LocalizedText(
                    en: "the indicator has both target and targets",
                    da: "indikatoren har både target og targets"
                ),
                hint: LocalizedText(en: "put all of them under targets", da: "sæt alle under targets")
            )
        }
        let nodes = [single].compactMap { $0 } + indicator.items("targets")
        var parts: [(node: Node, mapping: CatalogueMapping)] = []
        var entries: [TargetRegister.Entry] = []
        for node in nodes {
            guard let mapping = indicator.file.mapping(node), let entry = entry(mapping) else { continue }
            parts.append((node, mapping))
            entries.append(entry)
        }
        // Where one cannot be read, nothing can be said of how the others follow each other.
        guard entries.count == nodes.count else { return nil }
        for fault in TargetRegister.faults(in: entries) { tell(fault, of: parts, entries) }
        return TargetRegister(entries)
    }

    private func entry(_ mapping: CatalogueMapping) -> TargetRegister.Entry? {
        let target = TargetMapping(mapping: mapping, unit: unit).target()
        let inForce = mapping.mapping("inForce")
        inForce?.allowOnly(["from", "to"])
        let from = inForce?.period("from")?.firstDay
        let to = inForce?.period("to")?.lastDay
        let (id, supersedes) = (mapping.string("id"), mapping.string("supersedes"))
        return target.map { TargetRegister.Entry(id: id, $0, from: from, to: to, supersedes: supersedes) }
    }

    private func tell(
        _ fault: TargetRegister.Fault,
        of parts: [(node: Node, mapping: CatalogueMapping)],
        _ entries: [TargetRegister.Entry]
    ) {
        func node(_ entry: Int, _ keys: String...) -> Node {
            keys.lazy.compactMap { parts[entry].mapping.node($0) }.first ?? parts[entry].node
        }
        switch fault {
        case .repeatedID(let entry):
            indicator.addFault(
                .repeatedKey,
                at: node(entry, "id"),
                LocalizedText(en: "another target has this id", da: "et andet mål har dette id"),
                hint: LocalizedText(en: "rename one of them", da: "omdøb det ene")
            )
        case .unknownPredecessor(let entry):
            let (name, known) = (entries[entry].supersedes ?? "", entries.compactMap(\.id))
            indicator.addFault(
                .unknownReference,
                at: node(entry, "supersedes"),
                LocalizedText(en: "no target has the id \"\(name)\"", da: "intet mål har id'et \"\(name)\""),
                hint: didYouMean(name, among: known)
                    ?? LocalizedText(
                        en: "give the target that it replaces an id",
                        da: "giv det mål som det afløser, et id"
                    )
            )
        case .supersededTwice(let entry):
            indicator.addFault(
                .overlappingTargets,
                at: node(entry, "supersedes"),
                LocalizedText(
                    en: "the target was superseded by another one already",
                    da: "målet er allerede afløst af et andet"
                ),
                hint: LocalizedText(en: "name the target that was in force last", da: "nævn det mål der gjaldt sidst")
            )
        case .notAfterPredecessor(let entry):
            indicator.addFault(
                .overlappingTargets,
                at: node(entry, "supersedes"),
                LocalizedText(
                    en: "the target is not in force later than the one it supersedes",
                    da: "målet gælder ikke fra et senere tidspunkt end det som det afløser"
                ),
                hint: LocalizedText(
                    en: "say when it was adopted, or in force from when",
                    da: "angiv hvornår det blev vedtaget, eller hvornår det gælder fra"
                )
            )
        case .endsBeforeItStarts(let entry):
            indicator.addFault(
                .overlappingTargets,
                at: node(entry, "inForce"),
                LocalizedText(
                    en: "the last day in force is before the first",
                    da: "den sidste dag målet gælder, ligger før den første"
                ),
                hint: LocalizedText(en: "correct one of the two", da: "ret den ene af de to")
            )
        case .overlap(let entry, let other, let day):
            let name = entries[other].id.map { " \"\($0)\"" } ?? ""
            let on = (en: day.map { " on \($0)" } ?? "", da: day.map { " den \($0)" } ?? "")
            indicator.addFault(
                .overlappingTargets,
                at: node(entry, "inForce", "adopted"),
                LocalizedText(
                    en: "the target and the one\(name) before it are both in force\(on.en)",
                    da: "målet og det foregående\(name) gælder begge\(on.da)"
                ),
                hint: LocalizedText(
                    en: "say with supersedes which one it replaces, or with inForce from when to when each holds",
                    da: "angiv med supersedes hvilket det afløser, eller med inForce hvornår hvert af dem gælder"
                )
            )
        }
    }
}
