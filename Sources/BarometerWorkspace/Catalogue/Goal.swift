import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import Yams

/// An indicator of the catalogue with the targets that were set for it.
public struct Goal: Sendable {
    /// What is measured; where a target says which way is better, its direction is that of the target.
    public var indicator: Indicator
    /// What was promised and when; empty for a goal that only has a direction, and for context figures.
    public var targets: TargetRegister
    /// The ids of the datasets that the formula and those of the peers use, each once, in the order of the catalogue.
    public var datasets: [String]
    /// What else the catalogue says of the indicator, without the figures of its peers.
    public var background: Assessment.Background
    /// The places that the city is held against.
    public var peers: [GoalPeer]
}

extension Goal {
    private static let keys =
        [
            "title", "definition", "theme", "role", "direction", "formula", "decimals", "target", "targets", "caveats",
            "breaks",
        ] + BackgroundReading.keys

    /// Reads the indicators of a file with the key `indicators`; formulas are checked against the datasets.
    ///
    /// - Parameter areDatasetsWhole: false where a dataset could not be loaded; faults of formulas are then not told.
    static func read(_ file: CatalogueFile, datasets: [String: Dataset], areDatasetsWhole: Bool) -> [Goal] {
        guard let top = file.top() else { return [] }
        top.allowOnly(["indicators"])
        guard let indicators = top.mapping("indicators", required: true) else { return [] }
        return indicators.entries.compactMap { entry in
            guard let mapping = file.mapping(entry.value) else { return nil }
            return Goal(mapping, id: entry.name, datasets: datasets, areDatasetsWhole: areDatasetsWhole)
        }
    }

    private init?(
        _ mapping: CatalogueMapping,
        id: String,
        datasets: [String: Dataset],
        areDatasetsWhole: Bool
    ) {
        mapping.allowOnly(Goal.keys)
        let title = mapping.localizedText("title", required: true)
        let definition = mapping.localizedText("definition", required: true)
        let role = mapping.choice("role", among: ["goal": Indicator.Role.goal, "context": .context]) ?? .goal
        let formula = mapping.formula(datasets: datasets, areDatasetsWhole: areDatasetsWhole)
        let targets = TargetReading(indicator: mapping, unit: formula?.unit).register()
        let direction = mapping.choice(
            "direction",
            among: ["decrease": Indicator.Direction.decrease, "increase": .increase],
            required: mapping.node("target") == nil && mapping.node("targets") == nil
        )
        let ways = targets?.entries.map(\.target.aim.direction) ?? []
        if let direction, let node = mapping.node("direction"), ways.contains(where: { $0 ?? direction != direction }) {
            mapping.addFault(
                .impossibleTarget,
                at: node,
                LocalizedText(
                    en: "the direction contradicts the target's comparator",
                    da: "retningen modsiger målets højst eller mindst"
                ),
                hint: LocalizedText(
                    en: "\"at most\" goes with decrease, \"at least\" with increase",
                    da: "\"at most\" hører til decrease, \"at least\" til increase"
                )
            )
        }
        let decimals = mapping.choice("decimals", among: ["0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6])
        let caveats = mapping.items("caveats").compactMap { mapping.localizedText($0) }
        let breaks = mapping.items("breaks").compactMap { Indicator.Break($0, in: mapping) }
        let reading = BackgroundReading(indicator: mapping, unit: formula?.unit)
        background = Assessment.Background(
            breaks: breaks,
            baseline: reading.baseline(hasTarget: targets.map { !$0.entries.isEmpty } ?? true),
            margin: reading.margin(),
            limit: reading.limit(of: targets?.entries.map(\.target) ?? []),
            rateDirection: reading.rateDirection()
        )
        peers = reading.peers { $0.formula(datasets: datasets, areDatasetsWhole: areDatasetsWhole) }
        guard let title, let definition, let formula, let targets else { return nil }
        self.targets = targets
        // Between two values and at parity neither way is better for good; it only counts while no target is in force.
        guard let way = ways.last.flatMap({ $0 }) ?? direction ?? (ways.isEmpty ? nil : .increase) else { return nil }
        indicator = Indicator(
            id: id,
            title: title,
            definition: definition,
            theme: mapping.localizedText("theme"),
            role: role,
            direction: way,
            formula: formula,
            decimals: decimals ?? formula.decimals,
            breaks: breaks,
            caveats: caveats
        )
        let names = ([formula] + peers.map(\.formula)).flatMap(\.formula.formula.datasets)
        self.datasets = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}

extension CatalogueMapping {
    fileprivate func formula(datasets: [String: Dataset], areDatasetsWhole: Bool) -> CheckedFormula? {
        guard let node = node("formula", required: true), let text = string(node) else { return nil }
        let source = FormulaSource(text, lines: file.lines(of: node))
        do throws(FormulaError) {
            return try CheckedFormula(source, datasets: datasets)
        } catch {
            // Where a dataset is faulty, what is wrong with it was told already.
            if areDatasetsWhole { file.add(error.diagnostics) }
            return nil
        }
    }
}

extension Indicator.Break {
    fileprivate init?(_ node: Node, in mapping: CatalogueMapping) {
        guard let item = mapping.file.mapping(node) else { return nil }
        item.allowOnly(["period", "reason"])
        let parts = (item.period("period", required: true), item.localizedText("reason", required: true))
        guard let period = parts.0, let reason = parts.1 else { return nil }
        self.init(period: period, reason: reason)
    }
}
