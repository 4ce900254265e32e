import BarometerCore
import BarometerEvaluation
import BarometerIndicators

/// The words and forms of a language: periods, figures with their units, spans of time.
package struct Wording: Sendable {
    let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// The wording of this language.
    package func callAsFunction(en: String, da: String) -> String {
        language == .danish ? da : en
    }

    // MARK: Periods

    private static let months = [
        LocalizedText(en: "January", da: "januar"), LocalizedText(en: "February", da: "februar"),
        LocalizedText(en: "March", da: "marts"), LocalizedText(en: "April", da: "april"),
        LocalizedText(en: "May", da: "maj"), LocalizedText(en: "June", da: "juni"),
        LocalizedText(en: "July", da: "juli"), LocalizedText(en: "August", da: "august"),
        LocalizedText(en: "September", da: "september"), LocalizedText(en: "October", da: "oktober"),
        LocalizedText(en: "November", da: "november"), LocalizedText(en: "December", da: "december"),
    ]
    private static let ordinals = ["first", "second", "third", "fourth"]

    /// A period in running text, with "the" where English wants it.
    func period(_ period: Period) -> String {
        guard period.length == 1 else {
            let first = Period(period.frequency, ordinal: period.ordinal - period.length + 1)
            let last = Period(period.frequency, ordinal: period.ordinal)
            return "\(self.period(first))–\(self.period(last))"
        }
        let part = period.part
        return switch period.frequency {
        case .annual: "\(period.year)"
        case .halfYearly:
            self(en: "the \(Wording.ordinals[part - 1]) half of \(period.year)", da: "\(part). halvår \(period.year)")
        case .quarterly:
            self(
                en: "the \(Wording.ordinals[part - 1]) quarter of \(period.year)",
                da: "\(part). kvartal \(period.year)"
            )
        case .monthly: "\(Wording.months[part - 1][language]) \(period.year)"
        case .weekly: self(en: "week \(part) of \(period.year)", da: "uge \(part) i \(period.year)")
        case .daily: day(period.firstDay)
        }
    }

    /// A day in running text, the month as a word.
    func day(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        let name = Wording.months[month - 1][language]
        return self(en: "\(number) \(name) \(year)", da: "\(number). \(name) \(year)")
    }

    /// A period in a table or heading, without "the".
    func heading(_ period: Period) -> String {
        let text = self.period(period)
        return text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
    }

    /// "in 2017", "on 16 November 2021".
    func within(_ period: Period) -> String {
        let preposition = period.frequency == .daily ? self(en: "on", da: "den") : self(en: "in", da: "i")
        return "\(preposition) \(self.period(period))"
    }

    /// "by the end of 2014".
    func byEnd(of period: Period) -> String {
        if period.frequency == .daily {
            return self(en: "by \(self.period(period))", da: "senest \(self.period(period))")
        }
        let (_, month, day) = period.lastDay.components
        let end = month == 12 && day == 31 ? "\(period.year)" : self.period(period)
        return self(en: "by the end of \(end)", da: "inden udgangen af \(end)")
    }

    /// A span of half-years in years: "3 years", "3½ år".
    func span(halfYears: Int) -> String {
        let half = halfYears % 2 == 0 ? "" : "½"
        let years = halfYears / 2 == 0 && !half.isEmpty ? half : "\(halfYears / 2)\(half)"
        return self(en: halfYears == 2 || halfYears == 1 ? "\(years) year" : "\(years) years", da: "\(years) år")
    }

    // MARK: Figures

    /// A figure without its unit: "8,9".
    func number(_ value: Double, decimals: Int, signed: Bool = false) -> String {
        NumberText.forPeople(value, decimals: decimals, in: language, signed: signed)
    }

    /// A figure with its unit: "8,9 procentpoint", "29 %".
    func figure(_ value: Double, decimals: Int, unit: Unit, signed: Bool = false) -> String {
        let name = self.unit(unit, of: value)
        let number = number(value, decimals: decimals, signed: signed)
        return name.isEmpty ? number : number + NumberText.noBreakSpace + name
    }

    /// The name of a unit behind a figure.
    func unit(_ unit: Unit, of value: Double = 2) -> String {
        switch unit {
        case .percent: "%"
        case .percentagePoints:
            self(en: value.magnitude == 1 ? "percentage point" : "percentage points", da: "procentpoint")
        case .count: ""
        case .other(let name): name
        }
    }

    /// "at most 5.8".
    func target(_ target: Target, decimals: Int, unit: Unit? = nil) -> String {
        func written(_ value: Double) -> String {
            unit.map { figure(value, decimals: decimals, unit: $0) } ?? number(value, decimals: decimals)
        }
        switch target.aim {
        case .atMost(let value): return self(en: "at most \(written(value))", da: "højst \(written(value))")
        case .atLeast(let value): return self(en: "at least \(written(value))", da: "mindst \(written(value))")
        case .between(let range):
            let lower = number(range.lowerBound, decimals: decimals)
            let upper = written(range.upperBound)
            return self(en: "between \(lower) and \(upper)", da: "mellem \(lower) og \(upper)")
        case .parity(let value, _): return self(en: "equal to \(written(value))", da: "lig med \(written(value))")
        case .yes: return self(en: "yes", da: "ja")
        }
    }

    /// When, by whom and in which paper a target was adopted, as far as it is known.
    func adoption(_ adopted: Target.Adoption) -> String {
        [adopted.by?[language], adopted.on.map { day($0) }, adopted.text?[language]].compactMap { $0 }
            .joined(separator: ", ")
    }

    /// When a headline word is given, in one sentence.
    func meaning(of code: Headline.Code) -> String {
        switch code {
        case .met:
            self(
                en: "The figure meets the target, at the deadline or before it.",
                da: "Tallet opfylder målet, ved fristen eller før den."
            )
        case .metSlipping:
            self(
                en: "The target was met, and the figure is getting worse or no longer meets it.",
                da: "Målet var opfyldt, og tallet bliver værre eller opfylder det ikke længere."
            )
        case .onSchedule:
            self(
                en: "At least 95 % of the way that the time gone allows for.",
                da: "Mindst 95 % af den vej, som den gåede tid giver plads til."
            )
        case .behindReachable:
            self(
                en: "At least 60 % of that way, or the pace now needed was once kept up over as long a time.",
                da: "Mindst 60 % af den vej, eller det nødvendige tempo er før holdt over så lang tid."
            )
        case .behindUnprecedented:
            self(
                en: "Less than 60 % of that way, and the pace now needed was never seen over so long a time.",
                da: "Mindre end 60 % af den vej, og det nødvendige tempo er aldrig set over så lang tid."
            )
        case .wrongWay:
            self(
                en: "Worse than the baseline and not getting better.",
                da: "Værre end udgangspunktet og ikke i bedring."
            )
        case .missed:
            self(
                en: "The figure of the deadline does not meet the target.",
                da: "Tallet for fristen opfylder ikke målet."
            )
        case .undetermined:
            self(en: "The figures do not allow for a word.", da: "Tallene giver ikke grundlag for et ord.")
        case .notAssessable:
            self(
                en: "There is no target value, no figure to judge by, or a break in the series.",
                da: "Der er ingen talværdi for målet, intet tal at vurdere ud fra, eller et brud i serien."
            )
        }
    }

    /// The word of a movement.
    func verdict(_ change: Movement.Change) -> String {
        switch change.verdict {
        case .better: self(en: "better", da: "bedre")
        case .worse: self(en: "worse", da: "værre")
        case .stable where change.isImmaterial: self(en: "too little to matter", da: "for lidt til at betyde noget")
        case .stable: self(en: "unchanged", da: "uændret")
        case .undetermined where change.brokenBy != nil: self(en: "cannot be compared", da: "kan ikke sammenlignes")
        case .undetermined: self(en: "within usual fluctuation", da: "inden for sædvanlige udsving")
        }
    }

    /// What sets the size below which a change is usual fluctuation.
    func source(of floor: NoiseFloor) -> String {
        switch floor.setBy {
        case .process: self(en: "by chance alone", da: "af tilfældige grunde alene")
        case .revisions: self(en: "by usual revisions", da: "af sædvanlige revisioner")
        case .rounding: self(en: "by rounding", da: "af afrunding")
        }
    }

    /// A probability from 0 to 1 in whole percent; what is nearly sure either way is not given more exactly.
    func probability(_ share: Double) -> String {
        let percent = NumberText.noBreakSpace + "%"
        if share < 0.01 { return "< 1" + percent }
        if share > 0.99 { return "> 99" + percent }
        return number(100 * share, decimals: 0) + percent
    }

    /// The word of a colour of the city's former scheme.
    func colour(_ colour: CopenhagenScheme.Colour) -> String {
        switch colour {
        case .green:
            self(en: "green: the right way since the baseline", da: "grøn: den rigtige vej siden udgangspunktet")
        case .yellow:
            self(
                en: "yellow: no significant change since the baseline",
                da: "gul: ingen sikker ændring siden udgangspunktet"
            )
        case .red: self(en: "red: the wrong way since the baseline", da: "rød: den forkerte vej siden udgangspunktet")
        case .white: self(en: "white: cannot be measured", da: "hvid: kan ikke måles")
        }
    }

    /// Why a value is missing, or what is to be known about it; empty for ordinary values.
    func status(_ status: ObservationStatus) -> String {
        switch status {
        case .normal: ""
        case .provisional: self(en: "preliminary", da: "foreløbigt")
        case .estimated: self(en: "estimated", da: "skønnet")
        case .forecast: self(en: "forecast", da: "prognose")
        case .nilValue: self(en: "nil", da: "nul")
        case .notAvailable: self(en: "not available", da: "ikke oplyst")
        case .uncertainOrConfidential: self(en: "too uncertain or confidential", da: "for usikkert eller fortroligt")
        case .confidential: self(en: "confidential", da: "fortroligt")
        case .cannotOccur: self(en: "cannot occur", da: "kan ikke forekomme")
        case .notYetAvailable: self(en: "not yet available", da: "foreligger ikke endnu")
        case .empty: self(en: "left empty", da: "ikke udfyldt")
        }
    }
}
