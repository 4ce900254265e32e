import BarometerCore
import BarometerEvaluation

extension EurostatTrendScheme.Category {
    var word: LocalizedText {
        switch self {
        case .significant: LocalizedText(en: "significant progress", da: "betydelig fremgang")
        case .moderate: LocalizedText(en: "moderate progress", da: "moderat fremgang")
        case .moderateAway: LocalizedText(en: "moderate movement away", da: "moderat tilbagegang")
        case .significantAway: LocalizedText(en: "significant movement away", da: "betydelig tilbagegang")
        }
    }
}

extension EurostatTargetScheme.Category {
    var word: LocalizedText {
        switch self {
        case .significant: LocalizedText(en: "significant progress", da: "betydelig fremgang")
        case .moderate: LocalizedText(en: "moderate progress", da: "moderat fremgang")
        case .insufficient: LocalizedText(en: "insufficient progress", da: "utilstrækkelig fremgang")
        case .away: LocalizedText(en: "movement away", da: "tilbagegang")
        }
    }
}

extension OpenSDGScheme.Status {
    var word: LocalizedText {
        switch self {
        case .targetAchieved: LocalizedText(en: "target achieved", da: "mål nået")
        case .substantialProgress: LocalizedText(en: "substantial progress", da: "væsentlig fremgang")
        case .moderateProgress: LocalizedText(en: "moderate progress", da: "moderat fremgang")
        case .limitedProgress: LocalizedText(en: "limited progress", da: "begrænset fremgang")
        case .deterioration: LocalizedText(en: "deterioration", da: "forværring")
        case .notAvailable: LocalizedText(en: "not available", da: "ikke tilgængelig")
        }
    }
}

extension UNStatisticsScheme.Category {
    var word: LocalizedText {
        switch self {
        case .onTrack: LocalizedText(en: "on track", da: "på sporet")
        case .needsAcceleration: LocalizedText(en: "needs acceleration", da: "skal op i fart")
        case .stagnationOrRegression: LocalizedText(en: "stagnation or regression", da: "stilstand eller tilbagegang")
        }
    }
}

extension DestatisScheme.Symbol {
    var word: LocalizedText {
        switch self {
        case .sun: LocalizedText(en: "sun", da: "sol")
        case .sunWithCloud: LocalizedText(en: "sun with cloud", da: "sol med sky")
        case .cloud: LocalizedText(en: "cloud", da: "sky")
        case .thunderstorm: LocalizedText(en: "thunderstorm", da: "torden")
        }
    }
}

extension ISTATScheme.Category {
    var word: LocalizedText {
        switch self {
        case .clearImprovement: LocalizedText(en: "clear improvement", da: "klar forbedring")
        case .slightImprovement: LocalizedText(en: "slight improvement", da: "let forbedring")
        case .stable: LocalizedText(en: "stable", da: "stabil")
        case .slightWorsening: LocalizedText(en: "slight worsening", da: "let forværring")
        case .clearWorsening: LocalizedText(en: "clear worsening", da: "klar forværring")
        }
    }
}
