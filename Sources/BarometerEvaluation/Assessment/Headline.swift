import BarometerCore
import BarometerIndicators

/// The one word for the front page, with the rule that gave it.
public struct Headline: Sendable {
    /// The words, from the best to the ones that cannot tell.
    public enum Code: String, Sendable, CaseIterable {
        case met, metSlipping, onSchedule, behindReachable, behindUnprecedented, wrongWay, missed
        case undetermined, notAssessable

        /// The word as people read it.
        public var word: LocalizedText {
            switch self {
            case .met: LocalizedText(en: "met", da: "nået")
            case .metSlipping: LocalizedText(en: "met, but slipping", da: "nået, men glider")
            case .onSchedule: LocalizedText(en: "on schedule", da: "på sporet")
            case .behindReachable: LocalizedText(en: "behind, reachable", da: "bagud, kan nås")
            case .behindUnprecedented: LocalizedText(en: "behind, without precedent", da: "bagud, uden fortilfælde")
            case .wrongWay: LocalizedText(en: "wrong way", da: "forkert vej")
            case .missed: LocalizedText(en: "missed", da: "ikke nået")
            case .undetermined: LocalizedText(en: "undetermined", da: "kan ikke afgøres")
            case .notAssessable: LocalizedText(en: "not assessable", da: "kan ikke vurderes")
            }
        }
    }

    /// Why a goal cannot be assessed.
    public enum Reason: String, Sendable {
        case noFigure, noTarget, noPath, impossiblePath, nothingInBetween, onlyBaseline, noFigureForDeadline, broken

        /// The reason as a clause.
        public var text: LocalizedText {
            switch self {
            case .noFigure: LocalizedText(en: "there is no figure", da: "der er intet tal")
            case .noTarget: LocalizedText(en: "the goal has no target value", da: "målet har ingen talværdi")
            case .noPath:
                LocalizedText(
                    en: "the deadline is not after the baseline",
                    da: "fristen ligger ikke efter udgangspunktet"
                )
            case .impossiblePath:
                LocalizedText(
                    en: "no path of the declared form leads from the baseline to the target",
                    da: "ingen vej af den vedtagne form fører fra udgangspunktet til målet"
                )
            case .nothingInBetween:
                LocalizedText(
                    en: "there is nothing between no and yes before the deadline",
                    da: "der er intet mellem nej og ja før fristen"
                )
            case .onlyBaseline:
                LocalizedText(en: "there is no figure after the baseline", da: "der er intet tal efter udgangspunktet")
            case .noFigureForDeadline:
                LocalizedText(
                    en: "the deadline has passed and there is no figure for it or later",
                    da: "fristen er passeret, og der er intet tal for den eller senere"
                )
            case .broken:
                LocalizedText(
                    en: "the series is broken after the baseline",
                    da: "serien er brudt efter udgangspunktet"
                )
            }
        }
    }

    /// The word itself; only `notAssessable` comes with a reason.
    public var code: Code
    /// Whether another word is nearly as likely; nil where no probabilities are known.
    public var isLeaning: Bool?
    /// Why, for `notAssessable`.
    public var reason: Reason?
    /// The rule that gave the word, in words.
    public var rule: LocalizedText
}

extension Headline {
    /// The word for an assessment: the first rule that fires, in the order of the method.
    init(
        target: Target?,
        edition: Period,
        latest: Assessment.LatestFigure?,
        baseline: Assessment.BaselineFigure?,
        level: Level?,
        decisive: Double?,
        isBroken: Bool,
        trajectory: Trajectory?,
        pace: Pace?,
        isBeyond: Bool,
        movement: Movement?,
        probabilities: PaceProbabilities?
    ) {
        guard latest != nil else { self = .notAssessable(.noFigure); return }
        guard let target, let level else { self = .notAssessable(.noTarget); return }
        if edition.halfYear > target.deadline.halfYear, decisive == nil {
            self = .notAssessable(.noFigureForDeadline)
            return
        }
        if isBroken { self = .notAssessable(.broken); return }
        if let decisive {
            self = .afterDeadline(
                wasMet: target.isMet(by: decisive),
                // Figures behind a later break cannot change what the deadline decided.
                isMet: movement?.sinceBaseline?.brokenBy == nil ? level.met : target.isMet(by: decisive)
            )
            return
        }
        guard movement?.sinceBaseline != nil || target.aim == .yes else {
            self = .notAssessable(.onlyBaseline)
            return
        }
        let recent = movement?.sinceLastEdition ?? movement?.sincePreviousFigure
        if level.met {
            self =
                recent?.verdict == .worse
                ? .given(
                    .metSlipping,
                    en: "the target is met and the latest change is for the worse",
                    da: "målet er opfyldt, og den seneste ændring er til det værre"
                )
                : .given(
                    .met,
                    en: "the target is met, and the latest change is not for the worse",
                    da: "målet er opfyldt, og den seneste ændring er ikke til det værre"
                )
            return
        }
        if target.aim == .yes { self = .notAssessable(.nothingInBetween); return }
        guard let trajectory else {
            let hasTime = baseline.map { target.deadline.halfYear > $0.period.halfYear } ?? false
            self = .notAssessable(hasTime ? .impossiblePath : .noPath)
            return
        }
        // How far it is from the target says nothing of where it is going once it has passed it.
        if isBeyond, recent?.verdict != .better {
            self = .given(
                .wrongWay,
                en: "the value has passed the target and does not come back",
                da: "værdien er gået forbi målet og kommer ikke tilbage"
            )
            return
        }
        guard let pace, let index = pace.index else {
            self = trajectory.isLevel && movement?.sinceBaseline != nil ? .lost : .notAssessable(.onlyBaseline)
            return
        }
        if let probabilities, !WordClass.allCases.contains(where: { $0.probability(by: probabilities) >= 0.5 }) {
            self = .given(
                .undetermined,
                en: "neither on schedule nor behind nor the wrong way has a probability of 50 %",
                da: "hverken på sporet, bagud eller forkert vej har en sandsynlighed på 50 %"
            )
            return
        }
        defer {
            if target.path != .linear {
                rule.en += "; measured on the straight way"
                rule.da += "; målt på den lige vej"
            }
            isLeaning = WordClass(of: code).flatMap { word in
                probabilities.map { word.probability(by: $0) < 0.8 - Target.tolerance }
            }
        }
        let scheduleClass = ScheduleClass(index: index)
        if scheduleClass == .wrongWay, recent?.verdict != .better {
            self = .given(
                .wrongWay,
                en: "the value is worse than the baseline and did not get better",
                da: "værdien er værre end udgangspunktet og blev ikke bedre"
            )
        } else if scheduleClass == .onSchedule {
            self = .given(
                .onSchedule,
                en: "at least 95 % of the way that the time allows for",
                da: "mindst 95 % af den vej tiden giver plads til"
            )
        } else if scheduleClass == .slightlyBehind {
            self = .given(
                .behindReachable,
                en: "at least 60 % of the way that the time allows for",
                da: "mindst 60 % af den vej tiden giver plads til"
            )
        } else if pace.isWithinRecord {
            self = .given(
                .behindReachable,
                en: "less than 60 % of the way that the time allows for, but the required pace was kept up before",
                da: "mindre end 60 % af den vej tiden giver plads til, men det nødvendige tempo er holdt før"
            )
        } else if pace.feasibility?.own == nil, pace.feasibility?.peers == nil {
            self = .given(
                .behindUnprecedented,
                en: "less than 60 % of the way that the time allows for, and there is no record over so long a time",
                da: "mindre end 60 % af den vej tiden giver plads til, og der er ingen erfaring over så lang tid"
            )
        } else {
            self = .given(
                .behindUnprecedented,
                en:
                    "less than 60 % of the way that the time allows for, and the required pace was never seen over so long a time",
                da:
                    "mindre end 60 % af den vej tiden giver plads til, og det nødvendige tempo er ikke set før over så lang tid"
            )
        }
    }

    /// The word once the deadline has come: the figure of the deadline decides, and what became of it since is told.
    private static func afterDeadline(wasMet: Bool, isMet: Bool) -> Headline {
        switch (wasMet, isMet) {
        case (true, true):
            given(.met, en: "the deadline has come and the target is met", da: "fristen er nået og målet opfyldt")
        case (true, false):
            given(
                .metSlipping,
                en: "the target was met at the deadline and has been lost since",
                da: "målet var opfyldt ved fristen og er tabt siden"
            )
        case (false, false):
            given(
                .missed,
                en: "the deadline has come and the target is not met",
                da: "fristen er nået og målet ikke opfyldt"
            )
        case (false, true):
            given(
                .missed,
                en: "the target was not met at the deadline and has been reached since",
                da: "målet var ikke opfyldt ved fristen og er nået siden"
            )
        }
    }

    private static func given(_ code: Code, en: String, da: String) -> Headline {
        Headline(code: code, isLeaning: nil, reason: nil, rule: LocalizedText(en: en, da: da))
    }

    private static func notAssessable(_ reason: Reason) -> Headline {
        Headline(code: .notAssessable, isLeaning: nil, reason: reason, rule: reason.text)
    }

    /// The baseline met the target and the value no longer does: there is no way to measure, only one back.
    private static let lost = given(
        .wrongWay,
        en: "the baseline met the target and the value does not",
        da: "udgangspunktet opfyldte målet, og det gør værdien ikke"
    )
}

/// The classes of the pace that have a word of their own; both words for behind are one class, since what divides them is
/// the record of paces and not the slope.
private enum WordClass: CaseIterable {
    case onSchedule, behind, wrongWay

    init?(of code: Headline.Code) {
        switch code {
        case .onSchedule: self = .onSchedule
        case .behindReachable, .behindUnprecedented: self = .behind
        case .wrongWay: self = .wrongWay
        case .met, .metSlipping, .missed, .undetermined, .notAssessable: return nil
        }
    }

    func probability(by probabilities: PaceProbabilities) -> Double {
        switch self {
        case .onSchedule: probabilities.probability(of: .onSchedule)
        case .behind: probabilities.probability(of: .slightlyBehind) + probabilities.probability(of: .farBehind)
        case .wrongWay: probabilities.probability(of: .wrongWay)
        }
    }
}
