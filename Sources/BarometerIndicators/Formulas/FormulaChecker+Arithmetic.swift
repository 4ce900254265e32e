import BarometerCore

/// Units of figures that are joined by signs.
extension FormulaChecker {
    mutating func checkCombined(
        _ sign: Formula.Operator,
        _ left: Formula.Part,
        _ right: Formula.Part,
        at range: Range<Int>
    ) -> Kind? {
        let kinds = (check(left), check(right))
        guard let first = kinds.0, let second = kinds.1 else { return nil }
        switch sign {
        case .minus:
            // The rest of a share is a share, and no difference of two.
            if left.formula.isHundred, second.unit == .percent { return second }
            return difference(first, second, at: range, right)
        case .plus: return sum(first, second, at: range, right)
        case .times: return product(first, second, at: range, right)
        case .over: return quotient(first, second, at: range, right)
        }
    }

    /// The difference of two figures, as `gap` and the minus sign make it.
    mutating func checkDifference(_ left: Formula.Part, _ right: Formula.Part, at range: Range<Int>) -> Kind? {
        let kinds = (check(left), check(right))
        guard let first = kinds.0, let second = kinds.1 else { return nil }
        return difference(first, second, at: range, right)
    }

    mutating func checkNegation(_ figures: Formula.Part, at range: Range<Int>) -> Kind? {
        guard let kind = check(figures) else { return nil }
        guard kind.unit != .percent else {
            addFault(
                .formulaUnit,
                at: range,
                LocalizedText(en: "a share of a whole is not negative", da: "en andel af en helhed er ikke negativ"),
                hint: LocalizedText(
                    en: "write 100 - x for the rest of a share, or gap(a, b) for a difference",
                    da: "skriv 100 - x for resten af en andel, eller gap(a, b) for en forskel"
                )
            )
            return nil
        }
        return kind
    }

    private mutating func difference(_ left: Kind, _ right: Kind, at range: Range<Int>, _ last: Formula.Part) -> Kind? {
        guard left.unit == right.unit else {
            addUnequalUnits(left.unit, right.unit, at: range)
            return nil
        }
        return joined(left, right, unit: left.unit?.ofDifference, at: last)
    }

    private mutating func sum(_ left: Kind, _ right: Kind, at range: Range<Int>, _ last: Formula.Part) -> Kind? {
        guard left.unit == right.unit else {
            addUnequalUnits(left.unit, right.unit, at: range)
            return nil
        }
        if let unit = left.unit, !unit.canBeAdded {
            addFault(
                .formulaUnit,
                at: range,
                LocalizedText(
                    en: "figures in \(unit.words.en) do not add up",
                    da: "tal i \(unit.words.da) kan ikke lægges sammen"
                ),
                hint: LocalizedText(
                    en: "compute a rate of counts added up, as in rate(a + b, c), or a mean with peers(…)",
                    da: "beregn en rate af antal lagt sammen, som rate(a + b, c), eller et gennemsnit med peers(…)"
                )
            )
            return nil
        }
        return joined(left, right, unit: left.unit, at: last)
    }

    private mutating func product(_ left: Kind, _ right: Kind, at range: Range<Int>, _ last: Formula.Part) -> Kind? {
        guard let first = left.unit else { return joined(left, right, unit: right.unit, at: last) }
        guard let second = right.unit else { return joined(left, right, unit: first, at: last) }
        guard let unit = first.multiplied(by: second) else {
            addFault(
                .formulaUnit,
                at: range,
                LocalizedText(
                    en: "\(first.words.en) times \(second.words.en) has no unit of the field",
                    da: "\(first.words.da) gange \(second.words.da) har ingen faglig enhed"
                ),
                hint: LocalizedText(
                    en: "multiply by a plain number or a ratio; for a number of persons take their counts",
                    da: "gang med et rent tal eller et forhold; for et antal personer tag deres antal"
                )
            )
            return nil
        }
        return joined(left, right, unit: unit, at: last)
    }

    private mutating func quotient(_ left: Kind, _ right: Kind, at range: Range<Int>, _ last: Formula.Part) -> Kind? {
        guard let second = right.unit else {
            guard last.formula.constant != 0 else {
                addFault(
                    .formulaUnit,
                    at: last.range,
                    LocalizedText(en: "the formula divides by zero", da: "formlen deler med nul"),
                    hint: LocalizedText(en: "divide by another number", da: "del med et andet tal")
                )
                return nil
            }
            return joined(left, right, unit: left.unit, decimals: max(left.decimals, 1), at: last)
        }
        let unit =
            left.unit.map { $0.divided(by: second) } ?? (second == .ratio ? .ratio : .other("1/\(second.symbol)"))
        guard let unit else {
            addUnequalUnits(left.unit, second, at: range)
            return nil
        }
        return joined(left, right, unit: unit, decimals: max(left.decimals, 2), at: last)
    }

    private mutating func addUnequalUnits(_ left: Unit?, _ right: Unit?, at range: Range<Int>) {
        let words = [left, right].map { $0?.words ?? LocalizedText(en: "plain numbers", da: "rene tal") }
        let areShares = left?.isOfShares == true && right?.isOfShares == true
        let hasNumber = left == nil || right == nil
        let hint: LocalizedText =
            if areShares {
                LocalizedText(
                    en: "percent and percentage points differ: bring both to one unit, or correct unit in the dataset",
                    da: "procent og procentpoint er forskellige: bring begge til én enhed, eller ret unit i datasættet"
                )
            } else if hasNumber {
                LocalizedText(
                    en: "a plain number scales with * or /, and 100 - x is the rest of a share",
                    da: "et rent tal skalerer med * eller /, og 100 - x er resten af en andel"
                )
            } else {
                LocalizedText(
                    en: "bring both to one unit, as counts become a share with rate(part, whole)",
                    da: "bring begge til én enhed, som antal bliver til en andel med rate(del, helhed)"
                )
            }
        addFault(
            .formulaUnit,
            at: range,
            LocalizedText(
                en: "\(words[0].en) and \(words[1].en) do not go together",
                da: "\(words[0].da) og \(words[1].da) går ikke sammen"
            ),
            hint: hint
        )
    }
}

extension Formula {
    /// The number that a formula without figures has in all periods; nil with figures, or where a zero divides.
    var constant: Double? {
        switch self {
        case .number(let number): return number
        case .negated(let part): return part.formula.constant.map { -$0 }
        case .combined(let sign, let left, let right):
            guard let first = left.formula.constant, let second = right.formula.constant else { return nil }
            return sign.apply(first, second)
        default: return nil
        }
    }

    /// Whether this is the number 100, of which a percentage can be taken to leave the rest.
    var isHundred: Bool { constant == 100 }
}

extension Formula.Operator {
    /// The sign at work; nil for a division by zero.
    func apply(_ left: Double, _ right: Double) -> Double? {
        switch self {
        case .plus: left + right
        case .minus: left - right
        case .times: left * right
        case .over: right == 0 ? nil : left / right
        }
    }
}
