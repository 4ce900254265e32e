import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import Yams

/// The same indicator of another place, to hold the city against.
public struct GoalPeer: Sendable {
    /// The name of the place.
    public var name: String
    /// How much the place counts, such as the size of its target group at the baseline; above zero.
    public var weight: Double
    /// What is computed for the place, in the unit of the indicator.
    public var formula: CheckedFormula
}

/// Reads what an indicator of the catalogue says beside its formula and its targets.
struct BackgroundReading {
    let indicator: CatalogueMapping
    let unit: Unit?

    static let keys = ["margin", "limit", "rates", "baseline", "peers"]

    /// The largest change that does not matter; not below zero.
    func margin() -> Double? {
        guard let node = indicator.node("margin"), let number = indicator.number("margin") else { return nil }
        guard number.value > 0 else {
            indicator.addFault(
                at: node,
                LocalizedText(en: "the margin is not above zero", da: "margenen er ikke over nul"),
                hint: LocalizedText(
                    en: "write the largest change that does not matter, such as 0.5",
                    da: "skriv den største ændring der ikke betyder noget, som 0.5"
                )
            )
            return nil
        }
        return number.value
    }

    /// The natural floor or ceiling of figures that are no percentages; no target lies behind it.
    func limit(of targets: [Target]) -> Double? {
        guard let node = indicator.node("limit"), let limit = indicator.number("limit")?.value else { return nil }
        let isBehind = targets.contains { target in
            target.baseline.value.map { start in
                target.aim.bounds.contains { (start - limit) * ($0 - limit) < 0 }
            } ?? false
        }
        if isBehind {
            indicator.addFault(
                .impossibleTarget,
                at: node,
                LocalizedText(
                    en: "a target lies behind the limit, where the figures cannot go",
                    da: "et mål ligger bag grænsen, hvor tallene ikke kan komme hen"
                ),
                hint: LocalizedText(en: "correct the limit or the target", da: "ret grænsen eller målet")
            )
        }
        return limit
    }

    /// Which way is better for the two rates of a gap.
    func rateDirection() -> Indicator.Direction? {
        indicator.choice("rates", among: ["decrease": Indicator.Direction.decrease, "increase": .increase])
    }

    /// Where movement is counted from without a target, which has a baseline of its own.
    func baseline(hasTarget: Bool) -> Target.Baseline? {
        guard let node = indicator.node("baseline") else { return nil }
        guard !hasTarget else {
            indicator.addFault(
                at: node,
                LocalizedText(
                    en: "an indicator with a target has the baseline of the target",
                    da: "en indikator med et mål har målets udgangspunkt"
                ),
                hint: LocalizedText(
                    en: "move the baseline into the target, or delete it",
                    da: "flyt udgangspunktet ind i målet, eller slet det"
                )
            )
            return nil
        }
        guard let mapping = indicator.mapping("baseline") else { return nil }
        mapping.allowOnly(["period", "value"])
        let value = mapping.number("value")
        return mapping.period("period", required: true).map {
            Target.Baseline(period: $0, value: value?.value, decimals: value?.decimals)
        }
    }

    /// The places to compare with; names differ, weights are above zero, and units are that of the indicator.
    func peers(_ formula: (CatalogueMapping) -> CheckedFormula?) -> [GoalPeer] {
        var names: Set<String> = []
        return indicator.items("peers").compactMap { item in
            guard let mapping = indicator.file.mapping(item) else { return nil }
            mapping.allowOnly(["name", "weight", "formula"])
            let name = mapping.string("name", required: true)
            let weight = mapping.number("weight", required: true)
            let formula = formula(mapping)
            guard let name, let weight, let formula else { return nil }
            if !names.insert(name).inserted, let node = mapping.node("name") {
                mapping.addFault(
                    .repeatedKey,
                    at: node,
                    LocalizedText(en: "\(name) is a peer twice", da: "\(name) er sammenligningsby to gange"),
                    hint: LocalizedText(en: "keep one of them", da: "behold den ene")
                )
            }
            if let node = mapping.node("formula"), formula.source.text == indicator.string("formula") {
                mapping.addFault(
                    at: node,
                    LocalizedText(
                        en: "\(name) is the indicator itself, and nobody is his own peer",
                        da: "\(name) er indikatoren selv, og ingen er sin egen sammenligningsby"
                    ),
                    hint: LocalizedText(
                        en: "write the codes of the peer into the formula",
                        da: "skriv sammenligningsbyens koder i formlen"
                    )
                )
            }
            if weight.value <= 0, let node = mapping.node("weight") {
                mapping.addFault(
                    at: node,
                    LocalizedText(en: "the weight is not above zero", da: "vægten er ikke over nul"),
                    hint: LocalizedText(
                        en: "write the size of the group at the baseline, or leave the place out",
                        da: "skriv gruppens størrelse ved udgangspunktet, eller udelad stedet"
                    )
                )
            }
            if let unit, formula.unit != unit, let node = mapping.node("formula") {
                mapping.addFault(
                    .formulaUnit,
                    at: node,
                    LocalizedText(
                        en: "the peer is in \(formula.unit.symbol) and the indicator in \(unit.symbol)",
                        da: "sammenligningsbyen er i \(formula.unit.symbol), og indikatoren i \(unit.symbol)"
                    ),
                    hint: LocalizedText(
                        en: "write the formula of the indicator with the codes of the peer",
                        da: "skriv indikatorens formel med sammenligningsbyens koder"
                    )
                )
            }
            return GoalPeer(name: name, weight: weight.value, formula: formula)
        }
    }
}
