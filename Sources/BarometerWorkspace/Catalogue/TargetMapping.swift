import BarometerCore
import BarometerEvaluation
import Yams

/// The keys of one target of the catalogue.
struct TargetMapping {
    let mapping: CatalogueMapping
    /// What the figures count; nil where the formula is faulty.
    let unit: Unit?

    /// What the words of `comparator` ask for besides themselves.
    private enum Comparator {
        case atMost, atLeast, between, parity, yes

        var keys: [String] {
            switch self {
            case .atMost, .atLeast: ["value", "tolerance", "path", "milestones"]
            case .between: ["from", "to", "tolerance", "path", "milestones"]
            case .parity: ["value", "scale", "tolerance", "path", "milestones"]
            case .yes: []
            }
        }
    }

    /// What the words of `path` ask for.
    private enum Shape {
        case linear, geometric, logit, milestones, steps
    }

    /// The target; nil where something is missing or unreadable, which is told.
    func target() -> Target? {
        let comparator = mapping.choice(
            "comparator",
            among: [
                "at most": Comparator.atMost, "at least": .atLeast, "between": .between, "parity": .parity, "yes": .yes,
            ],
            required: true
        )
        let own = comparator?.keys ?? ["value", "from", "to", "scale", "tolerance", "path", "milestones"]
        mapping.allowOnly(
            ["comparator"] + own + ["baseline", "deadline", "ends", "adopted", "inForce", "id", "supersedes"]
        )
        let aim = comparator.flatMap { self.aim($0) }
        let tolerance = mapping.number("tolerance")
        let deadline = mapping.period("deadline", required: true)
        let baseline = mapping.mapping("baseline", required: true).flatMap { self.baseline($0) }
        let path = comparator == .yes ? .linear : self.path()
        let ends = mapping.period("ends")
        let adopted = adoption()
        guard let deadline, let baseline else { return nil }
        // What is unreadable is left out, so that what else is impossible is told in the same run.
        let target = Target(
            aim?.aim ?? .yes,
            tolerance: tolerance?.value ?? 0,
            baseline: baseline,
            deadline: deadline,
            path: aim == nil ? .linear : path ?? .linear,
            ends: ends,
            decimals: aim?.decimals ?? 0,
            adopted: adopted
        )
        for fault in target.faults() { tell(fault, of: target) }
        return aim == nil || path == nil ? nil : target
    }

    // MARK: Parts

    private func aim(_ comparator: Comparator) -> (aim: Target.Aim, decimals: Int)? {
        switch comparator {
        case .atMost: bound("value").map { (.atMost($0.value), $0.decimals) }
        case .atLeast: bound("value").map { (.atLeast($0.value), $0.decimals) }
        case .between: range()
        case .parity:
            bound("value").map { number in
                let scale = mapping.choice("scale", among: ["difference": Target.Scale.difference, "ratio": .ratio])
                return (.parity(number.value, scale ?? .difference), number.decimals)
            }
        case .yes: (.yes, 0)
        }
    }

    private func range() -> (aim: Target.Aim, decimals: Int)? {
        let bounds = (bound("from"), bound("to"))
        guard let from = bounds.0, let to = bounds.1 else { return nil }
        guard from.value <= to.value else {
            fault(
                .impossibleTarget,
                at: "to",
                LocalizedText(
                    en: "the upper bound is below the lower one",
                    da: "den øvre grænse ligger under den nedre"
                ),
                hint: LocalizedText(en: "exchange from and to", da: "byt om på from og to")
            )
            return nil
        }
        return (.between(from.value...to.value), max(from.decimals, to.decimals))
    }

    /// A number that bounds the target; of counts a whole one.
    private func bound(_ key: String) -> DecimalNumber? {
        let number = mapping.number(key, required: true)
        if let number, unit == .count, number.value != number.value.rounded() {
            fault(
                .impossibleTarget,
                at: key,
                LocalizedText(en: "the indicator counts whole things", da: "indikatoren tæller hele ting"),
                hint: LocalizedText(en: "write a whole number", da: "skriv et helt tal")
            )
        }
        return number
    }

    private func baseline(_ mapping: CatalogueMapping) -> Target.Baseline? {
        mapping.allowOnly(["period", "value"])
        let value = mapping.number("value")
        return mapping.period("period", required: true).map {
            Target.Baseline(period: $0, value: value?.value, decimals: value?.decimals)
        }
    }

    /// The path, which is linear where nothing is said; nil where it is faulty, which is told.
    ///
    /// A linear path with milestones goes over them.
    private func path() -> Target.Path? {
        let shape =
            mapping.node("path") == nil
            ? Shape.linear
            : mapping.choice(
                "path",
                among: [
                    "linear": Shape.linear, "geometric": .geometric, "logit": .logit, "milestones": .milestones,
                    "steps": .steps,
                ]
            )
        let needsMilestones = shape == .milestones || shape == .steps
        let nodes = mapping.items("milestones", required: needsMilestones)
        let milestones = nodes.compactMap(milestone)
        guard let shape, milestones.count == nodes.count else { return nil }
        if needsMilestones, mapping.node("milestones") == nil { return nil }
        switch shape {
        case .linear: return milestones.isEmpty ? .linear : .milestones(milestones)
        case .milestones: return .milestones(milestones)
        case .steps: return .steps(milestones)
        case .geometric, .logit:
            guard milestones.isEmpty else {
                fault(
                    .impossiblePath,
                    at: "milestones",
                    LocalizedText(
                        en: "a geometric or logit path has no milestones",
                        da: "en geometrisk eller logit-kurve har ingen milepæle"
                    ),
                    hint: LocalizedText(
                        en: "write path: milestones for straight lines between them, or path: steps",
                        da: "skriv path: milestones for rette linjer mellem dem, eller path: steps"
                    )
                )
                return nil
            }
            return shape == .geometric ? .geometric : .logit
        }
    }

    private func milestone(_ node: Node) -> Target.Milestone? {
        guard let item = mapping.file.mapping(node) else { return nil }
        item.allowOnly(["period", "value"])
        let parts = (item.period("period", required: true), item.number("value", required: true))
        guard let period = parts.0, let value = parts.1 else { return nil }
        return Target.Milestone(period: period, value: value.value)
    }

    /// `{on: …, by: …, text: …}`, or a text alone.
    private func adoption() -> Target.Adoption? {
        guard let node = mapping.node("adopted") else { return nil }
        let keys = ["on", "by", "text"]
        guard case .mapping(let parts) = node, parts.keys.contains(where: { keys.contains($0.scalar?.string ?? "") })
        else { return mapping.localizedText(node).map { Target.Adoption(text: $0) } }
        let adopted = CatalogueMapping(file: mapping.file, node: parts)
        adopted.allowOnly(keys)
        return Target.Adoption(
            on: adopted.period("on")?.lastDay,
            by: adopted.localizedText("by"),
            text: adopted.localizedText("text")
        )
    }

    // MARK: Faults

    private func tell(_ fault: Target.Fault, of target: Target) {
        let (code, node) = place(of: fault)
        mapping.addFault(code, at: node, target.message(for: fault), hint: target.hint(for: fault))
    }

    /// Where a fault is told: at the key that says it, for milestones at their periods.
    private func place(of fault: Target.Fault) -> (DiagnosticCode, Node) {
        func node(_ keys: String...) -> Node {
            keys.lazy.compactMap { mapping.node($0) }.first ?? .mapping(mapping.node)
        }
        func milestone(_ index: Int) -> Node {
            let item = mapping.items("milestones")[index]
            return item.mapping?["period"] ?? item
        }
        return switch fault {
        case .deadlineNotAfterBaseline: (.impossibleTarget, node("deadline"))
        case .endsBeforeDeadline: (.impossibleTarget, node("ends"))
        case .negativeTolerance: (.impossibleTarget, node("tolerance"))
        case .pathOfYesOrNo, .stepsWithoutMilestones, .notAShare: (.impossiblePath, node("path", "comparator"))
        case .notAboveZero: (.impossiblePath, node("path", "scale"))
        case .milestoneOutside(let index), .milestoneNotLater(let index): (.impossiblePath, milestone(index))
        }
    }

    private func fault(
        _ code: DiagnosticCode,
        at key: String,
        _ message: LocalizedText,
        hint: LocalizedText
    ) {
        if let node = mapping.node(key) { mapping.addFault(code, at: node, message, hint: hint) }
    }
}
