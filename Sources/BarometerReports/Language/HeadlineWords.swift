import BarometerCore
import BarometerEvaluation

extension Headline {
    /// The word as people read it, marked where another one is nearly as likely.
    func word(_ wording: Wording) -> String {
        let word = code.word[wording.language]
        return isLeaning == true ? "\(word) (\(wording.leaning))" : word
    }
}

extension Wording {
    /// The mark of a word that another one is nearly as likely as.
    var leaning: String { self(en: "leaning", da: "usikkert") }

    /// What the latest figure is to one of two readings of a target; once it has come to the deadline no class counts.
    func reading(_ reading: RevisedBaseline.Reading, isPastDeadline: Bool) -> String {
        if reading.isMet { return self(en: "met", da: "nået") }
        if isPastDeadline { return self(en: "not met", da: "ikke nået") }
        return switch reading.scheduleClass {
        case .metEarly: self(en: "met", da: "nået")
        case .onSchedule: self(en: "on schedule", da: "på sporet")
        case .slightlyBehind: self(en: "slightly behind", da: "lidt bagud")
        case .farBehind: self(en: "far behind", da: "langt bagud")
        case .wrongWay: self(en: "wrong way", da: "forkert vej")
        case nil: self(en: "not met", da: "ikke nået")
        }
    }
}

extension Assessment {
    /// Whether the latest figure has passed a target that has two sides, and lies beyond it.
    var isBeyondTarget: Bool {
        guard let target, target.aim.isTwoSided, level?.met == false, let start = baseline?.value,
            let value = latest?.value, let lower = target.aim.bounds.first, let upper = target.aim.bounds.last
        else { return false }
        return start < lower && value > upper || start > upper && value < lower
    }
}
